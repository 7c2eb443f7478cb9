import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListWaitingForFeedback } from '../../src/feedback/contract.ts'
import { addIteration, addPiece } from '../support/making.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { see } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let rivera: Page

/** Fifteen learners with two attempts each, as after a morning in the studio. */
const makers =
  'mika noor harpreet danylo kai bituin anh weilin oceane mateo lijon suda wren otto saoirse'.split(' ')

beforeAll(async () => {
  stage = await openStage({ works: false })
  for (const key of makers) {
    const piece = await addPiece(stage.school, key, ['teachers'])
    await addPiece(stage.school, key, ['teachers'])
    if (key === 'kai') await addIteration(stage.school, key, piece.id)
  }
  rivera = await stage.device('rivera', desk)
})
afterAll(() => stage?.close())

const waiting = async () =>
  (await stage.school.as('rivera').ask(ListWaitingForFeedback, { params: { id: classOf('division-3') } }))
    .body

test('thirty attempts wait, and Ms. Rivera’s hands never leave the keyboard', async () => {
  const before = JSON.stringify(await waiting())
  expect(before.match(/"iterationId"/g)).toHaveLength(30)
  await rivera.goto(`${stage.origin}/today`)
  await see(rivera.getByRole('heading', { name: /^30 waiting/ }))
  await tabTo(rivera, /^Give feedback$/)
  await rivera.keyboard.press('Enter')
  await see(rivera.getByText('30 waiting'))
  await rivera.keyboard.press('f')
  for (let turn = 1; turn <= 30; turn += 1) {
    await rivera.keyboard.type(`Feedback ${turn}`)
    await rivera.keyboard.press('Control+Enter')
    await see(rivera.getByText(turn < 30 ? waitingWords(30 - turn) : 'You answered 30 attempts.'))
  }
})

test('every one of the thirty has its own answer, and none is left', async () => {
  await arrived(rivera)
  expect(JSON.stringify(await waiting())).not.toContain('iterationId')
})

const waitingWords = (count: number) => new RegExp(`^${count} waiting$`)

/** Tab by Tab, as somebody without a mouse finds their way. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (name.test(here)) return
  }
  throw new Error(`Tab never came to ${name}`)
}
