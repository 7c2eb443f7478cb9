import { v7 as newId } from 'uuid'
import * as feedback from '../../src/feedback/contract.ts'
import { WriteTranscript } from '../../src/media/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import * as rounds from '../../src/rounds/contract.ts'
import { DeleteWork, SharePiece, WithdrawShare } from '../../src/work/contract.ts'
import { addPieceOf, fetchMedia, placeMedia } from '../support/making.ts'
import type { School } from '../support/school.ts'
import { shareFor } from './exhibit.ts'
import type { Sharing } from './who-may.ts'
import type { TalkAct } from './who-talks.ts'

/** A conversation about a piece of Mika's, held while her teachers could see it, then shared as asked. */
export type TalkExhibit = Awaited<ReturnType<typeof holdTalk>>

export async function holdTalk(school: School, sharing: Sharing) {
  const picture = await placeMedia(school, 'mika', 'picture')
  const parts = [{ kind: 'media' as const, mediaId: picture }]
  const piece = await addPieceOf(school, 'mika', parts, ['teachers'])
  const pin = { kind: 'spot', revision: 1, position: 0, mediaId: picture, area: noArea }
  const talk = {
    pieceId: piece.id,
    iterationId: piece.iterationId,
    pin,
    feedbackId: newId(),
    returnId: newId(),
    exemplarId: newId(),
    note: await placeMedia(school, 'rivera', 'audio'),
    answer: await placeMedia(school, 'mika', 'audio'),
    shown: await placeMedia(school, 'rivera', 'picture'),
  }
  const must = async (key: string, endpoint: Endpoint, id: string, body?: object) => {
    const said = await school.as(key).ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
    if (said.status !== 200) throw new Error(`${endpoint.name}: ${said.text}`)
  }
  const { pieceId, iterationId, feedbackId } = talk
  await must('rivera', feedback.GiveFeedback, feedbackId, { iterationId, mediaId: talk.note, pin })
  const answered = { feedbackId, kind: 'not_yet', mediaId: talk.answer }
  await must('mika', feedback.ReplyToFeedback, newId(), answered)
  await must('rivera', rounds.ReturnIteration, talk.returnId, { iterationId, tryNext: 'Again.' })
  const shows = { kind: 'media', mediaId: talk.shown }
  await must('rivera', rounds.PlaceExemplar, talk.exemplarId, { pieceId, shows })
  await must('mika', WithdrawShare, piece.shareIds[0] ?? '')
  const share = shareFor(sharing)
  if (share) await must('mika', SharePiece, newId(), { pieceId, ...share })
  if (sharing === 'deleted') await must('mika', DeleteWork, newId(), { pieceId })
  return talk
}

const noArea = { x: 0.5, y: 0.5, width: 0, height: 0 }

/** Does one act as one person, and says how it was answered. */
export async function talkAttempt(school: School, person: string | null, act: TalkAct, to: TalkExhibit) {
  const visitor = school.as(person)
  const { pieceId, iterationId, feedbackId } = to
  const ask = (endpoint: Endpoint, id: string, body?: object, more: object = {}) =>
    visitor.ask(endpoint, { params: { id, ...more }, ...(body ? { body } : {}) })
  const hear = async (mediaId: string) => {
    const status = await fetchMedia(school, person, mediaId)
    return { status, code: person === null ? 'not_signed_in' : 'not_found' }
  }
  const own = person === null ? newId() : await placeMedia(school, person, 'audio')
  const acts: Record<TalkAct, () => Promise<{ status: number; code?: string | undefined }>> = {
    rounds: () => ask(rounds.GetRounds, pieceId),
    hear: () => hear(to.note),
    'hear answer': () => hear(to.answer),
    exemplar: () => hear(to.shown),
    pin: () => ask(feedback.GiveFeedback, newId(), { iterationId, body: 'Here.', pin: to.pin }),
    edit: () => ask(feedback.ReviseFeedback, feedbackId, { body: 'Hm.' }, { revision: '2' }),
    retract: () => ask(feedback.RetractFeedback, feedbackId, {}),
    transcribe: () => ask(WriteTranscript, to.note, { locale: 'en', words: 'Hm.' }, { revision: '1' }),
    answer: () => ask(feedback.ReplyToFeedback, newId(), { feedbackId, kind: 'used', mediaId: own }),
    focus: () => ask(rounds.SetFocus, newId(), { iterationId, words: 'Only the shape' }),
    'give back': () => ask(rounds.ReturnIteration, newId(), { iterationId, tryNext: 'Again.' }),
    'keep as is': () => ask(rounds.WithdrawReturn, to.returnId),
    'no other go': () => ask(rounds.AnswerReturn, to.returnId, { why: 'I like it.' }),
    place: () => ask(rounds.PlaceExemplar, newId(), { pieceId, shows: { kind: 'text', text: 'Look.' } }),
    remove: () => ask(rounds.RemoveExemplar, to.exemplarId),
  }
  return acts[act]()
}
