import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FirstLoads } from './first-loads.ts'
import { serveWebApp } from './web-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-page-'))
const loads: FirstLoads = {
  entry: ['assets/shell.js'],
  words: { en: ['assets/first-en.js'], fr: ['assets/first-fr.js'] },
  screens: [
    { path: '/', files: ['assets/home.js'], words: { en: [], fr: [] } },
    {
      path: '/pieces/:id',
      files: ['assets/piece.js', 'assets/piece.css'],
      words: { en: ['assets/piece-en.js'], fr: ['assets/piece-fr.js'] },
    },
  ],
}
let app: FastifyInstance

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<html><head><title>Cairn</title></head><body></body></html>')
  writeFileSync(join(folder, 'first-loads.json'), JSON.stringify(loads))
  mkdirSync(join(folder, 'assets'))
  for (const file of ['shell.js', 'paper-worker-1.js', 'scan-worker-1.js'])
    writeFileSync(join(folder, 'assets', file), '1')
  app = fastify()
  app.addHook('onRequest', async (_, reply) => {
    reply.headers({
      'content-security-policy': "script-src 'self'; all of it",
      'x-content-type-options': 'nosniff',
    })
  })
  await serveWebApp(app, { folder })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const linksAt = async (url: string, language: string) => {
  const { body } = await app.inject({ url, headers: { 'accept-language': language } })
  return [...body.matchAll(/<link rel="(\w+)"(?: as="script")? crossorigin href="\/assets\/([^"]+)">/g)].map(
    ([, rel, file]) => `${rel} ${file}`,
  )
}

test('a page asks at once for what its screen needs and says, in the language the browser prefers', async () => {
  expect(await linksAt('/pieces/0190a?attempt=2', 'fr-CA,en;q=0.5')).toEqual([
    'preload first-fr.js',
    'preload piece-fr.js',
    'preload piece.js',
    'stylesheet piece.css',
  ])
  expect(await linksAt('/', 'en')).toEqual(['preload first-en.js', 'preload home.js'])
})

test('a file travels without what only a page heeds; a worker keeps the policy that holds it', async () => {
  const headersOf = async (file: string) => (await app.inject({ url: `/assets/${file}` })).headers
  const script = await headersOf('shell.js')
  expect(script).not.toHaveProperty('content-security-policy')
  expect(script).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(script['cache-control']).toContain('immutable')
  for (const worker of ['paper-worker-1.js', 'scan-worker-1.js'])
    expect((await headersOf(worker))['content-security-policy']).toContain('wasm-unsafe-eval')
})

test('a page holds one script of its own, in its language, and its policy lets run that and no other', async () => {
  const scripts = ['en', 'fr'].map(async (language) => {
    const { body, headers } = await app.inject({ url: '/', headers: { 'accept-language': language } })
    const [, text = '', ...more] = body.split(/<script>|<\/script>/)
    expect([more.length, text.includes('/shell.js')]).toEqual([1, true])
    const hash = createHash('sha256').update(text).digest('base64')
    expect(headers['content-security-policy']).toBe(`script-src 'self' 'sha256-${hash}'; all of it`)
    return text
  })
  expect(new Set(await Promise.all(scripts)).size).toBe(2)
})

test('an address without a screen gets the page all the same', async () => {
  expect(await linksAt('/no/such/place', 'en')).toEqual(['preload first-en.js'])
})

test('what the app keeps for the time without a network is the page that suits every address', async () => {
  expect(await linksAt('/index.html', 'en')).toEqual([])
})
