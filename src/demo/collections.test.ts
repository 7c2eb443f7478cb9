import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, testMorning } from '../../test/support/cast.ts'
import { hangDemoWorks } from '../../test/support/hanging.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { pathTo, visit } from '../../test/support/showing.ts'
import { ListCollections } from '../collections/contract.ts'
import { GetExhibition, ListExhibitions } from '../exhibitions/contract.ts'
import { ListLetters } from '../letters/contract.ts'
import { ListReflections } from '../reflections/contract.ts'
import { ListShowcaseRequests, ListShowcases } from '../showcases/contract.ts'
import { demoCollections } from './collections.ts'
import { fillCollections } from './fill-collections.ts'
import { fillExhibitions } from './fill-exhibitions.ts'
import { demoLetters, fillLetters } from './fill-letters.ts'
import { demoWorks } from './works.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  const titles = (learner: string) =>
    demoCollections
      .filter((one) => one.learner === learner)
      .flatMap(({ sections }) => sections.flatMap(({ choices }) => choices.map(({ work }) => work)))
  await hangDemoWorks(school, { mika: titles('mika'), jonas: titles('jonas') })
  for (const district of cast.districts) {
    const works = demoWorks(cast, testMorning)
    await fillCollections(school.program.ground, { cast, district, works, today: testMorning })
    await fillExhibitions(school.program.ground, { cast, district, today: testMorning })
    await fillLetters(school.program.ground, { cast, district, today: testMorning })
  }
}, 120_000)
afterAll(() => school.close())

test('a newcomer finds a collection, an open showcase, and one that waits for a teacher', async () => {
  const listed = await school.as('jonas').ask(ListCollections, { params: { id: idOf('jonas') } })
  const [collection] = listed.body.collections
  expect(collection).toMatchObject({ title: 'What light needs', choices: 2, cover: { kind: 'picture' } })
  const shown = await school.as('jonas').ask(ListShowcases, { params: { id: collection?.id ?? '' } })
  const [showcase] = shown.body
  expect(showcase?.state).toBe('open')
  const page = await visit(school, await pathTo(school, 'jonas', showcase?.id ?? ''))
  expect(page.body).toContain('The third one is the worst')
  const requests = await school.as('rivera').ask(ListShowcaseRequests)
  expect(requests.body.map(({ title, state }) => [title, state])).toEqual([
    ['How I learned to look', 'waiting'],
  ])
})

test('its learner says something about the whole, and letters wait to be opened', async () => {
  const listed = await school.as('mika').ask(ListCollections, { params: { id: idOf('mika') } })
  const collection = listed.body.collections[0]?.id
  const said = await school
    .as('rivera')
    .ask(ListReflections, { params: { id: idOf('mika') }, query: { collection } })
  expect(said.body.reflections.map(({ body }) => body)).toEqual([
    demoCollections.find(({ learner }) => learner === 'mika')?.said,
  ])
  for (const { learner } of demoLetters)
    expect((await school.as(learner).ask(ListLetters)).body.map(({ isOpen }) => isOpen)).toEqual([false])
})

test('an evening is planned: one learner shows a collection, one a table, and one title waits to be read', async () => {
  const [event] = (await school.as('jonas').ask(ListExhibitions, {})).body
  expect(event).toMatchObject({ state: 'before', stands: 2, joined: true })
  const { stands } = (await school.as('halvorsen').ask(GetExhibition, { params: { id: event?.id } })).body
  const standing = stands.map(({ showcase, isRead }) => ({ showcase, isRead }))
  expect(standing).toContainEqual({ showcase: 'open', isRead: true })
  expect(standing).toContainEqual({ showcase: null, isRead: false })
})
