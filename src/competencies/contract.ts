import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestStatement, oddityCodes } from './framework.ts'

const judges = ['learner', 'teacher'] as const
const Wording = z.strictObject({
  statement: z.string(),
  short: z.string().optional(),
  notes: z.string().optional(),
})

export const Competency = z.strictObject({
  id: Id,
  identifier: z.string(),
  code: z.string(),
  statement: z.string(),
  short: z.string(),
  notes: z.string(),
  kind: z.string(),
  grades: z.array(z.string()),
  revision: z.number().int(),
  /** the same in other languages, by language */
  translations: z.record(z.string(), Wording),
  parents: z.array(Id),
  retiredAt: Moment.nullable(),
  replacedBy: Id.nullable(),
  /** how far down profiles go that this district has loaded */
  profiles: z.number().int(),
})

const Framework = z.strictObject({
  id: Id,
  identifier: z.string(),
  title: z.string(),
  creator: z.string(),
  version: z.string(),
  language: z.string(),
  notes: z.string(),
  translations: z.record(z.string(), z.strictObject({ title: z.string(), notes: z.string().optional() })),
  judgedBy: z.enum(judges),
  origin: z.enum(['pack', 'case', 'table', 'own']),
  pack: z.string().nullable(),
  competencies: z.number().int(),
  retired: z.number().int(),
  adoptedAt: Moment,
  closedAt: Moment.nullable(),
  may: z.strictObject({ keep: z.boolean() }),
})

const InTwo = z.strictObject({ en: z.string(), fr: z.string() })

export const ListFrameworks = endpoint({
  name: 'ListFrameworks',
  method: 'GET',
  path: '/api/frameworks',
  summary: 'The frameworks of my district, and the packs it could take over.',
  output: z.strictObject({
    frameworks: z.array(Framework),
    packs: z.array(
      z.strictObject({
        pack: z.string(),
        version: z.string(),
        title: InTwo,
        notes: InTwo,
        judgedBy: z.enum(judges),
        items: z.number().int(),
      }),
    ),
    may: z.strictObject({ keep: z.boolean() }),
  }),
})

export const GetFramework = endpoint({
  name: 'GetFramework',
  method: 'GET',
  path: '/api/frameworks/:id',
  summary: 'A framework with its items in reading order, up to 2,000 of them; search finds the others.',
  params: ById,
  output: Framework.extend({ items: z.array(Competency), more: z.boolean() }),
})

export const ListPointing = endpoint({
  name: 'ListPointing',
  method: 'GET',
  path: '/api/frameworks/:id/pointing',
  summary: "For the district's office: how many things of learners point at each item. Counts only.",
  params: ById,
  output: z.array(z.strictObject({ competencyId: Id, things: z.number().int() })),
})

export const FoundCompetency = z.strictObject({
  id: Id,
  code: z.string(),
  statement: z.string(),
  short: z.string(),
  notes: z.string(),
  translations: z.record(z.string(), Wording),
  /** what it stands below, nearest first */
  above: z.string().nullable(),
  framework: z.strictObject({ id: Id, title: z.string(), judgedBy: z.enum(judges) }),
})

export const FindCompetencies = endpoint({
  name: 'FindCompetencies',
  method: 'GET',
  path: '/api/competencies',
  summary: 'Items in use whose words hold all of these pieces of words, the best thirty.',
  query: z.strictObject({ words: words(200).min(1), frameworkId: Id.optional() }),
  output: z.array(FoundCompetency),
})

export const AdoptPack = endpoint({
  name: 'AdoptPack',
  method: 'PUT',
  path: '/api/framework-packs',
  summary: 'Take a pack over for the district, or its newer version. May be sent twice.',
  body: z.strictObject({ pack: z.string().max(100) }),
  output: z.strictObject({ frameworkId: Id }),
})

const Change = z.strictObject({ count: z.number().int(), some: z.array(z.string()) })

export const FrameworkImport = z.strictObject({
  id: Id,
  name: z.string(),
  broughtAt: Moment,
  broughtBy: z.string(),
  title: z.string(),
  origin: z.enum(['case', 'table']),
  /** the framework it would change, or null when it begins one */
  frameworkId: Id.nullable(),
  appliedAt: Moment.nullable(),
  competencies: z.number().int(),
  ties: z.number().int(),
  adds: Change,
  changes: Change,
  retires: Change,
  returns: Change,
  /** before it is applied: items that would be retired although something of learners points at them */
  touches: z.strictObject({ items: z.number().int(), things: z.number().int() }),
  oddities: z.array(
    z.strictObject({ code: z.enum(oddityCodes), at: z.string(), detail: z.string().optional() }),
  ),
  odditiesInAll: z.number().int(),
})

