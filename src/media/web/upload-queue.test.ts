import { expect, test, vi } from 'vitest'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { largestFile } from '../media.ts'
import type { Sending } from './upload.ts'
import { problemOf, UploadQueue } from './upload-queue.ts'

/** A network where the test says when each file arrives. */
function network() {
  const sent: (Sending & { arrive: () => void; refuse: (error: unknown) => void })[] = []
  const queue = new UploadQueue(
    (sending) => new Promise((arrive, refuse) => void sent.push({ ...sending, arrive, refuse })),
  )
  return { queue, sent, states: () => queue.uploads().map(({ state }) => state) }
}

const photo = (name: string) => new File(['stone'], name, { type: 'image/jpeg' })

test('two files travel at once, and the next follows when one has arrived', async () => {
  const { queue, sent, states } = network()
  for (const name of ['one.jpg', 'two.jpg', 'three.jpg']) queue.add(photo(name))
  expect(states()).toEqual(['sending', 'sending', 'queued'])
  sent[0]?.arrive()
  await vi.waitFor(() => expect(states()).toEqual(['arrived', 'sending', 'sending']))
})

test('saving waits until every byte has arrived', async () => {
  const { queue, sent } = network()
  const { id } = queue.add(photo('one.jpg'))
  const arrival = queue.arrival([id], new AbortController().signal)
  sent[0]?.onProgress(5)
  const early = await Promise.race([arrival, Promise.resolve('not yet')])
  expect(early).toBe('not yet')
  sent[0]?.arrive()
  expect(await arrival).toBe(true)
})

test('a file that was not taken says why and may be tried again', async () => {
  const { queue, sent, states } = network()
  const { id } = queue.add(photo('one.jpg'))
  sent[0]?.refuse(new ApiRefusal(507, 'storage_full', 'There is no room left.'))
  expect(await queue.arrival([id], new AbortController().signal)).toBe(false)
  expect(queue.uploads()[0]?.sentence).toBe('There is no room left.')
  queue.retry(id)
  expect(states()).toEqual(['sending'])
  sent[1]?.arrive()
  expect(await queue.arrival([id], new AbortController().signal)).toBe(true)
})

test('a file taken out stops travelling', () => {
  const { queue, sent, states } = network()
  queue.remove(queue.add(photo('one.jpg')).id)
  expect(sent[0]?.signal.aborted).toBe(true)
  expect(states()).toEqual([])
})

test('empty and too large files are told apart before anything is sent', () => {
  expect(problemOf({ size: 0 })).toBe('empty')
  expect(problemOf({ size: largestFile + 1 })).toBe('too_large')
  expect(problemOf({ size: largestFile })).toBeUndefined()
})
