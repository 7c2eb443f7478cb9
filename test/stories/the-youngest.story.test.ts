import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece, giveFeedback } from '../support/making.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { action, heading, see, takePhoto, way } from './doings.ts'

let stage: Stage
let theo: Page

beforeAll(async () => {
  stage = await openStage()
  theo = await stage.device('theo', { width: 820, height: 1180 })
  await giveVoice(theo)
})
afterAll(() => stage?.close())

test('Théo is five: two taps and a photo, without a single letter typed', async () => {
  await theo.goto(stage.origin)
  await way(theo, 'Add').click()
  await largeEnough(theo)
  await takePhoto(theo)
  await see(theo.getByRole('button', { name: 'Save' }))
  await largeEnough(theo)
  await theo.getByRole('button', { name: 'Save' }).click()
  await see(theo.getByRole('img', { name: 'A picture' }))
  await largeEnough(theo)
})

test('what Ms. Okafor says is read to him, and he answers with a picture', async () => {
  const piece = await addPiece(stage.school, 'theo', ['teachers'], 'kindergarten')
  await giveFeedback(stage.school, 'okafor', piece.iterationId)
  await theo.goto(`${stage.origin}/pieces/${piece.id}`)
  await see(heading(theo, 'What your teacher says'))
  await largeEnough(theo)
  await theo
    .getByRole('list', { name: 'Feedback on this attempt' })
    .getByRole('button', { name: 'Listen' })
    .click()
  await expect.poll(() => spoken(theo)).toContain('Look closely at the wings.')
  await theo.getByText('I did it', { exact: true }).click()
  await action(theo, 'Done').click()
  await see(theo.getByText('I did it', { exact: true }))
  await expect.poll(() => action(theo, 'Done').count()).toBe(0)
})

test('it is the tablet’s own voice that reads: nobody else hears what was said to him', async () => {
  const another = await addPiece(stage.school, 'theo', ['teachers'], 'kindergarten')
  await giveFeedback(stage.school, 'okafor', another.iterationId)
  await theo.goto(stage.origin)
  await theo
    .getByRole('button', { name: /^Listen/ })
    .first()
    .click()
  await expect.poll(() => voices(theo)).toEqual(['the tablet'])
  await theo.goto(`${stage.origin}/pieces/${another.id}`)
  await theo
    .getByRole('button', { name: /^Listen/ })
    .first()
    .click()
  await expect.poll(() => voices(theo)).toEqual(['the tablet'])
})

test('no menu but his own, and every button has its word', async () => {
  await theo.goto(stage.origin)
  await see(way(theo, 'Add'))
  const buttons = theo.locator('main').locator('a, button, summary')
  for (const one of await buttons.all()) expect((await one.innerText()).trim()).not.toBe('')
})

type Heard = { heard: { text: string; voice: string | undefined }[] }

/** A tablet with a voice of its own, and one that would send words away. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: { text: string; voice: string | undefined }[] = []
    const voices = [
      { name: 'somebody else’s', lang: 'en-CA', localService: false },
      { name: 'the tablet', lang: 'en-CA', localService: true },
    ]
    class Utterance {
      voice: { name: string } | undefined
      lang = ''
      rate = 1
      text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const speechSynthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      cancel: () => {},
      speak: ({ text, voice }: Utterance) => heard.push({ text, voice: voice?.name }),
    })
    Object.defineProperties(globalThis, {
      heard: { value: heard },
      speechSynthesis: { value: speechSynthesis },
      SpeechSynthesisUtterance: { value: Utterance },
    })
  })
}

const spoken = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as Heard).heard.map(({ text }) => text))

const voices = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as Heard).heard.map(({ voice }) => voice))

/** Everything a small finger may press is at least 44 px high and wide. */
async function largeEnough(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main a, main button, main summary, main input:not([type=file])')]
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ one, box }) => one.checkVisibility() && (box.width < 44 || box.height < 44))
      .map(({ one, box }) => `${one.outerHTML.slice(0, 100)} ${box.width} x ${box.height}`),
  )
  expect(small).toEqual([])
}
