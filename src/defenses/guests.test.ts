import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  criteria,
  defenseOf,
  enterPanel,
  invitePanelGuest,
  note,
  postPanel,
  seats,
  setDefense,
} from '../../test/support/defending.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { answer, openShowcase, proposeShowcase, visit } from '../../test/support/showing.ts'
import { districtId } from '../demo/cast-schools.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { tokenFor } from '../showcases/hand-link.ts'
import { WithdrawShowcase } from '../showcases/contract.ts'
import * as contract from './contract.ts'
import { mostWrongPins } from './defense.ts'

let school: School
const morning = new Date('2026-11-24T18:00:00Z')
beforeAll(async () => {
  school = await openSchool()
})
beforeEach(() => {
  school.clock.now = morning
})
afterAll(() => school.close())

const get = async (key: string, id: string) =>
  (await school.as(key).ask(contract.GetDefense, { params: { id } })).body
const first = criteria[0]?.id ?? ''
const shown = `${first}.shown`
const at = (path: string, cookie = '') => visit(school, path, { cookie })

async function hold(more: object = {}) {
  const { id, attemptId } = await setDefense(school, more)
  const pass = await invitePanelGuest(school, attemptId)
  return { id, attemptId, pass, path: pass.path, cookie: await enterPanel(school, pass) }
}

test('before its PIN a link shows nothing of anybody; with it, that one presentation and nothing of the school', async () => {
  const { path, cookie, attemptId } = await hold()
  await school.as('jonas').ask(contract.WriteOpening, {
    params: { id: attemptId },
    body: { words: 'I can say why <b>glass</b> breaks.' },
  })
  const door = await at(path)
  expect([door.statusCode, door.body.includes('PIN')]).toEqual([200, true])
  expect(door.body).not.toMatch(/Jonas|Margit|do with light|Studio/)
  const { body, statusCode, headers } = await at(path, cookie)
  expect(statusCode).toBe(200)
  for (const words of [
    'Jonas W.',
    'What I can do with light',
    'Tuesday 24 November',
    'Studio',
    'I can say why &lt;b&gt;glass&lt;/b&gt; breaks.',
    'Questions of the guests · 5 minutes',
    'Tells what was hard, and what came of it',
    'Margit, glassblower',
  ])
    expect([words, body.includes(words)]).toEqual([words, true])
  expect(body).not.toMatch(/Weatherby|Halvorsen|Riverbend|<script/)
  expect([headers['x-robots-tag'], headers['cache-control']]).toEqual([
    expect.stringContaining('noindex'),
    'private, no-store',
  ])
  expect((await at(`${path}?in=fr`, cookie)).body).toContain('Ce que le jury regarde')
  // neither the cookie of one presentation nor its link opens another
  const other = await hold()
  expect((await at(other.path, cookie)).body).not.toContain('Jonas')
})

test('only teachers of the learner hand it on, to a guest of the panel; the learner sees that there is one', async () => {
  const { id, attemptId } = await setDefense(school)
  const hand = (key: string | null, panelistId = seats.guest, passId = newId()) =>
    school.as(key).ask(contract.HandPass, { params: { id: passId }, body: { attemptId, panelistId } })
  expect([(await hand('jonas')).code, (await hand(null)).code]).toEqual(['not_allowed', 'not_signed_in'])
  for (const key of ['minh', 'rivera', 'chen', 'singh', 'marsh'])
    expect([key, (await hand(key)).code]).toEqual([key, 'not_found'])
  for (const seat of [seats.halvorsen, newId()])
    expect([seat, (await hand('halvorsen', seat)).code]).toEqual([seat, 'invalid'])
  const passId = newId()
  expect([
    (await hand('halvorsen', seats.guest, passId)).status,
    (await hand('halvorsen', seats.guest, passId)).status,
  ]).toEqual([200, 200])
  const tell = (key: string) => school.as(key).ask(contract.GetPass, { params: { id: passId } })
  expect([(await tell('jonas')).code, (await tell('rivera')).code]).toEqual(['not_allowed', 'not_found'])
  expect((await get('jonas', id)).attempts[0]?.panel[1]).toMatchObject({
    pass: { id: passId, lastUsedAt: null },
  })
  // what opens it is kept nowhere
  const { path, pin } = (await tell('halvorsen')).body
  const rows = await asTheSystem(
    school.program.ground,
    { reason: 'test', districtId: districtId.nechako },
    ({ db }) => sql<{ row: string }>`select to_jsonb(p)::text as row from defense_pass p`.execute(db),
  )
  const kept = rows.rows.map(({ row }) => row).join()
  expect([kept.includes(pin), kept.includes(path.split('/').at(-1) ?? '')]).toEqual([false, false])
})

