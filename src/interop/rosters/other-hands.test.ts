import { zipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { csv, oneRoster, zipOf } from '../../../test/support/rostering.ts'
import { gradeOf } from '../../rosters/roster.ts'
import { beginRoster, keepSchool } from './draft.ts'
import { readRoster } from './read-roster.ts'
import { broughtBytes } from './roster-bundle.ts'

// what programs of other hands write, each of them seen in public samples

const readZip = (zip: Uint8Array) => readRoster(broughtBytes('roster.zip', Buffer.from(zip)))
const read = (files: Parameters<typeof zipOf>[0]) => readZip(zipOf(files))
const odd = ({ oddities }: Awaited<ReturnType<typeof read>>) =>
  oddities.map(({ file, code, detail }) => `${file} ${code} ${detail}`)

const texts = Object.fromEntries(
  Object.entries(
    oneRoster({
      people: [
        { id: 'L1', role: 'student', given: 'Lou', family: 'Reed' },
        { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss' },
        { id: 'G1', role: 'guardian', given: 'Gwen', family: 'Reed' },
      ],
      classes: [{ id: 'C1', title: 'Aspen', who: ['L1', 'T1'] }],
    }),
  ).map(([name, rows]) => [name, csv(rows)]),
)
const changed = (file: string, ...pairs: [string, string][]) => ({
  ...texts,
  [file]: pairs.reduce((text, [from, to]) => text.replaceAll(from, to), texts[file] ?? ''),
})

const old = {
  'orgs.csv': 'sourcedId,name,type\nS,Birch,school\n',
  'academicSessions.csv': 'sourcedId,title,type,startDate,endDate\nY,Year,schoolYear,2026-09-01,2027-06-30\n',
  'classes.csv': 'sourcedId,title,schoolSourcedId,terms\nC,Aspen,S,Y\n',
  'users.csv':
    'sourcedId,status,orgSourcedIds,role,username,givenName,familyName,agents,grades,ext_one,ext_two\n' +
    'L,,S,pupil,l,Lou,Reed,"[""G"",""H""]","[""04""]",,\nG,,S,ext:parent,g,Gwen,Reed,,,,\n' +
    'H,,S,mother,h,Hal,Reed,,,,\nT,,S,Co-Teacher,t,Tia,Moss,,,,\nN,,S,night nurse,n,Nan,Poe,,,,\n',
  'enrollments.csv': 'classSourcedId,userSourcedId,role\nC,L,learner\nC,T,Co-Teacher\nC,N,night nurse\n',
}

test('a set as OneRoster was before 1.1: agents, terms, lists in JSON, roles in other words, no ids of enrollments', async () => {
  const roster = await read(old)
  expect([...roster.people].map(({ key, roles }) => `${key} ${roles[0]?.role}`)).toEqual([
    'L student',
    'G guardian',
    'H guardian',
    'T teacher',
    'N staff',
  ])
  expect([...roster.guardianships].map(({ guardianKey }) => guardianKey)).toEqual(['G', 'H'])
  expect([...roster.people][0]?.grades).toEqual(['04'])
  expect(roster.classes[0]?.termKeys).toEqual(['Y'])
  expect([...roster.enrollments].map(({ personKey, role }) => `${personKey} ${role}`)).toEqual([
    'L student',
    'T teacher',
  ])
  expect([...roster.rejected]).toEqual([])
  expect(odd(roster)).toEqual(
    expect.arrayContaining([
      'users.csv role_unknown night nurse',
      'users.csv heading_unknown ext_one, ext_two',
      'enrollments.csv role_without_class night nurse',
    ]),
  )
})

test('every column that OneRoster 1.2 gives people is known', async () => {
  const columns =
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns'
  const roster = await read({ ...old, 'users.csv': `${columns}\nL,,,,,,Lou,Reed\n` })
  expect(odd(roster).filter((one) => one.includes('heading'))).toEqual([])
})

test('a day is read however programs write it, and how it was read is told', async () => {
  const written = [
    '9/8/2026',
    '09/08/26',
    '2026-9-8',
    '2026/09/08',
    '20260908',
    '8-Sep-26',
    '08-SEP-2026',
    'Sep 8, 2026',
    '8 September 2026',
    '08.09.2026',
    '9/8/2026 12:00:00 AM',
  ]
  for (const day of written) {
    const roster = await read(changed('academicSessions.csv', ['2026-09-08', `"${day}"`]))
    expect(roster.terms[0]?.opensOn, day).toBe('2026-09-08')
    expect(odd(roster)).toContain(`academicSessions.csv date_form startDate: ${day} → 2026-09-08`)
  }
  for (const day of ['2026-09-08T00:00:00Z', '2026-09-08 00:00:00']) {
    const roster = await read(changed('academicSessions.csv', ['2026-09-08', day]))
    expect([roster.terms[0]?.opensOn, ...odd(roster)]).toEqual(['2026-09-08'])
  }
  const never = await read(changed('academicSessions.csv', ['2026-09-08', '31/02/2026']))
  expect([...never.rejected]).toMatchObject([{ code: 'not_a_date', row: 2 }])
})

test('a table is read one way: one day that says what stands first says it for all, and two ways say nothing', async () => {
  const daysOf = async (...ends: string[]) => {
    const rows = ends.map((end, n) => `Y${n},,,Year,schoolYear,03/04/2026,${end},,2027\r\n`)
    const roster = await read({
      ...texts,
      'academicSessions.csv': `sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\r\n${rows.join('')}`,
    })
    return { days: roster.terms.map((term) => `${term.opensOn} ${term.closesOn}`), odd: odd(roster) }
  }
  // the last day of the last row decides over the first of the first
  expect((await daysOf('05/06/2027', '25/06/2027')).days).toEqual([
    '2026-04-03 2027-06-05',
    '2026-04-03 2027-06-25',
  ])
  expect((await daysOf('05/06/2027', '06/25/2027')).days[0]).toBe('2026-03-04 2027-05-06')
  expect((await daysOf('05/06/2027')).days).toEqual(['2026-03-04 2027-05-06'])
  const both = await daysOf('06/25/2027', '25/06/2027')
  expect(both.days).toEqual([])
  expect(both.odd).toContain('academicSessions.csv date_unsure startDate: 03/04/2026')
})

test('a role that may be a child’s is named and makes nobody staff', async () => {
  for (const role of ['pupil (exchange)', 'Exchange Student', 'Étudiant libre']) {
    const roster = await read({
      ...old,
      'users.csv': old['users.csv'].replace('night nurse', role),
    })
    expect([...roster.people].find(({ key }) => key === 'N')?.roles, role).toEqual([])
    expect([...roster.rejected]).toMatchObject([
      { code: 'unknown_role', detail: `N: ${role}` },
      { code: 'no_role', detail: 'N' },
    ])
  }
  const roster = await read({ ...old, 'users.csv': old['users.csv'].replace('night nurse', 'Élève') })
  expect([...roster.people].find(({ key }) => key === 'N')?.roles[0]?.role).toBe('student')
})

test('grades as other systems count them', () => {
  const said = [
    '-1',
    'Pre-K',
    'PK4',
    'JK',
    'SK',
    '0',
    'Kindergarten',
    '1st',
    '02',
    'Grade 3',
    '13',
    '14',
    'P',
  ]
  expect(said.map(gradeOf)).toEqual(['PK PK PK PK K K K 1 2 3 13'.split(' '), [undefined, undefined]].flat())
})

test('a refusal says which columns are wanting, and that an empty file is empty', async () => {
  const bare = changed('users.csv', ['givenName', 'called'], ['sourcedId,', 'who,'])
  await expect(read(bare)).rejects.toMatchObject({
    reason: 'headings_wrong',
    file: 'users.csv',
    columns: 'sourcedId',
  })
  const { 'manifest.csv': _, ...rest } = texts
  await expect(read({ ...rest, 'users.csv': '' })).rejects.toMatchObject({
    reason: 'empty',
    file: 'users.csv',
  })
})

test('a table whose letters were changed on the way, and a link that leads out of the ZIP, are refused', async () => {
  const stored = Buffer.from(
    zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])), {
      level: 0,
    }),
  )
  expect((await readZip(stored)).people).toHaveLength(3)
  stored.write('Mia', stored.indexOf('Tia'))
  await expect(readZip(stored)).rejects.toMatchObject({ reason: 'zip_broken', file: 'users.csv' })
  const linked = zipSync({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    'users.csv': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
  })
  await expect(readZip(linked)).rejects.toMatchObject({ reason: 'zip_broken', file: 'users.csv' })
})

