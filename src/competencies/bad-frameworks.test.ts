import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { BringFramework } from '../interop/case/contract.ts'
import * as contract from './contract.ts'
import { mostCompetencies } from './framework.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

/** Everything that publishers and spreadsheets get wrong, brought as the office brings it. */
const bring = async (file: object | string, more: object = {}) => {
  const id = newId()
  const words = typeof file === 'string' ? file : JSON.stringify(file)
  const body = { name: 'framework.json', file: Buffer.from(words).toString('base64'), ...more }
  return { id, answer: await school.as('singh').ask(BringFramework, { params: { id }, body }) }
}
const lookAt = async (id: string) =>
  (await school.as('singh').ask(contract.GetFrameworkImport, { params: { id } })).body
const apply = async (id: string) =>
  (
    await school
      .as('singh')
      .ask(contract.ApplyFrameworkImport, { params: { id }, body: { judgedBy: 'teacher' } })
  ).body.frameworkId
const itemsOf = async (id: string) =>
  (await school.as('mika').ask(contract.GetFramework, { params: { id } })).body.items
const frameworks = async () => (await school.as('mika').ask(contract.ListFrameworks)).body.frameworks

const at = { lastChangeDateTime: '2024-01-01T00:00:00+00:00', uri: '' }
const item = (identifier: string, fullStatement: string, more: object = {}) => ({
  identifier,
  fullStatement,
  ...at,
  ...more,
})
const below = (child: string, parent: string) => ({
  identifier: `${child} below ${parent}`,
  associationType: 'isChildOf',
  originNodeURI: { identifier: child },
  destinationNodeURI: { identifier: parent },
  ...at,
})
const packageOf = (identifier: string, CFItems: object[], CFAssociations: object[], more: object = {}) => ({
  CFDocument: { identifier, title: `The ${identifier}`, creator: 'We', ...at, ...more },
  CFItems,
  CFAssociations,
})

test('circles, two parents and ties that lead nowhere are said in the dry run, and all items are there once', async () => {
  const tangled = packageOf(
    'tangle',
    [
      item('a', 'First'),
      item('b', 'Second'),
      item('c', 'Below both'),
      item('d', 'Round'),
      item('e', 'About'),
    ],
    [
      below('a', 'tangle'),
      below('b', 'tangle'),
      below('c', 'a'),
      below('c', 'b'),
      below('d', 'e'),
      below('e', 'd'),
      below('a', 'elsewhere'),
      below('gone', 'a'),
    ],
  )
  const { id, answer } = await bring(tangled)
  expect(answer.status).toBe(200)
  const seen = await lookAt(id)
  expect(seen).toMatchObject({ adds: { count: 5 }, frameworkId: null })
  expect(seen.oddities.map(({ code, at: place }) => [code, place])).toEqual([
    ['unknown_parent', 'CFAssociations 7'],
    ['tie_leads_nowhere', 'CFAssociations 8'],
    ['goes_in_circles', expect.any(String)],
    ['goes_in_circles', expect.any(String)],
  ])
  const items = await itemsOf(await apply(id))
  expect(items.map(({ identifier }) => identifier).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(items.find(({ identifier }) => identifier === 'c')?.parents).toHaveLength(2)
})

test('wrapped, of a version nobody has heard of, with a doubled identifier and any signs: taken, and named', async () => {
  const words = '**Bold** $\\frac{1}{2}$ 🪨 𝑑 <b>not a tag</b>'
  const file = packageOf(
    'signs',
    [item('x', words), item('x', 'The same name once more')],
    [below('x', 'signs')],
    { caseVersion: '3.0' },
  )
  const { id } = await bring({ CFPackage: file })
  expect((await lookAt(id)).oddities.map(({ code, at: place }) => [code, place])).toEqual([
    ['other_version', 'CFDocument'],
    ['same_identifier', 'CFItems 2'],
  ])
  expect((await itemsOf(await apply(id))).map(({ statement }) => statement)).toEqual([words])
})

test('a table says its odd rows by the number they have in the sheet', async () => {
  const table = 'code,statement,parent\nT1,Map,\nT2,Cairn,T9\nT3,,\nT1,Map again,\n'
  const { id } = await bring(table, { name: 'trail.csv', title: 'Trail' })
  expect((await lookAt(id)).oddities.map(({ code, at: row }) => [code, row])).toEqual([
    ['no_statement', '4'],
    ['same_identifier', '5'],
    ['unknown_parent', '3'],
  ])
})

test('too many items, too deep a nest, and a file too large are refused with a reason, and nothing is kept', async () => {
  const before = await frameworks()
  const many = `statement\n${Array.from({ length: mostCompetencies + 1 }, (_, n) => `Item ${n}`).join('\n')}`
  expect((await bring(many, { name: 'many.csv' })).answer.text).toContain('too_many')
  const nest = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const file = JSON.stringify(packageOf('nest', [item('a', 'Deep')], [])).replace(
    '"Deep"',
    `"Deep","notes":${nest}`,
  )
  const deep = await bring(file)
  expect(deep.answer.text).toContain('too_deep')
  const heavy = await bring(`{"CFDocument":"${'x'.repeat(31 * 2 ** 20)}"}`)
  expect([400, 413, 422]).toContain(heavy.answer.status)
  expect(await frameworks()).toEqual(before)
})

test('an edition is taken over whole or not at all: of two at once, one comes after the other', async () => {
  const edition = (...names: string[]) =>
    packageOf(
      'pair',
      names.map((name) => item(name, `Says ${name}`)),
      names.map((name) => below(name, 'pair')),
    )
  const [one, other] = [await bring(edition('a', 'b')), await bring(edition('b', 'c'))]
  const [first, second] = await Promise.all([apply(one.id), apply(other.id)])
  expect(first).toBe(second)
  const standing = (await itemsOf(first)).flatMap(({ identifier, retiredAt }) =>
    retiredAt ? [] : [identifier],
  )
  expect([
    ['a', 'b'],
    ['b', 'c'],
  ]).toContainEqual(standing.toSorted())
  // brought once more, both can be repeated, and change nothing that has not changed
  const again = await bring(edition(...standing))
  expect(await lookAt(again.id)).toMatchObject({
    adds: { count: 0 },
    changes: { count: 0 },
    retires: { count: 0 },
  })
})
