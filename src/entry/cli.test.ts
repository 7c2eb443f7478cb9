import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { type Human, oneRoster, zipOf } from '../../test/support/rostering.ts'
import { layAuthenticator } from '../../test/support/own-authenticator.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { demoTimeZone } from '../demo/fill-people.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { BeginPasskey, KeepPasskey } from '../passkeys/contract.ts'
import { DemandSecondStep } from '../second-steps/contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  // the program in a process of its own knows only the day it really is
  school.clock.now = new Date()
})
afterAll(() => school.close())

type Said = { code: number; out: string; facts: Record<string, string> }

/** The very program, in a process of its own, beside the Cairn that runs. */
function cairn(...words: string[]): Promise<Said> {
  const host = encodeURIComponent(inject('postgresFolder'))
  const url = `postgres://postgres@localhost/${school.connection.database}?host=${host}`
  return cairnIn({ DATABASE_URL: url, PORT: '1' }, ...words)
}

function cairnIn(settings: Record<string, string>, ...words: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...settings }
    execFile(process.execPath, ['src/entry/cli.ts', ...words], { env }, (error, out, complaint) => {
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ code, out: out + complaint, facts: words.includes('--json') ? JSON.parse(out) : {} })
    })
  })
}

const signIn = (username: string | undefined, password: string | undefined) =>
  school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: { username, password },
  })

/** The cookie of somebody whose password the command line made, once they have chosen their own. */
async function chosen(username: string | undefined, password: string | undefined): Promise<string> {
  const [cookie] = (await signIn(username, password)).cookies
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, 'x-cairn': '1' }
  const payload = { next: 'a stone of my own' }
  await school.program.app.inject({ method: 'PUT', url: '/api/password', headers, payload })
  return headers.cookie
}

async function me({ username, password }: Record<string, string>) {
  const [cookie] = (await signIn(username, password)).cookies
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
  return (await school.program.app.inject({ method: 'GET', url: '/api/me', headers })).json()
}

const names = (given: string, username: string) => [
  '--given',
  given,
  '--family',
  'Stone',
  '--username',
  username,
]

