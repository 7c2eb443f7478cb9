import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cedarHill, openGroup, say, seat, showIn } from '../../test/support/gathering.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { spaceOf } from '../demo/fill-people.ts'
import * as schools from '../schools/contract.ts'
import * as work from '../work/contract.ts'
import * as spaces from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const see = (key: string, id: string) => school.as(key).ask(spaces.GetSpace, { params: { id } })
const codeOf = async (key: string, id: string) => (await see(key, id)).code
const wall = async (key: string, id: string) => {
  const answer = await school.as(key).ask(work.GetWall, { params: { id } })
  return answer.code ?? answer.body.posts.map(({ piece }) => piece.id)
}
const listed = async (key: string) =>
  (await school.as(key).ask(spaces.ListSpaces)).body.spaces.map(({ id }) => id)

test('a group is there for those in it; opened twice it is one, with another name it is renamed', async () => {
  const { id } = await openGroup(school)
  for (const key of ['rivera', 'okafor', 'mika', 'noor']) expect(await listed(key)).toContain(id)
  for (const key of ['kai', 'dubois', 'amara', 'chen', 'singh', 'halvorsen', 'ravi', 'marsh'])
    expect([key, await codeOf(key, id)]).toEqual([key, 'not_found'])
  const body = { kind: 'group' as const, schoolId: cedarHill, name: 'The Daily Crane', seats: [] }
  expect((await school.as('okafor').ask(spaces.OpenSpace, { params: { id }, body })).status).toBe(200)
  const seen = (await see('mika', id)).body
  expect([seen.name, seen.people.length]).toEqual(['The Daily Crane', 4])
  expect(seen.may).toEqual({ keep: false, setRules: false, add: true })
  expect((await school.as('mika').ask(spaces.OpenSpace, { params: { id }, body })).code).toBe('not_found')
  expect((await school.as('dubois').ask(spaces.OpenSpace, { params: { id }, body })).code).toBe('not_found')
})

test('nobody brings in a learner they do not teach, nor a colleague from elsewhere', async () => {
  const { id } = await openGroup(school)
  const bring = (by: string, key: string, role: 'student' | 'teacher' = 'student') => {
    const { id: seatId, ...body } = seat(key, role)
    return school.as(by).ask(spaces.SeatPerson, { params: { id: seatId }, body: { ...body, spaceId: id } })
  }
  const codes = await Promise.all([
    bring('rivera', 'theo'),
    bring('okafor', 'kai'),
    bring('rivera', 'ravi'),
    bring('rivera', 'ines'),
    bring('rivera', 'halvorsen', 'teacher'),
    bring('rivera', 'amara', 'teacher'),
    bring('rivera', 'chen', 'teacher'),
    bring('rivera', 'kai', 'teacher'),
    bring('dubois', 'kai'),
  ])
  expect(codes.map(({ code }) => code)).toEqual(Array(9).fill('not_found'))
  expect((await bring('mika', 'kai')).code).toBe('not_allowed')
  expect((await bring('okafor', 'theo')).status).toBe(200)
  expect((await bring('rivera', 'mika')).code).toBe('there_already')
})

test('a one-to-one is for one learner', async () => {
  const open = (seats: object[]) =>
    school.as('rivera').ask(spaces.OpenSpace, {
      params: { id: newId() },
      body: { kind: 'one-to-one', schoolId: cedarHill, name: 'Mika and me', seats },
    })
  expect((await open([])).code).toBe('invalid')
  expect((await open([seat('mika'), seat('noor')])).code).toBe('invalid')
  const id = newId()
  const body = {
    kind: 'one-to-one' as const,
    schoolId: cedarHill,
    name: 'Mika and me',
    seats: [seat('mika')],
  }
  await school.as('rivera').ask(spaces.OpenSpace, { params: { id }, body })
  const { id: seatId, ...more } = seat('noor')
  const second = { params: { id: seatId }, body: { ...more, spaceId: id } }
  expect((await school.as('rivera').ask(spaces.SeatPerson, second)).code).toBe('one_to_one_is_for_one')
})

