import { z } from 'zod'
import { choiceKinds, longestWhy, wordKinds } from '../conferences/conference.ts'
import { Media } from '../media/contract.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { PieceTile } from '../work/contract.ts'
import { mostMarks, mostPage } from './walkthrough.ts'

export const SendWalkthrough = endpoint({
  name: 'SendWalkthrough',
  method: 'PUT',
  path: '/api/conferences/:id/walkthrough',
  summary:
    'Send those who take part in a meeting of mine what I recorded of it, with the second at which each page was turned to. May be sent twice.',
  params: ById,
  body: z.strictObject({
    mediaId: Id,
    preparationId: Id,
    marks: z.array(z.number().int().min(0).max(86_400)).min(1).max(mostMarks),
    /** which page each mark turned to, from 0 on; without it, one after the other */
    pages: z.array(z.number().int().min(0).max(mostPage)).max(mostMarks).optional(),
  }),
  output: Done,
})

export const GetWalkthrough = endpoint({
  name: 'GetWalkthrough',
  method: 'GET',
  path: '/api/conferences/:id/walkthrough',
  summary: 'What was recorded for a meeting I take part in, and the pages as they were then.',
  params: ById,
  output: z
    .strictObject({
      media: Media,
      marks: z.array(z.number().int()),
      pages: z.array(z.number().int()).nullable(),
      sentAt: Moment,
      choices: z.array(
        z.strictObject({ kind: z.enum(choiceKinds), piece: PieceTile.nullable(), why: z.string() }),
      ),
      goal: z.strictObject({ id: Id, form: z.string(), words: z.record(z.string(), z.string()) }).nullable(),
      /** a page was about a goal, which may be deleted since: the pages keep their numbers */
      goalShown: z.boolean(),
      may: z.strictObject({ answer: z.boolean() }),
    })
    .nullable(),
})

export const AnswerWalkthrough = endpoint({
  name: 'AnswerWalkthrough',
  method: 'PUT',
  path: '/api/walkthrough-answers/:id',
  summary:
    'As a guardian, say what I noticed, wonder or will do, in words or by voice. The first answer closes the meeting into its record. May be sent twice.',
  params: ById,
  body: z.strictObject({
    conferenceId: Id,
    kind: z.enum(wordKinds),
    words: words(longestWhy).default(''),
    mediaId: Id.optional(),
  }),
  output: Done,
})
