import { Trash2, Video } from 'lucide-react'
import { lazy, type Ref, Suspense, useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Recorder } from '../../recordings/web/recorder.tsx'
import { RecorderPlayer } from '../../recordings/web/recorder-player.tsx'
import type { VoiceNoteHandle } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Spoken } from './use-spoken.ts'
import styles from './feedback.module.css'

const VoiceNote = lazy(async () => ({
  default: (await import('../../recordings/web/voice-note.tsx')).VoiceNote,
}))

type SpokenNoteProps = {
  spoken: Spoken
  /** what a closed tab left behind is offered there again */
  place: string
  /** for a key of one's own */
  voice?: Ref<VoiceNoteHandle> | undefined
  films?: boolean
}

/** A voice, or a film of oneself, beside the box: made here, heard again, or taken out. */
export function SpokenNote({ spoken, place, voice, films = false }: SpokenNoteProps) {
  const { say } = useWords()
  const [filming, setFilming] = useState(false)
  const made = useRef(false)
  const take = (file: File | undefined) => {
    made.current = file !== undefined
    setFilming(false)
    return spoken.take(file)
  }
  if (spoken.preview) {
    return (
      <SpokenPreview
        preview={spoken.preview}
        arrives={made.current}
        problem={spoken.problem}
        onRemove={() => void spoken.take(undefined)}
      />
    )
  }
  if (filming) {
    return (
      <Recorder kind="video" place={`${place} film`} onRecorded={take} onLeave={() => setFilming(false)} />
    )
  }
  return (
    <div className={styles['speak']}>
      <Suspense fallback={null}>
        <VoiceNote place={place} onRecorded={take} {...(voice ? { ref: voice } : {})} />
      </Suspense>
      {films && (
        <Button look="plain" icon={Video} onClick={() => setFilming(true)}>
          {say('feedback.film')}
        </Button>
      )}
    </div>
  )
}

type SpokenPreviewProps = {
  preview: NonNullable<Spoken['preview']>
  /** just made: the hands go on from here */
  arrives: boolean
  problem: boolean
  onRemove: () => void
}

function SpokenPreview({ preview, arrives, problem, onRemove }: SpokenPreviewProps) {
  const { say } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (arrives) box.current?.focus({ preventScroll: true })
  }, [arrives])
  const title = say(preview.kind === 'video' ? 'recordings.video-name' : 'recordings.audio-name')
  return (
    <div ref={box} className={styles['speak']} role="group" tabIndex={-1} aria-label={title}>
      <RecorderPlayer kind={preview.kind} source={preview.address} title={title} />
      <Button look="plain" icon={Trash2} onClick={onRemove}>
        {say('feedback.remove-voice')}
      </Button>
      {problem && <Notice kind="problem">{say('feedback.no-room')}</Notice>}
    </div>
  )
}
