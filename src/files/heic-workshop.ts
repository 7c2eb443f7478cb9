import { readFileSync, writeFileSync } from 'node:fs'
import heic from 'heic-decode'
import type { Answer } from '../workshop/workshop.ts'

type Size = { width: number; height: number }

/** In a process of its own: the decoder holds the whole picture and stops for nobody. */
export const answer: Answer<{ path: string; mostPixels: number; to: string }, Size> = async ({
  path,
  mostPixels,
  to,
}) => {
  const images = await heic.all({ buffer: readFileSync(path) })
  const image = images[0]
  if (!image || image.width * image.height > mostPixels) throw new Error('No picture of a size we decode')
  const { width, height, data } = await image.decode()
  writeFileSync(to, new Uint8Array(data.buffer))
  return { width, height }
}
