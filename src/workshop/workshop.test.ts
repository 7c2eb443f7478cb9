import { createServer } from 'node:net'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withoutNetwork } from './confinement.ts'
import { inWorkshop, openWorkshop } from './workshop.ts'

const folder = mkdtempSync(join(tmpdir(), 'workshop-'))
afterAll(() => rmSync(folder, { recursive: true }))

const module = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`export async function answer(task, tell) { ${code} }`)}`,
  )
const bounds = { seconds: 20, megabytes: 512 }

test('one that never ends, one that eats memory and one that falls over do not stop the next', async () => {
  const asked = [
    inWorkshop(module('while (true);'), 1, folder, { ...bounds, seconds: 1.5 }),
    inWorkshop(module('const all = []; while (true) all.push(Buffer.alloc(1 << 20, 1))'), 1, folder, bounds),
    inWorkshop(module('const all = []; while (true) all.push({ more: all.length })'), 1, folder, bounds),
    inWorkshop(module("throw new Error('odd')"), 1, folder, bounds),
    inWorkshop(module('process.exit(3)'), 1, folder, bounds),
    inWorkshop(module('return task'), 'next', folder, bounds),
  ]
  const settled = await Promise.allSettled(asked)
  const codes = settled.map((one) => (one.status === 'rejected' ? one.reason.code : one.value))
  expect(codes).toEqual(['took_too_long', 'unreadable', 'unreadable', 'unreadable', 'unreadable', 'next'])
})

test('a refusal keeps its code, and how far it came is heard', async () => {
  const heard: number[] = []
  const refused = module(`tell(0.25); tell(0.251); tell(0.5)
    throw Object.assign(new Error('locked up'), { name: 'MediaRefusal', code: 'locked' })`)
  await expect(openWorkshop(refused, 1, folder, bounds, (share) => heard.push(share))).rejects.toMatchObject({
    name: 'MediaRefusal',
    code: 'locked',
  })
  expect(heard).toEqual([0.25, 0.5])
})

test('it writes no file larger than it may, and is told nothing of who runs it', async () => {
  process.env['CAIRN_TELLTALE'] = 'quetzal'
  const greedy = module(`const { writeFileSync } = await import('node:fs')
    let failed = ''
    try { writeFileSync('large', Buffer.alloc(4 << 20)) } catch (error) { failed = error.code }
    return { failed, env: JSON.stringify(process.env) }`)
  const told = await openWorkshop<{ failed: string; env: string }>(greedy, 1, folder, {
    ...bounds,
    largestFile: 1 << 20,
  }).catch(() => undefined)
  expect(statSync(join(folder, 'large')).size).toBeLessThanOrEqual(1 << 20)
  expect(told?.env ?? '').not.toContain('quetzal')
  delete process.env['CAIRN_TELLTALE']
})

test.skipIf(withoutNetwork().length === 0)('it reaches nobody, not even on this machine', async () => {
  const server = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const calling = module(`const { connect } = await import('node:net')
    return new Promise((resolve) => connect(task, '127.0.0.1')
      .once('data', () => resolve('reached')).once('error', (error) => resolve(error.code)))`)
  expect(await openWorkshop(calling, port, folder, bounds)).not.toBe('reached')
  server.close()
})
