import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Manifest, mediaFile, opensBackup } from './backup.ts'
import { readLines } from './load-tables.ts'

export type Checked = { rows: number; files: number; damaged: string[] }

/** Reads every byte of a backup and compares it with what was written down. Changes nothing, and needs no Cairn. */
export async function checkBackup(backup: string, manifest: Manifest): Promise<Checked> {
  const damaged: string[] = []
  let rows = 0
  for (const table of manifest.tables) {
    let found = 0
    const count = async (lines: string[]) => void (found += lines.length)
    const whole = await readLines(backup, table, count).then(
      () => found === table.rows,
      () => false,
    )
    if (!whole) damaged.push(table.name)
    rows += found
  }
  for (const { path, sha256 } of manifest.files) {
    if ((await hashOf(join(backup, '..', mediaFile(sha256)))) !== sha256) damaged.push(path)
  }
  if (manifest.secret && !opensBackup(await secretIn(backup), manifest)) damaged.push('secret')
  return { rows, files: manifest.files.length, damaged }
}

export const secretIn = (backup: string): Promise<string | undefined> =>
  readFile(join(backup, 'secret'), 'utf8').catch(() => undefined)

async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  return pipeline(createReadStream(file), hash).then(
    () => hash.digest('hex'),
    () => undefined,
  )
}
