import { readFileSync } from 'node:fs'
import heic from 'heic-decode'
import type { RawPixels } from './heic.ts'
import type { Answer } from './thread.ts'

/** Runs in a thread of its own: the decoder holds the whole picture and stops for nobody. */
export const answer: Answer<{ path: string; mostPixels: number }, RawPixels> = async ({
  path,
  mostPixels,
}) => {
  const images = await heic.all({ buffer: readFileSync(path) })
  const image = images[0]
  if (!image || image.width * image.height > mostPixels) throw new Error('No picture of a size we decode')
  const { width, height, data } = await image.decode()
  const pixels = data.buffer as ArrayBuffer
  return { result: { width, height, pixels }, transfer: [pixels] }
}
