import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestWish } from '../appointment.ts'
import { AskForTime, ListConferenceTimes } from '../contract.ts'
import styles from './appointments.module.css'
import type { ChildTimes } from './booked-time.tsx'

/** A word to the teachers from a family whom no time suits. */
export function NoneSuits({ child }: { child: ChildTimes }) {
  const { say } = useWords()
  const key = `wish ${child.round.id} ${child.learner.id}`
  const draft = useAutosavedDraft<string>(key)
  const id = useRef(newId())
  const [typed, setTyped] = useState<string>()
  const words = typed ?? draft.content ?? ''
  const keep = useKeep(AskForTime, {
    as: 'appointments.waiting-wish',
    values: () => ({ name: child.learner.givenName }),
    refreshes: [ListConferenceTimes],
    draft: key,
    onDone: () => {
      id.current = newId()
      setTyped('')
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '' || keep.isPending) return
    const body = { roundId: child.round.id, learnerId: child.learner.id, words: words.trim() }
    keep.mutate({ params: { id: id.current }, body })
  }
  return (
    <details className={styles['none']}>
      <summary>{say('appointments.none-suits')}</summary>
      <form className={styles['form']} onSubmit={send}>
        {child.wish && (
          <Notice kind="success">{say('appointments.wish-sent', { words: child.wish.words })}</Notice>
        )}
        <TextArea
          label={say('appointments.wish')}
          maxLength={longestWish}
          value={words}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            draft.write(event.currentTarget.value)
          }}
        />
        {keep.error && (
          <Notice kind="problem">
            {keep.error instanceof ApiRefusal ? keep.error.sentence : say('appointments.not-sent')}
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button type="submit" busy={keep.isPending} disabled={words.trim() === ''}>
            {say('appointments.wish-send')}
          </Button>
        </div>
      </form>
    </details>
  )
}
