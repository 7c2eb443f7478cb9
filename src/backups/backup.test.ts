import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveFeedback, addPieceOf, placeMedia } from '../../test/support/making.ts'
import { openSchool, schoolOn, type School } from '../../test/support/school.ts'
import { openUploads } from '../../test/support/uploads.ts'
import { GetMedia } from '../media/contract.ts'
import { sql } from '../platform/database.ts'
import { prepareJobs } from '../platform/jobs.ts'
import { newId } from '../platform/new-id.ts'
import { migrate } from '../postgres/migrate.ts'
import { type RunningPostgres, startPostgres } from '../postgres/embedded-postgres.ts'
import { GetPiece } from '../work/contract.ts'
import { folderName, type Manifest, mediaFile, outdated } from './backup.ts'
import { checkBackup } from './check-backup.ts'
import { dumpTables } from './dump-tables.ts'
import { readLines } from './load-tables.ts'
import { readManifest } from './read-manifest.ts'
import { restoreFiles, restoreTables } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))
const log = () => undefined
const words = 'It grew\u2028"really"\n\t\\ 🦋 é \u0001'

let parent: string
let school: School
let mediaFolder: string
let piece: string
let attempt: string
let arrived: string
let first: { folder: string; manifest: Manifest }
let elsewhere: RunningPostgres

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cairn-backup-'))
  school = await openSchool()
  mediaFolder = dirname(school.program.storage.arrivingFolder)
  const picture = await placeMedia(school, 'mika', 'picture')
  const made = await addPieceOf(school, 'mika', [
    { kind: 'text', text: words },
    { kind: 'media', mediaId: picture },
  ])
  piece = made.id
  attempt = made.iterationId
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#3f6b4f' } })
    .jpeg()
    .toBuffer()
  // nobody works in this school: the picture has arrived, and waits
  arrived = await (await openUploads(school)).upload('mika', bytes, 'waits.jpg')
  const written = await backup(new Date('2026-11-01T03:00:00Z'))
  first = { folder: written.folder, manifest: await readManifest(written.folder) }
  elsewhere = await startPostgres({ folder: join(parent, 'postgres'), log, fast: true })
}, 120_000)
afterAll(async () => {
  await elsewhere?.stop()
  await school?.close()
  await rm(parent, { recursive: true, force: true })
})

const owner = () => ({ ...school.connection, user: 'postgres' }) as RunningPostgres['ownerConnection']
const backups = () => join(parent, 'backups')
const backup = (now: Date, keepDays?: number) =>
  writeBackup({ owner: owner(), mediaFolder, backups: backups(), now, keepDays })

async function linesOf(folder: string, manifest: Pick<Manifest, 'tables'>, left: string[]) {
  const all: Record<string, string[]> = {}
  for (const table of manifest.tables.filter(({ name }) => !left.includes(name))) {
    const lines: string[] = []
    await readLines(folder, table, async (some) => void lines.push(...some))
    all[table.name] = lines.sort()
  }
  return all
}

