import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roster, setGoal } from '../../test/support/completing.ts'
import {
  begin,
  close,
  cue,
  meetingOf,
  openRound,
  preparationOf,
  prepare,
  sayReady,
  tell,
  told,
} from '../../test/support/conferring.ts'
import { addPiece } from '../../test/support/making.ts'
import { castMember } from '../../test/support/cast.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import * as contract from './contract.ts'

let school: School
let round: string
let piece: string
let goalId: string
beforeAll(async () => {
  school = await openSchool()
  round = await openRound(school)
  piece = (await addPiece(school, 'mika')).id
  goalId = (await setGoal(school, 'mika')).id
  await prepare(school, 'mika', round, {
    goalId,
    choices: [{ kind: 'proud', pieceId: piece, why: 'It hovers', cue }],
  })
  await sayReady(school, 'mika', round)
})
afterAll(() => school.close())

const agree = (key: string, conferenceId: string, who: object, id = newId()) =>
  school.as(key).ask(contract.AgreeOnGoal, { params: { id }, body: { conferenceId, goalId, ...who } })
const ofAmara = () => begin(school, 'mika', round, [told('amara'), told('rivera', 'teacher')])

test('what is said is kept with who said it and whose hand wrote it down; nobody speaks in the learner’s place', async () => {
  const { id } = await ofAmara()
  expect((await tell(school, 'mika', id, told('amara'))).status).toBe(200)
  expect((await tell(school, 'rivera', id, told('rivera', 'teacher'), { kind: 'wonder' })).status).toBe(200)
  expect((await tell(school, 'mika', id, told('mika', 'learner'), { kind: 'will' })).status).toBe(200)
  expect((await tell(school, 'amara', id, told('amara'))).status).toBe(200)
  for (const key of ['rivera', 'amara'])
    expect([key, (await tell(school, key, id, told('mika', 'learner'))).code]).toEqual([key, 'not_allowed'])
  expect((await tell(school, 'amara', id, told('rivera', 'teacher'))).code).toBe('not_allowed')
  expect((await tell(school, 'amara', id, told('tomas'))).code).toBe('not_allowed')
  const { body } = await meetingOf(school, 'amara', id)
  expect(body.words.map((one) => [one.role, one.personId, one.writtenBy.id])).toEqual([
    ['guardian', idOf('amara'), idOf('mika')],
    ['teacher', idOf('rivera'), idOf('rivera')],
    ['learner', idOf('mika'), idOf('mika')],
    ['guardian', idOf('amara'), idOf('amara')],
  ])
})

test('nobody is written down as what they are not: no learner as family, no guardian as teacher', async () => {
  const { id } = await begin(school, 'mika', round, [told('tomas', 'teacher')])
  expect((await meetingOf(school, 'tomas', id)).code).toBe('not_found')
  expect((await tell(school, 'rivera', id, told('mika', 'guardian'))).status).toBe(200)
  const hers = await ofAmara()
  expect((await tell(school, 'amara', hers.id, told('amara', 'teacher'))).code).toBe('not_allowed')
  const { body } = await meetingOf(school, 'mika', id)
  expect([body.people[0]?.personId, body.words[0]?.personId]).toEqual([null, null])
})

test('the goal is agreed by three, each by a hand that may: the learner’s yes is by the learner alone', async () => {
  const { id } = await ofAmara()
  expect((await agree('rivera', id, told('mika', 'learner'))).code).toBe('not_allowed')
  for (const who of [told('mika', 'learner'), told('amara'), told('rivera', 'teacher')])
    expect((await agree('mika', id, who)).status).toBe(200)
  const { body } = await meetingOf(school, 'amara', id)
  expect(body.agreements.map((one) => [one.role, one.writtenBy.id])).toEqual([
    ['learner', idOf('mika')],
    ['guardian', idOf('mika')],
    ['teacher', idOf('mika')],
  ])
  expect(body.goals.map((one) => one.id)).toEqual([goalId])
  const theirs = (await setGoal(school, 'noor')).id
  const other = { conferenceId: id, goalId: theirs, ...told('amara') }
  expect(
    (await school.as('mika').ask(contract.AgreeOnGoal, { params: { id: newId() }, body: other })).code,
  ).toBe('not_found')
})

test('separate households each have their own meeting, and neither sees the other’s', async () => {
  const hers = await ofAmara()
  const his = await begin(school, 'mika', round, [told('tomas')])
  await tell(school, 'mika', hers.id, told('amara'), { words: 'Only for one house 77ab' })
  expect((await meetingOf(school, 'tomas', hers.id)).code).toBe('not_found')
  expect((await meetingOf(school, 'amara', his.id)).code).toBe('not_found')
  expect((await meetingOf(school, 'tomas', his.id)).status).toBe(200)
  const page = await preparationOf(school, 'tomas', round)
  expect(page.text).not.toContain('77ab')
  expect(page.text).not.toContain(idOf('amara'))
  expect((await tell(school, 'tomas', hers.id, told('tomas'))).code).toBe('not_found')
  expect((await school.as('tomas').ask(contract.ListMyConferences)).text).not.toContain(hers.id)
})

