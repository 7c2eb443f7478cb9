import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { type MailServer, openMailServer } from '../../test/support/mail-server.ts'
import { nightPasses } from '../../test/support/night.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { StartRefusal } from '../platform/settings.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { NoteContact } from './contract.ts'
import { isAddress, isPhone, type Senders, waitAfter } from './message.ts'
import { openSenders } from './open-senders.ts'
import { sendMessage } from './send-message.ts'
import { openSmtpSender } from './open-smtp.ts'
import { openWebhookSender } from './open-gateway.ts'
import { insertMessage } from './store.ts'

const from = 'Birch School <portfolio@birch.example>'
const letter = { to: 'amara@example.org', subject: 'Été à l’école', body: 'Ça va?\nhttps://x.example/1' }
const { districtId } = castMember('amara')

let post: MailServer
let school: School
const logged: string[] = []
/** What somebody tells in so many words needs none. */
const writers = {
  digest: async () => undefined,
  welcome: async () => undefined,
  walkthrough: async () => undefined,
}
beforeAll(async () => {
  post = await openMailServer()
  const senders = { mail: openSmtpSender(post.url, from) }
  school = await openSchool({ works: true, senders })
  const keep = (facts: Record<string, unknown>, sentence: string) =>
    void logged.push(JSON.stringify([facts, sentence]))
  school.program.ground.log = { info: keep, error: keep }
})
afterAll(async () => {
  await school.close()
  await post.close()
})

const asSystem = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
  asTheSystem(school.program.ground, { reason: 'test', districtId }, work)

async function queue(more: { endsAt?: string; untold?: boolean } = {}): Promise<string> {
  const id = newId()
  const { untold, ...rest } = more
  await asSystem(async ({ db, now, tell }) => {
    const message = { id, districtId, personId: idOf('amara'), way: 'mail' as const, ...letter, ...rest }
    await insertMessage(db, message, now)
    if (!untold) await tell('message.queued', { districtId, id })
  })
  return id
}

