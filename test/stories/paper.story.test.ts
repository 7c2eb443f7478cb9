import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListResponses } from '../../src/activities/contract.ts'
import { ListPapers } from '../../src/papers/contract.ts'
import type { Raster } from '../../src/scans/web/raster.ts'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { invite } from '../support/inviting.ts'
import { paint, photograph, place } from '../support/paper-photo.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { layTablet, type Tablet } from '../support/tablet.ts'
import { layWire, type Wire } from '../support/wire.ts'
import { action, heading, see, typeKeys, way } from './doings.ts'
import { writtenDown } from './kept-here.ts'

let stage: Stage
let wire: Wire
let tablet: Tablet
let page: Page
let activityId: string
const printed = new Map<string, Raster>()

beforeAll(async () => {
  stage = await openStage()
  wire = await layWire((stage.school.program.app.server.address() as AddressInfo).port)
  tablet = layTablet()
  activityId = await invite(stage.school)
})
afterAll(async () => {
  await tablet?.throwAway()
  await wire?.close()
  await stage?.close()
})

const inks = { mika: [205, 60, 50], noor: [45, 75, 200], kai: [40, 150, 70] } as const
type Drawn = keyof typeof inks
const shortNames: Record<Drawn, string> = { mika: 'Mika L.', noor: 'Noor H.', kai: 'Kʼi L.' }
const names: Record<Drawn, string> = { mika: 'Mika Lindqvist-Diallo', noor: 'Noor Haddad', kai: 'Kʼi Louie' }

