import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestCaption } from '../work/piece.ts'
import { bands, longestPrompt, stages } from './prompt.ts'
import { longestReflection, mostReflectionParts, reflectionAudiences } from './reflection.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const InTwo = z.strictObject({ en: z.string(), fr: z.string() })
const Audiences = z.array(z.enum(reflectionAudiences)).max(2)

const Prompt = z.strictObject({
  key: z.string(),
  stage: z.enum(stages).nullable(),
  words: InTwo,
  /** a teacher's or a school's own; in one language alike in both */
  own: z.boolean(),
  by: z.string().nullable(),
  askedAt: Moment.nullable(),
  lastAnswer: z.strictObject({ id: Id, words: z.string(), at: Moment }).nullable(),
})

export const ListPrompts = endpoint({
  name: 'ListPrompts',
  method: 'GET',
  path: '/api/prompts',
  summary:
    'The questions for me as a learner, of my grade band and my classes, with when I was last asked and what I said.',
  output: z.strictObject({
    band: z.enum(bands),
    again: InTwo,
    prompts: z.array(Prompt),
    /** the terms of my school that have begun lately, to say something about */
    terms: z.array(z.strictObject({ id: Id, name: z.string() })),
  }),
})

export const SkipPrompt = endpoint({
  name: 'SkipPrompt',
  method: 'PUT',
  path: '/api/prompt-skips/:id',
  summary: 'Let a question pass. Nobody else learns of it; it stays away for three weeks.',
  params: ById,
  body: z.strictObject({ prompt: words(100).min(1) }),
  output: Done,
})

export const AddOwnPrompt = endpoint({
  name: 'AddOwnPrompt',
  method: 'PUT',
  path: '/api/own-prompts/:id',
  summary:
    'Put a question of my own to a class I teach, or to a school I lead. `words` in English or the only language. May be sent twice.',
  params: ById,
  body: z.strictObject({
    classId: Id.optional(),
    schoolId: Id.optional(),
    stage: z.enum(stages).optional(),
    band: z.enum(bands).optional(),
    words: words(longestPrompt).min(1),
    french: words(longestPrompt).default(''),
  }),
  output: Done,
})

export const ReviseOwnPrompt = endpoint({
  name: 'ReviseOwnPrompt',
  method: 'PUT',
  path: '/api/own-prompts/:id/revisions/:revision',
  summary:
    'Put a question of my class or school differently. `revision` is the one I was looking at plus one.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject({
    stage: z.enum(stages).optional(),
    band: z.enum(bands).optional(),
    words: words(longestPrompt).min(1),
    french: words(longestPrompt).default(''),
  }),
  output: Done,
})

export const CloseOwnPrompt = endpoint({
  name: 'CloseOwnPrompt',
  method: 'PUT',
  path: '/api/own-prompts/:id/closure',
  summary: 'Ask it no more. The answers stay.',
  params: ById,
  output: Done,
})

const Place = z.strictObject({ id: Id, name: z.string() })

const OwnPrompt = z.strictObject({
  id: Id,
  stage: z.enum(stages).nullable(),
  band: z.enum(bands).nullable(),
  words: z.string(),
  french: z.string(),
  revision: z.number().int(),
  addedBy: Person,
  addedAt: Moment,
  /** who put it differently last, when that was somebody else */
  revisedBy: Person.nullable(),
  closedAt: Moment.nullable(),
  may: z.strictObject({ revise: z.boolean(), close: z.boolean() }),
})

export const ListOwnPrompts = endpoint({
  name: 'ListOwnPrompts',
  method: 'GET',
  path: '/api/classes/:id/prompts',
  summary: 'The questions put to a class I teach, and after them those of its school.',
  params: ById,
  output: z.strictObject({
    class: Place,
    school: Place,
    own: z.array(OwnPrompt),
    ofSchool: z.array(OwnPrompt),
  }),
})

export const ListSchoolPrompts = endpoint({
  name: 'ListSchoolPrompts',
  method: 'GET',
  path: '/api/school-prompts',
  summary: 'For those who lead schools: the questions put to everybody in them.',
  output: z.array(z.strictObject({ school: Place, own: z.array(OwnPrompt) })),
})

const NewPart = z.strictObject({
  mediaId: Id,
  caption: words(longestCaption).default(''),
  alt: words(longestCaption).default(''),
})
const Said = {
  body: words(longestReflection).default(''),
  parts: z.array(NewPart).max(mostReflectionParts).default([]),
}

const Parts = z.array(z.strictObject({ media: Media, caption: z.string(), alt: z.string() }))

