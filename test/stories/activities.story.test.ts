import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as activities from '../../src/activities/contract.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, photo, type Stage } from '../support/stage.ts'
import { action, heading, save, see, takePhoto, way } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let rivera: Page
let mika: Page
let pieceId: string

beforeAll(async () => {
  stage = await openStage()
  rivera = await stage.device('rivera', desk)
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

test('Ms. Rivera invites her class with a picture and a due day', async () => {
  await rivera.goto(`${stage.origin}/classes/${classOf('division-3')}/activities`)
  await way(rivera, 'New activity').click()
  await rivera.getByLabel('What is it called?').fill('A leaf up close')
  await rivera.getByLabel('What should they do?').fill('Draw what you see, not what you know.')
  await rivera
    .getByLabel('Picture or file')
    .first()
    .setInputFiles(await photo())
  await rivera.getByLabel(/^Due by/).fill('2099-06-01')
  await action(rivera, 'Publish').click()
  await see(heading(rivera, 'A leaf up close'), heading(rivera, /^0 of \d+ have responded/))
  await arrived(rivera)
})

test('Mika finds the invitation on her first page and responds with a photo; who will see it is said before', async () => {
  await mika.goto(stage.origin)
  await see(mika.getByText('New', { exact: true }))
  await way(mika, 'A leaf up close').click()
  await see(mika.getByText('Draw what you see, not what you know.'))
  await way(mika, 'Add my work').click()
  await takePhoto(mika)
  await see(mika.getByText(/you, .*Elena Rivera.* will see it/i))
  pieceId = await save(mika)
  await mika.goto(`${stage.origin}/activities`)
  await see(heading(mika, 'Done'))
})

test('Ms. Rivera sees the responses side by side, and who has not yet', async () => {
  await rivera.reload()
  await see(heading(rivera, /^1 of \d+ have responded/), rivera.getByText('Not yet').first())
  await way(rivera, 'A leaf up close').click()
  await see(heading(rivera, 'Mika Lindqvist-Diallo'), rivera.getByText('1 of 1'))
  await way(rivera, 'A leaf up close').last().click()
  await rivera.waitForURL(`**/pieces/${pieceId}`)
})

test('Suda, who came later, catches up with what was closed before; Noor cannot respond to it any more', async () => {
  const { clock } = stage.school
  const today = clock.now
  clock.now = new Date('2026-10-05T18:00:00Z')
  const { invite } = await import('../support/inviting.ts')
  const id = await invite(stage.school, { title: 'Frost' })
  await stage.school
    .as('rivera')
    .ask(activities.CloseActivity, { params: { id: crypto.randomUUID() }, body: { activityId: id } })
  clock.now = today
  const suda = await stage.device('suda', phone)
  await suda.goto(`${stage.origin}/activities`)
  await way(suda, 'Frost').click()
  await see(way(suda, 'Add my work'))
  const noor = await stage.device('noor', phone)
  await noor.goto(`${stage.origin}/activities/${id}`)
  await see(noor.getByText('This is closed now.', { exact: false }))
  expect(await way(noor, 'Add my work').count()).toBe(0)
})

test('Théo, of another class, sees nothing of it', async () => {
  const theo = await stage.device('theo', phone)
  await theo.goto(stage.origin)
  await see(heading(theo, 'My work'))
  expect(await theo.getByText('A leaf up close').count()).toBe(0)
})
