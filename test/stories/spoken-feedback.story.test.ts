import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListFeedback } from '../../src/feedback/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { addPiece, giveFeedback } from '../support/making.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, see } from './doings.ts'
import { writtenDown } from './kept-here.ts'

/** Feedback and answers by voice: by one key, over a cut network, and through a killed tab. */
let stage: Stage
let rivera: Page
let pieces: { id: string; iterationId: string }[]

beforeAll(async () => {
  stage = await openStage({ devices: true })
  pieces = []
  for (let turn = 0; turn < 2; turn += 1) pieces.push(await addPiece(stage.school, 'mika', ['teachers']))
  rivera = await stage.device('rivera', desk)
})
afterAll(() => stage?.close())

const said = async (place: number) =>
  (await stage.school.as('mika').ask(ListFeedback, { params: { id: pieces[place]?.id ?? '' } })).body
const atTheDesk = (page: Page) => page.goto(`${stage.origin}/classes/${classOf('division-3')}/feedback`)
const speakFor = (page: Page, clock: string) => see(page.getByText(clock, { exact: true }))

test('one key begins to speak and ends it, and the hands stay on the keyboard', async () => {
  await atTheDesk(rivera)
  await see(action(rivera, 'Voice note'))
  await rivera.keyboard.press('v')
  await speakFor(rivera, '0:02')
  await rivera.keyboard.press('v')
  await see(action(rivera, 'Remove the recording'))
  await expectNoAxeViolations(rivera)
  await rivera.keyboard.press('Control+Enter')
  await see(rivera.getByText('1 waiting'))
  await expect.poll(async () => (await said(0))[0]?.recording?.state).toBe('ready')
})

test('with the network cut and the tab killed, what she said is still there, and arrives once', async () => {
  const context = rivera.context()
  await see(action(rivera, 'Voice note'))
  await context.setOffline(true)
  await rivera.keyboard.press('v')
  await speakFor(rivera, '0:02')
  await rivera.keyboard.press('v')
  await see(action(rivera, 'Remove the recording'))
  await see(rivera.locator('audio[src^="blob:"]'))
  await writtenDown(rivera)
  await rivera.close()
  await context.setOffline(false)
  rivera = await context.newPage()
  await atTheDesk(rivera)
  await see(rivera.locator('audio[src^="blob:"]'))
  await rivera.getByLabel('Your feedback').fill('Listen to this.')
  await context.setOffline(true)
  await rivera.keyboard.press('Control+Enter')
  await see(rivera.getByText('You answered 1 attempt.'))
  await context.setOffline(false)
  await expect
    .poll(async () => (await said(1)).map(({ recording, body }) => [body, recording?.state]), {
      timeout: 60_000,
    })
    .toEqual([['Listen to this.', 'ready']])
})

test('Mika hears it and answers by voice', async () => {
  const mika = await stage.device('mika', phone)
  await giveFeedback(stage.school, 'rivera', pieces[0]?.iterationId ?? '')
  await mika.goto(`${stage.origin}/pieces/${pieces[0]?.id}`)
  await see(mika.getByLabel('What Elena Rivera says'))
  await mika.getByLabel('I used it').first().check()
  await action(mika, 'Voice note').click()
  await speakFor(mika, '0:01')
  await action(mika, 'Stop').click()
  await see(action(mika, 'Remove the recording'))
  await action(mika, 'Send my answer').click()
  await see(mika.getByText('Used it'))
  const spoken = async () => (await said(0))[0]?.replies[0]
  await expect.poll(async () => (await spoken())?.recording?.state).toBe('ready')
  expect((await spoken())?.kind).toBe('used')
})
