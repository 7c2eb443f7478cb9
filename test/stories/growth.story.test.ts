import { v7 as newId } from 'uuid'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as work from '../../src/work/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { addPiece, text } from '../support/making.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

/** Growth is something you can see: any two attempts against each other, by hand and by key. */
let stage: Stage
let mika: Page
let idOf: (title: string) => string

beforeAll(async () => {
  stage = await openStage()
  idOf = await hangDemoWorks(stage.school, { mika: ['Butterfly'], jonas: ['Footbridge, 54 centimeters'] })
  mika = await stage.device('mika', desk)
})
afterAll(() => stage?.close())

const open = (page: Page, title: string) => page.goto(`${stage.origin}/pieces/${idOf(title)}?compare=`)
const choose = (page: Page, name: string) => page.getByRole('radio', { name }).check()
const handleOf = (page: Page) => page.getByRole('slider', { name: 'Slide between attempt 1 and attempt 5' })
const spoken = (handle: Locator) => handle.getAttribute('aria-valuetext')

test('Mika drags from her first butterfly to her latest, with the mouse', async () => {
  await mika.goto(`${stage.origin}/pieces/${idOf('Butterfly')}`)
  await action(mika, 'Then and now').click()
  const handle = handleOf(mika)
  await see(handle)
  await expect.poll(() => spoken(handle)).toBe('Attempt 1 shown over 50%')
  const box = await mika.getByRole('group', { name: 'Both attempts, one over the other' }).boundingBox()
  if (!box) throw new Error('there is no frame')
  const middle = box.y + box.height / 2
  await mika.mouse.move(box.x + box.width / 2, middle)
  await mika.mouse.down()
  await mika.mouse.move(box.x + box.width * 0.8, middle, { steps: 5 })
  await mika.mouse.up()
  await expect.poll(() => spoken(handle)).toBe('Attempt 1 shown over 80%')
  await mika.mouse.click(box.x + box.width * 0.1, middle)
  await expect.poll(() => spoken(handle)).toBe('Attempt 1 shown over 10%')
})

test('both pictures are there for those who listen, and the keys move the handle', async () => {
  await see(
    mika.getByRole('img', { name: 'Attempt 1: Two yellow scribbles on both sides of a black line' }),
    mika.getByRole('img', { name: /^Attempt 5: A labeled swallowtail/ }),
  )
  const handle = handleOf(mika)
  await handle.focus()
  const said: (string | null)[] = []
  for (const key of ['Home', 'ArrowRight', 'PageUp', 'ArrowLeft', 'PageDown', 'End']) {
    await mika.keyboard.press(key)
    said.push(await handle.getAttribute('aria-valuenow'))
  }
  expect(said).toEqual(['0', '2', '12', '10', '0', '100'])
  await action(mika, 'Show only Attempt 5').click()
  await expect.poll(() => spoken(handle)).toBe('Attempt 1 shown over 0%')
  await expectNoAxeViolations(mika)
})

test('from near, both pictures move together and the handle stays', async () => {
  await action(mika, 'Nearer').click()
  const stageBox = mika.getByRole('group', { name: 'Both attempts from near. The arrow keys move them.' })
  await see(stageBox)
  const places = () =>
    stageBox
      .locator('figure > div')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform))
  const before = await places()
  await stageBox.focus()
  await mika.keyboard.press('ArrowRight')
  const after = await places()
  expect(after[0]).not.toBe(before[0])
  expect(after[0]).toBe(after[1])
  await action(mika, 'Farther').click()
  await see(mika.getByRole('group', { name: 'Both attempts, one over the other' }))
})

test('a finger slides too, on a phone', async () => {
  const small = await stage.device('mika', phone)
  await open(small, 'Butterfly')
  const handle = handleOf(small)
  await see(handle)
  const box = await handle.boundingBox()
  const frame = await small.getByRole('group', { name: 'Both attempts, one over the other' }).boundingBox()
  if (!box || !frame) throw new Error('there is no handle')
  const touch = await small.context().newCDPSession(small)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const at = (x: number) => [{ x, y: box.y + box.height / 2 }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(box.x + box.width / 2) })
  for (const share of [0.4, 0.3, 0.25])
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: at(frame.x + frame.width * share),
    })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(() => spoken(handle)).toBe('Attempt 1 shown over 25%')
  expect(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(small)
})