test('a co-teacher sees what is shown in the group, and nothing else of its learners', async () => {
  const { id, seats } = await openGroup(school)
  const shown = await showIn(school, id)
  const forTeachers = await addPiece(school, 'mika', ['teachers', 'class'])
  const opens = async (key: string, piece: string) =>
    (await school.as(key).ask(work.GetPiece, { params: { id: piece } })).status === 200
  // what somebody may not read they do not ask for; what is shown to its teachers they answer
  const mayOf = async (key: string) => {
    const { may } = (await school.as(key).ask(work.GetPiece, { params: { id: shown.id } })).body
    return [may.readFeedback, may.giveFeedback, may.openLearner]
  }
  expect(await Promise.all(['mika', 'rivera', 'noor', 'okafor'].map(mayOf))).toEqual([
    [true, false, true],
    [true, true, true],
    [false, false, false],
    [true, true, false],
  ])
  expect(await wall('okafor', id)).toEqual([shown.id])
  expect([await opens('okafor', shown.id), await opens('noor', shown.id)]).toEqual([true, true])
  expect([await opens('okafor', forTeachers.id), await opens('kai', shown.id)]).toEqual([false, false])
  const dubois = await opens('dubois', shown.id)
  expect([dubois, await opens('amara', shown.id)]).toEqual([false, false])
  const portfolio = { params: { id: idOf('mika') } }
  expect((await school.as('okafor').ask(work.GetPortfolio, portfolio)).code).toBe('not_found')
  const faces = (await school.as('mika').ask(work.WhoSees, { params: { id: shown.id } })).body.faces
  expect(faces.map(({ id: who, tie }) => [who, tie]).sort()).toEqual(
    [
      [idOf('mika'), 'learner'],
      [idOf('noor'), 'classmate'],
      [idOf('rivera'), 'teacher'],
      [idOf('okafor'), 'teacher'],
    ].sort(),
  )
  const okafors = seats[2]?.id
  expect((await school.as('mika').ask(spaces.UnseatPerson, { params: { id: okafors } })).code).toBe(
    'not_allowed',
  )
  await school.as('rivera').ask(spaces.UnseatPerson, { params: { id: okafors } })
  expect([await opens('okafor', shown.id), await wall('okafor', id)]).toEqual([false, 'not_found'])
  const riveras = (await see('rivera', id)).body.people.find(({ role }) => role === 'teacher')?.seatId
  const last = await school.as('rivera').ask(spaces.UnseatPerson, { params: { id: riveras } })
  expect(last.code).toBe('last_teacher')
})

test('hidden it is not shown, visible it takes nothing, active it is in use; own work and the teachers’ sight stay', async () => {
  const { id } = await openGroup(school)
  const shown = await showIn(school, id)
  const open = async (key: string) =>
    (await school.as(key).ask(work.GetPiece, { params: { id: shown.id } })).status
  const share = (pieceId: string, key = 'noor', shareId = newId()) =>
    school
      .as(key)
      .ask(work.SharePiece, { params: { id: shareId }, body: { pieceId, audience: 'class', spaceId: id } })
  const own = await addPiece(school, 'noor')

  expect((await say(school, id, 'learners', 'visible', 'mika')).code).toBe('not_allowed')
  expect((await say(school, id, 'learners', 'visible', 'dubois')).code).toBe('not_found')
  await say(school, id, 'learners', 'visible', 'okafor')
  expect([await wall('noor', id), await open('noor')]).toEqual([[shown.id], 200])
  expect((await share(own.id)).code).toBe('space_rests')
  // what arrived before, and is sent again because its answer was lost, is no refusal
  expect((await share(shown.id, 'mika', shown.shareId)).status).toBe(200)
  const offered = await school.as('noor').ask(work.WhoWouldSee, { params: { id: idOf('noor') } })
  expect(offered.body.map(({ space }) => space?.id)).not.toContain(id)
  const rule = (await see('rivera', id)).body.rules.learners
  expect([rule.says, rule.setBy?.id]).toEqual(['visible', idOf('okafor')])

  await say(school, id, 'learners', 'hidden')
  expect([await wall('noor', id), await codeOf('noor', id), await open('noor')]).toEqual([
    'not_found',
    'not_found',
    404,
  ])
  expect((await share(own.id)).code).toBe('not_found')
  expect(await listed('noor')).not.toContain(id)
  expect([await open('mika'), await wall('rivera', id)]).toEqual([200, [shown.id]])

  await say(school, id, 'learners', 'active')
  expect([(await share(own.id)).status, await open('noor')]).toEqual([200, 200])
})

