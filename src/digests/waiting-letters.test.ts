import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schoolOf } from '../../test/support/completing.ts'
import { castMember } from '../../test/support/cast.ts'
import { nightPasses } from '../../test/support/night.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { withoutPassword } from '../../test/support/welcoming.ts'
import { SayAsking, TakeAskingBack } from '../askings/contract.ts'
import { NoteContact } from '../mail/contract.ts'
import type { Delivery, Outgoing } from '../mail/message.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { ListFamilies, MakeWelcomes, WithdrawWelcome } from '../welcomes/contract.ts'
import { pathTo, pinFor } from '../welcomes/hand-link.ts'
import { KeepDigestChoice, SetDigestRule } from './contract.ts'

let school: School
const mails: Outgoing[] = []
const texts: Outgoing[] = []
let gatewaySays: Delivery = { outcome: 'sent' }
const { districtId } = castMember('mika')
const asSystem = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
  asTheSystem(school.program.ground, { reason: 'test', districtId }, work)

beforeAll(async () => {
  const mail = async (message: Outgoing) => {
    mails.push(message)
    return { outcome: 'sent' } as const
  }
  const text = async (message: Outgoing) => {
    texts.push(message)
    return gatewaySays
  }
  school = await openSchool({ works: true, senders: { mail, text } })
  await withoutPassword(school, ['rosa', 'olena'])
})
afterAll(() => school.close())

const note = (key: string, body: object) =>
  school.as('singh').ask(NoteContact, { params: { id: idOf(key) }, body })
async function ask(key: string, body: string): Promise<string> {
  const id = newId()
  await school.as(key).ask(SayAsking, { params: { id }, body: { body } })
  return id
}
const takeBack = (key: string, id: string) => school.as(key).ask(TakeAskingBack, { params: { id } })
async function itIs(day: string, time: string): Promise<void> {
  school.clock.now = new Date(`${day}T${time}:00-07:00`)
  school.later(0)
  await nightPasses(school)
}
const waiting = () =>
  asSystem(async ({ db }) => {
    const found = await sql<{ count: number }>`select count(*)::integer as count from message
      where sent_at is null and given_up_at is null`.execute(db)
    return found.rows[0]?.count
  })
const toldOf = async (key: string) => {
  const { body } = await school.as('rivera').ask(ListFamilies, { params: { id: classOf('division-3') } })
  return body.guardians.find(({ id }) => id === idOf(key))?.told
}
const invite = async (key: string) => {
  const id = newId()
  const answer = await school.as('rivera').ask(MakeWelcomes, {
    params: { id: classOf('division-3') },
    body: { byText: true, welcomes: [{ id, guardianId: idOf(key) }] },
  })
  return { id, ...answer.body }
}

test('what ended while a letter waited for the morning is not in it, and ends letters that were about nothing else', async () => {
  await itIs('2026-11-01', '12:00')
  const rule = { params: { id: schoolOf('cedar-hill') }, body: { tells: 'words' as const } }
  await school.as('singh').ask(SetDigestRule, rule)
  const weekly = { way: 'mail' as const, weekday: 1, hour: 19 }
  for (const key of ['amara', 'tomas', 'leila', 'karim']) {
    await note(key, { email: `${key}@example.org` })
    await school.as(key).ask(KeepDigestChoice, { body: weekly })
  }
  await itIs('2026-11-02', '10:00')
  const [owl, boat] = [await ask('mika', 'the owl'), await ask('noor', 'the boat')]
  await ask('mika', 'the lantern')
  await itIs('2026-11-02', '22:10')
  expect([mails, await waiting()]).toEqual([[], 4])
  await takeBack('mika', owl)
  await takeBack('noor', boat)
  await asSystem(({ db }) =>
    sql`update guardianship set closed_on = cairn_today() where guardian_id = ${idOf('tomas')}`.execute(db),
  )
  await school.as('leila').ask(KeepDigestChoice, { body: { ...weekly, way: 'none' } })
  school.clock.now = new Date('2026-11-02T23:00:00-07:00')
  await ask('mika', 'what came after it was composed')
  await itIs('2026-11-03', '09:30')
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
  expect(mails.map(({ to }) => to)).toEqual(['amara@example.org'])
  expect(mails[0]?.body).toContain('the lantern')
  expect(mails[0]?.body).not.toMatch(/owl|composed/)
  // nothing was wrong with these addresses
  for (const key of ['karim', 'leila']) expect([key, await toldOf(key)]).toEqual([key, null])
})

test('a link goes as a text by day, without the PIN, and not when the school took it back overnight', async () => {
  await itIs('2026-11-03', '22:30')
  for (const key of ['rosa', 'olena']) await note(key, { phone: '+1 250 555 0100' })
  const [rosa, olena] = [await invite('rosa'), await invite('olena')]
  expect([rosa.texted, rosa.mailed]).toEqual([1, 0])
  expect(await toldOf('rosa')).toMatchObject({ way: 'text', state: 'waiting' })
  await school.as('singh').ask(WithdrawWelcome, { params: { id: olena.id } })
  await itIs('2026-11-04', '09:30')
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
  const { secret } = school.program.ground
  expect(texts).toHaveLength(1)
  expect(texts[0]?.body).toContain(`http://localhost:4000${pathTo(secret, rosa.id)}`)
  expect(texts[0]?.body).not.toContain(pinFor(secret, rosa.id))
  expect(await toldOf('rosa')).toMatchObject({ way: 'text', state: 'sent' })
})

test('whoever has no number gets no text, and a number that takes none is told to the school', async () => {
  await note('rosa', {})
  expect((await invite('rosa')).texted).toBe(0)
  await note('rosa', { phone: '+1 250 555 0199' })
  gatewaySays = { outcome: 'later', code: '500' }
  await invite('rosa')
  await expect.poll(() => toldOf('rosa'), { timeout: 10_000 }).toMatchObject({ way: 'text', state: 'late' })
  gatewaySays = { outcome: 'never', code: '422' }
  await itIs('2026-11-04', '12:30')
  await expect.poll(() => toldOf('rosa'), { timeout: 10_000 }).toMatchObject({ state: 'failed' })
})
