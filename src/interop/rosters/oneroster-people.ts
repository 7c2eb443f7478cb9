import { Packed } from '../../rosters/shrink-rows.ts'
import type { At, Roster, RosterPerson, RosterRole } from '../../rosters/roster.ts'
import { gradeOf } from '../../rosters/roster.ts'
import { addressOf, booleanOf, dayOf, listOf, short, wordOf } from './cells.ts'
import { keyOf, Once } from './draft.ts'
import { isGone, rowsOf } from './oneroster.ts'
import type { Manifest } from './oneroster-manifest.ts'
import { readTable, type Row } from './table.ts'

const guardians =
  'guardian parent relative careprovider caregiver familymember parentguardian legalguardian mother father'.split(
    ' ',
  )
const administrators = ['districtadministrator', 'siteadministrator', 'systemadministrator', 'administrator']
const teachers = 'teacher professor faculty lecturer instructor coteacher leadteacher teacherofrecord'.split(
  ' ',
)
const students = ['student', 'learner', 'pupil', 'eleve']
/** `pupil (exchange)` may be a child, and no child counts as staff because of a word we do not know. */
const perhapsChild = /student|pupil|learner|eleve|etudiant|apprenant/
const others = 'aide proctor counselor counsellor staff secretary assistant officestaff support other'.split(
  ' ',
)

const plainRole = (raw: string) =>
  raw
    .normalize('NFD')
    .toLowerCase()
    .replace(/^ext:/, '')
    .replace(/[^a-z]/g, '')

/** What a feed calls a role, as ours. */
export function roleMeant(raw: string): RosterRole | undefined {
  const plain = plainRole(raw)
  if (students.includes(plain)) return 'student'
  if (teachers.includes(plain)) return 'teacher'
  if (guardians.includes(plain)) return 'guardian'
  if (plain === 'principal') return 'principal'
  return plain === '' || perhapsChild.test(plain) ? undefined : 'staff'
}

/** Of a person. Whoever runs a district is made by hand and never by a file. */
export function roleOf(row: Row, raw: string): RosterRole | undefined {
  const role = roleMeant(raw)
  const plain = plainRole(raw)
  if (administrators.includes(plain)) row.odd('not_by_file', raw)
  else if (role === 'staff' && !others.includes(plain)) row.odd('role_unknown', raw)
  return role
}

type Role = RosterPerson['roles'][number]

/** Beside the names of the CSV binding those of its REST binding, which many tables carry as well. */
const userColumns =
  `*sourcedId status dateLastModified enabledUser orgSourcedIds=orgSourcedIds|orgs role username userIds
  givenName=givenName|firstName familyName=familyName|lastName|surname middleName identifier email sms phone agentSourcedIds=agentSourcedIds|agents grades password userMasterIdentifier resourceSourcedIds=resourceSourcedIds|resources
  preferredGivenName=preferredGivenName|preferredFirstName preferredMiddleName
  preferredFamilyName=preferredFamilyName|preferredLastName primaryOrgSourcedId=primaryOrgSourcedId|primaryOrg pronouns`.split(
    /\s+/,
  )

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
    roles.delete(key)
    if (ofPerson.length === 0 && roster.modes.people === 'bulk') row.reject('no_role', key)
    roster.people.push(personOf(row, key, gone, ofPerson, once))
    for (const agent of listOf(row.get('agentSourcedIds'))) agents.push({ ...row.at, key, agent })
  }
  if (roles.size > 0 || manifest.files.get('roles')?.mode === 'delta')
    await nameStrangers(manifest, roster, seen)
  for await (const some of agents.stretches())
    for (const { key: learnerKey, agent: guardianKey, ...at } of some) {
      const relationship = relations.get(guardianKey) ?? relations.get(learnerKey) ?? 'guardian'
      roster.guardianships.push({ ...at, learnerKey, guardianKey, relationship, maySee: true })
    }
}

/** Roles of those whom `users.csv` does not name change nothing, which where only changes are sent is much. */
async function nameStrangers(
  manifest: Manifest,
  { rejected }: Roster,
  seen: ReadonlySet<string>,
): Promise<void> {
  const file = manifest.files.get('roles')?.file
  if (!file) return
  for await (const row of readTable(file, roleColumns, { rejected, oddities: [] }))
    if (!seen.has(row.get('userSourcedId'))) row.reject('unknown_person', row.get('userSourcedId'))
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
    email: addressOf(row, 'email'),
    username: row.get('username'),
    master: row.get('userMasterIdentifier'),
    identifiers: [...listOf(row.get('userIds')), row.get('identifier')].filter(Boolean),
    roles,
  }
}

const roleColumns =
  'sourcedId status dateLastModified *userSourcedId=userSourcedId|user roleType *role beginDate endDate orgSourcedId=orgSourcedId|org userProfileSourcedId=userProfileSourcedId|userProfile'.split(
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
