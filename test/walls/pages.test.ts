import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ScreenRoute } from '../../src/platform/web/screen.ts'
import { pages } from '../stories/pages.ts'
import { readSourceTree } from './source-tree.ts'

const screens = import.meta.glob<{ routes: readonly ScreenRoute[] }>('../../src/screens/*/routes.ts', {
  eager: true,
})
const routes = Object.values(screens).flatMap((module) => module.routes.map(({ path }) => path))

/** Files that open a dialog, by their name without its ending. */
const dialogs = readSourceTree(join(import.meta.dirname, '../../src'))
  .files.filter((file) => !file.isTest && !file.path.startsWith('ui/') && /<Dialog\b/.test(file.text))
  .map((file) => file.path.replace(/^.*\//, '').replace(/\.tsx$/, ''))

test('every route has a row in test/stories/pages.ts, so that it is opened by every kind of person', () => {
  const known = new Set(pages.map(({ route }) => route))
  expect(routes.length).toBeGreaterThan(0)
  expect(routes.filter((route) => !known.has(route))).toEqual([])
})

test('every dialog has a row in test/stories/pages.ts', () => {
  const known = new Set(pages.map(({ dialog }) => dialog))
  expect(dialogs.length).toBeGreaterThan(0)
  expect(dialogs.filter((dialog) => !known.has(dialog))).toEqual([])
})

test('no row speaks of a route or a dialog that is gone', () => {
  expect(pages.map(({ route }) => route).filter((route) => !routes.includes(route))).toEqual([])
  const opened = pages.flatMap(({ dialog }) => dialog ?? [])
  expect(opened.filter((dialog) => !dialogs.includes(dialog))).toEqual([])
})
