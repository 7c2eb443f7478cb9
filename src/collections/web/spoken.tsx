import { useState } from 'react'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import { useWords } from '../../platform/web/words.tsx'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type SpokenProps = {
  /** names where the recording belongs */
  place: string
  mediaId: string | undefined
  onChange: (mediaId: string | undefined) => void
}

/** The same said aloud: safe on this device as soon as it ends. */
export function Spoken({ place, mediaId, onChange }: SpokenProps) {
  const { say } = useWords()
  const { files, chosen } = useChosenFiles()
  const [here, setHere] = useState<string>()
  const isRefused = files.some(({ id, state }) => id === here && state === 'refused')
  const take = async (note: File | undefined) => {
    const added = note && chosen.add(note)
    setHere(added?.id)
    onChange(added?.id)
    if (added && !(await chosen.allKept([added.id]))) throw new Error('There is no room for this recording')
  }
  return (
    <>
      {mediaId !== undefined && mediaId !== here ? (
        <Notice
          kind="success"
          action={
            <Button look="plain" onClick={() => onChange(undefined)}>
              {say('collections.voice-remove')}
            </Button>
          }
        >
          {say('collections.voice-there')}
        </Notice>
      ) : (
        <VoiceNote place={place} onRecorded={take} />
      )}
      {isRefused && <Notice kind="problem">{say('collections.not-kept')}</Notice>}
    </>
  )
}
