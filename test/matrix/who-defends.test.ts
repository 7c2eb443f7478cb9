import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as defenses from '../../src/defenses/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { note, seats, setDefense } from '../support/defending.ts'
import { idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type DefenseAct, defenseActs, defenseRowOf, type DefenseStanding } from './who-defends.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const okaforsSeat = newId()
const panel = [
  { id: newId(), personId: idOf('rivera') },
  { id: okaforsSeat, personId: idOf('okafor') },
  { id: seats.guest, guest: 'Margit' },
]
const notYet = { outcome: 'again', words: 'Bring the second one.' }

async function hold(standing: DefenseStanding) {
  const { id, attemptId } = await setDefense(
    school,
    { learnerId: idOf('mika'), panel, heldOn: '2026-11-25' },
    'rivera',
  )
  if (standing === 'not yet') {
    const decided = { params: { id: attemptId }, body: notYet as never }
    await school.as('rivera').ask(defenses.DecideAttempt, decided)
  }
  return { id, attemptId }
}

type Held = Awaited<ReturnType<typeof hold>>

function attempt(person: string | null, act: DefenseAct, { id, attemptId }: Held) {
  const ask = (endpoint: Endpoint, of: string, body?: object) =>
    school.as(person).ask(endpoint, { params: { id: of }, ...(body ? { body } : {}) })
  const arranged = { heldOn: '2026-12-01', place: 'Library', panel }
  const own = { criterionId: undefined }
  const acts: Record<DefenseAct, () => ReturnType<typeof ask>> = {
    see: () => ask(defenses.GetDefense, id),
    arrange: () => ask(defenses.ArrangeAttempt, attemptId, arranged),
    revise: () =>
      ask(defenses.ReviseDefense, id, { criteria: [{ id: newId(), words: 'Looks' }], revision: 2 }),
    'hand a pass': () => ask(defenses.HandPass, newId(), { attemptId, panelistId: seats.guest }),
    invite: () => ask(defenses.InviteGuardian, attemptId, { guardianId: idOf('amara'), shows: 'day' }),
    note: () => ask(defenses.WriteNote, newId(), note(attemptId, { ...own, panelistId: okaforsSeat })),
    'write down': () =>
      ask(defenses.WriteNote, newId(), note(attemptId, { ...own, panelistId: seats.guest })),
    // a teacher who comes second is told that it was said already
    decide: async () => {
      const answer = await ask(defenses.DecideAttempt, attemptId, notYet)
      return answer.code === 'changed_elsewhere' ? { ...answer, code: 'not_allowed' } : answer
    },
    open: () => ask(defenses.WriteOpening, attemptId, { words: 'I can look.' }),
    answer: () => ask(defenses.AnswerPanel, newId(), { attemptId, words: 'I will.' }),
    'call again': () => ask(defenses.CallAttempt, newId(), { defenseId: id, ...arranged }),
    'call off': () => ask(defenses.CancelDefense, id),
  }
  return acts[act]()
}

describe.each(['to come', 'not yet'] as const)('a presentation of learning, %s', (standing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let held = await hold(standing)
    for (const act of defenseActs) {
      const letter = letterOf(await attempt(person === 'nobody' ? null : person, act, held))
      found.push(`${act}: ${letter}`)
      if (letter === 'y' && act !== 'see') held = await hold(standing)
    }
    const wanted = defenseRowOf(standing, person).split(' ')
    expect(found).toEqual(defenseActs.map((act, place) => `${act}: ${wanted[place]}`))
  })
})
