import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPieceOf, placeMedia } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { linkFor, withoutPassword } from '../../test/support/welcoming.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { noLongerSo } from '../mail/message.ts'
import { insertMessage, noteDelivery } from '../mail/store.ts'
import type { EventName } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { EnterPerson, ListSuspected, TellApart } from '../register/contract.ts'
import { DeleteWork } from '../work/contract.ts'
import * as contract from './contract.ts'
import { officeJobs } from './jobs.ts'
import { backupTrouble, fullness } from './waiting.ts'

let school: School
const { districtId } = castMember('singh')
const harbour = castMember('marsh').districtId
beforeAll(async () => {
  school = await openSchool()
  await elsewhere(({ db, now }) => {
    const duty = { id: newId(), district_id: harbour, person_id: idOf('marsh'), kind: 'office' }
    return db
      .insertInto('duty')
      .values({ ...duty, opened_on: now.toISOString().slice(0, 10) })
      .execute()
  })
})
afterAll(() => school.close())

const asSystem = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
  asTheSystem(school.program.ground, { reason: 'test', districtId }, work)
/** in the other district, whose office Judith Marsh runs here */
const elsewhere = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
  asTheSystem(school.program.ground, { reason: 'test', districtId: harbour }, work)
const waiting = async (key: string) =>
  Object.fromEntries(
    (await school.as(key).ask(contract.ListWaiting)).body.map(({ kind, count }) => [kind, count]),
  )
const errands = async (key = 'singh') => (await school.as(key).ask(contract.ListErrands)).body

/** Work that was tried in vain, as the queue leaves it. */
async function fail(event: EventName, id: string, message: string, output: object = { message }) {
  await asSystem(async ({ db, tell }) => {
    await tell(event, { districtId, id })
    await sql`update pgboss.job set state = 'failed', retry_count = 3, retry_limit = 3, completed_on = now(),
      output = ${JSON.stringify(output)}::jsonb where data->>'id' = ${id}`.execute(db)
  })
}
/** A file that is not prepared yet. */
async function inTheWorks(): Promise<string> {
  const id = await placeMedia(school, 'mika', 'picture')
  await asSystem(({ db }) => sql`update media set state = 'working' where id = ${id}`.execute(db))
  return id
}
const jobOf = (id: string) =>
  asSystem(async ({ db }) => {
    const found = await sql<{
      state: string
    }>`select state from pgboss.job where data->>'id' = ${id}`.execute(db)
    return found.rows[0]?.state
  })

test('the first page counts what waits; a principal sees what her families need, and others nothing', async () => {
  const { outside: before = 0, ...others } = await waiting('singh')
  expect(others).toEqual({ 'no-backup': 1 })
  await withoutPassword(school, ['amara', 'tomas'])
  expect((await waiting('singh'))['outside']).toBe(before + 2)
  await linkFor(school, 'rivera', 'tomas')
  const here = (await waiting('chen'))['outside'] ?? 0
  expect(await waiting('chen')).toEqual({ outside: here })
  expect(here).toBeGreaterThan(0)
  await asSystem(({ db }) => sql`update welcome set ends_at = '2026-11-20T00:00:00Z'`.execute(db))
  await fail('night.fell', newId(), 'broken')
  expect(await waiting('singh')).toMatchObject({ outside: before + 1, 'stuck-links': 1, 'failed-work': 1 })
  expect(await waiting('chen')).toEqual({ outside: here, 'stuck-links': 1 })
  expect(await waiting('marsh')).toMatchObject({ 'no-backup': 1 })
  expect(await waiting('marsh')).not.toMatchObject({ 'failed-work': 1 })
  for (const key of ['rivera', 'mika', 'leila', 'halvorsen'])
    expect([key, (await school.as(key).ask(contract.ListWaiting)).code]).toEqual([key, 'not_found'])
})

