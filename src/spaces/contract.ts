import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { PieceTile } from '../work/contract.ts'
import { kinds, kindsByHand, longestName, mostSeats, states } from './space.ts'

const Named = z.strictObject({ id: Id, name: z.string() })
const Role = z.enum(['student', 'teacher'])
const About = {
  id: Id,
  name: z.string(),
  kind: z.enum(kinds),
  classId: Id.nullable(),
  school: z.string(),
}

export const ListSpaces = endpoint({
  name: 'ListSpaces',
  method: 'GET',
  path: '/api/spaces',
  summary: 'The spaces that are shown to me, those by hand that I keep, and those I learned in earlier.',
  output: z.strictObject({
    spaces: z.array(
      z.strictObject({
        ...About,
        role: Role,
        state: z.enum(states),
        archived: z.boolean(),
        teachers: z.array(z.string()),
        learners: z.number().int(),
      }),
    ),
    /** of a learner: how much of their work is in no space */
    own: z.strictObject({ pieces: z.number().int() }).nullable(),
    earlier: z.array(z.strictObject({ ...About, until: Moment, pieces: z.number().int() })),
    /** the schools where I teach or am of the staff today */
    schools: z.array(Named),
  }),
})

const Rule = <T extends z.ZodType>(says: T) =>
  z.strictObject({ says, setBy: Named.nullable(), setAt: Moment.nullable() })

export const GetSpace = endpoint({
  name: 'GetSpace',
  method: 'GET',
  path: '/api/spaces/:id',
  summary: 'A space that is shown to me, or that I keep: who is in it, and what holds there.',
  params: ById,
  output: z.strictObject({
    ...About,
    schoolId: Id,
    archiving: z.strictObject({ id: Id, by: Named, at: Moment }).nullable(),
    /** of a space by hand the id of the seat too */
    people: z.array(z.strictObject({ seatId: Id.nullable(), person: Named, role: Role })),
    rules: z.strictObject({
      learners: Rule(z.enum(states)),
      families: Rule(z.enum(states)),
      remarks: Rule(z.enum(['yes', 'no'])),
    }),
    may: z.strictObject({ keep: z.boolean(), setRules: z.boolean(), add: z.boolean() }),
  }),
})

export const ListSpaceCandidates = endpoint({
  name: 'ListSpaceCandidates',
  method: 'GET',
  path: '/api/schools/:id/space-candidates',
  summary:
    'Who could be in a space of mine at a school: the learners I teach there (for staff beside the classes, any learner of it), and my colleagues there.',
  params: ById,
  output: z.strictObject({
    learners: z.array(z.strictObject({ id: Id, name: z.string(), classes: z.array(z.string()) })),
    colleagues: z.array(Named),
  }),
})

export const OpenSpace = endpoint({
  name: 'OpenSpace',
  method: 'PUT',
  path: '/api/spaces/:id',
  summary:
    'Open a group or a one-to-one with learners I teach and colleagues; or give one I keep another name.',
  params: ById,
  body: z.strictObject({
    kind: z.enum(kindsByHand),
    schoolId: Id,
    name: words(longestName).trim().min(1),
    seats: z
      .array(z.strictObject({ id: Id, personId: Id, role: Role }))
      .max(mostSeats)
      .default([]),
  }),
  output: Done,
})

export const SeatPerson = endpoint({
  name: 'SeatPerson',
  method: 'PUT',
  path: '/api/space-seats/:id',
  summary: 'Bring a learner I teach, or a colleague who teaches there, into a space by hand that I keep.',
  params: ById,
  body: z.strictObject({ spaceId: Id, personId: Id, role: Role }),
  output: Done,
})

export const UnseatPerson = endpoint({
  name: 'UnseatPerson',
  method: 'PUT',
  path: '/api/space-seats/:id/ending',
  summary: 'Somebody is in that space no longer. What they made stays theirs.',
  params: ById,
  output: Done,
})

export const SetSpaceRule = endpoint({
  name: 'SetSpaceRule',
  method: 'PUT',
  path: '/api/space-rules/:id',
  summary:
    'What a space I teach in is for its learners and for their families, and whether its learners may say something to each other there.',
  params: ById,
  body: z.discriminatedUnion('about', [
    z.strictObject({ spaceId: Id, about: z.enum(['learners', 'families']), says: z.enum(states) }),
    z.strictObject({ spaceId: Id, about: z.literal('remarks'), says: z.enum(['yes', 'no']) }),
  ]),
  output: Done,
})

export const ArchiveSpace = endpoint({
  name: 'ArchiveSpace',
  method: 'PUT',
  path: '/api/space-archivings/:id',
  summary: 'Close a space by hand that I keep. Its learners keep everything they showed in it.',
  params: ById,
  body: z.strictObject({ spaceId: Id }),
  output: Done,
})

export const ReopenSpace = endpoint({
  name: 'ReopenSpace',
  method: 'PUT',
  path: '/api/space-archivings/:id/reopening',
  summary: 'Open it again: whoever sat in it does so still.',
  params: ById,
  output: Done,
})

const Work = z.strictObject({ pieces: z.array(PieceTile), next: Moment.nullable() })
const Before = z.strictObject({ before: Moment.optional() })

export const GetOwnSpace = endpoint({
  name: 'GetOwnSpace',
  method: 'GET',
  path: '/api/own-space',
  summary: 'My work that is in no space, newest first. `before` reads on.',
  query: Before,
  output: Work,
})

export const GetEarlierSpace = endpoint({
  name: 'GetEarlierSpace',
  method: 'GET',
  path: '/api/earlier-spaces/:id',
  summary: 'My own work from a space that is over for me, newest first. `before` reads on.',
  params: ById,
  query: Before,
  output: Work.extend({ space: z.strictObject({ ...About, until: Moment }) }),
})

export const ListChildSpaces = endpoint({
  name: 'ListChildSpaces',
  method: 'GET',
  path: '/api/children/:id/spaces',
  summary:
    "The spaces of my child's that are shown to families, with what my child shows us of their work there.",
  params: ById,
  output: z.array(
    z.strictObject({
      ...About,
      state: z.enum(states),
      teachers: z.array(z.string()),
      pieces: z.array(PieceTile),
    }),
  ),
})

export const CountSpaces = endpoint({
  name: 'CountSpaces',
  method: 'GET',
  path: '/api/space-counts',
  summary: 'For those with a duty: how many spaces were opened by hand at each school. Counts only.',
  output: z.array(
    z.strictObject({
      school: z.string(),
      groups: z.number().int(),
      oneToOnes: z.number().int(),
      learners: z.number().int(),
      archived: z.number().int(),
    }),
  ),
})
