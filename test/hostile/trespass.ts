import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as activities from '../../src/activities/contract.ts'
import * as collections from '../../src/collections/contract.ts'
import * as critiques from '../../src/critiques/contract.ts'
import * as feedback from '../../src/feedback/contract.ts'
import { AnnounceMedia } from '../../src/media/contract.ts'
import * as papers from '../../src/papers/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import * as rounds from '../../src/rounds/contract.ts'
import * as claims from '../../src/self-assessment/contract.ts'
import * as showcases from '../../src/showcases/contract.ts'
import * as work from '../../src/work/contract.ts'
import { castMember } from '../support/cast.ts'
import { adoptPack } from '../support/claiming.ts'
import { classOf, idOf, type School } from '../support/school.ts'

/** Something of Mika's of every kind, seen by nobody but her, every word of it unmistakable. */
export type Belongings = Record<
  | 'pieceId'
  | 'iterationId'
  | 'secondId'
  | 'shareId'
  | 'deletionId'
  | 'feedbackId'
  | 'replyId'
  | 'focusId'
  | 'returnId'
  | 'exemplarId'
  | 'mediaId'
  | 'roundId'
  | 'bringingId'
  | 'critiqueId'
  | 'learnerId'
  | 'classId'
  | 'spaceId'
  | 'activityId'
  | 'responseId'
  | 'claimId'
  | 'tagId'
  | 'paperId'
  | 'collectionId'
  | 'showcaseId'
  | 'choiceId',
  string
>

export const telltale = 'telltale-quetzal'
/** What her teachers wrote to her alone. */
export const inviting = 'inviting-quetzal'
const words = (text: string) => [{ kind: 'text' as const, text: `${telltale} ${text}` }]

export async function layOut(school: School): Promise<Belongings> {
  const classId = classOf('division-3')
  const own: Belongings = {
    pieceId: newId(),
    iterationId: newId(),
    secondId: newId(),
    shareId: newId(),
    deletionId: newId(),
    feedbackId: newId(),
    replyId: newId(),
    focusId: newId(),
    returnId: newId(),
    exemplarId: newId(),
    mediaId: newId(),
    roundId: newId(),
    bringingId: newId(),
    critiqueId: newId(),
    learnerId: idOf('mika'),
    classId,
    spaceId: spaceOf(classId),
    activityId: newId(),
    responseId: newId(),
    claimId: newId(),
    tagId: newId(),
    paperId: '',
    collectionId: newId(),
    showcaseId: newId(),
    choiceId: newId(),
  }
  const must = async (key: string, endpoint: Endpoint, id: string, body?: object, more: object = {}) => {
    const answer = await school.as(key).ask(endpoint, { params: { id, ...more }, ...(body ? { body } : {}) })
    if (answer.status !== 200) throw new Error(`${endpoint.name}: ${answer.text}`)
  }
  await must('mika', AnnounceMedia, own.mediaId, { name: `${telltale}.jpg`, bytes: 10 })
  const parts = [
    ...words('one'),
    { kind: 'media' as const, mediaId: own.mediaId, caption: telltale, alt: telltale },
  ]
  await must('mika', work.AddPiece, own.pieceId, {
    title: `${telltale} title`,
    iteration: { id: own.iterationId, parts },
  })
  await must('mika', work.AddIteration, own.secondId, { pieceId: own.pieceId, parts, whatChanged: telltale })
  await must('mika', work.SharePiece, own.shareId, { pieceId: own.pieceId, audience: 'teachers' })
  await must('rivera', feedback.GiveFeedback, own.feedbackId, {
    iterationId: own.iterationId,
    body: `${telltale} feedback`,
  })
  await must('mika', feedback.ReplyToFeedback, own.replyId, {
    feedbackId: own.feedbackId,
    kind: 'not_yet',
    why: telltale,
  })
  await must('mika', rounds.SetFocus, own.focusId, { iterationId: own.secondId, words: telltale })
  await must('rivera', rounds.ReturnIteration, own.returnId, { iterationId: own.secondId, tryNext: telltale })
  await must('rivera', rounds.PlaceExemplar, own.exemplarId, {
    pieceId: own.pieceId,
    shows: { kind: 'text', text: `${telltale} exemplar` },
  })
  await holdRound(must, own)
  await must('mika', work.ReviseIteration, own.secondId, { parts, whatChanged: telltale }, { revision: '2' })
  await must('mika', work.DeleteWork, own.deletionId, { pieceId: own.pieceId, iterationId: own.iterationId })
  const invitation = {
    title: inviting,
    instructions: inviting,
    prompts: [inviting],
    learnerIds: [own.learnerId],
  }
  await must('rivera', activities.WriteActivity, own.activityId, { classId, ...invitation })
  await must('rivera', activities.PublishActivity, own.activityId)
  const responding = { activityId: own.activityId, pieceId: own.pieceId, shareId: newId() }
  await must('mika', activities.Respond, own.responseId, responding)
  const competencyId = (await adoptPack(school)).competency('Collaborating')
  await must('mika', claims.TagPiece, own.tagId, { pieceId: own.pieceId, competencyId })
  await must('mika', claims.MakeClaim, own.claimId, {
    competencyId,
    words: `${telltale} I can`,
    reflection: telltale,
    evidence: [{ pieceId: own.pieceId }, { place: 'home', words: telltale }],
    parts: [{ mediaId: own.mediaId }],
  })
  await must('mika', work.WithdrawShare, own.shareId)
  await must('rivera', papers.PrintPapers, classId, { activityId: own.activityId })
  own.paperId = (await school.as('mika').ask(papers.ListOwnPapers)).body.papers[0]?.id ?? ''
  await keepCollection(must, own)
  return own
}

