import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptPack, claim, suggest } from '../../test/support/claiming.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import type { Endpoint } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AnswerSuggestion, ListClaims, ListPieceTags, ReviseClaim } from '../self-assessment/contract.ts'
import * as register from './contract.ts'

/** What was done since a merge or a leaving is neither in the way of its undoing nor lost by it. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const singh = <E extends Endpoint>(endpoint: E, id: string, body?: object) =>
  school.as('singh').ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
const district = districtId.nechako
const inside = <T>(statement: ReturnType<typeof sql<T>>) =>
  asTheSystem(
    school.program.ground,
    { reason: 'make a test', districtId: district },
    async ({ db }) => (await statement.execute(db)).rows,
  )

test('a claim put differently and a suggestion answered since do not keep two people together', async () => {
  const { competency } = await adoptPack(school)
  const competencyId = competency('Communicating')
  const [mika, emre] = [idOf('mika'), idOf('emre')]
  const { id: claimId } = await claim(school, 'mika', { competencyId, words: 'I can say it.' })
  const piece = await addPiece(school, 'mika', ['teachers'])
  const { id: suggestionId } = await suggest(school, 'rivera', { pieceId: piece.id, competencyId })
  const { doubts } = (
    await school.as('singh').ask(register.DescribeMerge, { params: { id: emre }, query: { goneId: mika } })
  ).body
  const id = newId()
  const body = { keptId: emre, goneId: mika, accepts: doubts }
  expect((await singh(register.MergePeople, id, body)).status).toBe(200)
  const revised = { params: { id: claimId, revision: 2 }, body: { words: 'I can say it better.' } }
  expect((await school.as('emre').ask(ReviseClaim, revised)).status).toBe(200)
  const answer = { params: { id: suggestionId }, body: { answer: 'accepted', tagId: newId() } }
  expect((await school.as('emre').ask(AnswerSuggestion, answer)).status).toBe(200)
  expect((await singh(register.UndoMerge, id)).status).toBe(200)
  school.later(0)
  const claims = await school.as('mika').ask(ListClaims, { params: { id: mika } })
  expect(claims.text).toContain('I can say it better.')
  expect((await school.as('mika').ask(ListPieceTags, { params: { id: piece.id } })).status).toBe(200)
})

test('a tie that was to end on a day still ends then when whoever left returns', async () => {
  const [enrollment] = await inside(sql<{ id: string }>`
    update enrollment set closed_on = '2027-02-01' where person_id = ${idOf('kai')} and class_id = ${classOf('division-3')}
    returning id`)
  const id = newId()
  expect((await singh(register.Depart, id, { personId: idOf('kai') })).status).toBe(200)
  expect((await singh(register.ReturnFromDeparture, id)).status).toBe(200)
  const [after] = await inside(sql<{ on: string }>`
    select closed_on::text as "on" from enrollment where id = ${enrollment?.id}`)
  expect(after?.on).toBe('2027-02-01')
})

test('a tie opened anew since the leaving is not opened twice', async () => {
  const id = newId()
  expect((await singh(register.Depart, id, { personId: idOf('kai') })).status).toBe(200)
  await inside(sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
    values (${newId()}, ${district}, ${classOf('division-3')}, ${idOf('kai')}, 'student', '4', '2026-11-24')`)
  expect((await singh(register.ReturnFromDeparture, id)).status).toBe(200)
  const open = await inside(sql<{ id: string }>`
    select id from enrollment where person_id = ${idOf('kai')} and class_id = ${classOf('division-3')}
      and (closed_on is null or closed_on > '2026-11-24')`)
  expect(open).toHaveLength(1)
})

/** Whatever of `asked` has to wait for an open transaction that began with `first` waits for it. */
async function meanwhile<T>(first: ReturnType<typeof sql>, asked: () => Promise<T>): Promise<T> {
  let answer: Promise<T> | undefined
  await asTheSystem(
    school.program.ground,
    { reason: 'be there first', districtId: district },
    async ({ db }) => {
      await first.execute(db)
      const state = { isDone: false }
      answer = asked().finally(() => {
        state.isDone = true
      })
      for (let waits = false; !waits && !state.isDone; ) {
        const found = await sql<{ waits: boolean }>`
        select exists (select 1 from pg_locks where not granted) as waits`.execute(db)
        waits = found.rows[0]?.waits === true
      }
    },
  )
  return answer as Promise<T>
}

test('of two in the office who end each other’s duty at once one stays', async () => {
  const id = newId()
  await singh(register.GiveDuty, id, { personId: idOf('okafor'), kind: 'office', schoolId: null })
  const own = (await singh(register.GetPerson, idOf('singh'))).body.duties[0]?.id ?? ''
  await school.as('okafor').cookie()
  const ended = await meanwhile(sql`update duty set closed_on = opened_on where id = ${id}`, () =>
    school.as('okafor').ask(register.EndDuty, { params: { id: own } }),
  )
  expect(ended.status).not.toBe(200)
})

test('the same tie added in two offices at once is one', async () => {
  const [learnerId, guardianId] = [idOf('noor'), idOf('agnes')]
  const tie = { learnerId, guardianId, relationship: 'neighbor' }
  const other = meanwhile(
    sql`select 1 from person where id in (${learnerId}, ${guardianId}) for no key update`,
    () =>
      Promise.all([
        singh(register.AddGuardianship, newId(), tie),
        singh(register.AddGuardianship, newId(), tie),
      ]),
  )
  expect((await other).map(({ status }) => status).sort()).toEqual([200, 409])
})

test('people are not made one while a roster is applied, nor before what they just wrote is kept', async () => {
  const [kept, gone] = [newId(), newId()]
  for (const id of [kept, gone])
    await singh(register.EnterPerson, id, {
      given: 'Una',
      family: 'Twice',
      legalGiven: null,
      legalFamily: null,
    })
  const id = newId()
  const enrolling = sql`
    with held as materialized (
      select pg_advisory_xact_lock(hashtext('roster import'), hashtext(${district}::text)))
    insert into enrollment (id, district_id, class_id, person_id, role, opened_on)
    select ${newId()}, ${district}, ${classOf('division-3')}, ${gone}, 'student', '2026-11-24' from held`
  const body = { keptId: kept, goneId: gone, accepts: [] }
  expect(await meanwhile(enrolling, () => singh(register.MergePeople, id, body))).toMatchObject({
    status: 200,
  })
  const left = await inside(sql`select 1 from enrollment where person_id = ${gone}`)
  expect(left).toEqual([])
})