export const GetFrameworkImport = endpoint({
  name: 'GetFrameworkImport',
  method: 'GET',
  path: '/api/framework-imports/:id',
  summary: 'What bringing this file in would change, in counts and examples; after it, what it changed.',
  params: ById,
  output: FrameworkImport,
})

export const ListFrameworkImports = endpoint({
  name: 'ListFrameworkImports',
  method: 'GET',
  path: '/api/framework-imports',
  summary: 'The files that were brought lately, newest first, and what became of them.',
  output: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      broughtAt: Moment,
      broughtBy: z.string(),
      frameworkId: Id.nullable(),
      appliedAt: Moment.nullable(),
    }),
  ),
})

export const ApplyFrameworkImport = endpoint({
  name: 'ApplyFrameworkImport',
  method: 'PUT',
  path: '/api/framework-imports/:id/application',
  summary: 'Take the file over, whole or not at all. What vanished is retired, never deleted.',
  params: ById,
  body: z.strictObject({ judgedBy: z.enum(judges) }),
  output: z.strictObject({ frameworkId: Id }),
})

export const BeginFramework = endpoint({
  name: 'BeginFramework',
  method: 'PUT',
  path: '/api/frameworks/:id',
  summary: "Begin a framework of the district's own.",
  params: ById,
  body: z.strictObject({
    title: words(300).min(1),
    notes: words(5_000).default(''),
    judgedBy: z.enum(judges),
    language: z.string().max(20).default('en'),
  }),
  output: Done,
})

export const WriteCompetency = endpoint({
  name: 'WriteCompetency',
  method: 'PUT',
  path: '/api/competencies/:id',
  summary:
    "Add or edit an item of the district's own framework. `revision` is the one I was looking at plus one; 1 adds it.",
  params: ById,
  body: z.strictObject({
    frameworkId: Id,
    revision: z.number().int().min(1).max(100_000),
    statement: words(longestStatement).min(1),
    short: words(300).default(''),
    notes: words(5_000).default(''),
    code: words(100).default(''),
    parentId: Id.optional(),
    french: words(longestStatement).default(''),
  }),
  output: Done,
})

export const RetireCompetency = endpoint({
  name: 'RetireCompetency',
  method: 'PUT',
  path: '/api/competencies/:id/retirement',
  summary: "Retire an item of the district's own framework, or take it up again. What points at it stays.",
  params: ById,
  body: z.strictObject({ retired: z.boolean() }),
  output: Done,
})

export const ReorderCompetencies = endpoint({
  name: 'ReorderCompetencies',
  method: 'PUT',
  path: '/api/frameworks/:id/order',
  summary: "Put items of the district's own framework that stand beside each other in this order.",
  params: ById,
  body: z.strictObject({ ids: z.array(Id).min(2).max(2_000) }),
  output: Done,
})

export const CloseFramework = endpoint({
  name: 'CloseFramework',
  method: 'PUT',
  path: '/api/frameworks/:id/closure',
  summary: 'Take a framework out of use, or into use again. What points at it stays.',
  params: ById,
  body: z.strictObject({ closed: z.boolean() }),
  output: Done,
})

export const LoadProfiles = endpoint({
  name: 'LoadProfiles',
  method: 'PUT',
  path: '/api/frameworks/:id/profiles',
  summary: 'Load the profiles of a framework that the district may use, as rows; all of them or none.',
  params: ById,
  body: z.strictObject({
    source: words(300).min(1),
    language: z.enum(['en', 'fr']),
    profiles: z
      .array(
        z.strictObject({
          competencyId: Id,
          number: z.number().int().min(1).max(12),
          statement: words(5_000).min(1),
        }),
      )
      .min(1)
      .max(2_000),
  }),
  output: Done,
})

export const ListProfiles = endpoint({
  name: 'ListProfiles',
  method: 'GET',
  path: '/api/competencies/:id/profiles',
  summary: 'How a competency shows, simple to complex, in the words the district has loaded.',
  params: ById,
  output: z.array(
    z.strictObject({
      number: z.number().int(),
      language: z.string(),
      statement: z.string(),
      source: z.string(),
    }),
  ),
})

const Level = z.strictObject({
  code: z.string(),
  name: InTwo,
  meaning: InTwo,
  percent: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
})

export const ListScales = endpoint({
  name: 'ListScales',
  method: 'GET',
  path: '/api/scales',
  summary: 'The scales that teachers may judge on, lowest level first. Never for the Core Competencies.',
  output: z.array(
    z.strictObject({
      pack: z.string(),
      version: z.string(),
      title: InTwo,
      source: z.string(),
      grades: z.array(z.string()),
      levels: z.array(Level),
      withoutLevel: z.array(Level),
    }),
  ),
})
