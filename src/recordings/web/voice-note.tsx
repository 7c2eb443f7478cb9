import { Check, Mic, RotateCcw, Trash2 } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { nameRecording } from '../recording.ts'
import { RecorderPlayer } from './recorder-player.tsx'
import { useFoundRecording } from './found-recording.ts'
import { useHeldSubmit } from './held-submit.ts'
import type { Recorded } from './recorded.ts'
import { forgetRecording, readKept } from './recording-store.ts'
import { NoteBeingMade } from './voice-note-live.tsx'
import { cutOrNot, useAddress } from './wrapped-recording.ts'
import styles from './recorder.module.css'

/** For a key of one's own: the first press begins, the next one ends. */
export type VoiceNoteHandle = { press: () => void }

type VoiceNoteProps = {
  ref?: Ref<VoiceNoteHandle>
  /** Names where this note belongs: what a closed tab left behind is offered there again. */
  place: string
  /**
   * The note as soon as it ends; undefined when it is removed or made again. Until the promise it returns is
   * fulfilled it also stays on this device: fulfil it once the file is safe elsewhere.
   */
  onRecorded: (note: File | undefined) => void | Promise<unknown>
  /** How far it has come, for whoever notes what is shown meanwhile. */
  onSecond?: (second: number) => void
}

type Step = 'idle' | 'making' | 'wrapping' | { note: File }

/**
 * A voice beside a text box, in one line: press, speak, press. It shows the finished note with a player and a
 * way to remove it; what becomes of the file is the caller's business. A key is bound through `ref.press`.
 */
export function VoiceNote({ ref, place, onRecorded, onSecond }: VoiceNoteProps) {
  const { say } = useWords()
  const [step, setStep] = useState<Step>('idle')
  const [stopping, setStopping] = useState(0)
  const found = useFoundRecording(place, 'audio')
  const made = useRef<string>(undefined)

  const take = async (recorded: Recorded) => {
    setStep('wrapping')
    const blob = (await cutOrNot(recorded.blob))?.blob ?? recorded.blob
    const name = nameRecording(say('recordings.audio-name'), blob.type, recorded.startedAt)
    const note = new File([blob], name, { type: blob.type })
    made.current = recorded.id
    setStep({ note })
    void Promise.resolve(onRecorded(note)).then(
      () => forgetRecording(recorded.id),
      () => undefined,
    )
  }
  const remove = (next: Step) => {
    if (made.current) void forgetRecording(made.current)
    made.current = undefined
    setStep(next)
    void onRecorded(undefined)
  }
  const press = () => {
    if (step === 'making') setStopping((times) => times + 1)
    else if (step === 'idle') setStep('making')
  }
  useImperativeHandle(ref, () => ({ press }))
  const mark = useRef<HTMLSpanElement>(null)
  useHeldSubmit(mark, step === 'making' || step === 'wrapping', () => setStopping((times) => times + 1))

  return (
    <>
      <span ref={mark} hidden />
      {shown()}
    </>
  )

  function shown() {
    if (step === 'making') {
      return (
        <NoteBeingMade
          place={place}
          stopping={stopping}
          onDone={(recorded) => void take(recorded)}
          onSecond={onSecond}
          onLeave={() => setStep('idle')}
        />
      )
    }
    if (typeof step === 'object') {
      return <NoteMade note={step.note} onRemove={() => remove('idle')} onAgain={() => remove('making')} />
    }
    return (
      <div className={styles['note']}>
        <Button icon={Mic} busy={step === 'wrapping'} onClick={press}>
          {say('recordings.voice-note')}
        </Button>
        {found.recording && step === 'idle' && (
          <FoundNote
            {...{ recording: found.recording, onDrop: found.drop }}
            onTake={(recorded) => void take(recorded)}
          />
        )}
      </div>
    )
  }
}

function NoteMade({ note, onRemove, onAgain }: { note: File; onRemove: () => void; onAgain: () => void }) {
  const { say } = useWords()
  const source = useAddress(note)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  return (
    <div
      ref={box}
      className={styles['note']}
      role="group"
      tabIndex={-1}
      aria-label={say('recordings.note-made')}
    >
      {source && <RecorderPlayer kind="audio" source={source} title={say('recordings.audio-name')} />}
      <Button look="plain" icon={RotateCcw} onClick={onAgain}>
        {say('recordings.again')}
      </Button>
      <Button look="plain" icon={Trash2} onClick={onRemove}>
        {say('recordings.remove')}
      </Button>
    </div>
  )
}

type FoundNoteProps = {
  recording: NonNullable<ReturnType<typeof useFoundRecording>['recording']>
  onTake: (recorded: Recorded) => void
  onDrop: () => void
}

function FoundNote({ recording, onTake, onDrop }: FoundNoteProps) {
  const { say, sayDate } = useWords()
  const startedAt = new Date(recording.startedAt)
  const open = async () => {
    const blob = await readKept(recording)
    if (blob) onTake({ id: recording.id, blob, startedAt, loudness: [] })
    else onDrop()
  }
  return (
    <>
      <p role="status">{say('recordings.found', { when: sayDate(startedAt, 'moment') })}</p>
      <Button look="plain" icon={Check} onClick={() => void open()}>
        {say('recordings.take-found')}
      </Button>
      <Button look="plain" icon={Trash2} onClick={onDrop}>
        {say('recordings.delete')}
      </Button>
    </>
  )
}
