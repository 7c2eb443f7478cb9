import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSourceTree } from './source-tree.ts'

const ownHome = 'platform/locales.ts'
const ownWay = /dateStyle: '(?:long|full)'|weekday: 'long',\s*day: /

test('a day is said in one way everywhere: what stands beside it on a page is said so too', () => {
  const { files } = readSourceTree(join(import.meta.dirname, '../../src'))
  expect(files.length).toBeGreaterThan(0)
  const others = files.filter(({ path, text }) => path !== ownHome && ownWay.test(text))
  expect(others.map(({ path }) => path)).toEqual([])
})
