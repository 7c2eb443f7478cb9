import { Agent, request } from 'node:http'
import pg from 'pg'
import { planDay } from '../src/appointments/plan-day.ts'
import { checklist } from '../src/conferences/conference.ts'
import { openConferenceRound } from '../src/conferences/open-conference-round.ts'
import { openDatabase } from '../src/platform/database.ts'
import { cookieName } from '../src/platform/asker.ts'
import { newId } from '../src/platform/new-id.ts'
import { hashOfToken } from '../src/platform/session-token.ts'
import { asViewer, type Ground } from '../src/platform/transaction.ts'
import { openDistrict } from './district.ts'
import { percentile } from './figures.ts'
import { learnersOfClass } from './grow-district.ts'
import type { Part } from './part.ts'
import { startServer } from './served.ts'

const secret = 'a secret for the bench, and for nothing else'
const families = 300
/** Harder than the minute that is asked for, and shorter to wait for. */
const seconds = 15

type Connection = pg.PoolConfig
type Family = { token: string; learnerId: string }
type Times = { children: { times: { slotId: string }[] }[] }

/** Three hundred families choose their time, most of them one of the first few: nobody may have another's. */
export const appointments: Part = {
  name: 'appointments',
  title: 'Conference times',
  measure: async ({ pieces, say }) => {
    const district = await openDistrict(pieces[0] ?? 10_000, say)
    const asking = await letFamiliesIn(district.owner)
    await offerTimes(district.connection, district.owner)
    const server = await startServer(district.connection, secret)
    const agent = new Agent({ keepAlive: true, maxSockets: families })
    const ask = asker(server.port, agent)
    for (const family of asking.slice(0, 20)) await ask(family.token, 'GET', '/api/conference-times')
    const spread = await bookAll(ask, asking.slice(0, families), seconds)
    agent.destroy()
    const { twice, booked } = await counted(district.owner)
    const p95 = percentile(spread.booking, 0.95)
    return {
      figures: [
        {
          what: `bookings by 300 families in ${seconds} s, 95 of 100 within`,
          measured: p95,
          unit: 'ms',
          aim: { most: 300 },
        },
        {
          what: 'the free times, 95 of 100 within',
          measured: percentile(spread.reading, 0.95),
          unit: 'ms',
          aim: { most: 300 },
        },
        { what: 'slots or families booked twice', measured: twice, unit: '', aim: { most: 0 } },
        {
          what: 'families without a time in the end',
          measured: families - booked,
          unit: '',
          aim: { most: 0 },
        },
        { what: 'tries that met a time just taken', measured: spread.taken, unit: '' },
      ],
      details: { p95, twice, booked, taken: spread.taken, seconds },
    }
  },
}

type Asker = (
  token: string,
  method: string,
  path: string,
  body?: object,
) => Promise<{ status: number; text: string }>

/** Each family looks, reaches for one of the first three times, and looks again when it was taken. */
async function bookAll(ask: Asker, asking: readonly Family[], within: number) {
  const [booking, reading]: [number[], number[]] = [[], []]
  let taken = 0
  const timed = async (into: number[], sent: () => ReturnType<Asker>) => {
    const begin = performance.now()
    const answer = await sent()
    into.push(performance.now() - begin)
    return answer
  }
  const one = async ({ token, learnerId }: Family, place: number) => {
    await new Promise((resolve) => setTimeout(resolve, (place / asking.length) * within * 1000))
    for (let tries = 0; tries < 30; tries += 1) {
      const seen = await timed(reading, () => ask(token, 'GET', '/api/conference-times'))
      if (seen.status !== 200) throw new Error(`the times were answered with ${seen.status} ${seen.text}`)
      const free = (JSON.parse(seen.text) as Times).children[0]?.times ?? []
      const slotId = free[(place + tries) % Math.min(3, free.length)]?.slotId
      const sent = { slotId, learnerId, replaces: null }
      const answer = await timed(booking, () =>
        ask(token, 'PUT', `/api/conference-bookings/${newId()}`, sent),
      )
      if (answer.status === 200) return
      if (answer.status !== 409)
        throw new Error(`a booking was answered with ${answer.status} ${answer.text}`)
      taken += 1
    }
  }
  // in groups of a class and a half at once, as when a letter has just come home
  const together = asking.map((family, place) => one(family, place - (place % 30)))
  await Promise.all(together)
  return { booking, reading, taken }
}

