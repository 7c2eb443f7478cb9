import { onlineManager, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { createQueries } from './queries.tsx'

afterEach(() => onlineManager.setOnline(true))

test('a page that said there is no network reads anew by itself once it is back, and so does one with kept words', async () => {
  const queries = createQueries()
  queries.mount()
  let away = true
  const read = (name: string, answer: () => string) =>
    new QueryObserver(queries, { queryKey: [name], queryFn: answer })
  const excuse = read('excuse', () => {
    if (away) throw new Error('network away')
    return 'the class'
  })
  const kept = read('kept', () => (away ? 'of yesterday' : 'of today'))
  const stop = [excuse, kept].map((one) => one.subscribe(() => undefined))
  onlineManager.setOnline(false)
  await expect.poll(() => excuse.getCurrentResult().status).toBe('error')
  await expect.poll(() => kept.getCurrentResult().data).toBe('of yesterday')

  away = false
  onlineManager.setOnline(true)
  await expect.poll(() => excuse.getCurrentResult().data).toBe('the class')
  await expect.poll(() => kept.getCurrentResult().data).toBe('of today')
  for (const one of stop) one()
  queries.unmount()
})
