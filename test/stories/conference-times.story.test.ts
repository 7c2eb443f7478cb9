import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTimes } from '../support/appointing.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { testMorning } from '../support/cast.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'

/** Two families reach for one time on their phones; then a day falls through, and letters are printed. */
let stage: Stage
let rivera: Page
let amara: Page
let leila: Page

beforeAll(async () => {
  stage = await openStage()
  await openTimes(stage.school)
  rivera = await stage.device('rivera', desk)
  amara = await stage.device('amara', phone)
  leila = await stage.device('leila', phone)
  // dates near today are said otherwise, and the school of a test stands still
  for (const page of [rivera, amara, leila]) await page.clock.setFixedTime(testMorning)
})
afterAll(() => stage?.close())

const time = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) })

test('Ms. Rivera plans an afternoon and sees the times before anybody is offered them', async () => {
  await rivera.goto(`${stage.origin}/classes/${classOf('division-3')}`)
  await chooseForClass(rivera, 'Conference times')
  await way(rivera, 'Fall conferences').click()
  await see(heading(rivera, 'No day is planned yet'))
  await rivera.getByLabel('Day', { exact: true }).fill('2026-12-01')
  await rivera.getByLabel('To', { exact: true }).fill('16:10')
  await rivera.getByLabel('Place').fill('Room 12, upstairs')
  await rivera.getByLabel(/^Languages you offer/).fill('English, Pulaar')
  await see(rivera.getByText('2 times'), rivera.getByText('3:30 p.m. · 3:50 p.m.'))
  await expectNoAxeViolations(rivera)
  await action(rivera, 'Offer these times').click()
  await see(heading(rivera, 'Tuesday 1 December 2026'), rivera.getByText('0 of 22 learners have a time.'))
  // the next day begins as this one was typed
  await rivera.getByLabel('Day', { exact: true }).fill('2026-12-02')
  await action(rivera, 'Offer these times').click()
  await see(heading(rivera, 'Wednesday 2 December 2026'))
})

test('two families reach for one time: one has it, the other loses nothing and takes another', async () => {
  for (const page of [amara, leila]) {
    await page.goto(`${stage.origin}/family`)
    await way(page, /^Choose a time for the conference of/)
      .first()
      .click()
    await time(page, '3:30 p.m. to 3:45 p.m. Room 12').first().check()
  }
  await leila.getByLabel(/^Does somebody else come/).fill('My sister, who translates')
  await leila.getByLabel('I need an interpreter').check()
  await expectNoAxeViolations(leila)
  await action(amara, /^Take Tuesday 1 December, 3:30/).click()
  await see(heading(amara, 'Your time'), amara.getByText('3:30 p.m. to 3:45 p.m.'))
  await action(leila, /^Take Tuesday 1 December, 3:30/).click()
  await see(leila.getByText('this time is taken', { exact: false }))
  await expect
    .poll(() => leila.getByLabel(/^Does somebody else come/).inputValue())
    .toBe('My sister, who translates')
  await time(leila, '3:50 p.m. to 4:05 p.m. Room 12').first().check()
  await action(leila, /^Take Tuesday 1 December, 3:50/).click()
  await see(
    leila.getByText('Who comes: My sister, who translates'),
    leila.getByText('You need an interpreter'),
  )
  await expectNoAxeViolations(amara)
  expect(await leila.getByRole('main').innerText()).not.toMatch(/Mika|Diallo/)
})

test('the phone takes the time into its calendar', async () => {
  const [download] = await Promise.all([
    amara.waitForEvent('download'),
    action(amara, 'Put it into my calendar').click(),
  ])
  expect(download.suggestedFilename()).toBe('conference.ics')
  const file = await streamed(await download.createReadStream())
  expect(file).toContain('DTSTART;TZID=America/Vancouver:20261201T153000')
  expect(file).toContain('LOCATION:Room 12\\, upstairs')
})

test('the day falls through: both families are told who and which, and choose again', async () => {
  await rivera.reload()
  await see(
    rivera.getByText('2 of 22 learners have a time.'),
    rivera.getByText('My sister, who translates', { exact: false }),
  )
  await expectNoAxeViolations(rivera)
  await action(rivera, 'Cancel this day').first().click()
  await see(rivera.getByText('2 families are told and choose again.'))
  await action(rivera, 'Yes, cancel').click()
  await see(rivera.getByText(/^cancelled by Elena Rivera/))
  await amara.reload()
  await see(amara.getByText(/^Elena Rivera had to take back Tuesday 1 December, 3:30/))
  await time(amara, '3:30 p.m. to 3:45 p.m.').check()
  await action(amara, /^Take Wednesday 2 December/).click()
  await see(heading(amara, 'Your time'))
})

test('none suits Leila: her word reaches Ms. Rivera, who gives her the other time', async () => {
  await leila.reload()
  await leila.getByText('None of these suits me').click()
  await leila.getByLabel(/^When could you come/).fill('After four, please.')
  await action(leila, 'Tell the teacher').click()
  await see(leila.getByText('Your teacher has your word: “After four, please.”'))
  await rivera.reload()
  const noor = rivera.getByRole('listitem').filter({ hasText: 'After four, please.' })
  await noor.getByText('Give a time').click()
  await noor.getByLabel('Give to').selectOption({ label: 'Leila Haddad' })
  await noor.getByLabel('Free time').selectOption({ label: 'Wednesday 2 December, 3:50 p.m.' })
  await noor.getByRole('button', { name: /^Give this time/ }).click()
  await see(rivera.getByText('2 of 22 learners have a time.'))
  await leila.reload()
  await see(leila.getByText('Elena Rivera chose this time for you.', { exact: false }))
})

test('a letter for each family still missing, a page each, in their own language', async () => {
  await way(rivera, 'Letters to families').click()
  const letters = rivera.getByRole('article')
  await see(letters)
  const count = await letters.count()
  expect(count).toBeGreaterThan(20)
  await see(rivera.getByText('Bonjour Martin Bélanger,'), rivera.getByText('Dear Carol Prince,'))
  expect(await rivera.getByRole('main').innerText()).not.toMatch(/Dear (Amara|Leila)/)
  await expectNoAxeViolations(rivera)
  const printed = (await rivera.pdf({ format: 'Letter' })).toString('latin1')
  expect(printed.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(count)
})

test('Mika sees on her first page when it is', async () => {
  const mika = await stage.device('mika', phone)
  await mika.clock.setFixedTime(testMorning)
  await mika.goto(stage.origin)
  await see(mika.getByText(/^Your conference: Wednesday 2 December, 3:30/))
})

async function streamed(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}
