import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareDataFolder, readSettings, StartRefusal } from './settings.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-settings-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('nothing set means a demo on this machine only', () => {
  expect(readSettings({ PORT: ' ', DATABASE_URL: '' }, [])).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    demo: true,
    localAddresses: false,
    origin: 'http://localhost:4000',
  })
})

test('everything can be set', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    CAIRN_DATA: '/srv/cairn',
    DATABASE_URL: 'postgres://cairn@db/cairn',
    CAIRN_ORIGIN: 'https://portfolio.example.org/',
    CAIRN_SECRET: 's'.repeat(32),
    CAIRN_LOCAL_ADDRESSES: 'yes',
    CAIRN_LARGEST_FILE: '1.5 GB',
    CAIRN_FFMPEG: '/opt/ffmpeg',
  }
  expect(readSettings(env, ['--no-demo'])).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataFolder: '/srv/cairn',
    databaseUrl: 'postgres://cairn@db/cairn',
    demo: false,
    localAddresses: true,
    origin: 'https://portfolio.example.org',
    secret: 's'.repeat(32),
    largestFile: 1.5 * 1024 ** 3,
    ffmpeg: '/opt/ffmpeg',
  })
})

test.each([
  [{ PORT: 'http' }, [], /PORT is "http".*PORT=4000/],
  [{ CAIRN_LARGEST_FILE: 'huge' }, [], /CAIRN_LARGEST_FILE is "huge".*500 MB/],
  [{ CAIRN_LARGEST_FILE: '0 GB' }, [], /from 1 MB to 64 GB/],
  [{ PORT: '65536' }, [], /not a port/],
  [{ PORT: '-1' }, [], /not a port/],
  [{ DATABASE_URL: 'mysql://root:hunter2@db/x' }, [], /postgres:\/\/user:password@host/],
  [{ CAIRN_ORIGIN: 'portfolio.example.org' }, [], /without a path/],
  [{ CAIRN_ORIGIN: 'https://example.org/cairn' }, [], /without a path/],
  [{ CAIRN_SECRET: 'short' }, [], /at least 32 characters/],
  [{}, ['--nodemo'], /does not know "--nodemo".*--no-demo/],
])('%j %j is refused with a sentence', (env, argv, sentence) => {
  expect(() => readSettings(env, argv)).toThrow(StartRefusal)
  expect(() => readSettings(env, argv)).toThrow(sentence)
})

test('a refused address does not repeat its password', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://root:hunter2@db/x' }, [])).not.toThrow(/hunter2/)
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
})

test.skipIf(process.getuid?.() === 0)('permission denied is said in words', async () => {
  await chmod(folder, 0o500)
  await expect(prepareDataFolder({ dataFolder: folder })).rejects.toThrow(/permission denied.*CAIRN_DATA/)
})
