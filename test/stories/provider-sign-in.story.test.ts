import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { digitsOf, stepAt } from '../../src/people/check-totp.ts'
import { BeginSecondFactor, ConfirmSecondFactor, GetMe } from '../../src/people/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { castMember } from '../support/cast.ts'
import { laySamlProvider, type OwnSamlProvider } from '../support/own-saml-provider.ts'
import { bytesOfBase32 } from '../support/second-steps.ts'
import { rivera, speaksSaml } from '../support/saml-traveling.ts'
import { idOf } from '../support/school.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { addProvider, layTraveler } from '../support/traveling.ts'

let stage: Stage
let there: OwnSamlProvider
beforeAll(async () => {
  stage = await openStage({ settled: true, localAddresses: true })
  stage.school.clock.now = new Date()
  there = await laySamlProvider()
  const id = await addProvider(
    stage.school,
    there.entityId,
    speaksSaml(there, { signOutAt: `${there.entityId}/slo`, signsRequests: true }),
  )
  there.know((await layTraveler(stage.school).go(`/door/${id}/metadata`)).body)
})
afterAll(async () => {
  await stage.close()
  await there.close()
})

/** Ms. Rivera on a device of hers, in by her district's account. */
async function comeIn(): Promise<Page> {
  there.told.who = rivera
  const page = await stage.device(null, desk)
  await page.goto(`${stage.origin}/sign-in`)
  await page.getByRole('link', { name: 'SAML of the district' }).click()
  await page.getByRole('button', { name: 'Go on as r-1' }).click()
  await page.waitForURL((url) => url.origin === stage.origin && !url.pathname.startsWith('/sign-in'))
  return page
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').locator('summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
}

test('a teacher signs in with the account of her district, over another site and back', async () => {
  const page = await comeIn()
  const me = await page.request.get(`${stage.origin}${GetMe.path}`)
  expect((await me.json()).id).toBe(idOf('rivera'))
  // she leaves: out of Cairn at once, and asked whether to leave there as well
  await signOut(page)
  await page.getByText('You came in by “SAML of the district” and are still signed in there').waitFor()
  await expectNoAxeViolations(page)
  expect((await page.request.get(`${stage.origin}${GetMe.path}`)).status()).toBe(401)
  await page.getByRole('link', { name: 'Sign out there too' }).click()
  await page.getByText('Everything here is over').waitFor()
})

test('who left without a network is offered to leave there too once Cairn hears of it, whoever opens it then', async () => {
  const page = await comeIn()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
  await signOut(page)
  await page.waitForURL((url) => url.pathname === '/sign-in')
  await page.context().setOffline(false)
  await page.goto(stage.origin)
  await page
    .getByText('Whoever signed out here without a network came in by “SAML of the district”')
    .waitFor()
  await expectNoAxeViolations(page)
  expect((await page.request.get(`${stage.origin}${GetMe.path}`)).status()).toBe(401)
  await page.getByRole('link', { name: 'Sign out there too' }).click()
  await page.getByText('Everything here is over').waitFor()
})

test('somebody who is not known there yet reads that they wait, and is not in', async () => {
  there.told.who = { nameId: 'new-1', attributes: { displayName: 'Nadia New' } }
  const page = await stage.device(null, desk)
  await page.goto(`${stage.origin}/sign-in`)
  await page.getByRole('link', { name: 'SAML of the district' }).click()
  await page.getByRole('button', { name: 'Go on as new-1' }).click()
  await page.waitForURL((url) => url.search.includes('refused=waiting_to_be_linked'))
  await page.getByRole('link', { name: 'SAML of the district' }).waitFor()
  expect((await page.request.get(`${stage.origin}${GetMe.path}`)).status()).toBe(401)
  const office = await stage.device('singh', desk)
  await office.goto(`${stage.origin}/office/signing-in`)
  await office.getByText('Nadia New').waitFor()
})

test('a second step asks for digits after the password, and lets in with them', async () => {
  const params = { id: newId() }
  const okafor = stage.school.as('okafor')
  const begun = await okafor.ask(BeginSecondFactor, { params, body: { password: demoPassword } })
  const secret = bytesOfBase32(begun.body.secret)
  const code = () => digitsOf(secret, stepAt(stage.school.clock.now))
  await okafor.ask(ConfirmSecondFactor, { params, body: { code: code() } })
  stage.school.clock.now = new Date(stage.school.clock.now.getTime() + 30_000)
  const page = await stage.device(null, desk)
  await page.goto(`${stage.origin}/sign-in`)
  const form = page.locator('form').filter({ has: page.locator('input[type=password]') })
  await form
    .getByLabel('Name', { exact: false })
    .first()
    .fill(castMember('okafor').username ?? '')
  await form.locator('input[type=password]').fill(demoPassword)
  await form.locator('button[type=submit]').click()
  const digits = page.locator('input[autocomplete=one-time-code]')
  await digits.fill('000000')
  await page.locator('form').filter({ has: digits }).locator('button[type=submit]').click()
  await page.getByRole('alert').first().waitFor()
  await digits.fill(code())
  await page.locator('form').filter({ has: digits }).locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
})

test('the office is told how many come in by a provider before it closes it', async () => {
  const office = await stage.device('singh', desk)
  await office.goto(`${stage.origin}/office/signing-in`)
  const card = office.getByRole('article').filter({ hasText: there.entityId })
  await card.getByRole('button', { name: 'Close it' }).click()
  await card.getByText('1 person comes in by it').waitFor()
  await expectNoAxeViolations(office)
  await card.getByRole('button', { name: 'Leave it open' }).click()
  await card.getByRole('button', { name: 'Close it' }).click()
  await card.getByRole('button', { name: 'Close it for good' }).click()
  await card.waitFor({ state: 'detached' })
})
