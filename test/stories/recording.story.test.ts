import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece } from '../../src/work/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { openStage, phone, type Stage } from '../support/stage.ts'
import { action, save, see } from './doings.ts'

let stage: Stage
let mika: Page

beforeAll(async () => {
  stage = await openStage({ devices: true })
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

const press = (name: string) => mika.getByRole('button', { name, exact: true }).click()

/** Until the clock has come so far: what a made-up microphone hears is real time. */
async function recordFor(clock: string): Promise<void> {
  await see(mika.getByText(clock, { exact: true }))
}

/** Somebody else takes the same tablet. */
async function takeOver(context: BrowserContext, key: string): Promise<void> {
  const [name = '', value = ''] = (await stage.school.as(key).cookie()).split('=')
  await context.addCookies([{ name, value, url: stage.origin, httpOnly: true, sameSite: 'Lax' }])
}

const lengthOf = (page: Page, player: string) =>
  page.locator(player).evaluate((media) => {
    const film = media as unknown as { duration: number; readyState: number }
    return new Promise<number>((resolve) => {
      const look = () => (film.readyState > 0 ? resolve(film.duration) : setTimeout(look, 50))
      look()
    })
  })

test('Mika records her voice, trims a second of silence off its beginning with the keyboard, and saves it', async () => {
  await mika.goto(`${stage.origin}/work/new`)
  await press('Record your voice')
  // while the browser is asked for the microphone it is there and cannot be pressed, in fainter colors
  await see(mika.getByRole('button', { name: 'Record', exact: true, disabled: false }))
  await expectNoAxeViolations(mika)
  await press('Record')
  await recordFor('0:04')
  await expectNoAxeViolations(mika)
  await press('Stop')
  await mika.getByText('Trim the ends').click()
  const whole = await lengthOf(mika, 'audio')
  expect(whole).toBeGreaterThan(3.5)
  const begin = mika.getByLabel('It begins at')
  await begin.focus()
  for (let step = 0; step < 10; step += 1) await mika.keyboard.press('ArrowRight')
  await expect.poll(() => begin.getAttribute('aria-valuetext')).toMatch(/^1\.0 of [\d.]+ seconds$/)
  await expectNoAxeViolations(mika)
  await press('Use it')
  await see(mika.getByText(/^Safe on this/))
  const cut = await lengthOf(mika, 'audio')
  expect(whole - cut).toBeGreaterThan(0.9)
  expect(whole - cut).toBeLessThan(1.2)
  const id = await save(mika)
  const player = mika.getByLabel(/^My voice/)
  await see(player)
  const prepared = async () => {
    const piece = await stage.school.as('mika').ask(GetPiece, { params: { id } })
    const part = piece.body.iterations[0]?.parts[0]
    return part?.kind === 'media' && [part.media.kind, part.media.state]
  }
  await expect.poll(prepared).toEqual(['audio', 'ready'])
  expect(await lengthOf(mika, 'audio')).toBeCloseTo(cut, 0)
})

test('she films, pauses, goes on, is not happy with it and films again', async () => {
  await mika.goto(`${stage.origin}/work/new`)
  await press('Record a video')
  await press('Record')
  await recordFor('0:01')
  await press('Pause')
  await see(mika.getByText('Paused'))
  await press('Go on')
  await recordFor('0:03')
  await press('Stop')
  await see(mika.getByLabel('My video'))
  await press('Record again')
  await see(action(mika, 'Back to the earlier one'))
  const began = performance.now()
  await press('Record')
  await recordFor('0:02')
  await press('Stop')
  await see(mika.getByLabel('My video'))
  // the three seconds of the first one are not in it
  const took = (performance.now() - began) / 1_000
  expect(await lengthOf(mika, 'video')).toBeLessThan(took + 1)
  await expectNoAxeViolations(mika)
  await press('Use it')
  await see(mika.getByText(/^Safe on this/))
  await save(mika)
  await see(mika.getByLabel(/^My video/))
})

test('a tab that closes while she speaks takes nothing with it: it is offered again, to her only', async () => {
  const context = mika.context()
  await mika.goto(`${stage.origin}/work/new`)
  await press('Record your voice')
  await press('Record')
  await recordFor('0:04')
  await mika.close()
  await takeOver(context, 'theo')
  const theo = await context.newPage()
  await theo.goto(`${stage.origin}/work/new`)
  await see(action(theo, /^(Record your voice|Voice)$/))
  await theo.waitForLoadState('networkidle')
  expect(await theo.getByText(/is still here/).count()).toBe(0)
  await theo.close()
  await takeOver(context, 'mika')
  mika = await context.newPage()
  await mika.goto(`${stage.origin}/work/new`)
  await see(mika.getByText(/^Your recording from today, .* is still here$/))
  await expectNoAxeViolations(mika)
  await press('Listen to it')
  expect(await lengthOf(mika, 'audio')).toBeGreaterThan(2)
  await press('Use it')
  await see(mika.getByText(/^Safe on this/))
  await save(mika)
  await mika.goto(`${stage.origin}/work/new`)
  await see(action(mika, 'Record your voice'))
  expect(await mika.getByText(/is still here/).count()).toBe(0)
})
