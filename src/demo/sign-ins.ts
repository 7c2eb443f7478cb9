import type { DemoCast, DemoPerson } from './cast-shape.ts'

export type DemoSignIn = {
  role: string
  name: string
  username: string
  password: string
  grade: string | null
  school: string | null
  /** for guardians: whose */
  of: string[]
}

/** Every demo sign-in with what its person is, in the order one would want to try them. */
export function demoSignIns(cast: DemoCast): DemoSignIn[] {
  return cast.people.flatMap((one) => {
    if (one.username === undefined || one.password === undefined) return []
    const enrollments = cast.enrollments.filter((entry) => entry.personId === one.id)
    const current = enrollments.filter((entry) => entry.closedOn === undefined).at(-1) ?? enrollments.at(-1)
    const duty = cast.duties.find((entry) => entry.personId === one.id)
    const children = cast.guardianships.filter(
      (entry) => entry.guardianId === one.id && entry.closedOn === undefined,
    )
    const schoolId = cast.classes.find((entry) => entry.id === current?.classId)?.schoolId ?? duty?.schoolId
    const office = duty?.kind === 'staff' ? 'teacher' : duty?.kind
    const role = office ?? (current?.role === 'student' ? 'learner' : (current?.role ?? 'guardian'))
    return [
      {
        role,
        name: nameOf(one),
        username: one.username,
        password: one.password,
        grade: current?.grade ?? null,
        school:
          cast.districts.flatMap((district) => district.schools).find((school) => school.id === schoolId)
            ?.name ?? null,
        of: children.map((entry) => nameOf(cast.people.find((person) => person.id === entry.learnerId))),
      },
    ]
  })
}

const nameOf = (one: DemoPerson | undefined): string =>
  `${one?.givenName ?? ''} ${one?.familyName ?? ''}`.trim()
