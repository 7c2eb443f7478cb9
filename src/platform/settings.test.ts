import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, StartRefusal } from './settings.ts'

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

test('the web servers in front are named by address or network', () => {
  expect(readSettings({ CAIRN_PROXY: '10.0.0.5, fd00::/8' }, []).proxies).toBe('10.0.0.5, fd00::/8')
  expect(readSettings({ CAIRN_PROXY: 'fd00::1/128' }, []).proxies).toBe('fd00::1/128')
  for (const wrong of ['everybody', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.5,', '10.0.0.0/8/8'])
    expect(() => readSettings({ CAIRN_PROXY: wrong }, [])).toThrow(`CAIRN_PROXY is "${wrong}"`)
})

test('a refused address does not repeat its password', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://root:hunter2@db/x' }, [])).not.toThrow(/hunter2/)
})

test('an address of a database says how strict it really is', () => {
  const read = (end: string) => readSettings({ DATABASE_URL: `postgres://a@b/c?${end}` }, []).databaseUrl
  expect(read('sslmode=require&x=1')).toBe('postgres://a@b/c?sslmode=verify-full&x=1')
  expect(read('sslmode=disable')).toBe('postgres://a@b/c?sslmode=disable')
  expect(read('uselibpqcompat=true&sslmode=require')).toMatch(/sslmode=require$/)
})
