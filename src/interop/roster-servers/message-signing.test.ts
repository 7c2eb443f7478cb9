import { expect, test } from 'vitest'
import { baseString, signatureOf, signedHeader, type SigningMethod } from './message-signing.ts'

/** Those that are published: RFC 5849 3.4.1.1 and 1.2, OAuth Core 1.0 appendix A.5, and what others computed of the first. */
const rfc = {
  oauth_consumer_key: '9djdj82h48djs9d2',
  oauth_token: 'kkk9d7dh3k39sjv7',
  oauth_signature_method: 'HMAC-SHA1',
  oauth_timestamp: '137131201',
  oauth_nonce: '7d8f3e4a',
}
const rfcBase = baseString('POST', new URL('http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b'), [
  ...Object.entries(rfc),
  ['c2', ''],
  ['a3', '2 q'],
])
const photos = new URL('http://photos.example.net/photos?file=vacation.jpg&size=original')
const photo = (nonce: string, seconds: string, more: [string, string][] = []) =>
  baseString('GET', photos, [
    ['oauth_consumer_key', 'dpf43f3p2l4k3l03'],
    ['oauth_token', 'nnch734d00sl2jdk'],
    ['oauth_nonce', nonce],
    ['oauth_timestamp', seconds],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ...more,
  ])

test('what is signed is spelled as the specification spells it', () => {
  expect(rfcBase).toBe(
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  )
})

test.each<[SigningMethod, string, string, string, string]>([
  [
    'HMAC-SHA1',
    photo('chapoH', '137131202'),
    'kd94hf93k423kf44',
    'pfkkdhi9sl3r4s00',
    'MdpQcU8iPSUjWoN/UDMsK2sui9I=',
  ],
  [
    'HMAC-SHA1',
    photo('kllo9940pd9333jh', '1191242096', [['oauth_version', '1.0']]),
    'kd94hf93k423kf44',
    'pfkkdhi9sl3r4s00',
    'tR3+Ty81lMeYAr/Fid0kMTYa/WM=',
  ],
  [
    'HMAC-SHA1',
    rfcBase,
    'ECrDNoq1VYzzzzzzzzzyAK7TwZNtPnkqatqZZZZ',
    'just-a-string    asdasd',
    'wsdNmjGB7lvis0UJuPAmjvX/PXw=',
  ],
  [
    'HMAC-SHA256',
    rfcBase,
    'ECrDNoq1VYzzzzzzzzzyAK7TwZNtPnkqatqZZZZ',
    'just-a-string    asdasd',
    'wdfdHUKXHbOnOGZP8WFAWMSAmWzN3EVBWWgXGlC/Eo4=',
  ],
])('a published signature comes out: %s', (by, base, secret, tokenSecret, signature) => {
  expect(signatureOf(by, base, secret, tokenSecret)).toBe(signature)
})

test('the header names everything but the secret, and what a URL or a secret may hold is escaped', () => {
  const url = new URL("https://sis.example/ims/oneroster/v1p1/users?limit=10&filter=dateLastModified>'2026'")
  const header = signedHeader('GET', url, {
    by: 'HMAC-SHA256',
    clientId: 'a key!',
    secret: 's+/=&',
    nonce: 'n',
    seconds: 7,
  })
  expect(header).toMatch(/^OAuth oauth_consumer_key="a%20key%21", oauth_nonce="n"/)
  const base = baseString('GET', url, [
    ['oauth_consumer_key', 'a key!'],
    ['oauth_nonce', 'n'],
    ['oauth_signature_method', 'HMAC-SHA256'],
    ['oauth_timestamp', '7'],
    ['oauth_version', '1.0'],
  ])
  expect(base).toContain('filter%3DdateLastModified%253E%25272026%2527')
  expect(header).toContain(
    `oauth_signature="${encodeURIComponent(signatureOf('HMAC-SHA256', base, 's+/=&'))}"`,
  )
  expect(header).not.toContain('s%2B')
})
