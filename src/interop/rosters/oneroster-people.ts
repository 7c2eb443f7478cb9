import { Packed } from '../../rosters/shrink-rows.ts'
import type { At, Roster, RosterPerson, RosterRole } from '../../rosters/roster.ts'
import { gradeOf } from '../../rosters/roster.ts'
import { booleanOf, dayOf, listOf, short, wordOf } from './cells.ts'
import { keyOf, Once } from './draft.ts'
import { isGone, rowsOf } from './oneroster.ts'
import type { Manifest } from './oneroster-manifest.ts'
import type { Row } from './table.ts'

const guardians = ['guardian', 'parent', 'relative', 'careprovider', 'caregiver', 'familymember']
const administrators = ['districtadministrator', 'siteadministrator', 'systemadministrator', 'administrator']
const teachers = ['teacher', 'professor', 'faculty', 'lecturer', 'instructor']

/** What a feed calls a role, as ours. Whoever runs a district is made by hand and never by a file. */
export function roleOf(row: Row, raw: string): RosterRole | undefined {
  const plain = raw.toLowerCase().replace(/[^a-z:]/g, '')
  if (plain === 'student' || plain === 'learner') return 'student'
  if (teachers.includes(plain)) return 'teacher'
  if (guardians.includes(plain)) return 'guardian'
  if (plain === 'principal') return 'principal'
  if (administrators.includes(plain)) row.odd('not_by_file', raw)
  return plain === '' ? undefined : 'staff'
}

type Role = RosterPerson['roles'][number]

const userColumns =
  `*sourcedId status dateLastModified enabledUser orgSourcedIds role username userIds givenName
  familyName middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier
  preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns`.split(/\s+/)

/** users.csv, and since 1.2 roles.csv. The agents named on a row become guardianships; a role alone grants nothing. */
export async function readPeople(manifest: Manifest, roster: Roster): Promise<void> {
  const once = new Once()
  const relations = new Map<string, string>()
  const roles = await readRoles(manifest, roster, relations)
  const agents = new Packed<At & { key: string; agent: string }>()
  const seen = new Set<string>()
  for await (const row of rowsOf(manifest, 'users', userColumns, roster)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    if (row.get('password') !== '') row.odd('passwords_ignored', '')
    const gone = isGone(manifest, 'users', row) || !booleanOf(row, 'enabledUser', true)
    const own = row.get('role')
    // 1.2 moved the role out of this file
    if (own !== '')
      keepRole(roles, relations, key, row, { raw: own, schools: listOf(row.get('orgSourcedIds')) })
    const ofPerson = roles.get(key) ?? []
    if (ofPerson.length === 0 && roster.modes.people === 'bulk') row.reject('no_role', key)
    roster.people.push(personOf(row, key, gone, ofPerson, once))
    for (const agent of listOf(row.get('agentSourcedIds'))) agents.push({ ...row.at, key, agent })
  }
  for (const { key: learnerKey, agent: guardianKey, ...at } of agents) {
    const relationship = relations.get(guardianKey) ?? relations.get(learnerKey) ?? 'guardian'
    roster.guardianships.push({ ...at, learnerKey, guardianKey, relationship, maySee: true })
  }
}

function personOf(row: Row, key: string, gone: boolean, roles: Role[], once: Once): RosterPerson {
  const grades = listOf(row.get('grades'))
  const unknown =
    roles.some(({ role }) => role === 'student') && grades.find((one) => gradeOf(one) === undefined)
  if (unknown) row.odd('grade_unknown', unknown)
  const [given, family] = [short(row.get('givenName')), short(row.get('familyName'))]
  if (given === '' && family === '') row.odd('names_missing', key)
  return {
    ...row.at,
    key,
    gone,
    given: given === '' && family === '' ? row.get('username') || key : given || family,
    family: given === '' ? '' : family,
    usualGiven: short(row.get('preferredGivenName')),
    usualFamily: short(row.get('preferredFamilyName')),
    grades: grades.map((one) => once.of(one)),
    email: row.get('email'),
    username: row.get('username'),
    master: row.get('userMasterIdentifier'),
    identifiers: [...listOf(row.get('userIds')), row.get('identifier')].filter(Boolean),
    roles,
  }
}

const roleColumns =
  '*sourcedId status dateLastModified *userSourcedId roleType *role beginDate endDate orgSourcedId userProfileSourcedId'.split(
    ' ',
  )

async function readRoles(
  manifest: Manifest,
  roster: Roster,
  relations: Map<string, string>,
): Promise<Map<string, Role[]>> {
  const roles = new Map<string, Role[]>()
  for await (const row of rowsOf(manifest, 'roles', roleColumns, roster)) {
    if (isGone(manifest, 'roles', row)) continue
    wordOf(row, 'roleType')
    const said = { raw: row.get('role'), schools: [row.get('orgSourcedId')] }
    keepRole(
      roles,
      relations,
      row.get('userSourcedId'),
      row,
      said,
      dayOf(row, 'beginDate'),
      dayOf(row, 'endDate'),
    )
  }
  return roles
}

function keepRole(
  roles: Map<string, Role[]>,
  relations: Map<string, string>,
  key: string,
  row: Row,
  said: { raw: string; schools: string[] },
  opensOn = '',
  closesOn = '',
): void {
  const role = roleOf(row, said.raw)
  if (role === undefined) return row.reject('unknown_role', `${key}: ${said.raw}`)
  if (said.raw !== said.raw.toLowerCase() && role !== 'staff') row.odd('value_case', `role: ${said.raw}`)
  if (role === 'guardian') relations.set(key, said.raw.toLowerCase())
  const known = roles.get(key) ?? []
  roles.set(key, known)
  for (const schoolKey of said.schools.length === 0 ? [''] : said.schools)
    known.push({ role, schoolKey, opensOn, closesOn })
}
