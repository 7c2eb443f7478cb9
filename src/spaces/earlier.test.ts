import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGroup, say, showIn } from '../../test/support/gathering.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { spaceOf } from '../demo/fill-people.ts'
import * as schools from '../schools/contract.ts'
import * as work from '../work/contract.ts'
import * as spaces from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const earlier = async (key: string, id: string) => {
  const answer = await school.as(key).ask(spaces.GetEarlierSpace, { params: { id } })
  return answer.code ?? answer.body.pieces.map((piece) => piece.id)
}
const listed = async (key: string) => (await school.as(key).ask(spaces.ListSpaces)).body

test('an archived space is over for everybody; its learners keep their own work from it, and it can be opened again', async () => {
  const { id, seats } = await openGroup(school)
  const shown = await showIn(school, id)
  const noors = await showIn(school, id, 'noor')
  const archivingId = newId()
  const archive = (key: string) =>
    school.as(key).ask(spaces.ArchiveSpace, { params: { id: archivingId }, body: { spaceId: id } })
  expect([(await archive('mika')).code, (await archive('dubois')).code]).toEqual(['not_allowed', 'not_found'])
  await archive('okafor')
  expect((await archive('okafor')).status).toBe(200)
  const wall = { params: { id } }
  expect((await school.as('rivera').ask(work.GetWall, wall)).code).toBe('not_found')
  const piece = { params: { id: shown.id } }
  expect((await school.as('noor').ask(work.GetPiece, piece)).code).toBe('not_found')
  expect((await school.as('okafor').ask(work.GetPiece, piece)).code).toBe('not_found')
  expect([await earlier('mika', id), await earlier('noor', id)]).toEqual([[shown.id], [noors.id]])
  for (const key of ['kai', 'rivera', 'okafor', 'amara', 'chen'])
    expect([key, await earlier(key, id)]).toEqual([key, 'not_found'])
  const { spaces: mine, earlier: past } = await listed('mika')
  expect(mine.map((one) => one.id)).not.toContain(id)
  expect(past.find((one) => one.id === id)).toMatchObject({ name: 'Newspaper', pieces: 1 })
  expect((await listed('rivera')).spaces.find((one) => one.id === id)?.archived).toBe(true)
  const reopen = (key: string) => school.as(key).ask(spaces.ReopenSpace, { params: { id: archivingId } })
  expect([(await reopen('mika')).code, (await reopen('dubois')).code]).toEqual(['not_found', 'not_found'])
  await reopen('rivera')
  expect((await school.as('noor').ask(work.GetPiece, piece)).status).toBe(200)
  expect(await earlier('mika', id)).toBe('not_found')
  await school.as('rivera').ask(spaces.UnseatPerson, { params: { id: seats[0]?.id } })
  expect(await earlier('mika', id)).toEqual([shown.id])
  expect((await school.as('noor').ask(work.GetPiece, piece)).code).toBe('not_found')
})

test('own work is in no space until it is shown in one, and what was made in an earlier class is found there', async () => {
  const own = async () => (await school.as('mika').ask(spaces.GetOwnSpace)).body.pieces.map(({ id }) => id)
  const quiet = await addPiece(school, 'mika')
  const forTeachers = await addPiece(school, 'mika', ['teachers'])
  const forClass = await addPiece(school, 'mika', ['class'])
  expect(await own()).toEqual(expect.arrayContaining([quiet.id, forTeachers.id]))
  expect(await own()).not.toContain(forClass.id)
  expect((await listed('mika')).own?.pieces).toBe((await own()).length)
  await school.as('mika').ask(work.WithdrawShare, { params: { id: forClass.shareIds[0] } })
  expect(await own()).toContain(forClass.id)
  expect((await listed('rivera')).own).toBeNull()
  expect((await school.as('rivera').ask(spaces.GetOwnSpace)).body.pieces).toEqual([])
  const last = spaceOf(classOf('division-3-last'))
  expect((await listed('mika')).earlier.map((one) => one.id)).toContain(last)
  expect(await earlier('mika', last)).toEqual([])
  expect(await earlier('danylo', last)).toBe('not_found')
  expect(await earlier('mika', spaceOf(classOf('division-3')))).toBe('not_found')
})

test('work shown in a space that is hidden from its learner is found among their own, until it is shown again', async () => {
  const { id } = await openGroup(school)
  const { id: pieceId } = await showIn(school, id)
  const own = async () => (await school.as('mika').ask(spaces.GetOwnSpace)).body.pieces.map((one) => one.id)
  expect(await own()).not.toContain(pieceId)
  await say(school, id, 'learners', 'hidden')
  expect(await own()).toContain(pieceId)
  await say(school, id, 'learners', 'visible')
  expect(await own()).not.toContain(pieceId)
})

test('whoever leaves the school leaves its spaces: what a learner showed there is then seen by nobody in it', async () => {
  const { id } = await openGroup(school)
  const shown = await showIn(school, id, 'kai').catch(() => undefined)
  expect(shown).toBeUndefined()
  const mikas = await showIn(school, id)
  const kept = { params: { id: classOf('division-3') } }
  const people = (await school.as('singh').ask(schools.GetKeptClass, kept)).body.people
  const place = (key: string) => people.find((one) => one.personId === idOf(key) && one.isOpen)?.id
  await school.as('singh').ask(schools.UnenrollPerson, { params: { id: place('mika') } })
  const piece = { params: { id: mikas.id } }
  expect((await school.as('noor').ask(work.GetPiece, piece)).code).toBe('not_found')
  expect((await school.as('okafor').ask(work.GetPiece, piece)).code).toBe('not_found')
  expect(await earlier('mika', id)).toEqual([mikas.id])
  const noors = await showIn(school, id, 'noor')
  await school.as('singh').ask(schools.UnenrollPerson, { params: { id: place('rivera') } })
  expect((await school.as('rivera').ask(spaces.GetSpace, { params: { id } })).code).toBe('not_found')
  const wall = { params: { id } }
  expect((await school.as('noor').ask(work.GetWall, wall)).status).toBe(200)
  // nobody is left in it by themselves
  const young = { params: { id: classOf('kindergarten') } }
  const places = (await school.as('singh').ask(schools.GetKeptClass, young)).body.people
  const okafors = places.find((one) => one.personId === idOf('okafor'))?.id
  await school.as('singh').ask(schools.UnenrollPerson, { params: { id: okafors } })
  expect((await school.as('noor').ask(work.GetWall, wall)).code).toBe('not_found')
  expect(await earlier('noor', id)).toEqual([noors.id])
})

test('an office is told counts, and no name of a space', async () => {
  const answer = await school.as('chen').ask(spaces.CountSpaces)
  const here = answer.body.find(({ groups }) => groups > 0)
  expect(here).toMatchObject({ oneToOnes: 0 })
  expect(answer.text).not.toContain('Newspaper')
  expect((await school.as('rivera').ask(spaces.CountSpaces)).body).toEqual([])
})
