import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, testMorning } from '../../test/support/cast.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { ListConferenceRounds } from '../conferences/contract.ts'
import { GetConference } from '../conferences/contract.ts'
import { GetReadinessBoard } from '../readiness/contract.ts'
import { ListRehearsals } from '../rehearsals/contract.ts'
import { GetWalkthrough } from '../walkthroughs/contract.ts'
import { demoConferences } from './conferences.ts'
import { demoRoundId, fillConferences } from './fill-conferences.ts'
import { fillWalkthroughs } from './fill-walkthroughs.ts'
import { demoId } from './seeded.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('one round is open in the class of two grades, and some have prepared', async () => {
  const works: { id: string; learnerKey: string }[] = []
  for (const { learner } of demoConferences)
    for (const _ of [1, 2, 3]) works.push({ id: (await addPiece(school, learner)).id, learnerKey: learner })
  for (const district of cast.districts)
    await fillConferences(school.program.ground, { cast, district, works, today: testMorning })
  const rivera = school.as('rivera')
  const rounds = (await rivera.ask(ListConferenceRounds, { params: { id: classOf('division-3') } })).body
  expect(rounds.length).toBe(1)
  const board = (await rivera.ask(GetReadinessBoard, { params: { id: rounds[0]?.id } })).body
  expect(board.learners.filter(({ readyAt }) => readyAt !== null).length).toBe(3)
  expect(board.learners.filter(({ chosen }) => chosen.length > 0).length).toBe(4)
})

test('one was tried out, and one recorded for a father, who answered by voice', async () => {
  const { ground, storage } = school.program
  for (const district of cast.districts)
    await fillWalkthroughs({ ground, storage, cast, district, today: testMorning })
  const round = { params: { id: demoRoundId } }
  const [tried] = (await school.as('mika').ask(ListRehearsals, round)).body
  expect(tried?.media?.kind).toBe('audio')
  const meeting = { params: { id: demoId('walkthrough of otto') } }
  const sent = (await school.as('joerg').ask(GetWalkthrough, meeting)).body
  expect([sent?.media.kind, sent?.choices.length]).toEqual(['audio', 2])
  const kept = (await school.as('otto').ask(GetConference, meeting)).body
  expect(kept.words.map(({ media }) => media?.kind)).toEqual(['audio'])
  // what Mika recorded is for nobody else
  expect((await school.as('amara').ask(ListRehearsals, round)).text).not.toContain(tried?.id)
})