test('a guest writes in their own name, changes it, and the learner reads it only once it was said what it came to', async () => {
  const { id, attemptId, path, cookie } = await hold()
  const send = (form: Record<string, string>) => postPanel(school, path, form, cookie)
  const [typed, then] = ['<script>alert(1)</script> The crack', 'Anneal it longer.']
  const kept = await send({ [shown]: typed, 'all.next': then })
  expect([kept.statusCode, kept.headers.location]).toEqual([303, `${path}?in=en&kept=1`])
  const page = (await at(`${path}?kept=1`, cookie)).body
  expect(page).toContain('Your notes are saved')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; The crack')
  expect(page).not.toContain('<script')
  // sent twice, and with one box another way: one note each
  await send({ [shown]: typed, [`was.${shown}`]: '', 'all.next': then })
  await send({
    [shown]: 'The crack, honestly.',
    [`was.${shown}`]: typed,
    'all.next': then,
    'was.all.next': then,
  })
  const notes = async (key: string) => (await get(key, id)).attempts[0]?.notes
  expect(await notes('jonas')).toEqual([])
  expect(await notes('halvorsen')).toMatchObject([
    {
      side: 'next',
      words: then,
      criterionId: null,
      saidBy: 'Margit, glassblower',
      writtenDownBy: null,
      mine: false,
    },
    { side: 'shown', words: 'The crack, honestly.', criterionId: first },
  ])
  // another form of theirs that was open meanwhile changes nothing it did not say
  await send({ [shown]: typed, [`was.${shown}`]: typed, 'all.next': '', 'was.all.next': then })
  expect(await notes('halvorsen')).toMatchObject([{ words: 'The crack, honestly.' }])
  // a teacher takes back no words of a guest's
  const [one] = (await notes('halvorsen')) ?? []
  const back = { params: { id: one?.id ?? '' } }
  expect((await school.as('halvorsen').ask(contract.RetractNote, back)).code).toBe('not_allowed')
  // others' notes are not a guest's to read
  await school.as('halvorsen').ask(contract.WriteNote, { params: { id: newId() }, body: note(attemptId) })
  expect((await at(path, cookie)).body).not.toContain('You opened the lamp')
  const decided = { params: { id: attemptId }, body: { outcome: 'through' as const, words: '' } }
  await school.as('halvorsen').ask(contract.DecideAttempt, decided)
  expect((await notes('jonas'))?.map(({ saidBy }) => saidBy)).toContain('Margit, glassblower')
  const said = (await at(path, cookie)).body
  expect([said.includes('The crack, honestly.'), said.includes('<textarea')]).toEqual([true, false])
  const late = await send({ [shown]: 'One more thing' })
  expect([late.statusCode, late.body.includes('One more thing')]).toEqual([409, true])
  expect((await notes('jonas'))?.length).toBe(2)
})

test('guessed PINs end in a rest; a new link comes with a new PIN, ends the one before, and has the notes', async () => {
  const { attemptId, pass, path, cookie } = await hold()
  await postPanel(school, path, { [shown]: 'The crack' }, cookie)
  const wrong = pass.pin === '000000' ? '000001' : '000000'
  const tries = await Promise.all(
    Array.from({ length: mostWrongPins + 5 }, () => postPanel(school, path, { pin: wrong })),
  )
  expect(tries.map(({ statusCode }) => statusCode).filter((status) => status === 303)).toEqual([])
  expect((await postPanel(school, path, { pin: pass.pin })).statusCode).toBe(429)
  // whoever is in already goes on
  expect((await at(path, cookie)).statusCode).toBe(200)
  const anew = await invitePanelGuest(school, attemptId)
  expect([anew.path === path, anew.pin === pass.pin]).toEqual([false, false])
  expect((await at(path, cookie)).statusCode).toBe(410)
  expect((await at(anew.path, await enterPanel(school, anew))).body).toContain('The crack')
  const secret = 'a secret for tests'
  for (const token of [
    tokenFor('another', anew.id, 'panel'),
    tokenFor(secret, anew.id),
    tokenFor(secret, newId(), 'panel'),
    '..%2fx',
  ])
    expect([token, (await at(`/guest/panel/${token}`)).statusCode]).toEqual([token, 404])
  expect((await at(`/guest/event/${tokenFor(secret, anew.id, 'panel')}`)).statusCode).toBe(404)
})

