import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { BringFramework } from '../interop/case/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

/** Everybody who must not decide which frameworks there are: the office of Nechako is Mr. Singh. */
const others = ['mika', 'rivera', 'amara', 'chen', 'halvorsen']

const bring = (file: object | string, key = 'singh', id = newId(), more: object = {}) => {
  const words = typeof file === 'string' ? file : JSON.stringify(file)
  return school
    .as(key)
    .ask(BringFramework, {
      params: { id },
      body: { name: 'framework.json', file: Buffer.from(words).toString('base64'), ...more },
    })
    .then((answer) => ({ id, answer }))
}
const lookAt = async (id: string) =>
  (await school.as('singh').ask(contract.GetFrameworkImport, { params: { id } })).body
const apply = async (id: string) =>
  (
    await school
      .as('singh')
      .ask(contract.ApplyFrameworkImport, { params: { id }, body: { judgedBy: 'teacher' } })
  ).body.frameworkId
const framework = async (id: string, key = 'mika') =>
  (await school.as(key).ask(contract.GetFramework, { params: { id } })).body
const find = async (words: string, key = 'mika') =>
  (await school.as(key).ask(contract.FindCompetencies, { query: { words } })).body

const at = { lastChangeDateTime: '2024-01-01T00:00:00+00:00', uri: '' }
const edition = (identifier: string, items: Record<string, string>) => ({
  CFDocument: { identifier, title: `Framework ${identifier}`, creator: 'We', ...at },
  CFItems: Object.entries(items).map(([name, fullStatement]) => ({ identifier: name, fullStatement, ...at })),
  CFAssociations: Object.keys(items).map((name) => ({
    identifier: `${name} up`,
    associationType: 'isChildOf',
    originNodeURI: { identifier: name },
    destinationNodeURI: { identifier },
    ...at,
  })),
})

test('the office takes a pack over, and everybody of the district reads and finds it in two languages', async () => {
  const adopted = await school.as('singh').ask(contract.AdoptPack, { body: { pack: 'bc/core-competencies' } })
  const again = await school.as('singh').ask(contract.AdoptPack, { body: { pack: 'bc/core-competencies' } })
  expect(again.body).toEqual(adopted.body)
  const read = await framework(adopted.body.frameworkId)
  expect(read).toMatchObject({ competencies: 33, retired: 0, judgedBy: 'learner', may: { keep: false } })
  const collaborating = read.items.find(({ statement }) => statement === 'Collaborating')
  expect(read.items.filter(({ parents }) => parents[0] === collaborating?.id)).toHaveLength(3)
  expect((await find('working COLLECT')).map(({ statement }) => statement)).toEqual(['Working collectively'])
  expect((await find('pensee creat'))[0]).toMatchObject({ statement: 'Creative Thinking', above: 'Thinking' })
})

test('another district sees none of it', async () => {
  await school.as('singh').ask(contract.AdoptPack, { body: { pack: 'plain/habits-of-learning' } })
  const elsewhere = await school.as('ravi').ask(contract.ListFrameworks)
  expect(elsewhere.body.frameworks).toEqual([])
  expect(await find('noticing', 'ravi')).toEqual([])
  const [known] = (await school.as('mika').ask(contract.ListFrameworks)).body.frameworks
  const asked = await school.as('ravi').ask(contract.GetFramework, { params: { id: known?.id } })
  expect(asked.code).toBe('not_found')
})

test('a CASE file changes nothing until it is applied, and says in counts and names what it would do', async () => {
  const { id } = await bring(edition('one', { a: 'Read closely', b: 'Write clearly' }))
  expect(await lookAt(id)).toMatchObject({
    title: 'Framework one',
    frameworkId: null,
    appliedAt: null,
    adds: { count: 2, some: ['Read closely', 'Write clearly'] },
    changes: { count: 0 },
    retires: { count: 0 },
  })
  expect(await find('read closely')).toEqual([])
  await apply(id)
  expect(await find('read closely')).toHaveLength(1)
})

test('brought again, it keeps identifiers, retires what vanished and takes back what returned', async () => {
  const first = await bring(edition('two', { a: 'Draw', b: 'Paint', c: 'Carve' }))
  const frameworkId = await apply(first.id)
  const before = await framework(frameworkId)
  const second = await bring(edition('two', { a: 'Draw from life', c: 'Carve', d: 'Print' }))
  expect(await lookAt(second.id)).toMatchObject({
    frameworkId,
    adds: { some: ['Print'] },
    changes: { some: ['Draw from life'] },
    retires: { some: ['Paint'] },
  })
  expect(await apply(second.id)).toBe(frameworkId)
  const after = await framework(frameworkId)
  expect(after.items.find(({ identifier }) => identifier === 'b')?.retiredAt).not.toBeNull()
  for (const { id, identifier } of before.items) {
    expect(after.items.find((one) => one.identifier === identifier)?.id).toBe(id)
  }
  expect(await find('paint')).toEqual([])
  const third = await bring(edition('two', { a: 'Draw from life', b: 'Paint', c: 'Carve', d: 'Print' }))
  expect(await lookAt(third.id)).toMatchObject({
    returns: { some: ['Paint'] },
    adds: { count: 0 },
    changes: { count: 0 },
  })
  await apply(third.id)
  expect((await framework(frameworkId)).retired).toBe(0)
})

