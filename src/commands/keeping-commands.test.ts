import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { placeMedia } from '../../test/support/making.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { demandNoRestore } from '../postgres/data-folder.ts'
import { takeFolder } from '../postgres/postgres-lock.ts'
import { CountStorage } from '../office/contract.ts'

let school: School
let folder: string
let data: string
beforeAll(async () => {
  school = await openSchool()
  await placeMedia(school, 'mika', 'picture')
  folder = await mkdtemp(join(tmpdir(), 'cairn-keeping-'))
  data = join(folder, 'data')
  await mkdir(data)
  await writeFile(join(data, 'secret'), 'x'.repeat(64))
})
afterAll(async () => {
  await school.close()
  await rm(folder, { recursive: true })
})

const hidden = 'hidden-word'
type Said = { code: number; out: string }

/** The very program, in a process of its own, beside the Cairn that runs. */
function cairn(env: Record<string, string>, ...words: string[]): Promise<Said> {
  const host = encodeURIComponent(inject('postgresFolder'))
  const url = `postgres://postgres:${hidden}@localhost/${school.connection.database}?host=${host}`
  const whole = { ...process.env, DATABASE_URL: url, CAIRN_DATA: data, ...env }
  return new Promise((resolve) =>
    execFile(process.execPath, ['src/entry/cli.ts', ...words], { env: whole }, (error, out, complaint) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + complaint }),
    ),
  )
}

test('what it runs with is told without a password', async () => {
  const said = await cairn(
    { SMTP_URL: `smtp://a:${hidden}@127.0.0.1:1`, MAIL_FROM: 'a@b.example' },
    'settings',
  )
  expect(said.code).toBe(0)
  expect(said.out).toMatch(/database +DATABASE_URL\n[^]*mail +yes\n/)
  expect(said.out).not.toMatch(/hidden-word|xxxx/)
})

test('a backup is made, checked, found damaged, and refused where somebody stands', async () => {
  const into = join(folder, 'backups')
  const made = JSON.parse((await cairn({}, 'backup', into, '--json')).out)
  expect(made.rows).toBeGreaterThan(50)
  const { house } = (await school.as('singh').ask(CountStorage)).body
  expect(house?.lastBackupAt?.slice(0, 13)).toBe(new Date().toISOString().slice(0, 13))
  expect(await readdir(made.folder)).toEqual(expect.arrayContaining(['manifest.json', 'secret', 'tables']))
  expect(await cairn({}, 'check-backup', made.folder)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/whole +yes/),
  })
  const refused = await cairn({}, 'restore', made.folder)
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('never writes over a Cairn')])
  const other = await cairn({ CAIRN_DATA: join(folder, 'other') }, 'restore', made.folder)
  expect([other.code, other.out]).toEqual([1, expect.stringContaining('a Cairn in this database already')])
  await truncate(join(made.folder, 'tables/school.jsonl.gz'), 10)
  const checked = await cairn({}, 'check-backup', made.folder)
  expect([checked.code, checked.out]).toEqual([1, expect.stringMatching(/damaged: school/)])
})

test('a restore with another secret than the backup was made with is refused, unless it is said to be lost', async () => {
  const [own, wrong] = ['a'.repeat(40), 'b'.repeat(40)]
  const into = join(folder, 'sealed')
  const made = JSON.parse((await cairn({ CAIRN_SECRET: own }, 'backup', into, '--json')).out)
  const restoring = async (env: Record<string, string>, ...flags: string[]) =>
    (await cairn({ CAIRN_DATA: join(folder, 'new'), ...env }, 'restore', made.folder, ...flags)).out
  expect(await restoring({ CAIRN_SECRET: wrong })).toContain('not the secret')
  expect(await restoring({})).toContain('not the secret')
  for (const out of [await restoring({ CAIRN_SECRET: own }), await restoring({}, '--lost-secret')])
    expect(out).toContain('a Cairn in this database already')
  const kept = JSON.parse((await cairn({}, 'backup', join(folder, 'kept'), '--json')).out)
  await writeFile(join(kept.folder, 'secret'), 'y'.repeat(64))
  expect((await cairn({}, 'check-backup', kept.folder)).out).toMatch(/damaged: secret/)
}, 120_000)

test('a restore that was cut off begins anew and leaves nothing half; until then no Cairn starts there', async () => {
  const made = JSON.parse((await cairn({}, 'backup', join(folder, 'whole'), '--json')).out)
  const half = join(folder, 'half')
  await mkdir(join(half, 'media'), { recursive: true })
  await writeFile(
    join(half, 'restore.lock'),
    JSON.stringify({ pid: 1, since: 'before this machine was started' }),
  )
  expect(() => demandNoRestore(half)).toThrow(/or that was cut off/)
  const refused = await cairn({ CAIRN_DATA: half }, 'restore', made.folder, '--json')
  expect(JSON.parse(refused.out)).toMatchObject({
    code: 'not_possible',
    error: expect.stringContaining('in this database already'),
  })
  expect(await readdir(half)).toEqual([])
  const release = takeFolder(join(half, 'restore'))
  const second = await cairn({ CAIRN_DATA: half }, 'restore', made.folder)
  release()
  expect([second.code, second.out]).toEqual([1, expect.stringContaining('Another restore')])
}, 60_000)

test.each([
  [['backup'], 2, 'Say one folder.'],
  [['backup', '/nowhere', '--keep-days', 'ten'], 2, '--keep-days is a number of days'],
  [['backup', '/etc/passwd'], 1, '/etc/passwd is a file'],
  [['backup', '/proc/cairn/backups'], 1, 'No folder can be made'],
  [['restore', '/nowhere'], 1, 'is no backup'],
  [['check-backup', '/nowhere'], 1, 'is no backup'],
])('%s is answered with what to do', async (words, code, sentence) => {
  const said = await cairn({}, ...words)
  expect([said.code, said.out]).toEqual([code, expect.stringContaining(sentence)])
})
