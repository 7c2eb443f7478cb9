/** One moment in two recordings at once: how they are kept together although they are not equally long. */

/** The same place of the tune in the other recording, however fast it was played. */
export function sameMoment(at: number, of: number, inOther: number): number {
  if (!isLength(of) || !isLength(inOther)) return 0
  return Math.min(inOther, Math.max(0, (at / of) * inOther))
}

/**
 * Two films in step. With a positive offset so many seconds of the second are left out, with a negative one of
 * the first, so that the same thing happens in both at once.
 */
export type Step = { offset: number; earlier: number; later: number }

export const furthestOffset = 60

const leftOut = ({ offset }: Step) => ({ earlier: Math.max(0, -offset), later: Math.max(0, offset) })

/** How long they run together: until the longer one ends. */
export function lengthOf(step: Step): number {
  const out = leftOut(step)
  const rest = [step.earlier - out.earlier, step.later - out.later].filter((one) => Number.isFinite(one))
  return Math.max(0, ...rest)
}

/** Where each of them is when both have run for so long; a film that is over stays on its last picture. */
export function placesAt(step: Step, elapsed: number): { earlier: number; later: number } {
  const out = leftOut(step)
  const within = (at: number, length: number) => Math.max(0, isLength(length) ? Math.min(length, at) : at)
  return {
    earlier: within(elapsed + out.earlier, step.earlier),
    later: within(elapsed + out.later, step.later),
  }
}

/** How long both have run, told from where one of them is. */
export function elapsedAt(step: Step, side: 'earlier' | 'later', at: number): number {
  return Math.max(0, at - leftOut(step)[side])
}

export function offsetWithin(offset: number): number {
  const rounded = Math.round(offset * 10) / 10
  return Math.min(furthestOffset, Math.max(-furthestOffset, Number.isFinite(rounded) ? rounded : 0))
}

/** "1:05": minutes and seconds, as players show them. */
export function sayLength(seconds: number): string {
  const whole = isLength(seconds) ? Math.floor(seconds) : 0
  const minutes = Math.floor(whole / 60)
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`
}

const isLength = (seconds: number) => Number.isFinite(seconds) && seconds > 0