test('applying twice applies once, and what it did can still be read afterwards', async () => {
  const { id } = await bring(edition('three', { a: 'Sing' }))
  const frameworkId = await apply(id)
  expect(await apply(id)).toBe(frameworkId)
  expect(await lookAt(id)).toMatchObject({ adds: { count: 1 }, frameworkId })
  const listed = await school.as('singh').ask(contract.ListFrameworkImports)
  expect(listed.body[0]).toMatchObject({ id, frameworkId, broughtBy: 'Amandeep Singh' })
})

test('the same file under the same id is kept once; another file under it is refused', async () => {
  const id = newId()
  expect((await bring(edition('four', { a: 'One' }), 'singh', id)).answer.status).toBe(200)
  expect((await bring(edition('four', { a: 'One' }), 'singh', id)).answer.status).toBe(200)
  expect((await bring(edition('four', { a: 'Two' }), 'singh', id)).answer.code).toBe('id_taken')
})

test('a table is a framework too, and a later table a new edition of it', async () => {
  const first = await bring('code,statement\nH1,Ask\nH2,Answer\n', 'singh', newId(), { title: 'House rules' })
  const frameworkId = await apply(first.id)
  const second = await bring('code,statement\nH1,Ask twice\nH2,Answer\n', 'singh', newId(), { frameworkId })
  expect(await lookAt(second.id)).toMatchObject({ frameworkId, changes: { count: 1 }, adds: { count: 0 } })
  expect(await apply(second.id)).toBe(frameworkId)
  expect((await find('h1'))[0]?.statement).toBe('Ask twice')
})

test('what cannot be read is refused with its reason and changes nothing', async () => {
  const { answer } = await bring('{"CFItems": []}')
  expect(answer.code).toBe('invalid')
  expect(answer.text).toContain('no_package')
})

test('only the office brings, looks, applies, writes, retires and closes', async () => {
  const { id } = await bring(edition('five', { a: 'Weave' }))
  const frameworkId = await apply(id)
  const [woven] = (await framework(frameworkId)).items
  for (const key of others) {
    const asked = await Promise.all([
      bring(edition('six', { a: 'x' }), key).then(({ answer }) => answer),
      school.as(key).ask(contract.GetFrameworkImport, { params: { id } }),
      school.as(key).ask(contract.ListFrameworkImports),
      school.as(key).ask(contract.ApplyFrameworkImport, { params: { id }, body: { judgedBy: 'learner' } }),
      school.as(key).ask(contract.AdoptPack, { body: { pack: 'bc/core-competencies' } }),
      school.as(key).ask(contract.CloseFramework, { params: { id: frameworkId }, body: { closed: true } }),
      school.as(key).ask(contract.RetireCompetency, { params: { id: woven?.id }, body: { retired: true } }),
    ])
    expect(asked.map(({ code }) => code)).toEqual(Array(7).fill('not_allowed'))
  }
  expect((await framework(frameworkId)).closedAt).toBeNull()
})

test('a closed framework is no longer found, and its items are still there', async () => {
  const frameworkId = await apply((await bring(edition('seven', { a: 'Juggle' }))).id)
  const close = (closed: boolean) =>
    school.as('singh').ask(contract.CloseFramework, { params: { id: frameworkId }, body: { closed } })
  await close(true)
  await close(true)
  expect(await find('juggle')).toEqual([])
  expect((await framework(frameworkId)).items).toHaveLength(1)
  await close(false)
  expect(await find('juggle')).toHaveLength(1)
})

