import { findFilmCommand } from './film-command.ts'
import { type FilmEngine, findFilmLibrary } from './film-engine.ts'

/**
 * FFmpeg as this machine has it: the program somebody named, else the libraries that came with Cairn, else an
 * `ffmpeg` on the path. A program that was named and does not answer is no reason to take another.
 */
export function findFilms(named?: string): FilmEngine | undefined {
  if (named !== undefined) return findFilmCommand(named)
  return findFilmLibrary() ?? findFilmCommand('ffmpeg')
}
