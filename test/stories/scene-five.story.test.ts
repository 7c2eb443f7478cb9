import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetCollection } from '../../src/collections/contract.ts'
import { enrollNextYear } from '../support/collecting.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'

/**
 * Scene 5, Transition: next year's school sees, in June, exactly the three pieces the child chose to introduce
 * herself with.
 */
const chosen = ['Butterfly', 'Recorder: the hill song', 'Our garden bed']
const kept = 'The Night the River Moved'

let stage: Stage
let pieceOf: (title: string) => string
beforeAll(async () => {
  stage = await openStage()
  pieceOf = await hangDemoWorks(stage.school, { mika: [...chosen, kept] })
  await enrollNextYear(stage.school, 'mika', 'halvorsen', { opensOn: '2027-09-07', closesOn: '2028-06-30' })
})
afterAll(() => stage?.close())

const shownTo = async (key: string): Promise<Page> => {
  const page = await stage.device(key, desk)
  await page.goto(`${stage.origin}/collections`)
  await see(heading(page, 'Collections and showcases'))
  return page
}

test('in November Mika chooses three works, says why, and from which day her next teachers may see them', async () => {
  const mika = await stage.device('mika', phone)
  await mika.goto(`${stage.origin}/collections`)
  await action(mika, 'Begin a collection').click()
  await mika.getByLabel('What is it called?').fill('This is me')
  await action(mika, /^Add work/).click()
  for (const title of chosen) await mika.getByRole('checkbox', { name: title }).check()
  await action(mika, 'Add 3 works').click()
  await mika.getByLabel('Why I chose this').first().fill('I did it six times and never got bored.')
  await action(mika, 'Save').click()
  await see(mika.getByText('Saved', { exact: true }))
  await mika.getByRole('radio', { name: 'Who it is for' }).check()
  await mika.getByLabel('From which day may the teachers of my next class see it?').fill('2027-06-01')
  const params = { id: new URL(mika.url()).pathname.split('/')[2] ?? '' }
  await expect
    .poll(async () => (await stage.school.as('mika').ask(GetCollection, { params })).body.audiences, {
      timeout: 60_000,
    })
    .toMatchObject([{ audience: 'next', opensOn: '2027-06-01' }])
})

test('until that day her next teacher finds nothing of hers', async () => {
  const early = await shownTo('halvorsen')
  await see(heading(early, 'Nothing is shown to you yet'))
})

test('in June he sees exactly those three, with her reason, and nothing else of hers', async () => {
  stage.school.later(189)
  const later = await shownTo('halvorsen')
  await later.getByRole('link', { name: /This is me/ }).click()
  for (const title of chosen) await see(heading(later, title))
  expect(await later.locator('main').getByRole('heading', { level: 3 }).count()).toBe(3)
  await see(later.getByText('I did it six times and never got bored.'))
  expect(await later.getByText(kept).count()).toBe(0)
  await later.goto(`${stage.origin}/pieces/${pieceOf(kept)}`)
  await see(heading(later, 'This work is not here'))
  await later.goto(`${stage.origin}/pieces/${pieceOf('Butterfly')}`)
  await see(heading(later, 'This work is not here'))
})