test('those who have no part in it begin, read, write and turn nothing', async () => {
  const { id } = await ofAmara()
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'ravi']) {
    expect([key, (await meetingOf(school, key, id)).code]).toEqual([key, 'not_found'])
    expect([key, (await tell(school, key, id, told('amara'))).code]).toEqual([key, 'not_found'])
    expect([key, (await begin(school, key, round, [])).code]).toEqual([key, 'not_found'])
    expect([key, (await close(school, key, id)).code]).toEqual([key, 'not_found'])
  }
  expect((await begin(school, 'amara', round, [])).code).toBe('not_allowed')
  expect((await close(school, 'amara', id)).code).toBe('not_allowed')
  const turn = (key: string, number: number) =>
    school.as(key).ask(contract.TurnConferencePage, { params: { id }, body: { number } })
  expect((await turn('amara', 2)).code).toBe('not_allowed')
  expect((await turn('mika', 2)).status).toBe(200)
  expect((await meetingOf(school, 'amara', id)).body.page).toBe(2)
})

test('closed it is a record with what was shown; a week long something may still be added, then no more', async () => {
  const { id } = await ofAmara()
  expect((await close(school, 'mika', id, [piece])).status).toBe(200)
  expect((await close(school, 'mika', id, [piece])).status).toBe(200)
  const { body, text } = await meetingOf(school, 'amara', id)
  expect(body.shown.map((one) => [one.pieceId, one.why])).toEqual([[piece, 'It hovers']])
  expect(text).not.toContain(cue)
  expect(body.may).toEqual({ write: true, lead: false })
  expect((await tell(school, 'amara', id, told('amara'))).status).toBe(200)
  school.later(8)
  expect((await tell(school, 'amara', id, told('amara'))).code).toBe('not_allowed')
  expect((await meetingOf(school, 'amara', id)).body.closedAt).not.toBeNull()
  school.later(-8)
})

test('sent twice it is there once; under its id nothing else is kept; what was written down can be taken back', async () => {
  const { id } = await ofAmara()
  expect((await begin(school, 'mika', round, [told('amara')], id)).status).toBe(200)
  expect((await begin(school, 'rivera', round, [], id)).code).toBe('not_found')
  const said = newId()
  for (const words of ['One', 'One', 'Other'])
    expect((await tell(school, 'mika', id, told('amara'), { words }, said)).code).toBe(
      words === 'Other' ? 'id_taken' : undefined,
    )
  const back = (key: string) => school.as(key).ask(contract.TakeConferenceWordBack, { params: { id: said } })
  expect((await back('rivera')).code).toBe('not_found')
  expect((await back('amara')).status).toBe(200)
  expect((await meetingOf(school, 'mika', id)).body.words).toEqual([])
})

test('a guardian removed in the middle sees it no more, and what was held without a network is kept all the same', async () => {
  const { id } = await ofAmara()
  const { id: amara, districtId } = castMember('amara')
  await roster(
    school,
    'mika',
    sql`update guardianship set closed_on = '2026-11-24' where guardian_id = ${amara} and district_id = ${districtId}`,
  )
  expect((await meetingOf(school, 'amara', id)).code).toBe('not_found')
  expect((await tell(school, 'amara', id, told('amara'))).code).toBe('not_found')
  expect((await tell(school, 'mika', id, told('amara'))).status).toBe(200)
  const later = await begin(school, 'mika', round, [
    told('amara'),
    { role: 'guardian', personId: idOf('leila'), name: 'A neighbor' },
  ])
  expect(later.status).toBe(200)
  expect((await meetingOf(school, 'amara', later.id)).code).toBe('not_found')
  // a tie that never was is no tie: she is written down by name
  expect((await meetingOf(school, 'mika', later.id)).body.people.map((one) => one.personId)).toEqual([
    amara,
    null,
  ])
})

test('a teacher whose class it is no more reads and writes nothing of it, also when they took part', async () => {
  const { id } = await begin(school, 'mika', round, [told('rivera', 'teacher')])
  expect((await meetingOf(school, 'rivera', id)).status).toBe(200)
  await roster(
    school,
    'rivera',
    sql`update enrollment set closed_on = '2026-11-24' where person_id = ${idOf('rivera')} and role = 'teacher'`,
  )
  expect((await meetingOf(school, 'rivera', id)).code).toBe('not_found')
  expect((await tell(school, 'rivera', id, told('rivera', 'teacher'))).code).toBe('not_found')
  expect((await meetingOf(school, 'mika', id)).body.people[0]?.personId).toBe(idOf('rivera'))
})