/** A collection for nobody, and a showcase that was closed before anybody answered. */
async function keepCollection(must: Must, own: Belongings): Promise<void> {
  const why = `${telltale} why`
  const choice = { id: own.choiceId, pieceId: own.pieceId, why, whyMediaId: own.mediaId }
  const sections = [{ id: newId(), title: telltale, choices: [choice] }]
  const said = { title: telltale, about: telltale, sections }
  await must('mika', collections.AddCollection, own.collectionId, said)
  const asked = { collectionId: own.collectionId, closesOn: '2026-12-24', passcode: telltale }
  await must('mika', showcases.ProposeShowcase, own.showcaseId, asked)
  await must('mika', showcases.WithdrawShowcase, own.showcaseId)
}

type Must = (key: string, endpoint: Endpoint, id: string, body?: object) => Promise<void>

/** A round that is over: what Mika brought to it is hers alone again. */
async function holdRound(must: Must, own: Belongings): Promise<void> {
  await must('rivera', critiques.SetPeerFeedback, newId(), { spaceId: own.spaceId, allowed: true })
  await must('rivera', critiques.OpenCritiqueRound, own.roundId, {
    classId: own.classId,
    protocol: 'critical-response',
    gives: 1,
    opensOn: '2026-11-23',
    closesOn: '2026-11-30',
    tables: [[own.learnerId, idOf('kai')]],
  })
  const bringing = { roundId: own.roundId, iterationId: own.secondId, question: `${telltale} question` }
  await must('mika', critiques.BringPiece, own.bringingId, bringing)
  await must('kai', critiques.GiveCritique, own.critiqueId, {
    bringingId: own.bringingId,
    words: ['meaning', 'question', 'neutral'].map((step) => ({ step, text: 'I think of rain.' })),
  })
  await must('mika', critiques.TakeBackPiece, own.bringingId)
  await must('rivera', critiques.EndCritiqueRound, own.roundId)
}

/** All that Mika herself can read of it: whatever strangers try, it stays the same. */
export async function takeStock(school: School, own: Belongings): Promise<string> {
  const mika = school.as('mika')
  const params = { id: own.pieceId }
  const answers = [
    await mika.ask(work.GetPiece, { params }),
    await mika.ask(work.WhoSees, { params }),
    await mika.ask(feedback.ListFeedback, { params }),
    await mika.ask(work.ListRevisions, { params: { id: own.secondId } }),
    await mika.ask(work.ListDeletions),
    await mika.ask(feedback.ListUnanswered),
    await mika.ask(rounds.GetRounds, { params }),
    await mika.ask(rounds.ListReturned),
    await mika.ask(work.GetPortfolio, { params: { id: own.learnerId } }),
    await mika.ask(activities.GetActivity, { params: { id: own.activityId } }),
    await mika.ask(activities.ListPieceActivities, { params }),
    await mika.ask(claims.ListClaims, { params: { id: own.learnerId } }),
    await mika.ask(claims.ListPieceTags, { params }),
    await mika.ask(collections.GetCollection, { params: { id: own.collectionId } }),
    await mika.ask(collections.ListCollections, { params: { id: own.learnerId } }),
    await mika.ask(showcases.ListShowcases, { params: { id: own.collectionId } }),
  ]
  return answers.map((answer) => answer.text).join('\n')
}

/** Everything by which Mika could be told, beyond her words: who she is, and the names of her things. */
export const tracesOf = (own: Belongings): string[] => {
  const { givenName, familyName, id } = castMember('mika')
  const { classId: _class, spaceId: _space, learnerId: _learner, ...things } = own
  return [telltale, inviting, familyName, `${givenName} ${familyName}`, id, ...Object.values(things)]
}

/** Bodies that the endpoint's own contract accepts, with another's ids wherever an id is asked for. */
export function forge(schema: z.ZodType, own: Belongings): unknown[] {
  const body = forged(z.toJSONSchema(schema, { io: 'input' }) as Shape, own, '')
  if (!isInOnePlace(body)) return [body]
  // a class or a space by hand, and never both
  const { classId, spaceId, ...rest } = body
  return [
    { ...rest, classId },
    { ...rest, spaceId },
  ].filter((one) => schema.safeParse(one).success)
}

const isInOnePlace = (body: unknown): body is Record<'classId' | 'spaceId', unknown> =>
  typeof body === 'object' && body !== null && 'classId' in body && 'spaceId' in body

type Shape = {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  items?: Shape
  minimum?: number
  minLength?: number
  minItems?: number
  pattern?: string
  properties?: Record<string, Shape>
}

function forged(shape: Shape, own: Belongings, name: string): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const either = shape.anyOf ?? shape.oneOf
  // of the parts of a piece the file is the one worth stealing
  if (either) return forged(either.find((one) => one.properties?.['mediaId']) ?? either[0] ?? {}, own, name)
  if (shape.type === 'object') {
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([key, one]) => [key, forged(one, own, key)]),
    )
  }
  if (shape.type === 'array') {
    return Array.from({ length: Math.max(shape.minItems ?? 1, 1) }, () =>
      forged(shape.items ?? {}, own, name),
    )
  }
  if (shape.type === 'boolean') return true
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1)
  if (shape.format === 'uuid') return own[name as keyof Belongings] ?? newId()
  if (shape.format === 'base64') return 'eHg='
  if (shape.format === 'date') return '2026-11-24'
  if (shape.format === 'date-time') return '2026-11-24T00:00:00Z'
  if (shape.pattern !== undefined && new RegExp(shape.pattern, 'u').test('')) return ''
  return 'x'.repeat(Math.max(shape.minLength ?? 1, 1))
}
