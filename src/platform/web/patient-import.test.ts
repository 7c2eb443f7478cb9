import { expect, test } from 'vitest'
import { patiently } from './patient-import.ts'

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

test('what can never be fetched is said in the end', async () => {
  await expect(patiently(failing(99), async () => {})).rejects.toThrow('cut')
})
