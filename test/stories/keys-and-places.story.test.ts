import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { action, heading, see, typeKeys } from './doings.ts'

let stage: Stage
let phone: Page
let laptop: Page
const next = 'four stones by the lake'

beforeAll(async () => {
  stage = await openStage()
  phone = await stage.device(null)
  laptop = await stage.device(null, desk)
  for (const page of [phone, laptop]) {
    await page.goto(stage.origin)
    await typeKeys(page, 'jonas')
    await see(heading(page, 'My work'))
  }
})
afterAll(() => stage?.close())

test('a new password needs the present one, and says how long is long enough', async () => {
  await laptop.goto(`${stage.origin}/account`)
  await laptop.getByLabel('Password now').fill('not it')
  await laptop.getByLabel('New password').fill('short')
  await action(laptop, 'Change password').click()
  await see(laptop.getByText('This is too short. Use at least 8 characters.'))
  await laptop.getByLabel('New password').fill(next)
  await action(laptop, 'Change password').click()
  await see(laptop.getByText('That is not your present password. Nothing was changed.'))
})

test('Jonas changes it: the phone is signed out, the old password is worth nothing', async () => {
  await laptop.getByLabel('Password now').fill(demoPassword)
  await action(laptop, 'Change password').click()
  await see(laptop.getByText('Your password is changed. Every other device was signed out.'))
  await phone.goto(stage.origin)
  await see(heading(phone, 'Sign in'))
  await typeKeys(phone, 'jonas')
  await see(phone.getByText('That name and password do not belong together. Check both and try again.'))
  await typeKeys(phone, 'jonas', next)
  await see(heading(phone, 'My work'))
})

test('from the phone he signs out everywhere, and both are at the door', async () => {
  await phone.goto(`${stage.origin}/account`)
  await see(phone.getByText('This device', { exact: true }), phone.getByText(/^Last used/))
  await action(phone, 'Sign out everywhere').click()
  await see(phone.getByText('Nothing you made is lost.', { exact: false }))
  await action(phone.getByRole('dialog'), 'Sign out everywhere').click()
  await see(heading(phone, 'Sign in'))
  await laptop.goto(stage.origin)
  await see(heading(laptop, 'Sign in'))
  await laptop.goBack()
  await see(heading(laptop, 'Sign in'))
  expect(await laptop.locator('body').innerText()).not.toContain('Jonas Weatherby')
})
