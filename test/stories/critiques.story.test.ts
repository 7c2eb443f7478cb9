import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../support/axe.ts'
import { addPiece } from '../support/making.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'
import { arrived } from './kept-here.ts'

/** A critique round, from the teacher's leave to the maker's answer, on the phones of two learners. */
let stage: Stage
let rivera: Page
let mika: Page
let noor: Page
let pieceId: string
let roundUrl: string

beforeAll(async () => {
  stage = await openStage()
  pieceId = (await addPiece(stage.school, 'mika')).id
  rivera = await stage.device('rivera', desk)
  mika = await stage.device('mika', phone)
  noor = await stage.device('noor', phone)
})
afterAll(() => stage?.close())

test('Ms. Rivera allows it, which says who and when', async () => {
  await rivera.goto(`${stage.origin}/classes/${classOf('division-3')}/critiques`)
  await see(heading(rivera, 'No critique round yet'))
  expect(await way(rivera, 'Open a round').count()).toBe(0)
  await rivera.getByLabel('Learners may give each other feedback').click()
  await see(rivera.getByText(/^Allowed by Elena Rivera/), way(rivera, 'Open a round'))
  await expectNoAxeViolations(rivera)
})

test('she opens a round for those who are here, and seats two together by hand', async () => {
  await way(rivera, 'Open a round').click()
  await see(heading(rivera, 'Open a round'))
  await rivera.getByLabel('Name of the round').fill('Before the showcase')
  // the school of a test stands still on this day, wherever the browser is
  await rivera.getByLabel('First day').fill('2026-11-24')
  await rivera.getByText('Everybody is here').click()
  await rivera.getByRole('checkbox', { name: 'Otto Bäcker' }).check()
  const tables = rivera.getByRole('region', { name: 'Who sits together' })
  expect(await tables.getByLabel('Otto Bäcker').count()).toBe(0)
  // chance seats them: whoever sat with both would be left alone
  const seatOf = (name: string) => tables.getByLabel(name).inputValue()
  while ((await seatOf('Mika Lindqvist-Diallo')) === (await seatOf('Noor Haddad'))) {
    await rivera.getByRole('checkbox', { name: 'Otto Bäcker' }).uncheck()
    await rivera.getByRole('checkbox', { name: 'Otto Bäcker' }).check()
  }
  // both at a new table of their own
  await tables.getByLabel('Mika Lindqvist-Diallo').selectOption({ label: 'A new table' })
  const place = await tables.getByLabel('Mika Lindqvist-Diallo').inputValue()
  await tables.getByLabel('Noor Haddad').selectOption(place)
  await expectNoAxeViolations(rivera)
  await rivera.getByRole('button', { name: 'Open a round' }).click()
  await see(heading(rivera, 'Before the showcase'), heading(rivera, 'Table 2'))
  roundUrl = rivera.url()
})

test('Mika is asked for something of hers and lays one attempt on the table', async () => {
  await mika.goto(stage.origin)
  await way(mika, 'Your group waits for something of yours').click()
  await mika.getByRole('radio', { name: 'Untitled' }).check()
  await see(mika.getByText('Noor Haddad and your teachers will see attempt 1, and nothing else of this work'))
  await expectNoAxeViolations(mika)
  await action(mika, 'Lay attempt 1 on the table').click()
  await see(mika.getByText('can see this attempt until the round ends'))
})

test('Noor’s home says whose work waits; she answers by the steps, with a beginning of a sentence', async () => {
  await noor.goto(stage.origin)
  await way(noor, 'Your group waits for your words: Mika Lindqvist-Diallo’s work').click()
  await see(noor.getByText('by mika'), heading(noor, /Kind/))
  await action(noor, /^Give my words to Mika/).click()
  await see(noor.getByText('Say something for “Kind”, in writing or by voice.'))
  await action(noor, 'I like how you …').click()
  const boxes = noor.getByRole('textbox')
  // while it is written down for the first time too: no letter is lost to a page that waits for words
  await boxes.nth(0).pressSequentially('began with the sound.')
  await expect.poll(() => boxes.nth(0).inputValue()).toBe('I like how you began with the sound.')
  await boxes.nth(1).fill('The first line, where it says Shh.')
  await boxes.nth(2).fill('You could end with it too.')
  await expectNoAxeViolations(noor)
  await action(noor, /^Give my words to Mika/).click()
  await see(heading(noor, 'What I said'), noor.getByText('You could end with it too.'))
  await arrived(noor)
})

test('Mika reads it on her first page and says that she used it', async () => {
  await mika.goto(stage.origin)
  await way(mika, 'Noor Haddad answered your work').click()
  await see(mika.getByText('I like how you began with the sound.'))
  await action(mika, 'Say what you did with it').click()
  await mika.getByRole('radio', { name: 'I used it' }).check()
  await mika.getByLabel(/^Why, or how/).fill('It ends with Shh now.')
  await action(mika, 'Send my answer').click()
  await see(mika.getByText('It ends with Shh now.'))
  await expectNoAxeViolations(mika)
  await mika.goto(`${stage.origin}/pieces/${pieceId}`)
  await see(heading(mika, 'From your classmates'), mika.getByText('You could end with it too.'))
})

test('Mika asks a teacher to look; Ms. Rivera finds it on her first page and hides it at once', async () => {
  await action(mika, 'Ask a teacher to look').click()
  await mika.getByLabel(/^What is wrong with it/).fill('I do not want this here.')
  await action(mika, 'Ask a teacher').last().click()
  await see(mika.getByText('You asked a teacher to look at this.'))
  await arrived(mika)
  await rivera.goto(`${stage.origin}/today?class=${classOf('division-3')}`)
  await way(rivera, 'Have a look').click()
  await see(rivera.getByText('I do not want this here.'))
  await expectNoAxeViolations(rivera)
  await action(rivera, 'Hide these words').click()
  await see(rivera.getByText(/^Hidden by Elena Rivera/))
  await arrived(rivera)
  await mika.goto(`${stage.origin}/pieces/${pieceId}`)
  await see(mika.getByText('by mika'))
  expect(await heading(mika, 'From your classmates').count()).toBe(0)
})

test('the family and a classmate at another table find nothing of it', async () => {
  for (const key of ['amara', 'anh']) {
    const page = await stage.device(key, phone)
    await page.goto(roundUrl.replace(/.*\/critique-rounds/, `${stage.origin}/critique-rounds`))
    await see(page.getByRole('main'))
    expect(await page.getByRole('main').innerText()).not.toMatch(/Noor|Shh/)
  }
})
