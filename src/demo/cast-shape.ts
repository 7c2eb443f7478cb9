/** A calendar day as `YYYY-MM-DD`. */
export type Day = string

export type DemoSchool = { id: string; key: string; name: string }
export type DemoDistrict = { id: string; key: string; name: string; schools: DemoSchool[] }
export type DemoTerm = { id: string; schoolId: string; name: string; opensOn: Day; closesOn: Day }
export type DemoClass = {
  id: string
  key: string
  schoolId: string
  name: string
  opensOn: Day
  closesOn: Day
}

/** Someone in the demo. The key is how code and documents name the person; the names are what screens show. */
export type DemoPerson = {
  id: string
  key: string
  districtId: string
  givenName: string
  familyName: string
  legalGivenName?: string
  legalFamilyName?: string
  username?: string
  password?: string
  locale?: string
}

export type DemoEnrollment = {
  id: string
  classId: string
  personId: string
  role: 'student' | 'teacher'
  grade?: string
  openedOn: Day
  /** The first day it no longer counts; absent while it is open. */
  closedOn?: Day
}

export type DemoGuardianship = {
  id: string
  learnerId: string
  guardianId: string
  relationship: string
  openedOn: Day
  closedOn?: Day
}

export type DemoDuty = {
  id: string
  districtId: string
  schoolId?: string
  personId: string
  kind: 'principal' | 'office' | 'safeguarding' | 'staff'
  openedOn: Day
}

/** The school everybody knows: the same people in the demo, the tests and the documents. */
export type DemoCast = {
  today: Day
  districts: DemoDistrict[]
  terms: DemoTerm[]
  classes: DemoClass[]
  people: DemoPerson[]
  enrollments: DemoEnrollment[]
  guardianships: DemoGuardianship[]
  duties: DemoDuty[]
}
