import type { RawPixels } from './heic.ts'
import { inThread } from './thread.ts'

/** The first page of a PDF as RGBA on white. Nothing in the document runs and nothing is fetched. */
export function drawFirstPage(path: string, longSide: number, seconds: number): Promise<RawPixels> {
  const thread = new URL('./document-thread.ts', import.meta.url)
  return inThread<RawPixels>(thread, { path, longSide }, { seconds, megabytes: 512 })
}
