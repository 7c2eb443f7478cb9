import sharp from 'sharp'
import { photograph } from './camera.ts'
import { bike } from './drawing-bike.ts'
import { bridgeDesign } from './drawing-bridge.ts'
import { butterfly } from './drawing-butterfly.ts'
import { lodge } from './drawing-lodge.ts'
import { townMap } from './drawing-map.ts'
import { portrait } from './drawing-portrait.ts'
import { wolf } from './drawing-wolf.ts'
import { type Instrument, played } from './music.ts'
import type { Hand } from './pencil.ts'
import { bridgePhoto } from './photo-bridge.ts'
import { gardenPhoto } from './photo-garden.ts'
import { lampPhoto } from './photo-lamp.ts'
import { posterPhoto } from './photo-poster.ts'
import { potPhoto } from './photo-pot.ts'
import { seeded } from './seeded.ts'

type Draw = (hand: Hand, attempt: number, look: number) => string

const drawings = {
  butterfly,
  portrait,
  lodge,
  map: townMap,
  wolf,
  bridge: bridgeDesign,
  bike,
} satisfies Record<string, Draw>
const photos = {
  pot: potPhoto,
  lamp: lampPhoto,
  garden: gardenPhoto,
  test: bridgePhoto,
  poster: posterPhoto,
} satisfies Record<string, Draw>
const recordings: Record<Instrument, true> = { recorder: true, ukulele: true, drum: true }

export type Subject = keyof typeof drawings | keyof typeof photos | Instrument

export type DemoFile = { name: string; bytes: Buffer }

/** What to make: the subject, which attempt at it (0 is the first), how it looks, and whose hand it is. */
export type Making = { subject: Subject; attempt: number; look: number; hand: string }

/** Makes files on demand and remembers them, so that one photo used twice is taken once. */
export type Studio = (making: Making, takenOn: Date) => Promise<DemoFile>

export function openStudio(): Studio {
  const made = new Map<string, Promise<DemoFile>>()
  return (making, takenOn) => {
    const key = JSON.stringify([making, takenOn])
    const file = made.get(key) ?? make(making, takenOn)
    made.set(key, file)
    return file
  }
}

async function make({ subject, attempt, look, hand }: Making, takenOn: Date): Promise<DemoFile> {
  const random = seeded(`${subject} ${attempt} ${look} ${hand}`)
  const shaky: Hand = { random, shake: 0.5 }
  if (isIn(recordings, subject)) {
    return { name: `${subject}-${attempt + 1}.wav`, bytes: played(random, subject, attempt, look) }
  }
  if (isIn(photos, subject)) {
    const shot = { random, takenOn, light: random() < 0.5 ? -0.35 : 0.3 }
    const number = 1000 + Math.floor(seeded(`${hand} ${subject} ${attempt}`)() * 8000)
    return { name: `IMG_${number}.jpg`, bytes: await photograph(photos[subject](shaky, attempt, look), shot) }
  }
  const drawn = Buffer.from(drawings[subject](shaky, attempt, look))
  const bytes = await sharp(drawn).removeAlpha().png({ compressionLevel: 6 }).toBuffer()
  return { name: `${subject}-${attempt + 1}.png`, bytes }
}

function isIn<T extends object>(kinds: T, subject: string): subject is Extract<keyof T, string> {
  return Object.hasOwn(kinds, subject)
}
