import { v7 as newId } from 'uuid'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as work from '../../src/work/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { addPiece, text } from '../support/making.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { action, see } from './doings.ts'
import { film } from './films.ts'

/** Growth in what is written, played and filmed: two attempts against each other, in their own medium. */
let stage: Stage
let mika: Page
let idOf: (title: string) => string

beforeAll(async () => {
  stage = await openStage()
  const hung = ['The Night the River Moved', 'Recorder: the hill song']
  idOf = await hangDemoWorks(stage.school, { mika: hung })
  mika = await stage.device('mika', desk)
})
afterAll(() => stage?.close())

const open = (page: Page, id: string, query = '') =>
  page.goto(`${stage.origin}/pieces/${id}?compare=${query}`)

test('new words are marked and old ones struck out, also for those who listen', async () => {
  await open(mika, idOf('The Night the River Moved'), '&from=2')
  await see(mika.getByText('New words', { exact: true }))
  const added = await mika.locator('main p > ins').allInnerTexts()
  const removed = await mika.locator('main p > del').allInnerTexts()
  expect(added.join()).toContain('but the curtain hung still')
  expect(removed.join()).toContain('But the curtain did not move.')
  expect(added.join()).toContain('(new:')
  await expectNoAxeViolations(mika)
  await mika.getByLabel('Only the new text').check()
  expect(await mika.locator('main p > del').count()).toBe(0)
  await see(mika.getByText('in the water there was one small fish'))
})

test('a hundred thousand characters are compared beside the page', async () => {
  const words = (seed: number) =>
    Array.from({ length: 9000 }, (_, at) => `word${(at * seed) % 4001}${at % 9 === 0 ? '.' : ''}`).join(' ')
  const { id } = await addPiece(stage.school, 'mika')
  for (const seed of [7, 11]) {
    await stage.school.as('mika').ask(work.AddIteration, {
      params: { id: newId() },
      body: { pieceId: id, parts: text(words(seed).padEnd(100_000, ' and so on').slice(0, 100_000)) },
    })
  }
  const workers: string[] = []
  mika.on('worker', (worker) => workers.push(worker.url()))
  await open(mika, id, '&from=2')
  await see(mika.locator('main ins').first())
  expect(workers).toHaveLength(1)
})

test('two recordings: one play button, and A and B at the same moment of the tune', async () => {
  await open(mika, idOf('Recorder: the hill song'))
  const shares = () =>
    mika.locator('audio').evaluateAll((all) =>
      all.map((one) => ({
        share: (one as HTMLAudioElement).currentTime / (one as HTMLAudioElement).duration,
        runs: !(one as HTMLAudioElement).paused,
      })),
    )
  const place = mika.getByRole('slider', { name: 'Place in the recording' })
  await see(mika.getByText('0:00 / 0:17'))
  await place.fill('500')
  await action(mika, 'Play').last().click()
  await mika.waitForFunction(() => document.querySelector('audio')?.paused === false)
  await mika.keyboard.press('b')
  await mika.waitForFunction(() => document.querySelectorAll('audio')[1]?.paused === false)
  const [a, b] = await shares()
  expect([a?.runs, b?.runs]).toEqual([false, true])
  expect(b?.share).toBeGreaterThan(0.49)
  await see(action(mika, /^B: Attempt 3/).and(mika.locator('[aria-pressed=true]')))
  await action(mika, 'Pause').click()
  await mika.keyboard.press('a')
  expect((await shares()).map(({ runs }) => runs)).toEqual([false, false])
  await expect.poll(() => place.getAttribute('aria-valuetext')).toMatch(/^0:\d\d of 0:17$/)
  await expectNoAxeViolations(mika)
})

test('two films run in step, one is heard, and one can begin later', async () => {
  const { id } = await addPiece(stage.school, 'mika')
  for (const color of ['#3f6b4f', '#97431a']) {
    await mika.goto(`${stage.origin}/pieces/${id}/next`)
    await mika.getByLabel(/Choose files/).setInputFiles(await film(mika, color))
    await action(mika, 'Save this attempt').click()
    await mika.waitForURL(/\/pieces\/[^/]+$/)
    await see(mika.locator('video'))
  }
  await open(mika, id, '&from=2')
  const films = () =>
    mika.locator('video').evaluateAll((all) =>
      all.map((one) => ({
        at: (one as HTMLVideoElement).currentTime,
        muted: (one as HTMLVideoElement).muted,
        paused: (one as HTMLVideoElement).paused,
      })),
    )
  await see(action(mika, 'Play both'))
  expect((await films()).map(({ muted }) => muted)).toEqual([true, false])
  await mika.getByRole('radio', { name: 'Attempt 2' }).check()
  expect((await films()).map(({ muted }) => muted)).toEqual([false, true])
  for (let step = 0; step < 5; step += 1) await action(mika, 'Attempt 3 further on').click()
  await see(mika.getByText('0.5 s further on'))
  const apart = async () => {
    const [earlier, later] = await films()
    return (later?.at ?? 0) - (earlier?.at ?? 0)
  }
  expect(await apart()).toBeCloseTo(0.5, 1)
  await action(mika, 'Play both').click()
  await mika.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3)
  expect(Math.abs((await apart()) - 0.5)).toBeLessThan(0.4)
  await action(mika, 'Pause').focus()
  await mika.keyboard.press('k')
  await see(action(mika, 'Play both'))
  expect((await films()).every(({ paused }) => paused)).toBe(true)
  await expectNoAxeViolations(mika)
})
