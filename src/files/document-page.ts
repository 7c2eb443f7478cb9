import { join } from 'node:path'
import { drawnPixels, type RawPixels } from './heic.ts'

/** The first page of a PDF as RGBA on white. Nothing in the document runs and nothing is fetched. */
export function drawFirstPage(
  path: string,
  longSide: number,
  folder: string,
  seconds: number,
): Promise<RawPixels> {
  const module = new URL('./document-workshop.ts', import.meta.url)
  return drawnPixels(module, { path, longSide, to: join(folder, 'page-pixels') }, folder, seconds)
}