const rowOf = (id: string) =>
  asSystem(({ db }) => db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

const note = (key: string, email: string, of = 'amara') =>
  school.as(key).ask(NoteContact, { params: { id: idOf(of) }, body: { email } })

test('an address is noted by those who teach or answer for the child’s school, and by nobody else', async () => {
  expect((await note('rivera', letter.to)).status).toBe(200)
  expect((await note('singh', letter.to)).status).toBe(200)
  for (const key of ['halvorsen', 'tomas', 'mika', 'leila', 'marsh', 'amara']) {
    expect([key, (await note(key, 'other@example.org')).code]).toEqual([key, 'not_found'])
  }
  expect((await note('rivera', 'a@b.c\r\nBcc: all@example.org')).code).toBe('invalid')
  expect(isAddress('josée@école.example')).toBe(true)
})

test('a number too short or too long to be kept is no number', () => {
  expect(['1234', '+1234', '12345', `+${'1'.repeat(31)}`, `+${'1'.repeat(32)}`].map(isPhone)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})

test('a letter is queued with its cause, arrives as it was meant, and its words are forgotten here', async () => {
  const id = await queue({ endsAt: 'https://x.example/digest/1' })
  await expect.poll(() => post.letters.length, { timeout: 10_000 }).toBe(1)
  expect(post.letters[0]).toMatchObject({ from: 'portfolio@birch.example', to: letter.to })
  expect(post.letters[0]?.body).toContain('Ça va?')
  expect(post.letters[0]?.head).toMatchObject({
    'list-unsubscribe': '<https://x.example/digest/1>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'message-id': `<${id}@birch.example>`,
  })
  await expect.poll(async () => (await rowOf(id)).sent_at).not.toBeNull()
  expect(await rowOf(id)).toMatchObject({ subject: null, body: null, ends_at_address: null, tries: 1 })
  expect(
    await sendMessage(school.program.ground, { senders: {}, writers }, { districtId, id }),
  ).toBeUndefined()
  expect(logged.filter((line) => /amara@|Ça va|x\.example/.test(line))).toEqual([])
})

test.each([
  ['a mailbox that is not there', { refuse: { at: 'rcpt', code: 550 } }, '', 'never', '550'],
  ['words it will not have', { refuse: { at: 'data', code: 554 } }, '', 'never', '554'],
  ['a mailbox that is full today', { refuse: { at: 'rcpt', code: 452 } }, '', 'later', '452'],
  ['a server that is busy', { refuse: { at: 'data', code: 451 } }, '', 'later', '451'],
  [
    'a server without STARTTLS',
    { options: { disabledCommands: ['AUTH', 'STARTTLS'] } },
    '?starttls=yes',
    'later',
    '^(ETLS|500|502)$',
  ],
  ['a server nobody can vouch for', {}, '?starttls=yes', 'later', 'ESOCKET'],
] as const)('%s: %j', async (_what, how, asked, outcome, code) => {
  const server = await openMailServer(how as Parameters<typeof openMailServer>[0])
  const send = openSmtpSender(`${server.url}/${asked}`, from)
  const answered = await send({ id: newId(), ...letter })
  await server.close()
  expect(answered).toEqual({ outcome, code: expect.stringMatching(code) })
  expect(server.letters).toEqual([])
})

test('while the server is away it waits, is tried again after a while, and is given up after three days', async () => {
  await note('rivera', letter.to)
  const away: Senders = { mail: openSmtpSender('smtp://127.0.0.1:9', from) }
  const before = post.letters.length
  const id = await queue({ untold: true })
  expect(await sendMessage(school.program.ground, { senders: away, writers }, { districtId, id })).toBe(
    'later',
  )
  expect(await rowOf(id)).toMatchObject({ tries: 1, sent_at: null, body: letter.body })
  const start = school.clock.now.getTime()
  school.clock.now = new Date(start + waitAfter(1) - 1000)
  await nightPasses(school)
  expect(post.letters.length).toBe(before)
  school.clock.now = new Date(start + waitAfter(1))
  await nightPasses(school)
  await expect.poll(() => post.letters.length, { timeout: 10_000 }).toBe(before + 1)
  const late = await queue({ untold: true })
  school.clock.now = new Date(start + 4 * 24 * 3_600_000)
  await nightPasses(school)
  expect(await rowOf(late)).toMatchObject({ body: null, trouble: 'too late' })
  school.clock.now = new Date(start)
})

test('without an address it is given up, and without a mail server it waits', async () => {
  await asSystem(({ db }) => sql`delete from contact`.execute(db))
  const id = await queue({ untold: true })
  expect(await sendMessage(school.program.ground, { senders: {}, writers }, { districtId, id })).toBe('never')
  await note('rivera', letter.to)
  const other = await queue({ untold: true })
  expect(await sendMessage(school.program.ground, { senders: {}, writers }, { districtId, id: other })).toBe(
    'later',
  )
})

test.each([
  [204, 'sent'],
  [422, 'never'],
  [401, 'later'],
  [500, 'later'],
])('a gateway for texts that answers %i: %s', async (status, outcome) => {
  const seen: string[] = []
  const gateway = createServer((request, answer) => {
    request
      .setEncoding('utf8')
      .on('data', (text: string) => seen.push(text, request.headers.authorization ?? ''))
    request.on('end', () => answer.writeHead(status).end())
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => gateway.once('listening', resolve))
  const { port } = gateway.address() as AddressInfo
  const send = openWebhookSender(`http://127.0.0.1:${port}/send`, 'a token')
  const told = { id: newId(), to: '+1 250 555 0100', subject: '', body: 'https://x.example/1' }
  expect(await send(told)).toMatchObject({ outcome })
  expect(JSON.parse(seen[0] ?? '')).toEqual({ id: told.id, to: told.to, text: told.body })
  expect(seen[1]).toBe('Bearer a token')
  gateway.close()
})

test('what is set by halves is told at the start, without repeating a password', () => {
  expect(openSenders({})).toEqual({})
  expect(
    Object.keys(
      openSenders({ SMTP_URL: 'smtps://a:b@m.example', MAIL_FROM: from, SMS_URL: 'https://t.example' }),
    ),
  ).toEqual(['mail', 'text'])
  for (const env of [
    { SMTP_URL: 'smtp://m.example' },
    { SMTP_URL: 'smtp://m.example', MAIL_FROM: 'nobody' },
    { SMTP_URL: 'https://u:hunter2@m.example', MAIL_FROM: from },
    { SMS_URL: 'ftp://t.example' },
  ]) {
    expect(() => openSenders(env)).toThrow(StartRefusal)
    expect(() => openSenders(env)).not.toThrow(/hunter2/)
  }
})
