import { Check, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Ends, isCut, nameRecording, type RecordingKind } from '../recording.ts'
import type { Recorded } from './recorded.ts'
import { forgetRecording } from './recording-store.ts'
import { RecorderPlayer } from './recorder-player.tsx'
import { TrimEnds } from './trim-ends.tsx'
import { cutOrNot, useAddress, useWrapped } from './wrapped-recording.ts'
import styles from './recorder.module.css'

type RecordedPreviewProps = {
  kind: RecordingKind
  recorded: Recorded
  /** moments of it that are noted elsewhere stay where they are */
  trims: boolean
  onUse: (file: File) => void | Promise<unknown>
  onAgain: () => void
  onDrop: () => void
}

/** What was just recorded: played back, perhaps trimmed, then used, made again or deleted. */
export function RecordedPreview({ kind, recorded, trims, onUse, onAgain, onDrop }: RecordedPreviewProps) {
  const { say } = useWords()
  const wrapped = useWrapped(recorded.blob)
  const [ends, setEnds] = useState<Ends>()
  const [using, setUsing] = useState<'no' | 'cutting' | 'uncut'>('no')
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const source = useAddress(wrapped.made?.blob ?? (wrapped.failed ? recorded.blob : undefined))
  const useIt = useRef<HTMLButtonElement>(null)
  const ready = source !== undefined
  useEffect(() => {
    if (ready) useIt.current?.focus({ preventScroll: true })
  }, [ready])
  const chosen = ends && wrapped.made && isCut(ends, wrapped.made.duration) ? ends : undefined

  const handOver = (blob: Blob) => {
    const name = nameRecording(say(`recordings.${kind}-name`), blob.type, recorded.startedAt)
    const file = new File([blob], name, { type: blob.type, lastModified: recorded.startedAt.getTime() })
    void Promise.resolve(onUse(file)).then(
      () => forgetRecording(recorded.id),
      () => undefined,
    )
  }
  const whole = wrapped.made?.blob ?? recorded.blob
  const use = async () => {
    if (!chosen) return handOver(whole)
    setUsing('cutting')
    const cut = await cutOrNot(recorded.blob, chosen)
    if (cut) handOver(cut.blob)
    else setUsing('uncut')
  }
  return (
    <section className={styles['panel']} aria-label={say(`recordings.${kind}-look`)}>
      {source ? (
        <RecorderPlayer
          ref={player}
          kind={kind}
          source={source}
          ends={chosen}
          title={say(`recordings.${kind}-name`)}
        />
      ) : (
        <p role="status" className={styles['hint']}>
          {say('recordings.getting-ready')}
        </p>
      )}
      {wrapped.made && trims && (
        <TrimEnds
          duration={wrapped.made.duration}
          ends={ends ?? { start: 0, end: wrapped.made.duration }}
          loudness={recorded.loudness}
          now={() => player.current?.currentTime}
          onLook={(seconds) => {
            if (player.current?.paused) player.current.currentTime = seconds
          }}
          onChange={setEnds}
        />
      )}
      {recorded.endedBy && <Notice kind="note">{say(`recordings.interrupted-${recorded.endedBy}`)}</Notice>}
      {wrapped.failed && <Notice kind="note">{say('recordings.cannot-cut')}</Notice>}
      {using === 'uncut' && (
        <Notice
          kind="problem"
          action={<Button onClick={() => handOver(whole)}>{say('recordings.use-whole')}</Button>}
        >
          {say('recordings.not-cut')}
        </Notice>
      )}
      <div className={styles['row']}>
        <Button look="plain" onClick={onDrop}>
          {say('recordings.delete')}
        </Button>
        <Button icon={RotateCcw} onClick={onAgain}>
          {say('recordings.again')}
        </Button>
        <Button
          ref={useIt}
          look="primary"
          icon={Check}
          className={styles['use']}
          busy={using === 'cutting' || !source}
          onClick={() => void use()}
        >
          {say('recordings.use')}
        </Button>
      </div>
    </section>
  )
}
