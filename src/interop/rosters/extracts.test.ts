import { expect, test } from 'vitest'
import { zipOf } from '../../../test/support/rostering.ts'
import type { ExtractMapping } from '../../feeds/contract.ts'
import { readRoster } from './read-roster.ts'
import { broughtBytes } from './roster-bundle.ts'

const lines = (...rows: string[]) => rows.map((row) => `${row}\r\n`).join('')
const headings =
  'School Number,Student Number,PEN,Legal Surname,Legal First Name,Usual surname,Usual First Name,Grade,Homeroom,Teacher Name,Enrolment status,Date of birth,Student email address'
const students = lines(
  '100,S1,P1,Côté,Zoé,,Zo,K,A1,"Harper, Jane",Active,12-May-2020,',
  '100,S2,P2,Reed,Lou,,,03,A1,"Harper, Jane",Active,2016-02-03,',
  '200,S3,P3,Park,Lee,,,10,C1,,PreReg,2010-02-03,lee@sd.example',
  '200,S4,P4,Ash,Lia,,,10,C1,,Active No Primary,2010-02-03,',
  '300,S4,P4,Ash,Lia,,,10,C9,,Inactive,2010-02-03,',
  '200,S5,P5,Gone,Gil,,,10,C1,,Inactive,2010-02-03,',
)
const files = {
  'StudentDemographicInformation.txt': lines(headings) + students,
  'StaffInformationEnhanced.txt': lines(
    'Teacher Id,First Name,Last Name,Email Address,Teaching Staff,School Number',
    'T1,Jane,Harper,h@s.ca,Y,100',
    'T2,Raj,Singh,r@s.ca,Y,200',
    'T3,Olga,Office,o@s.ca,N,200',
  ),
  'EmergencyContactInformation.txt': lines(
    'Student Number,First Name,Last Name,Email Address,Relationship,Parent Auth / Guardian,Custody Status,Living With Student',
    'S1,May,Côté,may@x.ca,Mother,Y,,Y',
    'S1,Max,Côté,max@x.ca,Father,Y,No contact - court order,N',
    'S1,Nel,Neighbour,n@x.ca,Neighbour,N,,N',
    'S3,Pat,Park,,Father,Y,Joint,Y',
    'S5,Guy,Gone,g@x.ca,Father,Y,,Y',
  ),
  'StudentSchedule.txt': lines(
    'School Number,Student ID,Teacher ID,Course Code,Section Letter,Master Timetable ID,School Year',
    '200,S3,T2,MAT10,A,M1,2027',
    '200,S4,T2,ENG12,B,M2,2027',
    '200,S3,T2,ATT--AM,A,M9,2027',
    '200,S5,T2,MAT10,A,M1,2027',
    '100,S2,T1,MA03,A,M8,2027',
    '200,S99,T2,MAT10,A,M1,2027',
    '200,S3,T77,MAT10,A,M1,2027',
    '200,S4,T77,MAT10,A,M1,2027',
  ),
  'CourseInformation.txt': lines(
    'School Number,Course Code,Title',
    '200,MAT10,Math 10',
    '200,ENG12,English 12',
  ),
  'ClassInformationEnh.txt': lines(
    'School Number,Course Code,Teacher ID,Primary Teacher,Section Letter,Semester,Term,Day,Period,Master Timetable ID',
    '200,MAT10,T2,Y,A,1,1,1,2,M1',
    '200,ENG12,T2,Y,B,1,1,1,2,M2',
  ),
}
const read = (of: Record<string, string | Uint8Array>, mapping: ExtractMapping = {}) =>
  readRoster(broughtBytes('night.zip', zipOf(of)), undefined, { mapping, today: '2026-11-27' })

