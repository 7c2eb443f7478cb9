import { expect, test } from 'vitest'
import { zipOf } from '../../../test/support/rostering.ts'
import { gradeOf } from '../../rosters/roster.ts'
import { readRoster } from './read-roster.ts'
import { broughtBytes } from './roster-bundle.ts'

// what programs of districts write that are not in our own samples; the forms are theirs, the rows are ours

const read = (files: Record<string, string>) =>
  readRoster(broughtBytes('night.zip', zipOf(files)), undefined, { today: '2026-11-27' })
const lines = (...rows: string[]) => rows.map((row) => `${row}\r\n`).join('')
const odd = ({ oddities }: Awaited<ReturnType<typeof read>>) =>
  oddities.map(({ file, code, detail }) => `${file} ${code} ${detail}`)

test('a table whose columns are called as in the REST binding says the same', async () => {
  const roster = await read({
    'manifest.csv': lines('propertyName,value', 'oneroster.version,1.2', 'file.users,bulk'),
    'orgs.csv': lines('sourcedId,name,type,parent', 'S,Birch,school,'),
    'academicSessions.csv': lines('sourcedId,title,type,startDate,endDate', 'Y,Y,term,2026-09-01,2027-06-30'),
    'classes.csv': lines('sourcedId,title,course,school,terms', 'C,Aspen,,S,Y'),
    'users.csv': lines(
      'sourcedId,enabledUser,orgs,role,username,userIds,firstName,lastName,preferredFirstName,agents,grades',
      'L,true,S,student,l,"[{""type"":""SIS"",""identifier"":""77""}]",Louise,Reed,Lou,[],"[4]"',
      'P,true,"[""S""]",principal,p,[],Pia,Poe,,,',
    ),
    'roles.csv': lines('user,roleType,role,org,userProfile', 'L,primary,student,S,'),
    'enrollments.csv': lines('class,school,user,role', 'C,S,L,student'),
  })
  expect([...roster.people].map(({ given, family, usualGiven }) => [given, family, usualGiven])).toEqual([
    ['Louise', 'Reed', 'Lou'],
    ['Pia', 'Poe', ''],
  ])
  expect([...roster.people].map(({ identifiers, grades }) => [identifiers, grades])).toEqual([
    [['77'], ['4']],
    [[], []],
  ])
  expect([...roster.people][1]?.roles).toMatchObject([{ role: 'principal', schoolKey: 'S' }])
  expect(roster.classes[0]).toMatchObject({ schoolKey: 'S', termKeys: ['Y'] })
  expect([...roster.enrollments]).toMatchObject([{ classKey: 'C', personKey: 'L' }])
  expect([roster.guardianships.length, roster.rejected.length]).toEqual([0, 0])
  expect(odd(roster).filter((one) => one.includes('heading'))).toEqual([])
})

