import { expect, test } from 'vitest'
import { type Media, picturesOf, playableIn, sayBytes } from './media-view-renditions.ts'

const media = (renditions: Partial<Media['renditions'][number]>[]): Media =>
  ({ renditions }) as unknown as Media

test('pictures come smallest first, and neither a download nor a film is one', () => {
  const pictures = picturesOf(
    media([
      { name: 'full', type: 'video/mp4', width: 1600, height: 900, address: '/film' },
      { name: 'screen', type: 'image/webp', width: 1600, height: 900, address: '/screen' },
      { name: 'download', type: 'image/png', width: 4000, height: 3000, address: '/download' },
      { name: 'small', type: 'image/webp', width: 480, height: 270, address: '/small' },
    ]),
  )
  expect(pictures.map(({ url }) => url)).toEqual(['/small', '/screen'])
})

test('what has no size cannot be drawn', () => {
  expect(
    picturesOf(media([{ name: 'full', type: 'audio/mp4', width: null, height: null, address: '/song' }])),
  ).toEqual([])
})

test('a file is as large as the language says it', () => {
  expect(sayBytes('en', 2_400_000)).toBe('2.4 MB')
  expect(sayBytes('en', 31_000_000_000)).toBe('31 GB')
  expect(sayBytes('fr', 2_400_000)).toMatch(/^2,4\sMo$/)
  expect(sayBytes('en', 12)).toBe('1 kB')
  expect(sayBytes('en', 48_600_000)).toBe('49 MB')
})

test('a player tries the size that fits the place first, and the file as it came only when there is no other', () => {
  const film = (names: string[]) =>
    media(names.map((name) => ({ name, type: 'video/mp4', address: name }) as never))
  const order = (names: string[], place = {}) =>
    playableIn(film(names), { narrow: false, sparing: false, ...place }).map(({ address }) => address)
  expect(order(['low', 'medium', 'full', 'download'])).toEqual(['full', 'medium', 'low'])
  expect(order(['low', 'medium', 'full'], { narrow: true })).toEqual(['medium', 'low', 'full'])
  expect(order(['low', 'full'], { sparing: true })).toEqual(['low', 'full'])
  expect(order(['download'])).toEqual(['download'])
})
