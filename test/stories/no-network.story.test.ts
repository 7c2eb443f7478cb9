import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { idOf } from '../support/school.ts'
import { openStage, photo, type Stage } from '../support/stage.ts'
import { layTablet, type Tablet } from '../support/tablet.ts'
import { layWire, type Wire } from '../support/wire.ts'
import { action, keep, pieceHere, see, takePhoto, typeKeys, way } from './doings.ts'

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

const twoDays = 2 * 24 * 3_600_000
const piecesOf = async (key: string) =>
  (await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })).body.pieces
const titlesOf = async (key: string) => (await piecesOf(key)).map(({ title }) => title)

/** The app is on the tablet, and what was seen is kept, before the network goes. */
async function settleIn(): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.reload()
  await see(way(page, /^Add/))
  await page.waitForLoadState('networkidle')
}

async function signIn(key: string): Promise<void> {
  await typeKeys(page, key)
  await see(way(page, /^Add/))
}

/** A killed browser may have lost the session of its last half minute: then one signs in again. */
async function comeBack(key: string): Promise<void> {
  await page.goto(wire.origin)
  const password = page.getByLabel('Password', { exact: true })
  await see(way(page, /^Add/).or(password))
  if (await password.isVisible()) await signIn(key)
}

async function signOut(): Promise<void> {
  await page.locator('header summary').click()
  await action(page, 'Sign out').click()
}

async function addPhoto(title: string): Promise<string> {
  await page.goto(`${wire.origin}/work/new`)
  await takePhoto(page)
  await page.getByLabel('Title').fill(title)
  return keep(page)
}

let monarch: string
let before: string[]

test('without a network Mika photographs her work, and it is safe on what she holds in her hands', async () => {
  before = await titlesOf('mika')
  page = await tablet.open()
  await page.goto(`${wire.origin}/sign-in`)
  await signIn('mika')
  await settleIn()
  await wire.cut()
  monarch = await addPhoto('My monarch')
  await see(page.getByText(/Your photo is safe on this (tablet|phone|computer)\. It will travel when/))
  await see(page.getByText('Waiting for the network. Your work is safe here and will be sent.'))
  await see(page.getByRole('img', { name: 'A picture' }))
})

test('the browser is killed, and everything is still there: she adds an attempt and some words', async () => {
  await tablet.kill()
  page = await tablet.open()
  await page.goto(wire.origin)
  await see(way(page, 'My monarch'), page.getByText(/^Safe on this/))
  await page.goto(`${wire.origin}/pieces/${monarch}/next`)
  await takePhoto(page, await photo('#97431a'))
  await page.getByLabel('What did you change?').fill('I drew every vein')
  await action(page, 'Save this attempt').click()
  await pieceHere(page)
  await see(page.getByText('I drew every vein'))
  await page.goto(`${wire.origin}/work/new`)
  await action(page, 'Write').click()
  await page.getByLabel('Your words').fill('What the river said')
  await page.getByLabel('Title').fill('The river')
  await keep(page)
})

test('two days later there is a network, and all of it arrives in order, once, with its dates', async () => {
  const made = stage.school.clock.now.getTime()
  await tablet.kill()
  stage.school.clock.now = new Date(made + twoDays)
  await wire.mend()
  page = await tablet.open()
  await comeBack('mika')
  await expect.poll(() => titlesOf('mika')).toContain('The river')
  expect((await titlesOf('mika')).toSorted()).toEqual([...before, 'My monarch', 'The river'].toSorted())
  const { body } = await stage.school.as('mika').ask(GetPiece, { params: { id: monarch } })
  expect(body.iterations.map(({ number, whatChanged }) => [number, whatChanged])).toEqual([
    [1, ''],
    [2, 'I drew every vein'],
  ])
  for (const { madeAt } of body.iterations) {
    // made when the network went, as the server's clock then stood; not when it arrived
    expect(Math.abs(Date.parse(madeAt) - made)).toBeLessThan(10 * 60_000)
  }
  expect(Date.parse(body.iterations[0]!.madeAt)).toBeLessThan(Date.parse(body.iterations[1]!.madeAt))
  await page.goto(`${wire.origin}/on-this-device`)
  await see(page.getByText('Nothing is waiting'), page.getByText('Your work: “My monarch”'))
})

test('on a shared tablet the next person can neither read nor send what waits there', async () => {
  await signOut()
  await typeKeys(page, 'noor')
  await see(way(page, /^Add/))
  await settleIn()
  await signOut()
  await signIn('mika')
  await settleIn()
  await wire.cut()
  await page.goto(`${wire.origin}/work/new`)
  await action(page, 'Write').click()
  await page.getByLabel('Your words').fill('A telltale sentence of Mika')
  await page.getByLabel('Title').fill('Only hers')
  await keep(page)
  await signOut()
  await see(page.getByText('1 thing has not arrived yet'))
  await action(page, 'Sign out now').click()
  await see(page.getByText(/1 thing of Mika is waiting on this/))
  await signIn('noor')
  expect(await page.locator('body').innerText()).not.toMatch(/Only hers|monarch/)
  await addPhoto('Mine')
  await tablet.kill()
  for (const words of ['telltale sentence', 'Only hers', 'My monarch', 'I drew every vein']) {
    expect(tablet.holds(words)).toEqual([])
  }
})

test('what Noor kept is sent when the server knows it is she, and what Mika kept when it is Mika', async () => {
  await wire.mend()
  page = await tablet.open()
  await page.goto(wire.origin)
  await see(page.getByLabel('Password', { exact: true }))
  expect(await titlesOf('mika')).not.toContain('Only hers')
  expect(await titlesOf('noor')).not.toContain('Mine')
  await page.goto(`${wire.origin}/sign-in`)
  await signIn('noor')
  await expect.poll(() => titlesOf('noor')).toContain('Mine')
  expect(await titlesOf('noor')).not.toContain('Only hers')
  expect(await titlesOf('mika')).not.toContain('Only hers')
  await signOut()
  await signIn('mika')
  await expect.poll(() => titlesOf('mika')).toContain('Only hers')
})
