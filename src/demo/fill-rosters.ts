import { newId } from '../platform/new-id.ts'
import type { Transaction } from '../platform/database.ts'
import { insertImport, noteApplied } from '../rosters/import-store.ts'
import { Packed, packRows } from '../rosters/shrink-rows.ts'
import type { Roster } from '../rosters/roster.ts'
import { planRoster } from '../rosters/roster-plan.ts'
import type { DemoCast } from './cast-shape.ts'

const day = 24 * 3_600_000
const nights = 3
const modes = {
  schools: 'delta',
  terms: 'delta',
  people: 'delta',
  classes: 'delta',
  enrollments: 'delta',
  guardianships: 'delta',
} as const
const nothing: Omit<Roster, 'format' | 'modes'> = {
  schools: [],
  terms: [],
  people: new Packed(),
  classes: [],
  enrollments: new Packed(),
  guardianships: new Packed(),
  rejected: new Packed(),
  oddities: [],
}
const nobody = {
  schools: new Map(),
  terms: new Map(),
  classes: new Map(),
  people: new Map(),
  humans: new Map(),
  duties: new Map(),
  apart: new Set<string>(),
  readPeople: async () => new Map(),
  readEnrollments: async () => new Map(),
  findEnrollments: async () => new Map(),
  readGuardianships: async () => new Map(),
  countGuarded: async () => new Map(),
}

type Filling = { db: Transaction; cast: DemoCast; district: DemoCast['districts'][number]; today: Date }

/** The last nights' files, as a folder brings them: of changes, and there were none. */
export async function fillRosters({ db, district, today }: Filling): Promise<void> {
  for (let ago = nights; ago > 0; ago -= 1) {
    const at = new Date(today.getTime() - ago * day)
    at.setUTCHours(11, 0, 0, 0)
    const name = `roster-${at.toISOString().slice(0, 10)}.zip`
    const roster: Roster = { format: 'oneroster-1.2', modes, ...nothing }
    const tools = { makeId: newId, makeRows: packRows, makeWrites: packRows, accepts: [] }
    const { story } = await planRoster(roster, { today: name.slice(7, 17), ...nobody }, tools)
    const doer = { db, districtId: district.id, personId: null, now: at, tell: async () => {} }
    const id = newId()
    await insertImport(doer, { id, source: 'oneroster', name, format: roster.format, digest: name, story })
    await noteApplied(doer, id, { story, accepted: [] })
  }
}
