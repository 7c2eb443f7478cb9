import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { expectNoAxeViolations } from '../support/axe.ts'
import { addPiece } from '../support/making.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'
import { arrived } from './kept-here.ts'

/** A counsellor who teaches in no class: from her first page to a one-to-one, and back to what waits in it. */
let stage: Stage
let amari: Page
let mika: Page
let pieceUrl: string

beforeAll(async () => {
  stage = await openStage()
  pieceUrl = `${stage.origin}/pieces/${(await addPiece(stage.school, 'mika')).id}`
  amari = await stage.device('amari', desk)
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

test('Ms. Amari begins a one-to-one with Mika from her first page', async () => {
  await amari.goto(stage.origin)
  await see(heading(amari, 'Today'))
  await way(amari, 'Open a group or a one-to-one').click()
  await amari.getByRole('radio', { name: /^One-to-one/ }).check()
  await amari.getByLabel('Name', { exact: true }).fill('Mika and Ms. Amari')
  await amari
    .getByLabel('With whom?')
    .selectOption({ label: 'Mika Lindqvist-Diallo · Division 3 (Grades 3/4)' })
  await expectNoAxeViolations(amari)
  await action(amari, 'Open it').click()
  await see(heading(amari, 'Mika and Ms. Amari'))
})

test('Mika shows work there, and her tile does not say that her class sees it', async () => {
  await mika.goto(pieceUrl)
  await action(mika, 'Change').click()
  await mika.getByRole('checkbox', { name: 'Mika and Ms. Amari' }).click()
  await see(mika.getByText('Saved'))
  await action(mika, 'Done').click()
  await arrived(mika)
  await mika.goto(stage.origin)
  await see(mika.getByText('Class or group'))
})

test('Ms. Amari finds it among what waits and answers it; who reads that is said where she writes', async () => {
  await amari.goto(stage.origin)
  await way(amari, 'Mika and Ms. Amari: 1 waiting for feedback').click()
  await see(amari.getByText(/The learner’s teachers and family read it too/))
  await expectNoAxeViolations(amari)
  await amari.getByLabel('Your feedback', { exact: true }).fill('Tell me about the river.')
  await action(amari, 'Give feedback').click()
  await arrived(amari)
  await mika.goto(pieceUrl)
  await see(mika.getByText('Tell me about the river.'))
  await amari.goto(stage.origin)
  await see(way(amari, 'Mika and Ms. Amari'))
})
