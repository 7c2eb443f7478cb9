import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../support/school.ts'
import { type Act, acts, matrix, people, rowOf, type Sharing } from './who-may.ts'
import { attempt, type Exhibit, hang, letterOf } from './exhibit.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

describe.each(Object.keys(matrix) as Sharing[])('a piece for: %s', (sharing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const wanted = rowOf(sharing, person).split(' ')
    const found: string[] = []
    let exhibit: Exhibit = await hang(school, sharing)
    for (const act of acts) {
      const letter = letterOf(await attempt(school, person === 'nobody' ? null : person, act, exhibit))
      found.push(letter)
      // none of them may meet what another one did
      if (letter === 'y' && !looking.has(act)) exhibit = await hang(school, sharing)
    }
    expect(legible(found)).toEqual(legible(wanted))
  })
})

const looking = new Set<Act>(['see', 'who', 'picture', 'feedback', 'earlier'])

const legible = (letters: string[]) => acts.map((act: Act, place) => `${act}: ${letters[place]}`)
