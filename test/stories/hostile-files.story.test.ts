import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hugePng } from '../support/hostile-files.ts'
import { openStage, photo, type Stage } from '../support/stage.ts'
import { save, see } from './doings.ts'

let stage: Stage
let mika: Page

beforeAll(async () => {
  stage = await openStage()
  mika = await stage.device('mika')
  mika.on('dialog', () => {
    throw new Error('a file of somebody ran on our page')
  })
})
afterAll(() => stage?.close())

type Brought = { name: string; mimeType: string; buffer: Buffer }

async function choose(...files: Brought[]): Promise<void> {
  await mika.goto(`${stage.origin}/work/new`)
  await mika.getByLabel(/^Choose files/).setInputFiles(files)
}

/** As far as it can come: sent, kept in a piece, and looked at by the worker. */
async function bring(file: Brought): Promise<void> {
  await choose(file)
  await save(mika)
}

const script = '<script>alert(document.domain)</script>'
const html = Buffer.from(`<!doctype html><html><body>${script}</body></html>`)
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`)
const cut = async () => (await photo()).buffer.subarray(0, 900)

test.each<[string, () => Promise<Brought>, RegExp]>([
  [
    'a photo that breaks off',
    async () => ({ name: 'half.jpg', mimeType: 'image/jpeg', buffer: await cut() }),
    /Only a part of this file arrived|We could not read this file/,
  ],
  [
    'a picture that says it is 65,000 by 65,000',
    async () => ({ name: 'wall.png', mimeType: 'image/png', buffer: hugePng(65_000, 65_000) }),
    /This picture is larger than we can open/,
  ],
  [
    'a picture that is only called one',
    async () => ({
      name: 'cat.heic',
      mimeType: 'image/heic',
      buffer: Buffer.from('\u0000\u0000\u0000 ftypheic and nothing more'),
    }),
    /We could not read this file/,
  ],
])('%s: a kind sentence stands where the picture would', async (_what, make, sentence) => {
  const file = await make()
  await bring(file)
  await see(mika.getByText(`${file.name} cannot be shown`), mika.getByText(sentence))
})

test.each([
  ['a page with a script', 'essay.html', 'text/html', html],
  ['a page that says it is a photo', 'holiday.jpg', 'image/jpeg', html],
  ['a drawing with a script', 'logo.svg', 'image/svg+xml', svg],
])('%s is kept and can be fetched, and never runs', async (_what, name, mimeType, buffer) => {
  await bring({ name, mimeType, buffer })
  const card = mika.getByRole('link', { name: new RegExp(name.replace('.', '\\.')) })
  await see(card)
  const address = await card.getAttribute('href')
  const answer = await mika.request.get(stage.origin + address)
  expect(answer.headers()).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  expect(answer.headers()['content-type']).not.toMatch(/html|svg|xml/)
  expect((await answer.body()).equals(buffer)).toBe(true)
})

test('an empty file is told at once, and nothing else is lost', async () => {
  await choose({ name: 'nothing.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }, await photo())
  await see(mika.getByText('This file is empty, so there is nothing to keep. Choose another one.'))
  await save(mika)
  await see(mika.getByRole('img', { name: 'A picture' }))
})

test('a file larger than is said beside the button is told before a byte travels', async () => {
  const sent: string[] = []
  await mika.goto(`${stage.origin}/work/new`)
  mika.on('request', (request) => request.url().includes('/uploads') && sent.push(request.url()))
  await see(mika.getByText('Each file can be up to 2 GB.'))
  // as a browser hands over a film of two hours: a name and a size, its bytes on the disk
  await mika.getByLabel(/^Choose files/).evaluate((input: HTMLInputElement) => {
    const film = new File(['film'], 'graduation.mp4', { type: 'video/mp4' })
    Object.defineProperty(film, 'size', { value: 3 * 2 ** 30 })
    const files = new DataTransfer()
    files.items.add(film)
    Object.defineProperty(input, 'files', { value: [film], configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await see(
    mika.getByText(
      'This file is larger than 2 GB, so it cannot be sent. A shorter film or a smaller file will work.',
    ),
  )
  expect(sent).toEqual([])
})

test('a name that climbs out of its folder and goes on for 300 letters is only a name', async () => {
  const long = `${'é'.repeat(290)}.txt`
  const { buffer } = await photo('#885533')
  await choose(
    { name: '../../../etc/passwd.jpg', mimeType: 'image/jpeg', buffer },
    { name: long, mimeType: 'text/plain', buffer: Buffer.from('A long story') },
  )
  await save(mika)
  await see(mika.getByRole('img', { name: 'A picture' }))
  const card = mika.getByRole('link', { name: /é{40}/ })
  await see(card)
  const answer = await mika.request.get(stage.origin + (await card.getAttribute('href')))
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toBe('A long story')
  await mika.setViewportSize({ width: 320, height: 640 })
  expect(await mika.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('a photo that calls itself a document is shown as the photo it is', async () => {
  const buffer = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#446' } })
    .png()
    .toBuffer()
  await bring({ name: 'report.pdf', mimeType: 'application/pdf', buffer })
  await see(mika.getByRole('img', { name: 'A picture' }))
})
