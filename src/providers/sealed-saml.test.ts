import { X509Certificate } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '../../test/support/own-certificate.ts'
import type { SamlTwist } from '../../test/support/own-saml-provider.ts'
import { cbc, isSignedBy, sealAssertion, signEnvelope } from '../../test/support/saml-sealing.ts'
import { arrived, laySamlSchool, refused, rivera } from '../../test/support/saml-traveling.ts'
import { idOf } from '../../test/support/school.ts'
import { layTraveler } from '../../test/support/traveling.ts'
import { MakeProviderKey, SwitchProviderKey } from '../provider-keys/contract.ts'
import * as contract from './contract.ts'

const open = laySamlSchool()
let ours: string
beforeAll(async () => {
  ours = (await open.shown('encryption'))[0] ?? ''
})

const tried = async (id = open.id) =>
  (await open.school.as('singh').ask(contract.TryProvider, { params: { id } })).body
const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/
const other = makeCertificate().certificate

test.each([undefined, cbc, 'http://www.w3.org/2009/xmlenc11#aes128-gcm'])(
  'an assertion that is signed and then encrypted to us is opened and read (%s)',
  async (method) => {
    const seal = (xml: string) => sealAssertion(xml, ours, method ? { method } : {})
    const { to, traveler } = await open.travel(rivera, { seal })
    expect([to, await open.whoIs(traveler)]).toEqual([arrived, idOf('rivera')])
    expect(await tried()).toMatchObject({ problem: null, latest: { encrypted: true } })
  },
)

test('what came last is told when it is tried: signed, and not encrypted', async () => {
  expect((await open.travel(rivera)).to).toBe(arrived)
  expect(await tried()).toMatchObject({ signs: false, latest: { encrypted: false } })
})

const touched = (xml: string) =>
  xml.replace(
    /(<xenc:CipherValue>|<e:CipherValue>)([^<]{40})[^<]{4}(?=[^<]*<\/(?:xenc|e):CipherValue>)/g,
    '$1$2AAAA',
  )
