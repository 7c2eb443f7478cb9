import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefusal } from '../platform/settings.ts'

/** What the system knows of a process, so that a number that was given out again is not taken for the old one. */
interface Holder {
  readonly pid: number
  readonly since: string
}

/** What is said when a living process has the folder. */
type Busy = (pid: number, folder: string) => string

const anotherCairn: Busy = (pid, folder) =>
  `Another Cairn (process ${pid}) is using the data folder ${folder}. ` +
  'Stop it first, or set CAIRN_DATA to another folder.'

/** Takes a data folder for this process; answers with the function that gives it back. */
export function takeFolder(folder: string, busy: Busy = anotherCairn): () => void {
  const file = `${folder}.lock`
  const mine = `${JSON.stringify({ pid: process.pid, since: since(process.pid) ?? '' })}\n`
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, mine, { mode: 0o600 })
  } catch (error) {
    const sentence = `Cairn cannot write to ${dirname(file)}. Give this user the folder, or set CAIRN_DATA to another one.`
    throw new StartRefusal(sentence, { cause: error })
  }
  try {
    while (!linked(draft, file)) clearStale(file, (pid) => busy(pid, folder))
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(file) === mine) rmSync(file, { force: true })
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead process's lock away, or refuses because its process lives. */
function clearStale(file: string, sentence: (pid: number) => string): void {
  const text = read(file)
  if (text === undefined) return
  refuseIfAlive(text, sentence)
  const moved = `${file}.stale.${process.pid}`
  try {
    renameSync(file, moved)
  } catch {
    return
  }
  // Between reading and moving, another starting process may have put its own lock there.
  const found = read(moved)
  if (found !== undefined && found !== text) linked(moved, file)
  rmSync(moved, { force: true })
}

function refuseIfAlive(text: string, sentence: (pid: number) => string): void {
  const holder = parse(text)
  if (holder === undefined || since(holder.pid) !== holder.since) return
  throw new StartRefusal(sentence(holder.pid))
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    // ESRCH: a process that ended while it was looked at.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** The moment a living process began; undefined when there is none of that number. */
function since(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
    return started === '' ? undefined : started
  }
  const stat = read(`/proc/${pid}/stat`)
  // The name in parentheses may hold anything; the 20th word after it is the start in ticks since boot.
  const words = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended, even if nobody has collected it.
  return words === undefined || words[0] === 'Z' ? undefined : `${words[19]} ${bootId()}`
}

function bootId(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
}
