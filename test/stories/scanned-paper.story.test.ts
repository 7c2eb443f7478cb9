import type { AddressInfo } from 'node:net'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListPapers, PrintPapers } from '../../src/papers/contract.ts'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { photograph, place, printedSheet } from '../support/paper-photo.ts'
import { classOf, idOf } from '../support/school.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { layTablet, type Tablet } from '../support/tablet.ts'
import { layWire, type Wire } from '../support/wire.ts'
import { action, heading, see, typeKeys } from './doings.ts'
import { writtenDown } from './kept-here.ts'

let stage: Stage
let wire: Wire
let tablet: Tablet
let page: Page
let scan: Buffer

const inks = { mika: [205, 60, 50], noor: [45, 75, 200], kai: [40, 150, 70] } as const
type Drawn = keyof typeof inks
const everybody = Object.keys(inks) as Drawn[]

beforeAll(async () => {
  stage = await openStage()
  wire = await layWire((stage.school.program.app.server.address() as AddressInfo).port)
  tablet = layTablet()
  const params = { id: classOf('division-3') }
  await stage.school.as('rivera').ask(PrintPapers, { params, body: { activityId: null } })
  const { papers } = (await stage.school.as('rivera').ask(ListPapers, { params })).body
  const paperOf = (who: Drawn) => papers.find(({ learnerId }) => learnerId === idOf(who))?.id ?? ''
  scan = await scanned(paperOf)
})
afterAll(async () => {
  await tablet?.throwAway()
  await wire?.close()
  await stage?.close()
})

/** What a feeder makes of a stack: one document, askew, the second sheet fed upside down, a typed cover first. */
async function scanned(paperOf: (who: Drawn) => string): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setAuthor('Ms. Rivera’s scanner')
  const font = await document.embedFont(StandardFonts.Helvetica)
  document.addPage([612, 792]).drawText('Division 3, leaves', { x: 72, y: 400, size: 40, font })
  for (const [at, who] of everybody.entries()) {
    const sheet = printedSheet({ layout: 'letter', paperId: paperOf(who), ink: inks[who], scale: 5 })
    const fed = { x: 550, y: 705, across: sheet.width, turned: at === 1 ? 181 : 1 }
    const glass = { width: 1100, height: 1410, table: [250, 250, 248], noise: 3 }
    const { width, height, data } = photograph([{ page: sheet, corners: place(sheet, fed) }], glass)
    const jpeg = await sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
      .jpeg({ quality: 80 })
      .toBuffer()
    document.addPage([612, 792]).drawImage(await document.embedJpg(jpeg), { width: 612, height: 792 })
  }
  return Buffer.from(await document.save())
}

const choose = (name: string, buffer: Buffer) =>
  page.getByLabel(/^Choose photos/).setInputFiles({ name, mimeType: 'application/pdf', buffer })
const stackOf = () => `${wire.origin}/classes/${classOf('division-3')}/stack`
const piecesOf = async (key: string) =>
  (await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })).body.pieces

/** A killed browser may have lost the session of its last half minute: then one signs in again. */
async function comeBack(): Promise<void> {
  await page.goto(`${wire.origin}/today`)
  const password = page.getByLabel('Password', { exact: true })
  await see(heading(page, 'Today').or(password))
  if (await password.isVisible()) await typeKeys(page, 'rivera')
  await see(heading(page, 'Today'))
}

/** The whole picture as its learner is shown it. */
async function pictureOf(key: Drawn): Promise<Buffer> {
  const address = async () => {
    const [tile] = await piecesOf(key)
    const { body } = await stage.school.as(key).ask(GetPiece, { params: { id: tile?.id ?? '' } })
    const part = body.iterations?.[0]?.parts[0]
    return part?.kind === 'media'
      ? part.media.renditions.find(({ name }) => name === 'full')?.address
      : undefined
  }
  await expect.poll(address).toBeTruthy()
  const cookie = await stage.school.as(key).cookie()
  const url = (await address()) ?? ''
  return (await stage.school.program.app.inject({ method: 'GET', url, headers: { cookie } })).rawPayload
}

test('a scanner’s PDF is taken apart without blocking, and goes on after the browser is killed', async () => {
  page = await tablet.open()
  await page.goto(`${wire.origin}/sign-in`)
  await typeKeys(page, 'rivera')
  await page.waitForURL(/\/today/)
  await page.goto(stackOf())
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.reload()
  await choose('leaves.pdf', scan)
  await see(heading(page, /^[12] pages?$/))
  expect(await action(page, /^Keep/).isDisabled()).toBe(true)
  await writtenDown(page)
  await tablet.kill()
  page = await tablet.open()
  await comeBack()
  await page.goto(stackOf())
  await see(heading(page, '4 pages'), page.getByText('No code was found on this page.'))
  expect(await page.getByText('Taking leaves.pdf apart').count()).toBe(0)
  expect(await page.getByRole('article').count()).toBe(4)
})

test('what is no document, or is locked, is said and keeps nobody from the rest', async () => {
  await choose('broken.pdf', Buffer.from(`%PDF-1.7\n${'0'.repeat(4_000)}`))
  await see(page.getByText(/Cairn cannot read broken\.pdf/))
  const locked = await PDFDocument.create()
  locked.addPage()
  locked.encrypt({ userPassword: 'stones', ownerPassword: 'stones' })
  await choose('locked.pdf', Buffer.from(await locked.save()))
  await see(page.getByText(/Cairn cannot read broken\.pdf and locked\.pdf/), heading(page, '4 pages'))
})

test('without a network a second one is read, and each learner gets exactly their own sheet, upright', async () => {
  await page.waitForLoadState('networkidle')
  await wire.cut()
  await choose('again.pdf', scan)
  await see(heading(page, '8 pages'))
  for (const number of [1, 5, 6, 7, 8])
    await action(page.getByRole('article', { name: `Page ${number}`, exact: true }), 'Leave out').click()
  await page.getByLabel('What is it called?').fill('A leaf')
  await action(page, 'Keep 3 pages').click()
  await see(page.getByText('3 pages are safe and on their way to their learners.'))
  await wire.mend()
  await page.goto(`${wire.origin}/today`)
  for (const who of everybody) {
    await expect.poll(async () => (await piecesOf(who)).length).toBe(1)
    const picture = await pictureOf(who)
    const { exif, width = 0, height = 0 } = await sharp(picture).metadata()
    expect(exif).toBeUndefined()
    const spot = async (x: number, y: number, across: number, down: number) => {
      const area = {
        left: Math.round(width * x),
        top: Math.round(height * y),
        width: Math.round(width * across),
        height: Math.round(height * down),
      }
      return (await sharp(await sharp(picture).extract(area).toBuffer()).stats()).channels.slice(0, 3)
    }
    const ink = (await spot(0.48, 0.5, 0.04, 0.04)).map(({ mean }) => mean)
    expect(ink.indexOf(Math.max(...ink))).toBe(['mika', 'kai', 'noor'].indexOf(who))
    // the lines stand above the color, and nothing below it
    expect(Math.min(...(await spot(0.3, 0.19, 0.02, 0.12)).map(({ min }) => min))).toBeLessThan(120)
    expect(Math.min(...(await spot(0.3, 0.73, 0.02, 0.1)).map(({ min }) => min))).toBeGreaterThan(170)
  }
})
