import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPiece } from '../../test/support/making.ts'
import { layAuthenticator } from '../../test/support/own-authenticator.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { districtId, schoolId } from '../demo/cast-schools.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { BeginPasskey, KeepPasskey } from '../passkeys/contract.ts'
import { GetMe } from '../people/contract.ts'
import type { Endpoint } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { EnrollPerson, ListLearners } from '../schools/contract.ts'
import { GetPortfolio } from '../work/contract.ts'
import * as register from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  const why = { reason: 'number a learner', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, why, ({ db }) =>
    sql`insert into roster_identifier (id, district_id, person_id, kind, value)
      values (${newId()}, ${districtId.nechako}, ${idOf('noor')}, 'student_number', 'BC-004217')`.execute(db),
  )
})
afterAll(() => school.close())

const singh = <E extends Endpoint>(endpoint: E, id: string, body?: object) =>
  school.as('singh').ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
const find = async (words: string, more: object = {}) =>
  (await school.as('singh').ask(register.FindPeople, { query: { words, ...more } })).body.map(
    ({ name }) => name,
  )
const person = async (id: string) => (await singh(register.GetPerson, id)).body
const lines = async (key: string) =>
  (await school.as('singh').ask(ReadLogbook, { query: { personId: idOf(key) } })).body.lines
const signIn = async (username: string, password: string) => {
  const payload = { username, password }
  const asked = { method: 'PUT', url: '/api/session', headers: { 'x-cairn': '1' }, payload } as const
  return (await school.program.app.inject(asked)).statusCode
}
const sees = async (key: string, child: string) =>
  (await school.as(key).ask(GetPortfolio, { params: { id: idOf(child) } })).status === 200

test('anyone is found by usual and legal names, without accents and in any order, by number and by sign-in', async () => {
  expect(await find('belanger')).toContain('Martin Bélanger')
  expect(await find('nguyen huong')).toEqual(['Hương Nguyễn'])
  expect(await find('YILDIZ')).toEqual(expect.arrayContaining(['Ayşe Yıldız']))
  expect(await find('lindq mik')).toEqual(['Mika Lindqvist-Diallo'])
  expect(await find('шевчук')).toEqual(expect.arrayContaining(['Олена Шевчук']))
  expect(await find('bc-0042')).toEqual(['Noor Haddad'])
  expect(await find('ms-rivera')).toEqual(['Elena Rivera'])
  expect(await find('rivera', { kind: 'learner' })).toEqual([])
  expect(await find('%')).toEqual([])
  expect(await find('a'.repeat(90))).toEqual([])
  // of another district
  expect(await find('Judith Marsh')).toEqual([])
})

test('a person’s page holds names, classes, family and ways in, and nothing they made', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const { text, body } = await singh(register.GetPerson, idOf('mika'))
  expect(body).toMatchObject({
    name: 'Mika Lindqvist-Diallo',
    kinds: ['learner'],
    departure: null,
    mergedInto: null,
  })
  expect(body.guardians.map(({ name }) => name)).toEqual(['Amara Diallo', 'Tomas Lindqvist'])
  expect(body.classes[0]).toMatchObject({
    name: 'Division 3 (Grades 3/4)',
    role: 'student',
    isOpen: true,
    fromRoster: false,
  })
  expect(body.classes).toHaveLength(2)
  expect(body.signIn).toMatchObject({ username: 'mika', sessions: 1, secondFactor: false, familyLink: false })
  for (const trace of [piece.id, piece.iterationId, 'by mika']) expect(text).not.toContain(trace)
})

