import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type FileKept, mediaFile } from './backup.ts'
import { hashing } from './hashing.ts'

/**
 * Keeps every file below a folder beside the backups, by what is in it, so that a picture that stood in last
 * night's backup is not copied again. `path` is what the files' paths begin with in the backup.
 */
export async function keepFiles(
  from: { folder: string; path: string },
  backups: string,
  before: readonly FileKept[],
): Promise<FileKept[]> {
  const known = new Map(before.map((file) => [file.path, file]))
  const kept: FileKept[] = []
  for (const name of await filesIn(from.folder)) {
    const path = `${from.path}/${name}`
    const file = await keepFile(join(from.folder, name), backups, path, known.get(path))
    if (file !== undefined) kept.push(file)
  }
  return kept
}

export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessAbsent([]))
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Answers with nothing when the file was erased since it was listed. */
async function keepFile(source: string, backups: string, path: string, known: FileKept | undefined) {
  const facts = await stat(source).catch(unlessAbsent(undefined))
  if (facts === undefined) return undefined
  const same = known !== undefined && known.bytes === facts.size && known.changedAt === facts.mtimeMs
  if (same && (await isThere(join(backups, mediaFile(known.sha256)), facts.size))) return known
  const draft = join(backups, 'media', `.${randomUUID()}`)
  await mkdir(dirname(draft), { recursive: true, mode: 0o700 })
  try {
    const copied = await copyHashed(source, draft)
    const home = join(backups, mediaFile(copied.sha256))
    await mkdir(dirname(home), { recursive: true, mode: 0o700 })
    await rename(draft, home)
    return { path, changedAt: facts.mtimeMs, ...copied }
  } catch (error) {
    await rm(draft, { force: true })
    return unlessAbsent(undefined)(error as NodeJS.ErrnoException)
  }
}

/** Copies a file and says what was in it; it is on the disk when this answers. */
export async function copyHashed(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const { pass, result } = hashing()
  await pipeline(createReadStream(from), pass, createWriteStream(to, { mode: 0o600, flush: true }))
  return result()
}

async function isThere(file: string, bytes: number): Promise<boolean> {
  return (await stat(file).catch(unlessAbsent(undefined)))?.size === bytes
}

export function unlessAbsent<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== 'ENOENT') throw error
    return instead
  }
}
