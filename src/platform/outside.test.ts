import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { askOutside, fetchOutside, fetchOutsidePage, isInside } from './outside.ts'
import { Refusal } from './refusal.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function serveOn(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
const limits = { bytes: 1000, local: true }

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '0.0.0.0',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
  '::ffff:a00:1',
  '::10.0.0.1',
  '64:ff9b:1::a00:1',
  '224.0.0.1',
  '::ffff:7f00:1',
  '2002:7f00:1::1',
])('%s is inside', (address) => expect(isInside(address)).toBe(true))

test.each(['93.184.216.34', '2606:2800:220:1::1', '172.32.0.1', '::ffff:8.8.8.8'])(
  '%s is outside',
  (address) => expect(isInside(address)).toBe(false),
)

test('a machine of the own network is not asked, by name or by number, unless the district says so', async () => {
  let asked = 0
  const address = await serveOn((_, answer) => {
    asked += 1
    answer.end('words')
  })
  expect(await codeOf(fetchOutside(address, { ...limits, local: false }))).toBe('address_not_reached')
  const named = address.replace('127.0.0.1', 'localhost')
  expect(await codeOf(fetchOutside(named, { ...limits, local: false }))).toBe('address_not_reached')
  expect(asked).toBe(0)
  expect((await fetchOutside(address, limits)).toString()).toBe('words')
})

test('redirects are followed a little way, and never round in circles', async () => {
  const target = await serveOn((_, answer) => answer.end('there'))
  const first = await serveOn((_, answer) => answer.writeHead(302, { location: target }).end())
  expect((await fetchOutside(first, limits)).toString()).toBe('there')
  const circle = await serveOn((_, answer) => answer.writeHead(302, { location: '/' }).end())
  expect(await codeOf(fetchOutside(circle, limits))).toBe('address_not_reached')
})

test('too much, an error and an address of another kind are refused', async () => {
  const much = await serveOn((_, answer) => answer.end('x'.repeat(1001)))
  expect(await codeOf(fetchOutside(much, limits))).toBe('too_large')
  const broken = await serveOn((_, answer) => answer.writeHead(500).end())
  expect(await codeOf(fetchOutside(broken, limits))).toBe('address_not_reached')
  for (const address of ['file:///etc/passwd', 'ftp://example.org', 'nothing', 'http://127.0.0.1:1/']) {
    expect(await codeOf(fetchOutside(address, limits))).toBe('address_not_reached')
  }
})

test('a page that moves on and on, or drips, has one patience for all of it', async () => {
  let asked = 0
  const address = await serveOn((request, answer) => {
    asked += 1
    if (request.url === '/drips') {
      answer.writeHead(200, { 'content-type': 'text/html' })
      const drip = setInterval(() => answer.write('<p>'), 50)
      answer.on('close', () => clearInterval(drip))
    } else setTimeout(() => answer.writeHead(302, { location: '/on' }).end(), 250)
  })
  const page = { bytes: 10_000, patience: 600, stand: [new URL(address).host] }
  for (const path of ['', 'drips']) {
    expect(await codeOf(fetchOutsidePage(address + path, page))).toBe('address_not_reached')
  }
  // with a patience for each, all of its three redirects of a quarter second would be followed, and it would drip on
  expect(asked).toBeLessThanOrEqual(3 + 1)
})

test.each([
  'https://127.0.0.1/',
  'https://[::ffff:127.0.0.1]/',
  'https://0/',
  'https://0x7f.1/',
  'https://169.254.169.254/',
  'https://localhost/',
])('%s is not called, whatever its name hides', async (at) =>
  expect(
    await codeOf(askOutside(new URL(at), { method: 'POST', headers: {} }, { bytes: 9, local: false })),
  ).toBe('address_not_reached'),
)

test('who is called moves nobody on, keeps nobody longer than its patience, and may say as much as it likes', async () => {
  let reached = 0
  const target = await serveOn((_, answer) => {
    reached += 1
    answer.end()
  })
  const at = await serveOn((request, answer) => {
    if (request.url === '/moves') answer.writeHead(307, { location: target }).end()
    if (request.url === '/talks') answer.end('x'.repeat(5000))
  })
  const call = (path: string) =>
    askOutside(new URL(path, at), { method: 'POST', headers: {} }, { ...limits, patience: 300, cut: true })
  expect((await call('/moves')).status).toBe(307)
  expect((await call('/talks')).status).toBe(200)
  expect(await codeOf(call('/hangs'))).toBe('address_not_reached')
  expect(reached).toBe(0)
})
