import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece } from '../../src/work/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { openStage, phone, type Stage } from '../support/stage.ts'
import { heading, save, see, way } from './doings.ts'

let stage: Stage
let jonas: Page

beforeAll(async () => {
  stage = await openStage()
  jonas = await stage.device('jonas', phone)
})
afterAll(() => stage?.close())

const page = () => jonas.getByRole('textbox', { name: 'Your words' })
const tool = (name: string) => jonas.getByRole('button', { name, exact: true })

async function beginToWrite(): Promise<void> {
  await jonas.goto(`${stage.origin}/work/new`)
  await jonas.getByRole('button', { name: 'Write', exact: true }).click()
  await see(page())
  // it takes the focus by itself: whoever pressed Write types at once
  await expect.poll(() => page().evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true)
}

/** What a word processor puts on the clipboard. */
async function paste(html: string): Promise<void> {
  await page().evaluate((box, given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', given)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

async function partsOf(id: string) {
  return (await stage.school.as('jonas').ask(GetPiece, { params: { id } })).body.iterations[0]?.parts
}

test('Jonas writes with a heading, a list and a link, with nothing but the keyboard', async () => {
  await beginToWrite()
  await jonas.keyboard.type('Kiln notes')
  await jonas.keyboard.press('Shift+Tab')
  await jonas.keyboard.press('ArrowRight')
  await jonas.keyboard.press('ArrowRight')
  await expect
    .poll(() => tool('Heading').evaluate((one) => one === one.ownerDocument.activeElement))
    .toBe(true)
  await jonas.keyboard.press('Enter')
  expect(await tool('Heading').getAttribute('aria-pressed')).toBe('true')
  await jonas.keyboard.press('End')
  await jonas.keyboard.press('Enter')
  for (const key of ['- warm slowly', 'Enter', 'hold at 1000', 'Enter', 'Enter']) {
    await (key === 'Enter' ? jonas.keyboard.press(key) : jonas.keyboard.type(key))
  }
  await jonas.keyboard.type('The chart is at example.org/kiln today')
  await expectNoAxeViolations(jonas)
  const id = await save(jonas)
  await see(heading(jonas, 'Kiln notes'), jonas.getByRole('listitem').getByText('warm slowly'))
  const link = way(jonas, /example\.org\/kiln/)
  expect(await link.getAttribute('href')).toBe('https://example.org/kiln')
  expect(await link.getAttribute('rel')).toContain('noreferrer')
  await expectNoAxeViolations(jonas)
  expect(await partsOf(id)).toEqual([
    {
      kind: 'text',
      text: 'Kiln notes\n\nwarm slowly\nhold at 1000\n\nThe chart is at example.org/kiln today',
      rich: expect.anything(),
    },
  ])
})

test('of what is pasted from elsewhere, only words and their meaning stay', async () => {
  await beginToWrite()
  const asked: string[] = []
  jonas.on('request', (request) => asked.push(request.url()))
  await paste(`<html><head><style>p { color: red }</style></head><body>
    <h1 style="color:red">From Word</h1>
    <p class="MsoNormal"><b>bold</b> <u>underlined</u><img src="https://tracker.example/pixel.png" onerror="document.title='broken in'"></p>
    <script>document.title = 'broken in'</script>
    <p><a href="javascript:document.title='broken in'">a trap</a> and <a href="https://good.example/">a way</a></p>
    <iframe src="https://tracker.example/"></iframe></body></html>`)
  await see(page().getByText('From Word'))
  const id = await save(jonas)
  await see(heading(jonas, 'From Word'), way(jonas, /a way/))
  expect(await partsOf(id)).toEqual([
    {
      kind: 'text',
      text: 'From Word\n\nbold underlined\n\na trap and a way',
      rich: {
        blocks: [
          { kind: 'heading', spans: [{ text: 'From Word' }] },
          { kind: 'paragraph', spans: [{ text: 'bold', bold: true }, { text: ' underlined' }] },
          {
            kind: 'paragraph',
            spans: [{ text: 'a trap and ' }, { text: 'a way', link: 'https://good.example/' }],
          },
        ],
      },
    },
  ])
  expect(asked.filter((url) => url.includes('tracker.example'))).toEqual([])
  expect(await jonas.title()).not.toContain('broken in')
})

test('words without headings stay plain words, and an edit brings headings and keeps what was before', async () => {
  await beginToWrite()
  await jonas.keyboard.type('<b>first</b> words')
  const id = await save(jonas)
  expect(await partsOf(id)).toEqual([{ kind: 'text', text: '<b>first</b> words' }])
  await see(jonas.getByText('<b>first</b> words'))
  await jonas.goto(`${stage.origin}/pieces/${id}`)
  await jonas.getByText('More', { exact: true }).click()
  await way(jonas, /Edit/).click()
  await page().click()
  await jonas.keyboard.press('Control+Alt+3')
  await jonas.getByRole('button', { name: 'Save', exact: false }).last().click()
  await see(heading(jonas, '<b>first</b> words'))
})

test('a very young learner writes into a plain box', async () => {
  const theo = await stage.device('theo', phone)
  await theo.goto(`${stage.origin}/work/new`)
  await theo.getByRole('button', { name: 'Write', exact: true }).click()
  await theo.getByLabel('Your words').fill('My dog')
  expect(await theo.getByRole('toolbar').count()).toBe(0)
  await save(theo)
  await see(theo.getByText('My dog'))
})

test('the battery dies in the middle of a long sentence, and all but its last half second is there', async () => {
  await beginToWrite()
  const sentence = 'the clay has to rest before it goes into the kiln or it cracks'
  await page().pressSequentially(sentence, { delay: 60 })
  const context = jonas.context()
  await jonas.close({ runBeforeUnload: false })
  jonas = await context.newPage()
  await jonas.goto(`${stage.origin}/work/new`)
  await see(page())
  const kept = (await page().innerText()).trim()
  expect(kept.length).toBeGreaterThan(sentence.length / 2)
  expect(sentence.startsWith(kept)).toBe(true)
})
