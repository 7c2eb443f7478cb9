import { PenLine } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetPiece, ListRevisions, ReviseIteration } from '../../work/contract.ts'
import { longestCaption } from '../../work/piece.ts'
import { beginDraft, partsToKeep } from '../../work/web/capture-draft.ts'
import type { Iteration, Piece } from './read-piece.ts'
import styles from './piece.module.css'

/** What changed since the attempt before, in its learner's words: shown to everybody, asked of the learner. */
export function WhatChanged({ piece, iteration }: { piece: Piece; iteration: Iteration }) {
  const { say } = useWords()
  const [writing, setWriting] = useState(false)
  const mine = piece.may.revise && iteration.number > 1
  if (writing) return <WhatChangedForm iteration={iteration} onDone={() => setWriting(false)} />
  if (!iteration.whatChanged && !mine) return null
  return (
    <div className={styles['changed']}>
      <h3>{say('piece.what-changed')}</h3>
      {iteration.whatChanged && <p>{iteration.whatChanged}</p>}
      {mine && (
        <Button look="plain" className={styles['ask']} icon={PenLine} onClick={() => setWriting(true)}>
          {say(iteration.whatChanged ? 'piece.change-what-changed' : 'piece.say-what-changed')}
        </Button>
      )}
    </div>
  )
}

function WhatChangedForm({ iteration, onDone }: { iteration: Iteration; onDone: () => void }) {
  const { say } = useWords()
  const [words, setWords] = useState(iteration.whatChanged)
  const revise = useKeep(ReviseIteration, {
    as: 'piece.waiting-what-changed',
    values: ({ body }) => ({ words: body.whatChanged ?? '' }),
    refreshes: [GetPiece, ListRevisions],
    onDone,
  })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (revise.isPending) return
    if (words.trim() === iteration.whatChanged) return onDone()
    // an edit is kept whole, so what the attempt holds goes along as it is
    const parts = partsToKeep(beginDraft({ parts: iteration.parts }).parts)
    revise.mutate({
      params: { id: iteration.id, revision: iteration.revision + 1 },
      body: { parts, whatChanged: words.trim() },
    })
  }
  return (
    <form className={styles['changed']} onSubmit={keep}>
      <Field
        label={say('work.what-changed')}
        hint={say('piece.what-changed-hint')}
        value={words}
        maxLength={longestCaption}
        autoFocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {revise.error && (
        <Notice kind="problem">
          {revise.error instanceof ApiRefusal ? revise.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['end']}>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
        <Button type="submit" look="primary" busy={revise.isPending}>
          {say('piece.keep-what-changed')}
        </Button>
      </div>
    </form>
  )
}
