import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ReviseForm } from '../../ui/revise-form.tsx'
import { ListPieceReflections, ListReflections, ReviseReflection } from '../contract.ts'
import { longestReflection } from '../reflection.ts'
import type { Reflection } from './reflection-list.tsx'

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
  const save = () => {
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
    <ReviseForm
      save={say('reflections.save')}
      notKept={say('reflections.not-kept')}
      busy={keep.isPending}
      error={keep.error}
      onSave={save}
      onDone={onDone}
    >
      <TextArea
        label={say('reflections.your-words')}
        rows={4}
        maxLength={longestReflection}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </ReviseForm>
  )
}
