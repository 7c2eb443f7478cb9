import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestCaption } from '../work/piece.ts'
import {
  answers,
  claimAudiences,
  longestClaim,
  longestPlaceWords,
  longestThought,
  longestWhy,
  mostClaimParts,
  mostEvidence,
  places,
} from './claim.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Audiences = z.array(z.enum(claimAudiences)).max(2)
const Wording = z.strictObject({
  statement: z.string(),
  short: z.string().optional(),
  notes: z.string().optional(),
})

/** A competency as it is pointed at: its names, and in which framework it stands. */
const Pointed = z.strictObject({
  id: Id,
  identifier: z.string(),
  code: z.string(),
  statement: z.string(),
  short: z.string(),
  notes: z.string(),
  translations: z.record(z.string(), Wording),
  /** what it stands below, nearest first */
  above: z.string().nullable(),
  framework: z.strictObject({ id: Id, title: z.string(), judgedBy: z.enum(['learner', 'teacher']) }),
})

const NewEvidence = z.union([
  z.strictObject({ pieceId: Id, iterationId: Id.optional() }),
  z.strictObject({ reflectionId: Id }),
  z.strictObject({ place: z.enum(places), words: words(longestPlaceWords).min(1) }),
])

const Said = {
  words: words(longestClaim).default(''),
  /** a statement of the district's profiles, by its number */
  profile: z
    .strictObject({ number: z.number().int().min(1).max(12), language: z.enum(['en', 'fr']) })
    .optional(),
  reflection: words(longestThought).default(''),
  parts: z
    .array(z.strictObject({ mediaId: Id, alt: words(longestCaption).default('') }))
    .max(mostClaimParts)
    .default([]),
  evidence: z.array(NewEvidence).max(mostEvidence).default([]),
}

const Evidence = z.strictObject({
  piece: z.strictObject({ id: Id, title: z.string() }).nullable(),
  iteration: z.strictObject({ id: Id, number: z.number().int() }).nullable(),
  reflection: z.strictObject({ id: Id, words: z.string() }).nullable(),
  place: z.enum(places).nullable(),
  words: z.string(),
})

const Worded = {
  profile: z.strictObject({ number: z.number().int(), words: z.string() }).nullable(),
  reflection: z.string(),
  parts: z.array(z.strictObject({ media: Media, alt: z.string() })),
}

export const Claim = z.strictObject({
  id: Id,
  learner: Person,
  /** who wrote it down, when that was not the learner */
  scribe: Person.nullable(),
  competency: Pointed,
  words: z.string(),
  ...Worded,
  evidence: z.array(Evidence),
  madeAt: Moment,
  revision: z.number().int(),
  audiences: Audiences,
  may: z.strictObject({ revise: z.boolean(), share: z.boolean(), remove: z.boolean() }),
})

export const ListClaims = endpoint({
  name: 'ListClaims',
  method: 'GET',
  path: '/api/learners/:id/claims',
  summary: 'What a learner says they can do, as far as I may read it, newest first.',
  params: ById,
  output: z.strictObject({
    learner: Person,
    claims: z.array(Claim),
    may: z.strictObject({ claim: z.boolean(), scribe: z.boolean() }),
  }),
})

export const MakeClaim = endpoint({
  name: 'MakeClaim',
  method: 'PUT',
  path: '/api/claims/:id',
  summary:
    'Say what I can do at a competency; or, with `learnerId`, write down what a child up to grade 3 says to me. It has no level. May be sent twice.',
  params: ById,
  body: z.strictObject({
    learnerId: Id.optional(),
    competencyId: Id,
    ...Said,
    audiences: Audiences.default([]),
  }),
  output: Done,
})

export const ReviseClaim = endpoint({
  name: 'ReviseClaim',
  method: 'PUT',
  path: '/api/claims/:id/revisions/:revision',
  summary: 'Put what I said differently; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(Said),
  output: Done,
})

export const ListClaimRevisions = endpoint({
  name: 'ListClaimRevisions',
  method: 'GET',
  path: '/api/claims/:id/revisions',
  summary: 'How I put a claim of mine before, newest first. Only its learner reads it.',
  params: ById,
  output: z.array(
    z.strictObject({
      revision: z.number().int(),
      writtenAt: Moment,
      writtenBy: Person,
      words: z.string(),
      ...Worded,
    }),
  ),
})

export const ShareClaim = endpoint({
  name: 'ShareClaim',
  method: 'PUT',
  path: '/api/claims/:id/audiences',
  summary: 'Who may read what I said: exactly these, or nobody.',
  params: ById,
  body: z.strictObject({ audiences: Audiences }),
  output: Done,
})

export const DeleteClaim = endpoint({
  name: 'DeleteClaim',
  method: 'PUT',
  path: '/api/claims/:id/deletion',
  summary: 'Delete what I said. It can be restored for 30 days and is then erased.',
  params: ById,
  output: Done,
})

export const RestoreClaim = endpoint({
  name: 'RestoreClaim',
  method: 'PUT',
  path: '/api/claims/:id/restoration',
  summary: 'Take that back.',
  params: ById,
  output: Done,
})

export const ListDeletedClaims = endpoint({
  name: 'ListDeletedClaims',
  method: 'GET',
  path: '/api/deleted-claims',
  summary: 'What I said and deleted, and can still restore.',
  output: z.array(z.strictObject({ erasedOn: Day, claim: Claim })),
})

