import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce, handOver, layDevice, made } from '../../test/support/handing.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { districtId } from '../demo/cast-schools.ts'
import { routes } from '../entry/modules.ts'
import { GetMe } from '../people/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddPiece, GetPiece, GetPortfolio, PostForLearners } from '../work/contract.ts'
import { BringWork, EndHandover, GetHandover, ListHandovers, OpenHandover } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const see = (key: string, id: string) => school.as(key).ask(GetPiece, { params: { id } })
const back = (id: string, password: string) => ({ params: { id }, body: { password } })

test('what a child makes on it is theirs, made by them; who handed over is kept, and their teachers see it', async () => {
  const tablet = await layDevice(school, 'okafor')
  const handover = await handOver(tablet, 'kindergarten', ['family'])
  const work = made(handover, 'theo', [await announce(tablet)])
  expect((await tablet.ask(BringWork, work)).status).toBe(200)
  expect((await tablet.ask(BringWork, work)).status).toBe(200)
  const { body } = await see('theo', work.params.id)
  expect([body.learner.id, body.iterations.map(({ madeBy }) => madeBy.id), body.createdBy.id]).toEqual([
    idOf('theo'),
    [idOf('theo')],
    idOf('okafor'),
  ])
  expect(body.may.revise).toBe(true)
  expect((await see('okafor', work.params.id)).body.may).toMatchObject({ revise: false, giveFeedback: true })
  expect((await see('amara', work.params.id)).status).toBe(200)
  for (const key of ['rivera', 'leila', 'chen', 'mika', 'ravi'])
    expect([key, (await see(key, work.params.id)).code]).toEqual([key, 'not_found'])
  const { pieces } = (await school.as('theo').ask(GetPortfolio, { params: { id: idOf('theo') } })).body
  expect(pieces.filter(({ id }) => id === work.params.id)).toHaveLength(1)
  const list = await school.as('okafor').ask(ListHandovers, { params: { id: classOf('kindergarten') } })
  expect(list.body.handovers.find(({ id }) => id === handover)).toMatchObject({ pieces: 1, endedAt: null })
})

test('who signs in without a password, and could never take it back, is told so and keeps the device', async () => {
  const tablet = await layDevice(school, 'okafor')
  const why = { reason: 'come from the district’s own sign-in', districtId: districtId.nechako }
  type Keys = { username: string | null; hash: string | null }
  const keep = ({ username, hash }: Keys) =>
    asTheSystem(school.program.ground, why, async ({ db }) => {
      const found = await sql<Keys>`select username, password_hash as hash from account
        where person_id = ${idOf('okafor')}`.execute(db)
      await sql`update account set username = ${username}, password_hash = ${hash}
        where person_id = ${idOf('okafor')}`.execute(db)
      return found.rows[0]!
    })
  const before = await keep({ username: null, hash: null })
  const asked = { params: { id: newId() }, body: { classId: classOf('kindergarten') } }
  expect((await tablet.ask(OpenHandover, asked)).code).toBe('needs_password')
  expect((await tablet.ask(GetMe)).body.handover).toBeNull()
  await keep(before)
})

