import { expect, test } from 'vitest'
import { entraIssuer, isOfDistrict, issuerOf, subjectOf } from './provider.ts'

const iss = 'https://id.example'

test('at Entra somebody is known by what stays the same from one application to the next, and by nothing else', () => {
  expect(subjectOf('entra', { iss, sub: 's', oid: 'o' })).toBe('o')
  for (const oid of [undefined, '', 7]) expect(subjectOf('entra', { iss, sub: 's', oid })).toBeUndefined()
  expect(subjectOf('google', { iss, sub: 's', oid: 'o' })).toBe('s')
})

test('the issuer of Google and Entra is theirs, whatever was typed', () => {
  const typed = { issuer: 'https://evil.example', tenant: 'ABC' }
  expect(issuerOf('google', typed)).toBe('https://accounts.google.com')
  expect(issuerOf('entra', typed)).toBe(entraIssuer('abc'))
})

test('a private Google account, which names no domain, and a guest of another tenant are not the district’s', () => {
  const google = { domains: ['sd.example'], tenant: null }
  const entra = { domains: [], tenant: '0e1f' }
  expect(isOfDistrict(google, { iss, sub: 's', email: 'x@sd.example' })).toBe(false)
  expect(isOfDistrict(google, { iss, sub: 's', hd: 'sd.example.evil.example' })).toBe(false)
  expect(isOfDistrict(google, { iss, sub: 's', hd: 'SD.example' })).toBe(true)
  expect(isOfDistrict(entra, { iss, sub: 's' })).toBe(false)
  expect(isOfDistrict(entra, { iss, sub: 's', tid: '0E1F' })).toBe(true)
})
