import { expect, test } from 'vitest'
import { checkBrowserCode } from './browser-code.ts'
import { checkModuleOrder } from './module-order.ts'
import { checkPureNouns } from './pure-nouns.ts'
import { lookAt } from './small-house.ts'
import { checkInteropWrites, checkSqlHome, checkTieAliases } from './sql-home.ts'

/** Each wall is run against a small house with the fault in it: a wall that catches nothing is no wall. */

const goal = { 'goals/goal.ts': 'export type Goal = { id: string }\n' }

test.each([
  ['import', `import { x } from '../goals/goal.ts'`],
  ['import type', `import type { Goal } from '../goals/goal.ts'`],
  ['inline type', `import { type Goal } from '../goals/goal.ts'`],
  ['dynamic import', `export const load = () => import('../goals/goal.ts')`],
  ['template import', 'export const load = () => import(`../goals/goal.ts`)'],
  ['export from', `export { type Goal } from '../goals/goal.ts'\nexport const a = 1`],
  ['export all', `export * from '../goals/goal.ts'`],
  ['import() type', `export type G = import('../goals/goal.ts').Goal`],
  ['typeof import()', `export type G = typeof import('../goals/goal.ts')`],
  ['require', `export const load = () => require('../goals/goal.ts')`],
])('order: a later module is seen through %s', (_name, line) => {
  expect(lookAt(checkModuleOrder, { ...goal, 'work/piece.ts': `${line}\n` })).toEqual([
    'work/piece.ts:1 work imports goals/goal.ts, but goals comes after it',
  ])
})

test('order: earlier nouns, contracts, stores and web parts are open', () => {
  const text = `
import type { Piece } from '../work/piece.ts'
import type { Add } from '../work/contract.ts'
import { readPiece } from '../work/store.ts'
import { readShares } from '../work/share-store.ts'
import { rule } from '../access/relations.ts'
import { db } from '../platform/database.ts'
`
  expect(lookAt(checkModuleOrder, { 'goals/set-goal.ts': text })).toEqual([])
})

test.each(['add-piece.ts', 'routes.ts', 'jobs.ts', 'policy.ts'])(
  'order: %s of another module is closed',
  (name) => {
    const found = lookAt(checkModuleOrder, { 'goals/set-goal.ts': `import { x } from '../work/${name}'\n` })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`work/${name} of another module`)
  },
)

test('order: entry may take routes, interop use cases, and tests anything', () => {
  const files = {
    'entry/server.ts': `import { routes } from '../work/routes.ts'`,
    'interop/leap2a/read-leap2a.ts': `import { addPiece } from '../../work/add-piece.ts'`,
    'people/person.test.ts': `import { routes } from '../work/routes.ts'`,
  }
  expect(lookAt(checkModuleOrder, files)).toEqual([])
})

test('order: a policy or store builds on an earlier policy, a use case does not', () => {
  const line = `import { maySee } from '../work/policy.ts'`
  const files = { 'goals/policy.ts': line, 'goals/goal-store.ts': line, 'goals/set-goal.ts': line }
  expect(lookAt(checkModuleOrder, files)).toEqual([
    'goals/set-goal.ts:1 takes the policy file work/policy.ts of another module',
  ])
})

test('order: the ground does not look up, and platform not at access', () => {
  const files = {
    'access/relations.ts': `import { Person } from '../people/person.ts'`,
    'platform/http.ts': `import { may } from '../access/relations.ts'`,
  }
  expect(lookAt(checkModuleOrder, files)).toEqual([
    'access/relations.ts:1 access imports people/person.ts, but people comes after it',
    'platform/http.ts:1 platform imports access/relations.ts, but access comes after it',
  ])
})

test('order: unknown modules, loose files, computed paths and test code are told', () => {
  const files = {
    'gadgets/gadget.ts': 'export const a = 1',
    'loose.ts': 'export const a = 1',
    'work/piece.ts': 'export const load = (name: string) => import(`./${name}.ts`)',
    'work/share.ts': `import { cast } from '../../test/support/cast.ts'`,
  }
  expect(lookAt(checkModuleOrder, files).map((one) => one.split(' ')[0])).toEqual([
    'gadgets/gadget.ts:1',
    'loose.ts:1',
    'work/piece.ts:1',
    'work/share.ts:1',
  ])
})

test.each(['work/web/piece-card.tsx', 'screens/learner/home.tsx', 'ui/button.tsx', 'entry/web.tsx'])(
  'browser: %s imports no store, policy, use case, Node or server package, not even a type',
  (path) => {
    const up = '../'.repeat(path.split('/').length - 1)
    const wanted = ['work/store.ts', 'work/policy.ts', 'work/add-piece.ts', 'work/share-store.ts'].map(
      (file) => `import type { X } from '${up}${file}'`,
    )
    const packages = ['node:fs', 'fs', 'pg', 'kysely', 'zod', 'fastify', 'sharp'].map(
      (name) => `import y from '${name}'`,
    )
    const found = lookAt(checkBrowserCode, { [path]: [...wanted, ...packages].join('\n') })
    expect(found).toHaveLength(11)
  },
)

