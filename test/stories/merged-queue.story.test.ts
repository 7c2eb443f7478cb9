import { v7 as newId } from 'uuid'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtId } from '../../src/demo/cast-schools.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { DescribeMerge, EnterPerson, GiveSignIn, MergePeople } from '../../src/register/contract.ts'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { comeTheFirstTime } from '../support/first-password.ts'
import { classOf, idOf } from '../support/school.ts'
import { openStage, photo, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

/** A child who was entered twice works under the second record without a network; then the office makes both one. */
let stage: Stage
let tablet: Page
const twin = newId()
const keys = { username: 'kai.louie', password: 'second-kai-99' }
beforeAll(async () => {
  stage = await openStage()
  const names = { given: 'Kai', family: 'Louie', legalGiven: null, legalFamily: null }
  await singh(EnterPerson, { id: twin }, names)
  await asTheSystem(
    stage.school.program.ground,
    { reason: 'make a test', districtId: districtId.nechako },
    ({ db }) =>
      sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on) values (${newId()},
        ${districtId.nechako}, ${classOf('division-3')}, ${twin}, 'student', '4', '2026-09-08')`.execute(db),
  )
  await singh(GiveSignIn, { id: twin }, keys)
})
afterAll(() => stage?.close())

async function singh(endpoint: Endpoint, params: object, body: object): Promise<void> {
  const answer = await stage.school.as('singh').ask(endpoint, { params, body })
  expect([endpoint.name, answer.status]).toEqual([endpoint.name, 200])
}
/** Somebody else picks the tablet up. */
async function takenBy(cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await tablet.context().clearCookies()
  await tablet.context().addCookies([{ name, value, url: stage.origin, httpOnly: true, sameSite: 'Lax' }])
  await tablet.goto(stage.origin)
  await see(way(tablet, /^Add/))
}
const piecesOf = async (key: string) =>
  (await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })).body.pieces
const titled = async (key: string) => (await piecesOf(key)).find(({ title }) => title === 'A crane of paper')

test('without a network, a photo is kept under the record that is one too many', async () => {
  tablet = await stage.device(null)
  await takenBy(await comeTheFirstTime(stage.school, keys, 'a stone of my own'))
  await tablet.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await tablet.goto(`${stage.origin}/work/new`)
  await see(heading(tablet, 'Add work'))
  await tablet.waitForLoadState('networkidle')
  await tablet.context().setOffline(true)
  await tablet.getByLabel(/^Choose files/).setInputFiles(await photo())
  await tablet.getByLabel('Title').fill('A crane of paper')
  await action(tablet, 'Save').click()
  await tablet.waitForURL(/\/pieces\//)
})

test('both records become one; whoever else takes the tablet sends nothing of it', async () => {
  const told = await stage.school
    .as('singh')
    .ask(DescribeMerge, { params: { id: idOf('kai') }, query: { goneId: twin } })
  const merge = { keptId: idOf('kai'), goneId: twin, accepts: told.body.doubts }
  await singh(MergePeople, { id: newId() }, merge)
  await tablet.context().setOffline(false)
  await takenBy(await stage.school.as('noor').cookie())
  await tablet.waitForLoadState('networkidle')
  expect([await titled('noor'), await titled('kai')]).toEqual([undefined, undefined])
})

test('Kai takes it, and it arrives in the one portfolio there is, with its photo', async () => {
  await takenBy(await stage.school.as('kai').cookie())
  await expect.poll(() => titled('kai')).toBeDefined()
  const id = (await titled('kai'))?.id ?? ''
  const photoOf = async () => {
    const [part] =
      (await stage.school.as('kai').ask(GetPiece, { params: { id } })).body.iterations[0]?.parts ?? []
    return part?.kind === 'media' ? part.media.state : part?.kind
  }
  await expect.poll(photoOf).toBe('ready')
  expect(await titled('noor')).toBeUndefined()
  const left = () =>
    tablet.evaluate(async () => {
      const open = indexedDB.open('cairn')
      const kept = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result)
      })
      const asked = kept.transaction('waiting').objectStore('waiting').count()
      return new Promise<number>((resolve) => {
        asked.onsuccess = () => resolve(asked.result)
      })
    })
  await expect.poll(left).toBe(0)
})
