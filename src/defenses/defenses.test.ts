import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect, choosing } from '../../test/support/collecting.ts'
import { criteria, defenseOf, note, seats, setDefense } from '../../test/support/defending.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { GetPiece } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const strangers = ['mika', 'rivera', 'amara', 'ravi', 'marsh', 'doyle', 'chen', 'singh']
const get = (key: string | null, id: string) => school.as(key).ask(contract.GetDefense, { params: { id } })
const put = (key: string | null, endpoint: typeof contract.WriteNote, id: string, body: object) =>
  school.as(key).ask(endpoint, { params: { id }, body })
const decide = (key: string | null, id: string, body: object = { outcome: 'through' }) =>
  school.as(key).ask(contract.DecideAttempt, { params: { id }, body })

test('a teacher of the learner sets it, sent twice it is set once; nobody else does', async () => {
  const id = newId()
  const body = defenseOf()
  const set = (key: string | null, more: object = {}, to = id) =>
    school.as(key).ask(contract.SetDefense, { params: { id: to }, body: { ...body, ...more } })
  expect([(await set('halvorsen')).status, (await set('halvorsen')).status]).toEqual([200, 200])
  expect((await set('halvorsen', { title: 'Another' })).code).toBe('id_taken')
  for (const key of ['jonas', 'minh', ...strangers])
    expect([key, (await set(key, { attemptId: newId() }, newId())).code]).toEqual([key, 'not_found'])
  for (const [more, code] of [
    [{ panel: [] }, 'invalid'],
    [{ panel: [{ id: newId() }] }, 'invalid'],
    [{ panel: [{ id: newId(), personId: idOf('jonas') }] }, 'invalid'],
    [{ panel: [{ id: newId(), personId: idOf('rivera') }] }, 'not_found'],
    [{ panel: [body.panel[0], body.panel[0]] }, 'invalid'],
    [{ criteria: [] }, 'invalid'],
    [{ criteria: [criteria[0], criteria[0]] }, 'invalid'],
    [{ protocol: [{ words: 'For ever', minutes: 500 }] }, 'invalid'],
  ] as const)
    expect([more, (await set('halvorsen', { ...more, attemptId: newId() }, newId())).code]).toEqual([
      more,
      code,
    ])
  expect((await get('jonas', id)).body.attempts.length).toBe(1)
  for (const key of ['minh', ...strangers])
    expect([key, (await get(key, id)).code]).toEqual([key, 'not_found'])
  const listed = await school
    .as('halvorsen')
    .ask(contract.ListClassDefenses, { params: { id: classOf('morning') } })
  expect(listed.body.defenses.map((one) => one.id)).toContain(id)
  expect(
    (await school.as('jonas').ask(contract.ListClassDefenses, { params: { id: classOf('morning') } })).code,
  ).toBe('not_found')
  expect((await school.as('jonas').ask(contract.ListMyDefenses, {})).body.map((one) => one.id)).toContain(id)
})

test('the learner says in their own words what they want to show; no adult can', async () => {
  const { id, attemptId } = await setDefense(school)
  const piece = await addPiece(school, 'jonas')
  const collectionId = await collect(school, 'jonas', choosing({ pieceId: piece.id }))
  const open = (key: string | null, body: object) =>
    school.as(key).ask(contract.WriteOpening, { params: { id: attemptId }, body })
  expect((await open('jonas', { words: 'I can say why glass breaks.', collectionId })).status).toBe(200)
  expect((await open('jonas', { words: 'I can say why glass breaks.', collectionId })).status).toBe(200)
  expect((await open('halvorsen', { words: 'Jonas can do it.' })).code).toBe('not_allowed')
  for (const key of ['minh', ...strangers])
    expect([key, (await open(key, { words: 'x' })).code]).toEqual([key, 'not_found'])
  const others = await collect(school, 'minh', choosing({ pieceId: (await addPiece(school, 'minh')).id }))
  expect((await open('jonas', { words: '', collectionId: others })).code).toBe('not_found')
  expect((await get('halvorsen', id)).body.attempts[0]?.opening).toMatchObject({
    words: 'I can say why glass breaks.',
    collection: { id: collectionId },
  })
})

