import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type ActivityExhibit, attemptWithActivity, hangActivity } from './activity-exhibit.ts'

import {
  type ActivityAct,
  activityActs,
  activityMatrix,
  activityRowOf,
  type ActivityStanding,
} from './who-may-activity.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const looking = new Set<ActivityAct>(['see', 'picture', 'earlier', 'responses'])
const legible = (letters: string[]) => activityActs.map((act, place) => `${act}: ${letters[place]}`)

describe.each(Object.keys(activityMatrix) as ActivityStanding[])('an activity %s', (standing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const wanted = activityRowOf(standing, person).split(' ')
    const found: string[] = []
    let exhibit: ActivityExhibit = await hangActivity(school, standing)
    for (const act of activityActs) {
      const by = person === 'nobody' ? null : person
      const letter = letterOf(await attemptWithActivity(school, by, act, exhibit))
      found.push(letter)
      // none of them may meet what another one did
      if (letter === 'y' && !looking.has(act)) exhibit = await hangActivity(school, standing)
    }
    expect(legible(found)).toEqual(legible(wanted))
  })
})
