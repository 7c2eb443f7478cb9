/**
 * The place in an attempt that feedback points at: a spot or region of a picture, a second or span of a
 * recording, words of a text, a page of a document. It names the revision and the part that were looked at,
 * so that it keeps its meaning when the learner edits the attempt.
 */
/** Shares of the whole, from the upper left corner; a point has no width and no height. */
export type Area = { x: number; y: number; width: number; height: number }

type At = { revision: number; position: number }

export type Pin = At &
  (
    | { kind: 'spot'; mediaId: string; area: Area }
    | { kind: 'moment'; mediaId: string; from: number; to: number | null }
    | { kind: 'words'; quote: string; start: number }
    | { kind: 'page'; mediaId: string; page: number; area: Area | null }
  )

export const longestQuote = 1_000
export const lastSecond = 24 * 3600
export const lastPage = 100_000

const middleOf = ({ x, y, width, height }: Area) => ({ x: x + width / 2, y: y + height / 2 })

/** What stands at a place of an attempt, as far as pointing at it goes. */
export type PointedAt = {
  kind: string
  mediaId: string | null
  /** null while a file is still being prepared */
  mediaKind: string | null
  text: string | null
}

const mediaKindsFor = { spot: ['picture'], moment: ['audio', 'video'], page: ['document'] }

/** Whoever points names what stands there: nobody learns by pointing what an attempt once held. */
export function pointsAt(pin: Pin, part: PointedAt): boolean {
  if (pin.kind === 'words') return part.kind === 'text' && holdsQuote(part.text ?? '', pin.quote)
  return (
    part.mediaId === pin.mediaId &&
    (part.mediaKind === null || mediaKindsFor[pin.kind].includes(part.mediaKind))
  )
}

/** Marks of writing between the words (spaces, emphasis, list signs) are no part of what is quoted. */
export function holdsQuote(text: string, quote: string): boolean {
  const wanted = lettersOf(quote)
  return wanted !== '' && lettersOf(text).includes(wanted)
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '')
}

export type Span = { start: number; end: number }

/** Where the quoted words stand in a text today: the nearest to where they stood, or nowhere any more. */
export function findQuote(
  text: string,
  { quote, start }: { quote: string; start: number },
): Span | undefined {
  let nearest: number | undefined
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (nearest === undefined || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at
  }
  return nearest === undefined ? undefined : { start: nearest, end: nearest + quote.length }
}

export type Third = 'start' | 'middle' | 'end'

/** The ninth of a picture that a pin is in, and whether it lies close to the middle of the whole. */
export function whereabouts(area: Area): { across: Third; down: Third; nearMiddle: boolean } {
  const { x, y } = middleOf(area)
  const across = thirdOf(x)
  const down = thirdOf(y)
  const centered = across === 'middle' && down === 'middle'
  return { across, down, nearMiddle: !centered && Math.hypot(x - 0.5, y - 0.5) < 0.3 }
}

const thirdOf = (share: number): Third => (share < 1 / 3 ? 'start' : share <= 2 / 3 ? 'middle' : 'end')

/** "1:05", "1:02:05". */
export function sayTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** "1:05" and "65" as seconds; undefined when it is no time of a recording. */
export function readTime(typed: string): number | undefined {
  const parts = typed.trim().replace(',', '.').split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d+(\.\d+)?$/.test(part))) return undefined
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds <= lastSecond ? seconds : undefined
}
