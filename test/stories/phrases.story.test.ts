import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../support/axe.ts'
import { addPiece } from '../support/making.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { action, see } from './doings.ts'
import { arrived } from './kept-here.ts'

/** Sentences of one's own: kept once, in one's order, on every device. */
let stage: Stage
let rivera: Page

beforeAll(async () => {
  stage = await openStage({ works: false })
  await addPiece(stage.school, 'mika', ['teachers'])
  rivera = await stage.device('rivera', desk)
})
afterAll(() => stage?.close())

const atTheDesk = async (page: Page) => {
  await page.goto(`${stage.origin}/classes/${classOf('division-3')}/feedback`)
  await see(page.getByLabel('Your feedback'))
}
const own = (page: Page) => page.getByRole('region', { name: 'My phrases' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'My phrases' })

test('Ms. Rivera keeps what she just wrote, adds another and puts it first', async () => {
  await atTheDesk(rivera)
  await rivera.getByLabel('Your feedback').fill('What did you try first?')
  await action(rivera, 'Keep these words as a phrase').click()
  await action(dialog(rivera), 'Add this phrase').click()
  await dialog(rivera).getByLabel('A sentence you write often').fill('Show me how.')
  await action(dialog(rivera), 'Add this phrase').click()
  await action(dialog(rivera), /^Up\s*:\s*Phrase 2$/).click()
  await expectNoAxeViolations(rivera)
  await action(rivera, 'Save my phrases').click()
  await see(own(rivera).getByText('Show me how.'))
  await arrived(rivera)
})

test('on another device they are there, in her order, and the key puts one in', async () => {
  const other = await stage.device('rivera', desk)
  await atTheDesk(other)
  const phrases = own(other).locator('button:has(kbd)')
  await see(phrases.first())
  expect(await phrases.allInnerTexts()).toEqual([
    expect.stringContaining('Show me how.'),
    expect.stringContaining('What did you try first?'),
  ])
  await other.keyboard.press('2')
  expect(await other.getByLabel('Your feedback').inputValue()).toContain('What did you try first?')
  await action(other, 'Change my phrases').click()
  await dialog(other).getByLabel('Phrase 1', { exact: true }).fill('Show me how you did it.')
  await action(other, 'Save my phrases').click()
  await see(own(other).getByText('Show me how you did it.'))
  await arrived(other)
})

test('a list that was changed on two devices is put together, and nothing of either is lost', async () => {
  await action(rivera, 'Change my phrases').click()
  await dialog(rivera).getByLabel('A sentence you write often').fill('Who could help?')
  await action(rivera, 'Save my phrases').click()
  await see(rivera.getByText('Both lists are together here', { exact: false }))
  await action(rivera, 'Save my phrases').click()
  await see(own(rivera).getByText('Show me how you did it.'), own(rivera).getByText('Who could help?'))
})
