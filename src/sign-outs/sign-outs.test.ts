import { randomUUID } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { signXml } from '@node-saml/node-saml/lib/xml.js'
import { beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '../../test/support/own-certificate.ts'
import { isSignedBy, sealElement, signAddress, signEnvelope } from '../../test/support/saml-sealing.ts'
import { arrived, minutesAgo, laySamlSchool, refused, rivera } from '../../test/support/saml-traveling.ts'
import { idOf } from '../../test/support/school.ts'
import { layTraveler, leaveHere, type Traveler } from '../../test/support/traveling.ts'

const open = laySamlSchool(({ entityId }) => ({ name: 'Leaves', signOutAt: `${entityId}/slo` }))
let id: string
let ours: string[]
let here: string
let another: string
beforeAll(async () => {
  id = open.id
  another = await open.add({ name: 'Another' })
  ours = await open.shown('signing')
  here = `http://localhost:4000/door/${id}/sign-out`
})

/** Comes in from there, as one visit of somebody. */
async function comeIn(visit: string): Promise<Traveler> {
  const traveler = layTraveler(open.school)
  open.there.told.who = { ...rivera, visit }
  const response = await open.there.respondTo(await open.leave(traveler, id))
  expect(await open.bring(traveler, response, id)).toBe(arrived)
  return traveler
}

type Twist = { [part: string]: string | undefined }
function requestOf(twist: Twist = {}, visits: string[] = []): string {
  const said = {
    ID: `_${randomUUID()}`,
    IssueInstant: minutesAgo(0),
    Destination: here,
    NotOnOrAfter: minutesAgo(-5),
    issuer: open.there.entityId,
    name: '<saml:NameID>r-1</saml:NameID>',
    ...twist,
  }
  const { issuer, name, ...attributes } = said
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${value}"`,
  )
  return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0"${written.join('')}><saml:Issuer>${issuer}</saml:Issuer>${name}${visits.map((one) => `<samlp:SessionIndex>${one}</samlp:SessionIndex>`).join('')}</samlp:LogoutRequest>`
}

const byAddress = async (query: string) =>
  (await layTraveler(open.school).go(`/door/${id}/sign-out?${query}`)).to
async function byForm(fields: { [field: string]: string }): Promise<string> {
  const answer = await open.school.program.app.inject({
    method: 'POST',
    url: `/door/${id}/sign-out`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: new URLSearchParams(fields).toString(),
  })
  return answer.headers.location ?? ''
}
const formOf = (xml: string) => ({ SAMLRequest: Buffer.from(xml).toString('base64') })
const root = { root: 'LogoutRequest' }
const isIn = async (traveler: Traveler) => (await open.whoIs(traveler)) === idOf('rivera')

test('a provider ends the visit that it names, and answers are signed and go back with what they came with', async () => {
  const [one, two] = [await comeIn('v-1'), await comeIn('v-2')]
  const back = new URL(await byAddress(signAddress(requestOf({}, ['v-1']), open.there, { relay: 'r & 1' })))
  expect([await isIn(one), await isIn(two)]).toEqual([false, true])
  expect([back.origin + back.pathname, back.searchParams.get('RelayState')]).toEqual([
    `${open.there.entityId}/slo`,
    'r & 1',
  ])
  expect(isSignedBy(back, ours)).toBe(true)
  const answer = inflateRawSync(Buffer.from(back.searchParams.get('SAMLResponse') ?? '', 'base64')).toString()
  expect(answer).toContain('status:Success')
})

test('without a visit all of that name’s end, by a form too, and nobody else’s', async () => {
  const [one, two] = [await comeIn('v-3'), await comeIn('v-4')]
  const password = await open.school.as('rivera').cookie()
  await byForm(formOf(signEnvelope(requestOf(), open.there, root)))
  expect([await isIn(one), await isIn(two)]).toEqual([false, false])
  // who came by a password did not come from there
  const me = await open.school.program.app.inject({
    method: 'GET',
    url: '/api/me',
    headers: { cookie: password },
  })
  expect(me.statusCode).toBe(200)
})