const Suggestion = z.strictObject({
  id: Id,
  competency: Pointed,
  words: z.string(),
  by: Person,
  suggestedAt: Moment,
  piece: z.strictObject({ id: Id, title: z.string() }),
  may: z.strictObject({ answer: z.boolean(), takeBack: z.boolean() }),
})

export const ListPieceTags = endpoint({
  name: 'ListPieceTags',
  method: 'GET',
  path: '/api/pieces/:id/tags',
  summary: 'What its learner says a piece needed of them, and what a teacher suggests. Not for classmates.',
  params: ById,
  output: z.strictObject({
    tags: z.array(
      z.strictObject({
        id: Id,
        competency: Pointed,
        taggedAt: Moment,
        may: z.strictObject({ remove: z.boolean() }),
      }),
    ),
    suggestions: z.array(Suggestion),
    may: z.strictObject({ tag: z.boolean(), suggest: z.boolean() }),
  }),
})

export const TagPiece = endpoint({
  name: 'TagPiece',
  method: 'PUT',
  path: '/api/tags/:id',
  summary: 'Say what a piece of mine needed of me. May be sent twice.',
  params: ById,
  body: z.strictObject({ pieceId: Id, competencyId: Id }),
  output: Done,
})

export const RemoveTag = endpoint({
  name: 'RemoveTag',
  method: 'PUT',
  path: '/api/tags/:id/removal',
  summary: 'Take a tag of mine off a piece.',
  params: ById,
  output: Done,
})

export const SuggestTag = endpoint({
  name: 'SuggestTag',
  method: 'PUT',
  path: '/api/tag-suggestions/:id',
  summary: 'As a teacher: suggest what a piece may have needed. Its learner decides. May be sent twice.',
  params: ById,
  body: z.strictObject({ pieceId: Id, competencyId: Id, words: words(longestWhy).default('') }),
  output: Done,
})

export const WithdrawSuggestion = endpoint({
  name: 'WithdrawSuggestion',
  method: 'PUT',
  path: '/api/tag-suggestions/:id/withdrawal',
  summary: 'Take back what I suggested.',
  params: ById,
  output: Done,
})

export const AnswerSuggestion = endpoint({
  name: 'AnswerSuggestion',
  method: 'PUT',
  path: '/api/tag-suggestions/:id/answer',
  summary: 'Accept a suggestion for my piece, which tags it under `tagId`; or leave it, and it fades.',
  params: ById,
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal(answers[0]), tagId: Id }),
    z.strictObject({ answer: z.literal(answers[1]) }),
  ]),
  output: Done,
})

/** One star: an item of a framework. */
const star = {
  id: Id,
  identifier: z.string(),
  code: z.string(),
  statement: z.string(),
  short: z.string(),
  notes: z.string(),
  translations: z.record(z.string(), Wording),
  parents: z.array(Id),
}
const sky = {
  id: Id,
  title: z.string(),
  translations: z.record(z.string(), z.strictObject({ title: z.string(), notes: z.string().optional() })),
}

export const ListInForce = endpoint({
  name: 'ListInForce',
  method: 'GET',
  path: '/api/competencies-in-force',
  summary:
    'The frameworks in force with their items, to search on the device; of a large one (`more`) the search finds the others.',
  output: z.array(z.strictObject({ ...sky, more: z.boolean(), stars: z.array(z.strictObject(star)) })),
})

export const GetConstellation = endpoint({
  name: 'GetConstellation',
  method: 'GET',
  path: '/api/constellation',
  summary:
    'Of me as a learner: the frameworks in force, and what lights each of their competencies. Of a large framework only what is lit.',
  output: z.strictObject({
    frameworks: z.array(
      z.strictObject({
        ...sky,
        stars: z.array(
          z.strictObject({
            ...star,
            lights: z.array(
              z.strictObject({
                kind: z.enum(['tag', 'claim']),
                id: Id,
                at: Moment,
                piece: z.strictObject({ id: Id, title: z.string() }).nullable(),
                words: z.string(),
              }),
            ),
          }),
        ),
      }),
    ),
    suggestions: z.array(Suggestion),
  }),
})

export const FindEarlierWork = endpoint({
  name: 'FindEarlierWork',
  method: 'GET',
  path: '/api/competencies/:id/earlier-work',
  summary:
    'Pieces of mine whose own words speak of this competency (or of `words`) and that I have not tagged with it.',
  params: ById,
  query: z.strictObject({ words: words(200).optional() }),
  output: z.array(
    z.strictObject({
      piece: z.strictObject({ id: Id, title: z.string(), grownAt: Moment }),
      /** some of the words, with what was found between ⁅ and ⁆ */
      excerpt: z.string(),
    }),
  ),
})

export const GetClassEvidence = endpoint({
  name: 'GetClassEvidence',
  method: 'GET',
  path: '/api/classes/:id/evidence',
  summary:
    'Which competencies have evidence in a class I teach: counts of the pieces I may see, of nobody in particular.',
  params: ById,
  output: z.strictObject({
    id: Id,
    name: z.string(),
    frameworks: z.array(
      z.strictObject({ ...sky, items: z.array(z.strictObject({ ...star, pieces: z.number().int() })) }),
    ),
  }),
})
