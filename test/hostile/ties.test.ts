import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as feedback from '../../src/feedback/contract.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { CountSchool, ListClasses, ListLearners } from '../../src/schools/contract.ts'
import * as rounds from '../../src/rounds/contract.ts'
import * as work from '../../src/work/contract.ts'
import { castMember } from '../support/cast.ts'
import { addPiece, giveFeedback, text } from '../support/making.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'

/** What a tie that is not open today gives: nothing. The morning of the tests is a 24 November. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const inNechako = <T>(change: Parameters<typeof asTheSystem<T>>[2]) =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test turns a tie', districtId: castMember('mika').districtId },
    change,
  )

/** Everything of one piece of one learner that somebody reaches: by name, so that a failure can be read. */
async function reaches(
  key: string,
  learner: string,
  piece: { id: string; iterationId: string; shareIds: string[] },
  of: string,
) {
  const by = school.as(key)
  const [params, space] = [{ id: piece.id }, { id: spaceOf(classOf(of)) }]
  const answers = {
    piece: await by.ask(work.GetPiece, { params }),
    audience: await by.ask(work.WhoSees, { params }),
    feedback: await by.ask(feedback.ListFeedback, { params }),
    portfolio: await by.ask(work.GetPortfolio, { params: { id: idOf(learner) } }),
    wouldSee: await by.ask(work.WhoWouldSee, { params: { id: idOf(learner) } }),
    revisions: await by.ask(work.ListRevisions, { params: { id: piece.iterationId } }),
    wall: await by.ask(work.GetWall, { params: space }),
    day: await by.ask(work.GetClassDay, { params: { id: classOf(of) } }),
    rounds: await by.ask(rounds.GetRounds, { params }),
    answers: await by.ask(feedback.ListLearnerAnswers, { params: { id: idOf(learner) } }),
    classAnswers: await by.ask(feedback.ListClassAnswers, { params: { id: classOf(of) } }),
    waiting: await by.ask(feedback.ListWaitingForFeedback, { params: { id: classOf(of) } }),
    learners: await by.ask(ListLearners, { params: { id: classOf(of) } }),
    giving: await by.ask(feedback.GiveFeedback, {
      params: { id: newId() },
      body: { iterationId: piece.iterationId, body: 'Hm.' },
    }),
    focusing: await by.ask(rounds.SetFocus, {
      params: { id: newId() },
      body: { iterationId: piece.iterationId, words: 'Only the shape' },
    }),
    returning: await by.ask(rounds.ReturnIteration, {
      params: { id: newId() },
      body: { iterationId: piece.iterationId, tryNext: 'Again.' },
    }),
    placing: await by.ask(rounds.PlaceExemplar, {
      params: { id: newId() },
      body: { pieceId: piece.id, shows: { kind: 'text', text: 'Look.' } },
    }),
    withdrawing: await by.ask(work.WithdrawShare, { params: { id: newId() } }),
    posting: await by.ask(work.PostForLearners, {
      params: { id: newId() },
      body: {
        classId: classOf(of),
        parts: text('x'),
        audiences: [],
        pieces: [{ id: newId(), iterationId: newId(), learnerId: idOf(learner) }],
      },
    }),
  }
  return Object.entries(answers).flatMap(([name, answer]) => (answer.status === 200 ? [name] : []))
}

const everywhere: ('teachers' | 'family' | 'class')[] = ['teachers', 'family', 'class']

test('a guardianship that was closed gives nothing, on no page', async () => {
  const piece = await addPiece(school, 'wren', everywhere)
  expect(await reaches('derek', 'wren', piece, 'division-3')).toEqual([])
  expect((await school.as('derek').ask(work.ListChildren)).body).toEqual([])
  const faces = (await school.as('wren').ask(work.WhoSees, { params: { id: piece.id } })).body.faces.map(
    (face) => face.id,
  )
  expect([faces.includes(idOf('carol')), faces.includes(idOf('derek'))]).toEqual([true, false])
})

test.each([
  ['opens tomorrow', { opened_on: '2026-11-25', closed_on: null }, []],
  ['closes today', { opened_on: '2026-09-08', closed_on: '2026-11-24' }, []],
  [
    'opens today',
    { opened_on: '2026-11-24', closed_on: null },
    ['piece', 'audience', 'feedback', 'portfolio', 'rounds', 'answers'],
  ],
  [
    'closes tomorrow',
    { opened_on: '2026-09-08', closed_on: '2026-11-25' },
    ['piece', 'audience', 'feedback', 'portfolio', 'rounds', 'answers'],
  ],
] as const)('a guardianship that %s', async (_when, dates, wanted) => {
  const piece = await addPiece(school, 'otto', everywhere)
  await inNechako(({ db }) =>
    db.updateTable('guardianship').set(dates).where('guardian_id', '=', idOf('anke')).execute(),
  )
  expect(await reaches('anke', 'otto', piece, 'division-3')).toEqual(wanted)
})

const teaching = [
  'piece',
  'audience',
  'feedback',
  'portfolio',
  'wouldSee',
  'wall',
  'day',
  'rounds',
  'answers',
  'classAnswers',
  'waiting',
  'learners',
  'giving',
  'focusing',
  'returning',
  'placing',
  'posting',
]

test.each([
  ['opens tomorrow', { opened_on: '2026-11-25', closed_on: null }, []],
  ['closed today', { opened_on: '2026-09-08', closed_on: '2026-11-24' }, []],
  ['opens today', { opened_on: '2026-11-24', closed_on: null }, teaching],
] as const)("a teacher's enrollment that %s", async (_when, dates, wanted) => {
  const piece = await addPiece(school, 'mika', everywhere)
  const of = { class_id: classOf('division-3'), person_id: idOf('dubois') }
  await inNechako(({ db }) =>
    db
      .updateTable('enrollment')
      .set(dates)
      .where('person_id', '=', of.person_id)
      .where('class_id', '=', of.class_id)
      .execute(),
  )
  expect(await reaches('dubois', 'mika', piece, 'division-3')).toEqual(wanted)
})

