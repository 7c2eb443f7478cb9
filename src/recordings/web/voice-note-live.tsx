import { Pause, Play, Square } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { largestFile } from '../../media/media.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sayClock } from '../recording.ts'
import { useRecordingSession } from './recording-hook.ts'
import type { Recorded } from './recorded.ts'
import { LiveSound } from './sound-shape.tsx'
import styles from './recorder.module.css'

type NoteBeingMadeProps = {
  place: string
  /** counted up by whoever presses the key again */
  stopping: number
  onDone: (recorded: Recorded) => void
  onSecond?: ((second: number) => void) | undefined
  onLeave: () => void
}

/** Begins by itself as soon as there is a microphone. */
export function NoteBeingMade({ place, stopping, onDone, onSecond, onLeave }: NoteBeingMadeProps) {
  const { say } = useWords()
  const { session, state } = useRecordingSession({ kind: 'audio', place, mostBytes: largestFile })
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  }, [onDone])
  useEffect(() => {
    if (state.recorded) done.current(state.recorded)
  }, [state.recorded])
  useEffect(() => {
    if (state.step === 'ready') session?.start()
  }, [session, state.step])
  useEffect(() => {
    if (state.step === 'recording') onSecond?.(state.seconds)
  }, [onSecond, state.seconds, state.step])
  const heard = useRef(stopping)
  useEffect(() => {
    if (heard.current === stopping) return
    heard.current = stopping
    session?.stop()
  }, [session, stopping])
  const stop = useRef<HTMLButtonElement>(null)
  useEffect(() => stop.current?.focus({ preventScroll: true }), [])

  if (state.step === 'refused' && state.problem) {
    return (
      <Notice
        kind="problem"
        title={say(`recordings.${state.problem}-title`)}
        action={<Button onClick={onLeave}>{say('recordings.leave')}</Button>}
      >
        {say(`recordings.${state.problem}-meaning`)}
      </Notice>
    )
  }
  const paused = state.step === 'paused'
  const waiting = state.step === 'asking' || state.step === 'ready'
  return (
    <div className={styles['note']}>
      <Button ref={stop} look="primary" icon={Square} onClick={() => (waiting ? onLeave() : session?.stop())}>
        {say(waiting ? 'recordings.leave' : 'recordings.stop')}
      </Button>
      <p role="status">
        {say(waiting ? 'recordings.audio-ask' : `recordings.${paused ? 'paused' : 'recording'}`)}
      </p>
      {!waiting && <time className={styles['small']}>{sayClock(state.seconds)}</time>}
      {session && !waiting && <LiveSound level={session.level} />}
      {!waiting && (
        <Button
          look="plain"
          icon={paused ? Play : Pause}
          onClick={() => (paused ? session?.goOn() : session?.pause())}
        >
          {say(paused ? 'recordings.go-on' : 'recordings.pause')}
        </Button>
      )}
      {state.silent && <p>{say('recordings.silent')}</p>}
    </div>
  )
}
