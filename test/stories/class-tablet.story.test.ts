import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { addPiece } from '../support/making.ts'
import { classOf, idOf } from '../support/school.ts'
import { openStage, photo, type Stage } from '../support/stage.ts'
import { layTablet, type Tablet } from '../support/tablet.ts'
import { layWire, type Wire } from '../support/wire.ts'
import { action, heading, see, typeKeys, way } from './doings.ts'
import { writtenDown } from './kept-here.ts'

let stage: Stage
let wire: Wire
let tablet: Tablet
let page: Page

beforeAll(async () => {
  stage = await openStage()
  wire = await layWire((stage.school.program.app.server.address() as AddressInfo).port)
  tablet = layTablet()
})
afterAll(async () => {
  await tablet?.throwAway()
  await wire?.close()
  await stage?.close()
})

const faces = () => heading(page, 'Who are you?')
const child = (name: string) => page.getByRole('button', { name, exact: true })
const waits = { timeout: 60_000 }
const takePhoto = async (color?: string) => {
  await page.getByLabel('Photo', { exact: true }).setInputFiles(await photo(color))
  await see(action(page, 'Done'))
}
const worksOf = async (key: string) =>
  (await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })).body.pieces
const askPassword = async (password: string) => {
  await action(page, 'For the teacher').click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await action(page.getByRole('dialog'), 'Open').click()
}
const hour = () => {
  stage.school.clock.now = new Date(stage.school.clock.now.getTime() + 3_600_000)
}

async function handOver(): Promise<void> {
  await page.goto(`${wire.origin}/classes/${classOf('kindergarten')}`)
  await way(page, /^Class (tablet|computer|phone)/).click()
  await action(page, /^Hand the/).click()
  await see(faces(), child('Théo'))
  await page.waitForLoadState('networkidle')
}

test('Ms. Okafor hands the tablet over, and from then on it shows faces wherever one goes', async () => {
  const theos = await addPiece(stage.school, 'theo', ['teachers', 'class'], 'kindergarten')
  page = await tablet.open()
  await page.goto(`${wire.origin}/sign-in`)
  await typeKeys(page, 'okafor')
  await see(heading(page, 'Today'))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.goto(`${wire.origin}/pieces/${theos.id}`)
  await see(page.getByText('by theo'))
  await handOver()
  for (const path of ['/today', `/pieces/${theos.id}`, '/account', '/on-this-device', '/'])
    await page.goto(wire.origin + path).then(() => see(faces()))
  await page.goBack()
  await see(faces())
  const asked = await page.evaluate(async (id) => {
    const answers = [`/api/pieces/${id}`, '/api/classes', '/api/device-key'].map((url) => fetch(url))
    return Promise.all(answers.map(async (answer) => (await answer).status))
  }, theos.id)
  expect(asked).toEqual([423, 423, 423])
})

test('without a network too: nothing the teacher saw is told, and a child takes a photo of their work', async () => {
  await wire.cut()
  await page.reload()
  await see(faces())
  const told = await page.evaluate(async () => {
    const answers = ['/api/classes', '/api/children'].map((url) => fetch(url).then((one) => one.status))
    return Promise.all(answers.map((answer) => answer.catch(() => 'nothing')))
  })
  expect(told).toEqual(['nothing', 'nothing'])
  await child('Théo').click()
  await takePhoto()
  await see(page.getByRole('img'))
  await action(page, 'Done').click()
  await see(faces(), page.getByText('It is kept, Théo.'), page.getByText(/^1 thing is safe here/))
  expect(await page.getByRole('img').count()).toBe(0)
})

test('the tab is gone while Yusuf has not said that he is done: kept for him, and shown to nobody', async () => {
  await child('Yusuf').click()
  await takePhoto('#97431a')
  await writtenDown(page)
  // a browser that is killed whole may forget its newest cookies; this one's tab is
  const next = await page.context().newPage()
  await page.close()
  page = next
  await page.goto(wire.origin)
  await see(faces(), page.getByText(/^2 things are safe here/))
  await child('Yusuf').click()
  await see(page.getByLabel('Photo', { exact: true }))
  expect(await page.getByRole('img').count()).toBe(0)
  await action(page, 'Not me').click()
  await see(faces())
})

