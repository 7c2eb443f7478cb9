import { type FormEvent, useState } from 'react'
import { WriteTranscript } from '../../media/contract.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import { ListSlips } from '../contract.ts'
import { Trouble } from './placed-stand.tsx'
import type { Slip } from './slip-words.tsx'

type Spoken = { mediaId: string; said: Slip['said'] }

/** What a guest says, written down by a teacher for a child who cannot hear it, or reads rather. */
export function WriteDown(spoken: Spoken) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details className={day['stack']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(spoken.said ? 'exhibitions.said-change' : 'exhibitions.said-write')}</summary>
      {open && <Begun {...spoken} />}
    </details>
  )
}

const draftOf = (mediaId: string) => `said ${mediaId}`

function Begun(spoken: Spoken) {
  const draft = useAutosavedDraft<{ words: string }>(draftOf(spoken.mediaId))
  if (!draft.ready) return <Loading />
  const begun = draft.content?.words ?? spoken.said?.words ?? ''
  return <Writing {...spoken} begun={begun} onType={(words) => draft.write({ words })} />
}

function Writing({ mediaId, said, begun, onType }: Spoken & { begun: string; onType: (to: string) => void }) {
  const { say, locale } = useWords()
  const [words, setWords] = useState(begun)
  const keep = useKeep(WriteTranscript, {
    as: 'exhibitions.waiting-said',
    refreshes: [ListSlips],
    draft: draftOf(mediaId),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const params = { id: mediaId, revision: (said?.revision ?? 0) + 1 }
    if (!keep.isPending) keep.mutate({ params, body: { locale, words: words.trim() } })
  }
  const isSame = words.trim() === (said?.words ?? '')
  return (
    <form className={day['form']} onSubmit={send}>
      <TextArea
        label={say('exhibitions.said-words')}
        hint={say('exhibitions.said-hint')}
        rows={3}
        maxLength={2_000}
        value={words}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value)
          onType(currentTarget.value)
        }}
      />
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" busy={keep.isPending} disabled={isSame}>
          {say('exhibitions.said-keep')}
        </Button>
      </div>
    </form>
  )
}