test('each of the panel speaks for themselves; a guest’s words are written down, and both names stay', async () => {
  const { id, attemptId } = await setDefense(school)
  const write = (key: string | null, more: object = {}, to = newId()) =>
    put(key, contract.WriteNote, to, note(attemptId, more))
  const noteId = newId()
  expect([
    (await write('halvorsen', {}, noteId)).status,
    (await write('halvorsen', {}, noteId)).status,
  ]).toEqual([200, 200])
  const asGuest = {
    panelistId: seats.guest,
    side: 'next',
    words: 'Anneal it longer.',
    criterionId: undefined,
  }
  expect((await write('halvorsen', asGuest)).status).toBe(200)
  expect((await write('jonas')).code).toBe('not_allowed')
  for (const key of ['minh', ...strangers]) expect([key, (await write(key)).code]).toEqual([key, 'not_found'])
  for (const wrong of [{ panelistId: newId() }, { criterionId: newId() }, { words: ' ' }, { side: 'grade' }])
    expect([wrong, (await write('halvorsen', wrong)).code]).toEqual([wrong, 'invalid'])
  // until the panel has come to something, its notes are its own
  expect((await get('jonas', id)).body.attempts[0]?.notes).toEqual([])
  expect((await decide('halvorsen', attemptId)).status).toBe(200)
  expect((await get('jonas', id)).body.attempts[0]?.notes).toMatchObject([
    { saidBy: 'Bjørn Halvorsen', writtenDownBy: null, side: 'shown', criterionId: criteria[0]?.id },
    { saidBy: 'Margit, glassblower', writtenDownBy: 'Bjørn Halvorsen', side: 'next', criterionId: null },
  ])
  const retract = (key: string) => school.as(key).ask(contract.RetractNote, { params: { id: noteId } })
  // what a learner has read is not taken out of their hands
  expect((await retract('halvorsen')).code).toBe('not_allowed')
  expect((await write('halvorsen')).code).toBe('not_allowed')
})

test('a note is taken back before it is decided, by who wrote it', async () => {
  const { id, attemptId } = await setDefense(school)
  const noteId = newId()
  await put('halvorsen', contract.WriteNote, noteId, note(attemptId))
  const retract = (key: string) => school.as(key).ask(contract.RetractNote, { params: { id: noteId } })
  expect((await retract('jonas')).code).toBe('not_allowed')
  expect((await retract('rivera')).code).toBe('not_found')
  expect((await retract('halvorsen')).status).toBe(200)
  expect((await get('halvorsen', id)).body.attempts[0]?.notes).toEqual([])
})

test('"not yet" says what to try and leads to another attempt; the first one stays, and the learner answers', async () => {
  const { id, attemptId } = await setDefense(school)
  const again = { outcome: 'again', words: 'Show us the third lamp, the one that broke.' }
  const answer = (words: string, to = attemptId, key = 'jonas') =>
    school.as(key).ask(contract.AnswerPanel, { params: { id: newId() }, body: { attemptId: to, words } })
  const call = (key: string | null, to = newId()) => {
    const { heldOn, place, panel } = defenseOf({ heldOn: '2026-12-01' })
    return school
      .as(key)
      .ask(contract.CallAttempt, { params: { id: to }, body: { defenseId: id, heldOn, place, panel } })
  }
  expect((await answer('I will.')).code).toBe('not_allowed')
  expect((await call('halvorsen')).code).toBe('not_allowed')
  expect((await decide('halvorsen', attemptId, { outcome: 'again' })).code).toBe('invalid')
  expect((await decide('jonas', attemptId, again)).code).toBe('not_allowed')
  for (const key of ['minh', ...strangers])
    expect([key, (await decide(key, attemptId, again)).code]).toEqual([key, 'not_found'])
  expect([
    (await decide('halvorsen', attemptId, again)).status,
    (await decide('halvorsen', attemptId, again)).status,
  ]).toEqual([200, 200])
  expect((await decide('halvorsen', attemptId)).code).toBe('changed_elsewhere')
  expect((await answer('I will bring the third lamp.')).status).toBe(200)
  expect((await answer('He will.', attemptId, 'halvorsen')).code).toBe('not_allowed')
  expect((await call('jonas')).code).toBe('not_allowed')
  const second = newId()
  expect([(await call('halvorsen', second)).status, (await call('halvorsen', second)).status]).toEqual([
    200, 200,
  ])
  expect((await call('halvorsen')).code).toBe('not_allowed')
  const { attempts, may } = (await get('jonas', id)).body
  expect(attempts.map(({ number, outcome }) => [number, outcome?.outcome])).toEqual([
    [2, undefined],
    [1, 'again'],
  ])
  expect(attempts[1]?.answers).toMatchObject([{ words: 'I will bring the third lamp.' }])
  expect(may).toEqual({ callAgain: false, callOff: false })
  expect((await decide('halvorsen', second)).status).toBe(200)
  expect((await get('jonas', id)).body.attempts[0]?.outcome).toMatchObject({ outcome: 'through' })
})

