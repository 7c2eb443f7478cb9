import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReplyToStep } from '../contract.ts'
import { longestCritique } from '../critique.ts'
import type { Step } from '../protocol.ts'
import type { Critique } from './critique-card.tsx'
import { critiqueReads } from './critique-reads.ts'
import styles from './critiques.module.css'

type StepReplyProps = { critique: Critique; step: Step; replied: Critique['replies'][number] | undefined }

/** The maker answers an open question, or says whether an opinion is welcome. Silence is fine, too. */
export function StepReply({ critique, step, replied }: StepReplyProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const [text, setText] = useState('')
  const reply = useKeep(ReplyToStep, {
    as: 'critiques.waiting-answer',
    values: () => ({ name: critique.givenBy.name }),
    refreshes: critiqueReads,
    onDone: () => {
      id.current = newId()
      setText('')
    },
  })
  const send = (body: { leave?: boolean; text?: string }) =>
    reply.mutate({ params: { id: id.current }, body: { critiqueId: critique.id, step: step.key, ...body } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() && !reply.isPending) send({ text: text.trim() })
  }
  if (step.replies === 'leave') {
    const said = critique.words.some(({ step: one }) => one === 'opinion')
    if (said) return null
    return (
      <div className={styles['buttons']} role="group" aria-label={say('critiques.want-opinion')}>
        <span>{say('critiques.want-opinion')}</span>
        <Button
          busy={reply.isPending}
          aria-pressed={replied?.leave === true}
          onClick={() => send({ leave: true })}
        >
          {say('critiques.yes-please')}
        </Button>
        <Button
          busy={reply.isPending}
          aria-pressed={replied?.leave === false}
          onClick={() => send({ leave: false })}
        >
          {say('critiques.no-thanks')}
        </Button>
        {reply.error && <Notice kind="problem">{say('feedback.not-sent')}</Notice>}
      </div>
    )
  }
  if (replied) return null
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextArea
        label={say('critiques.your-reply')}
        optional
        rows={1}
        maxLength={longestCritique}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {reply.error && <Notice kind="problem">{say('feedback.not-sent')}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" busy={reply.isPending} disabled={!text.trim()}>
          {say('critiques.reply')}
        </Button>
      </div>
    </form>
  )
}
