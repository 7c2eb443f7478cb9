import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite, respond } from '../../test/support/inviting.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as activities from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const see = (key: string, id: string) => school.as(key).ask(activities.GetActivity, { params: { id } })
const invitations = async (key: string) => (await school.as(key).ask(activities.ListInvitations)).body
const invited = async (key: string, id: string) => (await invitations(key)).find((one) => one.id === id)
const content = (more: object = {}) => ({ title: 'A leaf up close', instructions: 'Draw it.', ...more })

test('a draft is for the teachers of the class alone, until it is published', async () => {
  const id = await invite(school, { draft: true })
  for (const key of ['rivera', 'dubois']) expect((await see(key, id)).status).toBe(200)
  for (const key of ['mika', 'okafor', 'amara', 'chen', 'ravi', null])
    expect((await see(key as string, id)).code).toBe(key === null ? 'not_signed_in' : 'not_found')
  await school.as('dubois').ask(activities.PublishActivity, { params: { id } })
  expect((await invited('mika', id))?.fresh).toBe(true)
  await see('mika', id)
  expect((await invited('mika', id))?.fresh).toBe(false)
  expect(await invited('ines', id)).toBeUndefined()
})

test('what is for some is for them alone', async () => {
  const id = await invite(school, { learnerIds: [idOf('mika'), idOf('kai')] })
  expect((await see('mika', id)).status).toBe(200)
  expect((await see('noor', id)).code).toBe('not_found')
  expect(await invited('noor', id)).toBeUndefined()
  expect((await see('mika', id)).body.learnerIds).toEqual([])
  expect((await see('rivera', id)).body.learnerIds.sort()).toEqual([idOf('mika'), idOf('kai')].sort())
})

test('a learner who is not in the class cannot be named, and another class cannot be written for', async () => {
  const write = (body: object) =>
    school.as('rivera').ask(activities.WriteActivity, { params: { id: newId() }, body })
  const classId = classOf('division-3')
  expect((await write({ classId, ...content({ learnerIds: [idOf('theo')] }) })).code).toBe('not_found')
  expect((await write({ classId: classOf('kindergarten'), ...content() })).code).toBe('not_found')
  expect((await write({ classId, ...content({ opensOn: '2026-12-02', dueOn: '2026-12-01' }) })).code).toBe(
    'invalid',
  )
})

test('it opens on its day, in the district’s own zone', async () => {
  const id = await invite(school, { opensOn: '2026-11-25', dueOn: '2026-11-25' })
  expect((await see('mika', id)).code).toBe('not_found')
  school.clock.now = new Date('2026-11-25T06:30:00Z')
  expect((await see('mika', id)).code).toBe('not_found')
  school.clock.now = new Date('2026-11-25T08:30:00Z')
  expect((await see('mika', id)).body.dueOn).toBe('2026-11-25')
  school.clock.now = new Date('2026-11-27T18:00:00Z')
  expect((await see('mika', id)).body.may.respond).toBe(true)
  school.clock.now = new Date('2026-11-24T18:00:00Z')
})

test('co-teachers edit one after the other, and what was before is kept', async () => {
  const id = await invite(school)
  const revise = (key: string, revision: number, title: string) =>
    school.as(key).ask(activities.ReviseActivity, {
      params: { id, revision: String(revision) },
      body: content({ title }),
    })
  expect((await revise('dubois', 2, 'A leaf, closer')).status).toBe(200)
  expect((await revise('dubois', 2, 'A leaf, closer')).status).toBe(200)
  expect((await revise('rivera', 2, 'Leaves')).code).toBe('changed_elsewhere')
  expect((await revise('rivera', 3, 'Leaves')).status).toBe(200)
  expect((await revise('mika', 4, 'Nothing')).code).toBe('not_allowed')
  const before = await school.as('dubois').ask(activities.ListActivityRevisions, { params: { id } })
  expect(before.body.map((one) => one.title)).toEqual(['Leaves', 'A leaf, closer', 'A leaf up close'])
  expect((await school.as('mika').ask(activities.ListActivityRevisions, { params: { id } })).code).toBe(
    'not_found',
  )
})

test('written twice it is there once; under its id nothing else is kept', async () => {
  const id = newId()
  const write = (key: string, body: object) =>
    school
      .as(key)
      .ask(activities.WriteActivity, { params: { id }, body: { classId: classOf('division-3'), ...body } })
  expect((await write('rivera', content())).status).toBe(200)
  expect((await write('rivera', content())).status).toBe(200)
  expect((await write('rivera', content({ title: 'Other' }))).code).toBe('id_taken')
  expect((await write('dubois', content())).code).toBe('not_found')
})

