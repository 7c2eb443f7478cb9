import { useQuery } from '@tanstack/react-query'
import { call } from '../../platform/web/client.ts'

/** Somebody made up, with the keys to try Cairn as them. Only a demo answers with any. */
export type DemoPerson = {
  role: string
  name: string
  username: string
  password: string
  grade: string | null
  school: string | null
  of: string[]
}

export const demoRoles = ['learner', 'teacher', 'guardian', 'principal', 'office'] as const
export type DemoRole = (typeof demoRoles)[number]

export type DemoSchool = {
  /** null for those who belong to no one school */
  school: string | null
  people: number
  roles: { role: DemoRole; people: DemoPerson[] }[]
}

/** Not part of the published API: it stands outside the contract, like the health of the server. */
const ListDemoPeople = { name: 'ListDemoPeople', method: 'GET', path: '/api/demo-people' } as const

export function useDemoPeople(): readonly DemoPerson[] {
  const read = useQuery({
    queryKey: [ListDemoPeople.name],
    queryFn: async ({ signal }) => (await call(ListDemoPeople, {}, { signal, quietly: true })) as unknown,
    staleTime: Infinity,
  })
  return Array.isArray(read.data) ? (read.data as DemoPerson[]) : []
}

/** The eight whose days together show most of what Cairn does. */
const firstTried = ['mika', 'theo', 'jonas', 'rivera', 'okafor', 'halvorsen', 'amara', 'chen']

export function firstToTry(people: readonly DemoPerson[]): DemoPerson[] {
  return firstTried.flatMap((key) => {
    const found = people.find(({ username }) => username.split('-').at(-1) === key)
    return found ? [found] : []
  })
}

/** Everybody by school and by what they are there; a family belongs to the school of its first child. */
export function groupBySchool(people: readonly DemoPerson[]): DemoSchool[] {
  const schoolOfLearner = new Map(people.map((one) => [one.name, one.school]))
  const schoolOf = (one: DemoPerson) =>
    one.school ?? one.of.map((name) => schoolOfLearner.get(name)).find(Boolean) ?? null
  const schools = Map.groupBy(people, schoolOf)
  return [...schools]
    .map(([school, members]) => ({ school, people: members.length, roles: groupByRole(members) }))
    .sort((one, other) => other.people - one.people)
}

function groupByRole(members: readonly DemoPerson[]): DemoSchool['roles'] {
  return demoRoles.flatMap((role) => {
    const found = members.filter((one) => demoRoleOf(one.role) === role)
    return found.length > 0 ? [{ role, people: found }] : []
  })
}

export function demoRoleOf(role: string): DemoRole {
  return demoRoles.find((known) => known === role) ?? 'office'
}
