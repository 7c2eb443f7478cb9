import { Mic, Pause, Play, Square, SwitchCamera, Video } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { type RecordingKind, sayClock } from '../recording.ts'
import { type Facing, hasTwoCameras } from './recording-devices.ts'
import { useRecordingSession } from './recording-hook.ts'
import type { Recorded } from './recorded.ts'
import type { RecordingSession, SessionState } from './recording-session.ts'
import { RecorderRefused } from './recorder-refused.tsx'
import { LiveSound } from './sound-shape.tsx'
import styles from './recorder.module.css'

type LiveRecorderProps = {
  kind: RecordingKind
  place: string
  mostBytes: number
  /** there is a take already, to which one may go back */
  earlier: boolean
  onSecond?: ((second: number) => void) | undefined
  onDone: (recorded: Recorded) => void
  /** a recording chosen from the device, where none can be made */
  onFile: (file: File) => void
  onLeave: () => void
}

/** Asking, getting ready, recording, pausing: one giant button that is always the next thing. */
export function LiveRecorder(props: LiveRecorderProps) {
  const { kind, earlier, onDone, onFile, onLeave, onSecond } = props
  const { say } = useWords()
  const { session, state } = useRecordingSession(props)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  }, [onDone])
  useEffect(() => {
    if (state.recorded) done.current(state.recorded)
  }, [state.recorded])
  useEffect(() => {
    if (state.step === 'recording') onSecond?.(state.seconds)
  }, [onSecond, state.seconds, state.step])
  if (state.step === 'refused' && state.problem) {
    const again = () => void session?.open()
    return <RecorderRefused kind={kind} problem={state.problem} onAgain={again} {...{ onFile, onLeave }} />
  }
  const busy = state.step === 'recording' || state.step === 'paused'
  return (
    <section className={styles['panel']} aria-label={say(`recordings.${kind}-title`)}>
      {kind === 'video' && <LivePicture stream={state.stream} />}
      {state.step === 'asking' && <p className={styles['hint']}>{say(`recordings.${kind}-ask`)}</p>}
      {kind === 'audio' && session && state.step !== 'asking' && <LiveSound level={session.level} />}
      <Clock kind={kind} state={state} />
      <BigButton kind={kind} state={state} session={session} />
      <div className={styles['row']}>
        {state.step === 'recording' && (
          <Button icon={Pause} onClick={() => session?.pause()}>
            {say('recordings.pause')}
          </Button>
        )}
        {state.step === 'paused' && (
          <Button icon={Play} onClick={() => session?.goOn()}>
            {say('recordings.go-on')}
          </Button>
        )}
        {kind === 'video' && state.step === 'ready' && <TurnCamera session={session} />}
        {!busy && (
          <Button look="plain" onClick={onLeave}>
            {say(earlier ? 'recordings.earlier' : 'recordings.leave')}
          </Button>
        )}
      </div>
      <Troubles state={state} />
    </section>
  )
}

function BigButton({
  kind,
  state,
  session,
}: {
  kind: RecordingKind
  state: SessionState
  session: RecordingSession | undefined
}) {
  const { say } = useWords()
  const begun = state.step === 'recording' || state.step === 'paused'
  const Sign = begun ? Square : kind === 'video' ? Video : Mic
  const button = useRef<HTMLButtonElement>(null)
  const ready = state.step === 'ready'
  useEffect(() => {
    if (ready) button.current?.focus({ preventScroll: true })
  }, [ready])
  return (
    <button
      ref={button}
      type="button"
      className={classNames(styles['big'], begun && styles['begun'])}
      aria-disabled={state.step === 'asking' || state.step === 'done'}
      onClick={() => (begun ? session?.stop() : session?.start())}
    >
      <Sign aria-hidden />
      <span>{say(begun ? 'recordings.stop' : 'recordings.record')}</span>
    </button>
  )
}

function Clock({ kind, state }: { kind: RecordingKind; state: SessionState }) {
  const { say } = useWords()
  const { step, seconds, left } = state
  const begun = step === 'recording' || step === 'paused'
  return (
    <div className={styles['clock']}>
      <p role="status" className={classNames(styles['step'], step === 'recording' && styles['on'])}>
        {begun ? say(`recordings.${step}`) : ''}
      </p>
      <p className={styles['time']}>
        {begun && <time>{sayClock(seconds)}</time>}
        {(kind === 'video' || left < 600) && step !== 'asking' && (
          <small>{say('recordings.left', { time: sayClock(left) })}</small>
        )}
      </p>
    </div>
  )
}

function LivePicture({ stream }: { stream: MediaStream | undefined }) {
  const picture = useRef<HTMLVideoElement>(null)
  const facing = stream?.getVideoTracks()[0]?.getSettings().facingMode
  useEffect(() => {
    if (picture.current) picture.current.srcObject = stream ?? null
  }, [stream])
  return (
    <div className={styles['picture']}>
      {/* people know themselves from the mirror; what is recorded is not turned round */}
      <video
        ref={picture}
        className={facing === 'environment' ? undefined : styles['mirror']}
        muted
        playsInline
        autoPlay
        aria-hidden
      />
    </div>
  )
}

function TurnCamera({ session }: { session: RecordingSession | undefined }) {
  const { say } = useWords()
  const [facing, setFacing] = useState<Facing>('environment')
  const [several, setSeveral] = useState(false)
  useEffect(() => {
    void hasTwoCameras().then(setSeveral)
  }, [])
  if (!several) return null
  const turn = () => {
    const next = facing === 'user' ? 'environment' : 'user'
    setFacing(next)
    void session?.open(next)
  }
  return (
    <Button icon={SwitchCamera} onClick={turn}>
      {say('recordings.turn-camera')}
    </Button>
  )
}

function Troubles({ state }: { state: SessionState }) {
  const { say } = useWords()
  const { step, silent, kept, muted } = state
  return (
    <>
      {step === 'paused' && muted && <Notice kind="wait">{say('recordings.interrupted-muted')}</Notice>}
      {silent && (step === 'ready' || step === 'recording') && (
        <Notice kind="note">{say('recordings.silent')}</Notice>
      )}
      {!kept && <Notice kind="problem">{say('recordings.not-written')}</Notice>}
    </>
  )
}
