import { useEffect, useState, useSyncExternalStore } from 'react'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import type { RecordingKind } from '../recording.ts'
import { RecordingSession, type SessionState } from './recording-session.ts'

type Wanted = { kind: RecordingKind; place: string; mostBytes: number }

const nothingYet: SessionState = { step: 'asking', seconds: 0, left: 0, kept: true, silent: false }

/** A recording for as long as a part of the screen is shown; leaving it lets go of the microphone. */
export function useRecordingSession({ kind, place, mostBytes }: Wanted) {
  const person = usePersonHere()
  const [session, setSession] = useState<RecordingSession>()
  useEffect(() => {
    const begun = new RecordingSession({ kind, place, mostBytes, person })
    setSession(begun)
    void begun.open()
    return () => begun.close()
  }, [kind, place, mostBytes, person])
  const state = useSyncExternalStore(session?.watch ?? watchNothing, session?.state ?? (() => nothingYet))
  useAwakeWhile(state.step === 'recording')
  return { session, state }
}

function watchNothing() {
  return () => {}
}

/** A screen that goes dark takes the microphone away on many devices. */
function useAwakeWhile(wanted: boolean) {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return undefined
    const stop = new AbortController()
    let lock: WakeLockSentinel | undefined
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      lock = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (stop.signal.aborted) void lock?.release()
    }
    document.addEventListener('visibilitychange', () => void ask(), { signal: stop.signal })
    void ask()
    return () => {
      stop.abort()
      void lock?.release()
    }
  }, [wanted])
}
