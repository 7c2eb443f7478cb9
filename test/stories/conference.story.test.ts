import { v7 as newId } from 'uuid'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetYearPlan, SetWindow } from '../../src/communications/contract.ts'
import { GetConferencePreparation, ListMyConferences } from '../../src/conferences/contract.ts'
import { adopt, schoolBoard, setGoal, told } from '../support/completing.ts'
import { openRound } from '../support/conferring.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'

let stage: Stage
let tablet: Page
let mother: Page
let round: string
let pieces: (title: string) => string

beforeAll(async () => {
  stage = await openStage()
  const { school } = stage
  pieces = await hangDemoWorks(school, { mika: ['Butterfly', 'Our garden bed'] })
  await setGoal(school, 'mika')
  await adopt(school)
  const plan = (await school.as('singh').ask(GetYearPlan)).body
  await school.as('singh').ask(SetWindow, {
    params: { id: newId() },
    body: {
      communicationId: plan.communications.find(({ kind }) => kind === 'informal')?.id ?? '',
      days: { opensOn: '2026-11-01', closesOn: '2026-11-30' },
      asks: ['conference'],
    },
  })
  round = await openRound(school)
})
afterAll(() => stage?.close())

const at = (side: string) => `${stage.origin}/conference-rounds/${round}/${side}`
const number = (page: Page, one: number, all: number) => page.getByText(`Page ${one} of ${all}`)
const filed = async () =>
  (await schoolBoard(stage.school, 'chen')).body.classes.find(({ id }) => id === classOf('division-3'))
    ?.complete
const ready = async (page: Page) => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.reload()
}
const held = async (key: string) =>
  (
    await stage.school
      .as(key)
      .ask(GetConferencePreparation, { params: { id: round, learnerId: idOf('mika') } })
  ).body.conferences[0]

test('Mika chooses what to show, says why, writes a card for herself, and says that she is ready', async () => {
  tablet = await stage.device('mika', { width: 1024, height: 768 })
  await tablet.goto(at('prepare'))
  await ready(tablet)
  await action(tablet, /^Choose work\W+Something that grew/).click()
  await tablet.getByRole('checkbox', { name: 'Butterfly' }).check()
  await tablet.getByRole('checkbox', { name: 'Our garden bed' }).check()
  await action(tablet, 'Add 2 works').click()
  await tablet.getByLabel('Why I chose this').first().fill('You can see me looking closer.')
  await tablet.getByLabel('My card: only I see this').first().fill('Point at the spots')
  await tablet.getByRole('combobox', { name: 'A goal of mine' }).selectOption({ label: told })
  await action(tablet, 'Save').click()
  await see(tablet.getByText('Saved', { exact: true }))
  await action(tablet, 'I am ready').click()
  await see(tablet.getByText(/^You are ready/))
  const board = await stage.device('rivera', desk)
  await board.goto(`${stage.origin}/classes/${classOf('division-3')}/conferences`)
  await see(board.getByText(/Ready: 1 of \d+/), board.getByText(/Filed: 0 of \d+/))
  expect(await board.locator('body').innerText()).not.toContain('Point at the spots')
})