test('browser: a contract and the types of zod are open, zod itself is not', () => {
  const files = {
    'work/contract.ts': `import { z } from 'zod'\nexport const AddPiece = z.object({})`,
    'work/web/a.tsx': `import { AddPiece } from '../contract.ts'\nimport type { z } from 'zod'`,
    'work/web/b.tsx': `import { type z } from 'zod'`,
    'work/web/c.tsx': `import type { Kysely } from 'kysely'`,
  }
  expect(lookAt(checkBrowserCode, files)).toEqual([
    'work/web/b.tsx:1 browser code imports zod',
    'work/web/c.tsx:1 browser code imports kysely',
  ])
})

test('browser: a detour to the server is found, with its way', () => {
  const files = {
    'platform/clock.ts': `import { a } from './disk.ts'`,
    'platform/disk.ts': `import { readFileSync } from 'node:fs'`,
    'ui/button.tsx': `import { now } from '../platform/clock.ts'`,
    'ui/card.tsx': `import type { Clock } from '../platform/clock.ts'`,
  }
  expect(lookAt(checkBrowserCode, files)).toEqual([
    'ui/button.tsx:1 browser code reaches the server: platform/clock.ts > platform/disk.ts > node:fs',
  ])
})

test('browser: the server imports no browser file', () => {
  const files = { 'work/routes.ts': `import { PieceCard } from './web/piece-card.tsx'` }
  expect(lookAt(checkBrowserCode, files)).toEqual([
    'work/routes.ts:1 server code imports the browser file work/web/piece-card.tsx',
  ])
})

test.each([
  ['kysely', `import { sql } from 'kysely'`],
  ['a type of kysely', `import type { Kysely } from 'kysely'`],
  ['pg', `import pg from 'pg'`],
  ['a builder', `export const add = (db: any) => db.insertInto('piece')`],
  ['a string', `export const read = (db: any) => db.query('select id from piece')`],
  [
    'a template',
    'export const end = (db: any, id: string) => db.query(`UPDATE piece SET a = 1 where id = ${id}`)',
  ],
])('SQL: %s outside a store is told', (_name, line) => {
  expect(lookAt(checkSqlHome, { 'work/add-piece.ts': line })).toHaveLength(1)
  expect(lookAt(checkSqlHome, { 'work/store.ts': line, 'work/share-store.ts': line })).toEqual([])
  expect(
    lookAt(checkSqlHome, { 'work/policy.ts': line, 'access/may.ts': line, 'demo/fill.ts': line }),
  ).toEqual([])
})

test('SQL: a sentence is not SQL', () => {
  const line = `export const label = 'Select what comes from your class'`
  expect(lookAt(checkSqlHome, { 'work/piece.ts': line })).toEqual([])
})

test('SQL: an alias that the ties use is told, outside of them', () => {
  const line = 'export const q = sql`select guarding.id from goal guarding`'
  expect(lookAt(checkTieAliases, { 'goals/store.ts': line })).toHaveLength(1)
  expect(lookAt(checkTieAliases, { 'access/relations.ts': line })).toEqual([])
})

test.each([
  ['a builder', `export const add = (db: any) => db.updateTable('person')`],
  ['a template', 'export const add = (db: any) => sql`insert into person values (1)`'],
])('interop: writing a table with %s is told, even in a store', (_name, line) => {
  expect(lookAt(checkInteropWrites, { 'interop/oneroster/store.ts': line })).toHaveLength(1)
  expect(lookAt(checkInteropWrites, { 'schools/store.ts': line })).toEqual([])
})

test.each([
  `import { readFileSync } from 'node:fs'`,
  `import { v7 } from 'uuid'`,
  `import type { Db } from './store.ts'`,
  `import { add } from './add-piece.ts'`,
  `export const now = () => Date.now()`,
  `export const now = () => new Date()`,
  `export const roll = () => Math.random()`,
  `export const id = () => crypto.randomUUID()`,
  `export const id = () => globalThis.crypto.randomUUID()`,
  `export const ask = () => fetch('/x')`,
  `export const mode = () => process.env.MODE`,
])('nouns: `%s` is told', (line) => {
  expect(lookAt(checkPureNouns, { 'work/piece.ts': line })).toHaveLength(1)
})

test('nouns: given moments, names of the world as parameters and pure ground are fine', () => {
  const files = {
    'platform/refusal.ts': 'export const refuse = () => 1',
    'people/person.ts': 'export type Person = { id: string }',
    'work/piece.ts': `
import { refuse } from '../platform/refusal.ts'
import type { Person } from '../people/person.ts'
export const late = (at: string, now: Date) => new Date(at) > now
export const title = (document: { title: string }) => document.title
`,
  }
  expect(lookAt(checkPureNouns, files)).toEqual([])
})

test('nouns: drawing and reaching the disk by a detour are told', () => {
  const files = {
    'platform/disk.ts': `import { readFileSync } from 'node:fs'`,
    'work/piece.ts': `import { read } from '../platform/disk.ts'`,
    'work/card.tsx': 'export const Card = () => null',
  }
  expect(lookAt(checkPureNouns, files)).toEqual([
    'work/card.tsx:1 a .tsx file outside web/',
    'work/piece.ts:1 a noun reaches the server: platform/disk.ts > node:fs',
  ])
})
