import { PDFDocument } from '@cantoo/pdf-lib'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListFeedback } from '../../src/feedback/contract.ts'
import { GetPiece } from '../../src/work/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { desk, openStage, phone, photo, type Stage } from '../support/stage.ts'
import { action, heading, save, see, takePhoto, way, writeWords } from './doings.ts'
import { arrived } from './kept-here.ts'
import { film } from './films.ts'

/** The glass project: five attempts in photo, film, words and pages, six pins on them, four of them answered. */
let stage: Stage
let jonas: Page
let halvorsen: Page
let id: string

beforeAll(async () => {
  stage = await openStage()
  jonas = await stage.device('jonas', phone)
  halvorsen = await stage.device('halvorsen', desk)
})
afterAll(() => stage?.close())

const read = async () => (await stage.school.as('jonas').ask(GetPiece, { params: { id } })).body
const feedback = async () => (await stage.school.as('jonas').ask(ListFeedback, { params: { id } })).body

/** What a worker does takes a moment. */
async function prepared(): Promise<void> {
  const states = async () =>
    (await read()).iterations.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'media' ? [part.media.state] : [])),
    )
  await expect.poll(async () => [...new Set(await states())], { timeout: 90_000 }).toEqual(['ready'])
}

async function nextAttempt(make: () => Promise<void>, whatChanged: string, takesUp: RegExp[] = []) {
  await jonas.goto(`${stage.origin}/pieces/${id}/next`)
  await make()
  await jonas.getByLabel('What did you change?').fill(whatChanged)
  for (const words of takesUp) await jonas.getByLabel(words).check()
  await action(jonas, 'Save this attempt').click()
  await see(jonas.getByText(whatChanged))
  await arrived(jonas)
  await prepared()
}

async function choose(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await jonas.getByLabel(/^Choose (a file|files)/).setInputFiles(file)
}

/** With the mouse, from one share of a thing to another; the same twice is a press. */
async function drag(page: Page, over: Locator, from: [number, number], to = from): Promise<void> {
  await over.scrollIntoViewIfNeeded()
  const box = await over.boundingBox()
  if (!box) throw new Error('there is nothing to point at')
  const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(to), { steps: 4 })
  await page.mouse.up()
}

const ground = (page: Page) => page.locator('[data-pointing]')
const box = (page: Page) => page.getByLabel('Your feedback')

async function lookAt(attempt: number): Promise<void> {
  await halvorsen.goto(`${stage.origin}/pieces/${id}?attempt=${attempt}`)
  await see(action(halvorsen, 'Point at a place'))
}

async function give(words: string): Promise<void> {
  await box(halvorsen).fill(words)
  await action(halvorsen, 'Give feedback').click()
  await see(halvorsen.getByRole('list', { name: 'Feedback on this attempt' }).getByText(words))
  await arrived(halvorsen)
}

test('Jonas photographs his first lamp for his teachers', async () => {
  await jonas.goto(`${stage.origin}/work/new`)
  await takePhoto(jonas)
  await jonas.getByLabel('Title').fill('Fused glass lamp')
  await jonas.getByLabel('My teachers').check()
  id = await save(jonas)
  await prepared()
})

test('at the desk Mr. Halvorsen presses the spot he means, and the words come next', async () => {
  await halvorsen.goto(`${stage.origin}/today`)
  await way(halvorsen, /^Morning Studio/).click()
  await way(halvorsen, 'Fused glass lamp').click()
  await see(action(halvorsen, 'Point at a place'))
  await halvorsen.keyboard.press('m')
  await drag(halvorsen, ground(halvorsen), [0.25, 0.2])
  await see(halvorsen.getByText('Your pin: upper left'))
  await expect.poll(() => box(halvorsen).evaluate((area) => area === document.activeElement)).toBe(true)
  await expectNoAxeViolations(halvorsen)
  await halvorsen.keyboard.type('This edge is still sharp.')
  await halvorsen.keyboard.press('Control+Enter')
  await see(halvorsen.getByText('You answered 1 attempt.'))
  await arrived(halvorsen)
})

