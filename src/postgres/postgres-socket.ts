import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An address of a unix socket holds 104 bytes on some systems, 108 on others. */
const longestAddress = 103
const shortSocketFolder = join(tmpdir(), 'cairn-socket-')

/** The data folder itself, which nobody else may enter; a new folder as private where its path is too long. */
export function socketFolderFor(folder: string): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestAddress) return folder
  return mkdtempSync(shortSocketFolder)
}

export function isShortSocketFolder(folder: string): boolean {
  return folder.startsWith(shortSocketFolder)
}
