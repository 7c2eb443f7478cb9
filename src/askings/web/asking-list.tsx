import { useState } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { ListAskings, ListFamilyAskings, TakeAskingBack } from '../contract.ts'
import { AnswerForm } from './asking-forms.tsx'
import styles from './askings.module.css'

type Asking = Answer<typeof ListAskings>['askings'][number]
type Given = Asking['answers'][number]

/** What its reader gave to ask about, with the answers. */
export function AskingList({ learnerId }: { learnerId: string }) {
  const { data } = useRead(ListAskings, { params: { id: learnerId } })
  return <Askings askings={data?.askings ?? []} own />
}

/** The newest of one child, out of what is asked once for all children of a guardian. */
export function ChildAskings({ learnerId }: { learnerId: string }) {
  const { data } = useRead(ListFamilyAskings, {})
  return <Askings askings={(data ?? []).filter(({ learner }) => learner.id === learnerId)} />
}

function Askings({ askings, own = false }: { askings: readonly Asking[]; own?: boolean }) {
  if (askings.length === 0) return null
  return (
    <ul className={styles['list']}>
      {askings.map((asking) => (
        <li key={asking.id} className={styles['asking']}>
          <OneAsking asking={asking} own={own} />
        </li>
      ))}
    </ul>
  )
}

function OneAsking({ asking, own }: { asking: Asking; own: boolean }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { name } = asking.learner
  const takeBack = useKeep(TakeAskingBack, { as: 'askings.waiting', refreshes: [ListAskings] })
  return (
    <>
      <h3>{own ? say('askings.about') : say('askings.ask-me', { name })}</h3>
      <p className={styles['body']} dir="auto">
        {asking.body}
      </p>
      {asking.media && <MediaView media={asking.media} caption="" alt={say('askings.listen', { name })} />}
      <p className={styles['quiet']}>
        <Time at={asking.saidAt} />
        {asking.scribe && ` · ${say('askings.written-by', { name: asking.scribe.name })}`}
        {asking.takenBack && ` · ${say('askings.taken-back')}`}
      </p>
      {asking.answers.map((answer) => (
        <GivenAnswer key={answer.id} answer={answer} />
      ))}
      <div className={styles['buttons']}>
        {asking.may.answer && !open && (
          <Button look="quiet" onClick={() => setOpen(true)}>
            {say('askings.answer')}
          </Button>
        )}
        {asking.may.takeBack && (
          <Button
            look="plain"
            busy={takeBack.isPending}
            onClick={() => takeBack.mutate({ params: { id: asking.id } })}
          >
            {say('askings.take-back')}
          </Button>
        )}
      </div>
      {open && <AnswerForm askingId={asking.id} name={name} />}
    </>
  )
}

export function GivenAnswer({ answer }: { answer: Given }) {
  const { say } = useWords()
  return (
    <div>
      <p dir="auto">
        <strong>{answer.givenBy.name}</strong> {answer.body}
      </p>
      {answer.media && (
        <MediaView
          media={answer.media}
          caption=""
          alt={say('askings.listen', { name: answer.givenBy.name })}
        />
      )}
      {answer.standing !== 'passed' && (
        <p className={styles['quiet']}>
          {say(answer.standing === 'waiting' ? 'askings.waits' : 'askings.kept-back')}
        </p>
      )}
    </div>
  )
}