test('only the office of the district keeps the register; for everybody else there is none', async () => {
  const body = { given: 'A', family: 'B', legalGiven: null, legalFamily: null }
  const tie = { learnerId: idOf('mika'), guardianId: idOf('chen'), relationship: 'aunt' }
  for (const key of ['chen', 'doyle', 'rivera', 'mika', 'amara']) {
    const visitor = school.as(key)
    const params = { id: idOf('mika') }
    const answers = await Promise.all([
      visitor.ask(register.FindPeople, { query: { words: 'mika' } }),
      visitor.ask(register.GetPerson, { params }),
      visitor.ask(register.EnterPerson, { params: { id: newId() }, body }),
      visitor.ask(register.RenamePerson, { params: { id: newId() }, body: { ...body, personId: params.id } }),
      visitor.ask(register.GiveSignIn, { params, body: { password: 'a new password' } }),
      visitor.ask(register.EndSessionsOf, { params }),
      visitor.ask(register.AddGuardianship, { params: { id: newId() }, body: tie }),
      visitor.ask(register.GiveDuty, {
        params: { id: newId() },
        body: { personId: idOf(key), kind: 'office', schoolId: null },
      }),
      visitor.ask(register.Depart, { params: { id: newId() }, body: { personId: params.id } }),
      visitor.ask(register.DescribeMerge, { params, query: { goneId: idOf('noor') } }),
      visitor.ask(register.MergePeople, {
        params: { id: newId() },
        body: { keptId: params.id, goneId: idOf('noor'), accepts: [] },
      }),
    ])
    expect([key, ...new Set(answers.map(({ code }) => code))]).toEqual([key, 'not_found'])
  }
  expect((await singh(register.GetPerson, idOf('marsh'))).code).toBe('not_found')
})

test('somebody is entered by hand, once, and renamed with what they were called before', async () => {
  const id = newId()
  const names = { given: ' Anouk ', family: 'Sjöberg', legalGiven: 'Anouk', legalFamily: null }
  expect((await singh(register.EnterPerson, id, names)).status).toBe(200)
  expect((await singh(register.EnterPerson, id, names)).status).toBe(200)
  expect((await singh(register.EnterPerson, id, { ...names, given: 'Otto' })).code).toBe('id_taken')
  expect((await singh(register.EnterPerson, newId(), { ...names, given: '  ' })).code).toBe('invalid')
  expect(await find('sjoberg')).toEqual(['Anouk Sjöberg'])
  const renaming = newId()
  const to = { personId: idOf('emre'), given: 'Em', family: 'Yıldız', legalGiven: 'Emre', legalFamily: null }
  expect((await singh(register.RenamePerson, renaming, to)).status).toBe(200)
  expect((await singh(register.RenamePerson, renaming, to)).status).toBe(200)
  expect((await singh(register.RenamePerson, renaming, { ...to, given: 'Emir' })).code).toBe('id_taken')
  expect(await find('emre yildiz')).toEqual(['Em Yıldız'])
  const params = { id: classOf('division-3') }
  expect(
    (await school.as('rivera').ask(ListLearners, { params })).body.learners.map(({ name }) => name),
  ).toContain('Em Yıldız')
  expect(await lines('emre')).toMatchObject([
    { act: 'person.renamed', said: { was: 'Emre Yıldız', what: 'Em Yıldız' } },
  ])
})

test('a new password ends every session; whoever had none gets a name nobody else has', async () => {
  const before = await school.as('dubois').cookie()
  const me = async (cookie: string) =>
    (await school.program.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })).statusCode
  expect(await me(before)).toBe(200)
  expect((await singh(register.GiveSignIn, idOf('dubois'), { password: 'copper-otter-41' })).status).toBe(200)
  expect(await me(before)).toBe(401)
  expect(await signIn('ms-dubois', demoPassword)).toBe(401)
  expect(await signIn('ms-dubois', 'copper-otter-41')).toBe(200)
  expect((await singh(register.EndSessionsOf, idOf('dubois'))).body.ended).toBe(1)
  expect((await singh(register.EndSessionsOf, idOf('dubois'))).body.ended).toBe(0)
  const rosa = idOf('rosa')
  const password = 'quiet-heron-22'
  expect((await singh(register.GiveSignIn, rosa, { password })).code).toBe('invalid')
  expect((await singh(register.GiveSignIn, rosa, { password, username: 'Mika' })).code).toBe('name_taken')
  expect((await singh(register.GiveSignIn, rosa, { password, username: 'rosa q' })).code).toBe('invalid')
  expect((await singh(register.GiveSignIn, rosa, { password, username: 'Rosa.Q' })).status).toBe(200)
  expect(await signIn('rosa.q', password)).toBe(200)
  expect((await singh(register.GiveSignIn, idOf('singh'), { password })).code).toBe('not_allowed')
  expect(JSON.stringify(await lines('rosa'))).not.toContain(password)
})