test.each<[string, () => SamlTwist]>([
  ['to somebody else', () => ({ seal: (xml) => sealAssertion(xml, other) })],
  ['and not signed', () => ({ seal: (xml) => sealAssertion(xml.replace(signature, ''), ours) })],
  ['and signed by another', () => ({ wrongKey: true, seal: (xml) => sealAssertion(xml, ours) })],
  ['after it was touched', () => ({ seal: (xml) => sealAssertion(xml.replace('>r-1<', '>r-2<'), ours) })],
  ['and touched', () => ({ seal: (xml) => sealAssertion(xml, ours), after: touched })],
  [
    'by blocks, and touched',
    () => ({ seal: (xml) => sealAssertion(xml, ours, { method: cbc }), after: touched }),
  ],
  [
    'with a padding that gives its key away',
    () => ({
      seal: (xml) => sealAssertion(xml, ours, { wrap: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' }),
    }),
  ],
  [
    'by a method that is over',
    () => ({
      seal: (xml) => sealAssertion(xml, ours, { method: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc' }),
    }),
  ],
  [
    'beside one that is not',
    () => ({
      seal: async (xml) => {
        const [plain = ''] = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml) ?? []
        return (await sealAssertion(xml, ours)).replace('</samlp:Response>', `${plain}</samlp:Response>`)
      },
    }),
  ],
  [
    'twice',
    () => ({
      seal: async (xml) => {
        const sealed = await sealAssertion(xml, ours)
        const [one = ''] = /<saml:EncryptedAssertion[\s\S]*<\/saml:EncryptedAssertion>/.exec(sealed) ?? []
        return sealed.replace(one, one + one)
      },
    }),
  ],
  [
    'with a comment in the name',
    () => ({
      template: (xml) => xml.replace('{NameID}', 'r-1<!-- -->x'),
      seal: (xml) => sealAssertion(xml, ours),
    }),
  ],
  [
    'and signed with SHA-1',
    () => ({
      algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
      seal: (xml) => sealAssertion(xml, ours),
    }),
  ],
  [
    'for another audience',
    () => ({ said: { Audience: 'https://elsewhere.example' }, seal: (xml) => sealAssertion(xml, ours) }),
  ],
])('an assertion encrypted %s lets nobody in, and all are refused alike', async (_what, twist) => {
  const { to, traveler } = await open.travel(rivera, twist())
  expect([to, await open.whoIs(traveler)]).toEqual([refused, 'not_signed_in'])
})

test('the envelope’s signature alone is not enough, encrypted or not', async () => {
  const bare = (xml: string) => xml.replace(signature, '')
  for (const [how, to] of [
    [async (xml: string) => xml, arrived],
    [async (xml: string) => bare(xml), refused],
    [async (xml: string) => sealAssertion(xml, ours), arrived],
    [async (xml: string) => sealAssertion(bare(xml), ours), refused],
  ] as const) {
    const seal = async (xml: string) => signEnvelope(await how(xml), open.there)
    expect((await open.travel(rivera, { seal })).to).toBe(to)
  }
})

test('a question is signed where that is chosen, and a new key follows without a gap', async () => {
  const { school, there, know, leave, bring } = open
  const id = await open.add({ name: 'Signs', signsRequests: true })
  const [first = '', ...none] = await open.shown('signing', id)
  expect([none, new X509Certificate(first).verify(new X509Certificate(first).publicKey)]).toEqual([[], true])
  expect(await open.metadata(id)).toContain('AuthnRequestsSigned="true"')
  expect(isSignedBy(await leave(layTraveler(school), open.id), [first])).toBe(false)
  expect(isSignedBy(await leave(layTraveler(school), id), [first])).toBe(true)
  expect((await tried(id)).signs).toBe(true)

  const key = { params: { id: newId() }, body: { providerId: id } }
  expect((await school.as('rivera').ask(MakeProviderKey, key)).code).toBe('not_found')
  for (let turn = 0; turn < 2; turn += 1)
    expect((await school.as('singh').ask(MakeProviderKey, key)).status).toBe(200)
  const both = await open.shown('signing', id)
  const [next = ''] = await open.shown('encryption', id)
  expect(both).toEqual([first, next])
  expect(isSignedBy(await leave(layTraveler(school), id), [first])).toBe(true)
  await know(id)
  const comes = async (certificate: string) => {
    const traveler = layTraveler(school)
    there.told.twist = { seal: (xml) => sealAssertion(xml, certificate) }
    return bring(traveler, await there.respondTo(await leave(traveler, id)), id)
  }
  expect([await comes(first), await comes(next)]).toEqual([arrived, arrived])

  const use = { params: { id: key.params.id } }
  expect((await school.as('rivera').ask(SwitchProviderKey, use)).code).toBe('not_found')
  for (let turn = 0; turn < 2; turn += 1)
    expect((await school.as('singh').ask(SwitchProviderKey, use)).status).toBe(200)
  expect(await open.shown('signing', id)).toEqual([next])
  expect(isSignedBy(await leave(layTraveler(school), id), [next])).toBe(true)
  // whoever has not followed yet still encrypts to the old one
  expect([await comes(first), await comes(next)]).toEqual([arrived, arrived])
  await know(open.id)
})

test('with a changed server secret nothing can be signed or opened, and that is said', async () => {
  const { school, leave } = open
  const id = await open.add({ name: 'Lost', signsRequests: true })
  const { ground } = school.program
  const before = ground.secret
  try {
    ground.secret = 'another secret of this server, just as long as it must be'
    expect((await layTraveler(school).go(`/door/${id}`)).to).toBe('/sign-in?refused=provider_away')
    expect((await tried(id)).problem).toBe('no_key')
  } finally {
    ground.secret = before
  }
  expect(isSignedBy(await leave(layTraveler(school), id), await open.shown('signing', id))).toBe(true)
})

test('what is not saved yet shows no key, and another district has no say over one', async () => {
  expect(await open.shown('signing', newId())).toEqual([])
  const key = { params: { id: newId() }, body: { providerId: open.id } }
  expect((await open.school.as('marsh').ask(MakeProviderKey, key)).code).toBe('not_found')
})
