import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as feedback from '../../src/feedback/contract.ts'
import * as goals from '../../src/goals/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import * as reflections from '../../src/reflections/contract.ts'
import { EndDuty, GetPerson, GiveDuty } from '../../src/register/contract.ts'
import * as rounds from '../../src/rounds/contract.ts'
import { ListPieceTags } from '../../src/self-assessment/contract.ts'
import * as spaces from '../../src/spaces/contract.ts'
import * as timeline from '../../src/timeline/contract.ts'
import * as work from '../../src/work/contract.ts'
import { cedarHill, say, seat, showIn } from '../support/gathering.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import {
  type CounselAct,
  counselActs,
  counselRowOf,
  type CounselStanding,
  counselStandings,
} from './who-counsels.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const at = (id: string) => ({ params: { id } })

async function giveAgain() {
  const body = { personId: idOf('amari'), kind: 'staff' as const, schoolId: cedarHill }
  await school.as('singh').ask(GiveDuty, { ...at(newId()), body })
}

async function endDuties() {
  const { duties } = (await school.as('singh').ask(GetPerson, at(idOf('amari')))).body
  for (const { id } of duties) await school.as('singh').ask(EndDuty, at(id))
}

async function hold(standing: CounselStanding) {
  const id = newId()
  const seats = [seat('mika')]
  const body = { kind: 'one-to-one' as const, schoolId: cedarHill, name: 'Mika and Ms. Amari', seats }
  await school.as('amari').ask(spaces.OpenSpace, { ...at(id), body })
  const alone = await showIn(school, id)
  const wide = await showIn(school, id, 'mika', [
    { id: newId(), audience: 'class', spaceId: spaceOf(classOf('division-3')) },
    { id: newId(), audience: 'teachers' },
    { id: newId(), audience: 'family' },
  ])
  for (const { iterationId } of [alone, wide])
    await school
      .as('amari')
      .ask(feedback.GiveFeedback, { ...at(newId()), body: { iterationId, body: 'What a neck!' } })
  if (standing === 'hidden')
    for (const about of ['learners', 'families'] as const) await say(school, id, about, 'hidden', 'amari')
  if (standing === 'ended') await endDuties()
  return { id, alone, wide }
}

type Held = Awaited<ReturnType<typeof hold>>

function attempt(person: string | null, act: CounselAct, { id, alone, wide }: Held) {
  const ask = (endpoint: Endpoint, of: string, body?: object) =>
    school.as(person).ask(endpoint, { ...at(of), ...(body ? { body } : {}) })
  /** There are pages on which it would be named; whether it is. */
  const finds = async (endpoint: Endpoint, of: string, named: string) => {
    const answer = await ask(endpoint, of)
    const isThere = JSON.stringify(answer.body).includes(named)
    return answer.status !== 200 || isThere ? answer : { status: 404, code: 'not_found' }
  }
  const mika = idOf('mika')
  const { id: seatId, ...seated } = seat('rivera', 'teacher')
  const acts: Record<CounselAct, () => Promise<{ status: number; code?: string | undefined }>> = {
    space: () => ask(spaces.GetSpace, id),
    wall: () => ask(work.GetWall, id),
    waiting: () => ask(feedback.ListWaitingForFeedback, id),
    alone: () => ask(work.GetPiece, alone.id),
    answers: () => ask(feedback.ListFeedback, alone.id),
    wide: () => ask(work.GetPiece, wide.id),
    wideAnswers: () => ask(feedback.ListFeedback, wide.id),
    name: () => finds(work.GetPiece, wide.id, 'Mika and Ms. Amari'),
    face: () => finds(work.WhoSees, wide.id, idOf('amari')),
    child: () => finds(spaces.ListChildSpaces, mika, id),
    portfolio: () => ask(work.GetPortfolio, mika),
    timeline: () => ask(timeline.GetTimeline, mika),
    goals: () => ask(goals.ListGoals, mika),
    reflections: () => ask(reflections.ListReflections, mika),
    tags: () => ask(ListPieceTags, wide.id),
    answer: () =>
      ask(feedback.GiveFeedback, newId(), { iterationId: alone.iterationId, body: 'A long neck.' }),
    giveBack: () =>
      ask(rounds.ReturnIteration, newId(), { iterationId: alone.iterationId, tryNext: 'A longer neck.' }),
    seat: () => ask(spaces.SeatPerson, seatId, { ...seated, spaceId: id }),
    rule: () => ask(spaces.SetSpaceRule, newId(), { spaceId: id, about: 'learners', says: 'visible' }),
    archive: () => ask(spaces.ArchiveSpace, newId(), { spaceId: id }),
  }
  return acts[act]()
}

describe.each(counselStandings)('a one-to-one with a counsellor, %s', (standing) => {
  let held: Held
  beforeAll(async () => {
    held = await hold(standing)
  })
  afterAll(() => (standing === 'ended' ? giveAgain() : undefined))

  // whoever keeps it changes it, and comes last
  const inOrder = Object.keys(people).toSorted((a, b) => Number(a === 'amari') - Number(b === 'amari'))
  test.each(inOrder)('%s', async (person) => {
    const found: string[] = []
    for (const act of counselActs)
      found.push(`${act}: ${letterOf(await attempt(person === 'nobody' ? null : person, act, held))}`)
    const wanted = counselRowOf(standing, person).split(' ')
    expect(found).toEqual(counselActs.map((act, place) => `${act}: ${wanted[place]}`))
  })
})
