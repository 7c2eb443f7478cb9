import { schoolYears } from './calendar.ts'
import { type GuardianRow } from './cast-guardians.ts'
import { classId, enrollment, type LearnerRow, person, personId } from './cast-rows.ts'
import { districtId, schoolId } from './cast-schools.ts'
import type { DemoCast } from './cast-shape.ts'
import { demoId } from './seeded.ts'

/** Grades 6 and 7 of Cedar Hill, with a teacher of their own. They are in the demo and not in the tests. */
export const division1 = 'division-1'
const teacher = { key: 'laroche', name: ['Marc', 'Laroche'] as [string, string], username: 'mr-laroche' }

export const gradesSixSeven: LearnerRow[] = [
  { key: 'talia', name: ['Talia', 'Jack'], grade: '7' },
  { key: 'dev', name: ['Dev', 'Bhullar'], grade: '7' },
  { key: 'maelle', name: ['Maëlle', 'Gagnon'], grade: '7', locale: 'fr' },
  { key: 'rowan', name: ['Rowan', 'Thiessen'], grade: '7' },
  { key: 'amara-k', name: ['Amara', 'Keita'], grade: '6' },
  { key: 'josh', name: ['Joshua', 'Prince'], grade: '6' },
]

const families: GuardianRow[] = [
  ['lorna', 'Lorna', 'Jack', 'grandmother', 'talia'],
  ['wes', 'Wesley', 'Jack', 'father', 'talia'],
  ['harjit', 'Harjit', 'Bhullar', 'mother', 'dev'],
  ['sylvie', 'Sylvie', 'Gagnon', 'mother', 'maelle', { locale: 'fr' }],
  ['nolan', 'Nolan', 'Thiessen', 'father', 'rowan'],
  ['mariama', 'Mariama', 'Keita', 'mother', 'amara-k'],
  ['shirley', 'Shirley', 'Prince', 'aunt', 'josh'],
]

export function withMiddleSchool(cast: DemoCast, today: Date): DemoCast {
  const { current, last } = schoolYears(today)
  const { opensOn, closesOn } = current
  const at = { class: division1, openedOn: opensOn }
  return {
    ...cast,
    classes: [
      ...cast.classes,
      {
        id: classId(division1),
        key: division1,
        schoolId: schoolId('cedar-hill'),
        name: 'Division 1 (Grades 6/7)',
        opensOn,
        closesOn,
      },
    ],
    people: [
      ...cast.people,
      person(teacher, districtId.nechako),
      ...gradesSixSeven.map((row) => person(row, districtId.nechako)),
      ...families.map(([key, given, family, , , more]) =>
        person(
          { key, name: [given, family], ...(more?.locale && { locale: more.locale }) },
          districtId.nechako,
        ),
      ),
    ],
    enrollments: [
      ...cast.enrollments,
      enrollment({ ...at, person: teacher.key }, 'teacher'),
      ...gradesSixSeven.map(({ key, grade }) => enrollment({ ...at, person: key, grade })),
    ],
    guardianships: [
      ...cast.guardianships,
      ...families.map(([key, , , relationship, learner]) => ({
        id: demoId(`guardianship ${key} ${learner}`),
        learnerId: personId(learner),
        guardianId: personId(key),
        relationship,
        openedOn: last.opensOn,
      })),
    ],
  }
}