test('another day and panel until it is decided; called off, nothing more is written, and all stays', async () => {
  const { id, attemptId } = await setDefense(school)
  const body = { heldOn: '2026-11-25', place: '', panel: [{ id: newId(), guest: 'Margit' }] }
  const arrange = (key: string | null) =>
    school.as(key).ask(contract.ArrangeAttempt, { params: { id: attemptId }, body })
  expect([(await arrange('jonas')).code, (await arrange('chen')).code]).toEqual(['not_allowed', 'not_found'])
  expect((await arrange('halvorsen')).status).toBe(200)
  expect((await get('jonas', id)).body.attempts[0]).toMatchObject({ heldOn: '2026-11-25', fromMinute: null })
  // who sits there no more writes there no more
  expect((await put('halvorsen', contract.WriteNote, newId(), note(attemptId))).code).toBe('invalid')
  const off = (key: string | null) => school.as(key).ask(contract.CancelDefense, { params: { id } })
  expect([(await off('jonas')).code, (await off('amara')).code]).toEqual(['not_allowed', 'not_found'])
  expect((await off('halvorsen')).status).toBe(200)
  expect((await decide('halvorsen', attemptId)).code).toBe('not_allowed')
  expect((await get('jonas', id)).body).toMatchObject({ calledOff: true, attempts: [{ number: 1 }] })
})

test('whoever sits on a panel without teaching the learner sees that presentation alone, writes, and decides nothing', async () => {
  const piece = await addPiece(school, 'mika')
  const seat = newId()
  const panel = [
    { id: seat, personId: idOf('okafor') },
    { id: newId(), personId: idOf('rivera') },
  ]
  const { id, attemptId } = await setDefense(school, { learnerId: idOf('mika'), panel }, 'rivera')
  expect((await school.as('okafor').ask(contract.ListMyDefenses, {})).body.map((one) => one.id)).toEqual([id])
  expect((await get('okafor', id)).status).toBe(200)
  expect(
    (await put('okafor', contract.WriteNote, newId(), note(attemptId, { panelistId: seat }))).status,
  ).toBe(200)
  // nobody of the panel writes in the place of another
  const inRiverasPlace = note(attemptId, { panelistId: panel[1]?.id })
  expect((await put('okafor', contract.WriteNote, newId(), inRiverasPlace)).code).toBe('not_allowed')
  expect((await put('dubois', contract.WriteNote, newId(), inRiverasPlace)).code).toBe('not_allowed')
  expect((await decide('okafor', attemptId)).code).toBe('not_allowed')
  expect((await school.as('okafor').ask(GetPiece, { params: { id: piece.id } })).code).toBe('not_found')
  for (const key of ['amara', 'noor', 'halvorsen', 'ravi', 'chen'])
    expect([key, (await get(key, id)).code]).toEqual([key, 'not_found'])
  expect((await get(null, id)).code).toBe('not_signed_in')
})
