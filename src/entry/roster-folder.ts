import { access, constants, lstat, mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readZip } from '../documents/zip-reading.ts'
import { StartRefusal } from '../platform/settings.ts'
import type { Ground } from '../platform/transaction.ts'
import { allDistricts } from '../schools/roster-store.ts'
import { importFile } from '../commands/import-command.ts'
import { linesOf } from '../commands/story-lines.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/** A file that nobody wrote to for so long has come whole. */
const settles = 30_000
/** A ZIP without its end is waited for so long: a line that broke comes back, and its sender goes on with it. */
const stalls = 3_600_000
const looksEvery = 60_000

/**
 * Rosters that are put into a folder, by whatever means: what is whole is read, and then lies in `applied`,
 * `waiting` (the office looks at it on screen) or `refused`, with what was said of it beside it. With several
 * districts each has a folder of its own, named by its id.
 */
export function watchRosterFolder(ground: Ground, folder: string): NodeJS.Timeout {
  let isBusy = false
  const look = async () => {
    if (isBusy) return
    isBusy = true
    try {
      await takeRosters(ground, folder)
    } catch (error) {
      ground.log.error({ kind: (error as Error).name }, 'the folder of rosters could not be read')
    } finally {
      isBusy = false
    }
  }
  void look()
  return setInterval(() => void look(), looksEvery)
}

/**
 * A folder that is not there, or not ours, would be watched for ever without a word. Only reading it is asked for: with
 * several districts it is root's, and only the folders in it are written to.
 */
export async function demandRosterFolder(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.X_OK).catch(() => {
    throw new StartRefusal(
      `CAIRN_ROSTERS names ${folder}, which Cairn cannot read. Make the folder and let this user read it.`,
    )
  })
}

export async function takeRosters(ground: Ground, folder: string, waits = settles): Promise<string[]> {
  const districts = await allDistricts(ground.database)
  const [only, ...others] = districts
  const folders = districts.map((id) => ({ id, at: join(folder, id) }))
  if (only !== undefined && others.length === 0) folders.unshift({ id: only, at: folder })
  const taken: string[] = []
  for (const { id, at } of folders) {
    // one folder that may not be written to keeps no other from being read
    const from = await takeFrom(ground, at, id, waits).catch(({ code }) => {
      ground.log.error({ district: id, code }, 'the folder of rosters could not be read')
      return []
    })
    taken.push(...from)
  }
  return taken
}

async function takeFrom(
  ground: Ground,
  folder: string,
  districtId: string,
  waits: number,
): Promise<string[]> {
  const taken: string[] = []
  await demandOwn(folder)
  for (const name of await namesIn(folder)) {
    const working = join(folder, 'working', name)
    const from = join(folder, name)
    if (!(await hasCome(from, ground.now().getTime(), waits))) continue
    await mkdir(join(folder, 'working'), { recursive: true })
    // two programs that watch one folder: one of them finds it gone
    if (
      !(await rename(from, working).then(
        () => true,
        () => false,
      ))
    )
      continue
    // it may have become a link since it was listed
    if ((await lstat(working)).isFile()) taken.push(await takeOne(ground, { folder, name, districtId }))
  }
  return taken
}

/**
 * Whoever sends files may make links too: one that is called as a folder of ours would carry what they send into the
 * folder of another district.
 */
async function demandOwn(folder: string): Promise<void> {
  for (const name of ['working', 'applied', 'waiting', 'refused']) {
    const found = await lstat(join(folder, name)).catch(() => undefined)
    if (found && !found.isDirectory())
      throw Object.assign(new Error('no folder'), { code: `${name} is no folder` })
  }
}

/** The day that a file says of itself is its sender's; when it last changed here is told by this machine. */
async function hasCome(path: string, now: number, waits: number): Promise<boolean> {
  const { ctimeMs, size } = (await stat(path).catch(() => undefined)) ?? { ctimeMs: now, size: 0 }
  const rests = now - ctimeMs
  return rests >= waits && (rests >= stalls || !(await isCut(path, size)))
}

async function isCut(path: string, size: number): Promise<boolean> {
  const handle = /\.zip$/i.test(path) ? await open(path).catch(() => undefined) : undefined
  if (handle === undefined) return false
  return readZip(handle, size)
    .then(
      () => false,
      (error: unknown) => error instanceof MediaRefusal && error.code === 'truncated',
    )
    .finally(() => handle.close())
}

/** What was being read when the program died is read again: it was applied whole or not at all. */
async function namesIn(folder: string): Promise<string[]> {
  for (const name of await filesIn(join(folder, 'working'))) {
    await rename(join(folder, 'working', name), join(folder, name)).catch(() => undefined)
  }
  return filesIn(folder)
}

const filesIn = async (folder: string) => {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => [])
  // a link could lead anywhere; what is being sent often has another ending or a dot in front
  return found
    .filter((one) => one.isFile() && /^[^.].*\.(?:zip|csv)$/i.test(one.name))
    .map(({ name }) => name)
    .toSorted()
}

type Laid = { folder: string; name: string; districtId: string }

async function takeOne(ground: Ground, { folder, name, districtId }: Laid): Promise<string> {
  const working = join(folder, 'working', name)
  const said = await importFile(ground, working, undefined, { districtId, waits: true }).then(
    (done) => ({ state: done.applied ? 'applied' : 'waiting', lines: linesOf(done.story) }),
    (error: unknown) => {
      if (error instanceof StartRefusal) return { state: 'refused', lines: [error.message] }
      ground.log.error({ kind: (error as Error).name }, 'a roster in the folder could not be imported')
      return { state: 'refused', lines: ['It could not be imported. The log says more.'] }
    },
  )
  const stamp = ground.now().toISOString().slice(0, 19).replaceAll(':', '-')
  const kept = join(folder, said.state, `${stamp} ${name}`)
  await mkdir(join(folder, said.state), { recursive: true })
  await rename(working, kept)
  await writeFile(`${kept}.txt`, `${said.lines.join('\n')}\n`)
  ground.log.info({ state: said.state, district: districtId }, 'a roster was taken from the folder')
  return `${said.state} ${name}`
}
