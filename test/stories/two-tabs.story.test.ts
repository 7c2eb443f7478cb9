import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece, ListRevisions } from '../../src/work/contract.ts'
import { addPiece } from '../support/making.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { action, see } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let piece: Awaited<ReturnType<typeof addPiece>>
let tablet: Page
let laptop: Page

beforeAll(async () => {
  stage = await openStage()
  piece = await addPiece(stage.school, 'mika')
  tablet = await stage.device('mika')
  laptop = await stage.device('mika', desk)
})
afterAll(() => stage?.close())

const words = (page: Page) => page.getByLabel('Your words')
const written = async (page: Page) => (await words(page).innerText()).trim()
const edit = async (page: Page) => {
  await page.goto(`${stage.origin}/pieces/${piece.id}/iterations/${piece.iterationId}/edit`)
  await see(words(page))
}

test('Mika edits the same attempt on her tablet and on a laptop', async () => {
  await edit(tablet)
  await edit(laptop)
  await words(tablet).fill('From the tablet')
  await action(tablet, 'Save the changes').click()
  await see(tablet.getByText('From the tablet'))
  await arrived(tablet)
})

test('the laptop does not write over it: both are shown, and what was typed is still there', async () => {
  await words(laptop).fill('From the laptop')
  await action(laptop, 'Save the changes').click()
  const clash = laptop.getByRole('dialog', { name: 'This attempt was changed somewhere else' })
  await see(clash)
  await action(clash, 'Look at both').click()
  await see(clash.getByText('From the tablet'), clash.getByText('From the laptop'))
  await action(clash, 'Back to editing').click()
  await expect.poll(() => written(laptop)).toBe('From the laptop')
})

test('she keeps hers too: the newest is hers, and the other is among the earlier versions', async () => {
  await action(laptop, 'Save the changes').click()
  await action(laptop, 'Keep mine too').click()
  await see(laptop.getByText('From the laptop'), laptop.getByText('edited'))
  await arrived(laptop)
  const mika = stage.school.as('mika')
  const now = await mika.ask(GetPiece, { params: { id: piece.id } })
  expect(now.body.iterations[0]?.parts).toMatchObject([{ kind: 'text', text: 'From the laptop' }])
  const before = await mika.ask(ListRevisions, { params: { id: piece.iterationId } })
  expect(JSON.stringify(before.body)).toContain('From the tablet')
  expect(JSON.stringify(before.body)).toContain('by mika')
})

test('a draft that was begun before another edit still knows what it began from', async () => {
  await edit(tablet)
  await words(tablet).fill('A draft on the tablet')
  await see(tablet.getByText(/^Draft kept on this/))
  await edit(laptop)
  await words(laptop).fill('Meanwhile on the laptop')
  await action(laptop, 'Save the changes').click()
  await see(laptop.getByText('Meanwhile on the laptop'))
  await arrived(laptop)
  await edit(tablet)
  await expect.poll(() => written(tablet)).toBe('A draft on the tablet')
  await action(tablet, 'Save the changes').click()
  const clash = tablet.getByRole('dialog', { name: 'This attempt was changed somewhere else' })
  await action(clash, 'Look at both').click()
  await see(clash.getByText('Meanwhile on the laptop'))
  await action(clash, 'Keep mine too').click()
  await see(tablet.getByText('A draft on the tablet'))
})