test('a large table with the line ends of old Macintosh is read a stretch at a time as well', async () => {
  const [heading, ...rows] = (texts['users.csv'] ?? '').split('\r\n')
  const many = Array.from({ length: 40_000 }, (_, n) => `N${n},,,true,n${n},,${'Lou'.repeat(40)},Reed`)
  const text = [heading, ...rows.filter(Boolean), ...many].join('\r')
  expect(text.length).toBeGreaterThan(5 * 2 ** 20)
  expect((await read({ ...texts, 'users.csv': text })).people).toHaveLength(40_003)
})

test('a ZIP whose bytes cannot be read any more is refused, and nothing else is harmed', async () => {
  const brought = broughtBytes('roster.zip', zipOf(texts))
  let reads = 0
  const read = (async (...of: [Buffer, number, number, number]) => {
    // its directory was read, and then the disk went
    if (of[2] > 100 && (reads += 1) > 2) throw new Error('EIO')
    return brought.read(...of)
  }) as typeof brought.read
  await expect(readRoster({ ...brought, read })).rejects.toMatchObject({ reason: 'zip_broken' })
})

test('schools above each other in a long chain, and many schools that only rows name, take no longer than others', async () => {
  const many = 30_000
  const chain = Array.from({ length: many }, (_, n) => `S${n},,,School ${n},school,,S${n + 1}\r\n`)
  const began = performance.now()
  const roster = await read({
    ...texts,
    'orgs.csv': `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n${chain.join('')}`,
  })
  expect(odd(roster)).toEqual([`orgs.csv unknown_parent S${many - 1} → S${many}`])
  const draft = beginRoster('advanced-csv')
  for (let n = 0; n < 2 * many; n += 1) keepSchool(draft, { file: 'Students.csv', row: n }, `S${n % many}`)
  expect(draft.schools).toHaveLength(many)
  expect(performance.now() - began).toBeLessThan(5_000)
})
