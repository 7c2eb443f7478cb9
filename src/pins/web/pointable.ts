import { sentencesIn } from '../../growth/segment.ts'
import { longestQuote, type Pin } from '../pin.ts'
import type { PinTarget } from './pin-board.tsx'
import { playerAt } from './pin-ways.ts'

type Attempt = PinTarget['iteration']

export type Pointable = {
  position: number
  kind: 'picture' | 'recording' | 'text' | 'document'
  mediaId?: string
}

const kinds = { picture: 'picture', audio: 'recording', video: 'recording', document: 'document' } as const

/** The parts of an attempt that somebody can point at. */
export function pointableIn({ parts }: Attempt): Pointable[] {
  return parts.flatMap((part, position): Pointable[] => {
    if (part.kind === 'text') return /[\p{L}\p{N}]/u.test(part.text) ? [{ position, kind: 'text' }] : []
    if (part.kind !== 'media' || part.media.state !== 'ready') return []
    const kind = part.media.kind && part.media.kind !== 'file' ? kinds[part.media.kind] : undefined
    return kind ? [{ position, kind, mediaId: part.media.id }] : []
  })
}

/** Where a pin begins that is placed without a hand: the middle, the moment shown, the first page or sentence. */
export function firstPin(attempt: Attempt, { position, kind, mediaId = '' }: Pointable): Pin {
  const at = { revision: attempt.revision, position }
  const middle = { x: 0.5, y: 0.5, width: 0, height: 0 }
  if (kind === 'picture') return { kind: 'spot', ...at, mediaId, area: middle }
  if (kind === 'document') return { kind: 'page', ...at, mediaId, page: 1, area: null }
  if (kind === 'recording') {
    const shown = Math.round((playerAt(position)?.currentTime ?? 0) * 10) / 10
    return { kind: 'moment', ...at, mediaId, from: shown, to: null }
  }
  const first = quotable(textAt(attempt, position))[0] ?? { quote: '', start: 0 }
  return { kind: 'words', ...at, ...first }
}

export function textAt({ parts }: Attempt, position: number): string {
  const part = parts[position]
  return part?.kind === 'text' ? part.text : ''
}

/** The sentences of a text as they can be pointed at. */
export function quotable(text: string): { quote: string; start: number }[] {
  let at = 0
  return sentencesIn(text).flatMap((sentence) => {
    const begins = at + sentence.length - sentence.trimStart().length
    at += sentence.length
    const quote = sentence.trim().slice(0, longestQuote)
    return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(quote) ? [{ quote, start: begins }] : []
  })
}