test('what a child does not want to keep goes, and what they leave is asked about', async () => {
  await child('Simran').click()
  await takePhoto('#224466')
  await action(page, 'Not me').click()
  await action(page.getByRole('dialog'), 'Throw it away').click()
  await see(faces(), page.getByText(/^2 things are safe here/))
})

test('a child walks off in the middle of a drawing: four minutes later it is kept, and the faces are back', async () => {
  await page.clock.install()
  await page.reload()
  await child('Simran').click()
  await action(page, 'Draw').click()
  await see(page.getByRole('application', { name: 'Sheet with 0 marks' }))
  await page.mouse.move(120, 300)
  await page.mouse.down()
  await page.mouse.move(260, 420, { steps: 8 })
  await page.mouse.up()
  await see(page.getByRole('application', { name: 'Sheet with 1 mark' }))
  await page.clock.fastForward('04:01')
  await see(faces(), page.getByText(/^3 things are safe here/))
  await child('Simran').click()
  await action(page, 'Draw').click()
  await see(page.getByRole('application', { name: 'Sheet with 0 marks' }))
  await page.clock.fastForward('04:01')
  await see(faces(), page.getByText(/^3 things are safe here/))
})

test('no guess opens it, with or without a network', async () => {
  await askPassword('guess')
  await see(page.getByText(/^This password does not open it/))
  await action(page.getByRole('dialog'), 'Close').click()
  hour()
  await wire.mend()
  await page.reload()
  await see(faces())
  await askPassword('guess')
  await see(page.getByRole('dialog').getByRole('alert'))
  await page.goto(`${wire.origin}/today`)
  await see(faces())
})

test('each has in their portfolio what they made, made by them, and nobody has another’s', async () => {
  await expect.poll(async () => (await worksOf('yusuf')).length, waits).toBe(1)
  const [yusufs] = await worksOf('yusuf')
  await expect.poll(async () => (await worksOf('theo')).length, waits).toBe(2)
  await expect.poll(async () => (await worksOf('simran')).length, waits).toBe(1)
  const { body } = await stage.school.as('yusuf').ask(GetPiece, { params: { id: yusufs?.id } })
  expect([body.iterations[0]?.madeBy.id, body.createdBy.id]).toEqual([idOf('yusuf'), idOf('okafor')])
  expect(body.may.revise).toBe(true)
  expect((await stage.school.as('theo').ask(GetPiece, { params: { id: yusufs?.id } })).code).toBe('not_found')
})

test('her password takes it back', async () => {
  await askPassword(demoPassword)
  await see(way(page, /^Class (tablet|computer|phone)/))
  await page.goto(`${wire.origin}/today`)
  await see(heading(page, 'Today'))
})

test('taken back without a network she is at the door, and what waits there arrives when she is in again', async () => {
  await handOver()
  await wire.cut()
  await child('Lark').click()
  await takePhoto('#446622')
  await action(page, 'Done').click()
  await see(faces())
  await askPassword(demoPassword)
  await page.waitForURL(/\/sign-in/)
  await see(page.getByText(/1 thing of Ngozi is waiting on this/))
  await page.goto(wire.origin)
  await see(page.getByLabel('Password', { exact: true }))
  await typeKeys(page, 'okafor')
  await see(heading(page, 'Today').or(heading(page, 'This cannot be reached just now')))
  hour()
  await wire.mend()
  await page.reload()
  await see(page.getByLabel('Password', { exact: true }))
  await typeKeys(page, 'okafor')
  await see(heading(page, 'Today'))
  await expect.poll(async () => (await worksOf('lark')).length, waits).toBe(1)
})