test.each([
  ['opens tomorrow', { opened_on: '2026-11-25', closed_on: null }, []],
  ['closed today', { opened_on: '2026-09-08', closed_on: '2026-11-24' }, []],
  ['opens today', { opened_on: '2026-11-24', closed_on: null }, ['piece', 'audience', 'wall']],
] as const)("a classmate's enrollment that %s", async (_when, dates, wanted) => {
  const piece = await addPiece(school, 'mika', everywhere)
  await inNechako(({ db }) =>
    db
      .updateTable('enrollment')
      .set(dates)
      .where('person_id', '=', idOf('emre'))
      .where('class_id', '=', classOf('division-3'))
      .execute(),
  )
  expect(await reaches('emre', 'mika', piece, 'division-3')).toEqual(wanted)
})

test('the learner who left keeps every piece, and the class and its teachers see none of it', async () => {
  const piece = await addPiece(school, 'skye', ['teachers', 'family'])
  expect((await school.as('skye').ask(work.GetPiece, { params: { id: piece.id } })).status).toBe(200)
  for (const key of ['halvorsen', 'liam', 'jonas'])
    expect(
      await reaches(key, 'skye', piece, 'afternoon').then((found) =>
        found.filter((one) =>
          ['piece', 'audience', 'feedback', 'portfolio', 'rounds', 'answers'].includes(one),
        ),
      ),
    ).toEqual([])
  const share = { pieceId: piece.id, audience: 'class', spaceId: spaceOf(classOf('afternoon')) }
  expect((await school.as('skye').ask(work.SharePiece, { params: { id: newId() }, body: share })).code).toBe(
    'not_found',
  )
})

test("last year's teacher and last year's class give nothing this year", async () => {
  const piece = await addPiece(school, 'tessa', ['teachers', 'family'])
  expect(await reaches('halvorsen', 'tessa', piece, 'studio-last')).toEqual([])
  const share = { pieceId: piece.id, audience: 'class', spaceId: spaceOf(classOf('studio-last')) }
  expect((await school.as('tessa').ask(work.SharePiece, { params: { id: newId() }, body: share })).code).toBe(
    'not_found',
  )
  for (const key of ['halvorsen', 'rivera', 'ada', 'minh']) {
    const classes = (await school.as(key).ask(ListClasses)).body.map((one) => one.id)
    expect(classes).not.toContain(classOf('studio-last'))
    expect(classes).not.toContain(classOf('division-3-last'))
  }
})

test('a duty opens counts, and counts are numbers and the names of classes', async () => {
  const piece = await addPiece(school, 'mika', everywhere)
  for (const key of ['chen', 'singh']) {
    expect(await reaches(key, 'mika', piece, 'division-3')).toEqual([])
    const counts = (await school.as(key).ask(CountSchool)).text
    expect(counts).toContain('Division 3')
    for (const word of ['by mika', 'Mika', 'Lindqvist', 'Salal', piece.id, idOf('mika')])
      expect([word, counts.includes(word)]).toEqual([word, false])
  }
  for (const key of ['rivera', 'mika', 'amara'])
    expect((await school.as(key).ask(CountSchool)).body).toEqual([])
  expect((await school.as('doyle').ask(CountSchool)).text).not.toContain('Division 3')
})

test('whoever is teacher and guardian sees in each only what that tie gives', async () => {
  const child = await addPiece(school, 'ada', ['teachers'])
  const pupil = await addPiece(school, 'theo', ['family'])
  const both = {
    child: await addPiece(school, 'ada', ['family']),
    pupil: await addPiece(school, 'theo', ['teachers']),
  }
  const opens = async (id: string) =>
    (await school.as('okafor').ask(work.GetPiece, { params: { id } })).status
  expect([
    await opens(child.id),
    await opens(pupil.id),
    await opens(both.child.id),
    await opens(both.pupil.id),
  ]).toEqual([404, 404, 200, 200])
  const give = (iterationId: string) =>
    school
      .as('okafor')
      .ask(feedback.GiveFeedback, { params: { id: newId() }, body: { iterationId, body: 'Lovely.' } })
  expect([(await give(both.child.iterationId)).code, (await give(both.pupil.iterationId)).status]).toEqual([
    'not_allowed',
    200,
  ])
  expect((await school.as('okafor').ask(work.ListChildren)).body.map((one) => one.id)).toEqual([idOf('ada')])
})

test('classmates read neither the feedback nor who has looked; the other teacher reads the feedback', async () => {
  const piece = await addPiece(school, 'mika', ['class', 'teachers'])
  await inNechako(({ db }) =>
    db
      .updateTable('enrollment')
      .set({ opened_on: '2026-09-08', closed_on: null })
      .where('person_id', '=', idOf('dubois'))
      .execute(),
  )
  const id = await giveFeedback(school, 'rivera', piece.iterationId)
  await school.as('noor').ask(work.GetPiece, { params: { id: piece.id } })
  const reads = async (key: string) =>
    (await school.as(key).ask(feedback.ListFeedback, { params: { id: piece.id } })).text.includes(id)
  expect([await reads('noor'), await reads('dubois'), await reads('amara')]).toEqual([false, true, false])
  expect((await school.as('noor').ask(work.WhoSees, { params: { id: piece.id } })).body.looks).toEqual([])
  const revise = await school
    .as('dubois')
    .ask(feedback.ReviseFeedback, { params: { id, revision: '2' }, body: { body: 'Mine now.' } })
  expect(revise.code).toBe('not_allowed')
})
