import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MODULES, VERBS } from './house.ts'

const root = join(import.meta.dirname, '../..')
const firstCells = (name: string) =>
  [...readFileSync(join(root, name), 'utf8').matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell ?? '')

const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at)

test('ARCHITECTURE.md names every module once, in the order in which they may look at each other', () => {
  const named = firstCells('ARCHITECTURE.md').flatMap((cell) =>
    [...cell.matchAll(/`([\w-]+)\/`/g)].map(([, module]) => module),
  )
  expect(named).toEqual(MODULES)
})

test('no word stands twice in GLOSSARY.md without saying of what, and no verb twice in the house', () => {
  const words = firstCells('GLOSSARY.md').flatMap((cell) => cell.replace(/, (?=[^()]*\))/g, ' ').split(', '))
  expect(twice(words)).toEqual([])
  expect(twice(VERBS)).toEqual([])
})