test('a district writes a framework of its own; edits keep what was before, and nothing stands below itself', async () => {
  const frameworkId = newId()
  const [above, under] = [newId(), newId()]
  await school.as('singh').ask(contract.BeginFramework, {
    params: { id: frameworkId },
    body: { title: 'On the land', judgedBy: 'learner' },
  })
  const write = (id: string, revision: number, statement: string, more: object = {}) =>
    school
      .as('singh')
      .ask(contract.WriteCompetency, { params: { id }, body: { frameworkId, revision, statement, ...more } })
  expect((await write(above, 1, 'Knowing the land')).status).toBe(200)
  expect((await write(above, 1, 'Knowing the land')).status).toBe(200)
  await write(under, 1, 'Naming plants', { parentId: above, french: 'Nommer les plantes' })
  expect((await write(above, 2, 'Knowing the land', { parentId: under })).code).toBe('invalid')
  expect((await write(above, 3, 'Skipping one')).code).toBe('changed_elsewhere')
  expect((await write(under, 2, 'Naming ten plants', { parentId: above })).status).toBe(200)
  expect(await find('nommer plantes')).toEqual([])
  const [first, second] = [newId(), newId()]
  for (const [place, id] of [first, second].entries())
    await write(id, 1, `Step ${place + 1}`, { parentId: above })
  const order = (ids: string[], key = 'singh') =>
    school.as(key).ask(contract.ReorderCompetencies, { params: { id: frameworkId }, body: { ids } })
  const steps = async () =>
    (await framework(frameworkId)).items.flatMap(({ id, parents }) => (parents.includes(above) ? [id] : []))
  for (const _again of [1, 2]) expect((await order([second, under, first])).status).toBe(200)
  expect(await steps()).toEqual([second, under, first])
  expect((await order([second, newId()])).code).toBe('not_found')
  for (const key of others) expect((await order([first, second], key)).code).toBe('not_allowed')
  expect(await steps()).toEqual([second, under, first])
  expect((await find('ten plants'))[0]).toMatchObject({ above: 'Knowing the land' })
  await school.as('singh').ask(contract.RetireCompetency, { params: { id: under }, body: { retired: true } })
  expect(await find('ten plants')).toEqual([])
})

test('what came from elsewhere is not written over by hand', async () => {
  const frameworkId = await apply((await bring(edition('eight', { a: 'Knit' }))).id)
  const [knit] = (await framework(frameworkId)).items
  const answer = await school.as('singh').ask(contract.WriteCompetency, {
    params: { id: knit?.id },
    body: { frameworkId, revision: 2, statement: 'Mine' },
  })
  expect(answer.code).toBe('not_allowed')
})

test('a district loads profiles it may use, all or none, and everybody reads them', async () => {
  const adopted = await school
    .as('singh')
    .ask(contract.AdoptPack, { body: { pack: 'spokane/graduate-profile' } })
  const { frameworkId } = adopted.body
  const [first] = (await framework(frameworkId)).items
  const load = (competencyId: string | undefined, key = 'singh') =>
    school.as(key).ask(contract.LoadProfiles, {
      params: { id: frameworkId },
      body: {
        source: 'District, 2026',
        language: 'en',
        profiles: [
          { competencyId: first?.id, number: 1, statement: 'I can ask.' },
          { competencyId, number: 2, statement: 'I can ask again.' },
        ],
      },
    })
  expect((await load(first?.id, 'rivera')).code).toBe('not_allowed')
  expect((await load(newId())).code).toBe('not_found')
  expect((await load(first?.id)).status).toBe(200)
  const read = await school.as('mika').ask(contract.ListProfiles, { params: { id: first?.id } })
  expect(read.body.map(({ number, statement }) => [number, statement])).toEqual([
    [1, 'I can ask.'],
    [2, 'I can ask again.'],
  ])
})

test('an address is fetched by the server, and refused where it leads into the own network', async () => {
  const bringFrom = (to: School) =>
    to
      .as('singh')
      .ask(BringFramework, { params: { id: newId() }, body: { address: 'http://127.0.0.1:9/package' } })
  expect((await bringFrom(school)).code).toBe('address_not_reached')
  const source = createServer((_, answer) => answer.end(JSON.stringify(edition('nine', { a: 'Orbit' }))))
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve))
  const beside = await openSchool({ localAddresses: true })
  const id = newId()
  const address = `http://127.0.0.1:${(source.address() as AddressInfo).port}/CFPackages/nine`
  const answer = await beside.as('singh').ask(BringFramework, { params: { id }, body: { address } })
  const brought = await beside.as('singh').ask(contract.GetFrameworkImport, { params: { id } })
  source.close()
  await beside.close()
  expect(answer.status).toBe(200)
  expect(brought.body).toMatchObject({ name: address, adds: { some: ['Orbit'] } })
})

test('the provincial scale keeps "insufficient evidence" apart from its four levels', async () => {
  const scales = (await school.as('rivera').ask(contract.ListScales)).body
  const provincial = scales.find(({ pack }) => pack === 'bc/proficiency-scale')
  expect(provincial?.levels.map(({ name }) => name.en)).toEqual([
    'Emerging',
    'Developing',
    'Proficient',
    'Extending',
  ])
  expect(provincial?.levels.every(({ percent }) => percent === null)).toBe(true)
  expect(provincial?.withoutLevel.map(({ code }) => code)).toEqual(['IE'])
})
