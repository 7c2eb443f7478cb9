import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../support/axe.ts'
import { addPiece } from '../support/making.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'
import { arrived } from './kept-here.ts'

/** A newspaper of two children and two teachers: opened, used, moderated, closed; and the work stays. */
let stage: Stage
let rivera: Page
let okafor: Page
let mika: Page
let noor: Page
let pieceUrl: string
let spaceUrl: string

beforeAll(async () => {
  stage = await openStage()
  pieceUrl = `${stage.origin}/pieces/${(await addPiece(stage.school, 'mika')).id}`
  rivera = await stage.device('rivera', desk)
  okafor = await stage.device('okafor', desk)
  mika = await stage.device('mika', phone)
  noor = await stage.device('noor', phone)
})
afterAll(() => stage?.close())

test('Ms. Rivera opens a group with two learners and a colleague, and lets them say something', async () => {
  await rivera.goto(`${stage.origin}/spaces`)
  await way(rivera, 'A new space').click()
  await rivera.getByLabel('Name', { exact: true }).fill('Newspaper')
  for (const name of ['Mika Lindqvist-Diallo', 'Noor Haddad', 'Ngozi Okafor'])
    await rivera.getByRole('checkbox', { name }).check()
  await expectNoAxeViolations(rivera)
  await rivera.getByRole('button', { name: 'Open it' }).click()
  await see(heading(rivera, 'Newspaper'))
  spaceUrl = rivera.url()
  await way(rivera, 'What this space is for whom').click()
  await rivera.getByRole('checkbox', { name: /^Learners may say something kind/ }).click()
  await see(rivera.getByText(/^Set by Elena Rivera/))
  await expectNoAxeViolations(rivera)
})

test('Mika shows her work there; Noor finds it on her phone and says something', async () => {
  await mika.goto(pieceUrl)
  await action(mika, 'Change').click()
  await mika.getByRole('checkbox', { name: 'Newspaper' }).click()
  await see(mika.getByText('Saved'))
  await action(mika, 'Done').click()
  const missed: string[] = []
  noor.on('response', (answer) => answer.status() === 404 && missed.push(answer.url()))
  await noor.goto(stage.origin)
  await way(noor, 'My spaces').click()
  await way(noor, 'Newspaper').click()
  await way(noor, 'Untitled').click()
  await see(heading(noor, 'In Newspaper'))
  expect(missed).toEqual([])
  await action(noor, 'Made me smile').click()
  await see(action(noor, 'Take it back'))
  await noor.getByLabel('Say something kind about it').fill('Like a goose?')
  await action(noor, 'Say it').click()
  await see(noor.getByText('Like a goose?'))
  await arrived(noor)
  await expectNoAxeViolations(noor)
})

test('Mika asks a teacher to look; Ms. Okafor hides it, and Mika reads it no longer', async () => {
  await mika.reload()
  await see(mika.getByText('Made me smile'), mika.getByText('Like a goose?'))
  const words = { hasText: 'Like a goose?' }
  await action(mika.getByRole('listitem').filter(words), 'Not kind?').click()
  await action(mika, 'Yes, please look').click()
  await see(mika.getByText('A teacher will look at it.'))
  await arrived(mika)
  await okafor.goto(`${stage.origin}/spaces`)
  await way(okafor, 'Look at it').click()
  await see(okafor.getByText('Mika Lindqvist-Diallo asked you to look.'))
  await action(okafor.getByRole('listitem').filter(words), 'Hide it').click()
  await see(okafor.getByText('A teacher hid this.'))
  await mika.reload()
  await see(mika.getByText('Made me smile'))
  expect(await mika.getByText('Like a goose?').count()).toBe(0)
})

test('hidden from its learners it is gone for Noor; archived, Mika finds her work under earlier spaces', async () => {
  await rivera.goto(`${spaceUrl}/settings`)
  await rivera.getByRole('group', { name: 'For learners' }).getByText('Hidden').click()
  await rivera.getByText(/^Learners do not find it/).waitFor()
  await see(rivera.getByText(/^Set by Elena Rivera/).first())
  await noor.goto(`${stage.origin}/spaces`)
  await see(heading(noor, 'My spaces'))
  expect(await way(noor, 'Newspaper').count()).toBe(0)
  await action(rivera, 'Archive this space').click()
  await action(rivera, 'Yes, archive it').click()
  await see(action(rivera, 'Open it again'))
  await mika.goto(`${stage.origin}/spaces`)
  await way(mika, 'Newspaper').click()
  await see(mika.getByText(/^This space is over for you/), mika.getByText('by mika'))
  await expectNoAxeViolations(mika)
  await action(rivera, 'Open it again').click()
  await see(action(rivera, 'Archive this space'))
})
