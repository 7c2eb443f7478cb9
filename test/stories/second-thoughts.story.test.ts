import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetRounds } from '../../src/rounds/contract.ts'
import { addPiece } from '../support/making.ts'
import { desk, openStage, phone, photo, type Stage } from '../support/stage.ts'
import { action, see } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let mika: Page
let rivera: Page
let pieceId: string

beforeAll(async () => {
  stage = await openStage()
  pieceId = (await addPiece(stage.school, 'mika', ['teachers'])).id
  mika = await stage.device('mika', phone)
  rivera = await stage.device('rivera', desk)
  await rivera.goto(`${stage.origin}/pieces/${pieceId}`)
  await see(action(rivera, 'Give back for another go'))
})
afterAll(() => stage?.close())

const another = (page: Page) => page.getByRole('region', { name: 'Another go' })
const giveBack = async (words: string) => {
  await action(rivera, 'Give back for another go').click()
  await rivera.getByLabel('What to try next').fill(words)
  await action(rivera, 'Give it back').click()
  await see(another(rivera).getByText(words))
  await arrived(rivera)
}
const rounds = async () => (await stage.school.as('mika').ask(GetRounds, { params: { id: pieceId } })).body

test('Ms. Rivera puts an example beside the work: words that Mika reads, a picture she looks at, gone when taken away', async () => {
  await action(rivera, 'Put an example beside it').click()
  await rivera.getByLabel('The words').fill('Look at how a heron stands.')
  await rivera.getByLabel('What to notice in it').fill('One leg')
  await action(rivera, 'Put it beside the work').click()
  await see(rivera.getByText('Look at how a heron stands.'))
  await arrived(rivera)
  await action(rivera, 'Put an example beside it').click()
  await rivera.getByRole('radio', { name: 'File' }).check()
  await rivera.getByLabel('The file').setInputFiles(await photo('#27617a'))
  await action(rivera, 'Put it beside the work').click()
  await expect.poll(async () => (await rounds()).exemplars.map(({ kind }) => kind)).toEqual(['text', 'media'])
  await mika.goto(`${stage.origin}/pieces/${pieceId}`)
  await see(mika.getByText('Look at how a heron stands.'), mika.getByText('One leg'))
  expect(await action(mika, 'Take it away').count()).toBe(0)
  await action(rivera, 'Take it away').first().click()
  await expect.poll(async () => (await rounds()).exemplars.length).toBe(1)
})

test('given back, and then it may stand as it is after all', async () => {
  await giveBack('Try one leg only.')
  await another(rivera).getByRole('button', { name: 'It may stand as it is' }).click()
  await another(rivera).waitFor({ state: 'hidden' })
  await arrived(rivera)
  expect((await rounds()).returns).toEqual([])
})

test('given back again, Mika says why there will be no further one, and Ms. Rivera reads it', async () => {
  await giveBack('Try the other leg.')
  await mika.reload()
  await another(mika).getByRole('button', { name: 'There will be no further one' }).click()
  await mika.getByLabel('There will be no further attempt, because').fill('It flew away.')
  await another(mika).getByRole('button', { name: 'Say so', exact: true }).click()
  await see(another(mika).getByText('It flew away.'))
  await arrived(mika)
  await rivera.reload()
  await see(another(rivera).getByText('It flew away.'))
  expect(await another(rivera).getByRole('button', { name: 'It may stand as it is' }).count()).toBe(0)
})

test('feedback that was taken back is not shown any more, and that it was there is', async () => {
  await rivera.getByLabel('Your feedback').fill('This was meant for Noor.')
  await action(rivera, 'Give feedback').click()
  await see(rivera.getByText('This was meant for Noor.'))
  await action(rivera, 'Take it back').click()
  const dialog = rivera.getByRole('dialog', { name: 'Take this feedback back?' })
  await dialog.getByLabel('Why').fill('Meant for somebody else.')
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await arrived(rivera)
  await mika.reload()
  await see(mika.getByText(/took this back/), mika.getByText('Meant for somebody else.'))
  expect(await mika.getByText('This was meant for Noor.').count()).toBe(0)
})
