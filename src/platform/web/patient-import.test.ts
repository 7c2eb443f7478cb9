import { expect, test } from 'vitest'
import { beginReading } from './network.ts'
import { afterwards, patiently } from './patient-import.ts'

const failing = (times: number) => {
  let asked = 0
  return () => (++asked > times ? Promise.resolve(asked) : Promise.reject(new TypeError('cut')))
}

test('a part that could not be fetched is fetched again, with longer and longer pauses', async () => {
  const waits: number[] = []
  const wait = async (milliseconds: number) => void waits.push(milliseconds)
  expect(await patiently(failing(3), wait)).toBe(4)
  expect(waits).toEqual([500, 1000, 2000])
})

test('what must come in the end is fetched until it comes, once a minute', async () => {
  const waits: number[] = []
  expect(await patiently(failing(12), async (milliseconds) => void waits.push(milliseconds), Infinity)).toBe(
    13,
  )
  expect(Math.max(...waits)).toBe(60_000)
})

test('what can never be fetched is said in the end', async () => {
  await expect(patiently(failing(99), async () => {})).rejects.toThrow('cut')
})

test('what a page is not about waits for the answers that it is about', async () => {
  const order: string[] = []
  const first = beginReading()
  const second = beginReading()
  const part = afterwards(async () => order.push('part'))
  first()
  await new Promise((go) => setTimeout(go, 300))
  order.push('answered')
  second()
  await part
  expect(order).toEqual(['answered', 'part'])
})

test('and is fetched at once where nothing is asked for', async () => {
  expect(await afterwards(async () => 'here')).toBe('here')
})
