import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { PieceTile } from '../work/contract.ts'
import { longestCaption } from '../work/piece.ts'
import { isSafeLink } from '../writing/safe-link.ts'
import { exemplarKinds, longestExemplar, longestFocus, longestTryNext } from './round.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

const Exemplar = z.strictObject({
  id: Id,
  kind: z.enum(exemplarKinds),
  text: z.string().nullable(),
  url: z.string().nullable(),
  media: Media.nullable(),
  work: PieceTile.nullable(),
  caption: z.string(),
  alt: z.string(),
  placedBy: Person,
  placedAt: Moment,
  may: z.strictObject({ remove: z.boolean() }),
})

export const GetRounds = endpoint({
  name: 'GetRounds',
  method: 'GET',
  path: '/api/pieces/:id/rounds',
  summary: 'The focus of each attempt, what went back for another go, and the exemplars beside the work.',
  params: ById,
  output: z.strictObject({
    focuses: z.array(z.strictObject({ iterationId: Id, words: z.string(), setBy: Person, setAt: Moment })),
    returns: z.array(
      z.strictObject({
        id: Id,
        iterationId: Id,
        tryNext: z.string(),
        returnedBy: Person,
        returnedAt: Moment,
        /** the next attempt closed it */
        nextNumber: z.number().int().nullable(),
        /** or its learner said why there will be none */
        answer: z.strictObject({ why: z.string(), at: Moment }).nullable(),
        may: z.strictObject({ withdraw: z.boolean(), answer: z.boolean() }),
      }),
    ),
    exemplars: z.array(Exemplar),
    may: z.strictObject({ setFocus: z.boolean(), giveBack: z.boolean(), placeExemplar: z.boolean() }),
  }),
})

export const SetFocus = endpoint({
  name: 'SetFocus',
  method: 'PUT',
  path: '/api/focuses/:id',
  summary: 'Say what to look at in an attempt this time, as its learner or a teacher; empty words lift it.',
  params: ById,
  body: z.strictObject({ iterationId: Id, words: words(longestFocus) }),
  output: Done,
})

export const ReturnIteration = endpoint({
  name: 'ReturnIteration',
  method: 'PUT',
  path: '/api/returns/:id',
  summary: 'Give an attempt back for another go, with what to try. The next attempt closes it.',
  params: ById,
  body: z.strictObject({ iterationId: Id, tryNext: words(longestTryNext).min(1) }),
  output: Done,
})

export const WithdrawReturn = endpoint({
  name: 'WithdrawReturn',
  method: 'PUT',
  path: '/api/returns/:id/withdrawal',
  summary: 'The attempt may stand as it is after all.',
  params: ById,
  output: Done,
})

export const AnswerReturn = endpoint({
  name: 'AnswerReturn',
  method: 'PUT',
  path: '/api/returns/:id/answer',
  summary: 'As its learner: there will be no further attempt, because.',
  params: ById,
  body: z.strictObject({ why: words(longestTryNext).min(1) }),
  output: Done,
})

export const ListReturned = endpoint({
  name: 'ListReturned',
  method: 'GET',
  path: '/api/returned',
  summary: 'Work of mine that came back for another go and waits for it.',
  output: z.array(
    z.strictObject({
      id: Id,
      tryNext: z.string(),
      returnedBy: Person,
      returnedAt: Moment,
      iterationNumber: z.number().int(),
      piece: PieceTile,
    }),
  ),
})

const Beside = { caption: words(longestCaption).default(''), alt: words(longestCaption).default('') }

export const PlaceExemplar = endpoint({
  name: 'PlaceExemplar',
  method: 'PUT',
  path: '/api/exemplars/:id',
  summary:
    'Put something to look at beside the work of a learner I teach. Another piece must be one that this learner may see anyway.',
  params: ById,
  body: z.strictObject({
    pieceId: Id,
    shows: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), text: words(longestExemplar).min(1) }),
      z.strictObject({ kind: z.literal('media'), mediaId: Id }),
      z.strictObject({ kind: z.literal('link'), url: words(4000).refine(isSafeLink) }),
      z.strictObject({ kind: z.literal('work'), shownPieceId: Id }),
    ]),
    ...Beside,
  }),
  output: Done,
})

export const RemoveExemplar = endpoint({
  name: 'RemoveExemplar',
  method: 'PUT',
  path: '/api/exemplars/:id/removal',
  summary: 'Take an exemplar away that I placed.',
  params: ById,
  output: Done,
})
