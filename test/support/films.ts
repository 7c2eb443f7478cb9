import { dirname } from 'node:path'
import { libraryPath } from '../../src/films/film-library.ts'
import { openWorkshop } from '../../src/workshop/workshop.ts'
import type { Sample } from './film-sample.ts'

export type { Sample } from './film-sample.ts'

/** Makes a recording for a test, in a process of its own: coders that fall over take nobody along. */
export async function makeFilm(path: string, sample: Sample): Promise<void> {
  const module = new URL('./film-sample.ts', import.meta.url)
  await openWorkshop(module, { path, sample }, dirname(path), { seconds: 120, megabytes: 1500 })
}

/** Where the package is for another system there is nothing to try; on ours it must be there. */
export const hasFilms = libraryPath() !== undefined || `${process.platform}-${process.arch}` === 'linux-x64'