const five = {
  'SD-99_StudentDemographic.csv': lines(
    'School number,Student ID,Student number,Legal surname,Legal first name,Grade,Homeroom,Teacher name,Teacher ID,Enrollment status,Home school number',
    '10,x1,1,Reed,Lou,3,A1,Ms. Moss,T2,Active,10',
    '20,x2,2,Park,Lee,10,B1,,,Active,20',
    '20,x3,3,Ash,Lia,11,B1,,,Active,20',
    '10,x4,4,Oak,Oli,2,A1,Ms. Moss,T2,Active,30',
    '30,x4,4,Oak,Oli,2,C1,Mr. Fir,T3,Active,30',
  ),
  'SD-99_StaffInformation.csv': lines(
    'Teacher ID,First Name,Last Name,Teaching Staff,School Number',
    'T1,Tia,Moss,Y,10',
    'T2,Tom,Moss,Y,10',
    'T3,Fay,Fir,Y,30',
    'T4,Sam,Singh,Y,20',
  ),
  'SD-99_StudentEmergencyContact.csv': lines(
    'Student Number,First Name,Last Name,Email Address,Parent Auth / Guardian',
    '1,Gwen,Reed,g@x.example,Y',
  ),
  'SD-99_CourseInformation.csv': lines('School Number,Course Code,Title', '20,MAT10,Math 10'),
  'StudentCourseSelection.txt': lines(
    'School Year,School Number,Student Number,District Course Code,Period,Day,Semester,Section,Master Timetable ID,Teacher ID',
    '2026/2027,20,2,MAT10,1,1,S1,A,M1,T4',
    '2026/2027,20,3,PHY11,1,1,S1,A,M2,T4',
    '2026/2027,20,3,CHE11,1,1,S2,A,M3,T4',
    '2026/2027,20,3,ATT--AM,4,1,S1,A,M9,T4',
  ),
}
const classesOf = async (files: Record<string, string>) => {
  const roster = await read(files)
  return roster.classes.map(({ key, name }) => {
    const who = [...roster.enrollments].filter(({ classKey }) => classKey === key)
    return `${name}: ${who.map(({ personKey }) => personKey).join(' ')}`
  })
}

test('extracts of a district with its number in the names, the codes of courses elsewhere, and the time in the timetable', async () => {
  expect(await classesOf(five)).toEqual([
    // of two called Moss the one whose id is said; at two schools, in the homeroom of the one that is home
    'A1 · Moss: 1 T2',
    'C1 · Fir: 4 T3',
    'Math 10 / PHY11: 2 3 T4',
    'CHE11 · A: 3 T4',
  ])
  const roster = await read(five)
  expect([...roster.guardianships]).toMatchObject([{ learnerKey: '1', maySee: true }])
  expect(odd(roster)).toContain('StudentCourseSelection.txt not_a_course ATT--AM')
})

test('where a timetable is there, what students chose is not taken for it', async () => {
  const timetable = lines('Student ID,Master Timetable ID,Course Title', '2,M5,Art')
  expect(await classesOf({ ...five, 'StudentSchedule.txt': timetable })).toContain('Art: 2')
})

test('School Data Sync, first format: at two schools somebody stands in it twice, and is one', async () => {
  const roster = await read({
    'School.csv': lines('SIS ID,Name', 'S,Birch', 'R,Cedar'),
    'Section.csv': lines('SIS ID,School SIS ID,Section Name', 'C,S,4'),
    'Student.csv': lines(
      'SIS ID,School SIS ID,Username,Forename,Surname,Status',
      'L,R,l,Lou,Reed,Inactive',
      'L,S,l,Lou,Reed,Active',
      'M,S,m,Mia,Reed,Inactive',
      'L,S,o,Oli,Oak,Active',
    ),
    'Teacher.csv': lines('SIS ID,School SIS ID,Username', 'T,S,tia', 'T,R,tia', 'T,R,another'),
    'StudentEnrollment.csv': lines('Section SIS ID,Student SIS ID', 'C,L'),
    'TeacherRoster.csv': lines('Section SIS ID,Teacher SIS ID', 'C,T'),
  })
  expect([...roster.people].map(({ key, family, gone }) => [key, family, gone])).toEqual([
    ['L', 'Reed', false],
    ['M', 'Reed', true],
    ['T', '', false],
  ])
  expect([...roster.enrollments].map(({ personKey }) => personKey)).toEqual(['L', 'T'])
  expect([...roster.rejected]).toMatchObject([
    { file: 'Student.csv', row: 5, code: 'same_id' },
    { file: 'Teacher.csv', row: 4, code: 'same_id' },
  ])
})

