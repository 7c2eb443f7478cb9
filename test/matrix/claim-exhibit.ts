import { v7 as newId } from 'uuid'
import * as contract from '../../src/self-assessment/contract.ts'
import { DeleteWork, SharePiece, WithdrawShare } from '../../src/work/contract.ts'
import { answerTo, claim, suggest, tag } from '../support/claiming.ts'
import { addPiece, fetchMedia, placeMedia } from '../support/making.ts'
import { classOf, idOf, type School } from '../support/school.ts'
import type { ClaimAct, ClaimSharing } from './who-claims.ts'

export type ClaimExhibit = {
  claimId: string
  mediaId: string
  pieceId: string
  tagId: string
  suggestionId: string
  competencyId: string
}

/** What Mika says she can do, in her own voice, and a tagged piece with a suggestion on it, shared as asked. */
export async function hangClaim(
  school: School,
  sharing: ClaimSharing,
  competency: (name: string) => string,
): Promise<ClaimExhibit> {
  const competencyId = competency('Collaborating')
  const mediaId = await placeMedia(school, 'mika', 'audio')
  const audiences = sharing === 'my family' ? ['family'] : sharing === 'only me' ? [] : ['teachers']
  const { id: claimId } = await claim(school, 'mika', { competencyId, parts: [{ mediaId }], audiences })
  const piece = await addPiece(school, 'mika', ['teachers'])
  const { id: tagId } = await tag(school, 'mika', { pieceId: piece.id, competencyId })
  const suggested = { pieceId: piece.id, competencyId: competency('Creative Thinking') }
  const { id: suggestionId } = await suggest(school, 'rivera', suggested)
  const mika = school.as('mika')
  if (!audiences.includes('teachers')) await mika.ask(WithdrawShare, { params: { id: piece.shareIds[0] } })
  if (sharing === 'my family') {
    const body = { pieceId: piece.id, audience: 'family' }
    await mika.ask(SharePiece, { params: { id: newId() }, body })
  }
  if (sharing === 'deleted') {
    await mika.ask(contract.DeleteClaim, { params: { id: claimId } })
    await mika.ask(DeleteWork, { params: { id: newId() }, body: { pieceId: piece.id } })
  }
  return { claimId, mediaId, pieceId: piece.id, tagId, suggestionId, competencyId }
}

type Letter = { status: number; code: string | undefined }

/** Does one act as one person, and says how it was answered. */
export async function attemptWithClaim(
  school: School,
  person: string | null,
  act: ClaimAct,
  to: ClaimExhibit,
): Promise<Letter> {
  const by = school.as(person)
  const params = { id: to.claimId }
  const key = person as string
  const body = { pieceId: to.pieceId, competencyId: to.competencyId }
  switch (act) {
    case 'read': {
      const read = await by.ask(contract.ListClaims, { params: { id: idOf('mika') } })
      const gone = { status: 404, code: 'not_found' }
      return read.status === 200 && !read.body.claims.some(({ id }) => id === to.claimId) ? gone : read
    }
    case 'hear': {
      const status = await fetchMedia(school, person, to.mediaId)
      const code = person === null ? 'not_signed_in' : 'not_found'
      return { status, code: status === 200 ? undefined : code }
    }
    case 'claim': {
      const said = { learnerId: idOf('mika'), competencyId: to.competencyId, words: 'She can.' }
      return (await claim(school, key, said)).answer
    }
    case 'revise':
      return by.ask(contract.ReviseClaim, {
        params: { ...params, revision: '2' },
        body: { words: 'She can.' },
      })
    case 'share':
      return by.ask(contract.ShareClaim, { params, body: { audiences: ['family'] } })
    case 'delete':
      return by.ask(contract.DeleteClaim, { params })
    case 'restore':
      return by.ask(contract.RestoreClaim, { params })
    case 'tags':
      return by.ask(contract.ListPieceTags, { params: { id: to.pieceId } })
    case 'tag':
      return (await tag(school, key, body)).answer
    case 'untag':
      return by.ask(contract.RemoveTag, { params: { id: to.tagId } })
    case 'suggest':
      return (await suggest(school, key, body)).answer
    case 'take back':
      return by.ask(contract.WithdrawSuggestion, { params: { id: to.suggestionId } })
    case 'accept':
      return answerTo(school, key, to.suggestionId, 'accepted')
    case 'leave':
      return answerTo(school, key, to.suggestionId, 'left')
    case 'counts':
      return by.ask(contract.GetClassEvidence, { params: { id: classOf('division-3') } })
    case 'sky':
      return by.ask(contract.GetConstellation)
  }
}