test('in the hands of the class, the teacher’s session opens nothing else, whoever tries', async () => {
  const tablet = await layDevice(school, 'okafor')
  const handover = await handOver(tablet)
  const open = new Set([
    'GetMe',
    'GetHandover',
    'BringWork',
    'EndHandover',
    'AnnounceMedia',
    'GetUploadLimit',
  ])
  // what stands before a session needs a password, or a card at the door of a class
  const closed = routes
    .map(({ endpoint }) => endpoint)
    .filter(({ name, signedIn }) => !open.has(name) && signedIn !== false)
  expect(
    routes.filter(({ endpoint }) => endpoint.whileHandedOver).map(({ endpoint }) => endpoint.name),
  ).toEqual(expect.arrayContaining([...open]))
  expect(routes.filter(({ endpoint }) => endpoint.whileHandedOver)).toHaveLength(open.size)
  const answers = await Promise.all(
    closed.map(async (endpoint) => {
      const params = { id: classOf('kindergarten'), revision: '2', shelf: 'own' }
      const body = endpoint.body && { current: demoPassword, next: 'another-password' }
      const { code, status } = await tablet.ask(endpoint, { params, body })
      return [endpoint.name, code, status]
    }),
  )
  // what cannot be read at all is refused before anybody is asked who they are
  const opened = answers.filter(
    ([, code]) => code !== 'handed_over' && code !== 'invalid' && code !== 'not_found',
  )
  expect(opened).toEqual([])
  expect(answers.filter(([, code]) => code === 'handed_over').length).toBeGreaterThan(40)
  for (const [url, method] of [
    [`/api/learners/${idOf('theo')}/pieces`, 'GET'],
    ['/api/children', 'GET'],
    ['/api/classes', 'GET'],
    ['/api/device-key', 'GET'],
    ['/api/sessions', 'GET'],
    ['/api/sessions', 'DELETE'],
    [`/media/${newId()}/full?until=1&key=00`, 'GET'],
  ] as const)
    expect([url, (await tablet.send(method, url)).code]).toEqual([url, 'handed_over'])
  const password = { current: demoPassword, next: 'another-password' }
  expect((await tablet.send('PUT', '/api/password', password)).code).toBe('handed_over')
  const another = {
    params: { id: newId() },
    body: { classId: classOf('kindergarten'), audiences: ['class'] },
  }
  expect((await tablet.ask(OpenHandover, another)).code).toBe('handed_over')
  // and it says so of itself, and only of this device
  expect((await tablet.ask(GetMe)).body.handover).toEqual({ id: handover, classId: classOf('kindergarten') })
  expect((await school.as('okafor').ask(GetMe)).body.handover).toBeNull()
})

test('its faces are the class’s, by their usual names, with nothing of anybody’s work', async () => {
  const tablet = await layDevice(school, 'okafor')
  await handOver(tablet)
  const { body } = await tablet.ask(GetHandover)
  expect(body.learners.map(({ id }: { id: string }) => id)).toContain(idOf('theo'))
  expect(body.learners.map(({ id }: { id: string }) => id)).not.toContain(idOf('mika'))
  expect(Object.keys(body.learners[0]).toSorted()).toEqual(['givenName', 'id', 'name'])
  expect((await school.as('okafor').ask(GetHandover)).code).toBe('not_found')
})

test('only somebody who teaches the class hands a device to it', async () => {
  for (const key of ['rivera', 'theo', 'amara', 'chen', 'ravi', 'singh']) {
    const device = await layDevice(school, key)
    const parts = { params: { id: newId() }, body: { classId: classOf('kindergarten') } }
    expect([key, (await device.ask(OpenHandover, parts)).code]).toEqual([key, 'not_found'])
    expect((await device.ask(GetMe)).body.handover).toBeNull()
  }
  for (const key of ['rivera', 'theo', 'amara', 'chen'])
    expect((await school.as(key).ask(ListHandovers, { params: { id: classOf('kindergarten') } })).code).toBe(
      'not_found',
    )
})

test('nobody brings words, another class’s learner, another’s file, or anything by another’s hand-over', async () => {
  const tablet = await layDevice(school, 'okafor')
  const handover = await handOver(tablet)
  const file = await announce(tablet)
  const right = made(handover, 'theo', [file])
  const words = { ...right.body, text: 'I was wrong', reflection: 'I will try harder' }
  expect((await tablet.ask(BringWork, { ...right, body: words })).code).toBe('invalid')
  expect((await tablet.ask(BringWork, made(handover, 'mika', [file]))).code).toBe('not_found')
  const rivera = await layDevice(school, 'rivera')
  expect((await rivera.ask(BringWork, right)).code).toBe('not_found')
  expect((await tablet.ask(BringWork, made(handover, 'theo', [await announce(rivera)]))).code).toBe(
    'not_found',
  )
  expect((await tablet.ask(BringWork, made(newId(), 'theo', [file]))).code).toBe('not_found')
  expect((await tablet.ask(BringWork, right)).status).toBe(200)
  // the file is Théo's now: it does not become Yusuf's by another tap
  expect((await tablet.ask(BringWork, made(handover, 'yusuf', [file]))).code).toBe('not_found')
  const again = { ...made(handover, 'yusuf', [await announce(tablet)]), params: right.params }
  expect((await tablet.ask(BringWork, again)).code).toBe('not_found')
})

