import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { GetMe } from '../../src/people/contract.ts'
import { digitsOf, stepAt } from '../../src/people/check-totp.ts'
import { AddGuardianship, EnterPerson } from '../../src/register/contract.ts'
import { classOf, idOf } from '../support/school.ts'
import { bytesOfBase32 } from '../support/second-steps.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, typeKeys, way } from './doings.ts'

let stage: Stage
let singh: Page
let listener: Server
const heard: string[] = []
beforeAll(async () => {
  stage = await openStage({ localAddresses: true })
  singh = await stage.device('singh', desk)
  listener = createServer(async (request, response) => {
    for await (const part of request) heard.push(String(part))
    response.writeHead(200).end()
  }).listen(0, '127.0.0.1')
})
afterAll(async () => {
  await stage.close()
  listener.close()
})

test('somebody who is here twice is seen on the first page, a wrong tie is ended, and two records are one and two again', async () => {
  const [twin, tie] = [newId(), newId()]
  const office = stage.school.as('singh')
  const names = { given: 'Amara', family: 'Diallo', legalGiven: null, legalFamily: null }
  await office.ask(EnterPerson, { params: { id: twin }, body: names })
  const body = { learnerId: idOf('noor'), guardianId: twin, relationship: 'mother' }
  await office.ask(AddGuardianship, { params: { id: tie }, body })

  await singh.goto(`${stage.origin}/office`)
  await way(singh, 'Office').click()
  await way(singh, 'People').click()
  await singh.getByRole('searchbox').fill('noor hadd')
  await way(singh, 'Noor Haddad').click()
  await action(singh, 'End the guardianship with Amara Diallo').click()
  await singh.getByRole('radio', { name: /It was never right/ }).check()
  await action(singh, 'End it now').click()
  await see(singh.getByText(/Mother · was a mistake/))

  await singh.goto(`${stage.origin}/office`)
  await way(singh, '1 person may be here twice').click()
  await way(singh, 'Look at both records of Amara Diallo').click()
  await action(singh, 'Make these two one').click()
  await action(singh, 'Take it back: Amara Diallo').click()
  await expect.poll(() => action(singh, 'Take it back: Amara Diallo').count()).toBe(0)

  await singh.goto(`${stage.origin}/office/people`)
  await action(singh, /are two people$/).click()
  await expect.poll(() => heading(singh, 'Here twice, perhaps').count()).toBe(0)
})

test('a child is taken out of a class only when the office says so once more', async () => {
  await singh.goto(`${stage.origin}/office/classes/${classOf('kindergarten')}`)
  await action(singh, 'Take out: Théo Diallo').click()
  await see(singh.getByText('Nothing Théo Diallo made is touched.'))
  await action(singh, 'Leave it').click()
  await action(singh, 'Take out: Théo Diallo').click()
  await action(singh, 'Yes, from today').click()
  await expect.poll(() => action(singh, 'Take out: Théo Diallo').count()).toBe(0)
  expect(await action(singh, /^Take out: /).count()).toBeGreaterThan(0)
})

test('a program gets a key that is shown once, and another is told of things', async () => {
  await singh.goto(`${stage.origin}/office/programs`)
  await action(singh, 'Make a key').click()
  await singh.getByLabel('Which program it is for').fill('Our warehouse')
  await singh.getByLabel('How much is documented in each class, in numbers').check()
  await action(singh, 'Make the key').click()
  const key = await singh.locator('code').first().innerText()
  await action(singh, 'I have kept it').click()
  await see(heading(singh, 'Our warehouse'))
  const headers = { authorization: `Bearer ${key}` }
  expect((await fetch(`${stage.origin}/api/district/counts`, { headers })).status).toBe(200)

  await action(singh, 'Add an address').click()
  const { port } = listener.address() as AddressInfo
  await singh.getByLabel('Address', { exact: true }).fill(`http://127.0.0.1:${port}/heard`)
  await singh.getByLabel('A roster was applied').check()
  await action(singh, 'Save').click()
  await action(singh, 'I have kept it').click()
  await action(singh, 'Try it').click()
  await see(singh.getByText('It answered that it took the call.'))
  expect(heard.join()).toContain('hook.tried')
})

test('a teacher is asked for a second step, sets it up, and comes in with it', async () => {
  await singh.goto(`${stage.origin}/office/signing-in`)
  await singh.getByLabel('From this day on').fill('2026-11-25')
  await action(singh, 'Ask it of all staff').click()
  await see(action(singh, 'Ask it no longer'))

  const rivera = await stage.device('rivera', phone)
  await rivera.goto(`${stage.origin}/today`)
  await way(rivera, 'Set it up now').click()
  const form = rivera.locator('form').filter({ has: action(rivera, 'Set it up') })
  await form.locator('input[type=password]').fill('cairn-stones')
  await action(form, 'Set it up').click()
  await see(rivera.getByText('Or type this into it:'))
  const shown = await rivera.locator('form code').innerText()
  const digits = () => digitsOf(bytesOfBase32(shown.replaceAll(/\s/g, '')), stepAt(stage.school.clock.now))
  await rivera.getByLabel('The six digits it shows now').fill(digits())
  await action(rivera, 'Turn it on').click()
  await action(rivera, 'I have kept them').click()

  stage.school.later(1)
  const elsewhere = await stage.device(null, desk)
  await elsewhere.goto(`${stage.origin}/sign-in`)
  await typeKeys(elsewhere, 'rivera')
  await elsewhere.getByLabel('Digits from your app, or a recovery code').fill(digits())
  await action(elsewhere, 'Sign in').click()
  await elsewhere.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  expect((await elsewhere.request.get(`${stage.origin}${GetMe.path}`)).status()).toBe(200)
})