test('who lost what they show gets a new password, and neither digits nor a passkey is asked for any more', async () => {
  const device = layAuthenticator('http://localhost:4000')
  const mine = school.as('halvorsen')
  const params = { id: newId() }
  const { body } = await mine.ask(BeginPasskey, { params, body: { password: demoPassword } })
  const kept = { ticket: body.ticket, answer: device.make(body.options.challenge), name: 'Phone' }
  expect((await mine.ask(KeepPasskey, { params, body: kept })).status).toBe(200)
  expect((await person(idOf('halvorsen'))).signIn.secondFactor).toBe(true)
  const username = castMember('halvorsen').username ?? ''
  const password = 'copper-otter-41'
  const given = { password, endsSecondFactor: false }
  expect((await singh(register.GiveSignIn, idOf('halvorsen'), given)).status).toBe(200)
  expect(await signIn(username, password)).toBe(403)
  expect(
    (await singh(register.GiveSignIn, idOf('halvorsen'), { ...given, endsSecondFactor: true })).status,
  ).toBe(200)
  expect(await signIn(username, password)).toBe(200)
})

test('a guardianship opens a child’s work at once and closes it at once, also one that was a mistake', async () => {
  const id = newId()
  const tie = { learnerId: idOf('mika'), guardianId: idOf('sofia-f'), relationship: 'aunt' }
  expect(await sees('sofia-f', 'mika')).toBe(false)
  expect((await singh(register.AddGuardianship, id, tie)).status).toBe(200)
  expect((await singh(register.AddGuardianship, id, tie)).status).toBe(200)
  expect((await singh(register.AddGuardianship, newId(), tie)).code).toBe('there_already')
  expect(await sees('sofia-f', 'mika')).toBe(true)
  expect((await singh(register.CorrectGuardianship, id, { relationship: 'godmother' })).status).toBe(200)
  expect((await person(idOf('mika'))).guardians.map((one) => one.relationship)).toContain('godmother')
  expect((await singh(register.EndGuardianship, id, { kind: 'mistake' })).status).toBe(200)
  expect((await singh(register.EndGuardianship, id, { kind: 'over' })).status).toBe(200)
  expect(await sees('sofia-f', 'mika')).toBe(false)
  expect((await person(idOf('mika'))).guardians.at(-1)).toMatchObject({ isOpen: false, ended: 'mistake' })
  expect((await lines('sofia-f')).map(({ act }) => act)).toEqual([
    'guardianship.mistaken',
    'guardianship.corrected',
    'guardianship.added',
  ])
  const wrong = (more: object) => singh(register.AddGuardianship, newId(), { ...tie, ...more })
  expect((await wrong({ guardianId: idOf('noor') })).code).toBe('not_their_place')
  expect((await wrong({ learnerId: idOf('amara') })).code).toBe('not_their_place')
  expect((await wrong({ guardianId: idOf('mika') })).code).toBe('invalid')
  expect((await wrong({ guardianId: idOf('marsh') })).code).toBe('not_found')
  expect((await singh(register.EndGuardianship, newId(), { kind: 'over' })).code).toBe('not_found')
})

