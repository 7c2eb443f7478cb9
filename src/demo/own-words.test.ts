import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { ListGoals } from '../goals/contract.ts'
import { goalFields } from '../goals/goal.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { ListReflections } from '../reflections/contract.ts'
import { bankPrompts } from '../reflections/prompt-bank.ts'
import { FindInClass } from '../timeline/contract.ts'
import { demoCast } from './cast.ts'
import { classId } from './cast-rows.ts'
import { fillOwnWords } from './fill-own-words.ts'
import { demoGoals, demoReflections } from './own-words.ts'
import { demoTermVoices } from './term-voices.ts'
import { demoWorks } from './works.ts'

const today = new Date('2026-11-24T18:00:00Z')
const cast = demoCast(today)
const works = demoWorks(cast, today)

let school: School
beforeAll(async () => {
  school = await openSchool()
  const district = cast.districts.find(({ id }) => id === castMember('mika').districtId)
  if (!district) throw new Error('no district')
  // the pieces they speak of are hung by another part of the demo
  const alone = works.map((work) => ({ ...work, iterations: [] }))
  await asTheSystem(school.program.ground, { reason: 'fill', districtId: district.id }, async ({ db }) => {
    for (const work of works.filter(({ title }) => demoReflections.some((said) => said.work === title))) {
      const learner = cast.people.find(({ key }) => key === work.learnerKey)
      if (learner?.districtId !== district.id) continue
      await sql`insert into piece (id, district_id, learner_id, title, created_by, created_at, grown_at)
        values (${work.id}, ${district.id}, ${learner.id}, ${work.title}, ${learner.id}, ${today}, ${today})`.execute(
        db,
      )
      await sql`insert into share (id, district_id, piece_id, audience, shared_by, shared_at)
        values (${newId()}, ${district.id}, ${work.id}, 'teachers', ${learner.id}, ${today})`.execute(db)
    }
    await fillOwnWords({ db, cast, district, works: alone, today })
  })
}, 120_000)
afterAll(() => school.close())

test('whoever speaks is there, asked by a question of the bank, and says it about work of their own', () => {
  const keys = new Set(cast.people.map(({ key }) => key))
  for (const { learner, scribe, prompt, work } of demoReflections) {
    expect(keys.has(learner) && (scribe === undefined || keys.has(scribe))).toBe(true)
    expect([prompt, prompt === undefined || bankPrompts.some(({ key }) => key === prompt)]).toEqual([
      prompt,
      true,
    ])
    expect([
      work,
      work === undefined || works.some((one) => one.title === work && one.learnerKey === learner),
    ]).toEqual([work, true])
  }
  for (const { form, words } of demoGoals) {
    const fields: readonly string[] = goalFields[form]
    expect(Object.keys(words).filter((field) => !fields.includes(field))).toEqual([])
  }
})

test('most of the class has had its say about the term, and some have not', () => {
  const learners = cast.enrollments.filter(
    (one) => one.classId === classId('division-3') && one.role === 'student' && one.closedOn === undefined,
  )
  const voices = new Set(['mika', ...demoTermVoices.map(({ learner }) => learner)])
  const here = learners.filter(({ personId }) =>
    cast.people.some(({ id, key }) => id === personId && voices.has(key)),
  )
  expect([here.length, learners.length]).toEqual([14, 22])
})

test('each finds their own, their teachers and families what was shared, and a scribe’s name stands beside', async () => {
  const of = async (key: string, learner: string) =>
    (await school.as(key).ask(ListReflections, { params: { id: idOf(learner) } })).body.reflections
  expect([(await of('mika', 'mika')).length, (await of('rivera', 'mika')).length]).toEqual([5, 4])
  expect((await of('theo', 'theo')).every(({ scribe }) => scribe?.id === idOf('okafor'))).toBe(true)
  const goals = (await school.as('amara').ask(ListGoals, { params: { id: idOf('mika') } })).body.goals
  expect(goals.map(({ checks, ending }) => [checks.length, ending?.kind])).toEqual([
    [2, undefined],
    [1, 'reached'],
  ])
  const found = await school
    .as('rivera')
    .ask(FindInClass, { params: { id: classId('division-3') }, query: { words: 'bridge' } })
  expect(found.body.entries.length).toBeGreaterThanOrEqual(3)
})
