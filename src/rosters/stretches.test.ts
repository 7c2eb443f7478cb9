import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import {
  apply,
  bring,
  type Human,
  oneRoster,
  type Sheets,
  type Year,
  zipOf,
} from '../../test/support/rostering.ts'
import { openSchool, type School, schoolOn } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type SystemContext } from '../platform/transaction.ts'
import { beginProgress } from './apply-store.ts'
import { GetRosterImport, GetRosterProgress, UndoRosterImport } from './contract.ts'
import { forgetDrafts } from './import-store.ts'

/** Rows are packed 500 at a time and classes read 500 at a time: whatever reaches over such a border is one all the same. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const count = 504
const numbers = Array.from({ length: count }, (_, n) => n + 1)
const learner = (n: number): Human => ({
  id: `L${n}`,
  role: 'student',
  given: `Lou${n}`,
  family: 'Wide',
  grades: '04',
  agents: `G${n}`,
})
const guardian = (n: number): Human => ({ id: `G${n}`, role: 'parent', given: `Gil${n}`, family: 'Wide' })
const teacher: Human = { id: 'T1', role: 'teacher', given: 'Tam', family: 'Wide' }
const people = [...numbers.map(learner), teacher, ...numbers.map(guardian)]
const year: Year = {
  people,
  classes: numbers.map((n) => ({ id: `C${n}`, title: `Class ${n}`, who: ['T1', `L${n}`] })),
}
const inside = <T>(work: (context: SystemContext) => Promise<T>) =>
  asTheSystem(school.program.ground, { reason: 'test', districtId: castMember('singh').districtId }, work)

/** Who is where today in which grade, and who guards whom, as the feed calls them. */
const ties = () =>
  inside(async ({ db }) => {
    const found = await sql<{ tie: string }>`
      select p.sourced_id || ' ' || coalesce(e.grade, '-') || ' ' || c.sourced_id as tie
      from open_enrollment e join roster_key p on p.subject_id = e.person_id and p.kind = 'person'
        join roster_key c on c.subject_id = e.class_id and c.kind = 'class'
      union all select g.sourced_id || ' guards ' || l.sourced_id from guards o
        join roster_key g on g.subject_id = o.guardian_id and g.kind = 'person'
        join roster_key l on l.subject_id = o.learner_id and l.kind = 'person' order by tie`.execute(db)
    return found.rows.map(({ tie }) => tie)
  })
async function take(sheets: Sheets) {
  const { id, story } = await bring(school, zipOf(sheets))
  const { status } = await apply(school, id)
  return { id, story, status }
}

/** In a transaction of its own, because one sees the others as they were when it first looked. */
const killWriting = () =>
  inside(async ({ db }) => {
    const found = await sql`select pg_terminate_backend(pid), pg_sleep(0.1) from pg_stat_activity
      where wait_event_type = 'Lock' and query ilike '%insert into roster_key%'`.execute(db)
    if (found.rows.length === 0) await sql`select pg_sleep(0.1)`.execute(db)
    return found.rows.length
  })

/** As whoever looks from a process that applies nothing. */
async function progress() {
  const { host, port, user, database } = school.connection
  const beside = await schoolOn({ host, port, user, database }, '/tmp', {})
  const { body } = await beside.as('singh').ask(GetRosterProgress)
  await beside.close()
  return body.latest
}

test('killed in the middle nothing was done, and the same draft is applied afterwards', async () => {
  const { id } = await bring(school, zipOf(oneRoster(year)))
  await inside(async ({ db }) => {
    await sql`lock table roster_key in share mode`.execute(db)
    const applying = apply(school, id)
    let killed = 0
    const howFar = async () => (await progress())?.howFar
    await expect.poll(howFar, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await progress()).toMatchObject({ id, name: 'roster.zip', isRunning: true })
    for (let tries = 0; killed === 0 && tries < 100; tries += 1) killed = await killWriting()
    expect([killed, (await applying).status]).toEqual([1, 503])
  })
  expect(await ties()).toEqual([])
  expect(await progress()).toMatchObject({ id, isRunning: false })
  const twice = await Promise.all([apply(school, id), apply(school, id)])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect(await progress()).toBeNull()
  expect(await ties()).toHaveLength(count * 3)
  // else the next roster is planned for the few who were here before, and is slow by the square of them
  const planned = await inside(({ db }) =>
    sql<{ classes: number }>`select reltuples as classes from pg_class where oid = 'class'::regclass`.execute(
      db,
    ),
  )
  expect(planned.rows[0]?.classes).toBeGreaterThanOrEqual(count)
})

