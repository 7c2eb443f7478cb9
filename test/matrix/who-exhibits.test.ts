import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as exhibitions from '../../src/exhibitions/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { eventOf, gym, join, openEvent, visitorAt, writeSlip } from '../support/exhibiting.ts'
import { classOf, openSchool, type School } from '../support/school.ts'
import { answer, proposeShowcase, visit } from '../support/showing.ts'
import { letterOf } from './exhibit.ts'
import {
  type ExhibitionAct,
  exhibitionActs,
  exhibitionRowOf,
  type ExhibitionStanding,
} from './who-exhibits.ts'
import { people } from './who-may.ts'

let school: School
let showcaseId = ''
beforeAll(async () => {
  school = await openSchool()
  showcaseId = (await proposeShowcase(school, 'mika')).id
  await answer(school, 'rivera', showcaseId, 'teacher')
  await answer(school, 'amara', showcaseId, 'guardian')
})
afterAll(() => school.close())

const classIds = [classOf('division-3')]
const title = 'How I learned to look'

async function hold(standing: ExhibitionStanding) {
  const id = await openEvent(school, 'rivera', { classIds })
  const standId = await join(school, 'mika', id, { showcaseId, title })
  const { path } = (await school.as('rivera').ask(exhibitions.GetExhibitionLinks, { params: { id } })).body
  await writeSlip(school, `${path}/${standId}`, {}, await visitorAt(school, `${path}/${standId}`))
  const [slip] = (await school.as('rivera').ask(exhibitions.ListSlips, { params: { id } })).body.slips
  const cardId = newId()
  const card = { params: { id: cardId }, body: { exhibitionId: id, words: 'Thank you.' } }
  await school.as('mika').ask(exhibitions.WriteCard, card)
  if (standing === 'closed') await school.as('rivera').ask(exhibitions.EndExhibition, { params: { id } })
  return { id, standId, slipId: slip?.id ?? '', cardId }
}

type Held = Awaited<ReturnType<typeof hold>>

function attempt(person: string | null, act: ExhibitionAct, { id, standId, slipId, cardId }: Held) {
  const ask = (endpoint: Endpoint, of: string, body?: object, more: object = {}) =>
    school.as(person).ask(endpoint, { params: { id: of, ...more }, ...(body ? { body } : {}) })
  const placards = async () => {
    const headers = { cookie: await school.as(person).cookie() }
    const { statusCode } = await visit(school, `/guest/placards/${id}`, headers)
    return { status: statusCode, code: person === null ? 'not_signed_in' : 'not_found' }
  }
  const acts: Record<ExhibitionAct, () => Promise<{ status: number; code?: string | undefined }>> = {
    see: () => ask(exhibitions.GetExhibition, id),
    change: () => ask(exhibitions.ReviseExhibition, id, eventOf({ classIds }), { revision: '2' }),
    link: () => ask(exhibitions.GetExhibitionLinks, id),
    end: () => ask(exhibitions.EndExhibition, id),
    placards,
    'take part': () => ask(exhibitions.TakeStand, newId(), { exhibitionId: id, title: 'Mine' }),
    place: () => ask(exhibitions.PlaceStand, standId, { placeId: gym }),
    leave: () => ask(exhibitions.LeaveStand, standId),
    title: () => ask(exhibitions.ReleaseTitle, standId, { title }),
    slips: () => ask(exhibitions.ListSlips, id),
    'pass on': () => ask(exhibitions.DecideSlip, slipId, { releases: true }),
    thank: () => ask(exhibitions.WriteCard, newId(), { exhibitionId: id, words: 'You came.' }),
    'release thanks': () => ask(exhibitions.ReleaseCard, cardId),
    'take thanks back': () => ask(exhibitions.WithdrawCard, cardId),
  }
  return acts[act]()
}

const looking = new Set<ExhibitionAct>(['see', 'link', 'placards', 'slips'])

describe.each(['to come', 'closed'] as const)('a showcase event, %s', (standing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let held = await hold(standing)
    for (const act of exhibitionActs) {
      const letter = letterOf(await attempt(person === 'nobody' ? null : person, act, held))
      found.push(`${act}: ${letter}`)
      if (letter === 'y' && !looking.has(act)) held = await hold(standing)
    }
    const wanted = exhibitionRowOf(standing, person).split(' ')
    expect(found).toEqual(exhibitionActs.map((act, place) => `${act}: ${wanted[place]}`))
  })
})
