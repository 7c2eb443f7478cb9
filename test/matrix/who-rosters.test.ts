import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetRosterFeeds } from '../../src/feeds/contract.ts'
import {
  IssueFirstPasswords,
  IssueStaffFirstPasswords,
  ListFirstPasswords,
} from '../../src/first-passwords/contract.ts'
import { BringRoster } from '../../src/interop/rosters/contract.ts'
import { ListRosterImports } from '../../src/rosters/contract.ts'
import { schoolOf } from '../support/completing.ts'
import { oneRoster, zipOf } from '../support/rostering.ts'
import { classOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { people } from './who-may.ts'
import { type RosterAct, rosterActs, rosterMatrix, rosterRowOf } from './who-rosters.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const file = zipOf(oneRoster({ people: [], classes: [] })).toString('base64')
const division = { params: { id: classOf('division-3') } }

async function attempt(person: string, act: RosterAct): Promise<string> {
  const visitor = school.as(person === 'nobody' ? null : person)
  if (act === 'bring')
    return letterOf(
      await visitor.ask(BringRoster, { params: { id: newId() }, body: { name: 'a.zip', file } }),
    )
  if (act === 'history') return letterOf(await visitor.ask(ListRosterImports))
  if (act === 'feeds') return letterOf(await visitor.ask(GetRosterFeeds))
  if (act === 'see') return letterOf(await visitor.ask(ListFirstPasswords, division))
  if (act === 'learners') return letterOf(await visitor.ask(IssueFirstPasswords, division))
  return letterOf(await visitor.ask(IssueStaffFirstPasswords, { params: { id: schoolOf('cedar-hill') } }))
}

test.each([...new Set([...Object.keys(rosterMatrix), ...Object.keys(people)])])('%s', async (person) => {
  const letters: string[] = []
  for (const act of rosterActs) letters.push(await attempt(person, act))
  expect(letters.join(' ')).toBe(rosterRowOf(person))
})
