import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../../test/support/school.ts'
import { routes } from '../../entry/modules.ts'
import { rooms } from './room-list.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('a principal is shown the rooms that open for them, and no other', async () => {
  const byName = new Map(routes.map(({ endpoint }) => [endpoint.name, endpoint]))
  for (const { asks, ofDistrict } of rooms.flatMap((part) => part.rooms)) {
    const { status } = await school.as('chen').ask(byName.get(asks)!)
    expect([asks, status === 200]).toEqual([asks, !ofDistrict])
  }
})
