import type { SchoolYear } from './calendar.ts'
import { classId } from './cast-rows.ts'
import type { DemoClass, DemoDistrict, DemoSchool, DemoTerm } from './cast-shape.ts'
import { demoId } from './seeded.ts'

export const districtId = { nechako: demoId('district nechako'), harbour: demoId('district harbour') }

export function schoolId(key: string): string {
  return demoId(`school ${key}`)
}

function school(key: string, name: string): DemoSchool {
  return { id: schoolId(key), key, name }
}

export function demoDistricts(): DemoDistrict[] {
  return [
    {
      id: districtId.nechako,
      key: 'nechako',
      name: 'Nechako Valley School District',
      schools: [school('cedar-hill', 'Cedar Hill Elementary'), school('riverbend', 'Riverbend Academy')],
    },
    {
      id: districtId.harbour,
      key: 'harbour',
      name: 'Salal Coast School District',
      schools: [school('harbour-point', 'Harbour Point School')],
    },
  ]
}

export function demoTerms(years: SchoolYear[]): DemoTerm[] {
  return demoDistricts()
    .flatMap((district) => district.schools)
    .flatMap((at) =>
      years.flatMap((year) =>
        year.terms.map((term) => ({
          id: demoId(`term ${at.key} ${term.opensOn}`),
          schoolId: at.id,
          ...term,
        })),
      ),
    )
}

function classFor(year: SchoolYear, school: string, key: string, name: string): DemoClass {
  const { opensOn, closesOn } = year
  return { id: classId(key), key, schoolId: schoolId(school), name, opensOn, closesOn }
}

export function demoClasses(last: SchoolYear, current: SchoolYear): DemoClass[] {
  return [
    classFor(last, 'cedar-hill', 'division-3-last', 'Division 3 (Grades 2/3)'),
    classFor(current, 'cedar-hill', 'division-3', 'Division 3 (Grades 3/4)'),
    classFor(current, 'cedar-hill', 'kindergarten', 'Kindergarten'),
    classFor(last, 'riverbend', 'studio-last', 'Project Studio'),
    classFor(current, 'riverbend', 'morning', 'Morning Studio'),
    classFor(current, 'riverbend', 'afternoon', 'Afternoon Studio'),
    classFor(current, 'harbour-point', 'harbour-class', 'Grades 3 to 5'),
  ]
}