test('records that look like one human are shown once, and no more when the office says they are two', async () => {
  const [id, apart] = [newId(), newId()]
  const names = { given: 'Míka', family: 'LINDQVIST-Diallo', legalGiven: null, legalFamily: null }
  await school.as('singh').ask(EnterPerson, { params: { id }, body: names })
  // an adult and a learner are never taken for one
  expect((await school.as('singh').ask(ListSuspected)).body).toEqual([])
  const [one, other] = [newId(), newId()]
  for (const twin of [one, other])
    await school
      .as('singh')
      .ask(EnterPerson, { params: { id: twin }, body: { ...names, given: 'Ansel', family: 'Brook' } })
  const found = (await school.as('singh').ask(ListSuspected)).body
  expect(found).toMatchObject([{ kept: { id: one }, gone: { id: other }, why: 'by-hand' }])
  expect((await waiting('singh'))['suspected']).toBe(1)
  const told = { params: { id: apart }, body: { oneId: other, otherId: one } }
  for (const key of ['chen', 'marsh', 'rivera'])
    expect([key, (await school.as(key).ask(TellApart, told)).code]).toEqual([key, 'not_found'])
  for (let times = 0; times < 2; times += 1)
    expect((await school.as('singh').ask(TellApart, told)).status).toBe(200)
  expect((await school.as('singh').ask(ListSuspected)).body).toEqual([])
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { act: 'people.told-apart' } })).body
  expect(lines).toHaveLength(1)
  expect((await school.as('chen').ask(ListSuspected)).code).toBe('not_found')
})

test('what failed is told by kind and reason, and nothing of what the program said itself', async () => {
  await fail('media.arrived', await inTheWorks(), 'ENOENT: /media/Mika birthday.jpg')
  await fail('film.cleaned', await inTheWorks(), '', { value: { message: 'job heartbeat timeout' } })
  const answer = await school.as('singh').ask(contract.ListErrands)
  expect(answer.text).not.toMatch(/birthday|ENOENT/)
  expect(answer.body.failures).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'file', trouble: 'broke', count: 1 }),
      expect.objectContaining({ kind: 'film', trouble: 'fell-silent', count: 1 }),
    ]),
  )
  for (const key of ['chen', 'rivera', 'mika'])
    expect([key, (await school.as(key).ask(contract.ListErrands)).code]).toEqual([key, 'not_found'])
})

test('another district’s office sees, tries and lets go none of it', async () => {
  const mine = (await errands()).failures
  const [file] = mine.filter(({ kind }) => kind === 'file')
  if (!file) throw new Error('nothing failed')
  const these = { params: { id: newId() }, body: { kind: 'file', trouble: 'broke', until: file.lastAt } }
  for (const endpoint of [contract.RetryErrands, contract.DiscardErrands]) {
    expect((await school.as('chen').ask(endpoint, these)).code).toBe('not_found')
    expect((await school.as('marsh').ask(endpoint, these)).body).toEqual({ count: 0 })
  }
  expect((await errands()).failures).toEqual(mine)
  expect(await errands('marsh')).toMatchObject({ kinds: [], failures: [] })
})

test('trying again puts exactly those into the queue that were on the screen', async () => {
  const [before, after] = [newId(), newId()]
  await fail('link.kept', before, 'broken')
  const [shown] = (await errands()).failures.filter(({ kind }) => kind === 'link')
  if (!shown) throw new Error('nothing failed')
  await fail('link.kept', after, 'broken')
  const body = { kind: 'link', trouble: 'broke', until: shown.lastAt }
  const tried = await school.as('singh').ask(contract.RetryErrands, { params: { id: newId() }, body })
  expect(tried.body).toEqual({ count: 1 })
  expect([await jobOf(before), await jobOf(after)]).toEqual(['retry', 'failed'])
  expect((await errands()).kinds).toContainEqual(expect.objectContaining({ kind: 'link', waiting: 1 }))
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { act: 'errands.retried' } })).body
  expect(lines).toMatchObject([{ by: 'Amandeep Singh', said: { count: 1, kind: 'link' } }])
})

