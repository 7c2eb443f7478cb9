import { v7 as newId } from 'uuid'
import * as conferences from '../../src/conferences/contract.ts'
import { castMember } from './cast.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { madeHeader } from '../../src/platform/made.ts'
import { addressOf } from '../../src/platform/web/address.ts'
import { SendWalkthrough } from '../../src/walkthroughs/contract.ts'
import { setGoal } from './completing.ts'
import { placeMedia } from './making.ts'
import { classOf, idOf, type School } from './school.ts'

/** What tests of conferences do again and again. */
export const cue = 'A card for nobody but me 41fe'

export async function openRound(school: School, key = 'rivera', classKey = 'division-3'): Promise<string> {
  const id = newId()
  const answer = await school.as(key).ask(conferences.OpenConferenceRound, {
    params: { id },
    body: {
      classId: classOf(classKey),
      name: 'Fall conferences',
      startsOn: '2026-11-23',
      endsOn: '2026-11-27',
    },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}

export const prepare = (school: School, key: string, roundId: string, more: object = {}, id = newId()) =>
  school
    .as(key)
    .ask(conferences.PrepareConference, { params: { id }, body: { roundId, choices: [], ...more } })

export const sayReady = (school: School, key: string, id: string, ready = true) =>
  school.as(key).ask(conferences.SetConferenceReadiness, { params: { id }, body: { ready } })

export const preparationOf = (school: School, key: string, roundId: string, learner = 'mika') =>
  school
    .as(key)
    .ask(conferences.GetConferencePreparation, { params: { id: roundId, learnerId: idOf(learner) } })

export const told = (key: string, role: 'guardian' | 'teacher' | 'learner' = 'guardian') => ({
  role,
  personId: idOf(key),
  name: castMember(key).givenName,
})

export const begin = (school: School, key: string, roundId: string, people: object[], id = newId()) =>
  school
    .as(key)
    .ask(conferences.BeginConference, {
      params: { id },
      body: { roundId, learnerId: idOf('mika'), people },
    })
    .then((answer) => ({ id, ...answer }))

export const tell = (
  school: School,
  key: string,
  conferenceId: string,
  said: object,
  more: object = {},
  id = newId(),
) =>
  school
    .as(key)
    .ask(conferences.AddConferenceWord, {
      params: { id },
      body: { conferenceId, kind: 'noticed', words: 'You explained it yourself', ...said, ...more },
    })
    .then((answer) => ({ id, ...answer }))

export const meetingOf = (school: School, key: string, id: string) =>
  school.as(key).ask(conferences.GetConference, { params: { id } })

export const close = (school: School, key: string, id: string, pieceIds: string[] = []) =>
  school.as(key).ask(conferences.CloseConference, { params: { id }, body: { pieceIds } })

/** Done on a device without a network so many minutes ago, and arriving only now. */
export async function arrivesLate(
  school: School,
  key: string,
  endpoint: Endpoint,
  { minutesAgo, ...parts }: { params: object; body?: object; minutesAgo: number },
) {
  const claimed = new Date(school.clock.now.getTime() - minutesAgo * 60_000).toISOString()
  const answer = await school.program.app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, parts),
    headers: {
      cookie: await school.as(key).cookie(),
      'x-cairn': '1',
      [madeHeader]: JSON.stringify({ claimed, offset: 0 }),
    },
    ...(parts.body === undefined ? {} : { payload: parts.body }),
  })
  return {
    status: answer.statusCode,
    code: JSON.parse(answer.body || '{}')?.error?.code as string | undefined,
  }
}

/** A whole one of Mika's: prepared, ready, held with her mother and a teacher, closed. */
export async function holdConference(school: School, pieces: readonly string[]) {
  const roundId = await openRound(school)
  const kinds = ['proud', 'grew', 'hard']
  const { id: goalId } = await setGoal(school, 'mika')
  await prepare(school, 'mika', roundId, {
    goalId,
    welcomeCue: cue,
    goalCue: cue,
    choices: pieces.map((pieceId, at) => ({
      kind: kinds[at],
      pieceId,
      why: 'Four tries, and I can say why.',
      cue,
    })),
  })
  await sayReady(school, 'mika', roundId)
  const { id } = await begin(school, 'mika', roundId, [told('amara'), told('rivera', 'teacher')])
  await tell(school, 'mika', id, told('amara'))
  await tell(school, 'mika', id, told('mika', 'learner'), {
    kind: 'will',
    words: 'I will read on the stairs.',
  })
  await school.as('mika').ask(conferences.AgreeOnGoal, {
    params: { id: newId() },
    body: { conferenceId: id, goalId, ...told('amara') },
  })
  await close(school, 'mika', id, [...pieces])
  return { roundId, id }
}

/** One of Mika's that her mother hears in her own time, and has not answered. */
export async function recordForFamily(school: School, roundId: string): Promise<string> {
  const { id } = await begin(school, 'mika', roundId, [told('amara')])
  const mediaId = await placeMedia(school, 'mika', 'audio')
  const preparationId = (await preparationOf(school, 'mika', roundId)).body.preparationId ?? ''
  const body = { mediaId, preparationId, marks: [0, 20] }
  const answer = await school.as('mika').ask(SendWalkthrough, { params: { id }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}
