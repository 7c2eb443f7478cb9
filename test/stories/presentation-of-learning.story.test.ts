import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetDefense, ListMyDefenses } from '../../src/defenses/contract.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let teacher: Page
let jonas: Page
let guest: Page
beforeAll(async () => {
  stage = await openStage()
  teacher = await stage.device('halvorsen', desk)
  jonas = await stage.device('jonas', phone)
})
afterAll(async () => {
  await guest?.context().close()
  await stage?.close()
})

test('a teacher sets a presentation with a glassblower on the panel', async () => {
  await teacher.goto(`${stage.origin}/classes/${classOf('morning')}`)
  await chooseForClass(teacher, 'Presentations of learning')
  await way(teacher, 'Set a presentation').click()
  await teacher.getByLabel('Whose presentation?').selectOption({ label: 'Jonas Weatherby' })
  await teacher.getByLabel('Day', { exact: true }).fill('2026-11-24')
  await teacher.getByRole('checkbox', { name: 'Bjørn Halvorsen' }).check()
  await action(teacher, 'Add a guest by name').click()
  await teacher.getByLabel('Guest 1').fill('Margit, glassblower')
  await action(teacher, 'Set it').click()
  await way(teacher, 'Jonas Weatherby: Presentation of learning').click()
  await see(teacher.getByText('Before Bjørn Halvorsen and Margit, glassblower'))
})

test('Jonas finds it on his page and says without a network what he wants to show', async () => {
  await jonas.goto(stage.origin)
  await way(jonas, /^You present: Presentation of learning/).click()
  await jonas.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await jonas.getByLabel('What I want to show').fill('Why glass breaks, and what I did about it.')
  await jonas.context().setOffline(true)
  await action(jonas, 'Save my words').click()
  await see(jonas.getByText('Waiting for the network').first())
  await jonas.context().setOffline(false)
  const said = async () => {
    const [mine] = (await stage.school.as('jonas').ask(ListMyDefenses, {})).body
    const { body } = await stage.school.as('halvorsen').ask(GetDefense, { params: { id: mine?.id ?? '' } })
    return body.attempts[0]?.opening?.words
  }
  await expect.poll(said).toBe('Why glass breaks, and what I did about it.')
  await teacher.reload()
  await see(teacher.getByText('Why glass breaks, and what I did about it.'))
})

test('the glassblower comes in by a link and a PIN, without a script, and writes in her own name', async () => {
  await action(teacher, 'Let Margit, glassblower in by a link').click()
  await teacher.getByText('Show link and PIN').click()
  const link = way(teacher, /guest\/panel/)
  const path = new URL((await link.getAttribute('href')) ?? '', stage.origin).pathname
  const [pin = ''] = /\d{6}/.exec(await teacher.getByText(/^PIN:/).innerText()) ?? []
  const browser = teacher.context().browser()
  if (!browser) throw new Error('no browser')
  guest = await (
    await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en-CA',
      javaScriptEnabled: false,
    })
  ).newPage()
  await guest.goto(stage.origin + path)
  expect(await guest.getByText('Jonas').count()).toBe(0)
  await guest.getByLabel('PIN').fill(pin)
  await action(guest, 'Come in').click()
  await see(
    guest.getByText('Why glass breaks, and what I did about it.'),
    guest.getByText('Jonas W.').first(),
  )
  await guest.getByRole('textbox', { name: 'What is next The whole of it' }).fill('Anneal it.')
  await action(guest, 'Save my notes').click()
  await see(guest.getByText('Your notes are saved.'))
  await guest.getByRole('textbox', { name: 'What is next The whole of it' }).fill('Anneal it longer.')
  await action(guest, 'Save my notes').click()
  await see(guest.getByText('Your notes are saved.'))
})

test('the clock runs, the panel writes, and it came to: not yet', async () => {
  await action(teacher, 'Start the time').click()
  await see(teacher.getByRole('timer'))
  await action(teacher, 'Pause').click()
  await teacher.getByLabel('In words').fill('You showed the crack.')
  await action(teacher, 'Keep the note').click()
  await see(teacher.getByText('You showed the crack.'))
  await teacher.reload()
  await see(teacher.getByText('Anneal it longer.'))
  await jonas.reload()
  await see(jonas.getByText('What the panel writes, you read once it has come to something.'))
  expect(await jonas.getByText('Anneal it longer.').count()).toBe(0)
  await teacher.getByRole('radio', { name: /^Not yet: present again/ }).check()
  await teacher.getByLabel('What to try until then?').fill('Bring the third lamp.')
  await action(teacher, 'Tell the learner').click()
  await see(heading(teacher, 'What it came to'))
  await guest.reload()
  await see(guest.getByText('It was said what the panel came to.'), guest.getByText('Anneal it longer.'))
})

test('Jonas reads who said what, lets his mother see it, and presents again; the first attempt stays', async () => {
  await jonas.reload()
  await see(
    jonas.getByText('Bring the third lamp.'),
    jonas.getByText('Anneal it longer.'),
    jonas.getByText('Margit, glassblower', { exact: true }),
  )
  await jonas.getByLabel('What I take from it').fill('I will bring the pieces too.')
  await action(jonas, 'Keep my words').click()
  await see(jonas.getByText('I will bring the pieces too.'))
  await jonas.getByLabel('Claire Weatherby').selectOption({ label: 'And what it came to' })
  await see(jonas.getByText('Saved', { exact: true }))
  await arrived(jonas)
  const claire = await stage.device('claire', phone)
  await claire.goto(`${stage.origin}/family`)
  await see(claire.getByText('Bring the third lamp.'), claire.getByText('I will bring the pieces too.'))
  expect(await claire.getByText('Anneal it longer.').count()).toBe(0)
  await teacher.getByLabel('Day', { exact: true }).fill('2026-12-01')
  await action(teacher, 'Set the day to present again').click()
  await see(heading(teacher, 'Attempt 2'))
  await arrived(teacher)
  await jonas.reload()
  await see(heading(jonas, 'Attempt 2'))
  await jonas.locator('summary').filter({ hasText: 'Attempt 1' }).click()
  await see(jonas.getByText('You showed the crack.'), jonas.getByText('I will bring the pieces too.'))
})
