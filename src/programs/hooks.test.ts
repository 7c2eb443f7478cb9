import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { nightPasses } from '../../test/support/night.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { ListWaiting } from '../office/contract.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'
import { isAway, waitAfterTries } from './hook.ts'
import { tellPrograms } from './hook-store.ts'
import { signedHeaders } from './sign-call.ts'

let school: School
let listener: Server
let heard: { headers: IncomingHttpHeaders; body: string; said: string }[] = []
let answer: (said: string) => number | undefined = () => 200
const { districtId } = castMember('singh')

beforeAll(async () => {
  school = await openSchool({ works: true, localAddresses: true })
  listener = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const said = String(JSON.parse(body).data.import)
    heard.push({ headers: request.headers, body, said })
    const status = answer(said)
    if (status !== undefined) response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
})
beforeEach(() => {
  heard = []
  answer = () => 200
})
afterAll(async () => {
  listener.closeAllConnections()
  listener.close()
  await school.close()
})

const singh = () => school.as('singh')
async function withHook(work: (hook: { id: string; secret: string }) => Promise<void>) {
  const id = newId()
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/heard`
  const body = { address, events: ['roster.applied'] }
  const { secret } = (await singh().ask(contract.AddHook, { params: { id }, body })).body
  await work({ id, secret })
  await singh().ask(contract.EndHook, { params: { id } })
}
const hookOf = async (id: string) =>
  (await singh().ask(contract.ListPrograms)).body.hooks.find((hook) => hook.id === id)
const happen = (...said: string[]) =>
  asTheSystem(school.program.ground, { reason: 'test', districtId }, async (context) => {
    for (const one of said)
      await tellPrograms(context, { districtId, event: 'roster.applied', subject: { import: one } })
  })
const told = () => heard.map(({ said }) => said)
const troubleOf = async (id: string) => (await hookOf(id))?.calls[0]?.trouble
const waitingFor = async (id: string) => (await hookOf(id))?.waiting
const resume = (id: string, key = 'singh') => school.as(key).ask(contract.ResumeHook, { params: { id } })
const restsInOffice = async () =>
  (await singh().ask(ListWaiting)).body.find(({ kind }) => kind === 'resting-hooks')?.count ?? 0

test(
  'what was not taken comes again under its id, and what came after it is not lost',
  () =>
    withHook(async ({ id }) => {
      answer = () => 503
      await happen('first')
      await expect.poll(() => troubleOf(id), { timeout: 10_000 }).toBe('503')
      answer = () => 200
      school.later(0.001)
      await happen('second')
      await expect.poll(() => waitingFor(id), { timeout: 30_000 }).toBe(0)
      expect(told().toSorted()).toEqual(['first', 'first', 'second'])
      const ids = heard.filter(({ said }) => said === 'first').map(({ headers }) => headers['webhook-id'])
      expect(new Set(ids).size).toBe(1)
    }),
  60_000,
)

test('one call that its reader will not have holds up none of the others', () =>
  withHook(async ({ id }) => {
    answer = (said) => (said === 'poison' ? 422 : 200)
    await happen('poison', 'a', 'b')
    await expect.poll(() => waitingFor(id), { timeout: 10_000 }).toBe(1)
    expect(told().filter((one) => one !== 'poison')).toEqual(['a', 'b'])
  }))

test(
  'hundreds at once are told in their order, once each, and a reader that hangs holds up no other',
  () =>
    withHook(async ({ id }) => {
      const many = Array.from({ length: 400 }, (_, at) => `number ${at}`)
      await happen(...many)
      await expect.poll(() => waitingFor(id), { timeout: 60_000 }).toBe(0)
      expect(told()).toEqual(many)
      answer = (said) =>
        said === 'hangs' && heard.filter((one) => one.said === 'hangs').length === 1 ? undefined : 200
      await withHook(async (other) => {
        await happen('hangs')
        await expect
          .poll(async () => [await waitingFor(id), await waitingFor(other.id)].toSorted(), {
            timeout: 10_000,
          })
          .toEqual([0, 1])
      })
    }),
  90_000,
)

test(
  'who takes nothing for days rests, the office is told, and a button brings all that was missed',
  () =>
    withHook(async ({ id }) => {
      answer = () => 500
      await happen('monday')
      await expect.poll(() => troubleOf(id), { timeout: 10_000 }).toBe('500')
      school.later(3.1)
      await happen('thursday')
      await nightPasses(school)
      await expect.poll(async () => (await hookOf(id))?.restsSince, { timeout: 10_000 }).not.toBeNull()
      expect(await restsInOffice()).toBe(1)
      await happen('friday')
      answer = () => 200
      heard = []
      await nightPasses(school)
      expect(heard).toEqual([])
      expect((await resume(id, 'chen')).code).toBe('not_found')
      await resume(id)
      await expect.poll(() => waitingFor(id), { timeout: 20_000 }).toBe(0)
      expect(told()).toEqual(['monday', 'thursday', 'friday'])
      expect([(await hookOf(id))?.restsSince, await restsInOffice()]).toEqual([null, 0])
    }),
  60_000,
)

test(
  'a new secret signs at once, and the one before beside it for a day, however often it is renewed',
  () =>
    withHook(async ({ id, secret }) => {
      const renew = async (key = 'singh') => school.as(key).ask(contract.RenewHookSecret, { params: { id } })
      expect((await renew('chen')).code).toBe('not_found')
      await renew()
      const second = (await renew()).body.secret
      const signaturesOf = async (said: string) => {
        await happen(said)
        await expect.poll(told, { timeout: 10_000 }).toContain(said)
        const call = heard.find((one) => one.said === said)
        const headerOf = (name: string) => String(call?.headers[name])
        const id = headerOf('webhook-id')
        const at = new Date(Number(headerOf('webhook-timestamp')) * 1000)
        const by = (one: string) =>
          signedHeaders([one], { id, body: call?.body ?? '', at })['webhook-signature']
        return { came: headerOf('webhook-signature'), by }
      }
      const both = await signaturesOf('at once')
      expect(both.came).toBe(`${both.by(second)} ${both.by(secret)}`)
      school.later(1.1)
      const one = await signaturesOf('a day later')
      expect(one.came).toBe(one.by(second))
    }),
  30_000,
)

test('tries come at once, then ever less often; a busy reader is away, a refusing one is not', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 99].map((tries) => Math.round(waitAfterTries(tries) / 60_000))
  expect(minutes).toEqual([0, 0, 0, 5, 10, 20, 720])
  expect(['500', '429', '302', 'not reached', '400', '410'].map(isAway)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
