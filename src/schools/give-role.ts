import { Refusal } from '../platform/refusal.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { insertDuty, insertEnrollment, insertGuardianship, isHere } from './roster-store.ts'

export const roles = [
  'learner',
  'teacher',
  'guardian',
  'principal',
  'office',
  'safeguarding',
  'staff',
] as const
export type Role = (typeof roles)[number]

export type NewRole = {
  districtId: string
  personId: string
  role: Role
  openedOn: string
  classId?: string | undefined
  grade?: string | undefined
  learnerId?: string | undefined
  relationship?: string | undefined
  schoolId?: string | undefined
}

/** What somebody is here: it opens on a day, and everything they may see follows from it. */
export async function giveRole({ db }: SystemContext, tie: NewRole): Promise<void> {
  const { role, classId, learnerId, schoolId } = tie
  const named = { class: classId, person: learnerId, school: schoolId }
  for (const kind of ['class', 'person', 'school'] as const) {
    const id = named[kind]
    if (id !== undefined && !(await isHere(db, kind, id))) throw new Refusal('not_found')
  }
  if (role === 'learner' || role === 'teacher') {
    if (classId === undefined) throw new Refusal('invalid', { fields: '--class' })
    const part = role === 'learner' ? 'student' : 'teacher'
    await insertEnrollment(db, { ...tie, classId, role: part, grade: tie.grade })
  } else if (role === 'guardian') {
    if (learnerId === undefined) throw new Refusal('invalid', { fields: '--learner' })
    await insertGuardianship(db, { ...tie, learnerId, relationship: tie.relationship ?? 'guardian' })
  } else {
    await insertDuty(db, { ...tie, schoolId, kind: role })
  }
}
