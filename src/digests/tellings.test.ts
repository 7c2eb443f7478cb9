import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { castMember } from '../../test/support/cast.ts'
import { schoolOf } from '../../test/support/completing.ts'
import { begin, openRound, preparationOf, prepare, sayReady, told } from '../../test/support/conferring.ts'
import { addPiece, placeMedia } from '../../test/support/making.ts'
import { nightPasses } from '../../test/support/night.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { linkFor, withoutPassword } from '../../test/support/welcoming.ts'
import { EndGuardianship, GetPerson } from '../register/contract.ts'
import { NoteContact } from '../mail/contract.ts'
import type { Outgoing } from '../mail/message.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AnswerWalkthrough, SendWalkthrough } from '../walkthroughs/contract.ts'
import * as contract from './contract.ts'

let school: School
let round: string
const mails: Outgoing[] = []
const texts: Outgoing[] = []
const into = (box: Outgoing[]) => async (message: Outgoing) => {
  box.push(message)
  return { outcome: 'sent' } as const
}
beforeAll(async () => {
  school = await openSchool({ works: true, senders: { mail: into(mails), text: into(texts) } })
  for (const key of ['amara', 'tomas'])
    await school.as('singh').ask(NoteContact, {
      params: { id: idOf(key) },
      body: { email: `${key}@example.org`, phone: '+1 250 555 0100' },
    })
  round = await openRound(school)
  const { id: pieceId } = await addPiece(school, 'mika')
  await prepare(school, 'mika', round, { choices: [{ kind: 'proud', pieceId, why: 'a secret why 91c' }] })
  await sayReady(school, 'mika', round)
})
afterAll(() => school.close())

/** A Wednesday and the days after it, none of them a Friday at four for those who chose nothing. */
async function itIs(day: string, time: string): Promise<void> {
  school.clock.now = new Date(`${day}T${time}:00-07:00`)
  school.later(0)
  await nightPasses(school)
}
const nothingWaits = () =>
  expect
    .poll(
      () =>
        asTheSystem(
          school.program.ground,
          { reason: 'test', districtId: castMember('mika').districtId },
          async ({ db }) => {
            const found = await sql<{ count: number }>`select count(*)::integer as count from message
            where sent_at is null and given_up_at is null`.execute(db)
            return found.rows[0]?.count
          },
        ),
      { timeout: 10_000 },
    )
    .toBe(0)

async function record(people: object[]): Promise<string> {
  const { id } = await begin(school, 'mika', round, people)
  const mediaId = await placeMedia(school, 'mika', 'audio')
  const preparationId = (await preparationOf(school, 'mika', round)).body.preparationId ?? ''
  const sent = await school
    .as('mika')
    .ask(SendWalkthrough, { params: { id }, body: { mediaId, preparationId, marks: [0] } })
  expect(sent.status).toBe(200)
  return id
}
async function guardNoMore(key: string): Promise<void> {
  const { children } = (await school.as('singh').ask(GetPerson, { params: { id: idOf(key) } })).body
  for (const { id } of children) {
    const ended = await school.as('singh').ask(EndGuardianship, { params: { id }, body: { kind: 'over' } })
    expect(ended.status).toBe(200)
  }
}
const about = (box: Outgoing[], to: string) => box.filter((one) => one.to === to)

test('the household it was made for is told once, by day, and reminded once; the other household of the child never', async () => {
  await itIs('2026-10-06', '21:30')
  const id = await record([told('amara')])
  await nightPasses(school)
  expect(mails).toEqual([])
  await itIs('2026-10-07', '07:10')
  await nothingWaits()
  await itIs('2026-10-07', '08:10')
  await nothingWaits()
  expect(mails.map(({ to }) => to)).toEqual(['amara@example.org'])
  expect(mails[0]?.subject).toBe('Mika recorded a conference for you')
  expect(mails[0]?.body).toContain(`http://localhost:4000/children/conferences/${id}`)
  expect(mails[0]?.body).toContain('Tuesday 13 October')
  expect(mails[0]?.body).not.toMatch(/91c|tomas/i)
  for (const day of ['2026-10-08', '2026-10-12', '2026-10-13', '2026-10-14']) {
    await itIs(day, '09:10')
    await nothingWaits()
  }
  const letters = about(mails, 'amara@example.org').map(({ subject }) => subject)
  expect(letters.filter((one) => /waiting/.test(one))).toEqual(['Mika’s recording is still waiting for you'])
  expect(about(mails, 'tomas@example.org').some(({ body }) => body.includes(id))).toBe(false)
})

test('answered, nobody is reminded; by text where they chose texts, not at all where they chose that', async () => {
  const choose = (key: string, way: string) =>
    school.as(key).ask(contract.KeepDigestChoice, { body: { way, weekday: 5, hour: 16 } })
  await itIs('2026-10-19', '10:10')
  await choose('amara', 'text')
  await choose('tomas', 'none')
  const [before, id] = [mails.length, await record([told('amara'), told('tomas')])]
  await itIs('2026-10-19', '11:10')
  await nothingWaits()
  expect(mails.length).toBe(before)
  expect(texts.map(({ body }) => body)).toEqual([expect.stringContaining(`/children/conferences/${id}`)])
  const answer = { conferenceId: id, kind: 'noticed' as const, words: 'Heard it' }
  expect(
    (await school.as('tomas').ask(AnswerWalkthrough, { params: { id: newId() }, body: answer })).status,
  ).toBe(200)
  await itIs('2026-10-26', '11:10')
  await nothingWaits()
  expect(texts.filter(({ body }) => body.includes(id))).toHaveLength(1)
  await choose('amara', 'mail')
  await choose('tomas', 'mail')
})

test('somebody without a password comes in by their link; where the school lets nothing leave, and who guards no more, is not told', async () => {
  const rule = (tells: string) =>
    school
      .as('singh')
      .ask(contract.SetDigestRule, { params: { id: schoolOf('cedar-hill') }, body: { tells } })
  await itIs('2026-11-02', '10:10')
  await withoutPassword(school, ['amara'])
  const link = await linkFor(school, 'rivera', 'amara')
  await rule('nothing')
  const before = mails.length
  await record([told('amara'), told('tomas')])
  await itIs('2026-11-02', '11:10')
  await nothingWaits()
  expect(mails.length).toBe(before)
  await rule('notice')
  await guardNoMore('tomas')
  await itIs('2026-11-02', '12:10')
  await nothingWaits()
  const fresh = mails.slice(before)
  expect(fresh.map(({ to }) => to)).toEqual(['amara@example.org'])
  expect(fresh[0]?.body).toContain(link.url)
})
