import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as communications from '../../src/communications/contract.ts'
import * as competencies from '../../src/competencies/contract.ts'
import { BringFramework } from '../../src/interop/case/contract.ts'
import { AddOwnPrompt } from '../../src/reflections/contract.ts'
import { adopt, classBoard, schoolOf } from '../support/completing.ts'
import { type Answered, classOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type KnowingAct, knowingActs, knowingRowOf } from './who-knows.ts'
import { people } from './who-may.ts'

let school: School
let communicationId: string
let frameworkId: string
beforeAll(async () => {
  school = await openSchool()
  await adopt(school)
  communicationId = (await classBoard(school, 'rivera')).body.chosen ?? ''
  const pack = { pack: 'spokane/graduate-profile' }
  frameworkId = (await school.as('singh').ask(competencies.AdoptPack, { body: pack })).body.frameworkId
})
afterAll(() => school.close())

function attempt(person: string | null, act: KnowingAct): Promise<Answered<unknown>> {
  const visitor = school.as(person)
  const inClass = { id: classOf('division-3') }
  const inSchool = { id: schoolOf('cedar-hill') }
  const fresh = { id: newId() }
  const days = { opensOn: '2026-09-01', closesOn: '2026-12-15' }
  const file = Buffer.from('statement\nI walk\n').toString('base64')
  const body = { communicationId }
  const acts: Record<KnowingAct, () => Promise<Answered<unknown>>> = {
    'class board': () => visitor.ask(communications.GetClassCompleteness, { params: inClass }),
    'school board': () => visitor.ask(communications.GetSchoolCompleteness, { params: inSchool }),
    table: () => visitor.ask(communications.CountCompleteness),
    'invite class': () => visitor.ask(communications.RemindClass, { params: inClass, body }),
    'invite school': () => visitor.ask(communications.RemindSchool, { params: inSchool, body }),
    plan: () => visitor.ask(communications.GetYearPlan),
    days: () =>
      visitor.ask(communications.SetWindow, {
        params: fresh,
        body: { communicationId, days, asks: ['goal'] },
      }),
    'ask class': () =>
      visitor.ask(AddOwnPrompt, { params: fresh, body: { classId: inClass.id, words: 'What now?' } }),
    'ask school': () =>
      visitor.ask(AddOwnPrompt, { params: fresh, body: { schoolId: inSchool.id, words: 'What now?' } }),
    'read framework': () => visitor.ask(competencies.GetFramework, { params: { id: frameworkId } }),
    find: () => visitor.ask(competencies.FindCompetencies, { query: { words: 'empathy' } }),
    begin: () =>
      visitor.ask(competencies.BeginFramework, {
        params: fresh,
        body: { title: 'Ours', judgedBy: 'learner' },
      }),
    bring: () => visitor.ask(BringFramework, { params: fresh, body: { name: 'ours.csv', file } }),
    pointing: () => visitor.ask(competencies.ListPointing, { params: { id: frameworkId } }),
  }
  return acts[act]()
}

const legible = (letters: string[]) => knowingActs.map((act, place) => `${act}: ${letters[place]}`)

test.each(Object.keys(people))('what %s may know and decide', async (person) => {
  const found: string[] = []
  for (const act of knowingActs) found.push(letterOf(await attempt(person === 'nobody' ? null : person, act)))
  expect(legible(found)).toEqual(legible(knowingRowOf(person).split(' ')))
})