test('without a name it cannot be published', async () => {
  const id = await invite(school, { title: '  ', draft: true })
  const answer = await school.as('rivera').ask(activities.PublishActivity, { params: { id } })
  expect(answer.code).toBe('invalid')
})

test('closed, it takes no more responses, except from a learner who came later; reopened, from everybody', async () => {
  school.clock.now = new Date('2026-10-05T18:00:00Z')
  const id = await invite(school)
  school.clock.now = new Date('2026-11-24T18:00:00Z')
  const closingId = newId()
  const close = (key: string) =>
    school.as(key).ask(activities.CloseActivity, { params: { id: closingId }, body: { activityId: id } })
  expect((await close('mika')).code).toBe('not_allowed')
  expect((await close('rivera')).status).toBe(200)
  expect((await close('rivera')).status).toBe(200)
  expect((await see('mika', id)).body.may.respond).toBe(false)
  // Suda has been here for 41 days
  const late = await see('suda', id)
  expect([late.body.cameLater, late.body.may.respond]).toEqual([true, true])
  await respond(school, 'suda', id)
  await expect(respond(school, 'mika', id)).rejects.toThrow('not_allowed')
  await school.as('dubois').ask(activities.ReopenActivity, { params: { id: closingId } })
  expect((await see('mika', id)).body.may.respond).toBe(true)
})

test('deleted, it is gone for everybody, can be taken back for 30 days, and its responses stay work', async () => {
  const id = await invite(school)
  const piece = await respond(school, 'mika', id)
  const deletionId = newId()
  const remove = (key: string) =>
    school.as(key).ask(activities.DeleteActivity, { params: { id: deletionId }, body: { activityId: id } })
  expect((await remove('mika')).code).toBe('not_allowed')
  expect((await remove('rivera')).status).toBe(200)
  expect((await remove('rivera')).status).toBe(200)
  for (const key of ['mika', 'rivera']) expect((await see(key, id)).code).toBe('not_found')
  const { GetPiece } = await import('../work/contract.ts')
  expect((await school.as('mika').ask(GetPiece, { params: { id: piece.id } })).status).toBe(200)
  const list = { params: { id: classOf('division-3') } }
  const listed = await school.as('dubois').ask(activities.ListDeletedActivities, list)
  expect(listed.body.find((one) => one.id === deletionId)).toMatchObject({ erasedOn: '2026-12-24' })
  expect((await school.as('mika').ask(activities.ListDeletedActivities, list)).code).toBe('not_found')
  const restore = (key: string) =>
    school.as(key).ask(activities.RestoreActivity, { params: { id: deletionId } })
  expect((await restore('okafor')).code).toBe('not_found')
  expect((await restore('dubois')).status).toBe(200)
  expect((await see('mika', id)).body.responses.map((one) => one.piece.id)).toEqual([piece.id])
})

test('the list of a class counts who has responded, and reads on', async () => {
  const id = await invite(school, { learnerIds: [idOf('mika'), idOf('noor')] })
  await respond(school, 'mika', id)
  await respond(school, 'mika', id)
  const list = (key: string) =>
    school.as(key).ask(activities.ListActivities, { params: { id: classOf('division-3') } })
  const found = (await list('dubois')).body.activities.find((one) => one.id === id)
  expect(found).toMatchObject({ invited: 2, responded: 1, closed: false })
  for (const key of ['mika', 'okafor', 'chen', 'amara']) expect((await list(key)).code).toBe('not_found')
})

test('a duty counts and reads nothing', async () => {
  const before = (await school.as('chen').ask(activities.CountActivities)).body
  const count = (from: typeof before) => from.find((one) => one.classId === classOf('kindergarten'))
  const id = await invite(school, { by: 'okafor', class: 'kindergarten', title: 'Telltale' })
  await respond(school, 'theo', id)
  const after = await school.as('chen').ask(activities.CountActivities)
  expect(count(after.body)).toEqual({
    classId: classOf('kindergarten'),
    activities: (count(before)?.activities ?? 0) + 1,
    invited: (count(before)?.invited ?? 0) + 12,
    responded: (count(before)?.responded ?? 0) + 1,
  })
  expect(after.text).not.toMatch(/Telltale|Théo|Diallo/)
  expect((await school.as('rivera').ask(activities.CountActivities)).body).toEqual([])
})
