import { setImmediate as others } from 'node:timers/promises'
import type { BundleFile } from '../rosters/roster-bundle.ts'

/** One thing as a OneRoster server says it. */
export type Said = Readonly<Record<string, unknown>>
export const collections = ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments'] as const
export type Collection = (typeof collections)[number]
/** Of a collection that a server does not have nothing is said. */
export type Answers = Partial<Record<Collection, Said[]>>

const text = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
const one = (value: unknown): Said =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : {}
const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const idOf = (value: unknown): string => text(one(value)['sourcedId'])
const ids = (value: unknown): string => many(value).map(idOf).filter(Boolean).join(',')
const list = (value: unknown): string =>
  Array.isArray(value) ? value.map(text).filter(Boolean).join(',') : text(value)

/** A server says `active` of everything that is; in a table only what is gone has to be said. */
const status = (said: Said): string =>
  text(said['status']).toLowerCase() === 'active' ? '' : text(said['status'])

type Table = readonly (readonly [heading: string, of: (said: Said) => string])[]
const plain = (...names: string[]): Table => names.map((name) => [name, (said) => text(said[name])])
const base: Table = [
  ['sourcedId', (said) => text(said['sourcedId'])],
  ['status', status],
]

const tables: Record<Collection, Table> = {
  orgs: [
    ...base,
    ...plain('name', 'type', 'identifier'),
    ['parentSourcedId', (said) => idOf(said['parent'])],
  ],
  academicSessions: [
    ...base,
    ...plain('title', 'type', 'startDate', 'endDate', 'schoolYear'),
    ['parentSourcedId', (said) => idOf(said['parent'])],
  ],
  courses: [...base, ...plain('title', 'courseCode')],
  classes: [
    ...base,
    ...plain('title', 'classCode', 'classType', 'location'),
    ['grades', (said) => list(said['grades'])],
    ['courseSourcedId', (said) => idOf(said['course'])],
    ['schoolSourcedId', (said) => idOf(said['school'])],
    ['termSourcedIds', (said) => ids(said['terms'])],
  ],
  users: [
    ...base,
    ...plain('enabledUser', 'username', 'givenName', 'familyName', 'middleName', 'identifier', 'email'),
    ...plain('userMasterIdentifier', 'role'),
    ['preferredGivenName', (said) => text(said['preferredFirstName'] ?? said['preferredGivenName'])],
    ['preferredFamilyName', (said) => text(said['preferredLastName'] ?? said['preferredFamilyName'])],
    ['userIds', (said) => many(said['userIds']).map(numberOf).join(',')],
    ['orgSourcedIds', (said) => ids(said['orgs'])],
    ['agentSourcedIds', (said) => ids(said['agents'])],
    ['grades', (said) => list(said['grades'])],
  ],
  enrollments: [
    ...base,
    ...plain('role', 'primary', 'beginDate', 'endDate'),
    ['classSourcedId', (said) => idOf(said['class'])],
    ['schoolSourcedId', (said) => idOf(said['school'])],
    ['userSourcedId', (said) => idOf(said['user'])],
  ],
}

const numberOf = (value: unknown) =>
  `{${text(one(value)['type']).replaceAll(/[{}:,]/g, '')}:${text(one(value)['identifier']).replaceAll(/[{},]/g, '')}}`

const roleTable: Table = [
  ['sourcedId', (said) => text(said['sourcedId'])],
  ['userSourcedId', (said) => text(said['user'])],
  ...plain('roleType', 'role', 'beginDate', 'endDate'),
  ['orgSourcedId', (said) => idOf(said['org'])],
]

/** Since 1.2 the roles stand inside of the user. */
const rolesIn = (users: readonly Said[]): Said[] =>
  users.flatMap((user) =>
    many(user['roles']).map((role, place) => {
      const id = text(user['sourcedId'])
      return { ...one(role), user: id, sourcedId: `${id} ${place}` }
    }),
  )

const cell = (words: string) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)
const row = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`

/** What a server says, as the tables of the CSV binding: read by the very reader that reads those. */
export function tablesOf(answers: Answers, version: string, mode: 'bulk' | 'delta'): BundleFile[] {
  const file = (name: string, table: Table, said: readonly Said[]): BundleFile => ({
    name: `${name}.csv`,
    bytes: async function* bytes() {
      yield Buffer.from(row(table.map(([heading]) => heading)))
      for (let from = 0; from < said.length; from += 500) {
        // whoever else asks something of the server is answered in between
        await others()
        const rows = said.slice(from, from + 500).map((thing) => row(table.map(([, of]) => of(thing))))
        yield Buffer.from(rows.join(''))
      }
    },
  })
  const files = collections.flatMap((name) => {
    const said = answers[name]
    return said ? [file(name, tables[name], said)] : []
  })
  if (version === '1.2') files.push(file('roles', roleTable, rolesIn(answers.users ?? [])))
  const manifest = [
    ['propertyName', 'value'],
    ['oneroster.version', version],
    ...files.map(({ name }) => [`file.${name.replace('.csv', '')}`, mode]),
  ]
  const told: BundleFile = {
    name: 'manifest.csv',
    bytes: async function* bytes() {
      yield Buffer.from(manifest.map(row).join(''))
    },
  }
  return [told, ...files]
}