test('from nothing to a class: a district, its school, and people who can sign in', async () => {
  const zone = ['--time-zone', 'America/Vancouver']
  const founded = await cairn(
    'add-district',
    '--name',
    'Lakes',
    ...zone,
    ...names('Ada', 'Ada.Stone'),
    '--json',
  )
  expect([founded.code, founded.facts['password']?.length]).toEqual([0, 19])
  expect(await me(founded.facts)).toMatchObject({ name: 'Ada Stone', hats: ['office'], district: 'Lakes' })

  const there = ['--district', founded.facts['district'] ?? '', '--json']
  const { facts: built } = await cairn('add-school', '--name', 'Birch', ...there)
  const { facts: class1 } = await cairn(
    'add-class',
    '--school',
    built['school'] ?? '',
    '--name',
    '3/4',
    ...there,
  )
  const inClass = ['--class', class1['class'] ?? '', ...there]
  const learner = await cairn(
    'add-person',
    '--role',
    'learner',
    '--grade',
    '3',
    ...inClass,
    ...names('Lee', 'lee'),
  )
  const teacher = await cairn('add-person', '--role', 'teacher', ...inClass, ...names('Tia', 'tia'))
  const of = ['--learner', learner.facts['person'] ?? '', '--relationship', 'mother', ...there]
  const guardian = await cairn('add-person', '--role', 'guardian', ...of, ...names('May', 'may'))
  expect(await me(learner.facts)).toMatchObject({ hats: ['learner'], grade: '3', voice: 'early' })
  expect(await me(teacher.facts)).toMatchObject({ hats: ['teacher'], schools: ['Birch'] })
  expect(await me(guardian.facts)).toMatchObject({ hats: ['guardian'] })
  const named = ['--school', built['school'] ?? '', '--name', 'Birch Elementary']
  expect((await cairn('rename-school', ...named, ...there)).code).toBe(0)
  const elsewhere = ['--district', castMember('ravi').districtId]
  expect((await cairn('rename-school', ...named, ...elsewhere)).code).toBe(1)
  const listed = await cairn('list')
  expect(listed.out).toMatch(/name +Birch Elementary/)
  const headers = { cookie: await chosen(founded.facts['username'], founded.facts['password']) }
  const logbook = await school.program.app.inject({ method: 'GET', url: '/api/logbook', headers })
  const told = (logbook.json().lines as { act: string; by: null }[]).map(({ act, by }) => `${act} ${by}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'district.founded null',
      'school.opened null',
      'school.renamed null',
      'class.opened null',
      'person.charged null',
      'enrollment.learner-added null',
    ]),
  )
}, 60_000)

test('people are listed and found, those of one district only, and nobody is an exit code of its own', async () => {
  const here = ['--district', castMember('mika').districtId]
  const people = async (...words: string[]) => {
    const { code, out } = await cairn(...words, ...here, '--json')
    return { code, people: JSON.parse(out).people as { name: string; kinds: string[]; username: string }[] }
  }
  const all = await people('users')
  const learners = await people('users', '--kind', 'learner')
  expect(learners.people.length).toBeLessThan(all.people.length)
  expect(new Set(learners.people.flatMap(({ kinds }) => kinds))).toContain('learner')
  expect(all.people.map(({ username }) => username)).not.toContain(castMember('ravi').username)
  const mika = await people('find', 'mika')
  expect([mika.code, mika.people[0]?.username]).toEqual([0, castMember('mika').username])
  expect(await people('find', 'nobody-of-this-name')).toEqual({ code: 1, people: [] })
  expect(await cairn('users', '--kind', 'king', ...here)).toMatchObject({
    code: 2,
    out: expect.stringContaining('learner, teacher'),
  })
  expect((await cairn('find', ...here)).code).toBe(2)
}, 60_000)

test('a new password ends every session and opens with nothing but itself', async () => {
  const cookie = await school.as('noor').cookie()
  const username = castMember('noor').username ?? ''
  const { facts } = await cairn('reset-password', '--username', username, '--json')
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { personId: idOf('noor') } })).body
  expect(lines).toMatchObject([{ act: 'password.given', by: null }])
  const old = await school.program.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
  expect(old.statusCode).toBe(401)
  expect((await signIn(username, castMember('noor').password)).statusCode).toBe(401)
  expect((await signIn(username, facts['password'])).statusCode).toBe(200)
}, 60_000)

test('the only one of an office who lost the second step comes back by the machine Cairn runs on', async () => {
  const singh = school.as('singh')
  // the day there: in Greenwich it is tomorrow since four in the afternoon
  const fromOn = school.clock.now.toLocaleDateString('en-CA', { timeZone: demoTimeZone })
  const demand = () => singh.ask(DemandSecondStep, { params: { id: newId() }, body: { fromOn } })
  // from today on is said by nobody whom it would shut out at once
  expect((await demand()).code).toBe('not_found')
  const device = layAuthenticator('http://localhost:4000')
  const params = { id: newId() }
  const { body } = await singh.ask(BeginPasskey, { params, body: { password: demoPassword } })
  const kept = { ticket: body.ticket, answer: device.make(body.options.challenge), name: 'Phone' }
  expect((await singh.ask(KeepPasskey, { params, body: kept })).status).toBe(200)
  expect((await demand()).status).toBe(200)
  const username = castMember('singh').username ?? ''
  const plain = await cairn('reset-password', '--username', username, '--json')
  expect((await signIn(username, plain.facts['password'])).statusCode).toBe(403)
  const { facts } = await cairn('reset-password', '--username', username, '--end-second-step', '--json')
  const headers = { cookie: await chosen(username, facts['password']) }
  const steps = await school.program.app.inject({ method: 'GET', url: '/api/second-steps', headers })
  expect(steps.json().helped).toMatchObject([{ id: expect.any(String), givenBy: 'Cairn' }])
}, 60_000)

test('what cannot be done is said in a sentence and an exit code, and leaves nothing behind', async () => {
  const zone = ['--time-zone', 'America/Vancouver']
  const taken = await cairn('add-district', '--name', 'Twice', ...zone, ...names('Mi', 'mika'))
  expect(taken).toMatchObject({ code: 1, out: expect.stringContaining('signs in with that name already') })
  expect((await cairn('list')).out).not.toContain('Twice')
  expect(await cairn('add-school', '--name', 'Where')).toMatchObject({
    code: 1,
    out: expect.stringContaining('Say which district'),
  })
  const other = castMember('ravi').districtId
  const over = ['--district', other, '--role', 'guardian', '--learner', castMember('mika').id]
  expect((await cairn('add-person', ...over, ...names('No', 'nobody.yet'))).code).toBe(1)
  expect((await signIn('nobody.yet', 'x')).statusCode).toBe(401)
  expect(await cairn('add-person', '--role', 'learner')).toMatchObject({
    code: 2,
    out: expect.stringContaining('--given'),
  })
  expect((await cairn('reset-password', '--username', 'no-one', '--json')).facts['error']).toMatch(/nothing/)
}, 60_000)

test.each([
  [['dance'], 2, 'Cairn does not know "dance". "npm run cairn -- help"'],
  [['help', 'find', '--json'], 0, '{"help":"people by name'],
  [['improt', '--json'], 2, '{"error":"Cairn does not know \\"improt\\". Did you mean \\"import\\"?'],
  [['users', '--wrong'], 2, "Unknown option '--wrong'. It is: npm run cairn -- users [--kind …]"],
  [['list', 'more'], 2, '"more" is one word too many. It is: npm run cairn -- list'],
  [['add-class', '--school', 'birch', '--name', '4', '--district', 'x'], 1, 'Say which district'],
  [['--help'], 0, 'add-person'],
  [['help', 'find'], 0, 'npm run cairn -- find <name>'],
  [['find', '--help'], 0, 'npm run cairn -- find <name>'],
  [['health', '--json'], 1, '"status":"not running"'],
])('%j ends with %i and says what to do', async (words, code, sentence) => {
  expect(await cairn(...words)).toMatchObject({ code, out: expect.stringContaining(sentence) })
})

test('no Cairn runs there, or a database is away: said with the place, as one line of JSON where asked', async () => {
  const nowhere = join(tmpdir(), 'cairn-nowhere')
  const host = encodeURIComponent(inject('postgresFolder'))
  for (const [env, word, sentence] of [
    [{ DATABASE_URL: '', CAIRN_DATA: nowhere }, 'not_running', `No Cairn is running on ${nowhere}.`],
    [
      { DATABASE_URL: 'postgres://x:unsaid@127.0.0.1:1/cairn' },
      'not_possible',
      'cannot reach the database at 127.0.0.1:1',
    ],
    [
      { DATABASE_URL: `postgres://postgres@localhost/postgres?host=${host}` },
      'other_version',
      'Start Cairn first',
    ],
  ] as const) {
    const { code, out, facts } = await cairnIn(env, 'list', '--json')
    expect([code, facts['code'], facts['error'], out.trim().split('\n').length]).toEqual([
      1,
      word,
      expect.stringContaining(sentence),
      1,
    ])
    expect(out).not.toContain('unsaid')
  }
})

