import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adopt, reflect, sayWhatICan, setGoal, told } from '../support/completing.ts'
import { castMember } from '../support/cast.ts'
import { adoptPack } from '../support/claiming.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let collaborating: string
beforeAll(async () => {
  stage = await openStage()
  collaborating = (await adoptPack(stage.school)).competency('Collaborating')
})
afterAll(() => stage?.close())

const visit = async (page: Page, path: string) => {
  await page.goto(stage.origin + path)
  await see(page.getByRole('heading').first())
}
const nameOf = (key: string) => {
  const { givenName, familyName } = castMember(key)
  return `${givenName} ${familyName}`.trim()
}
const stillToCome = (page: Page) => page.locator('section').filter({ has: heading(page, /^Still to come/) })
const namesIn = async (page: Page) =>
  (await stillToCome(page).getByRole('listitem').getByRole('link').allInnerTexts()).sort()

test('the office plans the year; then the board shows exactly those who are missing, and none of what was said', async () => {
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, '/today')
  const singh = await stage.device('singh', desk)
  await visit(singh, '/office/completeness')
  await way(singh, 'Set up the year').click()
  await action(singh, 'Use this for our year').click()
  await see(singh.getByRole('form', { name: 'First written learning update' }))

  for (const key of ['mika', 'noor', 'kai']) await reflect(stage.school, key)
  for (const key of ['mika', 'noor']) await setGoal(stage.school, key)
  for (const key of ['mika', 'noor']) await sayWhatICan(stage.school, key, collaborating)
  await way(rivera, 'Class wall').first().click()
  await chooseForClass(rivera, 'Who has reflected')
  await see(heading(rivera, /^Still to come/))
  const missing = await namesIn(rivera)
  expect(missing).toContain(nameOf('kai'))
  expect(missing).toContain(nameOf('otto'))
  for (const key of ['mika', 'noor', 'ines']) expect(missing).not.toContain(nameOf(key))
  await see(rivera.getByText(`${nameOf('mika')} and ${nameOf('noor')}`))
  expect(await rivera.locator('main').innerText()).not.toContain(told)
})

test('she invites them in one step; Otto finds a kind line, sets a goal and says something, and leaves the list', async () => {
  const rivera = await stage.device('rivera', desk)
  const otto = await stage.device('otto', phone)
  await visit(rivera, '/today')
  await way(rivera, 'Class wall').first().click()
  await chooseForClass(rivera, 'Who has reflected')
  await see(heading(rivera, /^Still to come/))
  const before = await namesIn(rivera)
  await action(rivera, /^Invite all \d+ kindly$/).click()
  await see(rivera.getByText('Everyone here was invited.'))

  await visit(otto, '/')
  await see(otto.getByText(/^Elena Rivera (would like|wants) to hear from you/))
  await way(otto, /^(Say something|Say it)$/).click()
  await otto.getByLabel('Your words').fill('My bridge held three books.')
  await action(otto, 'Save my words').click()
  await see(otto.getByText('My bridge held three books.'))
  await visit(otto, '/')
  await way(otto, /^(Set a goal|My next step)$/).click()
  await otto.getByLabel(/^(I want to|What is your next step)/).fill('Make it hold five')
  await action(otto, 'Save my goal').click()
  await see(otto.getByText('Make it hold five'))
  await visit(otto, '/')
  await way(otto, /^(Say a thing I can do|I can do this)$/).click()
  await see(heading(otto, /^(Say what I can do|I can do this)$/))
  await sayWhatICan(stage.school, 'otto', collaborating)
  await visit(otto, '/')
  await see(heading(otto, 'My work'))
  await otto.getByText(/to hear from you/).waitFor({ state: 'detached' })
  await arrived(otto)

  await rivera.reload()
  await see(heading(rivera, /^Still to come/))
  expect(await namesIn(rivera)).toEqual(before.filter((name) => name !== nameOf('otto')))
})

test('without a network a line can be put away, and what was said there counts at once', async () => {
  const emre = await stage.device('emre', phone)
  await visit(emre, '/')
  await see(emre.getByText(/to hear from you/))
  await emre.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await emre.context().setOffline(true)
  await action(emre, /^(Not now|Later)$/).click()
  await emre.getByText(/to hear from you/).waitFor({ state: 'detached' })
  await emre.context().setOffline(false)
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, '/today')
  await way(rivera, 'Class wall').first().click()
  await chooseForClass(rivera, 'Who has reflected')
  await see(heading(rivera, /^Still to come/))
  expect(await namesIn(rivera)).toContain(nameOf('emre'))
})

test('the principal sees counts and names, and has no way to what was said', async () => {
  const chen = await stage.device('chen', desk)
  await visit(chen, '/office')
  await way(chen, 'Reflections, goals').click()
  await way(chen, 'Cedar Hill Elementary').click()
  await see(heading(chen, 'Cedar Hill Elementary'))
  await chen.locator('main summary').filter({ hasText: 'Division 3' }).click()
  await see(chen.getByText(nameOf('kai')))
  const main = chen.locator('main')
  expect(await main.innerText()).not.toContain('bridge')
  expect(await main.getByRole('link').count()).toBe(0)
  await action(chen, /^Invite all \d+ kindly$/).click()
  await see(chen.getByText('Everyone here was invited.'))
  const theo = await stage.device('theo', phone)
  await visit(theo, '/')
  await see(theo.getByText(/^Mei-Ling Chen wants to hear from you/))
  await see(way(theo, 'Say it'), way(theo, 'My next step'), way(theo, 'I can do this'))
  expect((await adopt(stage.school)).status).toBe(200)
})
