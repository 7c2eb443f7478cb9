import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { addPiece } from '../support/making.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { heading, see, way } from './doings.ts'

let stage: Stage
let okafor: Page

beforeAll(async () => {
  stage = await openStage()
  await addPiece(stage.school, 'ada', ['family'])
  await addPiece(stage.school, 'theo', ['teachers'], 'kindergarten')
  okafor = await stage.device('okafor', desk)
})
afterAll(() => stage?.close())

const main = (page: Page) => page.getByRole('main').innerText()

test('Ms. Okafor teaches: what waits in her kindergarten is there, her own daughter is not', async () => {
  await okafor.goto(stage.origin)
  await see(heading(okafor, '1 waiting for feedback'))
  expect(await main(okafor)).not.toContain('Adaeze')
})

test('with the other hat she is Adaeze’s mother, and nothing of her class is there', async () => {
  await okafor.getByRole('radio', { name: 'My family' }).check()
  await see(okafor.getByRole('region', { name: /^Adaeze/ }))
  expect(await main(okafor)).not.toContain('Théo')
  await way(okafor.getByRole('region', { name: /^Adaeze/ }), /by ada|Untitled/)
    .first()
    .click()
  await see(okafor.getByText('by ada'))
})

test('the hat is remembered when she comes back, and changed again from her phone’s menu', async () => {
  await okafor.goto(stage.origin)
  await see(okafor.getByRole('region', { name: /^Adaeze/ }))
  await okafor.setViewportSize({ width: phone.width ?? 390, height: 844 })
  await okafor.getByRole('banner').locator('summary').click()
  await okafor.getByRole('button', { name: 'Teaching' }).click()
  await see(heading(okafor, '1 waiting for feedback'))
})

test('a hat changes what is shown, never what may be seen', async () => {
  const { id } = await addPiece(stage.school, 'ada', ['teachers'])
  await okafor.goto(`${stage.origin}/pieces/${id}`)
  await see(heading(okafor, 'This work is not here'))
})
