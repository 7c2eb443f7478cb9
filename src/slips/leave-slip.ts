import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import type { BehindExhibition } from '../exhibitions/door-store.ts'
import { recognize } from '../files/recognize.ts'
import type { Storage } from '../files/storage.ts'
import { insertArrived } from '../media/arrival-store.ts'
import { noteFailure } from '../people/store.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { type SentSlip, SlipForm } from './read-slip.ts'
import { isTaken, mostSlips, slipMinutes, type SlipTrouble } from './slip.ts'
import { countLately, insertSlip, type Slip } from './store.ts'

type Left = { exhibition: BehindExhibition; standId: string; visitor: string; sent: SentSlip }

/** What a guest left for a learner, held until a teacher has read, heard or seen it. Says what is wrong otherwise. */
export async function leaveSlip(
  ground: Ground,
  storage: Storage,
  { exhibition, standId, visitor, sent }: Left,
): Promise<SlipTrouble | undefined> {
  const { bytes, isTooLarge } = sent
  const read = SlipForm.safeParse(sent.fields)
  const says = read.success && (read.data.words !== '' || bytes !== undefined)
  if (!isTooLarge && !says) return 'empty'
  const now = ground.now()
  const since = new Date(now.getTime() - slipMinutes * 60_000)
  const counted = createHash('sha256').update(`slips ${exhibition.id} ${visitor}`).digest()
  if ((await noteFailure(ground.database, counted, now, since)) > mostSlips.guest) return 'rests'
  if (isTooLarge || !read.success) return 'large'
  const slip = { ...read.data, standId }
  if (!bytes) return keepSlip(ground, slip, { exhibition, since })
  const mediaId = newId()
  const path = storage.arrivingFile(mediaId)
  let isKept = false
  try {
    await writeFile(path, bytes, { flush: true })
    if (!(await isRecordingOrPicture(path))) return 'file'
    const file = { mediaId, digest: createHash('sha256').update(bytes).digest() }
    return await keepSlip(ground, { ...slip, file }, { exhibition, since, bytes: bytes.length }, () => {
      isKept = true
    })
  } finally {
    if (!isKept) await rm(path, { force: true })
  }
}

type Around = { exhibition: BehindExhibition; since: Date; bytes?: number }

/** Whoever went back and wrote or said something else in the same form has left another slip. */
function keepSlip(
  ground: Ground,
  slip: Slip,
  { exhibition, since, bytes = 0 }: Around,
  onKept = () => {},
): Promise<SlipTrouble | undefined> {
  const { districtId } = exhibition
  return asTheSystem(ground, { reason: 'keep a guest’s slip', districtId }, async ({ db, now, tell }) => {
    const lately = await countLately(db, slip.standId, since)
    const isFull = lately.stand >= mostSlips.stand || lately.exhibition >= mostSlips.exhibition
    if (isFull || (slip.file && lately.files >= mostSlips.files)) return 'rests'
    const kept = await insertSlip(db, slip, { districtId, now })
    if (kept === 'other') await insertSlip(db, { ...slip, id: newId() }, { districtId, now })
    if (!slip.file || kept === 'there') return undefined
    const subject = { districtId, id: slip.file.mediaId }
    await insertArrived(db, subject, { name: 'slip', bytes, now })
    await tell('media.arrived', subject)
    onKept()
    return undefined
  })
}

/** Told by the bytes; what hides in them is the worker's to find. */
async function isRecordingOrPicture(path: string): Promise<boolean> {
  try {
    return isTaken((await recognize(path, 'slip')).way)
  } catch (error) {
    if (error instanceof MediaRefusal) return false
    throw error
  }
}
