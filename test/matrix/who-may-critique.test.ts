import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../support/school.ts'
import { attemptWithCritique, type CritiqueExhibit, layTable } from './critique-exhibit.ts'
import { letterOf } from './exhibit.ts'
import {
  type CritiqueAct,
  critiqueActs,
  critiqueMatrix,
  critiqueRowOf,
  type CritiqueStanding,
} from './who-may-critique.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const looking = new Set<CritiqueAct>(['round', 'see', 'picture', 'page'])
const legible = (letters: string[]) => critiqueActs.map((act, place) => `${act}: ${letters[place]}`)

describe.each(Object.keys(critiqueMatrix) as CritiqueStanding[])('what Mika brought, %s', (standing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const wanted = critiqueRowOf(standing, person).split(' ')
    const found: string[] = []
    let exhibit: CritiqueExhibit = await layTable(school, standing)
    for (const act of critiqueActs) {
      const by = person === 'nobody' ? null : person
      const letter = letterOf(await attemptWithCritique(school, by, act, exhibit))
      found.push(letter)
      // none of them may meet what another one did
      if (letter === 'y' && !looking.has(act)) exhibit = await layTable(school, standing)
    }
    expect(legible(found)).toEqual(legible(wanted))
  })
})
