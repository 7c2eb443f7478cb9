import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rosterCommands } from '../../src/commands/roster-commands.ts'
import { type Human, oneRoster, zipOf } from '../support/rostering.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const people: Human[] = [
  { id: 'T', role: 'teacher', given: 'Tia', family: 'Moss' },
  { id: 'L1', role: 'student', given: 'Lou', family: 'Reed', grades: '06', agents: 'G1' },
  { id: 'L2', role: 'student', given: 'Lee', family: 'Park', grades: '06' },
  { id: 'G1', role: 'parent', given: 'Gwen', family: 'Reed' },
]
const roster = zipOf(
  oneRoster({ people, classes: [{ id: 'C', title: 'Grade 6 Birch', who: ['T', 'L1', 'L2'] }] }),
)

type Strip = { username: string; password: string }

async function signIn(page: Page, { username, password }: Strip): Promise<void> {
  await page.goto(`${stage.origin}/sign-in`)
  await page.getByLabel('Name you sign in with').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The first thing after a first password: another, that is on no paper. */
async function choose(page: Page, { username }: Strip): Promise<void> {
  await see(page.getByRole('heading', { name: /First a password of your own$/ }))
  await page.getByLabel('New password', { exact: true }).fill(`${username} by the lake`)
  await page.getByRole('button', { name: 'Keep it and go on' }).click()
}

/** What stands on the paper that the button prints. */
async function strips(page: Page, button: string): Promise<Strip[]> {
  const paper = page.waitForEvent('popup')
  await action(page, button).click()
  const sheet = await paper
  const cells = sheet.locator('td.pin')
  await cells.first().waitFor()
  const words = await cells.allInnerTexts()
  await sheet.close()
  return words.flatMap((username, place) =>
    place % 2 === 0 ? [{ username, password: words[place + 1] ?? '' }] : [],
  )
}

test('a new district goes from a command and one file to its first class that is signed in', async () => {
  const founded = await rosterCommands['add-district']?.run(stage.school.program.ground, {
    name: 'North Lakes',
    'time-zone': 'America/Vancouver',
    given: 'Ada',
    family: 'Stone',
    username: 'ada.stone',
  })
  const ada = await stage.device(null, desk)
  const own = { username: 'ada.stone', password: String(founded?.['password']) }
  await signIn(ada, own)
  await choose(ada, own)
  await way(ada, 'Office').click()
  await way(ada, 'Rosters').click()
  await ada.getByLabel('The file', { exact: true }).setInputFiles({
    name: 'first.zip',
    mimeType: 'application/zip',
    buffer: roster,
  })
  await action(ada, 'See what it would do').click()
  await action(ada, 'Apply it').click()
  await see(ada.getByText('What it did'))
  await ada.locator('main').getByRole('link', { name: 'Let people in' }).click()
  await see(heading(ada, 'Ways in'))
  await action(ada, 'Make 1 first password').click()
  const [teacher] = await strips(ada, 'Print 1 strip')

  const tia = await stage.device(null, phone)
  await signIn(tia, teacher!)
  await choose(tia, teacher!)
  await way(tia, 'Class wall').first().click()
  await chooseForClass(tia, 'First passwords')
  await action(tia, 'Make 2 first passwords').click()
  const learners = await strips(tia, 'Print 2 strips')
  expect(learners.map(({ username }) => username)).toEqual(['lee.park', 'lou.reed'])

  for (const one of learners) {
    const learner = await stage.device(null, phone)
    await signIn(learner, one)
    await choose(learner, one)
    await see(heading(learner, 'My work'))
  }
  await tia.reload()
  await see(tia.getByText('lou.reed: came in'))
})
