import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StartRefusal } from '../platform/settings.ts'
import { prepareDataFolder, saysDiskFull } from './data-folder.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-data-folder-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('the secret is made once, for this user only, and then kept', async () => {
  const dataFolder = join(folder, 'deep', 'data')
  const [one, other] = await Promise.all([
    prepareDataFolder({ dataFolder }),
    prepareDataFolder({ dataFolder }),
  ])
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(other).toBe(one)
  expect(await prepareDataFolder({ dataFolder })).toBe(one)
  const { mode } = await stat(join(dataFolder, 'secret'))
  expect(mode & 0o777).toBe(0o600)
})

test('a secret that was given is used and not written down', async () => {
  expect(await prepareDataFolder({ dataFolder: folder, secret: 'g'.repeat(40) })).toBe('g'.repeat(40))
  await expect(readFile(join(folder, 'secret'))).rejects.toThrow('ENOENT')
})

test('a damaged secret is named', async () => {
  await writeFile(join(folder, 'secret'), 'oops')
  await expect(prepareDataFolder({ dataFolder: folder })).rejects.toThrow(/secret is damaged|damaged/)
})

test('a data folder that cannot be written is refused with a sentence', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  await expect(prepareDataFolder({ dataFolder: file })).rejects.toThrow(/cannot write to its data folder/)
  await expect(prepareDataFolder({ dataFolder: join(file, 'data') })).rejects.toThrow(StartRefusal)
  // where Node's own way of making folders never ends
  if (process.platform === 'linux')
    await expect(prepareDataFolder({ dataFolder: '/proc/cairn/data' })).rejects.toThrow(
      /no folder can be made/,
    )
})

test.skipIf(process.getuid?.() === 0)('permission denied is said in words', async () => {
  await chmod(folder, 0o500)
  await expect(prepareDataFolder({ dataFolder: folder })).rejects.toThrow(/permission denied.*CAIRN_DATA/)
})

test.each([
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), true],
  [Object.assign(new Error('could not extend file'), { code: '53100' }), true],
  ['FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device', true],
  ['HINT:  Check free disk space.', true],
  [new Error('refused'), false],
])('%s is a full disk: %s', (error, full) => expect(saysDiskFull(error)).toBe(full))