test('a district is created and its roster brought: looked at, applied, the same again, stopped, accepted, undone', async () => {
  const zone = ['--time-zone', 'America/Vancouver']
  const made = await cairn(
    'district',
    'create',
    '--name',
    'Fjord',
    ...zone,
    ...names('Ida', 'ida.stone'),
    '--json',
  )
  const there = ['--district', made.facts['district'] ?? '', '--json']
  const people: Human[] = [
    { id: 'T', role: 'teacher', given: 'Tia', family: 'Moss' },
    ...[1, 2, 3, 4, 5, 6].map((n) => ({ id: `L${n}`, role: 'student', given: `Lou${n}`, family: 'Reed' })),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'cairn-roster-'))
  const file = join(folder, 'night.zip')
  const write = (here: Human[]) =>
    writeFileSync(
      file,
      zipOf(oneRoster({ people: here, classes: [{ id: 'C', title: '4', who: here.map(({ id }) => id) }] })),
    )
  write(people)
  const bring = (...more: string[]) => cairn('import', file, ...there, ...more)
  expect(await bring('--dry-run')).toMatchObject({
    code: 0,
    facts: { applied: false, story: { changesNothing: false } },
  })
  const first = await bring()
  expect(first).toMatchObject({ code: 0, facts: { applied: true } })
  expect(await bring()).toMatchObject({ code: 0, facts: { story: { changesNothing: true } } })
  write(people.slice(0, 2))
  expect(await bring()).toMatchObject({ code: 1, facts: { applied: false, stopped: true } })
  const forced = await bring('--accept-anomalies')
  expect(forced).toMatchObject({ code: 0, facts: { applied: true } })
  expect((await cairn('undo-import', '--import', first.facts['import'] ?? '', ...there)).code).toBe(1)
  expect((await cairn('undo-import', '--import', forced.facts['import'] ?? '', ...there)).code).toBe(0)
  write(people)
  expect(await bring()).toMatchObject({ code: 0, facts: { story: { changesNothing: true } } })
  const told = await cairn('import', file, '--dry-run', '--district', made.facts['district'] ?? '')
  expect(told.out).toContain('This file changes nothing')
  expect((await cairn('import', ...there)).code).toBe(2)
  writeFileSync(file, 'no roster')
  expect(await bring()).toMatchObject({ code: 1, facts: { error: expect.stringContaining('not a roster') } })
  rmSync(folder, { recursive: true })
}, 90_000)
