import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPortfolio } from '../../src/work/contract.ts'
import { nightPasses } from '../support/night.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, photo, type Stage } from '../support/stage.ts'
import { action, choosePieceTool, heading, pieceHere, see, way } from './doings.ts'

let stage: Stage
let rivera: Page

beforeAll(async () => {
  stage = await openStage()
  rivera = await stage.device('rivera', desk)
})
afterAll(() => stage?.close())

const portfolio = async (key: string) =>
  (await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })).body.pieces

test('Ms. Rivera takes one photo of three at the pond and posts it for each of them', async () => {
  await rivera.goto(`${stage.origin}/classes/${classOf('division-3')}/post`)
  await rivera.getByLabel(/^Choose files/).setInputFiles(await photo())
  await rivera.getByLabel('Title').fill('At the pond')
  const those = rivera.getByRole('group', { name: 'Who is it for' })
  for (const name of ['Mika Lindqvist-Diallo', 'Noor Haddad', 'Wren Prince'])
    await those.getByRole('checkbox', { name }).click()
  await action(rivera, 'Post for 3 learners').click()
  await rivera.waitForURL(/\/today$/)
})

test('each has it in a portfolio of their own, with a picture of their own right', async () => {
  const pieces = await Promise.all(['mika', 'noor', 'wren'].map(portfolio))
  expect(pieces.map((own) => own.map(({ title }) => title))).toEqual([
    ['At the pond'],
    ['At the pond'],
    ['At the pond'],
  ])
  expect(new Set(pieces.flat().map(({ id }) => id)).size).toBe(3)
  expect(await portfolio('kai')).toEqual([])
  const noor = await stage.device('noor')
  await noor.goto(stage.origin)
  await way(noor, 'At the pond').click()
  await see(noor.getByRole('img', { name: 'A picture' }), noor.getByText(/posted by Elena Rivera/))
})

test('Mika takes hers back from her family and deletes it; the others keep theirs', async () => {
  const mika = await stage.device('mika')
  await mika.goto(stage.origin)
  await way(mika, 'At the pond').click()
  await action(mika, 'Change').click()
  await mika.getByRole('checkbox', { name: /^My family/ }).click()
  await see(mika.getByText('Saved', { exact: true }))
  await action(mika, 'Done').click()
  const mikas = await pieceHere(mika)
  await choosePieceTool(mika, 'Delete this work')
  await action(mika.getByRole('dialog'), 'Delete').click()
  await see(mika.getByText(/^You deleted this/))

  const amara = await stage.device('amara')
  await amara.goto(`${stage.origin}/pieces/${mikas}`)
  await see(heading(amara, 'This work is not here'))
  const leila = await stage.device('leila')
  await leila.goto(stage.origin)
  await way(leila.getByRole('region', { name: /^Noor/ }), 'At the pond').click()
  await see(leila.getByRole('img', { name: 'A picture' }))
  expect((await portfolio('wren')).length).toBe(1)
})

test('when the month is over Mika’s is erased with everything, and the photo of the others stays', async () => {
  stage.school.later(31)
  await nightPasses(stage.school)
  expect(await portfolio('mika')).toEqual([])
  const noor = await stage.device('noor')
  await noor.goto(stage.origin)
  await way(noor, 'At the pond').click()
  const shown = noor.getByRole('img', { name: 'A picture' })
  await see(shown)
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})