test('on the page of the work he drags around a part of it', async () => {
  await lookAt(1)
  await action(halvorsen, 'Point at a place').click()
  await drag(halvorsen, ground(halvorsen), [0.5, 0.6], [0.9, 0.95])
  await see(halvorsen.getByText('Your pin: lower right'))
  await give('Two colors meet here without a gap: keep that.')
  const pins = (await feedback()).map(({ pin }) => pin)
  expect(pins.map((pin) => pin?.kind)).toEqual(['spot', 'spot'])
  const [point, region] = pins
  expect(point?.kind === 'spot' && [point.area.width, point.area.height]).toEqual([0, 0])
  expect(region?.kind === 'spot' && region.area.width).toBeCloseTo(0.4, 1)
})

test('a pin leads to what was said there, and the words lead back to the pin', async () => {
  await jonas.goto(`${stage.origin}/pieces/${id}?attempt=1`)
  const first = action(jonas, /^Pin 1: upper left\. Read what Bjørn Halvorsen says/)
  await first.click()
  const said = jonas.getByRole('article').filter({ hasText: 'This edge is still sharp.' })
  await expect.poll(() => said.last().evaluate((one) => one.contains(document.activeElement))).toBe(true)
  await action(jonas, /Show pin 2 on the work/).click()
  const second = action(jonas, /^Pin 2: lower right/)
  await expect.poll(() => second.evaluate((one) => one === document.activeElement)).toBe(true)
  await expectNoAxeViolations(jonas)
})

test('Jonas films his second attempt, which takes one of the two up', async () => {
  await nextAttempt(async () => choose(await film(jonas, '#3f6b4f')), 'I ground every edge', [
    /This edge is still sharp/,
  ])
  await see(jonas.getByText('Takes up this feedback'), jonas.getByText(/This edge is still sharp/))
})

test('a second of the film with the mouse, and a stretch of it without', async () => {
  await lookAt(2)
  await action(halvorsen, 'Point at a place').click()
  await drag(halvorsen, ground(halvorsen), [0.5, 0.5])
  await see(halvorsen.getByText('Your pin: at 0:01'))
  await give('Here the wheel slips.')
  await action(halvorsen, 'Point at a place').press('Enter')
  await action(halvorsen, 'Place it from here').press('Enter')
  await see(halvorsen.getByText('Your pin: at 0:00'))
  await halvorsen.getByText('The exact place').press('Enter')
  await halvorsen.getByLabel('It begins at').fill('0:00.5')
  await halvorsen.keyboard.press('Tab')
  await halvorsen.getByLabel('It ends at').fill('0:01.5')
  await halvorsen.keyboard.press('Tab')
  await see(halvorsen.getByText('Your pin: from 0:00 to 0:01'))
  await expectNoAxeViolations(halvorsen)
  await give('Listen to how even this is.')
})

test('his third attempt has words, and the words that are meant are selected', async () => {
  await nextAttempt(
    async () => {
      await takePhoto(jonas, await photo('#7a3b2e'))
      await writeWords(jonas, 'The kiln was at 800 degrees. I opened it too soon. Next time I wait.')
    },
    'A slower kiln',
    [/Here the wheel slips/],
  )
  await lookAt(3)
  await action(halvorsen, 'Point at a place').click()
  await halvorsen.evaluate(() => {
    const run = [...document.querySelectorAll('[data-from]')].find((one) =>
      one.textContent?.includes('too soon'),
    )
    const node = run?.firstChild as Text
    const start = node.data.indexOf('I opened it too soon')
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, start + 'I opened it too soon'.length)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
  })
  await see(halvorsen.getByText('Your pin: “I opened it too soon”'))
  await give('How did you notice?')
  await see(halvorsen.locator('mark', { hasText: 'I opened it too soon' }))
})

