import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/entry/modules.ts'
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
  // signing in has queries of its own
  for (const key of people) await school.as(key).cookie()
}, 600_000)
afterAll(() => school.close())

const reading = routes.map((route) => route.endpoint).filter((one) => one.method === 'GET')

type Question = { key: string; endpoint: Endpoint; parts: object }

/** With everything of hers in the place of the id: what it does not fit is not found, and not asked again. */
const everyQuestion = (): Question[] =>
  people.flatMap((key) =>
    reading.flatMap((endpoint) =>
      (endpoint.params ? Object.values(own).map((id) => ({ params: { id } })) : [{}]).map((parts) => ({
        key,
        endpoint,
        parts,
      })),
    ),
  )

/** How many queries the answer took; undefined when there was none. */
async function count({ key, endpoint, parts }: Question): Promise<number | undefined> {
  const counter = countQueries()
  const { status } = await school.as(key).ask(endpoint, parts)
  counter.stop()
  return status === 200 ? counter.sent : undefined
}

/** Jobs that wake meanwhile are counted too, and only ever add: an answer that costs too much does so each time. */
async function countAlone(question: Question, allowed: number): Promise<number | undefined> {
  let sent = await count(question)
  for (let again = 0; again < 3 && sent !== undefined && sent > allowed; again += 1)
    sent = await count(question)
  return sent
}

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

const nameOf = ({ key, endpoint }: Question) => `${endpoint.name} by ${key}`

test('a request costs at most six queries, however much there is to show', async () => {
  const few: { question: Question; sent: number }[] = []
  for (const question of everyQuestion()) {
    const sent = await count(question)
    if (sent !== undefined) few.push({ question, sent })
  }
  await growTheSchool()
  const wrong: string[] = []
  for (const { question, sent } of few) {
    const now = await countAlone(question, Math.min(sent, most))
    if (now === undefined || now > sent || now > most)
      wrong.push(`${nameOf(question)}: ${sent} queries, and ${now} with more to show`)
  }
  expect(wrong).toEqual([])
  const asked = few.map(({ question }) => nameOf(question))
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
}, 600_000)

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
