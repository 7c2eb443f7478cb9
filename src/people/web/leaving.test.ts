import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { isLeaving, noteLeaving, recallMarks } from './leaving.ts'

/** As much of a browser's store as the marks need; `isFull` lets nothing be written, as the end of a transaction says. */
const disk = { marks: new Map<string, string>(), isFull: false }
const settled = <T>(result: T) => {
  const request = { result, error: null, onsuccess: () => undefined, onupgradeneeded: () => undefined }
  queueMicrotask(() => request.onsuccess())
  return request
}
function begin() {
  const writes: [string, string][] = []
  const transaction = {
    error: new Error('QuotaExceededError'),
    oncomplete: () => undefined,
    onabort: () => undefined,
    objectStore: () => ({
      get: (name: string) => settled(disk.marks.get(name)),
      put: (value: string, name: string) => {
        writes.push([name, value])
        return settled(name)
      },
    }),
  }
  setTimeout(() => {
    if (writes.length > 0 && disk.isFull) return transaction.onabort()
    for (const [name, value] of writes) disk.marks.set(name, value)
    return transaction.oncomplete()
  })
  return transaction
}
vi.stubGlobal('indexedDB', {
  open: () => settled({ transaction: begin, close: () => undefined }),
  deleteDatabase: () => {
    disk.marks.clear()
    return settled(undefined)
  },
})
const page = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (name: string) => page.get(name) ?? null,
  setItem: (name: string, value: string) => page.set(name, value),
  removeItem: (name: string) => page.delete(name),
})
beforeEach(() => {
  disk.isFull = false
  page.clear()
  // of whoever came in before
  disk.marks.set('cairn.leaving', '')
})
afterAll(() => vi.unstubAllGlobals())

test('what the browser had not written down of who left comes back', async () => {
  await noteLeaving(true)
  page.clear()
  await recallMarks()
  expect(isLeaving()).toBe(true)
})

test('on a device that is full whoever signed out stays signed out', async () => {
  disk.isFull = true
  await noteLeaving(true)
  await recallMarks()
  expect(isLeaving()).toBe(true)
})
