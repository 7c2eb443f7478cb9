import { expect, test } from 'vitest'
import { doorFor, isWrittenByServer, wayBack } from './way-back.ts'

test('whoever wanted to go somewhere gets there after signing in', () => {
  const [, search = ''] = doorFor('/pieces/1?iteration=2').split('?')
  expect(wayBack(`?${search}`)).toBe('/pieces/1?iteration=2')
})

test('the first page and the door itself need no way back', () => {
  expect(doorFor('/')).toBe('/sign-in')
  expect(doorFor('/sign-in?to=%2Ftoday')).toBe('/sign-in')
  expect(wayBack('')).toBe('/')
  expect(wayBack('?to=/sign-in')).toBe('/')
})

test.each([
  ['/children', true],
  ['/children/conferences/0199', true],
  ['/children?answered=1', true],
  ['/childrens-day', false],
  ['/family', false],
])('%s is opened anew, as the app has no screen there: %s', (address, anew) => {
  expect(isWrittenByServer(wayBack(`?to=${encodeURIComponent(address)}`))).toBe(anew)
})

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '//',
  'javascript:1',
])('a link cannot lead elsewhere: %s', (wanted) => {
  expect(wayBack(`?to=${encodeURIComponent(wanted)}`)).toBe('/')
})
