import { openWorkshop } from '../workshop/workshop.ts'
import type { FilmFacts, FilmMade, FilmWish, RecordingFile } from './film.ts'
import { libraryPath } from './film-library.ts'

/** FFmpeg, however it came to this machine. Whatever it is asked, it does confined (see workshop). */
export type FilmEngine = {
  /** what it is, for the person who starts Cairn */
  about: string
  ask: (wish: FilmWish, file: RecordingFile, limits: FilmLimits) => Promise<FilmMade>
  look: (file: RecordingFile, limits: FilmLimits) => Promise<FilmFacts>
}

export type FilmLimits = { folder: string; seconds: number; onShare?: (share: number) => void }

/** Pictures of eight thousand lines are fifty megabytes, and a decoder keeps some twenty of them. */
export const filmMegabytes = 2500

/** The libraries that come with Cairn where there is a package for the system. */
export function findFilmLibrary(): FilmEngine | undefined {
  const library = libraryPath()
  if (library === undefined) return undefined
  const module = new URL('./film-workshop.ts', import.meta.url)
  const ask = <Result>(wish: FilmWish, file: RecordingFile, { folder, seconds, onShare }: FilmLimits) =>
    openWorkshop<Result>(
      module,
      { ...wish, ...file, library },
      folder,
      { seconds, megabytes: filmMegabytes },
      onShare,
    )
  return {
    about: 'FFmpeg libraries that came with Cairn',
    ask,
    look: (file, limits) => ask({ do: 'look' }, file, limits),
  }
}