test('it ends with the day of the presentation, moves with it, and is shut at once by whatever ends it', async () => {
  const status = async ({ path, cookie }: { path: string; cookie: string }) =>
    (await at(path, cookie)).statusCode
  const day = await hold()
  // before midnight in Vancouver, and after it, whether British Columbia keeps winter time or not
  school.clock.now = new Date('2026-11-25T06:59:59Z')
  const night = { path: day.path, cookie: await enterPanel(school, day.pass) }
  expect(await status(night)).toBe(200)
  school.clock.now = new Date('2026-11-25T08:00:00Z')
  expect(await status(night)).toBe(410)
  const typed = await postPanel(school, day.path, { [shown]: 'Typed till midnight' }, night.cookie)
  expect([typed.statusCode, typed.body.includes('Typed till midnight')]).toEqual([410, true])
  expect(typed.body).not.toMatch(/Jonas|do with light/)
  const { heldOn: _day, attemptId: _of, ...arranged } = defenseOf()
  const arrange = (id: string, more: object) =>
    school.as('halvorsen').ask(contract.ArrangeAttempt, {
      params: { id },
      body: { heldOn: '2026-11-24', place: arranged.place, panel: arranged.panel, ...more },
    })
  school.clock.now = morning
  expect((await arrange(day.attemptId, { heldOn: '2026-11-25' })).status).toBe(200)
  school.clock.now = new Date('2026-11-25T08:00:00Z')
  expect(await status({ ...day, cookie: await enterPanel(school, day.pass) })).toBe(200)
  school.clock.now = morning
  const withdrawn = await hold()
  const take = (key: string) =>
    school.as(key).ask(contract.WithdrawPass, { params: { id: withdrawn.pass.id } })
  expect([(await take('jonas')).code, (await take('rivera')).code, (await take('halvorsen')).status]).toEqual(
    ['not_allowed', 'not_found', 200],
  )
  const off = await hold()
  await school.as('halvorsen').ask(contract.CancelDefense, { params: { id: off.id } })
  // a link is for the one it was made out to
  const renamed = await hold()
  await arrange(renamed.attemptId, { panel: [{ id: seats.guest, guest: 'Somebody else' }] })
  for (const one of [withdrawn, off, renamed]) {
    expect(await status(one)).toBe(410)
    expect((await postPanel(school, one.path, { [shown]: 'x' }, one.cookie)).statusCode).toBe(410)
  }
  expect((await get('halvorsen', withdrawn.id)).attempts[0]?.panel[1]?.pass).toBeNull()
})

test('the work is looked at behind the same door, while its showcase is open', async () => {
  const showcase = await proposeShowcase(school, 'jonas')
  const { path, cookie, attemptId, id } = await hold()
  const words = { words: 'From my lamps.', collectionId: showcase.collectionId }
  await school.as('jonas').ask(contract.WriteOpening, { params: { id: attemptId }, body: words })
  const work = `${path}/work`
  expect([(await at(work, cookie)).statusCode, (await at(path, cookie)).body.includes('/work')]).toEqual([
    303,
    false,
  ])
  expect((await get('jonas', id)).attempts[0]?.opening?.collection?.showcase).toBe('waiting')
  await answer(school, 'halvorsen', showcase.id, 'teacher')
  expect((await at(path, cookie)).body).toContain('/work')
  const page = await at(work, cookie)
  expect(page.body).toContain('Nobody helped me.')
  const file = /src="(\/guest\/media\/[^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await visit(school, file)).statusCode).toBe(200)
  expect((await at(work)).body).not.toContain('Nobody helped me.')
  await school.as('jonas').ask(WithdrawShowcase, { params: { id: showcase.id } })
  expect((await at(work, cookie)).statusCode).toBe(303)
  // another learner's open showcase is not reached through this door
  await openShowcase(school)
  expect((await at(work, cookie)).statusCode).toBe(303)
})

test('when the learner has left every class the link opens nothing', async () => {
  const { path, cookie } = await hold()
  expect((await at(path, cookie)).statusCode).toBe(200)
  await asTheSystem(school.program.ground, { reason: 'test', districtId: districtId.nechako }, ({ db }) =>
    sql`update enrollment set closed_on = '2026-11-24' where person_id = ${idOf('jonas')}
      and class_id = ${classOf('morning')}`.execute(db),
  )
  expect((await at(path, cookie)).statusCode).toBe(410)
})