test('from the first class to the last: one moves, one is in both, nobody else is touched, and undone all is as it was', async () => {
  const stood = await ties()
  const who = (n: number) =>
    n === 1 ? ['T1', `L${count}`] : n === count ? ['T1', `L${count}`, 'L1'] : ['T1', `L${n}`]
  const moved = { ...year, classes: year.classes.map((one, n) => ({ ...one, who: who(n + 1) })) }
  const { id, story, status } = await take(oneRoster(moved))
  expect(status).toBe(200)
  expect(story).toMatchObject({
    enrollments: { opened: 2, changed: 0, closed: 1 },
    moves: { count: 1, some: [`Lou1 Wide: Class 1 → Class ${count}`] },
    guardianships: { opened: 0, closed: 0 },
  })
  const now = await ties()
  expect(now.filter((tie) => !stood.includes(tie))).toEqual([`L1 4 C${count}`, `L${count} 4 C1`])
  expect((await take(oneRoster(moved))).story?.changesNothing).toBe(true)
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
  expect(await ties()).toEqual(stood)
  expect((await take(oneRoster(year))).story?.changesNothing).toBe(true)
})

test('an enrollment that goes by one id and comes by another stays, and is known by the new one', async () => {
  const stood = await ties()
  const [first] = year.classes
  const delta = (status: Record<string, string>): Sheets => {
    const sheets = oneRoster({ people: [], classes: [{ ...first!, who: [] }] }, 'delta')
    const rows = Object.entries(status).map(([key, said]) => [
      key,
      said,
      '2026-11-24T05:00:00.000Z',
      'C1',
      'S1',
      'L1',
      'student',
      '',
      '',
      '',
    ])
    return { ...sheets, 'enrollments.csv': [...(sheets['enrollments.csv'] ?? []), ...rows] }
  }
  expect((await take(delta({ 'e-C1-L1': 'tobedeleted', again: 'active' }))).status).toBe(200)
  expect(await ties()).toEqual(stood)
  // feeds say for days what is gone
  await take(delta({ 'e-C1-L1': 'tobedeleted', again: 'active' }))
  expect(await ties()).toEqual(stood)
  // the second time it has nothing to say, and an id that it is not known by takes nobody out
  expect((await take(delta({ 'e-C1-L1': 'tobedeleted', again: 'active' }))).story?.changesNothing).toBe(true)
  expect((await take(delta({ withdrawn: 'tobedeleted' }))).story?.changesNothing).toBe(true)
  await take(delta({ again: 'tobedeleted' }))
  expect(await ties()).toEqual(stood.filter((tie) => tie !== 'L1 4 C1'))
})

test('a record that says no grade leaves the one they have, also in a class they come into', async () => {
  const blank = { ...learner(7), grades: '' }
  const sheets = oneRoster(
    { people: [blank, guardian(7)], classes: [{ ...year.classes[7]!, who: ['L7'] }] },
    'delta',
  )
  expect((await take(sheets)).status).toBe(200)
  expect(await ties()).toContain('L7 4 C8')
})

test('a draft that is not kept any more can only be brought again, and its page knows', async () => {
  const { id } = await bring(school, zipOf(oneRoster({ people: [learner(900)], classes: [] }, 'delta')))
  const may = async () => (await school.as('singh').ask(GetRosterImport, { params: { id } })).body.may
  expect(await may()).toEqual({ apply: true, undo: false })
  await inside(({ db }) => db.deleteFrom('roster_draft').where('place', '=', 1).execute())
  expect((await apply(school, id)).code).toBe('roster_forgotten')
  // as migrations do, and as the night does after a week
  await inside(({ db }) => db.deleteFrom('roster_draft').execute())
  expect(await may()).toEqual({ apply: false, undo: false })
  expect((await apply(school, id)).code).toBe('roster_forgotten')
})

test('that one broke off is said for a week, as long as there is something to apply again', async () => {
  const brokeOff = (daysAgo: number) =>
    inside(async ({ db, now }) => {
      const began = new Date(now.getTime() - daysAgo * 24 * 3_600_000)
      await beginProgress(db, {
        id: newId(),
        districtId: castMember('singh').districtId,
        name: 'roster.zip',
        now: began,
      })
      await forgetDrafts(db, now)
    })
  await brokeOff(6)
  expect(await progress()).toMatchObject({ name: 'roster.zip', isRunning: false })
  await brokeOff(8)
  expect(await progress()).toBeNull()
})
