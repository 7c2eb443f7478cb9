import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { attemptWithPaper, layPaper, mikaLeaves, type PaperExhibit } from './paper-exhibit.ts'
import { paperActs, paperMatrix, paperRowOf, type PaperStanding } from './who-may-paper.ts'
import { people } from './who-may.ts'

const legible = (letters: string[]) => paperActs.map((act, place) => `${act}: ${letters[place]}`)

describe.each(Object.keys(paperMatrix) as PaperStanding[])('a sheet of Mika’s, %s', (standing) => {
  let school: School
  let exhibit: PaperExhibit
  beforeAll(async () => {
    school = await openSchool()
    exhibit = await layPaper(school, standing)
    if (standing.endsWith('left the class')) await mikaLeaves(school)
  })
  afterAll(() => school.close())

  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    for (const act of paperActs)
      found.push(letterOf(await attemptWithPaper(school, person === 'nobody' ? null : person, act, exhibit)))
    expect(legible(found)).toEqual(legible(paperRowOf(standing, person).split(' ')))
  })
})