async function rasterOf(sheet: Locator): Promise<Raster> {
  const { data, info } = await sharp(await sheet.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

/** What a child does with a sheet: a patch of a color of their own. */
function drawOn(sheet: Raster, ink: readonly number[]): Raster {
  const drawn = { ...sheet, data: new Uint8ClampedArray(sheet.data) }
  const { width, height } = sheet
  paint(drawn, { x: width * 0.25, y: height * 0.4, width: width * 0.5, height: height * 0.3 }, ink)
  return drawn
}

/** As a phone saves it: with the place where it was taken. */
async function jpegOf({ width, height, data }: Raster, name: string) {
  const buffer = await sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .withExif({ IFD3: { GPSLatitude: '54/1 0/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg({ quality: 82 })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

const lying = (who: Drawn, at: Parameters<typeof place>[1]) => {
  const sheet = drawOn(printed.get(who) as Raster, inks[who])
  return { page: sheet, corners: place(sheet, at) }
}

/** Mika's and Noor's side by side, Noor's upside down. */
const together = () =>
  jpegOf(
    photograph(
      [
        lying('mika', { x: 700, y: 920, across: 950, turned: 4 }),
        lying('noor', { x: 1720, y: 900, across: 950, turned: 178 }),
      ],
      { width: 2440, height: 1860, noise: 9 },
    ),
    'together.jpg',
  )
const alone = (who: Drawn, turned: number) =>
  jpegOf(
    photograph([lying(who, { x: 760, y: 1010, across: 1000, turned, lean: 0.12 })], {
      width: 1520,
      height: 2040,
      light: 0.62,
      noise: 8,
    }),
    `${who}.jpg`,
  )

const piecesOf = async (key: string) =>
  (await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })).body.pieces
/** The page that is somebody's: every card names the whole class to choose from. */
const card = (name: string) =>
  page.getByRole('article').filter({ has: page.locator('strong', { hasText: name }) })
const photos = () => page.getByLabel(/^Choose photos/)
const stackOf = () => `${wire.origin}/classes/${classOf('division-3')}/stack`

/** A killed browser may have lost the session of its last half minute: then one signs in again. */
async function comeBack(): Promise<void> {
  await page.goto(`${wire.origin}/today`)
  const password = page.getByLabel('Password', { exact: true })
  await see(heading(page, 'Today').or(password))
  if (await password.isVisible()) await typeKeys(page, 'rivera')
  await see(heading(page, 'Today'))
}

/** The whole picture as its learner is shown it. */
async function pictureOf(key: string, iteration: number) {
  const [tile] = await piecesOf(key)
  let found: { url: string; parts: number } | undefined
  await expect
    .poll(
      async () => {
        const { body } = await stage.school.as(key).ask(GetPiece, { params: { id: tile?.id ?? '' } })
        const parts = body.iterations[iteration - 1]?.parts ?? []
        const media = parts[0]?.kind === 'media' ? parts[0].media : undefined
        const full = media?.renditions.find(({ name }) => name === 'full')
        found = full && { url: full.address, parts: parts.length }
        return found?.parts
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  const answer = await stage.school.program.app.inject({
    method: 'GET',
    url: found?.url ?? '',
    headers: { cookie: await stage.school.as(key).cookie() },
  })
  return answer.rawPayload
}

/** The mean color of a part of a picture, by shares of it. */
async function colorIn(picture: Buffer, [x, y, share]: readonly [number, number, number]) {
  const { width, height } = await sharp(picture).metadata()
  const part = {
    left: Math.round(width * (x - share / 2)),
    top: Math.round(height * (y - share / 2)),
    width: Math.round(width * share),
    height: Math.round(height * share),
  }
  const { channels } = await sharp(await sharp(picture).extract(part).toBuffer()).stats()
  return channels.slice(0, 3).map(({ mean }) => mean)
}

test('Ms. Rivera prints a sheet for every learner the activity is for, one on each page', async () => {
  const rivera = await stage.device('rivera', desk)
  await rivera.goto(`${stage.origin}/activities/${activityId}`)
  await way(rivera, 'Paper').click()
  await action(rivera, 'Make the codes').click()
  await see(rivera.getByRole('img', { name: 'Sheet for Mika L.' }), action(rivera, 'Print'))
  const sheets = rivera.getByRole('img', { name: /^Sheet for/ })
  const { learners } = (
    await stage.school.as('rivera').ask(ListPapers, { params: { id: classOf('division-3') } })
  ).body
  await expect.poll(() => sheets.count()).toBe(learners.length)
  const pdf = (await rivera.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(learners.length)
  await rivera.emulateMedia({ media: 'print' })
  for (const who of Object.keys(inks) as Drawn[])
    printed.set(who, await rasterOf(rivera.getByRole('img', { name: `Sheet for ${shortNames[who]}` })))
})

test('only the worker that reads codes may run WebAssembly, and no page', async () => {
  const policyOf = async (url: string) =>
    String((await stage.school.program.app.inject({ method: 'GET', url })).headers['content-security-policy'])
  const worker = readdirSync('dist/web/assets').find((name) => /^paper-worker-[^.]+\.js$/.test(name))
  expect(await policyOf(`/assets/${worker}`)).toMatch(/'wasm-unsafe-eval'/)
  expect(await policyOf('/')).toMatch(/script-src 'self' 'sha256-[^' ]+';/)
})

test('two pages on one photo are found, straightened and named, and nothing is kept', async () => {
  page = await tablet.open()
  await page.goto(`${wire.origin}/sign-in`)
  await typeKeys(page, 'rivera')
  await page.waitForURL(/\/today/)
  await page.goto(stackOf())
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.reload()
  await photos().setInputFiles(await together())
  await see(heading(page, '2 pages'), card(names.mika), card(names.noor))
  await see(page.getByRole('img', { name: 'Page 2, straightened' }))
  expect([await piecesOf('mika'), await piecesOf('noor')]).toEqual([[], []])
})

test('without a network another photo is read; the browser is killed, and the review is as it was', async () => {
  await page.waitForLoadState('networkidle')
  await wire.cut()
  await photos().setInputFiles(await alone('kai', -87))
  await see(heading(page, '3 pages'), card(names.kai))
  await action(card(names.kai), 'Turn').click()
  await writtenDown(page)
  await tablet.kill()
  page = await tablet.open()
  await page.goto(stackOf())
  await see(
    heading(page, '3 pages'),
    card(names.kai),
    page.getByRole('img', { name: 'Page 3, straightened' }),
  )
  const { width, height } = await page
    .getByRole('img', { name: 'Page 3, straightened' })
    .evaluate((image: HTMLImageElement) => ({ width: image.naturalWidth, height: image.naturalHeight }))
  expect(width).toBeGreaterThan(height)
  for (let turns = 0; turns < 3; turns += 1) await action(card(names.kai), 'Turn').click()
  // what reads codes is on the tablet too: the same two again would go with the first two
  await photos().setInputFiles(await together())
  await see(heading(page, '5 pages'), page.getByText('Goes with page 1'), page.getByText('Goes with page 2'))
  for (const again of ['Page 4', 'Page 5'])
    await action(page.getByRole('article', { name: again }), 'Leave out').click()
})

test('she keeps them without a network; when there is one, each learner has exactly their own page', async () => {
  await action(page, 'Keep 3 pages').click()
  await see(page.getByText('3 pages are safe and on their way to their learners.'))
  expect(await piecesOf('mika')).toEqual([])
  await wire.mend()
  await comeBack()
  for (const who of Object.keys(inks) as Drawn[]) {
    await expect.poll(async () => (await piecesOf(who)).length).toBe(1)
    const picture = await pictureOf(who, 1)
    const { width, height, exif } = await sharp(picture).metadata()
    expect(height / width).toBeCloseTo(279.4 / 215.9, 1)
    expect(exif).toBeUndefined()
    const [r = 0, g = 0, b = 0] = await colorIn(picture, [0.5, 0.55, 0.2])
    const strongest = ['mika', 'kai', 'noor'][[r, g, b].indexOf(Math.max(r, g, b))]
    expect(strongest).toBe(who)
    // paper at its sides, and neither the table nor the sheet beside it
    for (const x of [0.06, 0.94])
      expect(Math.min(...(await colorIn(picture, [x, 0.5, 0.05])))).toBeGreaterThan(170)
  }
  expect(await piecesOf('wren')).toEqual([])
  const { body } = await stage.school.as('rivera').ask(ListResponses, { params: { id: activityId } })
  const responded = body.filter(({ responses }) => responses.length > 0).map(({ id }) => id)
  expect(responded.toSorted()).toEqual(['mika', 'noor', 'kai'].map(idOf).toSorted())
})

test('the same sheet again is the next attempt, and a page without a code waits for whose it is', async () => {
  await page.goto(stackOf())
  const bare = photograph([], { width: 500, height: 700, table: [250, 250, 248], noise: 3 })
  const taken = photograph(
    [{ page: bare, corners: place(bare, { x: 500, y: 650, across: 600, turned: 5 }) }],
    {
      width: 1000,
      height: 1300,
    },
  )
  await photos().setInputFiles([await alone('mika', 93), await jpegOf(taken, 'bare.jpg')])
  await see(heading(page, '2 pages'), page.getByText('Attempt 2 of “A leaf up close”'))
  await see(page.getByText('No code was found on this page.'), page.getByText('1 page needs an answer first'))
  expect(await action(page, 'Keep 2 pages').isDisabled()).toBe(true)
  await action(page.getByRole('article').filter({ hasText: 'No code was found' }), 'Leave out').click()
  await action(page, 'Keep 1 page').click()
  await see(page.getByText('1 page is safe and on its way to its learner.'))
  await expect.poll(async () => (await piecesOf('mika'))[0]?.iterations).toBe(2)
  expect((await piecesOf('mika')).length).toBe(1)
  expect((await colorIn(await pictureOf('mika', 2), [0.5, 0.55, 0.2]))[0]).toBeGreaterThan(120)
})

test('Mika files her own sheet herself; a classmate’s that lies beside it is not hers to file', async () => {
  const mika = await stage.device('mika')
  await mika.goto(`${stage.origin}/work/new`)
  await way(mika, 'Add a page on paper').click()
  await mika.getByLabel(/^Choose photos/).setInputFiles(await together())
  await see(mika.getByText('The code on this page is not yours.'))
  await see(mika.getByText('Attempt 3 of “A leaf up close”'))
  expect(await action(mika, 'Take in again').count()).toBe(0)
  await action(mika, 'Keep 1 page').click()
  await see(mika.getByText('1 page is safe and on its way to its learner.'))
  await expect.poll(async () => (await piecesOf('mika'))[0]?.iterations).toBe(3)
  const { body } = await stage.school
    .as('mika')
    .ask(GetPiece, { params: { id: (await piecesOf('mika'))[0]?.id ?? '' } })
  expect(body.iterations.map(({ madeBy }) => madeBy.id)).toEqual(['rivera', 'rivera', 'mika'].map(idOf))
  expect((await piecesOf('noor')).map(({ iterations }) => iterations)).toEqual([1])
})

test('a sheet found in the yard tells nobody whose it is who may not know', async () => {
  const { papers } = (
    await stage.school.as('rivera').ask(ListPapers, { params: { id: classOf('division-3') } })
  ).body
  const address = `${stage.origin}/paper/${papers.find(({ learnerId }) => learnerId === idOf('mika'))?.id}#letter`
  for (const key of ['noor', 'amara', 'okafor', null]) {
    const finder = await stage.device(key)
    await finder.goto(address)
    await see(key === null ? heading(finder, 'Sign in') : heading(finder, /nothing at this address/))
    expect(await finder.locator('body').innerText()).not.toMatch(/Mika|Lindqvist|Division/)
  }
  const mika = await stage.device('mika')
  await mika.goto(address)
  await see(heading(mika, 'Your paper'))
})