test('what the teacher brought before, or of another class, cannot be put into a child’s hands', async () => {
  const tablet = await layDevice(school, 'okafor')
  const earlier = await announce(tablet)
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const handover = await handOver(tablet)
  expect((await tablet.ask(BringWork, made(handover, 'theo', [earlier]))).code).toBe('not_found')
})

test('it is taken back with the teacher’s password and nothing less, and guessing comes to a rest', async () => {
  const tablet = await layDevice(school, 'okafor')
  const handover = await handOver(tablet)
  expect((await tablet.ask(EndHandover, back(handover, 'guess'))).code).toBe('wrong_password')
  expect((await school.as('theo').ask(EndHandover, back(handover, demoPassword))).code).toBe('not_found')
  expect((await tablet.ask(GetMe)).body.handover).not.toBeNull()
  expect((await tablet.ask(EndHandover, back(handover, demoPassword))).status).toBe(200)
  expect((await tablet.ask(GetMe)).body.handover).toBeNull()
  expect((await tablet.ask(GetPortfolio, { params: { id: idOf('theo') } })).status).toBe(200)
  const next = await handOver(tablet)
  for (let tries = 0; tries < 8; tries += 1) await tablet.ask(EndHandover, back(next, `guess ${tries}`))
  expect((await tablet.ask(EndHandover, back(next, demoPassword))).code).toBe('too_many_tries')
  school.clock.now = new Date(school.clock.now.getTime() + 11 * 60_000)
  expect((await tablet.ask(EndHandover, back(next, demoPassword))).status).toBe(200)
})

test('sent again after it was taken back, or from another device, handing over is not said to be done', async () => {
  const tablet = await layDevice(school, 'okafor')
  const id = newId()
  const opening = { params: { id }, body: { classId: classOf('kindergarten') } }
  expect((await tablet.ask(OpenHandover, opening)).status).toBe(200)
  expect((await (await layDevice(school, 'okafor')).ask(OpenHandover, opening)).code).toBe('id_taken')
  expect((await tablet.ask(EndHandover, back(id, demoPassword))).status).toBe(200)
  expect((await tablet.ask(OpenHandover, opening)).code).toBe('id_taken')
  expect((await tablet.ask(GetMe)).body.handover).toBeNull()
})

test('what waited on the tablet arrives after it was taken back, as made then; made later it is not taken', async () => {
  const tablet = await layDevice(school, 'okafor')
  const handover = await handOver(tablet)
  const then = school.clock.now
  const claim = (at: Date) => ({ 'x-cairn-made': JSON.stringify({ claimed: at.toISOString(), offset: 0 }) })
  await tablet.ask(EndHandover, back(handover, demoPassword))
  school.clock.now = new Date(then.getTime() + 2 * 24 * 3_600_000)
  const late = made(handover, 'theo', [await announce(tablet)])
  expect((await tablet.ask(BringWork, late, claim(then))).status).toBe(200)
  expect((await see('theo', late.params.id)).body.iterations[0]?.madeAt.slice(0, 16)).toBe(
    then.toISOString().slice(0, 16),
  )
  const after = made(handover, 'theo', [await announce(tablet)])
  expect((await tablet.ask(BringWork, after)).code).toBe('not_allowed')
  expect((await see('theo', after.params.id)).code).toBe('not_found')
})

test('a teacher still cannot write into a portfolio as the learner by any other door', async () => {
  const body = { iteration: { id: newId(), parts: [{ kind: 'text', text: 'mine' }] } }
  const id = newId()
  await school.as('okafor').ask(AddPiece, { params: { id }, body })
  expect((await see('theo', id)).code).toBe('not_found')
  const post = {
    classId: classOf('kindergarten'),
    parts: [{ kind: 'text' as const, text: 'at the pond' }],
    audiences: [],
    pieces: [{ id: newId(), iterationId: newId(), learnerId: idOf('theo') }],
  }
  await school.as('okafor').ask(PostForLearners, { params: { id: newId() }, body: post })
  expect((await see('theo', post.pieces[0]?.id ?? '')).body.iterations[0]?.madeBy.id).toBe(idOf('okafor'))
})
