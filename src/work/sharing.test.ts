import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece, text } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { spaceOf } from '../demo/fill-people.ts'
import * as work from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const space = () => spaceOf(classOf('division-3'))
const wallOf = async (key: string) =>
  (await school.as(key).ask(work.GetWall, { params: { id: space() } })).body.posts?.map(
    (post) => post.piece.id,
  )

test('work shared with the class stands on its wall until it is withdrawn', async () => {
  const piece = await addPiece(school, 'mika', ['class'])
  expect(await wallOf('noor')).toContain(piece.id)
  await school.as('mika').ask(work.WithdrawShare, { params: { id: piece.shareIds[0] } })
  expect(await wallOf('noor')).not.toContain(piece.id)
})

test('a wall is there for its members only', async () => {
  const answers = await Promise.all(
    ['theo', 'ines', 'okafor', 'amara', 'chen', 'ravi'].map((key) =>
      school.as(key).ask(work.GetWall, { params: { id: space() } }),
    ),
  )
  expect(answers.map((answer) => answer.code)).toEqual(Array(6).fill('not_found'))
})

test('whoever may see a piece can be shown as faces, and they are exactly those who can open it', async () => {
  const piece = await addPiece(school, 'mika', ['family', 'teachers'])
  const who = await school.as('mika').ask(work.WhoSees, { params: { id: piece.id } })
  const faces = who.body.faces.map((face) => face.id)
  expect(faces).toEqual(expect.arrayContaining(['mika', 'rivera', 'dubois', 'amara', 'tomas'].map(idOf)))
  for (const key of [
    'mika',
    'noor',
    'ines',
    'rivera',
    'dubois',
    'okafor',
    'amara',
    'tomas',
    'leila',
    'chen',
    'ravi',
  ]) {
    const opened = await school.as(key).ask(work.GetPiece, { params: { id: piece.id } })
    expect([key, opened.status === 200]).toEqual([key, faces.includes(idOf(key))])
  }
})

test('the learner and the family see who has looked; others do not', async () => {
  const piece = await addPiece(school, 'mika', ['family', 'teachers'])
  for (const key of ['rivera', 'amara', 'mika'])
    await school.as(key).ask(work.GetPiece, { params: { id: piece.id } })
  const looks = async (key: string) =>
    (await school.as(key).ask(work.WhoSees, { params: { id: piece.id } })).body.looks
  expect((await looks('mika')).map((look) => look.person.id).sort()).toEqual(
    [idOf('amara'), idOf('rivera')].sort(),
  )
  expect((await looks('amara')).map((look) => look.person.id).sort()).toEqual(
    [idOf('amara'), idOf('rivera')].sort(),
  )
  // another household is not told when this one looked
  expect((await looks('tomas')).map((look) => look.person.id)).toEqual([idOf('rivera')])
  expect(await looks('rivera')).toEqual([])
})

test('before sharing, each audience is shown with its people', async () => {
  const answer = await school.as('mika').ask(work.WhoWouldSee, { params: { id: idOf('mika') } })
  const facesOf = (audience: string) =>
    answer.body.find((one) => one.audience === audience)?.faces.map((face) => face.id) ?? []
  expect(facesOf('teachers').sort()).toEqual([idOf('rivera'), idOf('dubois')].sort())
  expect(facesOf('family').sort()).toEqual([idOf('amara'), idOf('tomas')].sort())
  expect(facesOf('class')).toContain(idOf('noor'))
  expect(facesOf('class')).not.toContain(idOf('ines'))
  expect((await school.as('amara').ask(work.WhoWouldSee, { params: { id: idOf('mika') } })).code).toBe(
    'not_found',
  )
})

test('a class one does not belong to is not an audience', async () => {
  const piece = await addPiece(school, 'mika')
  const share = { pieceId: piece.id, audience: 'class', spaceId: spaceOf(classOf('kindergarten')) }
  expect((await school.as('mika').ask(work.SharePiece, { params: { id: newId() }, body: share })).code).toBe(
    'not_found',
  )
  const without = { pieceId: piece.id, audience: 'class' }
  expect(
    (await school.as('mika').ask(work.SharePiece, { params: { id: newId() }, body: without })).code,
  ).toBe('invalid')
})

test('a guardian sees their own children, each with what is shared with the family, and no others', async () => {
  const shown = await addPiece(school, 'mika', ['family'])
  const hidden = await addPiece(school, 'mika', ['teachers'])
  const children = await school.as('amara').ask(work.ListChildren)
  expect(children.body.map((child) => child.id).sort()).toEqual([idOf('mika'), idOf('theo')].sort())
  const mika = children.body.find((child) => child.id === idOf('mika'))
  expect(mika?.pieces.map((piece) => piece.id)).toContain(shown.id)
  expect(mika?.pieces.map((piece) => piece.id)).not.toContain(hidden.id)
  const portfolio = await school.as('amara').ask(work.GetPortfolio, { params: { id: idOf('mika') } })
  expect(portfolio.body.pieces.map((piece) => piece.id)).not.toContain(hidden.id)
  expect((await school.as('amara').ask(work.GetPortfolio, { params: { id: idOf('noor') } })).code).toBe(
    'not_found',
  )
})

test('a teacher posts one moment for several learners, and each has it as their own', async () => {
  const learners = ['mika', 'noor']
  const pieces = learners.map((key) => ({ id: newId(), iterationId: newId(), learnerId: idOf(key) }))
  const body = {
    classId: classOf('division-3'),
    title: 'At the river',
    parts: text('We counted salmon.'),
    audiences: ['family'],
    pieces,
  }
  const post = () => school.as('rivera').ask(work.PostForLearners, { params: { id: newId() }, body })
  expect((await post()).status).toBe(200)
  expect((await post()).status).toBe(200)
  for (const [place, key] of learners.entries()) {
    const own = await school.as(key).ask(work.GetPiece, { params: { id: pieces[place]?.id } })
    expect(own.body.may.revise).toBe(true)
    expect(own.body.createdBy.id).toBe(idOf('rivera'))
  }
  expect((await school.as('amara').ask(work.GetPiece, { params: { id: pieces[0]?.id } })).status).toBe(200)
  expect((await school.as('amara').ask(work.GetPiece, { params: { id: pieces[1]?.id } })).code).toBe(
    'not_found',
  )
})

test('a teacher posts only for learners of a class they teach today', async () => {
  const to = (key: string) => [{ id: newId(), iterationId: newId(), learnerId: idOf(key) }]
  const body = { classId: classOf('division-3'), parts: text('hello'), audiences: [], pieces: to('mika') }
  const post = (key: string, change: object) =>
    school.as(key).ask(work.PostForLearners, { params: { id: newId() }, body: { ...body, ...change } })
  expect((await post('okafor', {})).code).toBe('not_found')
  expect((await post('noor', {})).code).toBe('not_found')
  expect((await post('rivera', { pieces: to('ines') })).code).toBe('not_found')
  expect((await post('rivera', { pieces: to('theo') })).code).toBe('not_found')
})

test('the class day shows who has not been seen for long, to their teachers only', async () => {
  const day = await school.as('rivera').ask(work.GetClassDay, { params: { id: classOf('division-3') } })
  const names = day.body.learners.map((learner) => learner.id)
  expect(names).toContain(idOf('noor'))
  expect(names).not.toContain(idOf('ines'))
  for (const key of ['noor', 'okafor', 'amara', 'chen', 'marsh']) {
    expect((await school.as(key).ask(work.GetClassDay, { params: { id: classOf('division-3') } })).code).toBe(
      'not_found',
    )
  }
})
