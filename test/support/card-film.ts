import { renameSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp, { type OverlayOptions } from 'sharp'

/** A printed card as a hand holds it up: `size` and `at` are shares of the picture, angles are degrees. */
export type Held = {
  card: Buffer
  size?: number
  at?: readonly [number, number]
  /** turned like a clock's hand, and tipped away from the camera */
  turned?: number
  tipped?: number
}
export type Moment = { held?: readonly Held[]; shaken?: number; light?: number }

/** What a tablet's camera gives. */
const [width, height, pictures] = [1280, 720, 30]

/** Every card of the sheets on this page as the printer gets it, by its code. */
export async function printedCards(page: Page): Promise<Map<string, Buffer>> {
  const look = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1600, height: 1200 })
  const cards = new Map<string, Buffer>()
  for (const card of await page.locator('svg[data-layout] > g').all()) {
    const texts = await card.locator('text').allTextContents()
    const code = texts.find((text) => /^[0-9A-Z]{4} [0-9A-Z]{4}$/.test(text))
    if (code) cards.set(code.replace(' ', ''), await card.screenshot())
  }
  await page.emulateMedia({ media: null })
  if (look) await page.setViewportSize(look)
  return cards
}

/** A film for a made-up camera: each moment lasts a tenth of a second, and the last is held. */
export async function writeCardFilm(path: string, moments: readonly Moment[]): Promise<void> {
  const shown = await Promise.all(moments.map(takePicture))
  const film = shown.flatMap((picture) => Array.from({ length: pictures / 10 }, () => picture))
  // beside and then in its place: a camera that is on still looks into the one before
  writeFileSync(`${path}.next`, Buffer.concat(film))
  renameSync(`${path}.next`, path)
}

async function takePicture({ held = [], shaken = 0, light = 1 }: Moment): Promise<Buffer> {
  const room = sharp({ create: { width, height, channels: 3, background: '#8a7f70' } })
  const layers = (await Promise.all(held.map(holdUp))).flat()
  const scene = await room
    .composite([...layers])
    .png()
    .toBuffer()
  const moved = shaken > 0 ? sharp(scene).blur(shaken) : sharp(scene)
  return moved.linear(light, 6).jpeg({ quality: 80 }).toBuffer()
}

/** The card, and a thumb at its right edge. */
async function holdUp({ card, size = 0.4, at = [0.5, 0.5], turned = 0, tipped = 0 }: Held) {
  const across = Math.round(width * size)
  const thumb = Buffer.from(
    `<svg width="100" height="80"><ellipse cx="70" cy="45" rx="60" ry="28" fill="#b98560"/></svg>`,
  )
  const { width: w = 0 } = await sharp(card).metadata()
  const gripped = await sharp(card)
    .composite([{ input: thumb, left: w - 100, top: 200 }])
    .resize({ width: across })
    .ensureAlpha()
    .toBuffer()
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  const flat = Math.cos((tipped * Math.PI) / 180)
  const posed = await sharp(gripped)
    .affine([cos, -sin, sin * flat, cos * flat], { background: '#00000000' })
    .png()
    .toBuffer({ resolveWithObject: true })
  return inFrame(posed, [at[0] * width, at[1] * height])
}

/** Only what of it is inside the picture; the rest is out of sight. */
async function inFrame(
  { data, info }: { data: Buffer; info: { width: number; height: number } },
  [x, y]: readonly [number, number],
): Promise<OverlayOptions[]> {
  const [left, top] = [Math.round(x - info.width / 2), Math.round(y - info.height / 2)]
  const from = { left: Math.max(0, -left), top: Math.max(0, -top) }
  const size = {
    width: Math.min(info.width, width - left) - from.left,
    height: Math.min(info.height, height - top) - from.top,
  }
  if (size.width < 1 || size.height < 1) return []
  const input = await sharp(data)
    .extract({ ...from, ...size })
    .toBuffer()
  return [{ input, left: left + from.left, top: top + from.top }]
}