test('her mother opens her page once, on her own phone; everything is on both devices before the network goes', async () => {
  mother = await stage.device('amara', phone)
  await mother.goto(at(`family/${idOf('mika')}`))
  await ready(mother)
  await see(
    number(mother, 1, 5),
    mother.getByText('What to ask'),
    mother.getByText(/^Ready without a network/),
  )
  await tablet.goto(at(`present/${idOf('mika')}`))
  await see(tablet.getByText(/^Ready without a network: everything is on this device \(\d+ pictures/))
  for (const page of [tablet, mother]) await page.context().setOffline(true)
})

test('in the gym there is no network: she leads, with the attempts against each other and her card to herself', async () => {
  await tablet.reload()
  await tablet.getByRole('checkbox', { name: /^Amara/ }).check()
  await tablet.getByRole('checkbox', { name: /Rivera/ }).check()
  await action(tablet, 'Begin').click()
  await see(heading(tablet, 'Welcome'), number(tablet, 1, 5))
  await tablet.keyboard.press('ArrowRight')
  await see(heading(tablet, 'Butterfly'), tablet.getByText('You can see me looking closer.'))
  await see(heading(tablet, /^Then/), heading(tablet, /^Now/))
  expect(await tablet.getByText('Point at the spots').count()).toBe(0)
  await action(tablet, 'My card').click()
  await see(tablet.getByText('Point at the spots'))
  await action(tablet, 'Hand to family').click()
  await see(heading(tablet, 'What to ask'), tablet.getByText('What did you change, and why?'))
  expect(await tablet.getByText('Point at the spots').count()).toBe(0)
  await action(tablet, /^Back to Mika/).click()
  // a picture that was kept is a picture that is drawn
  const drawn = () =>
    tablet.evaluate(() => [...document.images].filter((one) => one.complete && one.naturalWidth > 0).length)
  await expect.poll(drawn).toBeGreaterThan(1)
})

test('her mother turns to the same number by hand, without a network, and finds what to ask', async () => {
  await mother.reload()
  await action(mother, 'Next').click()
  await see(number(mother, 2, 5), heading(mother, 'Butterfly'), mother.getByText('Who or what helped you?'))
})

test('what each says is written down, the goal is agreed by three, and it is closed: all of it kept here', async () => {
  for (const title of ['Our garden bed', 'A goal of mine', 'Together']) {
    await action(tablet, 'Next').click()
    await see(heading(tablet, title))
  }
  const words = tablet.getByLabel('In their words')
  await words.fill('You looked ten times before you drew.')
  await action(tablet, 'Write it down').click()
  await see(tablet.getByText(/^Amara .*, written down by Mika/))
  await tablet.getByRole('radio', { name: 'We will' }).check()
  await words.fill('I will read on the stairs.')
  await action(tablet, 'Write it down').click()
  await see(tablet.getByText('I will read on the stairs.'))
  for (const name of [/^Mika .*agrees/, /^Amara .*agrees/, /Rivera agrees/])
    await action(tablet, name).click()
  // a device that goes dark in the very moment in which it says so, and writes nothing more
  await tablet.evaluate(() => {
    const said = () => document.body.innerText.includes('Closed and kept')
    const never = () => new Promise<never>(() => {})
    new MutationObserver(() => {
      if (said()) crypto.subtle.encrypt = never
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await action(tablet, 'Close and keep').click()
  await see(tablet.getByText('Closed and kept'))
  expect(await filed()).toBe(0)
  // the tablet is put away and taken out again
  await tablet.reload()
  await see(tablet.getByText('Closed and kept'))
})

test('the network is back: the record arrives, counts, and is read by those who were there', async () => {
  for (const page of [tablet, mother]) await page.context().setOffline(false)
  await expect.poll(filed).toBe(1)
  const kept = await held('amara')
  expect(kept?.words.map((one) => [one.role, one.writtenBy.id, one.words])).toEqual([
    ['guardian', idOf('mika'), 'You looked ten times before you drew.'],
    ['learner', idOf('mika'), 'I will read on the stairs.'],
  ])
  expect(kept?.agreements.map(({ role }) => role)).toEqual(['learner', 'guardian', 'teacher'])
  expect(kept?.shown.map(({ pieceId }) => pieceId)).toEqual([pieces('Butterfly'), pieces('Our garden bed')])
  expect((await stage.school.as('tomas').ask(ListMyConferences)).text).not.toContain(kept?.id)
  await mother.goto(`${stage.origin}/conferences/${kept?.id}`)
  await see(mother.getByText('You looked ten times before you drew.'), heading(mother, 'Butterfly'))
  const office = await stage.device('chen', desk)
  await office.goto(`${stage.origin}/office`)
  expect(await office.locator('body').innerText()).not.toContain('ten times')
})
