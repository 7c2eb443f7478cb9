import type { Browser, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SayAsking } from '../../src/askings/contract.ts'
import { openSmtpSender } from '../../src/mail/open-smtp.ts'
import { findAxeViolations } from '../support/axe.ts'
import { openBrowser } from '../support/chromium.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { addPiece } from '../support/making.ts'
import { nightPasses } from '../support/night.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { heading, see } from './doings.ts'

let post: MailServer
let stage: Stage
let homes: Browser
beforeAll(async () => {
  post = await openMailServer()
  stage = await openStage({ senders: { mail: openSmtpSender(post.url, 'portfolio@birch.example') } })
  homes = await openBrowser({ devices: false })
})
afterAll(async () => {
  await homes?.close()
  await stage?.close()
  await post?.close()
})

/** A telephone at home, with another browser and no scripts. */
async function phoneAtHome(): Promise<Page> {
  const context = await homes.newContext({
    javaScriptEnabled: false,
    locale: 'en-CA',
    viewport: { width: 390, height: 844 },
  })
  return context.newPage()
}

test('the school mails Rosa her link and tells the PIN; without a password or a script she reads and answers', async () => {
  await addPiece(stage.school, 'mateo', ['family'])
  await addPiece(stage.school, 'noor', ['family'])
  const asked = { params: { id: newId() }, body: { body: 'the recorder without a squeak' } }
  await stage.school.as('mateo').ask(SayAsking, asked)

  const teacher = await stage.device('rivera', desk)
  await teacher.goto(`${stage.origin}/classes/${classOf('division-3')}/families`)
  await teacher.getByRole('button', { name: 'Address and number of Rosa Quispe' }).click()
  await teacher.getByLabel('Address for mail').fill('rosa@example.org')
  await teacher.getByRole('button', { name: 'Keep' }).click()
  await see(teacher.getByText('rosa@example.org'))
  await teacher.getByRole('button', { name: 'New link for Rosa Quispe' }).click()
  await see(teacher.getByText('Has a link, did not come in yet'))
  expect(await findAxeViolations(teacher)).toEqual([])
  await teacher.goto(`${stage.origin}/welcome/pins/${classOf('division-3')}`)
  const pin = (await teacher.locator('td.pin').first().textContent()) ?? ''

  await expect.poll(() => post.letters.length).toBe(1)
  const link = /http:\/\/localhost:4000(\/welcome\/\S+)/.exec(post.letters[0]?.body ?? '')?.[1] ?? ''
  const rosa = await phoneAtHome()
  await rosa.goto(stage.origin + link)
  await see(heading(rosa, 'For the family of Mateo and Rubén'))
  await rosa.getByLabel(/^The PIN/).fill(pin === '123456' ? '123457' : '123456')
  await rosa.getByRole('button', { name: 'Open' }).click()
  await see(rosa.getByText('That was not the PIN.'))
  await rosa.getByLabel(/^The PIN/).fill(pin)
  await rosa.getByLabel('Remember me on this device').check()
  await rosa.getByRole('button', { name: 'Open' }).click()
  await see(heading(rosa, 'My children'))
  await see(rosa.getByText('the recorder without a squeak'))
  expect(await rosa.getByText('by mateo').count()).toBe(1)
  expect(await rosa.getByText(/noor/i).count()).toBe(0)
  await rosa.getByText('Answer', { exact: true }).click()
  await rosa.getByLabel('Your answer to Mateo').fill('Play it at supper!')
  await rosa.getByRole('button', { name: 'Send the answer' }).click()
  await see(rosa.getByText('Your answer is kept.'))

  const child = await stage.device('mateo')
  await child.goto(`${stage.origin}/ask-me`)
  await see(child.getByText('Play it at supper!'))
  expect(await findAxeViolations(child)).toEqual([])
  await teacher.goto(`${stage.origin}/classes/${classOf('division-3')}/families`)
  await see(teacher.getByText('Came in', { exact: true }))
})

test('on Friday a letter tells her that there is something new; one press on the link in it ends them', async () => {
  const before = post.letters.length
  stage.school.clock.now = new Date('2026-11-28T02:00:00Z')
  await nightPasses(stage.school)
  await expect.poll(() => post.letters.length).toBe(before + 1)
  const letter = post.letters.at(-1)
  expect(letter?.to).toBe('rosa@example.org')
  expect(letter?.body).toContain('Mateo left you something to ask about.')
  expect(letter?.body).not.toMatch(/recorder|noor/i)
  const stop = new URL(letter?.head['list-unsubscribe']?.slice(1, -1) ?? '').pathname
  const rosa = await phoneAtHome()
  await rosa.goto(stage.origin + stop)
  await see(heading(rosa, 'Weekly letters'))
  await rosa.getByRole('button', { name: 'Stop the weekly letters' }).click()
  await see(heading(rosa, 'You will get no more weekly letters'))
  await see(rosa.getByRole('button', { name: 'Send me the letters again' }))
})

test('with the app on her phone, too, the page without a script is there in her other language', async () => {
  const amara = await stage.device('amara')
  await amara.goto(`${stage.origin}/family`)
  await amara.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await amara.goto(`${stage.origin}/children`)
  await amara.getByRole('link', { name: 'Français' }).click()
  await see(heading(amara, 'Mes enfants'))
})
