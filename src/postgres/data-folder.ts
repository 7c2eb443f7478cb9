import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Settings, shortestSecret, StartRefusal } from '../platform/settings.ts'

/** With all above it. Node's own way to do that never ends where none can be made and none is refused, as in /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const make = () =>
    mkdir(folder, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
    })
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make()
  })
}

/** A lock while a backup is put back into a data folder; it stays behind when that was cut off. */
export const restoringIn = (dataFolder: string, end = '.lock') => join(dataFolder, `restore${end}`)

export function demandNoRestore(dataFolder: string): void {
  if (!existsSync(restoringIn(dataFolder))) return
  throw new StartRefusal(
    `A backup is being restored into ${dataFolder}, or that was cut off. Wait for it; if nothing is running, run the restore again: it begins anew.`,
  )
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** Said by the system, by PostgreSQL, or by PostgreSQL’s own programs. */
export const saysDiskFull = (error: unknown): boolean =>
  fullCodes.has(String((error as { code?: unknown } | null)?.code)) ||
  /No space left on device|Disk quota exceeded|Check free disk space/.test(
    String((error as Error | null)?.message ?? error),
  )

export const diskFull = (dataFolder: string) =>
  `The disk of ${dataFolder} is full. Free some space and start again; what was kept is whole.`

/** Makes the data folder ready to be written to, and answers with the secret that signs addresses. */
export async function prepareDataFolder(settings: Pick<Settings, 'dataFolder' | 'secret'>): Promise<string> {
  const folder = settings.dataFolder
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await makeFolder(folder)
    await writeFile(probe, 'Cairn may write here.\n')
    await rm(probe, { force: true })
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined)
    throw new StartRefusal(`Cairn cannot write to its data folder ${folder}: ${folderTrouble(error)}`, {
      cause: error,
    })
  }
  return settings.secret ?? (await keptSecret(join(folder, 'secret')))
}

const folderTroubles: Record<string, string> = {
  ENOSPC: 'the disk is full. Free some space, or set CAIRN_DATA to a folder on another disk.',
  EROFS: 'the disk is read-only. Set CAIRN_DATA to a folder that can be written.',
  ENOTDIR: 'a part of that path is a file. Set CAIRN_DATA to a folder.',
  ENOENT: 'no folder can be made there. Set CAIRN_DATA to a folder on a disk.',
  EEXIST: 'there is a file of that name. Set CAIRN_DATA to a folder.',
}

function folderTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    folderTroubles[code] ??
    'permission denied. Give this user the folder, or set CAIRN_DATA to one that it owns.'
  )
}

async function keptSecret(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    const known = await readFile(file, 'utf8').catch(unlessAbsent)
    if (known === undefined) {
      await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
      // Linking never replaces: of two programs that start at once, both end with the same secret.
      await link(draft, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
    const secret = (known ?? (await readFile(file, 'utf8'))).trim()
    if (secret.length >= shortestSecret) return secret
  } catch (error) {
    throw new StartRefusal(`Cairn cannot read or make its secret ${file}. Give this user the file.`, {
      cause: error,
    })
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
  throw new StartRefusal(
    `The secret in ${file} is damaged. Put it back from a backup, or delete it: a new one is made.`,
  )
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
