import { strToU8, zipSync } from 'fflate'
import { v7 as newId } from 'uuid'
import { BringRoster } from '../../src/interop/rosters/contract.ts'
import { ApplyRosterImport, GetRosterImport } from '../../src/rosters/contract.ts'
import type { School } from './school.ts'

/** A table as rows of words; the first is its heading. */
export type Sheets = Record<string, readonly (readonly string[])[]>

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

export function zipOf(sheets: Sheets | Record<string, string | Uint8Array>): Buffer {
  const files = Object.entries(sheets).map(([name, content]) => {
    const bytes = Array.isArray(content) ? strToU8(csv(content)) : content
    return [name, typeof bytes === 'string' ? strToU8(bytes) : (bytes as Uint8Array)] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

export type Human = {
  id: string
  role: string
  given: string
  family: string
  grades?: string
  agents?: string
  email?: string
  usual?: string
  enabled?: string
  status?: string
  /** a number of the district's */
  number?: string
}
export type Year = {
  people: readonly Human[]
  /** class id, title, and who is in it */
  classes: readonly { id: string; title: string; who: readonly string[] }[]
  opens?: string
  closes?: string
  school?: string
}

/** A OneRoster 1.2 bundle of one school, as a student information system writes it at night. */
export function oneRoster(year: Year, mode: 'bulk' | 'delta' = 'bulk'): Sheets {
  const school = year.school ?? 'S1'
  const now = mode === 'bulk' ? '' : '2026-11-24T05:00:00.000Z'
  const status = (one?: string) => (mode === 'bulk' ? '' : (one ?? 'active'))
  const names = ['academicSessions', 'orgs', 'courses', 'classes', 'users', 'roles', 'enrollments']
  const human = new Map(year.people.map((one) => [one.id, one]))
  return {
    'manifest.csv': [
      ['propertyName', 'value'],
      ['manifest.version', '1.0'],
      ['oneroster.version', '1.2'],
      ...names.map((name) => [`file.${name}`, name === 'courses' ? 'absent' : mode]),
    ],
    'orgs.csv': [
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId'.split(','),
      ['D', status(), now, 'Lakes', 'district', '', ''],
      [school, status(), now, `School ${school}`, 'school', '', 'D'],
    ],
    'academicSessions.csv': [
      'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear'.split(','),
      [
        'Y',
        status(),
        now,
        'Year',
        'schoolYear',
        year.opens ?? '2026-09-08',
        year.closes ?? '2027-06-25',
        '',
        '2027',
      ],
    ],
    'classes.csv': [
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods'.split(
        ',',
      ),
      ...year.classes.map(({ id, title }) => [
        id,
        status(),
        now,
        title,
        '',
        'C',
        '',
        'homeroom',
        '',
        school,
        'Y',
        '',
        '',
        '',
      ]),
    ],
    'users.csv': [
      'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns'.split(
        ',',
      ),
      ...year.people.map((one) => [
        one.id,
        status(one.status),
        now,
        one.enabled ?? 'true',
        one.id,
        '',
        one.given,
        one.family,
        '',
        one.number ?? '',
        one.email ?? '',
        '',
        '',
        one.agents ?? '',
        one.grades ?? '',
        '',
        '',
        one.usual ?? '',
        '',
        '',
        school,
        '',
      ]),
    ],
    'roles.csv': [
      'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId'.split(
        ',',
      ),
      ...year.people.map(({ id, role }) => [
        `r-${id}`,
        status(),
        now,
        id,
        'primary',
        role,
        '',
        '',
        school,
        '',
      ]),
    ],
    'enrollments.csv': [
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate'.split(
        ',',
      ),
      ...year.classes.flatMap(({ id, who }) =>
        who.map((person) => [
          `e-${id}-${person}`,
          status(),
          now,
          id,
          school,
          person,
          human.get(person)?.role === 'teacher' ? 'teacher' : 'student',
          '',
          '',
          '',
        ]),
      ),
    ],
  }
}

export async function bring(school: School, file: Buffer, name = 'roster.zip', key = 'singh') {
  const params = { id: newId() }
  const body = { name, file: file.toString('base64') }
  const sent = await school.as(key).ask(BringRoster, { params, body })
  const seen = sent.status === 200 ? await school.as(key).ask(GetRosterImport, { params }) : undefined
  return { id: params.id, sent, story: seen?.body.story, seen: seen?.body }
}

export const apply = (school: School, id: string, accepts: readonly string[] = []) =>
  school.as('singh').ask(ApplyRosterImport, { params: { id }, body: { accepts } })
