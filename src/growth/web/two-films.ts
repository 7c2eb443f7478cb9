import { type RefObject, useEffect, useRef, useState } from 'react'
import { elapsedAt, lengthOf, offsetWithin, placesAt, type Step } from '../moment.ts'
import { useLength } from './recording.ts'

type Side = 'earlier' | 'later'
type Both<T> = Record<Side, T>

/** Further apart than this, in seconds, the eye sees that they are not in step. */
const noticeable = 0.12
/** HTMLMediaElement.HAVE_FUTURE_DATA: it can go on. */
const canGoOn = 3

const sides: readonly Side[] = ['earlier', 'later']

/** Two films on one clock: the longer one that still runs leads, the other is brought back into step. */
export function useTwoFilms() {
  const earlierRef = useRef<HTMLVideoElement>(null)
  const laterRef = useRef<HTMLVideoElement>(null)
  const ref: Both<RefObject<HTMLVideoElement | null>> = { earlier: earlierRef, later: laterRef }
  const lengths = { earlier: useLength(earlierRef), later: useLength(laterRef) }
  const { earlier: earlierLength, later: laterLength } = lengths
  const [offset, setOffset] = useState(0)
  const [elapsed, setElapsed] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [broken, setBroken] = useState(false)
  const [captions, setCaptions] = useState(false)
  const step: Step = { offset, ...lengths }
  const total = lengthOf(step)

  useEffect(() => {
    if (!playing) return
    const films = { earlier: earlierRef.current, later: laterRef.current }
    let frame = requestAnimationFrame(tick)
    function tick() {
      const step = { offset, earlier: earlierLength, later: laterLength }
      const moment = keepInStep(films, step)
      setElapsed(moment)
      if (moment >= lengthOf(step) - 0.03) setPlaying(false)
      else frame = requestAnimationFrame(tick)
    }
    return () => {
      cancelAnimationFrame(frame)
      for (const film of Object.values(films)) film?.pause()
    }
  }, [playing, offset, earlierLength, laterLength])

  const place = (seconds: number, at: Step) => {
    const places = placesAt(at, seconds)
    setElapsed(seconds)
    for (const side of sides) {
      const film = ref[side].current
      if (film && film.readyState > 0) film.currentTime = places[side]
    }
  }
  const toggle = () => {
    if (!playing && elapsed >= total - 0.05) place(0, step)
    setPlaying(!playing)
  }
  const seek = (seconds: number) => place(Math.min(total, Math.max(0, seconds)), step)
  const shift = (by: number) => {
    const moved = { ...step, offset: offsetWithin(by) }
    setOffset(moved.offset)
    place(Math.min(elapsed, lengthOf(moved)), moved)
  }
  useEffect(() => {
    for (const film of [earlierRef.current, laterRef.current]) {
      for (const track of film?.textTracks ?? []) track.mode = captions ? 'showing' : 'hidden'
    }
  }, [captions])
  const listeners = { onError: () => setBroken(true) }
  const at = placesAt(step, elapsed)
  return {
    ref,
    length: lengths,
    at,
    elapsed,
    total,
    playing,
    broken,
    offset,
    captions,
    toggle,
    seek,
    shift,
    showCaptions: setCaptions,
    listeners,
  }
}

/** Brings both to one moment and answers which; when one has to wait for its bytes, the other waits with it. */
function keepInStep(films: Both<HTMLVideoElement | null>, step: Step): number {
  const { earlier, later } = films
  if (!earlier || !later) return 0
  const leads =
    isRunning(earlier, step.earlier) && (!isRunning(later, step.later) || runsLonger(step))
      ? 'earlier'
      : 'later'
  const [lead, other] = leads === 'earlier' ? [earlier, later] : [later, earlier]
  const elapsed = elapsedAt(step, leads, lead.currentTime)
  const place = placesAt(step, elapsed)[leads === 'earlier' ? 'later' : 'earlier']
  const otherLength = leads === 'earlier' ? step.later : step.earlier
  const otherRuns = place < otherLength - 0.05
  const waits = lead.readyState < canGoOn || (otherRuns && other.readyState < canGoOn)
  run(lead, !waits)
  run(other, !waits && otherRuns)
  if (Math.abs(other.currentTime - place) > noticeable && !other.seeking) other.currentTime = place
  return elapsed
}

const isRunning = (film: HTMLVideoElement, length: number) => film.currentTime < length - 0.05
const runsLonger = (step: Step) =>
  step.earlier - Math.max(0, -step.offset) >= step.later - Math.max(0, step.offset)

function run(film: HTMLVideoElement, on: boolean) {
  if (on && film.paused) void film.play().catch(() => undefined)
  if (!on && !film.paused) film.pause()
}
