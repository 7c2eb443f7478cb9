import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as conferences from '../../src/conferences/contract.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import { GetReadinessBoard } from '../../src/readiness/contract.ts'
import {
  begin,
  meetingOf,
  openRound,
  preparationOf,
  prepare,
  sayReady,
  tell,
  told,
} from '../support/conferring.ts'
import { say } from '../support/gathering.ts'
import { addPiece } from '../support/making.ts'
import { classOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type ConferenceAct, conferenceActs, conferenceRowOf, conferenceStandings } from './who-confers.ts'
import { people } from './who-may.ts'

let school: School
let round: string
let meeting: string
beforeAll(async () => {
  school = await openSchool()
  round = await openRound(school)
  const { id: pieceId } = await addPiece(school, 'mika')
  await prepare(school, 'mika', round, { choices: [{ kind: 'proud', pieceId }] })
  await sayReady(school, 'mika', round)
  meeting = (await begin(school, 'mika', round, [told('amara')])).id
})
afterAll(() => school.close())

async function attempt(key: string | null, act: ConferenceAct): Promise<string> {
  const who = key as string
  const visitor = school.as(key)
  switch (act) {
    case 'round':
      return letterOf(await visitor.ask(conferences.GetConferenceRound, { params: { id: round } }))
    case 'open': {
      const body = {
        classId: classOf('division-3'),
        name: 'Spring',
        startsOn: '2026-12-01',
        endsOn: '2026-12-02',
      }
      return letterOf(await visitor.ask(conferences.OpenConferenceRound, { params: { id: newId() }, body }))
    }
    case 'board':
      return letterOf(await visitor.ask(GetReadinessBoard, { params: { id: round } }))
    case 'choices':
      return letterOf(await preparationOf(school, who, round))
    case 'prepare':
      // without a change, so that what is tried next finds the same
      return letterOf(
        await visitor.ask(conferences.SetConferenceReadiness, {
          params: { id: round },
          body: { ready: true },
        }),
      )
    case 'begin':
      return letterOf(await begin(school, who, round, []))
    case 'read':
      return letterOf(await meetingOf(school, who, meeting))
    case 'say for the family':
      return letterOf(await tell(school, who, meeting, told('amara')))
    case 'say for her':
      return letterOf(await tell(school, who, meeting, told('mika', 'learner')))
    case 'turn':
      return letterOf(
        await visitor.ask(conferences.TurnConferencePage, { params: { id: meeting }, body: { number: 1 } }),
      )
  }
}

describe.each(conferenceStandings)('a conference of Mika’s, %s', (standing) => {
  beforeAll(async () => {
    if (standing === 'held') return
    for (const about of ['learners', 'families'] as const)
      await say(school, spaceOf(classOf('division-3')), about, 'hidden')
  })
  test.each(Object.keys(people))('%s', async (person) => {
    const letters: string[] = []
    for (const act of conferenceActs) letters.push(await attempt(person === 'nobody' ? null : person, act))
    expect(letters.join(' ')).toBe(conferenceRowOf(standing, person))
  })
})
