import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestWhy } from '../claim.ts'
import { ListPieceTags, SuggestTag } from '../contract.ts'
import { CompetencyPicker } from './competency-picker.tsx'
import { useCompetencyWords } from './competency-words.ts'
import type { Pickable } from './find-at-hand.ts'
import styles from './tags.module.css'

type SuggestFormProps = {
  pieceId: string
  learner: { id: string; name: string }
  chosen: ReadonlySet<string>
  onDone: () => void
}

/** A teacher's thought about what a piece needed, with the reason if there is one. It sets nothing. */
export function SuggestForm({ pieceId, learner, chosen, onDone }: SuggestFormProps) {
  const { say } = useWords()
  const { nameOf } = useCompetencyWords()
  const id = useRef(newId())
  const [picked, setPicked] = useState<Pickable>()
  const [words, setWords] = useState('')
  const keep = useKeep(SuggestTag, {
    as: 'self-assessment.waiting-suggestion',
    refreshes: [ListPieceTags],
    onDone,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!picked || keep.isPending) return
    keep.mutate({
      params: { id: id.current },
      body: { pieceId, competencyId: picked.id, words: words.trim() },
    })
  }
  return (
    <form className={styles['open']} onSubmit={send}>
      <p>{say('self-assessment.suggest-how', { name: learner.name })}</p>
      {picked ? (
        <>
          <p className={styles['picked']}>
            <strong>{nameOf(picked)}</strong>
            <Button look="plain" onClick={() => setPicked(undefined)}>
              {say('self-assessment.pick-another')}
            </Button>
          </p>
          <TextArea
            label={say('self-assessment.suggest-why')}
            optional
            rows={2}
            maxLength={longestWhy}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </>
      ) : (
        <CompetencyPicker chosen={chosen} onPick={setPicked} />
      )}
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('self-assessment.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        {picked && (
          <Button type="submit" look="quiet" busy={keep.isPending}>
            {say('self-assessment.send-suggestion')}
          </Button>
        )}
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
