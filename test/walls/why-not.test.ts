import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSourceTree } from './source-tree.ts'

/** WhyNot reads what a person is told from a refusal alone; of any other error it says that nobody answered. */
const lost = /throw new Error\(say\(/
const shown = /\b\w*(?:error|problem|trouble|refusal)\w*\??\.message\b/i

test('why something was not done is said in the page’s language, never in an error’s own words', () => {
  const { files } = readSourceTree(join(import.meta.dirname, '../../src'))
  const pages = files.filter(({ path }) => path.endsWith('.tsx') || path.includes('/web/'))
  expect(pages.length).toBeGreaterThan(100)
  expect(pages.filter(({ text }) => shown.test(text)).map(({ path }) => path)).toEqual([])
  expect(pages.filter(({ text }) => lost.test(text)).map(({ path }) => path)).toEqual([])
  expect(shown.test('<p>{issue.error.message}</p>')).toBe(true)
  expect(lost.test("throw new Error(say('walkthroughs.for-nobody'))")).toBe(true)
})