export const Reflection = z.strictObject({
  id: Id,
  learner: Person,
  /** who wrote it down, when that was not the learner */
  scribe: Person.nullable(),
  stage: z.enum(stages).nullable(),
  promptWords: z.string(),
  /** the earlier answer that the question quoted */
  answers: z.strictObject({ id: Id, words: z.string(), at: Moment }).nullable(),
  piece: z.strictObject({ id: Id, title: z.string() }).nullable(),
  iteration: z.strictObject({ id: Id, number: z.number().int() }).nullable(),
  term: z.strictObject({ id: Id, name: z.string() }).nullable(),
  /** the goal it is about, for its learner */
  goal: z.strictObject({ id: Id, words: z.string() }).nullable(),
  /** the collection it is about, for its learner; others read it beside that collection */
  collection: z.strictObject({ id: Id, title: z.string() }).nullable(),
  madeAt: Moment,
  revision: z.number().int(),
  body: z.string(),
  parts: Parts,
  audiences: Audiences,
  may: z.strictObject({ revise: z.boolean(), share: z.boolean(), remove: z.boolean() }),
})

export const AddReflection = endpoint({
  name: 'AddReflection',
  method: 'PUT',
  path: '/api/reflections/:id',
  summary:
    'Keep a reflection of mine; or, with `learnerId`, write down what a child I teach or guard says to me. May be sent twice.',
  params: ById,
  body: z.strictObject({
    learnerId: Id.optional(),
    pieceId: Id.optional(),
    iterationId: Id.optional(),
    termId: Id.optional(),
    goalId: Id.optional(),
    collectionId: Id.optional(),
    stage: z.enum(stages).optional(),
    prompt: words(100).optional(),
    promptWords: words(longestPrompt).default(''),
    answersId: Id.optional(),
    ...Said,
    audiences: Audiences.default([]),
  }),
  output: Done,
})

export const ReviseReflection = endpoint({
  name: 'ReviseReflection',
  method: 'PUT',
  path: '/api/reflections/:id/revisions/:revision',
  summary: 'Put a reflection of mine differently. `revision` is the one I was looking at plus one.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(Said),
  output: Done,
})

export const ListReflectionRevisions = endpoint({
  name: 'ListReflectionRevisions',
  method: 'GET',
  path: '/api/reflections/:id/revisions',
  summary: 'What I said before in a reflection of mine, newest first. Only its learner reads it.',
  params: ById,
  output: z.array(
    z.strictObject({
      revision: z.number().int(),
      writtenAt: Moment,
      writtenBy: Person,
      body: z.string(),
      parts: Parts,
    }),
  ),
})

export const ShareReflection = endpoint({
  name: 'ShareReflection',
  method: 'PUT',
  path: '/api/reflections/:id/audiences',
  summary: 'Who may read a reflection of mine: exactly these, or nobody.',
  params: ById,
  body: z.strictObject({ audiences: Audiences }),
  output: Done,
})

export const DeleteReflection = endpoint({
  name: 'DeleteReflection',
  method: 'PUT',
  path: '/api/reflections/:id/deletion',
  summary: 'Delete a reflection of mine. It can be restored for 30 days and is then erased.',
  params: ById,
  output: Done,
})

export const RestoreReflection = endpoint({
  name: 'RestoreReflection',
  method: 'PUT',
  path: '/api/reflections/:id/restoration',
  summary: 'Take that back.',
  params: ById,
  output: Done,
})

export const ListDeletedReflections = endpoint({
  name: 'ListDeletedReflections',
  method: 'GET',
  path: '/api/deleted-reflections',
  summary: 'The reflections I deleted and can still restore.',
  output: z.array(z.strictObject({ erasedOn: Day, reflection: Reflection })),
})

export const ListReflections = endpoint({
  name: 'ListReflections',
  method: 'GET',
  path: '/api/learners/:id/reflections',
  summary:
    "A learner's reflections as far as I may read them, newest first, or those on one goal or collection. `before` reads on.",
  params: ById,
  query: z.strictObject({ before: Moment.optional(), goal: Id.optional(), collection: Id.optional() }),
  output: z.strictObject({
    learner: Person,
    reflections: z.array(Reflection),
    next: Moment.nullable(),
    may: z.strictObject({ scribe: z.boolean() }),
  }),
})

export const ListPieceReflections = endpoint({
  name: 'ListPieceReflections',
  method: 'GET',
  path: '/api/pieces/:id/reflections',
  summary: 'What its learner said about a piece I see, as far as I may read it, oldest first.',
  params: ById,
  output: z.strictObject({
    reflections: z.array(Reflection),
    may: z.strictObject({ reflect: z.boolean(), scribe: z.boolean() }),
  }),
})
