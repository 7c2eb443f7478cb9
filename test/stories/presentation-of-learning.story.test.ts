import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetDefense, ListMyDefenses } from '../../src/defenses/contract.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'

let stage: Stage
let teacher: Page
let jonas: Page
beforeAll(async () => {
  stage = await openStage()
  teacher = await stage.device('halvorsen', desk)
  jonas = await stage.device('jonas', phone)
})
afterAll(() => stage?.close())

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
  await expect.poll(said, { timeout: 30_000 }).toBe('Why glass breaks, and what I did about it.')
  await teacher.reload()
  await see(teacher.getByText('Why glass breaks, and what I did about it.'))
})

test('the clock runs, the panel writes, a guest is written down, and it came to: not yet', async () => {
  await action(teacher, 'Start the time').click()
  await see(teacher.getByRole('timer'))
  await action(teacher, 'Pause').click()
  await teacher.getByLabel('In words').fill('You showed the crack.')
  await action(teacher, 'Keep the note').click()
  await see(teacher.getByText('You showed the crack.'))
  await teacher.getByLabel('Who says it?').selectOption({ label: 'Margit, glassblower' })
  await teacher.getByRole('radio', { name: 'Next' }).check()
  await teacher.getByLabel('In words').fill('Anneal it longer.')
  await action(teacher, 'Keep the note').click()
  await see(teacher.getByText('Margit, glassblower, written down by Bjørn Halvorsen'))
  await jonas.reload()
  await see(jonas.getByText('What the panel writes, you read once it has come to something.'))
  expect(await jonas.getByText('Anneal it longer.').count()).toBe(0)
  await teacher.getByRole('radio', { name: /^Not yet: present again/ }).check()
  await teacher.getByLabel('What to try until then?').fill('Bring the third lamp.')
  await action(teacher, 'Tell the learner').click()
  await see(heading(teacher, 'What it came to'))
})

test('Jonas reads who said what, answers, and presents again as a second attempt; the first one stays', async () => {
  await jonas.reload()
  await see(
    jonas.getByText('Bring the third lamp.'),
    jonas.getByText('Anneal it longer.'),
    jonas.getByText('Margit, glassblower, written down by Bjørn Halvorsen'),
  )
  await jonas.getByLabel('What I take from it').fill('I will bring the pieces too.')
  await action(jonas, 'Keep my words').click()
  await see(jonas.getByText('I will bring the pieces too.'))
  await teacher.getByLabel('Day', { exact: true }).fill('2026-12-01')
  await action(teacher, 'Set the day to present again').click()
  await see(heading(teacher, 'Attempt 2'))
  await jonas.reload()
  await see(heading(jonas, 'Attempt 2'))
  await jonas.locator('summary').filter({ hasText: 'Attempt 1' }).click()
  await see(jonas.getByText('You showed the crack.'), jonas.getByText('I will bring the pieces too.'))
})
