import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as feedback from '../../src/feedback/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import * as remarks from '../../src/remarks/contract.ts'
import * as spaces from '../../src/spaces/contract.ts'
import * as work from '../../src/work/contract.ts'
import { gatherGroup, say, seat } from '../support/gathering.ts'
import { openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type GatherAct, gatherActs, gatherRowOf, type Standing, standings } from './who-gathers.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

type Group = Awaited<ReturnType<typeof gatherGroup>>

async function hold(standing: Standing): Promise<Group> {
  const group = await gatherGroup(school)
  for (const key of ['amari', 'dubois']) {
    const { id, ...body } = seat(key, 'teacher')
    await school.as('rivera').ask(spaces.SeatPerson, { params: { id }, body: { ...body, spaceId: group.id } })
    if (key === 'dubois') await school.as('rivera').ask(spaces.UnseatPerson, { params: { id } })
  }
  const archiving = { params: { id: newId() }, body: { spaceId: group.id } }
  if (standing === 'archived') await school.as('rivera').ask(spaces.ArchiveSpace, archiving)
  else await say(school, group.id, 'learners', standing)
  return group
}

function attempt(person: string | null, act: GatherAct, { id, pieceId, iterationId, remarkId }: Group) {
  const ask = (endpoint: Endpoint, of: string, body?: object) =>
    school.as(person).ask(endpoint, { params: { id: of }, ...(body ? { body } : {}) })
  const { id: seatId, ...seated } = seat(person === 'okafor' || person === 'amari' ? 'theo' : 'kai')
  const acts: Record<GatherAct, () => ReturnType<typeof ask>> = {
    space: () => ask(spaces.GetSpace, id),
    wall: () => ask(work.GetWall, id),
    piece: () => ask(work.GetPiece, pieceId),
    rule: () => ask(spaces.SetSpaceRule, newId(), { spaceId: id, about: 'families', says: 'hidden' }),
    seat: () => ask(spaces.SeatPerson, seatId, { ...seated, spaceId: id }),
    archive: () => ask(spaces.ArchiveSpace, newId(), { spaceId: id }),
    read: () => ask(remarks.ListRemarks, pieceId),
    // what may not be said at present is said in words of its own
    say: async () => {
      const answer = await ask(remarks.LeaveRemark, newId(), {
        pieceId,
        spaceId: id,
        body: 'So long a neck!',
      })
      return answer.code === 'remarks_not_allowed' ? { ...answer, code: 'not_allowed' } : answer
    },
    report: () => ask(remarks.ReportRemark, newId(), { remarkId, why: '' }),
    waiting: () => ask(feedback.ListWaitingForFeedback, id),
    answer: () => ask(feedback.GiveFeedback, newId(), { iterationId, body: 'So long a neck!' }),
    answers: () => ask(feedback.ListFeedback, pieceId),
    hide: () => ask(remarks.HideRemark, newId(), { remarkId, hidden: true }),
  }
  return acts[act]()
}

const changing: readonly GatherAct[] = ['seat', 'archive', 'hide']

describe.each(standings)('a group, %s', (standing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let group = await hold(standing)
    for (const act of gatherActs) {
      const letter = letterOf(await attempt(person === 'nobody' ? null : person, act, group))
      found.push(`${act}: ${letter}`)
      if (letter === 'y' && changing.includes(act)) group = await hold(standing)
    }
    const wanted = gatherRowOf(standing, person).split(' ')
    expect(found).toEqual(gatherActs.map((act, place) => `${act}: ${wanted[place]}`))
  })
})
