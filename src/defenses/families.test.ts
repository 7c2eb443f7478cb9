import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { note, setDefense } from '../../test/support/defending.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'
import type { Showing } from './defense.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const seat = newId()
const panel = [{ id: seat, personId: idOf('rivera') }]
const hold = () => setDefense(school, { learnerId: idOf('mika'), panel }, 'rivera')
const ask = (key: string | null, id: string, guardian: string, shows: Showing = 'day') =>
  school.as(key).ask(contract.InviteGuardian, { params: { id }, body: { guardianId: idOf(guardian), shows } })
const family = async (key: string, attemptId: string) => {
  const { body } = await school.as(key).ask(contract.ListFamilyDefenses, {})
  return body.find(({ id }) => id === attemptId)
}
const asks = async (key: string, id: string) =>
  (await school.as(key).ask(contract.GetDefense, { params: { id } })).body.attempts[0]?.family

test('the learner alone asks their own guardians, each apart; one household hears nothing of the other', async () => {
  const { id, attemptId } = await hold()
  for (const key of ['rivera', 'dubois'])
    expect([key, (await ask(key, attemptId, 'amara')).code]).toEqual([key, 'not_allowed'])
  for (const key of ['amara', 'noor', 'jonas', 'chen', 'singh', 'ravi'])
    expect([key, (await ask(key, attemptId, 'amara')).code]).toEqual([key, 'not_found'])
  for (const stranger of ['leila', 'derek', 'rivera', 'noor'])
    expect([stranger, (await ask('mika', attemptId, stranger)).code]).toEqual([stranger, 'not_found'])
  expect((await asks('mika', id))?.map(({ shows }) => shows)).toEqual(['nothing', 'nothing'])
  expect([
    (await ask('mika', attemptId, 'amara')).status,
    (await ask('mika', attemptId, 'amara')).status,
  ]).toEqual([200, 200])
  expect(await family('amara', attemptId)).toMatchObject({
    title: 'What I can do with light',
    learner: { id: idOf('mika') },
    heldOn: '2026-11-24',
    place: 'Studio',
    outcome: null,
    notes: [],
  })
  for (const key of ['tomas', 'leila', 'rivera', 'mika'])
    expect([key, await family(key, attemptId)]).toEqual([key, undefined])
  // her teacher knows who comes; an invitation opens the presentation's own page to nobody
  expect(await asks('rivera', id)).toEqual([{ id: idOf('amara'), name: expect.any(String), shows: 'day' }])
  expect((await school.as('amara').ask(contract.GetDefense, { params: { id } })).code).toBe('not_found')
  expect((await ask('mika', attemptId, 'amara', 'nothing')).status).toBe(200)
  expect(await family('amara', attemptId)).toBeUndefined()
})

test('afterwards each sees what the learner lets them see, and not before it was said what it came to', async () => {
  const { id, attemptId } = await hold()
  const words = { params: { id: attemptId }, body: { words: 'How far my boat goes.' } }
  await school.as('mika').ask(contract.WriteOpening, words)
  const written = { params: { id: newId() }, body: note(attemptId, { panelistId: seat }) }
  await school.as('rivera').ask(contract.WriteNote, written)
  await ask('mika', attemptId, 'amara', 'notes')
  await ask('mika', attemptId, 'tomas', 'outcome')
  expect(await family('amara', attemptId)).toMatchObject({ opening: '', outcome: null, notes: [] })
  const again = { outcome: 'again' as const, words: 'Bring the boat.' }
  await school.as('rivera').ask(contract.DecideAttempt, { params: { id: attemptId }, body: again })
  const answer = { params: { id: newId() }, body: { attemptId, words: 'I will.' } }
  await school.as('mika').ask(contract.AnswerPanel, answer)
  const outcome = { ...again, answers: ['I will.'] }
  expect(await family('amara', attemptId)).toMatchObject({
    opening: 'How far my boat goes.',
    outcome,
    notes: [{ criterion: 'Tells what was hard, and what came of it', side: 'shown' }],
  })
  expect(await family('tomas', attemptId)).toMatchObject({ outcome, notes: [] })
  // she changes her mind, and a second attempt is asked to anew
  await ask('mika', attemptId, 'tomas', 'day')
  expect(await family('tomas', attemptId)).toMatchObject({ opening: '', outcome: null, notes: [] })
  const second = newId()
  const body = { defenseId: id, heldOn: '2026-12-01', place: '', panel }
  await school.as('rivera').ask(contract.CallAttempt, { params: { id: second }, body })
  expect(await family('amara', second)).toBeUndefined()
})

test('called off says so; whoever is a guardian no more sees nothing', async () => {
  const { id, attemptId } = await hold()
  await ask('mika', attemptId, 'amara')
  await ask('mika', attemptId, 'tomas')
  await school.as('rivera').ask(contract.CancelDefense, { params: { id } })
  expect(await family('amara', attemptId)).toMatchObject({ calledOff: true })
  expect((await ask('mika', attemptId, 'amara', 'nothing')).code).toBe('not_allowed')
  await asTheSystem(school.program.ground, { reason: 'test', districtId: districtId.nechako }, ({ db }) =>
    sql`update guardianship set closed_on = '2026-11-24' where guardian_id = ${idOf('tomas')}`.execute(db),
  )
  expect(await family('tomas', attemptId)).toBeUndefined()
})
