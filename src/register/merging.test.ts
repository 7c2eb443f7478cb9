import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layOut, takeStock } from '../../test/hostile/trespass.ts'
import { comeTheFirstTime } from '../../test/support/first-password.ts'
import { layAuthenticator, type OwnAuthenticator } from '../../test/support/own-authenticator.ts'
import { addPiece, giveFeedback } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { spaceOf } from '../demo/fill-people.ts'
import { districtId } from '../demo/cast-schools.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { ListFeedback } from '../feedback/contract.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import type { Endpoint } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { ListLearners } from '../schools/contract.ts'
import { AddPiece, GetPortfolio } from '../work/contract.ts'
import * as register from './contract.ts'
import type { Doubt } from './merge.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const singh = <E extends Endpoint>(endpoint: E, id: string, body?: object) =>
  school.as('singh').ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
const describe = async (keptId: string, goneId: string) =>
  (await school.as('singh').ask(register.DescribeMerge, { params: { id: keptId }, query: { goneId } })).body
const merge = (keptId: string, goneId: string, accepts: readonly Doubt[] = [], id = newId()) =>
  singh(register.MergePeople, id, { keptId, goneId, accepts })
const learners = async () =>
  (await school.as('rivera').ask(ListLearners, { params: { id: classOf('division-3') } })).body.learners
const asSystem = (statement: ReturnType<typeof sql>) =>
  asTheSystem(school.program.ground, { reason: 'make a test', districtId: districtId.nechako }, ({ db }) =>
    statement.execute(db),
  )

