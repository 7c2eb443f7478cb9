import sharp from 'sharp'
import { between, type Random } from './seeded.ts'

/** How a scene was photographed: lamp side, how bad the camera is, how the tablet was held. */
export type Shot = {
  random: Random
  takenOn: Date
  light?: number
  grain?: number
  warmth?: number
  tilt?: number
}

/** The EXIF orientations tablets write when turned, and how the stored pixels then lie. */
const held = [
  { orientation: 1, turn: 0 },
  { orientation: 6, turn: 270 },
  { orientation: 8, turn: 90 },
  { orientation: 3, turn: 180 },
] as const

/** Turns a drawn scene into a photo: seen at a slant, lit from a side, darker at the rim, grainy, JPEG. */
export async function photograph(scene: string, shot: Shot): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(scene))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const seen = exposed(data, info.width, info.height, shot)
  const way = held[Math.floor(shot.random() * 7)] ?? held[0]
  const raw = { width: info.width, height: info.height, channels: 3 as const }
  return sharp(seen, { raw })
    .rotate(way.turn)
    .withExif(exifOf(shot))
    .withMetadata({ orientation: way.orientation })
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** What a tablet writes beside the picture, place included, so that stripping it is worth something. */
function exifOf(shot: Shot): Record<string, Record<string, string>> {
  const taken = new Date(shot.takenOn.getTime() - 8 * 3_600_000).toISOString()
  const stamp = `${taken.slice(0, 10).replaceAll('-', ':')} ${taken.slice(11, 19)}`
  return {
    IFD0: { Make: 'Demo', Model: 'Classroom Tablet 4', DateTime: stamp },
    IFD2: { DateTimeOriginal: stamp, ExposureTime: '1/60', FNumber: '22/10', ISOSpeedRatings: '320' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '54/1 5/1 0/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '124/1 30/1 0/1',
    },
  }
}

function exposed(scene: Buffer, width: number, height: number, shot: Shot): Buffer {
  const { random, light = -0.3, grain = 9, warmth = 0.04, tilt = 0.06 } = shot
  const noise = Float32Array.from({ length: 8192 }, () => (random() + random() - 1) * grain)
  const lean = between(random, -tilt, tilt)
  const seen = Buffer.alloc(scene.length)
  let spot = Math.floor(random() * 8192)
  for (let y = 0; y < height; y += 1) {
    const down = y / height - 0.5
    const row = Math.min(height - 1, Math.max(0, Math.round(y)))
    for (let x = 0; x < width; x += 1) {
      const along = x / width - 0.5
      const nearer = 1 - tilt * 0.5 + lean * down
      const fromX = Math.min(width - 1, Math.max(0, Math.round((along * nearer + 0.5) * width)))
      const fromY = Math.min(height - 1, Math.max(0, Math.round(row + lean * along * height * 0.5)))
      const from = (fromY * width + fromX) * 3
      const bright = 1.03 + light * along * 0.55 - down * 0.12 - (along * along + down * down) * 0.62
      spot = (spot * 5 + 4099) & 8191
      const speck = noise[spot] ?? 0
      const to = (y * width + x) * 3
      seen[to] = clamp((scene[from] ?? 0) * bright * (1 + warmth) + speck)
      seen[to + 1] = clamp((scene[from + 1] ?? 0) * bright + speck)
      seen[to + 2] = clamp((scene[from + 2] ?? 0) * bright * (1 - warmth) + speck)
    }
  }
  return seen
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value
}
