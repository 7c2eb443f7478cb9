import { findQuote, type Pin, type Span } from '../pin.ts'
import type { PinTarget } from './pin-board.tsx'

type Parts = PinTarget['iteration']['parts']

/** A pin on an attempt as it stands today. */
export type PlacedPin = {
  /** of the feedback, or `draft` */
  id: string
  number: number
  pin: Pin
  /** who points; nobody yet for the one being written */
  by: string | undefined
  /** it was placed before the attempt was edited */
  earlier: boolean
  /** the part it stands on; undefined when the attempt does not hold that any more */
  position: number | undefined
  /** the words it means, where they stand now */
  span?: Span | undefined
}

type Pinned = { id: string; iterationId: string; pin: Pin | null; givenBy: { name: string } }

export const draftId = 'draft'

/** The pins on an attempt, numbered in the order they were placed; what is being written comes last. */
export function placePins(
  feedback: readonly Pinned[],
  { id, revision, parts }: PinTarget['iteration'],
  drafted?: Pin,
): PlacedPin[] {
  const given = feedback.flatMap(({ id: feedbackId, iterationId, pin, givenBy }) =>
    pin && iterationId === id ? [{ id: feedbackId, pin, by: givenBy.name }] : [],
  )
  const all = drafted ? [...given, { id: draftId, pin: drafted, by: undefined }] : given
  return all.map((one, before) => ({
    ...one,
    number: before + 1,
    earlier: one.pin.revision !== revision,
    ...standing(one.pin, parts),
  }))
}

function standing(pin: Pin, parts: Parts): Pick<PlacedPin, 'position' | 'span'> {
  if (pin.kind === 'words') return standingWords(pin, parts)
  const holds = (position: number) => {
    const part = parts[position]
    return part?.kind === 'media' && part.media.id === pin.mediaId
  }
  return { position: nearestFirst(parts, pin.position).find(holds) }
}

function standingWords(pin: Pin & { kind: 'words' }, parts: Parts): Pick<PlacedPin, 'position' | 'span'> {
  for (const position of nearestFirst(parts, pin.position)) {
    const part = parts[position]
    const span = part?.kind === 'text' ? findQuote(part.text, pin) : undefined
    if (span) return { position, span }
  }
  return { position: undefined }
}

/** An edit may have moved a part: it is looked for where it was, then elsewhere. */
function nearestFirst(parts: Parts, position: number): number[] {
  return [...parts.keys()].sort((one, other) => Math.abs(one - position) - Math.abs(other - position))
}

/** A run of words cut where marks begin and end. */
export type CutWords = {
  words: string
  from: number
  marked: readonly PlacedPin[]
  ends: readonly PlacedPin[]
}

export function cutWords(words: string, from: number, pins: readonly PlacedPin[]): CutWords[] {
  const to = from + words.length
  const inside = (at: number) => at > from && at < to
  const edges = pins.flatMap(({ span }) => (span ? [span.start, span.end] : [])).filter(inside)
  const cuts = [from, ...new Set(edges.toSorted((one, other) => one - other)), to]
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? from
    return {
      words: words.slice(start - from, end - from),
      from: start,
      marked: pins.filter(({ span }) => span && span.start < end && span.end > start),
      ends: pins.filter(({ span }) => span && span.end > start && span.end <= end),
    }
  })
}