test('Advanced CSV: whoever left one school and is active at another is here, whichever row comes first', async () => {
  const head =
    'User ID,Student Number,First Name,Last Name,Date of Birth,Grade,EnrollStatus,SchoolCode,Email Address'
  const rows = [
    '1,1,Lou,Reed,,04,Inactive,10,',
    '1,1,Lou,Reed,,04,Active,20,',
    '2,2,Mia,Park,,05,Inactive,10,',
  ]
  for (const some of [rows, rows.toReversed()]) {
    const roster = await read({
      'Students.csv': lines(head, ...some),
      'Staff.csv': lines('User ID,First Name,Last Name,Email,Role,School ID'),
      'Family.csv': lines('First Name,Last Name,Email,Student User ID'),
      'Classes.csv': lines('Class ID,Name,School ID'),
      'Enrollments.csv': lines('Class ID,User ID,Role,School ID'),
    })
    const who = [...roster.people].map(({ key, gone }) => `${key} ${gone}`)
    expect(who.toSorted()).toEqual(['1 false', '2 true'])
    expect(roster.rejected).toHaveLength(0)
  }
})

test('grades as they are said in French, and the years before the first as other places count them', () => {
  const said = [
    'Maternelle',
    '1re année',
    '1ère',
    '2e',
    '3eme annee',
    'Année 4',
    'K4',
    '4K',
    'K5',
    'KA',
    'EE',
  ]
  expect(said.map(gradeOf)).toEqual('K 1 1 2 3 4 PK PK K K PK'.split(' '))
})

test('tables of several schools, put one behind the other, are one table, and a number keeps its noughts', async () => {
  const head = 'SIS ID,School SIS ID,Username,First Name,Last Name'
  const roster = await read({
    'School.csv': lines('SIS ID,Name', 'S,Birch'),
    'Section.csv': lines('SIS ID,School SIS ID,Section Name', 'C,S,4'),
    'Student.csv': `\uFEFF${lines(head, 'L,S,l,Lou,Reed')}\uFEFF${lines(head, '"M",S,m,Mia,Park')}\uFEFF`,
    'Teacher.csv': lines(head, '="07",S,tia,Tia,Moss'),
    'StudentEnrollment.csv': lines('Section SIS ID,SIS ID', 'C,L'),
    'TeacherRoster.csv': lines('Section SIS ID,SIS ID', 'C,"=""07"""'),
  })
  expect([...roster.people].map(({ key, row }) => `${key} ${row}`)).toEqual(['L 2', 'M 4', '07 2'])
  expect([...roster.enrollments].map(({ personKey }) => personKey)).toEqual(['L', '07'])
  expect(odd(roster)).toContain('Student.csv row_ignored SIS ID, School SIS ID, Username')
})

test('a status that is not known, or not said, is told as what it was taken for', async () => {
  const head = 'User ID,Student Number,First Name,Last Name,Grade,EnrollStatus,SchoolCode,Email Address'
  const roster = await read({
    'Students.csv': lines(
      head,
      '1,1,Lou,Reed,04,Pre-Reg,10,',
      '2,2,Mia,Park,05,,10,',
      '3,3,Lee,Ash,05,Former,10,',
    ),
    'Staff.csv': lines('User ID,First Name,Last Name,Email,Role,School ID'),
    'Family.csv': lines('First Name,Last Name,Email,Student User ID'),
    'Classes.csv': lines('Class ID,Name,School ID'),
    'Enrollments.csv': lines('Class ID,User ID,Role,School ID'),
  })
  expect([...roster.people].map(({ key, gone }) => `${key} ${gone}`)).toEqual(['1 false', '2 true', '3 true'])
  expect(roster.oddities).toContainEqual(expect.objectContaining({ code: 'status_left', row: 3, count: 2 }))
})

