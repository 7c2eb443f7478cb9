import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { GetMe } from '../../src/people/contract.ts'
import { castMember } from '../support/cast.ts'
import { idOf } from '../support/school.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ settled: true })
})
afterAll(() => stage.close())

/** The browser's own device with a finger on it, as its developer tools lay one. */
async function layFinger(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a teacher makes a passkey, comes in with it alone, and her password opens no more by itself', async () => {
  const page = await stage.device('rivera', desk)
  await layFinger(page)
  await page.goto(`${stage.origin}/account`)
  await page.getByRole('button', { name: 'Make a passkey', exact: true }).click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Make it now' }) })
  await form.getByLabel('A name for it').fill('My laptop')
  await form.locator('input[type=password]').fill(demoPassword)
  await form.getByRole('button', { name: 'Make it now' }).click()
  await page.getByRole('button', { name: 'Remove the passkey My laptop' }).waitFor()

  await page.context().clearCookies()
  await page.goto(`${stage.origin}/sign-in`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  const me = await page.request.get(`${stage.origin}${GetMe.path}`)
  expect((await me.json()).id).toBe(idOf('rivera'))

  const elsewhere = await stage.device(null, desk)
  await elsewhere.goto(`${stage.origin}/sign-in`)
  const keys = elsewhere.locator('form').filter({ has: elsewhere.locator('input[type=password]') })
  await keys.locator('input[name=username]').fill(castMember('rivera').username ?? '')
  await keys.locator('input[type=password]').fill(demoPassword)
  await keys.locator('button[type=submit]').click()
  await elsewhere.getByText('You have a passkey').waitFor()
  expect((await elsewhere.request.get(`${stage.origin}${GetMe.path}`)).status()).toBe(401)
})

test('a device that has no passkey of anybody here says so, and lets nobody in', async () => {
  const page = await stage.device(null, desk)
  await layFinger(page)
  await page.goto(`${stage.origin}/sign-in`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('Your device gave no passkey').waitFor()
})