test('what is let go is settled where it is kept: a letter is given up, the owner of a file is told', async () => {
  const [letter, sent, ended, file] = [newId(), newId(), newId(), await inTheWorks()]
  await asSystem(async ({ db, now }) => {
    const message = {
      districtId,
      personId: idOf('amara'),
      way: 'mail' as const,
      subject: 'A link',
      body: 'For you',
    }
    await insertMessage(db, { ...message, id: letter }, now)
    await insertMessage(db, { ...message, id: sent }, now)
    await noteDelivery(db, { id: sent, delivery: { outcome: 'sent' }, now })
    // what was about something that ended meanwhile is missed by nobody
    await insertMessage(db, { ...message, id: ended }, now)
    await noteDelivery(db, { id: ended, delivery: { outcome: 'never', code: noLongerSo }, now })
  })
  // tried on two nights it is one letter, and what left in the end is no failure
  for (const id of [letter, letter, sent]) await fail('message.queued', id, 'the message was not taken yet')
  expect((await errands()).failures).toContainEqual(expect.objectContaining({ kind: 'message', count: 1 }))
  await fail('media.arrived', file, 'broken')
  const letGo = async (kind: string, trouble: string) => {
    const until = new Date(Date.now() + 60_000).toISOString()
    const body = { kind, trouble, until }
    return (await school.as('singh').ask(contract.DiscardErrands, { params: { id: newId() }, body })).body
  }
  expect(await letGo('message', 'not-taken')).toEqual({ count: 1 })
  await letGo('file', 'broke')
  const rows = await asSystem(async ({ db }) => [
    await db.selectFrom('message').selectAll().where('id', '=', letter).executeTakeFirstOrThrow(),
    await db.selectFrom('media').selectAll().where('id', '=', file).executeTakeFirstOrThrow(),
  ])
  expect(rows).toMatchObject([
    { body: null, trouble: 'let go' },
    { state: 'failed', failure: 'gave_up' },
  ])
  expect(await errands()).toMatchObject({ messagesGivenUp: 1, filesRefused: 2 })
  expect((await errands()).failures.filter(({ kind }) => kind === 'file' || kind === 'message')).toEqual([])
})

test('storage is counted by school, with what leaves soon; only the district is told of the disk', async () => {
  const before = (await school.as('singh').ask(contract.CountStorage)).body
  const at = (of: typeof before, name: string) => of.schools.find((one) => one.name === name)
  const mediaId = await placeMedia(school, 'mika', 'picture')
  const piece = await addPieceOf(school, 'mika', [{ kind: 'media', mediaId }])
  await placeMedia(school, 'jonas', 'picture')
  const after = (await school.as('singh').ask(contract.CountStorage)).body
  expect(after.house?.totalBytes).toBeGreaterThan(after.house?.freeBytes ?? 0)
  expect(at(after, 'Riverbend Academy')?.files).toBe((at(before, 'Riverbend Academy')?.files ?? 0) + 1)
  expect(at(after, 'Cedar Hill Elementary')).toMatchObject({ leavingFiles: 0 })
  const params = { id: newId() }
  await school.as('mika').ask(DeleteWork, { params, body: { pieceId: piece.id } })
  const chen = (await school.as('chen').ask(contract.CountStorage)).body
  expect(at(chen, 'Cedar Hill Elementary')).toMatchObject({ leavingFiles: 1, leavingBytes: 3 })
  expect([chen.house, chen.schools.every(({ id }) => id !== null)]).toEqual([null, true])
  expect((await school.as('marsh').ask(contract.CountStorage)).body.schools).toEqual([])
  // from the first night on it is what was counted in the night, and says so
  for (const job of officeJobs(school.program.ground))
    await job.run({ districtId: castMember('mika').districtId, id: newId() })
  const countedAt = school.clock.now.toISOString()
  await placeMedia(school, 'mika', 'picture')
  const counted = (await school.as('chen').ask(contract.CountStorage)).body
  expect([new Date(counted.countedAt).toISOString(), counted.schools]).toEqual([countedAt, chen.schools])
  for (const key of ['rivera', 'mika', 'leila'])
    expect([key, (await school.as(key).ask(contract.CountStorage)).code]).toEqual([key, 'not_found'])
})

test('a disk is worth a word when it is nearly full, a backup when it is old or there is none', () => {
  expect([fullness({ free: 50, total: 100 }), fullness({ free: 9, total: 100 })]).toEqual([undefined, 91])
  const now = new Date('2026-11-24T18:00:00Z')
  expect(backupTrouble(null, now)).toEqual({ kind: 'no-backup', count: 1 })
  expect(backupTrouble(new Date('2026-11-23T03:00:00Z'), now)).toBeUndefined()
  expect(backupTrouble(new Date('2026-11-21T03:00:00Z'), now)).toEqual({ kind: 'old-backup', count: 3 })
})
