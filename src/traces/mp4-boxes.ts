import type { ByteFile } from './byte-file.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/**
 * One box of an ISO base media file: where it starts, where its content starts, where it ends, and how many of the
 * bytes that it speaks of never arrived.
 */
export type Box = {
  type: string
  start: number
  content: number
  end: number
  missing: number
  whole: boolean
}

const mostBoxes = 200_000

/** The boxes lying side by side in a stretch. The last one may claim more than there is: then not `whole`. */
export async function boxesIn(file: ByteFile, start: number, end: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = start; at + 8 <= end; ) {
    const header = await file.read(at, 16)
    if (header.length < 8) break
    const short = header.readUInt32BE(0)
    // QuickTime ends some lists with four zero bytes instead of a box.
    if (short === 0 && start > 0) break
    const wide = short === 1 && header.length >= 16
    const size = wide ? Number(header.readBigUInt64BE(8)) : short === 0 ? end - at : short
    if (size < (wide ? 16 : 8)) throw new MediaRefusal('unreadable', 'A box is smaller than its own header')
    const box = { type: header.toString('latin1', 4, 8), start: at, content: at + (wide ? 16 : 8) }
    const missing = Math.max(0, at + size - end)
    boxes.push({ ...box, end: Math.min(at + size, end), missing, whole: missing === 0 })
    if (boxes.length > mostBoxes) throw new MediaRefusal('unreadable', 'The recording has too many boxes')
    at += size
  }
  return boxes
}

/** Turns a box into empty space of the same length. */
export async function retireBox(file: ByteFile, box: Box) {
  await file.write(box.start + 4, Buffer.from('free', 'latin1'))
  await file.zero(box.content, box.end)
}