/** Kai a second time, by hand: in the same class, with the same grandmother, with work and words about it. */
async function enterTwin() {
  const id = newId()
  const names = { given: 'Kai', family: 'Louie', legalGiven: null, legalFamily: null }
  await singh(register.EnterPerson, id, names)
  await asSystem(sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
    values (${newId()}, ${districtId.nechako}, ${classOf('division-3')}, ${id}, 'student', '4', '2026-09-08')`)
  const tie = { learnerId: id, guardianId: idOf('agnes'), relationship: 'grandmother' }
  expect((await singh(register.AddGuardianship, newId(), tie)).status).toBe(200)
  const given = { username: 'kai.louie', password: 'given-to-kai-99' }
  expect((await singh(register.GiveSignIn, id, given)).status).toBe(200)
  return { id, cookie: await comeTheFirstTime(school, given, 'second-kai-99') }
}

async function cookieOf(username: string, password: string): Promise<string | undefined> {
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: { username, password },
  })
  return answer.cookies[0] && `${answer.cookies[0].name}=${answer.cookies[0].value}`
}

const asCookie = (cookie: string | undefined, method: 'GET' | 'PUT', url: string, payload?: object) =>
  school.program.app.inject({
    method,
    url,
    headers: { cookie: cookie ?? '', 'x-cairn': '1' },
    ...(payload ? { payload } : {}),
  })

async function makePasskey(cookie: string | undefined, password: string) {
  const device = layAuthenticator('http://localhost:4000')
  const path = `/api/passkeys/${newId()}`
  const begun = (await asCookie(cookie, 'PUT', `${path}/question`, { password })).json()
  const answer = device.make(begun.options.challenge)
  const kept = await asCookie(cookie, 'PUT', path, { ticket: begun.ticket, answer, name: 'Phone' })
  expect(kept.statusCode).toBe(200)
  return device
}

async function showPasskey(device: OwnAuthenticator) {
  const { ticket, options } = (await asCookie('', 'PUT', `/api/passkey-questions/${newId()}`)).json()
  const answer = device.show(options.challenge)
  return asCookie('', 'PUT', '/api/session/passkey', { ticket, answer })
}

test('a dry run counts and doubts, a merge moves work with its author and words about it, and undoing gives it back', async () => {
  const twin = await enterTwin()
  const [pieceId, iterationId] = [newId(), newId()]
  const shares = [
    { id: newId(), audience: 'class', spaceId: spaceOf(classOf('division-3')) },
    { id: newId(), audience: 'family' },
  ]
  const piece = {
    iteration: { id: iterationId, parts: [{ kind: 'text', text: 'by the second Kai' }] },
    shares,
  }
  const kept = await asCookie(twin.cookie, 'PUT', AddPiece.path.replace(':id', pieceId), piece)
  expect(kept.statusCode).toBe(200)
  await giveFeedback(school, 'rivera', iterationId)
  const own = await addPiece(school, 'kai', ['class'])
  const device = await makePasskey(twin.cookie, 'second-kai-99')
  expect((await showPasskey(device)).statusCode).toBe(200)
  const twice = (await learners()).length

  const told = await describe(idOf('kai'), twin.id)
  expect(told.impossible).toEqual([])
  expect(told.doubts).toEqual(['other_names', 'same_class', 'two_ways_in'])
  expect(told.gone).toMatchObject({ name: 'Kai Louie', username: 'kai.louie' })
  expect(told.gone.counts).toMatchObject({
    pieces: 1,
    attempts: 1,
    shares: 2,
    classes: 1,
    families: 1,
    feedback: 0,
  })
  expect(JSON.stringify(told)).not.toContain('by the second Kai')
  expect((await merge(idOf('kai'), twin.id, ['other_names'])).code).toBe('looks_wrong')
  expect(await learners()).toHaveLength(twice)

  const id = newId()
  expect((await merge(idOf('kai'), twin.id, told.doubts, id)).status).toBe(200)
  expect((await merge(idOf('kai'), twin.id, told.doubts, id)).status).toBe(200)
  const portfolio = async (key: string) =>
    (await school.as(key).ask(GetPortfolio, { params: { id: idOf('kai') } })).text
  for (const reader of ['kai', 'rivera', 'agnes']) expect(await portfolio(reader)).toContain(pieceId)
  expect(await portfolio('kai')).toContain(own.id)
  expect((await school.as('kai').ask(ListFeedback, { params: { id: pieceId } })).body).toHaveLength(1)
  expect(await learners()).toHaveLength(twice - 1)
  // the second record's sessions and password rest; the first one's go on
  expect((await asCookie(twin.cookie, 'GET', '/api/me')).statusCode).toBe(401)
  expect(await cookieOf('kai.louie', 'second-kai-99')).toBeUndefined()
  // their passkey rests too
  expect((await showPasskey(device)).statusCode).toBe(403)
  const { body: page } = await singh(register.GetPerson, twin.id)
  expect(page.mergedInto).toEqual({ id: idOf('kai'), name: expect.any(String) })
  const found = await school.as('singh').ask(register.FindPeople, { query: { words: 'louie' } })
  expect(found.body.map((one) => one.id)).not.toContain(twin.id)
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { personId: idOf('kai') } })).body
  expect(lines[0]).toMatchObject({ act: 'people.merged', said: { what: 'Kai Louie' } })

  expect((await singh(register.UndoMerge, id)).status).toBe(200)
  expect((await singh(register.UndoMerge, id)).status).toBe(200)
  school.later(0)
  expect(await portfolio('kai')).not.toContain(pieceId)
  expect(await portfolio('kai')).toContain(own.id)
  expect(await learners()).toHaveLength(twice)
  const [token] = (await showPasskey(device)).cookies
  const again = `cairn=${token?.value ?? ''}`
  expect((await asCookie(again, 'GET', `/api/learners/${twin.id}/pieces`)).body).toContain(pieceId)
  expect((await singh(register.GetPerson, twin.id)).body.mergedInto).toBeNull()
})

test('something of every kind goes over and comes back as it was', async () => {
  const own = await layOut(school)
  const stock = await takeStock(school, own)
  const [mika, emre] = [idOf('mika'), idOf('emre')]
  const { counts } = (await describe(emre, mika)).gone
  expect(counts).toMatchObject({ pieces: 1, collections: 2 })
  expect(counts.words).toBeGreaterThan(0)
  const doubts = (await describe(emre, mika)).doubts
  const id = newId()
  expect(await merge(emre, mika, doubts, id)).toMatchObject({ status: 200 })
  const left = (await describe(emre, mika)).gone.counts
  expect({ ...left, other: 0, classes: 0, families: 0 }).toEqual(
    Object.fromEntries(Object.keys(left).map((kind) => [kind, 0])),
  )
  expect((await school.as('emre').ask(GetPortfolio, { params: { id: emre } })).text).toContain(own.pieceId)
  // of whoever is somebody else now, nothing more is done
  expect((await singh(register.GiveSignIn, mika, { password: 'copper-otter-41' })).code).toBe('not_allowed')
  expect((await describe(idOf('noor'), mika)).impossible).toContain('merged_already')
  expect((await singh(register.UndoMerge, id)).status).toBe(200)
  school.later(0)
  expect(await takeStock(school, own)).toBe(stock)
  expect((await describe(emre, mika)).gone.counts).toEqual(counts)
})

test('what cannot be one human is refused whatever is accepted', async () => {
  const all: Doubt[] = [
    'other_names',
    'two_numbers',
    'roster_says_two',
    'same_class',
    'two_ways_in',
    'has_office',
  ]
  const why = async (kept: string, gone: string) => {
    const { impossible } = await describe(idOf(kept), idOf(gone))
    expect([kept, gone, (await merge(idOf(kept), idOf(gone), all)).code]).toEqual([
      kept,
      gone,
      'cannot_merge',
    ])
    return impossible
  }
  expect(await why('mika', 'mika')).toContain('same_person')
  expect(await why('mika', 'amara')).toEqual(expect.arrayContaining(['guards_the_other', 'child_and_adult']))
  expect(await why('noor', 'rivera')).toEqual(['child_and_adult'])
  expect(await why('rivera', 'noor')).toEqual(['child_and_adult'])
  expect(await why('chen', 'singh')).toEqual(['is_you'])
  expect((await merge(idOf('mika'), idOf('marsh'), all)).code).toBe('not_found')
  expect((await singh(register.UndoMerge, newId())).code).toBe('not_found')
})

test('a teacher who also stands there as a mother is one human, and sees both her class and her child', async () => {
  const tie = { learnerId: idOf('lazlo'), guardianId: idOf('eszter'), relationship: 'mother' }
  expect((await describe(idOf('rivera'), idOf('eszter'))).impossible).toEqual([])
  const { doubts } = await describe(idOf('rivera'), idOf('eszter'))
  const id = newId()
  expect((await merge(idOf('rivera'), idOf('eszter'), doubts, id)).status).toBe(200)
  const page = (await singh(register.GetPerson, idOf('rivera'))).body
  expect(page.kinds).toEqual(['teacher', 'guardian'])
  expect(page.children).toMatchObject([{ personId: tie.learnerId, isOpen: true }])
  // the later merge is taken back first
  const second = newId()
  const { doubts: more } = await describe(idOf('rivera'), idOf('gabor'))
  expect((await merge(idOf('rivera'), idOf('gabor'), more, second)).status).toBe(200)
  expect((await singh(register.UndoMerge, id)).code).toBe('later_import')
  expect((await singh(register.UndoMerge, second)).status).toBe(200)
  expect((await singh(register.UndoMerge, id)).status).toBe(200)
  expect((await singh(register.GetPerson, idOf('rivera'))).body.kinds).toEqual(['teacher'])
  expect(await cookieOf('eszter', demoPassword)).toBeDefined()
})
