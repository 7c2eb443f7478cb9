import { draftId } from './placed-pins.ts'

/** From a pin to what was said there, and back: the eye and the keyboard go together. */
export function showFeedback(id: string): void {
  const place = id === draftId ? document.querySelector<HTMLElement>('[data-writes-pin] textarea') : undefined
  arriveAt(place ?? document.getElementById(`feedback-${id}`))
}

export function showPin(id: string): void {
  const pin = document.getElementById(`pin-${id}`)
  arriveAt(pin)
  const second = pin?.dataset['second']
  const position = pin?.closest<HTMLElement>('[data-part]')?.dataset['part']
  if (second === undefined || position === undefined) return
  goToSecond(Number(position), Number(second))
}

/** On a phone the box is far below what is pointed at. */
export function showWork(): void {
  const ground = document.querySelector('[data-pointing]') ?? document.querySelector('[data-part]')
  ground?.scrollIntoView({ block: 'nearest', behavior: isCalm() ? 'auto' : 'smooth' })
}

export function playerAt(position: number): HTMLMediaElement | undefined {
  return document.querySelector<HTMLMediaElement>(`[data-part="${position}"] :is(audio, video)`) ?? undefined
}

export function goToSecond(position: number, second: number): void {
  const player = playerAt(position)
  if (player) player.currentTime = second
}

function arriveAt(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' })
  place?.focus({ preventScroll: true })
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
