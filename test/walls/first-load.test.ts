import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildWebIfNeeded } from '../../src/entry/build-web.ts'
import { type FirstLoads, screenAt } from '../../src/entry/first-loads.ts'
import type { Locale } from '../../src/platform/locales.ts'

/**
 * What a first visit to each screen brings over a slow network: HTML, CSS and JavaScript as compressed as
 * they travel, in thousands of bytes. Learner home and capture are what children open on old phones. What a
 * screen fetches lazily is not in it, and that is the way out when this test fails.
 */
const opensFirst = (path: string) => ['/', '/work/new', '/pieces/:id/next', '/sign-in'].includes(path)
const budgetOf = (path: string) => (opensFirst(path) ? 130 : 170)

const folder = join(import.meta.dirname, '../../dist/web')
let loads: FirstLoads

beforeAll(async () => {
  await buildWebIfNeeded(() => {})
  loads = JSON.parse(readFileSync(join(folder, 'first-loads.json'), 'utf8')) as FirstLoads
}, 120_000)

const travels = (file: string): number =>
  file.endsWith('.html')
    ? brotliCompressSync(readFileSync(join(folder, file))).length
    : readFileSync(join(folder, `${file}.br`)).length

const sizeOf = (files: readonly string[]): number =>
  [...new Set(files)].reduce((sum, file) => sum + travels(file), 0) / 1000

test('the first load of every screen stays within its budget, in both languages', () => {
  const sizes = loads.screens.flatMap(({ path, files, words }) =>
    Object.entries(loads.words).map(([locale, first]) => {
      const said = [...first, ...words[locale as Locale]]
      const size = sizeOf(['index.html', ...loads.entry, ...said, ...files])
      return { path, locale, size }
    }),
  )
  const told = sizes.map(({ path, locale, size }) => `${size.toFixed(1).padStart(6)} KB  ${locale}  ${path}`)
  console.info(`first loads, compressed:\n${told.sort().join('\n')}`)
  const tooLarge = sizes.filter(({ path, size }) => size > budgetOf(path))
  expect(tooLarge).toEqual([])
})

test('every screen of the plan is weighed, and weighs something', () => {
  const paths = loads.screens.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['/', '/work/new', '/pieces/:id', '/classes/:id', '/family']))
  expect(new Set(paths).size).toBe(paths.length)
  expect(loads.screens.filter(({ files }) => sizeOf(files) < 0.2)).toEqual([])
  expect(sizeOf(loads.entry)).toBeGreaterThan(50)
  const piece = loads.screens.find(({ path }) => path === '/pieces/:id')
  expect(piece?.words.fr.length, 'the words a screen says are weighed with it').toBeGreaterThan(0)
  expect(screenAt(loads, '/pieces/01a20bdf/next?x=1')?.path).toBe('/pieces/:id/next')
  expect(screenAt(loads, '/nowhere/at/all')).toBeUndefined()
})
