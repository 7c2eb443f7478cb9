import { expect, test, vi } from 'vitest'
import { largestFile } from '../media.ts'
import { ChosenFiles, problemOf } from './chosen-files.ts'

/** A device where the test says when each file is written down. */
function device() {
  const asked: { id: string; kept: () => void; full: () => void }[] = []
  const dropped: string[] = []
  const files = new ChosenFiles({
    keep: (id) =>
      new Promise((kept, full) => void asked.push({ id, kept, full: () => full(new Error('full')) })),
    drop: async (id) => void dropped.push(id),
  })
  return { files, asked, dropped, states: () => files.files().map(({ state }) => state) }
}

const photo = (name: string) => new File(['stone'], name, { type: 'image/jpeg' })
const turn = (asked: unknown[], count: number) => vi.waitFor(() => expect(asked).toHaveLength(count))

test('files are kept one after the other, in the order they were chosen', async () => {
  const { files, asked, states } = device()
  const ids = ['one.jpg', 'two.jpg'].map((name) => files.add(photo(name)).id)
  await turn(asked, 1)
  asked[0]?.kept()
  await turn(asked, 2)
  expect(asked.map(({ id }) => id)).toEqual(ids)
  expect(states()).toEqual(['kept', 'keeping'])
})

test('saving waits until every byte is on the device', async () => {
  const { files, asked } = device()
  const { id } = files.add(photo('one.jpg'))
  const all = files.allKept([id])
  await turn(asked, 1)
  expect(await Promise.race([all, Promise.resolve('not yet')])).toBe('not yet')
  asked[0]?.kept()
  expect(await all).toBe(true)
})

test('a file for which there was no room says so and may be tried again; the next one is tried all the same', async () => {
  const { files, asked } = device()
  const large = files.add(photo('large.jpg'))
  const small = files.add(photo('small.jpg'))
  await turn(asked, 1)
  asked[0]?.full()
  await turn(asked, 2)
  asked[1]?.kept()
  expect(await files.allKept([large.id, small.id])).toBe(false)
  expect(files.files().map(({ state, problem }) => [state, problem])).toEqual([
    ['refused', 'no_room'],
    ['kept', undefined],
  ])
  files.retry(large.id)
  await turn(asked, 3)
  asked[2]?.kept()
  expect(await files.allKept([large.id, small.id])).toBe(true)
})

test('a file taken out is dropped, also when it was just being kept', async () => {
  const { files, asked, dropped, states } = device()
  const { id } = files.add(photo('one.jpg'))
  await turn(asked, 1)
  files.remove(id)
  asked[0]?.kept()
  await vi.waitFor(() => expect(dropped).toEqual([id]))
  expect(states()).toEqual([])
})

test('what an earlier page kept is found again once, and stays when the page goes', () => {
  const { files, dropped } = device()
  files.found('a', photo('one.jpg'))
  files.found('a', photo('one.jpg'))
  expect(files.files().map(({ id, state }) => [id, state])).toEqual([['a', 'kept']])
  files.stop()
  expect(files.files()).toEqual([])
  expect(dropped).toEqual([])
})

test('empty and too large files are told apart before anything is kept', () => {
  expect(problemOf({ size: 0 })).toBe('empty')
  expect(problemOf({ size: largestFile + 1 })).toBe('too_large')
  expect(problemOf({ size: largestFile })).toBeUndefined()
})
