import { afterAll, beforeAll, expect, test } from 'vitest'
import { bring, zipOf } from '../../../test/support/rostering.ts'
import { openSchool, type School } from '../../../test/support/school.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('whoever leaves tomorrow is here until the district’s midnight, whatever day it is in Greenwich', async () => {
  school.clock.now = new Date('2026-11-25T03:00:00Z')
  const row =
    'School Number,Student Number,Legal Surname,Legal First Name,Grade,Homeroom,Teacher Name,Withdrawal Date'
  const files = (day: string) => ({
    'StudentDemographicInformation.txt': `${row}\r\n100,S1,Reed,Lou,03,A1,"Harper, Jane",${day}\r\n`,
    'StaffInformationEnhanced.txt':
      'Teacher Id,First Name,Last Name,Email Address,Teaching Staff,School Number\r\nT1,Jane,Harper,h@s.ca,Y,100\r\n',
    'EmergencyContactInformation.txt':
      'Student Number,First Name,Last Name,Email Address,Relationship,Parent Auth / Guardian,Custody Status,Living With Student\r\n',
    'StudentSchedule.txt':
      'School Number,Student ID,Teacher ID,Course Code,Section Letter,Master Timetable ID,School Year\r\n',
  })
  const joining = async (day: string) =>
    (await bring(school, zipOf(files(day)))).story?.people.join.some.join()
  expect(await joining('2026-11-25')).toContain('Lou Reed')
  expect(await joining('2026-11-24')).not.toContain('Lou Reed')
})
