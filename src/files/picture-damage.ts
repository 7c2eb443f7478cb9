import type { Metadata, Sharp } from 'sharp'
import { MediaRefusal } from '../workshop/media-refusal.ts'

export type Opening = { frames?: number; failOn?: 'none' | 'truncated' }
export type Openable = {
  open: (opening?: Opening) => Sharp
  metadata: Metadata
  /** the share of the file, 0 to 1, that never arrived, where the file itself says so */
  missing?: number
}

/**
 * A JPEG or GIF whose end never arrived decodes to flat rows from where it stops. Mostly there: we show it and
 * say so. Mostly missing: better to ask for it again than to keep a gray field as somebody's work. Other formats
 * give no telling what is missing, so they must be whole.
 */
export async function damage({ open, metadata, missing }: Openable): Promise<true | undefined> {
  if (missing !== undefined && missing > 0.5)
    throw new MediaRefusal('truncated', 'Most of the picture is missing')
  if (missing) return true
  const sample = (failOn: 'none' | 'truncated') =>
    open({ failOn, frames: 1 }).resize(64, 64, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer()
  try {
    await sample('truncated')
    return undefined
  } catch (error) {
    const lenient = metadata.format === 'jpeg' || metadata.format === 'gif'
    const pixels = lenient ? await sample('none') : undefined
    if (!pixels || flatTail(pixels, pixels.length / 64) > 0.5) {
      throw isTimeout(error) ? error : new MediaRefusal('truncated', 'Most of the picture is missing', error)
    }
    return true
  }
}

function flatTail(pixels: Buffer, rowLength: number) {
  const last = pixels.subarray(pixels.length - rowLength)
  let rows = 0
  for (let at = pixels.length - rowLength; at >= 0; at -= rowLength, rows++) {
    if (!pixels.subarray(at, at + rowLength).equals(last)) break
  }
  return (rows * rowLength) / pixels.length
}

function isTimeout(error: unknown) {
  return error instanceof Error && /timeout/i.test(error.message)
}

/** What a picture could not be prepared for, as a refusal with a code. */
export function asRefusal(error: unknown) {
  if (error instanceof MediaRefusal) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (isTimeout(error)) return new MediaRefusal('took_too_long', reason, error)
  if (/pixel limit|dimensions/i.test(reason)) return new MediaRefusal('too_many_pixels', reason, error)
  return new MediaRefusal('unreadable', reason, error)
}