test('a duty begins and ends; the last to run the district’s office stays', async () => {
  const id = newId()
  const duty = { personId: idOf('okafor'), kind: 'principal', schoolId: schoolId('riverbend') }
  expect((await singh(register.GiveDuty, id, duty)).status).toBe(200)
  expect((await school.as('okafor').ask(GetMe)).body.hats).toContain('office')
  expect(
    (await singh(register.GiveDuty, newId(), { ...duty, schoolId: schoolId('harbour-point') })).code,
  ).toBe('not_found')
  expect((await singh(register.EndDuty, id)).status).toBe(200)
  expect((await school.as('okafor').ask(GetMe)).body.hats).not.toContain('office')
  // a child who is taken for somebody grown, also over the summer
  const child = { ...duty, personId: idOf('mika') }
  expect((await singh(register.GiveDuty, newId(), child)).code).toBe('learns_here')
  const mayTake = async (key: string) => (await person(idOf(key))).mayTakeDuties
  expect([await mayTake('okafor'), await mayTake('mika')]).toEqual([true, false])
  // a place that a file gave by mistake, and that was taken back, is no year at school
  const undo = { reason: 'take a place back', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, undo, ({ db }) =>
    sql`insert into enrollment (id, district_id, class_id, person_id, role, opened_on, closed_on)
      values (${newId()}, ${districtId.nechako}, ${classOf('division-3')}, ${idOf('okafor')}, 'student',
        cairn_today(), cairn_today())`.execute(db),
  )
  expect(await mayTake('okafor')).toBe(true)
  const mine = { ...duty, personId: idOf('singh') }
  expect((await singh(register.GiveDuty, newId(), mine)).code).toBe('not_allowed')
  const runs = async (key: string) => (await school.as(key).ask(GetMe)).body.runsDistrict
  expect([await runs('singh'), await runs('chen'), await runs('rivera')]).toEqual([true, false, false])
  const own = (await person(idOf('singh'))).duties[0]?.id ?? ''
  expect((await singh(register.EndDuty, own)).code).toBe('not_allowed')
})

test('who leaves is in no class, keeps what is theirs and a way in to it, and comes back to every tie', async () => {
  const id = newId()
  const learners = async () =>
    (await school.as('rivera').ask(ListLearners, { params: { id: classOf('division-3') } })).body.learners
  const before = (await learners()).length
  const { id: pieceId } = await addPiece(school, 'kai', ['teachers'])
  expect((await singh(register.Depart, id, { personId: idOf('kai') })).status).toBe(200)
  expect((await singh(register.Depart, id, { personId: idOf('kai') })).status).toBe(200)
  expect(await learners()).toHaveLength(before - 1)
  expect(await sees('rivera', 'kai')).toBe(false)
  expect((await person(idOf('kai'))).departure).toMatchObject({ id })
  expect(await signIn('kai', demoPassword)).toBe(200)
  school.later(1)
  expect((await school.as('kai').ask(GetPortfolio, { params: { id: idOf('kai') } })).text).toContain(pieceId)
  expect((await singh(register.ReturnFromDeparture, id)).status).toBe(200)
  expect((await singh(register.ReturnFromDeparture, id)).status).toBe(200)
  expect(await learners()).toHaveLength(before)
  expect(await sees('rivera', 'kai')).toBe(true)
  expect((await lines('kai')).map(({ act }) => act)).toEqual(['person.returned', 'person.left'])
  expect((await singh(register.Depart, newId(), { personId: idOf('singh') })).code).toBe('not_allowed')
})

test('a substitute who left and comes back is there until the day they had, and no longer', async () => {
  const [place, id] = [newId(), newId()]
  const days = { opensOn: null, closesOn: '2026-12-01' }
  const body = { classId: classOf('division-3'), personId: idOf('halvorsen'), role: 'teacher', ...days }
  expect((await singh(EnrollPerson, place, body)).status).toBe(200)
  expect((await singh(register.Depart, id, { personId: idOf('halvorsen') })).status).toBe(200)
  expect((await singh(register.ReturnFromDeparture, id)).status).toBe(200)
  const { classes } = await person(idOf('halvorsen'))
  expect(classes.find((one) => one.id === place)).toMatchObject({ closedOn: '2026-12-02', isOpen: true })
})
