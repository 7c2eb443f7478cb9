import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inWorkshop } from '../workshop/workshop.ts'

export type RawPixels = { width: number; height: number; pixels: ArrayBuffer }

/** The main picture of an iPhone's HEIC, already upright, as RGBA. The prebuilt sharp cannot read these. */
export function decodeHeic(
  path: string,
  mostPixels: number,
  folder: string,
  seconds: number,
): Promise<RawPixels> {
  const module = new URL('./heic-workshop.ts', import.meta.url)
  const to = join(folder, 'heic-pixels')
  return drawnPixels(module, { path, mostPixels, to }, folder, seconds)
}

/** Pixels are handed over in a file: a picture of twelve million of them is no message. */
export async function drawnPixels(
  module: URL,
  task: { to: string; [more: string]: unknown },
  folder: string,
  seconds: number,
): Promise<RawPixels> {
  const size = await inWorkshop<{ width: number; height: number }>(module, task, folder, {
    seconds,
    megabytes: 2500,
  })
  const bytes = await readFile(task.to)
  return {
    ...size,
    pixels: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  }
}