test('students, staff, true guardians with custody limits, homerooms and blended classes out of raw extracts', async () => {
  const roster = await read(files)
  expect([...roster.rejected].map(({ code, detail }) => [code, detail])).toEqual([
    ['unknown_person', 'S99'],
    ['unknown_person', 'T77'],
  ])
  expect([...roster.people].map(({ key, gone = false }) => `${key} ${gone}`)).toEqual([
    'S1 false',
    'S2 false',
    'S3 false',
    'S4 false',
    'S5 true',
    'T1 false',
    'T2 false',
    'T3 false',
    'family may@x.ca may cote false',
    'family max@x.ca max cote false',
    'family child S3 pat park false',
  ])
  expect(roster.people.first(1)[0]).toMatchObject({
    given: 'Zoé',
    usualGiven: 'Zo',
    grades: ['K'],
    identifiers: ['S1', 'P1'],
  })
  expect([...roster.guardianships].map((one) => [one.learnerKey, one.guardianKey, one.maySee])).toEqual([
    ['S1', 'family may@x.ca may cote', true],
    ['S1', 'family max@x.ca max cote', false],
    ['S3', 'family child S3 pat park', true],
  ])
  expect(roster.classes.map(({ key, name, opensOn, closesOn }) => [key, name, opensOn, closesOn])).toEqual([
    ['HR_100_A1_2027', 'A1 · Harper', '2026-08-25', '2027-07-25'],
    ['M1_2027', 'Math 10 / English 12', '2026-08-25', '2027-07-25'],
  ])
  expect([...roster.enrollments].map((one) => `${one.classKey} ${one.personKey} ${one.role}`)).toEqual([
    'HR_100_A1_2027 S1 student',
    'HR_100_A1_2027 S2 student',
    'HR_100_A1_2027 T1 teacher',
    'M1_2027 S3 student',
    'M1_2027 S4 student',
    'M1_2027 T2 teacher',
  ])
  const odd = roster.oddities.map(({ code }) => code)
  expect(odd).toEqual(
    expect.arrayContaining(['not_a_guardian', 'custody_limited', 'not_a_course', 'date_form']),
  )
})

const { 'StudentDemographicInformation.txt': _, ...others } = files
const mapping: ExtractMapping = { students: { file: 'Students SD99', headings: headings.split(',') } }
const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const latin = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['UTF-8', Buffer.from(students)],
  ['UTF-16', wide(students)],
  ['Windows-1252', latin(students)],
  [
    'tabs and old Macintosh line ends',
    Buffer.from(
      students.replaceAll('"Harper, Jane"', 'Harper Jane').replaceAll(',', '\t').replaceAll('\r\n', '\r'),
    ),
  ],
  ['Unix line ends', Buffer.from(students.replaceAll('\r\n', '\n'))],
])('a file without headings is read by what the district says its columns are: %s', async (_name, bytes) => {
  const roster = await read({ ...others, 'Students SD99 2026-11-27.csv': bytes }, mapping)
  expect([...roster.people].slice(0, 2).map(({ key, family }) => `${key} ${family}`)).toEqual([
    'S1 Côté',
    'S2 Reed',
  ])
  expect(roster.people.first(1)[0]?.file).toBe('Students SD99 2026-11-27.csv')
  expect(roster.oddities.map(({ code }) => code)).toContain('no_headings')
})

test('without a word about its columns a file without headings is refused, and so is half a set', async () => {
  const bare = { ...others, 'StudentDemographicInformation.txt': students }
  await expect(read(bare)).rejects.toThrow('headings_wrong')
  for (const name of [
    'StaffInformationEnhanced.txt',
    'EmergencyContactInformation.txt',
    'StudentSchedule.txt',
  ]) {
    const { [name]: __, ...rest } = files as Record<string, string>
    await expect(read(rest)).rejects.toThrow('file_missing')
  }
})

test('where no column says who is a guardian nobody is one, unless the district says that all of them are', async () => {
  const contacts = lines('Student Number,First Name,Last Name,Email Address', 'S1,May,Côté,may@x.ca')
  const some = { ...files, 'EmergencyContactInformation.txt': contacts }
  expect((await read(some)).guardianships).toHaveLength(0)
  expect((await read(some, { contacts: { everybody: true } })).guardianships).toHaveLength(1)
  const pupil = files['StudentDemographicInformation.txt'].replace('Student Number', 'Numéro')
  const renamed = { ...files, 'StudentDemographicInformation.txt': pupil }
  await expect(read(renamed)).rejects.toThrow('headings_wrong')
  expect((await read(renamed, { students: { columns: { id: 'Numéro' } } })).people.first(1)[0]?.key).toBe(
    'S1',
  )
})
