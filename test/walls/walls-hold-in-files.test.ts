import { expect, test } from 'vitest'
import { checkNames } from './names.ts'
import { checkExports, checkQuietImports } from './quiet-imports.ts'
import { checkFileSizes, checkModuleSizes, checkUseCaseSizes, countSpokenLines } from './size-limits.ts'
import { lookAt } from './small-house.ts'

test.each([
  `start()`,
  `export const a = await load()`,
  `for (const a of []) list.push(a)`,
  `Thing.displayName = 'Thing'`,
  `if (true) go()`,
  `export const db = new Kysely({})`,
  `export class A { static { go() } }`,
  `import './other.ts'`,
])('quiet: `%s` is told outside entry/', (line) => {
  expect(lookAt(checkQuietImports, { 'work/store.ts': line })).toHaveLength(1)
  expect(lookAt(checkQuietImports, { 'entry/server.ts': line, 'work/a.test.ts': line })).toEqual([])
})

test('quiet: shapes, tables and styles may be made', () => {
  const text = `
import './piece.css'
export const Piece = z.object({ at: z.string() })
const KINDS = new Map([['a', 1]])
export const later = async () => { await KINDS.get('a') }
export type Made = { a: 1 }
declare module 'x' { interface Y { a: 1 } }
`
  expect(lookAt(checkQuietImports, { 'work/contract.ts': text })).toEqual([])
})

test.each([
  [`export default 1`, 'has a default export'],
  [`const a = 1\nexport { a as default }`, 'has a default export'],
  [`export * from './b.ts'`, 'only passes on'],
  [`import { b } from './b.ts'\nexport { b }`, 'only passes on'],
])('exports: `%s` is told', (text, wrong) => {
  const found = lookAt(checkExports, { 'work/piece.ts': text })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(wrong)
})

test('exports: what a file writes itself it may export', () => {
  expect(lookAt(checkExports, { 'work/piece.ts': 'export const a = 1\nexport type B = 2' })).toEqual([])
})

test.each([
  ['work/utils.ts', 'is called "utils"'],
  ['ui/helpers/a.ts', 'is called "helpers"'],
  ['work/index.ts', 'is called "index"'],
  ['work/addPiece.ts', 'is not kebab-case'],
  ['work/parts/a.ts', 'a folder parts/ in a module'],
  ['work/web/cards/a.tsx', 'lies too deep'],
])('names: %s is told', (path, wrong) => {
  const found = lookAt(checkNames, { [path]: 'export const a = 1' })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(wrong)
})

test.each([
  'export class PieceManager {}',
  'export function loadHelper() {}',
  'export type PieceData = 1',
  'export interface PieceInfo {}',
  'export const uploadHandler = 1',
])('names: `%s` is told', (text) => {
  expect(lookAt(checkNames, { 'work/piece.ts': text })).toHaveLength(1)
})

test('names: the words of the house pass', () => {
  const files = {
    'work/web/piece-card.tsx': 'export function PieceCard() {}',
    'interop/case/read-framework.ts': 'export const a = 1',
    'screens/learner/home.tsx': 'export const Home = 1',
  }
  expect(lookAt(checkNames, files)).toEqual([])
})

test('budgets: a long file, a long use case and a crowded module are told', () => {
  const long = `export function addPiece() {\n${'  go()\n'.repeat(39)}}\n`
  expect(
    lookAt(checkFileSizes, { 'work/piece.ts': 'a\n'.repeat(201), 'work/a.test.ts': 'a\n'.repeat(300) }),
  ).toEqual(['work/piece.ts:1 201 lines, at most 200'])
  expect(lookAt(checkUseCaseSizes, { 'work/add-piece.ts': long, 'work/piece.ts': long })).toEqual([
    'work/add-piece.ts:1 a use case of 41 lines, at most 40',
  ])
  const many = Array.from({ length: 26 }, (_, at) => [`work/noun${at}.ts`, 'export const a = 1'])
  expect(lookAt(checkModuleSizes, Object.fromEntries(many))).toEqual(['work:1 work has 26 files, at most 25'])
  expect(lookAt(checkModuleSizes, Object.fromEntries(many.slice(1)))).toEqual([])
})

test('budgets: blank lines and comments are not counted as lines of work', () => {
  expect(countSpokenLines('// a\n\n/** b\n * c\n */\nconst d = 1\n')).toBe(1)
})
