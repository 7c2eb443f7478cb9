import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import type { Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Account, type Binaries, postgresEnvironment } from './postgres-binaries.ts'
import { diskFull, saysDiskFull } from './data-folder.ts'
import { StartRefusal } from '../platform/settings.ts'

/** Where one PostgreSQL keeps its data, and as whom it runs. */
export interface Place {
  readonly folder: string
  readonly socketFolder: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  /** Trades the safety of the data for speed; for tests. */
  readonly fast: boolean
}

const largestLog = 10 * 1024 * 1024

/** Before version 16 PostgreSQL left the folder it was started in and came back to it by its path. */
export function findsHere(binaries: Binaries): boolean {
  return process.platform === 'linux' && binaries.major >= 16
}

/**
 * The data folder as PostgreSQL is told it. It is started inside that folder, so a link to "here" also works
 * where its account may not walk the path, such as below /root.
 */
function here(place: Omit<Place, 'socketFolder'>): string {
  return place.account !== undefined && findsHere(place.binaries) ? '/proc/self/cwd' : place.folder
}

function inside(place: Pick<Place, 'folder' | 'account'>): SpawnOptions {
  return { ...place.account, cwd: place.folder, env: postgresEnvironment() }
}

/** Fills an empty folder with a new database cluster. */
export function initialize(place: Omit<Place, 'socketFolder'>): void {
  let last = ''
  for (const locale of localesFor(place.binaries.major)) {
    const common = [
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--data-checksums',
      '--no-instructions',
    ]
    const quick = place.fast ? ['--no-sync'] : []
    const run = spawnSync(
      join(place.binaries.folder, 'initdb'),
      ['-D', here(place), ...common, ...quick, ...locale],
      { ...inside(place), encoding: 'utf8' },
    )
    if (run.status === 0) return
    if (saysDiskFull(run.stderr))
      throw new StartRefusal(diskFull(dirname(place.folder)), { cause: run.stderr })
    last = run.error?.message ?? lastLines(`${run.stdout}${run.stderr}`)
  }
  if (last.includes('could not look up effective user ID')) {
    throw new StartRefusal(
      `PostgreSQL does not run for a user without a name (number ${process.getuid?.()}). ` +
        'Start Cairn as a user that the system knows, or set DATABASE_URL.',
    )
  }
  throw new StartRefusal(`PostgreSQL could not make its data in ${place.folder}:\n${last}`)
}

/** The C.UTF-8 of PostgreSQL itself where it has one, so that sorting never changes with the system. */
function localesFor(major: number): string[][] {
  if (major < 17) return [['--locale=C.UTF-8'], ['--locale=C']]
  const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return [[...builtin, '--lc-ctype=C.UTF-8'], builtin]
}

/** Starts PostgreSQL on existing data and waits until it answers. */
export async function launch(place: Place, log: (sentence: string) => void): Promise<ChildProcess> {
  const output = openLog(place.logFile)
  const child = spawn(join(place.binaries.folder, 'postgres'), ['-D', here(place), ...options(place)], {
    ...inside(place),
    stdio: ['ignore', output, output],
    // Ctrl-C in a terminal reaches Cairn alone, which first finishes what it is doing.
    detached: true,
  })
  closeSync(output)
  const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)))
  watchOver(child, place)
  await ready(child, failed, place, log)
  // A program that fails without stopping it may end; its watcher then does the rest.
  child.unref()
  return child
}

/** Stops PostgreSQL if this process ends without a word, even by kill -9: then the pipe to the watcher closes. */
function watchOver(child: ChildProcess, place: Place): void {
  if (child.pid === undefined) return
  const script = 'read -r word || kill -INT "$1"'
  const watcher = spawn('/bin/sh', ['-c', script, 'cairn-watcher', String(child.pid)], {
    ...place.account,
    cwd: '/',
    env: postgresEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => undefined)
  watcher.stdin?.on('error', () => undefined)
  child.once('exit', () => watcher.stdin?.end('ended\n'))
  watcher.unref()
  ;(watcher.stdin as Socket | null)?.unref()
}

/** Settings that people may not forget and that a newer Cairn may change; they stand above postgresql.conf. */
function options(place: Place): string[] {
  const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const settings = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: place.socketFolder === place.folder ? '.' : place.socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What people wrote must not end up in a log: neither statements nor the values of a broken rule.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(place.fast ? unsafe : {}),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

async function ready(
  child: ChildProcess,
  failed: Promise<string>,
  place: Place,
  log: (sentence: string) => void,
) {
  const started = Date.now()
  let patient = false
  while (!saysReady(place.folder, child.pid)) {
    const trouble = await Promise.race([failed, wait(10)])
    if (trouble !== undefined || child.exitCode !== null || child.signalCode !== null) {
      const reason = trouble ?? lastLines(readFileSync(place.logFile, 'utf8'))
      if (saysDiskFull(reason)) throw new StartRefusal(diskFull(dirname(place.folder)), { cause: reason })
      throw new StartRefusal(`PostgreSQL did not start. The last lines of ${place.logFile}:\n${reason}`)
    }
    if (!patient && Date.now() - started > 5000) {
      patient = true
      log('PostgreSQL is still getting ready; after a hard stop it first repairs itself.')
    }
  }
}

/** PostgreSQL writes its number in the first line of this file and its state in the eighth. */
function saysReady(folder: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n')
}

/** The fast shutdown: transactions are cut, what was committed is written. */
export async function halt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.ref()
  child.kill('SIGINT')
  const inTime = await Promise.race([ended.then(() => true), wait(30_000, false, { ref: false })])
  if (!inTime) child.kill('SIGQUIT')
  await ended
}
