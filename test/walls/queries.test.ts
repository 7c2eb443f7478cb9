import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/entry/program.ts'
import * as feedback from '../../src/feedback/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { type Belongings, layOut } from '../hostile/trespass.ts'
import { hang } from '../matrix/exhibit.ts'
import { addIteration, addPiece, giveFeedback } from '../support/making.ts'
import { countQueries } from '../support/query-counter.ts'
import { openSchool, type School } from '../support/school.ts'

/**
 * How many queries one request costs: at most six, `begin` and `commit` counted, and not one more when there
 * is more to show. Every reading endpoint is asked by everybody who might; a new one needs no word here.
 */
const most = 6
const people = ['mika', 'rivera', 'amara', 'chen'] as const

let school: School
let own: Belongings
beforeAll(async () => {
  school = await openSchool()
  own = await layOut(school)
  own.pieceId = (await hang(school, 'my class')).pieceId
})
afterAll(() => school.close())

const reading = routes.map((route) => route.endpoint).filter((one) => one.method === 'GET')

/** Of everything that is answered with something: how many queries it took. */
async function countAll(): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const key of people) {
    await school.as(key).cookie()
    for (const endpoint of reading) {
      for (const parts of waysIn(endpoint)) {
        const counter = countQueries()
        const { status } = await school.as(key).ask(endpoint, parts)
        counter.stop()
        if (status === 200) counts.set(`${endpoint.name} by ${key} ${JSON.stringify(parts)}`, counter.sent)
      }
    }
  }
  return counts
}

/** With everything of hers in the place of the id: what it does not fit is `not_found` and not counted. */
const waysIn = (endpoint: Endpoint): object[] =>
  endpoint.params ? Object.values(own).map((id) => ({ params: { id } })) : [{}]

/** A class in which much has happened: more of everything that a page could list. */
async function growTheSchool(): Promise<void> {
  for (const key of ['mika', 'noor', 'emre']) {
    for (let times = 0; times < 4; times += 1) {
      const piece = await addPiece(school, key, ['teachers', 'family', 'class'])
      const { id } = await addIteration(school, key, piece.id)
      await giveFeedback(school, 'rivera', piece.iterationId)
      await giveFeedback(school, 'rivera', id)
      await hang(school, 'my class')
      await addIteration(school, 'mika', own.pieceId)
    }
  }
  await addFeedbackTo(own.pieceId)
}

async function addFeedbackTo(pieceId: string): Promise<void> {
  const { body } = await school.as('mika').ask(feedback.ListFeedback, { params: { id: pieceId } })
  const iterationId = body[0]?.iterationId ?? ''
  for (let times = 0; times < 4; times += 1) {
    const body = { iterationId, body: 'Look again.' }
    await school.as('rivera').ask(feedback.GiveFeedback, { params: { id: newId() }, body })
  }
}

test('a request costs at most six queries, however much there is to show', async () => {
  const few = await countAll()
  await growTheSchool()
  const many = await countAll()
  const grown = [...many].flatMap(([asked, sent]) => {
    const before = few.get(asked)
    return before === sent ? [] : [`${asked}: ${before} queries, and ${sent} with more to show`]
  })
  expect(grown).toEqual([])
  expect([...many].flatMap(([asked, sent]) => (sent > most ? [`${asked}: ${sent} queries`] : []))).toEqual([])
  const asked = [...many.keys()].map((one) => one.split(' ', 3).join(' '))
  expect(asked).toEqual(
    expect.arrayContaining([
      'GetPortfolio by mika',
      'GetPiece by mika',
      'GetWall by rivera',
      'GetClassDay by rivera',
      'ListWaitingForFeedback by rivera',
      'ListFeedback by mika',
      'WhoSees by mika',
      'ListChildren by amara',
      'CountSchool by chen',
      'GetMe by mika',
    ]),
  )
})

test('the counter hears every query, and forgets to listen when told to stop', async () => {
  const counter = countQueries()
  const { database } = school.program.ground
  await database.selectFrom('district').select('id').execute()
  await database.transaction().execute((db) => db.selectFrom('district').select('id').execute())
  expect(counter.sent).toBe(4)
  counter.stop()
  await database.selectFrom('district').select('id').execute()
  expect(counter.sent).toBe(4)
})
