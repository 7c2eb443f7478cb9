import { v7 as newId } from 'uuid'
import * as contract from '../../src/defenses/contract.ts'
import { idOf, type School } from './school.ts'

export const criteria = [
  { id: '018f0000-0000-7000-8000-0000000000c1', words: 'Tells what was hard, and what came of it' },
  { id: '018f0000-0000-7000-8000-0000000000c2', words: 'Lays all attempts beside each other' },
]
export const seats = {
  halvorsen: '018f0000-0000-7000-8000-0000000000a1',
  guest: '018f0000-0000-7000-8000-0000000000a2',
}

export const defenseOf = (more: object = {}) => ({
  learnerId: idOf('jonas'),
  title: 'What I can do with light',
  criteria,
  protocol: [
    { words: 'Jonas presents', minutes: 10 },
    { words: 'Questions of the guests', minutes: 5 },
  ],
  attemptId: newId(),
  heldOn: '2026-11-24',
  fromMinute: 600,
  place: 'Studio',
  panel: [
    { id: seats.halvorsen, personId: idOf('halvorsen') },
    { id: seats.guest, guest: 'Margit, glassblower' },
  ],
  ...more,
})

/** Jonas presents to his teacher and to a glassblower from town. */
export async function setDefense(school: School, more: object = {}, key = 'halvorsen') {
  const id = newId()
  const body = defenseOf(more)
  const set = await school.as(key).ask(contract.SetDefense, { params: { id }, body })
  if (set.status !== 200) throw new Error(set.text)
  return { id, attemptId: body.attemptId }
}

export const note = (attemptId: string, more: object = {}) => ({
  attemptId,
  criterionId: criteria[0]?.id,
  side: 'shown' as const,
  words: 'You opened the lamp and showed us the crack.',
  panelistId: seats.halvorsen,
  ...more,
})

/** Presented once with two notes, "not yet", and called again for another day. */
export async function hangDefense(school: School) {
  const { id, attemptId } = await setDefense(school)
  const halvorsen = school.as('halvorsen')
  const opening = { params: { id: attemptId }, body: { words: 'I can say why glass breaks.' } }
  await school.as('jonas').ask(contract.WriteOpening, opening)
  for (const more of [{}, { panelistId: seats.guest, side: 'next' as const, words: 'Anneal it longer.' }])
    await halvorsen.ask(contract.WriteNote, { params: { id: newId() }, body: note(attemptId, more) })
  const outcome = { outcome: 'again' as const, words: 'Show us the third lamp.' }
  await halvorsen.ask(contract.DecideAttempt, { params: { id: attemptId }, body: outcome })
  const answer = { attemptId, words: 'I will bring the pieces.' }
  await school.as('jonas').ask(contract.AnswerPanel, { params: { id: newId() }, body: answer })
  const { heldOn, place, panel } = defenseOf({ heldOn: '2026-12-01' })
  const again = { params: { id: newId() }, body: { defenseId: id, heldOn, place, panel } }
  await halvorsen.ask(contract.CallAttempt, again)
  return { id }
}

/** The link and the PIN of the glassblower from town. */
export async function invitePanelGuest(school: School, attemptId: string, key = 'halvorsen') {
  const id = newId()
  const body = { attemptId, panelistId: seats.guest }
  const handed = await school.as(key).ask(contract.HandPass, { params: { id }, body })
  if (handed.status !== 200) throw new Error(handed.text)
  return { id, ...(await school.as(key).ask(contract.GetPass, { params: { id } })).body }
}

export const postPanel = (school: School, path: string, form: Record<string, string>, cookie = '') =>
  school.program.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', cookie },
    payload: new URLSearchParams(form).toString(),
  })

/** A browser that said the PIN. */
export async function enterPanel(school: School, { path, pin }: { path: string; pin: string }) {
  const [seal] = (await postPanel(school, path, { pin })).cookies
  if (!seal) throw new Error('the PIN was not taken')
  return `${seal.name}=${seal.value}`
}
