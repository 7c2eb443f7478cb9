import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestRemark, longestReport, signs } from './remark.ts'

const Named = z.strictObject({ id: Id, name: z.string() })

const Remark = z.strictObject({
  id: Id,
  by: Named,
  as: z.enum(['learner', 'teacher', 'guardian', 'peer']),
  sign: z.enum(signs).nullable(),
  body: z.string(),
  saidAt: Moment,
  hidden: z.boolean(),
  /** still read by the teachers who were asked to look */
  takenBack: z.boolean(),
  /** for the teachers of the space: what was reported and not decided yet */
  reports: z.array(z.strictObject({ by: Named, why: z.string(), at: Moment })),
  may: z.strictObject({ takeBack: z.boolean(), report: z.boolean(), decide: z.boolean() }),
})

export const ListRemarks = endpoint({
  name: 'ListRemarks',
  method: 'GET',
  path: '/api/pieces/:id/remarks',
  summary: 'What was said about a piece in the spaces it is shown in, as far as I read it there.',
  params: ById,
  output: z.array(
    z.strictObject({
      space: Named,
      may: z.strictObject({ say: z.boolean() }),
      remarks: z.array(Remark),
    }),
  ),
})

export const LeaveRemark = endpoint({
  name: 'LeaveRemark',
  method: 'PUT',
  path: '/api/remarks/:id',
  summary: 'Say something about a piece that is shown in a space of mine: one sign with its word, or words.',
  params: ById,
  body: z.union([
    z.strictObject({ pieceId: Id, spaceId: Id, sign: z.enum(signs) }),
    z.strictObject({ pieceId: Id, spaceId: Id, body: words(longestRemark).trim().min(1) }),
  ]),
  output: Done,
})

export const TakeRemarkBack = endpoint({
  name: 'TakeRemarkBack',
  method: 'PUT',
  path: '/api/remarks/:id/taking-back',
  summary: 'Take back what I said: nobody reads it any more.',
  params: ById,
  output: Done,
})

export const ReportRemark = endpoint({
  name: 'ReportRemark',
  method: 'PUT',
  path: '/api/remark-reports/:id',
  summary:
    'Ask the teachers of the space to look at what somebody said. Whoever said it is not told who asked.',
  params: ById,
  body: z.strictObject({ remarkId: Id, why: words(longestReport).trim() }),
  output: Done,
})

export const HideRemark = endpoint({
  name: 'HideRemark',
  method: 'PUT',
  path: '/api/remark-decisions/:id',
  summary: 'A teacher of the space hides what was said there, or lets it stand.',
  params: ById,
  body: z.strictObject({ remarkId: Id, hidden: z.boolean() }),
  output: Done,
})

export const ListRemarkReports = endpoint({
  name: 'ListRemarkReports',
  method: 'GET',
  path: '/api/remark-reports',
  summary:
    'What somebody asked the teachers of my spaces to look at and none has dealt with, whatever became of the work.',
  output: z.array(
    z.strictObject({
      space: Named,
      /** by its title when it was reported; without an id where it is not shown to me */
      work: z.strictObject({ title: z.string(), learner: Named, pieceId: Id.nullable() }),
      remark: Remark,
    }),
  ),
})
