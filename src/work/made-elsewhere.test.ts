import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { text } from '../../test/support/making.ts'
import { type Claim, madeHeader } from '../platform/made.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddIteration, AddPiece, GetPiece, GetPortfolio } from './contract.ts'
import { castMember } from '../../test/support/cast.ts'

let school: School
let now: number
beforeAll(async () => {
  school = await openSchool()
  now = school.clock.now.getTime()
})
afterAll(() => school.close())

const day = 24 * 3_600_000
const moment = (milliseconds: number) => new Date(milliseconds).toISOString()

async function send(endpoint: { method: string; path: string }, id: string, body: object, claim?: Claim) {
  const answer = await school.program.app.inject({
    method: endpoint.method as 'PUT',
    url: endpoint.path.replace(':id', id),
    headers: {
      cookie: await school.as('mika').cookie(),
      'x-cairn': '1',
      ...(claim ? { [madeHeader]: JSON.stringify(claim) } : {}),
    },
    payload: body,
  })
  expect(answer.statusCode, answer.body).toBe(200)
}
async function addPiece(claim?: Claim): Promise<string> {
  const id = newId()
  await send(AddPiece, id, { iteration: { id: newId(), parts: text('made elsewhere') } }, claim)
  return id
}
const pieceOf = async (id: string) => (await school.as('mika').ask(GetPiece, { params: { id } })).body

test('work made two days ago without a network is dated two days ago, and stands there in the portfolio', async () => {
  const today = await addPiece()
  const made = now - 2 * day
  const id = await addPiece({ claimed: moment(made), offset: 0, heardAt: moment(made - day) })
  expect((await pieceOf(id)).iterations[0]?.madeAt).toBe(
    moment(made).replace('Z', '+00:00').replace('.000', ''),
  )
  const { body } = await school.as('mika').ask(GetPortfolio, { params: { id: castMember('mika').id } })
  expect(body.pieces.map((piece) => piece.id)).toEqual([today, id])
})

test('a clock wrong by a year is set right, and what it said is kept beside our reading', async () => {
  const year = 366 * day
  const clock = now - year - day
  const id = await addPiece({ claimed: moment(clock), offset: year, heardAt: moment(now - 2 * day) })
  expect(Date.parse((await pieceOf(id)).iterations[0]?.madeAt ?? '')).toBe(now - day)
  expect(await claimedOf(id)).toBe(clock)
})

test('nothing is made in the future', async () => {
  const id = await addPiece({ claimed: moment(now + 400 * day), offset: 0 })
  expect(Date.parse((await pieceOf(id)).iterations[0]?.madeAt ?? '')).toBe(now)
})

test('and nothing before its learner was here', async () => {
  const first = await firstDayOf('mika')
  school.clock.now = new Date(first + 10 * day)
  try {
    const id = await addPiece({ claimed: moment(first - 30 * day), offset: 0 })
    expect(Date.parse((await pieceOf(id)).iterations[0]?.madeAt ?? '')).toBe(first)
  } finally {
    school.clock.now = new Date(now)
  }
})

test('attempts are numbered as they arrive and dated as they were made; a late old one moves nothing back', async () => {
  const id = await addPiece()
  await send(
    AddIteration,
    newId(),
    { pieceId: id, parts: text('made before, arrived after') },
    { claimed: moment(now - day), offset: 0 },
  )
  const { iterations } = await pieceOf(id)
  expect(iterations.map(({ number, madeAt }) => [number, Date.parse(madeAt)])).toEqual([
    [1, now],
    [2, now - day],
  ])
  const { body } = await school.as('mika').ask(GetPortfolio, { params: { id: castMember('mika').id } })
  const tile = body.pieces.find((piece) => piece.id === id)
  expect(Date.parse(tile?.grownAt ?? '')).toBe(now)
})

test('sent twice, with another claim the second time, it is kept once and as it came first', async () => {
  const id = newId()
  const body = { iteration: { id: newId(), parts: text('once') } }
  await send(AddPiece, id, body, { claimed: moment(now - day), offset: 0 })
  await send(AddPiece, id, body, { claimed: moment(now), offset: 0 })
  const { iterations } = await pieceOf(id)
  expect(iterations.map(({ madeAt }) => Date.parse(madeAt))).toEqual([now - day])
})

async function ask<T>(
  query: (db: Parameters<Parameters<typeof asTheSystem>[2]>[0]['db']) => Promise<T>,
): Promise<T> {
  const districtId = castMember('mika').districtId
  return asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) => query(db))
}

const claimedOf = (pieceId: string) =>
  ask(async (db) => {
    const found = await sql<{
      at: Date
    }>`select claimed_at as at from iteration where piece_id = ${pieceId}`.execute(db)
    return found.rows[0]?.at.getTime()
  })

const firstDayOf = (key: string) =>
  ask(async (db) => {
    const found = await sql<{ at: Date }>`
      select min(opened_on)::timestamptz as at from enrollment where person_id = ${castMember(key).id}`.execute(
      db,
    )
    return found.rows[0]?.at.getTime() ?? 0
  })
