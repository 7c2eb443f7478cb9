import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, photo, type Stage } from '../support/stage.ts'
import { heading, save, see, takePhoto, typeKeys, way } from './doings.ts'

let stage: Stage
let mika: Page
let id: string

beforeAll(async () => {
  stage = await openStage()
  mika = await stage.device(null)
})
afterAll(() => stage?.close())

test('Mika looks at her work while there is a network', async () => {
  await mika.goto(stage.origin)
  await typeKeys(mika, 'mika')
  await way(mika, 'Add work').click()
  await takePhoto(mika, await photo('#2f5f7a'))
  await mika.getByLabel('Title').fill('The frozen lake')
  id = await save(mika)
  await see(mika.getByRole('img', { name: 'A picture' }))
  await mika.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await mika.goto(stage.origin)
  await see(way(mika, 'The frozen lake'))
  await mika.goto(`${stage.origin}/pieces/${id}`)
  await see(mika.getByRole('img', { name: 'A picture' }))
  await expect.poll(() => widthOfPicture()).toBeGreaterThan(0)
})

test('without a network the app opens, says so, and shows what she had seen', async () => {
  await mika.context().setOffline(true)
  await mika.goto(stage.origin)
  await see(way(mika, 'The frozen lake'))
  await see(mika.getByText('There is no network. This is what was last seen on this device.'))
  await way(mika, 'The frozen lake').click()
  await see(heading(mika, 'The frozen lake'))
  await expect.poll(() => widthOfPicture()).toBeGreaterThan(0)
})

test('what was never opened here is not pretended to be gone', async () => {
  await mika.goto(`${stage.origin}/pieces/01930000-0000-7000-8000-000000000000`)
  await see(heading(mika, 'This work cannot be reached just now'))
})

test('when the network is back, so is everything', async () => {
  await mika.context().setOffline(false)
  await mika.goto(stage.origin)
  await see(way(mika, 'The frozen lake'))
  await expect.poll(() => mika.getByText('There is no network').count()).toBe(0)
})

test('on a shared tablet the next person sees nothing of hers without a network', async () => {
  await mika.getByRole('banner').locator('summary').click()
  await mika.getByRole('button', { name: 'Sign out' }).click()
  await see(heading(mika, 'Sign in'))
  await mika.context().setOffline(true)
  await mika.goto(`${stage.origin}/pieces/${id}`)
  await see(mika.getByRole('heading').first())
  expect(await mika.locator('body').innerText()).not.toContain('The frozen lake')
  await mika.context().setOffline(false)
})

const widthOfPicture = () =>
  mika.getByRole('img', { name: 'A picture' }).evaluate((image: HTMLImageElement) => image.naturalWidth)
