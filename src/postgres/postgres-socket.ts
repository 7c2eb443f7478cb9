import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** An address of a unix socket holds 104 bytes on some systems, 108 on others. */
const longestAddress = 103
const shortSocketFolder = join(tmpdir(), 'cairn-socket-')

/** The data folder itself, which nobody else may enter; a new folder as private where its path is too long. */
export function makeSocketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestAddress) return folder
  return mkdtempSync(shortSocketFolder)
}

export function isShortSocketFolder(folder: string): boolean {
  return folder.startsWith(shortSocketFolder)
}

/** Where the PostgreSQL that runs on this folder can be reached, for whoever did not start it. */
export const socketFolderOf = (folder: string) => resolve(folder, pidFileLine(folder, 5) ?? '')

/** PostgreSQL keeps its number in the first line of this file, and where its socket is in the fifth. */
export function pidFileLine(folder: string, line: number): string | undefined {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[line - 1]
  } catch {
    return undefined
  }
}