test('whom a format calls an aide, a doctor or a brother guards nobody, and is named', async () => {
  const two = await read({
    'orgs.csv': lines('sourcedId,name,type', 'S,Birch,school'),
    'users.csv': lines(
      'sourcedId,username,givenName,familyName,role,orgSourcedIds',
      'L,l,Lou,Reed,student,',
      ...['G', 'R', 'D', 'A', 'O'].map((key) => `${key},${key},Gwen,${key},,`),
    ),
    'classes.csv': lines('sourcedId,orgSourcedId,title', 'C,S,4'),
    'enrollments.csv': lines('classSourcedId,userSourcedId,role', 'C,L,student'),
    'relationships.csv': lines(
      'userSourcedId,relationshipUserSourcedId,relationshipRole',
      'L,G,Parent',
      'L,R,relative',
      'L,D,doctor',
      'L,A,aide',
      'L,O,other',
    ),
  })
  expect([...two.guardianships].map(({ guardianKey }) => guardianKey)).toEqual(['G', 'R'])
  // a student of no named school is a student all the same
  expect([...two.people].map(({ roles }) => roles[0]?.role)).toEqual([
    'student',
    'guardian',
    'guardian',
    undefined,
    undefined,
    undefined,
  ])
  expect(two.oddities).toContainEqual(expect.objectContaining({ code: 'not_a_guardian', count: 3 }))
  const head = 'SIS ID,School SIS ID,Username,First Name,Last Name'
  const one = await read({
    'School.csv': lines('SIS ID,Name', 'S,Birch'),
    'Section.csv': lines('SIS ID,School SIS ID,Section Name', 'C,S,4'),
    'Student.csv': lines(head, 'L,S,l,Lou,Reed'),
    'Teacher.csv': lines(head),
    'StudentEnrollment.csv': lines('Section SIS ID,SIS ID'),
    'TeacherRoster.csv': lines('Section SIS ID,SIS ID'),
    'GuardianRelationship.csv': lines('SIS ID,Email,Role', 'L,g@x.example,Parent', 'L,d@x.example,Doctor'),
  })
  expect([...one.guardianships].map(({ guardianKey }) => guardianKey)).toEqual(['guardian g@x.example'])
})

test('raw extracts: by a relationship alone only parents guard, and a contact of no child here is named', async () => {
  const contacts = (...rows: string[]) =>
    read({
      ...five,
      'SD-99_StudentEmergencyContact.csv': lines(
        'Student Number,First Name,Last Name,Email Address,Relationship,Court Order',
        ...rows,
      ),
    })
  const guards = ['Mother', 'Dad', 'Step Mother', 'Grand-père', 'Foster parent']
  const guardsNot = ['Step-brother', 'Grand frère', 'Mother’s friend', 'Godmother', 'Neighbour']
  const roster = await contacts(
    ...[...guards, ...guardsNot].map((relation, n) => `1,Ann${n},Reed,,${relation},None`),
    '0001,Abe,Reed,,Father,',
    '1,Ben,Reed,,Father,Yes',
  )
  expect([...roster.guardianships].map(({ relationship, maySee }) => `${relationship} ${maySee}`)).toEqual([
    ...guards.map((relation) => `${relation.toLowerCase()} true`),
    'father false',
  ])
  expect([...roster.rejected]).toMatchObject([{ code: 'unknown_person', detail: '0001' }])
})

test('roles of somebody whom the table of people does not name are named, above all where only changes are sent', async () => {
  const files = (mode: string) => ({
    'manifest.csv': lines(
      'propertyName,value',
      'oneroster.version,1.2',
      ...['orgs', 'users', 'roles'].map((name) => `file.${name},${mode}`),
    ),
    'orgs.csv': lines('sourcedId,status,dateLastModified,name,type', 'S,,,Birch,school'),
    'users.csv': lines(
      'sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName',
      'P,,,true,p,Pia,Poe',
    ),
    'roles.csv': lines(
      'sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId',
      'r1,,,P,primary,principal,S',
      `r2,${mode === 'delta' ? 'tobedeleted' : ''},,Q,primary,principal,S`,
    ),
  })
  for (const mode of ['bulk', 'delta'])
    expect([...(await read(files(mode))).rejected]).toMatchObject([
      { file: 'roles.csv', row: 3, code: 'unknown_person', detail: 'Q' },
    ])
})
