import { expect, test } from 'vitest'
import type { SamlTwist } from '../../test/support/own-saml-provider.ts'
import { minutesAgo, laySamlSchool, refused, rivera } from '../../test/support/saml-traveling.ts'

const open = laySamlSchool()

const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/
const assertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/
const evil = (xml: string) =>
  (assertion.exec(xml)?.[0] ?? '')
    .replace(signature, '')
    .replace(/ID="[^"]*"/, 'ID="_evil"')
    .replace('>r-1<', '>r-2<')
const wrapped = (xml: string, how: (genuine: string, false_: string) => string) =>
  xml.replace(assertion, (genuine) => how(genuine, evil(xml)))

test.each<[string, () => SamlTwist]>([
  ['for another audience', () => ({ said: { Audience: 'https://elsewhere.example' } })],
  [
    'for nobody in particular',
    () => ({
      template: (xml) => xml.replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, ''),
    }),
  ],
  [
    'without conditions',
    () => ({ template: (xml) => xml.replace(/<saml:Conditions.*<\/saml:Conditions>/, '') }),
  ],
  ['for another destination', () => ({ said: { Destination: 'https://elsewhere.example/saml' } })],
  ['for another recipient', () => ({ said: { SubjectRecipient: 'https://elsewhere.example/saml' } })],
  ['without a recipient', () => ({ template: (xml) => xml.replace(' Recipient="{SubjectRecipient}"', '') })],
  ['in answer to another question', () => ({ said: { InResponseTo: '_of_somebody_else' } })],
  [
    'in answer to no question',
    () => ({ template: (xml) => xml.replaceAll(' InResponseTo="{InResponseTo}"', '') }),
  ],
  [
    'whose signed part answers no question',
    () => ({
      template: (xml) =>
        xml.replace(
          'Recipient="{SubjectRecipient}" InResponseTo="{InResponseTo}"',
          'Recipient="{SubjectRecipient}"',
        ),
    }),
  ],
  ['that has run out', () => ({ said: { ConditionsNotOnOrAfter: minutesAgo(2) } })],
  [
    'whose confirmation has run out',
    () => ({ said: { SubjectConfirmationDataNotOnOrAfter: minutesAgo(2) } }),
  ],
  [
    'whose confirmation never ends',
    () => ({ template: (xml) => xml.replace(' NotOnOrAfter="{SubjectConfirmationDataNotOnOrAfter}"', '') }),
  ],
  ['that is not valid yet', () => ({ said: { ConditionsNotBefore: minutesAgo(-10) } })],
  ['of another issuer', () => ({ said: { Issuer: 'https://elsewhere.example' } })],
  [
    'that nobody is confirmed by bearing',
    () => ({ template: (xml) => xml.replace('cm:bearer', 'cm:sender-vouches') }),
  ],
  [
    'without a sign-in',
    () => ({ template: (xml) => xml.replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, '') }),
  ],
  [
    'that says it failed',
    () => ({
      said: { StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Responder' },
      after: (xml) => xml.replace(/<saml:Assertion.*<\/saml:Assertion>/, ''),
    }),
  ],
  ['signed with another key', () => ({ wrongKey: true })],
  ['signed with SHA-1', () => ({ algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })],
  ['that is not signed', () => ({ after: (xml) => xml.replace(signature, '') })],
  ['touched after it was signed', () => ({ after: (xml) => xml.replace('>r-1<', '>r-2<') })],
  [
    'wrapped: a false one before the true one',
    () => ({ after: (xml) => wrapped(xml, (genuine, false_) => false_ + genuine) }),
  ],
  [
    'wrapped: a false one after the true one',
    () => ({ after: (xml) => wrapped(xml, (genuine, false_) => genuine + false_) }),
  ],
  [
    'wrapped: the true one within the false one',
    () => ({
      after: (xml) =>
        wrapped(xml, (genuine, false_) => false_.replace('</saml:Assertion>', `${genuine}</saml:Assertion>`)),
    }),
  ],
  [
    'wrapped: the true one in an extension',
    () => ({
      after: (xml) =>
        wrapped(xml, (genuine, false_) => `<samlp:Extensions>${genuine}</samlp:Extensions>${false_}`),
    }),
  ],
  [
    'wrapped: the true one within the signature of the false one',
    () => ({
      after: (xml) =>
        wrapped(xml, (genuine, false_) => {
          const [seal = ''] = signature.exec(genuine) ?? []
          const inside = seal.replace(
            '</ds:Signature>',
            `<ds:Object>${genuine.replace(signature, '')}</ds:Object></ds:Signature>`,
          )
          return false_.replace('</saml:Issuer>', `</saml:Issuer>${inside}`)
        }),
    }),
  ],
  ['with a comment in the name', () => ({ template: (xml) => xml.replace('{NameID}', 'r-1<!-- -->x') })],
  ['with an instruction in the name', () => ({ template: (xml) => xml.replace('{NameID}', 'r-1<?x y?>x') })],
  [
    'with a second list of what is signed',
    () => ({
      after: (xml) =>
        xml.replace(/<ds:SignedInfo>[\s\S]*<\/ds:SignedInfo>/, (one) => one + one).replace('>r-1<', '>r-2<'),
    }),
  ],
  ['with a document type', () => ({ after: (xml) => `<!DOCTYPE r [<!ENTITY x "r-1">]>${xml}` })],
  [
    'with an entity from a file',
    () => ({
      after: (xml) =>
        `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('>r-1<', '>&x;<')}`,
    }),
  ],
  [
    'with two subjects',
    () => ({ template: (xml) => xml.replace(/<saml:Subject>.*<\/saml:Subject>/, (one) => one + one) }),
  ],
  ['of nobody', () => ({ said: { NameID: '' } })],
  ['named by an address', () => ({ said: { NameID: 'rivera@sd.example' } })],
  [
    'named for this visit only',
    () => ({ said: { NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' } }),
  ],
  [
    'named as an address',
    () => ({ said: { NameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' } }),
  ],
])('an assertion %s lets nobody in', async (_what, twist) => {
  const { to, traveler } = await open.travel(rivera, twist())
  expect([to, await open.whoIs(traveler)]).toEqual([refused, 'not_signed_in'])
})

test('an answer of beginnings without an end is refused at once, and keeps nobody else waiting', async () => {
  const began = performance.now()
  const many = Buffer.from('<EncryptedAssertion '.repeat(19_000)).toString('base64')
  expect(await open.post(many)).toBe(refused)
  expect(performance.now() - began).toBeLessThan(1_500)
})