test('his fourth attempt is a plan of three pages, and the second page is meant', async () => {
  await nextAttempt(async () => {
    const plan = await PDFDocument.create()
    for (let page = 0; page < 3; page += 1) plan.addPage([300, 400])
    await choose({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await plan.save()) })
  }, 'First a plan')
  await lookAt(4)
  await action(halvorsen, 'Point at a place').press('Enter')
  await action(halvorsen, 'Place it from here').press('Enter')
  await halvorsen.getByText('The exact place').click()
  await halvorsen.getByLabel('Page', { exact: true }).fill('2')
  await see(halvorsen.getByText('Your pin: page 2'))
  await give('Measure this twice.')
  await action(halvorsen, 'Give back for another go').click()
  await halvorsen.getByLabel('What to try next').fill('Build exactly what is on page two.')
  await action(halvorsen, 'Give it back').click()
  await see(heading(halvorsen, 'Another go'))
  await arrived(halvorsen)
})

test('Jonas finds it on his first page, answers two in words, and sees what to try beside his fifth attempt', async () => {
  await jonas.goto(stage.origin)
  await way(jonas, /gave “Fused glass lamp” back for another go/).click()
  await see(jonas.getByText('Build exactly what is on page two.'))
  await jonas.goto(`${stage.origin}/pieces/${id}?attempt=3`)
  await jonas.getByLabel('I see it differently').check()
  await jonas.getByLabel(/^Why, or how/).fill('I heard it crack.')
  await action(jonas, 'Send my answer').click()
  await see(jonas.getByText('Sees it differently'))
  await arrived(jonas)
  await jonas.goto(`${stage.origin}/pieces/${id}/next`)
  await see(jonas.getByText('Build exactly what is on page two.'))
  await expectNoAxeViolations(jonas)
  await nextAttempt(async () => choose(await film(jonas, '#204060')), 'Built to the plan', [
    /Measure this twice/,
  ])
})

test('six pins, four of them answered, and the next attempts say which', async () => {
  const all = await feedback()
  expect(all.map(({ pin }) => pin?.kind)).toEqual(['spot', 'spot', 'moment', 'moment', 'words', 'page'])
  const answered = all.filter(({ replies }) => replies.length > 0)
  expect(answered.map(({ replies }) => replies[0]?.iteration?.number ?? null)).toEqual([2, 3, null, 5])
  expect((await read()).iterations).toHaveLength(5)
})

test('Mr. Halvorsen sees what was taken up, and that the return was followed', async () => {
  await halvorsen.goto(`${stage.origin}/today`)
  await way(halvorsen, /^Morning Studio/).click()
  await see(heading(halvorsen, 'What became of the feedback'))
  await see(way(halvorsen, 'Fused glass lamp, attempt 5'), halvorsen.getByText('I heard it crack.'))
  await way(halvorsen, 'Fused glass lamp, attempt 2').click()
  await see(halvorsen.getByText('Takes up this feedback'))
  await halvorsen.goto(`${stage.origin}/pieces/${id}?attempt=4`)
  await see(way(halvorsen, 'Attempt 5 followed'))
})

test('after an edit a pin says that it is of the earlier version, and what is gone is said to be gone', async () => {
  const attempt = (await read()).iterations[2]
  await jonas.goto(`${stage.origin}/pieces/${id}/iterations/${attempt?.id}/edit`)
  await jonas.getByLabel('Your words').fill('The kiln was at 800 degrees. Next time I wait.')
  await action(jonas, 'Save the changes').click()
  await jonas.waitForURL(/\/pieces\/[0-9a-f-]{36}(\?.*)?$/)
  await jonas.goto(`${stage.origin}/pieces/${id}?attempt=3`)
  await see(jonas.getByText(/was taken out of the attempt when it was edited/))
})
