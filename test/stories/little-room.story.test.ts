import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { idOf } from '../support/school.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { action, keep, see, way, writeWords } from './doings.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
  page = await stage.device('mika')
  await page.goto(stage.origin)
  await see(way(page, /^Add/))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.goto(`${stage.origin}/work/new`)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
})
afterAll(() => stage?.close())

/** As heavy as a phone makes them: something on every pixel. */
async function heavyPhoto(side: number) {
  const pixels = Buffer.alloc(side * side * 3)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.imul(at + 7, 2_654_435_761) >>> 24
  const buffer = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { name: 'heavy.jpg', mimeType: 'image/jpeg', buffer }
}

/** The browser says that so much is left for Cairn, in megabytes; until the page is another. */
const leave = (megabytes: number) =>
  page.evaluate(
    (quota) => {
      navigator.storage.estimate = async () => ({ usage: 0, quota })
    },
    megabytes * 2 ** 20,
  )

const choose = async (photo: Awaited<ReturnType<typeof heavyPhoto>>) =>
  page.getByLabel(/^(Take a photo|Photo)$/).setInputFiles(photo)

test('a photo that does not fit is refused before anything of it is kept, and words still fit', async () => {
  await leave(22)
  await choose(await heavyPhoto(2600))
  const again = action(page, 'Try again')
  await see(again)
  await writeWords(page, 'What I wanted to show')
  await action(page, 'Save').click()
  await see(
    page
      .getByText(/could not be kept/i)
      .or(page.getByText(/no room/i))
      .first(),
  )
  await action(page, /^Remove.*heavy/).click()
  await page.getByLabel('Title').fill('Only words')
  await keep(page)
  await see(page.getByText(/safe on this/i))
})

test('with room again the same photo is kept, and a smaller copy of it travels when its person says so', async () => {
  await page.goto(`${stage.origin}/work/new`)
  const photo = await heavyPhoto(2600)
  await choose(photo)
  await page.getByLabel('Title').fill('Heavy')
  const id = await keep(page)
  await page.goto(`${stage.origin}/on-this-device`)
  await see(page.getByText(/^A slow network/), page.getByText('2 things are waiting'))
  await action(page, 'Send smaller photos').click()
  await expect.poll(() => page.getByText(/^A slow network/).count()).toBe(0)
  await page.goto(`${stage.origin}/pieces/${id}`)
  await see(page.getByRole('img', { name: 'A picture' }))
  await page.context().setOffline(false)
  const own = stage.school.as('mika')
  const arrived = async () => (await own.ask(GetPiece, { params: { id } })).body.iterations?.[0]?.parts[0]
  await expect
    .poll(async () => ((await arrived()) as { media?: { state: string } })?.media?.state)
    .toBe('ready')
  const part = await arrived()
  if (part?.kind !== 'media') throw new Error('it has no photo')
  expect([part.media.name, part.media.width, part.media.height]).toEqual(['heavy.jpg', 2048, 2048])
  const { pieces } = (await own.ask(GetPortfolio, { params: { id: idOf('mika') } })).body
  expect(pieces.filter(({ title }) => title === 'Heavy')).toHaveLength(1)
  expect(pieces.filter(({ title }) => title === 'Only words')).toHaveLength(1)
})
