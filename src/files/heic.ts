import { inThread } from './thread.ts'

export type RawPixels = { width: number; height: number; pixels: ArrayBuffer }

/** The main picture of an iPhone's HEIC, already upright, as RGBA. The prebuilt sharp cannot read these. */
export function decodeHeic(path: string, mostPixels: number, seconds: number): Promise<RawPixels> {
  const thread = new URL('./heic-thread.ts', import.meta.url)
  return inThread<RawPixels>(thread, { path, mostPixels }, { seconds, megabytes: 256 })
}
