import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { makeCertificate } from '../../test/support/own-certificate.ts'
import {
  arrived,
  minutesAgo,
  laySamlSchool,
  refused,
  rivera,
  speaksSaml,
  waiting,
} from '../../test/support/saml-traveling.ts'
import { idOf } from '../../test/support/school.ts'
import { layTraveler } from '../../test/support/traveling.ts'
import * as contract from './contract.ts'

const open = laySamlSchool()

test('who comes with a signed assertion in answer to a question of ours is let in as who the roster says', async () => {
  const { school, there, leave, bring, travel, whoIs } = open
  const traveler = layTraveler(school)
  const asked = await leave(traveler)
  expect(asked.href.startsWith(`${there.signInAt}?SAMLRequest=`)).toBe(true)
  expect(await bring(traveler, await there.respondTo(asked))).toBe(arrived)
  expect(await whoIs(traveler)).toBe(idOf('rivera'))
  // known by the NameID from now on, whatever the attribute says
  const again = await travel({ nameId: 'r-1', attributes: { employee: 'okafor' } })
  expect([again.to, await whoIs(again.traveler)]).toEqual([arrived, idOf('rivera')])
  // and a number that is given to the next one opens nothing of hers
  expect((await travel({ ...rivera, nameId: 'somebody-new' })).to).toBe(waiting)
})

test('a clock that is off by less than a minute is forgiven', async () => {
  const { travel } = open
  const late = {
    ConditionsNotOnOrAfter: minutesAgo(0.5),
    SubjectConfirmationDataNotOnOrAfter: minutesAgo(0.5),
  }
  expect((await travel(rivera, { said: late })).to).toBe(arrived)
  expect((await travel(rivera, { said: { ConditionsNotBefore: minutesAgo(-0.5) } })).to).toBe(arrived)
})

test('what is no SAML at all is refused', async () => {
  const { school, id, leave, post } = open
  for (const response of [
    '',
    'x',
    Buffer.from('<a').toString('base64'),
    Buffer.alloc(300_000, 65).toString('base64'),
  ])
    expect(await post(response)).toBe(refused)
  const [traveler] = [layTraveler(school)]
  await leave(traveler)
  for (const answer of ['', 'x', Buffer.alloc(64).toString('base64url')])
    expect((await traveler.go(`/door/${id}/back?answer=${answer}`)).to).toBe(refused)
})

test('an assertion counts once, for the browser that asked, for its provider, and not for long', async () => {
  const { school, there, leave, post, bring } = open
  const traveler = layTraveler(school)
  const asked = await leave(traveler)
  const kept = traveler.cookies.get('cairn-trip') ?? ''
  const response = await there.respondTo(asked)
  // somebody else’s browser, with and without a trip of its own
  expect(await bring(layTraveler(school), response)).toBe(refused)
  const other = layTraveler(school)
  await leave(other)
  expect(await bring(other, response)).toBe(refused)
  const back = await post(response)
  expect((await traveler.go(back)).to).toBe(arrived)
  // the same again: brought back, posted again, and with the trip put back
  expect((await traveler.go(back)).to).toBe(refused)
  expect(await bring(traveler, response)).toBe(refused)
  traveler.cookies.set('cairn-trip', kept)
  expect(await bring(traveler, response)).toBe(refused)

  const another = await open.add({ name: 'Another' })
  const mixed = layTraveler(school)
  const fresh = await there.respondTo(await leave(mixed))
  expect(await bring(mixed, fresh, another)).toBe(refused)

  const slow = layTraveler(school)
  const late = await post(await there.respondTo(await leave(slow)))
  school.clock.now = new Date(Date.now() + 2 * 60_000)
  expect((await slow.go(late)).to).toBe(refused)
})

test('whoever is not found waits in the list, and is let in as who the office says', async () => {
  const { school, travel, whoIs } = open
  const noor = { nameId: 'n-1', attributes: { displayName: 'Noor H.', mail: 'noor@sd.example' } }
  expect((await travel(noor)).to).toBe(waiting)
  const list = (await school.as('singh').ask(contract.ListProviders)).body
  const one = list.unmatched.find(({ saidName }) => saidName === 'Noor H.')
  const link = { params: { id: one?.id }, body: { personId: idOf('noor') } }
  expect((await school.as('rivera').ask(contract.LinkIdentity, link)).code).toBe('not_found')
  expect((await school.as('singh').ask(contract.LinkIdentity, link)).status).toBe(200)
  const again = await travel(noor)
  expect([again.to, await whoIs(again.traveler)]).toEqual([arrived, idOf('noor')])
})

test('a new certificate is taken beside the old one, and what cannot be so is not kept', async () => {
  const { school, there, id, know, leave, bring } = open
  const next = makeCertificate().certificate
  const both = await open.add({ name: 'B', certificates: [next, there.certificate] })
  await know(both)
  const traveler = layTraveler(school)
  expect(await bring(traveler, await there.respondTo(await leave(traveler, both)), both)).toBe(arrived)
  await know(id)
  const keep = async (changes: object) => {
    const body = { ...speaksSaml(there, changes), domains: [], tenant: null, revisionId: newId() }
    const answer = await school.as('singh').ask(contract.KeepProvider, { params: { id: newId() }, body })
    return Object.keys((answer.body as { error?: { fields?: object } }).error?.fields ?? {})
  }
  expect(await keep({ certificates: [] })).toEqual(['certificates'])
  expect(await keep({ certificates: ['<xml/>'] })).toEqual(['certificates'])
  expect(await keep({ signInAt: 'javascript:alert(1)' })).toEqual(['signInAt'])
  expect(await keep({ issuer: '' })).toEqual(['issuer'])
  for (const claim of [
    'mail',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    'urn:oid:1.3.6.1.4.1.5923.1.1.1.6',
  ])
    expect([claim, await keep({ claim })]).toEqual([claim, ['claim']])
})

test('trying one says what is wrong with it', async () => {
  const { school } = open
  const tried = async (changes: object) => {
    const provider = await open.add({ name: 'T', ...changes })
    return (await school.as('singh').ask(contract.TryProvider, { params: { id: provider } })).body.problem
  }
  expect(await tried({})).toBeNull()
  expect(await tried({ signInAt: 'http://127.0.0.1:9/sso' })).toBe('away')
  expect(await tried({ certificates: ['AAAA'] })).toBe('bad_certificate')
  expect(await tried({ certificates: [makeCertificate({ days: -1 }).certificate] })).toBe('old_certificate')
})
