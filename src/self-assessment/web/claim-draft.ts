import type { ChosenAudience } from '../../work/web/audience-chooser.tsx'
import type { ClaimAudience, Place } from '../claim.ts'
import type { Pickable } from './find-at-hand.ts'

/** A claim while it is being made, as it is kept on the device with every key. */
export type ClaimDraft = {
  step: number
  competency?: Pickable | undefined
  words: string
  profile?: number | undefined
  pieces: readonly string[]
  reflections: readonly string[]
  place?: Place | undefined
  placeWords: string
  reflection: string
  audiences: ChosenAudience[]
}

export type Change = (next: Partial<ClaimDraft>) => void

export const freshDraft = (competency?: Pickable): ClaimDraft => ({
  step: 1,
  competency,
  words: '',
  pieces: [],
  reflections: [],
  placeWords: '',
  reflection: '',
  audiences: [{ audience: 'teachers' }, { audience: 'family' }],
})

export function audiencesOf({ audiences }: ClaimDraft): ClaimAudience[] {
  return audiences.map(({ audience }) => (audience === 'family' ? 'family' : 'teachers'))
}

/** What shows it; a photo of something outside school is a piece of its own by then. */
export function evidenceOf(draft: ClaimDraft, photoPieceId: string | undefined) {
  const words = draft.placeWords.trim()
  return [
    ...draft.pieces.map((pieceId) => ({ pieceId })),
    ...draft.reflections.map((reflectionId) => ({ reflectionId })),
    ...(words === '' ? [] : [{ place: draft.place ?? ('elsewhere' as const), words }]),
    ...(photoPieceId === undefined ? [] : [{ pieceId: photoPieceId }]),
  ]
}
