import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isShortSocketFolder, pidFileLine } from './postgres-socket.ts'
import { StartRefusal } from '../platform/settings.ts'

/**
 * Stops the PostgreSQL that a killed Cairn has left in this folder, and removes what would mislead the next one.
 * The caller holds the folder's lock, so whatever runs there belongs to nobody.
 */
export async function stopOrphan(folder: string, log: (sentence: string) => void): Promise<void> {
  const leader = leaderOf(folder)
  if (leader === undefined) return
  // Read first: PostgreSQL takes this file along when it stops.
  const socketFolder = pidFileLine(folder, 5)
  if (workingIn(folder, leader).length > 0) {
    log('A PostgreSQL from an earlier run is still there; stopping it.')
    const gone =
      (await stopped(folder, leader, 'SIGINT', 20_000)) || (await stopped(folder, leader, 'SIGQUIT', 10_000))
    if (!gone) {
      throw new StartRefusal(
        `A PostgreSQL from an earlier run (process ${leader}) still uses ${folder} and does not stop. ` +
          `End it, for example with: kill -QUIT ${leader}.`,
      )
    }
  }
  if (socketFolder !== undefined && isShortSocketFolder(socketFolder)) {
    rmSync(socketFolder, { recursive: true, force: true })
  }
  rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** Removes a database that was cut off before anybody had it: what still writes there is stopped first. */
export async function removeDatabase(folder: string, log: (sentence: string) => void): Promise<void> {
  await stopOrphan(folder, log)
  await rm(folder, { recursive: true, force: true })
}

async function stopped(
  folder: string,
  leader: number,
  signal: NodeJS.Signals,
  patience: number,
): Promise<boolean> {
  const end = Date.now() + patience
  for (const pid of workingIn(folder, leader)) {
    // Without its leader, each remaining process must be told by itself.
    if (pid === leader || !workingIn(folder, leader).includes(leader)) tell(pid, signal)
  }
  while (Date.now() < end) {
    if (workingIn(folder, leader).length === 0) return true
    await wait(25)
  }
  return false
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended by itself.
  }
}

function leaderOf(folder: string): number | undefined {
  const pid = Number(pidFileLine(folder, 1))
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}

/** Every process of PostgreSQL works in its data folder, which tells it from all others. */
function workingIn(folder: string, leader: number): number[] {
  if (process.platform !== 'linux') return isAlive(leader) ? [leader] : []
  const place = realpathSync(folder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => target(`/proc/${name}/cwd`) === place && /^(postgres|postmaster)/.test(nameOf(name)))
    .map(Number)
}

function target(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
