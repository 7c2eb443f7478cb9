import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListPieceReflections, ListReflections, ReviseReflection } from '../contract.ts'
import { longestReflection } from '../reflection.ts'
import type { Reflection } from './reflection-list.tsx'
import styles from './reflections.module.css'

type ReviseReflectionFormProps = { reflection: Reflection; onDone: () => void }

/** Other words for the same reflection; what was before is kept, and its recordings stay. */
export function ReviseReflectionForm({ reflection, onDone }: ReviseReflectionFormProps) {
  const { say } = useWords()
  const [body, setBody] = useState(reflection.body)
  const keep = useKeep(ReviseReflection, {
    as: 'reflections.waiting',
    refreshes: [ListReflections, ListPieceReflections],
    onDone,
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (body.trim() === '' && reflection.parts.length === 0) return
    keep.mutate({
      params: { id: reflection.id, revision: reflection.revision + 1 },
      body: {
        body: body.trim(),
        parts: reflection.parts.map(({ media, caption, alt }) => ({ mediaId: media.id, caption, alt })),
      },
    })
  }
  return (
    <form className={styles['form']} onSubmit={save}>
      <TextArea
        label={say('reflections.your-words')}
        rows={4}
        maxLength={longestReflection}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('reflections.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="quiet" busy={keep.isPending}>
          {say('reflections.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
