import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findUnlicensed, type Lock } from './license-list.ts'

const root = join(import.meta.dirname, '../..')

test('every package the program brings along may be given on under our licence', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
  expect(findUnlicensed(lock)).toEqual([])
})

test('a licence that is not on the list is told, however deep it lies', () => {
  const packages = {
    '': { license: 'AGPL-3.0-or-later' },
    'node_modules/a': { license: 'MIT' },
    'node_modules/b': { license: 'SSPL-1.0' },
    'node_modules/a/node_modules/@c/d': {},
    'node_modules/e': { license: '(MIT OR GPL-2.0)' },
    'node_modules/f': { license: 'MIT AND GPL-2.0' },
    'node_modules/g': { license: 'LGPL-3.0' },
    'node_modules/libheif-js': { license: 'LGPL-3.0' },
    'node_modules/h': { license: 'GPL-3.0', dev: true },
  }
  expect(findUnlicensed({ packages })).toEqual([
    'b: SSPL-1.0',
    '@c/d: no licence named',
    'f: MIT AND GPL-2.0',
    'g: LGPL-3.0',
  ])
})
