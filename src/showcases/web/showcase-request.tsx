import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerShowcase, ListShowcaseRequests, TakeAnswerBack, WithdrawShowcase } from '../contract.ts'
import { type AnswerRole, longestAnswer } from '../showcase.ts'
import { ShowcaseFacts } from './showcase-facts.tsx'
import { ShowcaseLink } from './showcase-link.tsx'
import type { Showcase } from './showcase-words.ts'
import styles from './showcases.module.css'

const refreshes = [ListShowcaseRequests]

/** A learner asks a teacher or guardian: look at the very page, then agree, or say not yet and why. */
export function ShowcaseRequest({ showcase }: { showcase: Showcase }) {
  const { say } = useWords()
  const { id, learner, title, may, answers } = showcase
  const mine = answers.filter((one) => one.mine && one.role !== 'learner')
  const takeBack = useAct(TakeAnswerBack, { refreshes })
  const withdraw = useAct(WithdrawShowcase, { refreshes })
  const asked: AnswerRole[] = [
    ...(may.answerAsTeacher ? (['teacher'] as const) : []),
    ...(may.answerAsGuardian ? (['guardian'] as const) : []),
  ]
  const error = takeBack.error ?? withdraw.error
  const request = say(showcase.state === 'open' ? 'showcases.request-open' : 'showcases.request', {
    name: learner.name,
    title: title || say('showcases.page-untitled'),
  })
  return (
    <article className={styles['card']} aria-label={request}>
      <h3>{request}</h3>
      <ShowcaseFacts showcase={showcase} />
      <a className={styles['way']} href={`/guest/preview/showcases/${id}`} target="_blank" rel="noopener">
        <Eye aria-hidden /> {say('showcases.look-first')}
      </a>
      {asked
        .filter((role) => !mine.some((one) => one.role === role && one.agrees))
        .map((role) => (
          <AnswerForm key={role} id={id} role={role} />
        ))}
      {may.link && <ShowcaseLink id={id} />}
      {error && (
        <Notice kind="problem">
          {(error instanceof ApiRefusal && error.sentence) || say('showcases.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        {mine.length > 0 && (
          <Button busy={takeBack.isPending} onClick={() => takeBack.mutate({ params: { id } })}>
            {say('showcases.take-back')}
          </Button>
        )}
        {may.withdraw && (
          <Button look="plain" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id } })}>
            {say('showcases.withdraw')}
          </Button>
        )}
      </div>
    </article>
  )
}

function AnswerForm({ id, role }: { id: string; role: AnswerRole }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const answer = useAct(AnswerShowcase, { refreshes, onDone: () => setOpen(false) })
  const send = (agrees: boolean) =>
    answer.mutate({ params: { id }, body: { as: role, agrees, words: words.trim() } })
  return (
    <div className={styles['form']}>
      {open && (
        <TextArea
          label={say('showcases.why-not-yet')}
          rows={2}
          maxLength={longestAnswer}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {answer.error && (
        <Notice kind="problem">
          {(answer.error instanceof ApiRefusal && answer.error.sentence) || say('showcases.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" busy={answer.isPending} onClick={() => send(true)}>
          {say(`showcases.agree-${role}`)}
        </Button>
        <Button onClick={() => (open ? send(false) : setOpen(true))}>
          {say(open ? 'showcases.send-not-yet' : 'showcases.not-yet')}
        </Button>
      </div>
    </div>
  )
}
