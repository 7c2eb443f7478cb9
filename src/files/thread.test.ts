import { expect, test } from 'vitest'
import { inThread } from './thread.ts'

const thread = (code: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`export async function answer(task) { ${code} }`)}`)
const bounds = { seconds: 5, megabytes: 32 }
const echo = thread('return { result: task, transfer: [] }')

test('one that never ends, one that eats memory and one that falls over do not stop the next', async () => {
  const answers = [
    inThread(thread('while (true);'), 1, { ...bounds, seconds: 0.2 }),
    inThread(thread('const all = []; while (true) all.push({ more: all.length })'), 1, bounds),
    inThread(thread("throw new Error('odd')"), 1, bounds),
    inThread(thread('process.exit(3)'), 1, bounds),
    inThread(echo, 'next', bounds),
  ]
  const settled = await Promise.allSettled(answers)
  const codes = settled.map((one) => (one.status === 'rejected' ? one.reason.code : one.value))
  expect(codes).toEqual(['took_too_long', 'unreadable', 'unreadable', 'unreadable', 'next'])
})