async function ask(connection: RunningPostgres['ownerConnection'], text: string) {
  const client = new pg.Client(connection)
  await client.connect()
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

async function emptyDatabase(database: string) {
  await ask({ ...elsewhere.ownerConnection, database: 'postgres' }, `create database ${database}`)
  return { ...elsewhere.ownerConnection, database }
}

test('what was backed up is, row for row and byte for byte, what stands after the restore', async () => {
  const { folder, manifest } = first
  await restoreTables({ backup: folder, manifest, owner: elsewhere.ownerConnection, migrations, log })
  const restored = join(parent, 'restored')
  await restoreFiles(backups(), manifest.files, restored)
  const again = join(parent, 'again')
  await mkdir(again)
  const dumped = await dumpTables(elsewhere.ownerConnection, again, async () => undefined)
  const left = ['session']
  expect(await linesOf(again, dumped, left)).toEqual(await linesOf(folder, manifest, left))
  expect(dumped.migrations).toEqual(manifest.migrations)
  for (const { path } of manifest.files)
    expect(await readFile(join(restored, path))).toEqual(await readFile(join(mediaFolder, path)))
  expect(manifest.files.map(({ path }) => path.split('/')[0])).toContain('arriving')
})

test('the restored Cairn opens: her work is hers, its words are whole, and what waited is prepared', async () => {
  const media = join(parent, 'restored')
  const there = await schoolOn(elsewhere.appConnection, media, { works: true })
  try {
    const read = await there.as('mika').ask(GetPiece, { params: { id: piece } })
    expect(read.body.iterations[0]?.parts[0]).toMatchObject({ text: words })
    expect((await there.as('noor').ask(GetPiece, { params: { id: piece } })).code).toBe('not_found')
    const prepared = async () =>
      (await there.as('mika').ask(GetMedia, { params: { id: arrived } })).body.state
    await expect.poll(prepared, { timeout: 30_000 }).toBe('ready')
    const open = await sql<{ open: number }>`select count(*)::int as open from session where ended_at is null
      and created_at < ${first.manifest.madeAt}::timestamptz`.execute(there.program.ground.database)
    expect(open.rows).toEqual([{ open: 0 }])
  } finally {
    await there.close()
  }
}, 60_000)

test('a restore never writes over a district that stands', async () => {
  const { folder, manifest } = first
  const onto = { backup: folder, manifest, owner: elsewhere.ownerConnection, migrations, log }
  await expect(restoreTables(onto)).rejects.toThrow(/Cairn in this database already/)
})

test('a newer Cairn restores the backup of an older one, and takes the later steps', async () => {
  const [older, newer] = await Promise.all(['older', 'newer'].map(emptyDatabase))
  const steps = first.manifest.migrations
  await migrate(older!, { folder: migrations, log, upTo: steps.at(-2)?.number })
  await prepareJobs(older!)
  const id = newId()
  await ask(older!, `select found_district('${id}', 'Lakes', 'America/Vancouver', now())`)
  const apart = join(parent, 'older-backups')
  const now = new Date('2026-10-01T03:00:00Z')
  const { folder } = await writeBackup({
    owner: older!,
    mediaFolder: join(parent, 'none'),
    backups: apart,
    now,
  })
  const manifest = await readManifest(folder)
  expect(manifest.migrations).toEqual(steps.slice(0, -1))
  await restoreTables({ backup: folder, manifest, owner: newer!, migrations, log })
  expect(await ask(newer!, 'select id, name from district')).toEqual([{ id, name: 'Lakes' }])
  const taken = 'select number, name, checksum from schema_migration order by number'
  expect(await ask(newer!, taken)).toEqual(steps)
})

test('a backup of a newer Cairn is refused before anything is touched', async () => {
  const newer = [...first.manifest.migrations, { number: 9999, name: 'later', checksum: 'x' }]
  const manifest = { ...first.manifest, migrations: newer }
  const onto = { backup: first.folder, manifest, owner: elsewhere.ownerConnection, migrations, log }
  await expect(restoreTables(onto)).rejects.toThrow(/newer Cairn/)
})

test('the next night copies only what is new, and both nights are whole', async () => {
  await giveFeedback(school, 'rivera', attempt)
  const next = await backup(new Date('2026-11-02T03:00:00Z'))
  const manifest = await readManifest(next.folder)
  expect(manifest.files).toEqual(first.manifest.files)
  expect(next.rows).toBeGreaterThan(first.manifest.tables.reduce((sum, { rows }) => sum + rows, 0))
  for (const folder of [first.folder, next.folder])
    expect((await checkBackup(folder, await readManifest(folder))).damaged).toEqual([])
})

test('what was erased leaves the backups with the days they are kept; the last one stays', async () => {
  const [gone] = first.manifest.files
  await rm(join(mediaFolder, gone?.path ?? ''))
  const later = await backup(new Date('2027-02-01T03:00:00Z'), 30)
  expect(later.removed).toEqual(['2026-11-01T030000Z', '2026-11-02T030000Z'])
  const sums = (await readManifest(later.folder)).files.map(({ sha256 }) => sha256)
  expect(sums).not.toContain(gone?.sha256)
  const lying = (await readdir(join(backups(), 'media'), { recursive: true })).filter(
    (one) => one.length > 60,
  )
  expect(lying.map((one) => `media/${one}`).sort()).toEqual([...new Set(sums)].map(mediaFile).sort())
})

test('what is damaged is named, and nothing of it is restored', async () => {
  const folder = (await backup(new Date('2027-02-02T03:00:00Z'))).folder
  const manifest = await readManifest(folder)
  const [file] = manifest.files
  await writeFile(join(backups(), mediaFile(file?.sha256 ?? '')), 'something else')
  await truncate(join(folder, 'tables/person.jsonl.gz'), 200)
  const checked = await checkBackup(folder, manifest)
  expect(checked.damaged).toEqual(['person', file?.path])
  const into = join(parent, 'damaged')
  await expect(restoreFiles(backups(), manifest.files, into)).rejects.toThrow(/damaged/)
  expect(await readdir(join(into, dirname(file?.path ?? '')))).toEqual([])
  await rm(join(folder, 'manifest.json'))
  await expect(readManifest(folder)).rejects.toThrow(/is no backup/)
})

test('a path that leads out of the folder is never written', async () => {
  const files = [{ path: 'kept/../../escaped', bytes: 1, changedAt: 0, sha256: 'a' }]
  await expect(restoreFiles(backups(), files, join(parent, 'safe'))).rejects.toThrow(/damaged/)
})

test('a backup has the name of its moment, and only whole days and never the last are taken away', () => {
  const names = [1, 2, 30].map((day) => folderName(new Date(Date.UTC(2026, 10, day, 3))))
  expect(names[0]).toBe('2026-11-01T030000Z')
  const now = new Date('2026-12-02T03:00:00Z')
  expect(outdated([...names, 'media', 'letters'], now, 30)).toEqual(['2026-11-01T030000Z'])
  expect(outdated([names[0] ?? ''], now, 0)).toEqual([])
})
