import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPostgres } from './embedded-postgres.ts'
import { removeDatabase } from './postgres-orphan.ts'
import { socketFolderOf } from './postgres-socket.ts'

/** Only there can be seen which processes belong to a folder. */
const onLinux = process.platform === 'linux'
const patience = 30_000
let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cairn-orphan-'))
})

afterEach(async () => {
  await rm(parent, { recursive: true })
})

async function kill(cairn: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => cairn.once('close', resolve))
  cairn.kill('SIGKILL')
  await closed
}

test.skipIf(!onLinux)(
  'what a killed Cairn leaves is stopped, and what it had written is there',
  { timeout: patience },
  async () => {
    // The path is also too long for the address of a socket.
    const long = 'a-folder-with-a-name-so-long-that-no-socket-can-be-addressed-inside-of-it-at-all'
    const folder = join(parent, long, 'postgres')
    const cairn = await startElsewhere(folder)
    const leader = postmaster(folder)
    // Without its watcher PostgreSQL really stays.
    for (const pid of watchersOf(leader)) process.kill(pid, 'SIGKILL')
    await kill(cairn)
    expect(isWorking(leader)).toBe(true)

    const next = await startPostgres({ folder, log: () => undefined, fast: true })
    expect(isWorking(leader)).toBe(false)
    const client = new pg.Client(next.ownerConnection)
    await client.connect()
    expect((await client.query('select n from kept')).rows).toEqual([{ n: 7 }])
    // a command beside the Cairn that runs finds it there
    expect(socketFolderOf(folder)).toBe(next.ownerConnection.host)
    await client.end()
    await next.stop()
    await next.stop()
    await expect(stat(join(folder, 'postmaster.pid'))).rejects.toThrow('ENOENT')
    await expect(stat(String(next.ownerConnection.host))).rejects.toThrow('ENOENT')
  },
)

test.skipIf(!onLinux)(
  'a database that is removed has nothing left that writes',
  { timeout: patience },
  async () => {
    const folder = join(parent, 'postgres')
    const cairn = await startElsewhere(folder)
    const leader = postmaster(folder)
    for (const pid of watchersOf(leader)) process.kill(pid, 'SIGKILL')
    await kill(cairn)
    await removeDatabase(folder, () => undefined)
    expect([isWorking(leader), existsSync(folder)]).toEqual([false, false])
    await removeDatabase(folder, () => undefined)
  },
)

test.skipIf(!onLinux)('a killed Cairn takes its PostgreSQL with it', { timeout: patience }, async () => {
  const folder = join(parent, 'postgres')
  const cairn = await startElsewhere(folder)
  const leader = postmaster(folder)
  await kill(cairn)
  await expect.poll(() => isWorking(leader), { timeout: 10_000 }).toBe(false)
})

/** Another Cairn, which has written something by the time it is answered. */
async function startElsewhere(folder: string): Promise<ChildProcess> {
  const text = `
    import pg from ${JSON.stringify(import.meta.resolve('pg'))}
    import { startPostgres } from ${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)}
    const running = await startPostgres({ folder: ${JSON.stringify(folder)}, log() {}, fast: true })
    const client = new pg.Client(running.ownerConnection)
    await client.connect()
    await client.query('create table kept as select 7 as n')
    console.log('kept')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

function postmaster(place: string): number {
  return Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** A process that has ended stays in the list until somebody collects it; then it is marked Z. */
function isWorking(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

function watchersOf(leader: number): number[] {
  const found = readdirSync('/proc').filter((name) => {
    const file = `/proc/${name}/cmdline`
    return (
      /^\d+$/.test(name) &&
      existsSync(file) &&
      readFileSync(file, 'utf8').endsWith(`cairn-watcher\0${leader}\0`)
    )
  })
  return found.map(Number)
}