test('which space by hand it lies in is told to its members and the family, unless it is hidden from them', async () => {
  const { id } = await openGroup(school)
  const shown = await showIn(school, id, 'mika', [
    { id: newId(), audience: 'family' },
    { id: newId(), audience: 'class', spaceId: spaceOf(classOf('division-3')) },
  ])
  const told = async (key: string) => {
    const { body } = await school.as(key).ask(work.GetPiece, { params: { id: shown.id } })
    return body.shares.flatMap(({ space }) => (space ? [space.name] : []))
  }
  const all = async () => Promise.all(['mika', 'rivera', 'okafor', 'amara', 'dubois', 'kai'].map(told))
  const isTold = async () => (await all()).map((names) => names.includes('Newspaper'))
  expect(await isTold()).toEqual([true, true, true, true, false, false])
  expect((await told('kai')).length).toBe(1)
  await say(school, id, 'families', 'hidden')
  expect(await isTold()).toEqual([true, true, true, false, false, false])
  const offered = async (key: string) => {
    const found = await school.as(key).ask(work.WhoWouldSee, { params: { id: idOf('mika') } })
    return found.body.some(({ space }) => space?.id === id)
  }
  expect([await offered('mika'), await offered('rivera'), await offered('dubois')]).toEqual([
    true,
    true,
    false,
  ])
})

test('no space is opened under the id of a class, by which its pages call the space of that class', async () => {
  const body = { kind: 'group' as const, schoolId: cedarHill, name: 'Division 3', seats: [] }
  const opened = await school
    .as('rivera')
    .ask(spaces.OpenSpace, { params: { id: classOf('division-3') }, body })
  expect(opened.code).toBe('not_found')
})

test('a class can be hidden too: its learners do not find it, its teachers do', async () => {
  const id = spaceOf(classOf('division-3'))
  const classes = async (key: string) =>
    (await school.as(key).ask(schools.ListClasses)).body.map(({ spaceId }) => spaceId)
  const child = async () =>
    (await school.as('amara').ask(work.ListChildren)).body.find((one) => one.id === idOf('mika'))?.classes
  expect(await child()).toHaveLength(1)
  await say(school, id, 'learners', 'hidden')
  await say(school, id, 'families', 'hidden')
  expect([await classes('mika'), await wall('mika', id), await child()]).toEqual([[], 'not_found', []])
  expect(await classes('dubois')).toEqual([id])
  await say(school, id, 'learners', 'active')
  await say(school, id, 'families', 'visible')
  expect(await classes('mika')).toEqual([id])
  expect((await say(school, id, 'learners', 'hidden', 'okafor')).code).toBe('not_found')
})

test('a family sees the space only while it is shown to them, and of the work there only what is shown to them too', async () => {
  const { id } = await openGroup(school)
  await showIn(school, id)
  const both = await showIn(school, id, 'mika', [{ id: newId(), audience: 'family' }])
  await showIn(school, id, 'noor', [{ id: newId(), audience: 'family' }])
  const seen = async (key: string) => {
    const answer = await school.as(key).ask(spaces.ListChildSpaces, { params: { id: idOf('mika') } })
    return answer.code ?? answer.body.find((one) => one.id === id)?.pieces.map((piece) => piece.id)
  }
  expect([await seen('amara'), await seen('tomas')]).toEqual([[both.id], [both.id]])
  expect([await seen('leila'), await seen('rivera'), await seen('mika'), await seen('chen')]).toEqual(
    Array(4).fill('not_found'),
  )
  await say(school, id, 'families', 'hidden')
  expect(await seen('amara')).toBeUndefined()
  expect((await school.as('amara').ask(work.GetPiece, { params: { id: both.id } })).status).toBe(200)
})
