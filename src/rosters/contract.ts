import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment } from '../platform/contract.ts'
import { anomalyCodes } from './anomalies.ts'
import { oddityCodes, rejectedCodes, rosterFormats } from './roster.ts'

const Count = z.number().int()
const Listed = z.strictObject({ count: Count, some: z.array(z.string()) })
const Group = Listed.extend({ learners: Count, staff: Count, guardians: Count })
const Where = { file: z.string(), row: Count, detail: z.string() }

const Story = z.strictObject({
  format: z.enum(rosterFormats),
  holds: z.strictObject({
    schools: Count,
    classes: Count,
    people: Count,
    enrollments: Count,
    guardianships: Count,
  }),
  people: z.strictObject({ join: Group, leave: Group, return: Group, rename: Group, together: Group }),
  moves: Listed,
  schools: z.strictObject({ opened: Listed, renamed: Listed, gone: Listed }),
  classes: z.strictObject({ opened: Listed, changed: Listed, closed: Listed }),
  enrollments: z.strictObject({ opened: Count, changed: Count, closed: Count }),
  guardianships: z.strictObject({ opened: Count, closed: Count }),
  duties: z.strictObject({ opened: Count, closed: Count }),
  anomalies: z.array(
    z.strictObject({ code: z.enum(anomalyCodes), count: Count, of: Count, detail: z.string() }),
  ),
  rejected: z.strictObject({
    count: Count,
    some: z.array(z.strictObject({ code: z.enum(rejectedCodes), ...Where })),
  }),
  oddities: z.array(z.strictObject({ code: z.enum(oddityCodes), count: Count, ...Where })),
  changesNothing: z.boolean(),
})

const Import = z.strictObject({
  id: Id,
  name: z.string(),
  format: z.enum(rosterFormats),
  broughtAt: Moment,
  /** nobody when it came by the command line or a folder */
  broughtBy: z.string().nullable(),
  appliedAt: Moment.nullable(),
  appliedBy: z.string().nullable(),
  undoneAt: Moment.nullable(),
  undoneBy: z.string().nullable(),
  /** what people changed by hand after it, which undoing it left as it is */
  keptByHand: Count,
  people: Count,
  changesNothing: z.boolean(),
})

export const GetRosterProgress = endpoint({
  name: 'GetRosterProgress',
  method: 'GET',
  path: '/api/roster-progress',
  summary: 'The roster that is being applied, by whatever process, or that broke off last.',
  output: z.strictObject({
    latest: z
      .strictObject({
        id: Id,
        name: z.string(),
        since: Moment,
        /** of a hundred */
        howFar: Count,
        /** else it broke off, and nothing of it was done */
        isRunning: z.boolean(),
      })
      .nullable(),
  }),
})

export const ListRosterImports = endpoint({
  name: 'ListRosterImports',
  method: 'GET',
  path: '/api/roster-imports',
  summary: 'For the office of the district: the roster files that were brought, and what became of them.',
  output: z.array(Import),
})

export const GetRosterImport = endpoint({
  name: 'GetRosterImport',
  method: 'GET',
  path: '/api/roster-imports/:id',
  summary: 'What a roster file would change, or changed: counts first, then names, then what was wrong.',
  params: ById,
  output: Import.extend({
    story: Story,
    may: z.strictObject({ apply: z.boolean(), undo: z.boolean() }),
  }),
})

export const ApplyRosterImport = endpoint({
  name: 'ApplyRosterImport',
  method: 'PUT',
  path: '/api/roster-imports/:id/application',
  summary: 'Do what a roster file would do, all of it or nothing. What looks wrong must be accepted by name.',
  params: ById,
  body: z.strictObject({ accepts: z.array(z.enum(anomalyCodes)).max(20).default([]) }),
  output: Done,
})

export const UndoRosterImport = endpoint({
  name: 'UndoRosterImport',
  method: 'PUT',
  path: '/api/roster-imports/:id/undoing',
  summary: 'Put back what the latest import changed.',
  params: ById,
  output: Done,
})