test('any two attempts can be chosen, and the address remembers which', async () => {
  await open(mika, 'Butterfly')
  const now = mika.getByRole('region', { name: 'Now' })
  await now.getByRole('button', { name: /^Attempt 3/ }).click()
  await see(mika.getByRole('slider', { name: 'Slide between attempt 1 and attempt 3' }))
  await see(now.getByText('I drew the middle first and made both sides the same.'))
  await mika.reload()
  await see(mika.getByRole('slider', { name: 'Slide between attempt 1 and attempt 3' }))
})

test('fading is the other way to the same, with the browser’s own slider', async () => {
  await open(mika, 'Butterfly')
  await choose(mika, 'Fade')
  const fader = mika.getByRole('slider', { name: 'Fade from attempt 1 to attempt 5' })
  await fader.focus()
  await mika.keyboard.press('End')
  await expect.poll(() => spoken(fader)).toBe('Attempt 5 shows 100%')
  await expectNoAxeViolations(mika)
})

test('on paper both stand beside each other', async () => {
  await open(mika, 'Butterfly')
  await see(handleOf(mika))
  await mika.emulateMedia({ media: 'print' })
  const boxes = await mika
    .locator('figure')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x))
  expect(boxes[1]).toBeGreaterThan(boxes[0] ?? 0)
  expect(await handleOf(mika).isVisible()).toBe(false)
  await mika.emulateMedia({ media: null })
})

test('all attempts stand in one row, each with what changed', async () => {
  await choose(mika, 'All attempts')
  const row = mika.getByRole('list', { name: 'Attempts' })
  await see(row.getByText('The wings have points now, and black edges'))
  await expect.poll(() => row.getByRole('listitem').count()).toBe(5)
  await expectNoAxeViolations(mika)
  await way(row, 'Attempt 2').click()
  await see(heading(mika, /^Attempt 2/))
})

test('a sketch and a photo of another shape are compared too', async () => {
  const jonas = await stage.device('jonas', desk)
  await open(jonas, 'Footbridge, 54 centimeters')
  await see(jonas.getByRole('slider', { name: 'Slide between attempt 1 and attempt 4' }))
  for (const name of [/^Attempt 1: /, /^Attempt 4: /]) {
    const shape = await jonas.getByRole('img', { name }).evaluate(async (one: HTMLImageElement) => {
      await one.decode()
      const { width, height } = one.getBoundingClientRect()
      return width / height / (one.naturalWidth / one.naturalHeight)
    })
    expect(shape).toBeCloseTo(1, 1)
  }
})

test('what changed is asked where it is missing, kept, and shown to her teacher', async () => {
  const { id } = await addPiece(stage.school, 'mika', ['teachers'])
  await stage.school.as('mika').ask(work.AddIteration, {
    params: { id: newId() },
    body: { pieceId: id, parts: text('Another one') },
  })
  await mika.goto(`${stage.origin}/pieces/${id}`)
  await action(mika, 'Say what changed').click()
  await mika.getByLabel('What did you change?').fill('I began with the sound')
  await action(mika, 'Save').click()
  await see(mika.getByText('I began with the sound'), action(mika, 'Change these words'))
  const rivera = await stage.device('rivera', desk)
  await rivera.goto(`${stage.origin}/pieces/${id}`)
  await see(rivera.getByText('I began with the sound'), rivera.getByText('Another one'))
  expect(await action(rivera, 'Change these words').count()).toBe(0)
})

test('eleven attempts are gone through with the arrow keys', async () => {
  const { id } = await addPiece(stage.school, 'mika')
  for (let number = 2; number <= 11; number += 1) {
    await stage.school.as('mika').ask(work.AddIteration, {
      params: { id: newId() },
      body: { pieceId: id, parts: text(`attempt number ${number}`), whatChanged: `change ${number}` },
    })
  }
  const small = await stage.device('mika', phone)
  await small.goto(`${stage.origin}/pieces/${id}`)
  await see(heading(small, /^Attempt 11/))
  await small.keyboard.press('ArrowLeft')
  await see(heading(small, /^Attempt 10/))
  await action(small, 'The attempt before').click()
  await see(heading(small, /^Attempt 9/), small.getByText('change 9'))
  expect(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('her family and her teacher compare just as she does', async () => {
  for (const key of ['amara', 'rivera']) {
    const page = await stage.device(key, phone)
    await open(page, 'Butterfly')
    await see(handleOf(page))
  }
})
