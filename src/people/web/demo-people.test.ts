import { expect, test } from 'vitest'
import { type DemoPerson, firstToTry, groupBySchool } from './demo-people.ts'

const someone = (username: string, more: Partial<DemoPerson>): DemoPerson => ({
  role: 'learner',
  name: username,
  username,
  password: 'stones',
  grade: null,
  school: null,
  of: [],
  ...more,
})

const people = [
  someone('ms-chen', { role: 'principal', school: 'Cedar Hill' }),
  someone('mika', { school: 'Cedar Hill' }),
  someone('jonas', { school: 'Riverbend' }),
  someone('amara', { role: 'guardian', of: ['mika'] }),
  someone('mr-singh', { role: 'office' }),
]

test('those to try first come in their order, and only if they are there', () => {
  expect(firstToTry(people).map(({ username }) => username)).toEqual(['mika', 'jonas', 'amara', 'ms-chen'])
})

test('a family is found at the school of its child, learners first', () => {
  const cedar = groupBySchool(people).find(({ school }) => school === 'Cedar Hill')
  expect(cedar?.roles.map(({ role, people }) => [role, people.map((one) => one.username)])).toEqual([
    ['learner', ['mika']],
    ['guardian', ['amara']],
    ['principal', ['ms-chen']],
  ])
  expect(cedar?.people).toBe(3)
})

test('nobody is left out', () => {
  const found = groupBySchool(people).flatMap(({ roles }) => roles.flatMap((role) => role.people))
  expect(found).toHaveLength(people.length)
})