const asker =
  (port: number, agent: Agent): Asker =>
  (token, method, path, body) =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        cookie: `${cookieName}=${token}`,
        'x-cairn': '1',
        ...(sent === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
      }
      const asked = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      })
      asked.on('error', reject)
      asked.end(sent)
    })

/** A session for a guardian of each learner of the first classes, and one for each of their teachers. */
async function letFamiliesIn(owner: Connection): Promise<Family[]> {
  const classes = Math.ceil(families / learnersOfClass)
  const grown = `select l.guardian_id as id, 'family-' || l.n as token, d.id as district_id
      from bench.learner l, bench.district d where l.class_n < ${classes}
    union all select c.teacher_id, 'teacher-' || c.n, d.id from bench.class c, bench.district d where c.n < ${classes}`
  return asOwner(owner, async (client) => {
    await client.query(`insert into account (id, district_id, person_id, username, password_hash, password_changed_at, created_at)
      select id, district_id, id, token, 'none', now(), now() from (${grown}) who`)
    await client.query(`insert into session (id, district_id, account_id, person_id, token_hash, created_at, last_seen_at, expires_at)
      select uuidv7(), district_id, id, id, sha256(convert_to(token, 'UTF8')), now(), now(), now() + interval '1 day' from (${grown}) who`)
    const found = await client.query<{ token: string; learner_id: string }>(
      `select 'family-' || n as token, id as learner_id from bench.learner where class_n < ${classes} order by n`,
    )
    return found.rows.map((row) => ({ token: row.token, learnerId: row.learner_id }))
  })
}

/** Each class has one evening with a time for everybody, at two stations. */
async function offerTimes(connection: Connection, owner: Connection): Promise<void> {
  const classes = await asOwner(owner, async (client) => {
    const found = await client.query<{ n: number; id: string }>(
      `select n, id from bench.class where n < ${Math.ceil(families / learnersOfClass)}`,
    )
    return found.rows
  })
  const silent = { info: () => undefined, error: () => undefined }
  const queue = { tellIn: () => async () => undefined, stop: async () => undefined }
  const database = openDatabase(connection, () => undefined)
  const ground: Ground = { database, queue, secret, now: () => new Date(), log: silent }
  const heldOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const hours = { fromMinute: 900, toMinute: 1120, lengthMinutes: 15, breakMinutes: 5, stations: 2 }
  const where = { way: 'in_person' as const, place: 'Gym', languages: ['English'], interpreter: false }
  for (const { n, id: classId } of classes) {
    const [roundId, dayId] = [newId(), newId()]
    await asViewer(ground, { tokenHash: hashOfToken(`teacher-${n}`) }, async (context) => {
      const round = {
        id: roundId,
        classId,
        name: 'Conferences',
        startsOn: heldOn,
        endsOn: heldOn,
        place: '',
        asks: [...checklist],
      }
      await openConferenceRound(context, round)
      await planDay(context, { id: dayId, roundId, heldOn, ...hours, ...where })
    })
  }
  await database.destroy()
  // as it is within a minute by itself
  await asOwner(owner, (client) => client.query('analyze conference_rounds, conference_day, conference_slot'))
}

/** Counted in the tables themselves, whatever the indexes promise. */
async function counted(owner: Connection): Promise<{ twice: number; booked: number }> {
  return asOwner(owner, async (client) => {
    const found = await client.query<{ twice: number; booked: number }>(`
      with standing as (select * from conference_booking where ended_at is null)
      select (select count(*) from (select slot_id from standing group by 1 having count(*) > 1) s)::int
          + (select count(*) from (select learner_id from standing group by 1 having count(*) > 1) l)::int as twice,
        (select count(*) from standing)::int as booked`)
    return found.rows[0] ?? { twice: -1, booked: 0 }
  })
}

async function asOwner<T>(owner: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  await client.connect()
  return work(client).finally(() => client.end())
}
