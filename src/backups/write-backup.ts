import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../postgres/data-folder.ts'
import type { PostgresConnection } from '../postgres/embedded-postgres.ts'
import { takeFolder } from '../postgres/postgres-lock.ts'
import { StartRefusal } from '../platform/settings.ts'
import { folderName, format, isFolderName, type Manifest, mediaFile, outdated, proofOf } from './backup.ts'
import { dumpTables } from './dump-tables.ts'
import { holdArriving } from './hold-arriving.ts'
import { keepFiles, unlessAbsent } from './keep-files.ts'
import { readManifest } from './read-manifest.ts'

type Wish = {
  owner: PostgresConnection
  mediaFolder: string
  /** the file with the secret, when it is kept in one */
  secretFile?: string | undefined
  /** the secret itself, when it is given */
  secret?: string | undefined
  /** where all backups lie */
  backups: string
  keepDays?: number | undefined
  now: Date
}
export type Written = { folder: string; rows: number; files: number; removed: string[] }

/** Makes one backup while Cairn runs. A folder with a backup's name holds a whole one: a half-made one has another. */
export async function writeBackup(wish: Wish): Promise<Written> {
  await makeFolder(wish.backups).catch((error: unknown) => {
    throw diskTrouble(error, wish.backups)
  })
  const release = takeFolder(join(wish.backups, 'backups'), busy)
  try {
    const folder = await write(wish)
    const removed = wish.keepDays === undefined ? [] : await removeOutdated(wish, wish.keepDays)
    return { ...folder, removed }
  } catch (error) {
    throw diskTrouble(error, wish.backups)
  } finally {
    release()
  }
}

const busy = (pid: number) => `Another backup (process ${pid}) is being made there. Wait until it is done.`

async function write(wish: Wish) {
  const half = join(wish.backups, '.being-made')
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  const manifest = await gather(wish, half)
  const text = `${JSON.stringify(manifest)}\n`
  await writeFile(join(half, 'manifest.json'), text, { mode: 0o600, flush: true })
  const folder = join(wish.backups, folderName(wish.now))
  await rename(half, folder)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { folder, rows, files: manifest.files.length }
}

async function gather(
  { owner, mediaFolder, secretFile, backups, now, ...given }: Wish,
  half: string,
): Promise<Manifest> {
  const before = await filesOfLast(backups)
  const held = await holdArriving(mediaFolder)
  try {
    // the tables first: a file that comes later is not missed, one that is erased later was to be erased
    const dumped = await dumpTables(owner, half, held.hold)
    const kept = await keepFiles({ folder: join(mediaFolder, 'kept'), path: 'kept' }, backups, before)
    const arriving = await keepFiles({ folder: held.folder, path: 'arriving' }, backups, before)
    if (secretFile !== undefined) await copyFile(secretFile, join(half, 'secret'))
    const known = secretFile === undefined ? given.secret : await readFile(join(half, 'secret'), 'utf8')
    const madeAt = now.toISOString()
    const files = [...kept, ...arriving]
    const secretProof = known === undefined ? undefined : proofOf(known, madeAt)
    return { format, madeAt, ...dumped, files, secret: secretFile !== undefined, secretProof }
  } finally {
    await held.release()
  }
}

async function filesOfLast(backups: string) {
  const last = (await readdir(backups)).filter(isFolderName).sort().at(-1)
  return last === undefined ? [] : (await readManifest(join(backups, last))).files
}

/** What was erased in Cairn is out of the last backup too once its days have passed. */
async function removeOutdated({ backups, now }: Wish, keepDays: number): Promise<string[]> {
  const names = await readdir(backups)
  const removed = outdated(names, now, keepDays)
  for (const name of removed) await rm(join(backups, name), { recursive: true })
  const wanted = new Set<string>()
  for (const name of names.filter((one) => isFolderName(one) && !removed.includes(one)))
    for (const { sha256 } of (await readManifest(join(backups, name))).files) wanted.add(mediaFile(sha256))
  const entries = await readdir(join(backups, 'media'), { recursive: true }).catch(unlessAbsent([]))
  for (const entry of entries.map((one) => one.replaceAll('\\', '/'))) {
    if (isLeftOver(entry) && !wanted.has(`media/${entry}`)) await rm(join(backups, 'media', entry))
  }
  return removed
}

const isLeftOver = (entry: string) => /^(?:[0-9a-f]{2}\/[0-9a-f]{64}|\.[0-9a-f-]{36})$/.test(entry)

function diskTrouble(error: unknown, backups: string): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException
  if (syscall === 'connect') return error
  if (code === 'ENOSPC')
    return new StartRefusal(
      `The disk of ${backups} is full, so no backup was made; those that were there are whole. Free some space.`,
      { cause: error },
    )
  if (code === 'ENOENT' && syscall === 'mkdir')
    return new StartRefusal(`No folder can be made at ${backups}. Name one on a disk.`)
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return new StartRefusal(`${backups} is a file, or lies below one. Name a folder for backups.`)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new StartRefusal(
      `This user may not read or write ${path ?? backups} (${code}). Run the command as the user who runs Cairn, and give that user the folder for backups.`,
    )
  return error
}