test('a name that is encrypted to us is opened', async () => {
  const one = await comeIn('v-5')
  const [certificate = ''] = await open.shown('encryption')
  const plain = '<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">r-1</saml:NameID>'
  const name = `<saml:EncryptedID>${await sealElement(plain, certificate)}</saml:EncryptedID>`
  await byAddress(signAddress(requestOf({ name }), open.there))
  expect(await isIn(one)).toBe(false)
})

test('by a form, what is signed is signed over a digest that still holds', async () => {
  const signedOver = (digestAlgorithm: 'sha1' | 'sha256') =>
    signXml(
      requestOf(),
      '/*',
      { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
      { privateKey: open.there.privatePem, signatureAlgorithm: 'sha256', digestAlgorithm },
    )
  const one = await comeIn('v-10')
  expect([await byForm(formOf(signedOver('sha1'))), await isIn(one)]).toEqual([refused, true])
  expect(await byForm(formOf(signedOver('sha256')))).toContain('SAMLResponse')
  expect(await isIn(one)).toBe(false)
})

const other = makeCertificate()
const sha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
test.each<[string, () => Promise<string>]>([
  ['that is not signed', () => byAddress(signAddress(requestOf(), open.there).replace(/&SigAlg.*/, ''))],
  [
    'with a signature left out',
    () => byAddress(signAddress(requestOf(), open.there).replace(/&Signature.*/, '')),
  ],
  ['signed by another', () => byAddress(signAddress(requestOf(), other))],
  ['signed with SHA-1', () => byAddress(signAddress(requestOf(), open.there, { algorithm: sha1 }))],
  [
    'with another carried along',
    () =>
      byAddress(`${signAddress(requestOf(), open.there)}&${signAddress(requestOf(), other).split('&')[0]}`),
  ],
  [
    'with a relay that was not signed',
    () => byAddress(`${signAddress(requestOf(), open.there)}&RelayState=x`),
  ],
  ['too large to be one', () => byAddress(signAddress(requestOf().padEnd(3_000_000), open.there))],
  ['by a form, not signed', () => byForm(formOf(requestOf()))],
  ['by a form, signed by another', () => byForm(formOf(signEnvelope(requestOf(), other, root)))],
  [
    'by a form, touched',
    () =>
      byForm(
        formOf(
          signEnvelope(requestOf({ name: '<saml:NameID>x</saml:NameID>' }), open.there, root).replace(
            '>x<',
            '>r-1<',
          ),
        ),
      ),
  ],
  [
    'by a form, wrapped',
    () => {
      const signed = signEnvelope(requestOf({ name: '<saml:NameID>x</saml:NameID>' }), open.there, root)
      return byForm(formOf(requestOf().replace('</samlp:LogoutRequest>', `${signed}</samlp:LogoutRequest>`)))
    },
  ],
  ['with a document type', () => byAddress(signAddress(`<!DOCTYPE r>${requestOf()}`, open.there))],
  [
    'of another issuer',
    () => byAddress(signAddress(requestOf({ issuer: 'https://elsewhere.example' }), open.there)),
  ],
  [
    'for another',
    () => byAddress(signAddress(requestOf({ Destination: 'https://elsewhere.example' }), open.there)),
  ],
  [
    'for nobody in particular',
    () => byAddress(signAddress(requestOf({ Destination: undefined }), open.there)),
  ],
  ['that has run out', () => byAddress(signAddress(requestOf({ NotOnOrAfter: minutesAgo(2) }), open.there))],
  [
    'that was kept for long',
    () => byAddress(signAddress(requestOf({ IssueInstant: minutesAgo(10) }), open.there)),
  ],
  ['that says no time', () => byAddress(signAddress(requestOf({ IssueInstant: undefined }), open.there))],
  ['of nobody', () => byAddress(signAddress(requestOf({ name: '' }), open.there))],
  [
    'of two',
    () =>
      byAddress(
        signAddress(
          requestOf({ name: '<saml:NameID>r-1</saml:NameID><saml:NameID>x</saml:NameID>' }),
          open.there,
        ),
      ),
  ],
  [
    'with a comment in the name',
    () => byAddress(signAddress(requestOf({ name: '<saml:NameID>r-1<!-- -->x</saml:NameID>' }), open.there)),
  ],
  ['that is none', () => byAddress('SAMLRequest=x&SigAlg=y&Signature=z')],
])('a request to leave %s ends nothing', async (_what, send) => {
  const one = await comeIn('v-6')
  expect([await send(), await isIn(one)]).toEqual([refused, true])
})

test('a request counts once, and is no other provider’s', async () => {
  const one = signAddress(requestOf(), open.there)
  expect(await byAddress(one)).toContain('SAMLResponse')
  const again = await comeIn('v-7')
  expect([await byAddress(one), await isIn(again)]).toEqual([refused, true])
  const elsewhere = await layTraveler(open.school).go(
    `/door/${another}/sign-out?${signAddress(requestOf(), open.there)}`,
  )
  expect([elsewhere.to, await isIn(again)]).toEqual([refused, true])
})

test('who signs out here is out at once, is offered to leave there too, and reads what came of it', async () => {
  const one = await comeIn('v-8')
  const way = (await leaveHere(open.school, one)) ?? ''
  expect(await isIn(one)).toBe(false)
  const offer = (await one.go(way)).body
  expect(offer).toContain('You came in by “Leaves” and are still signed in there')
  const link = /href="(\/door\/[^"]*leave\?[^"]*)"/.exec(offer)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const away = new URL((await one.go(link)).to)
  expect(isSignedBy(away, ours)).toBe(true)
  const asked = inflateRawSync(Buffer.from(away.searchParams.get('SAMLRequest') ?? '', 'base64')).toString()
  expect(asked).toMatch(/>r-1<\/saml:NameID>[\s\S]*SessionIndex[^>]*>v-8</)

  const inResponseTo = /ID="([^"]*)"/.exec(asked)?.[1] ?? ''
  const answerOf = (to: string, status = 'Success') =>
    `<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" Version="2.0" IssueInstant="${minutesAgo(0)}" Destination="${here}" InResponseTo="${to}"><saml:Issuer>${open.there.entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status></samlp:LogoutResponse>`
  const relay = away.searchParams.get('RelayState') ?? ''
  const readAt = async (traveler: Traveler, xml: string, said = relay, by = open.there) => {
    const address = await byAddress(signAddress(xml, by, { as: 'SAMLResponse', relay: said }))
    return address.includes('/left?') ? (await traveler.go(address)).body : address
  }
  const kept = one.cookies.get('cairn-leaving') ?? ''
  const again = (xml: string, said?: string) => {
    one.cookies.set('cairn-leaving', kept)
    return readAt(one, xml, said)
  }
  expect(await readAt(layTraveler(open.school), answerOf(inResponseTo))).toContain('did not say')
  expect(await again(answerOf('_another'))).toContain('did not say')
  expect(await again(answerOf(inResponseTo), 'another')).toContain('did not say')
  expect(await again(answerOf(inResponseTo, 'Responder'))).toContain('did not say')
  expect(await readAt(one, answerOf(inResponseTo), relay, { ...open.there, ...other })).toBe(refused)
  expect(await again(answerOf(inResponseTo))).toContain('signed out at your district’s sign-in too')
})

test('nothing is offered where nothing can be left, and a ticket is good for ten minutes and its own provider', async () => {
  const { school } = open
  const signed = { cookies: new Map([['cairn', (await school.as('rivera').cookie()).replace('cairn=', '')]]) }
  expect(await leaveHere(open.school, signed)).toBeNull()
  const one = await comeIn('v-9')
  const way = (await leaveHere(open.school, one)) ?? ''
  expect(await leaveHere(open.school, one)).toBeNull()
  expect((await one.go(way.replace(id, another))).to).toBe('/sign-in')
  school.clock.now = new Date(Date.now() + 11 * 60_000)
  expect((await one.go(way)).to).toBe('/sign-in')
  const late = await one.go(way.replace('leaving', 'leave'))
  expect(late.to).toBe(`/door/${id}/left`)
  expect((await one.go(late.to)).body).toContain('close every window of the browser')
})

test('whoever is still in is not told that they are out', async () => {
  const one = await comeIn('v-11')
  expect((await one.go(`/door/${id}/left?ended`)).to).toBe('/')
  await leaveHere(open.school, one)
  expect((await one.go(`/door/${id}/left?ended`)).body).toContain('Cairn has signed you out as well')
})
