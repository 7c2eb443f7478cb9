import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comeTheFirstTime } from '../../test/support/first-password.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { AnnounceMedia } from '../media/contract.ts'
import type { Endpoint } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddPiece, GetPortfolio } from '../work/contract.ts'
import { EnterPerson, GiveSignIn, MergePeople, UndoMerge } from './contract.ts'

/** A device kept work under a second record of Kai’s; it is back when the office has found that they are two. */
let school: School
const twin = newId()
const merge = newId()
const keys = { username: 'kay.louie', password: 'given-to-kay-99' }
beforeAll(async () => {
  school = await openSchool()
  const names = { given: 'Kay', family: 'Louie', legalGiven: null, legalFamily: null }
  await singh(EnterPerson, twin, names)
  const here = { reason: 'make a test', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, here, ({ db }) =>
    sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on) values (${newId()},
      ${districtId.nechako}, ${classOf('division-3')}, ${twin}, 'student', '4', '2026-09-08')`.execute(db),
  )
  await singh(GiveSignIn, twin, keys)
  const body = { keptId: idOf('kai'), goneId: twin, accepts: ['other_names', 'same_class', 'two_ways_in'] }
  await singh(MergePeople, merge, body)
})
afterAll(() => school.close())

async function singh(endpoint: Endpoint, id: string, body?: object): Promise<void> {
  const sent = { params: { id }, ...(body ? { body } : {}) }
  expect([endpoint.name, (await school.as('singh').ask(endpoint, sent)).status]).toEqual([endpoint.name, 200])
}
async function send(cookie: string, endpoint: Endpoint, id: string, body: object, keptAs?: string) {
  const answer = await school.program.app.inject({
    method: endpoint.method,
    url: endpoint.path.replace(':id', id),
    headers: { cookie, 'x-cairn': '1', ...(keptAs === undefined ? {} : { 'x-cairn-kept-as': keptAs }) },
    payload: body,
  })
  return answer.statusCode === 200 ? 200 : answer.json().error.code
}
const piece = (text: string) => ({ iteration: { id: newId(), parts: [{ kind: 'text', text }] } })
const photo = { name: 'crane.jpg', bytes: 1000 }
const [first, second, media] = [newId(), newId(), newId()]
const kai = () => school.as('kai').cookie()
const portfolioOfKai = async () =>
  (await school.as('kai').ask(GetPortfolio, { params: { id: idOf('kai') } })).text

test('while both are one it is taken in the kept name, and from nobody else', async () => {
  expect(await send(await kai(), AddPiece, first, piece('before it was undone'), twin)).toBe(200)
  expect(await send(await kai(), AnnounceMedia, media, photo, twin)).toBe(200)
  const noor = await school.as('noor').cookie()
  expect(await send(noor, AddPiece, newId(), piece('not hers'), twin)).toBe('merge_undone')
  expect(await send(await kai(), AddPiece, newId(), piece('nobody’s'), 'a stone')).toBe('merge_undone')
})

test('undone, nothing kept under the other record is taken from Kai any more, and it goes to whose it is', async () => {
  school.later(60_000)
  await singh(UndoMerge, merge)
  school.later(60_000)
  const refused = [
    await send(await kai(), AddPiece, second, piece('kept without a network'), twin),
    await send(await kai(), AnnounceMedia, newId(), photo, twin),
  ]
  expect(refused).toEqual(['merge_undone', 'merge_undone'])
  expect(await portfolioOfKai()).not.toContain(second)
  const owner = await comeTheFirstTime(school, keys, 'a stone of my own')
  expect(await send(owner, AddPiece, second, piece('kept without a network'))).toBe(200)
  // a photo that had begun to travel in the kept name goes on in theirs; Kai’s own does not
  expect(await send(owner, AnnounceMedia, media, photo)).toBe(200)
  const own = newId()
  expect(await send(await kai(), AnnounceMedia, own, photo)).toBe(200)
  expect(await send(owner, AnnounceMedia, own, photo)).toBe('not_found')
  const noor = await school.as('noor').cookie()
  expect(await send(noor, AnnounceMedia, media, photo)).toBe('not_found')
})
