import { expect, test } from 'vitest'
import { csv, oneRoster, zipOf } from '../../../test/support/rostering.ts'
import { readRoster } from './read-roster.ts'
import { broughtBytes } from './roster-bundle.ts'

const read = (sheets: Parameters<typeof zipOf>[0]) => readRoster(broughtBytes('roster.zip', zipOf(sheets)))
const table = (...lines: string[]) => lines.map((line) => line.split(','))
const codes = (of: { code: string }[]) => of.map(({ code }) => code)

const year = oneRoster({
  people: [
    { id: 'L1', role: 'student', given: 'Zoé', family: 'Lévesque', grades: 'KG' },
    { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss' },
  ],
  classes: [{ id: 'C1', title: 'Division "1"', who: ['L1', 'T1'] }],
})
const texts = Object.fromEntries(Object.entries(year).map(([name, rows]) => [name, csv(rows)]))

test('letters come through in every encoding, line ends of every kind, and quotes where they do not belong', async () => {
  const users = texts['users.csv'] ?? ''
  const zoe = async (bytes: Uint8Array | string) =>
    [...(await read({ ...texts, 'users.csv': bytes })).people].map(({ given, family }) =>
      `${given} ${family}`.trim(),
    )
  const right = ['Zoé Lévesque', 'Tia Moss']
  expect(await zoe(`\uFEFF${users}`)).toEqual(right)
  expect(await zoe(Buffer.from(`\uFEFF${users}`, 'utf16le'))).toEqual(right)
  expect(await zoe(Buffer.from(users, 'utf16le'))).toEqual(right)
  expect(await zoe(Buffer.from(users, 'latin1'))).toEqual(right)
  expect(await zoe(users.replaceAll('\r\n', '\r'))).toEqual(right)
  expect(await zoe(users.replaceAll('\r\n', '\n').trimEnd())).toEqual(right)
  // one line of another encoding in a file of UTF-8
  const mixed = Buffer.concat([Buffer.from(users), Buffer.from('L2,,,true,L2,,François\r\n', 'latin1')])
  expect(await zoe(mixed)).toEqual([...right, 'François'])
  expect(await zoe(users.replace('Moss', 'Mo"ss'))).toEqual(['Zoé Lévesque', 'Tia Mo"ss'])
})

test('what real files do wrong is understood and named', async () => {
  const users = (texts['users.csv'] ?? '')
    .replaceAll(',true,', ',TRUE,')
    .replace('preferredGivenName', 'prefferedGivenName')
    .replace('dateLastModified', 'dataLastModified')
  const { 'users.csv': _, 'manifest.csv': _manifest, ...rest } = texts
  const roster = await read({ ...rest, 'Users.csv': users, 'results.csv': 'a\n' })
  expect([...roster.people].map(({ gone }) => gone)).toEqual([false, false])
  expect(codes(roster.oddities)).toEqual(
    expect.arrayContaining(['no_manifest', 'file_case', 'file_ignored', 'heading_misspelt', 'boolean_case']),
  )
  const cased = await read({
    ...texts,
    'enrollments.csv': texts['enrollments.csv']?.replace('student', 'Student') ?? '',
    'academicSessions.csv': texts['academicSessions.csv']?.replace('2026-09-08', '9/8/2026') ?? '',
    'orgs.csv': texts['orgs.csv']?.replace('district,,', 'district,,S1') ?? '',
  })
  expect(cased.terms[0]).toMatchObject({ opensOn: '2026-09-08' })
  expect(cased.enrollments).toHaveLength(2)
  expect(codes(cased.oddities)).toEqual(
    expect.arrayContaining(['value_case', 'date_form', 'goes_in_circles']),
  )
})

test('what spreadsheets leave in a table is no person: rows of commas, and a first row that says what lies between', async () => {
  for (const between of [',', ';', '\t']) {
    const said = Object.entries(texts).map(([name, text]) => [
      name,
      `sep=${between}\r\n${text.replaceAll(',', between)}${between.repeat(9)}\r\n`,
    ])
    const roster = await read(Object.fromEntries(said))
    expect([roster.people.length, roster.enrollments.length, roster.rejected.length]).toEqual([2, 2, 0])
    expect([...roster.people].map(({ row }) => row)).toEqual([3, 4])
  }
})

test('a row stays out for a reason and by its number; a second of one id as well', async () => {
  const users = `${texts['users.csv']}L1,,,true,x,,Again,Reed\r\n,,,true,y,,Nameless,Reed\r\n`
  const { rejected, people } = await read({ ...texts, 'users.csv': users })
  expect([...rejected]).toMatchObject([
    { file: 'users.csv', row: 4, code: 'same_id', detail: 'L1' },
    { file: 'users.csv', row: 5, code: 'no_id' },
  ])
  expect(people).toHaveLength(2)
})

test('School Data Sync, its first tables, also as the United Kingdom spells them', async () => {
  for (const [id, school] of [
    ['SIS ID', 'School SIS ID'],
    ['ID', 'School DfE Number'],
  ]) {
    const roster = await read({
      'School.csv': table(`${id === 'ID' ? 'DfE Number' : id},Name`, 'S,Birch'),
      'Section.csv': table(
        `${id},${school},Section Name,Term StartDate,Term EndDate`,
        'C,S,Math,9/1/2026,6/30/2027',
      ),
      'Student.csv': table(
        `${id},${school},First Name,Last Name,Username,Password,Grade`,
        'L,S,Lou,Reed,lou,pw,4',
      ),
      'Teacher.csv': table(`${id},${school},Username`, 'T,S,tia'),
      'StudentEnrollment.csv': table(`Section ${id},${id}`, 'C,L'),
      'TeacherRoster.csv': table(`Section ${id},${id}`, 'C,T'),
    })
    expect(roster.format).toBe('sds-1')
    expect(roster.classes[0]).toMatchObject({ schoolKey: 'S', opensOn: '2026-09-01', closesOn: '2027-06-30' })
    expect([...roster.people].map(({ given, roles }) => [given, roles[0]?.role])).toEqual([
      ['Lou', 'student'],
      ['tia', 'teacher'],
    ])
    expect([...roster.enrollments].map(({ personKey, role }) => [personKey, role])).toEqual([
      ['L', 'student'],
      ['T', 'teacher'],
    ])
    expect(codes(roster.oddities)).toContain('passwords_ignored')
  }
})

test('School Data Sync, first format: guardians by their address, and tables whose names are plurals', async () => {
  const roster = await read({
    'Schools.csv': 'SIS ID,Name\r\nS,School\r\n',
    'Sections.csv': 'SIS ID,School SIS ID,Section Name\r\nC,S,4\r\n',
    'Student.csv': 'SIS ID,School SIS ID,Username,First Name,Last Name\r\nL,S,l,Lou,Reed\r\n',
    'Teacher.csv': 'SIS ID,School SIS ID,Username,First Name,Last Name\r\nT,S,t,Tia,Moss\r\n',
    'StudentEnrollment.csv': 'Section SIS ID,SIS ID\r\nC,L\r\n',
    'TeacherRoster.csv': 'Section SIS ID,SIS ID\r\nC,T\r\n',
    'User.csv': 'Email,First Name,Last Name,Phone,SIS ID\r\nGwen@X.example,Gwen,Reed,,\r\n',
    'Guardianrelationship.csv':
      'SIS ID,Email,Role\r\nL,gwen@x.example,Parent\r\nL,nameless@x.example,Guardian\r\n,y@x.example,Parent\r\n',
  })
  expect(roster.format).toBe('sds-1')
  expect([...roster.guardianships].map((one) => [one.learnerKey, one.guardianKey, one.relationship])).toEqual(
    [
      ['L', 'guardian gwen@x.example', 'parent'],
      ['L', 'guardian nameless@x.example', 'guardian'],
    ],
  )
  expect([...roster.people].slice(2).map(({ given, family }) => [given, family])).toEqual([
    ['Gwen', 'Reed'],
    ['nameless@x.example', ''],
  ])
  expect([...roster.rejected]).toMatchObject([{ code: 'no_id', row: 4 }])
})

test('School Data Sync 2.1 with its relationships', async () => {
  const roster = await read({
    'orgs.csv': table('sourcedId,name,type,parentSourcedId', 'S,Birch,school,', 'U,College,college,'),
    'users.csv': table(
      'sourcedId,username,givenName,familyName',
      'L,l,Lou,Reed',
      'G,g,Gwen,Reed',
      'T,t,Tia,Moss',
    ),
    'roles.csv': table('userSourcedId,orgSourcedId,role,grade', 'L,S,student,10', 'T,U,professor,'),
    'classes.csv': table('sourcedId,orgSourcedId,title', 'C,U,Rivers'),
    'enrollments.csv': table('classSourcedId,userSourcedId,role', 'C,L,Student', 'C,T,professor'),
    'relationships.csv': table('userSourcedId,relationshipUserSourcedId,relationshipRole', 'L,G,guardian'),
    'userFlags.csv': table('userSourcedId,flag', 'L,iep'),
  })
  expect(roster.format).toBe('sds-2')
  expect(roster.schools.map(({ key }) => key)).toEqual(['S', 'U'])
  expect([...roster.people].map(({ key, roles, grades }) => [key, roles[0]?.role, grades[0]])).toEqual([
    ['L', 'student', '10'],
    ['G', 'guardian', undefined],
    ['T', 'teacher', undefined],
  ])
  expect([...roster.guardianships]).toMatchObject([
    { learnerKey: 'L', guardianKey: 'G', relationship: 'guardian' },
  ])
  // what a child has a plan for is none of a portfolio's business
  expect(JSON.stringify(roster.people)).not.toContain('iep')
})

const five = {
  'Students.csv': table(
    'User ID,Student Number,First Name,Last Name,Date of Birth,Grade,EnrollStatus,SchoolCode,Homeroom,PreRegSchoolCode,Preferred First Name,Preferred Last Name,Community Hours,Literacy Test Completed,Email Address',
    '1,9001,Louise,Reed,2016-01-01,KG,Active,05,A,,Lou,,,,lou@sd.example',
    '2,9002,Max,Reed,2014-01-01,03,PreReg,05,A,,,,,,max@sd.example',
    '3,9003,Old,Reed,2010-01-01,12,Inactive,05,A,,,,,,old@sd.example',
  ),
  'Staff.csv': table(
    'User ID,First Name,Last Name,Email,Role,School ID',
    'T,Tia,Moss,tia@sd.example,teacher,05',
    'T,Tia,Moss,tia@sd.example,teacher,06',
  ),
  'Family.csv': table(
    'First Name,Last Name,Email,Student User ID',
    'Gwen,Reed,Gwen@x.example,1',
    'Gwen,Reed,gwen@x.example,2',
    'Gil,Reed,,1',
    'Gil,Reed,,2',
    'Ana,Moon,N/A,1',
    'Ana,Moon,N/A,2',
  ),
  'Classes.csv': table(
    'Class ID,Name,Grade,School ID,Start Date,End Date',
    'HR_05_A_2027,A,KG,05,2026-09-08,2027-06-25',
  ),
  'Enrollments.csv': table(
    'Class ID,User ID,Role,School ID',
    'HR_05_A_2027,1,Student,05',
    'HR_05_A_2027,T,Teacher,05',
  ),
}

test('the five files of British Columbia: with their mark, usual names, families with and without e-mail', async () => {
  const marked = Object.fromEntries(Object.entries(five).map(([name, rows]) => [name, `\uFEFF${csv(rows)}`]))
  const roster = await read(marked)
  expect(roster.format).toBe('advanced-csv')
  // so is it to be written, and not told every night as odd
  expect(roster.oddities.filter(({ code }) => code === 'byte_order_mark')).toEqual([])
  expect(roster.schools.map(({ key }) => key)).toEqual(['05', '06'])
  const [louise, , old, tia, ...family] = roster.people
  expect(louise).toMatchObject({ given: 'Louise', usualGiven: 'Lou', grades: ['KG'], gone: false })
  expect([old?.gone, tia?.roles.length]).toEqual([true, 2])
  // one e-mail is one mother of both; without one nobody can know, and two households stay apart
  expect(family.map(({ given }) => given)).toEqual(['Gwen', 'Gil', 'Gil', 'Ana', 'Ana'])
  expect(family.map(({ email }) => email).slice(3)).toEqual(['', ''])
  expect(roster.guardianships).toHaveLength(6)
})

test('a set of which a file or a needed column is missing is refused whole', async () => {
  const { 'Family.csv': _, ...four } = five
  await expect(read(four)).rejects.toMatchObject({ reason: 'file_missing', file: 'Family' })
  const bare = { ...five, 'Staff.csv': table('User ID,First Name', 'T,Tia') }
  await expect(read(bare)).rejects.toMatchObject({ reason: 'headings_wrong', file: 'Staff.csv' })
})
