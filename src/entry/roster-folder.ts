import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefusal } from '../platform/settings.ts'
import type { Ground } from '../platform/transaction.ts'
import { allDistricts } from '../schools/roster-store.ts'
import { importFile } from '../commands/import-command.ts'
import { linesOf } from '../commands/story-lines.ts'

/** A file that nobody wrote to for so long has come whole. */
const settles = 30_000
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

export async function takeRosters(ground: Ground, folder: string, waits = settles): Promise<string[]> {
  const districts = await allDistricts(ground.database)
  const [only, ...others] = districts
  const taken: string[] = []
  if (only !== undefined && others.length === 0) taken.push(...(await takeFrom(ground, folder, only, waits)))
  for (const id of districts) taken.push(...(await takeFrom(ground, join(folder, id), id, waits)))
  return taken
}

async function takeFrom(
  ground: Ground,
  folder: string,
  districtId: string,
  waits: number,
): Promise<string[]> {
  const taken: string[] = []
  for (const name of await namesIn(folder)) {
    const working = join(folder, 'working', name)
    const from = join(folder, name)
    if (ground.now().getTime() - (await stat(from)).mtimeMs < waits) continue
    await mkdir(join(folder, 'working'), { recursive: true })
    // two programs that watch one folder: one of them finds it gone
    if (
      !(await rename(from, working).then(
        () => true,
        () => false,
      ))
    )
      continue
    taken.push(await takeOne(ground, { folder, name, districtId }))
  }
  return taken
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
