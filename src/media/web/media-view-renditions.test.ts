import { expect, test } from 'vitest'
import { type Media, picturesOf, sayBytes } from './media-view-renditions.ts'

const media = (renditions: Partial<Media['renditions'][number]>[]): Media =>
  ({ renditions }) as unknown as Media

test('pictures come smallest first, and a download is none', () => {
  const pictures = picturesOf(
    media([
      { name: 'screen', width: 1600, height: 900, address: '/screen' },
      { name: 'download', width: 4000, height: 3000, address: '/download' },
      { name: 'small', width: 480, height: 270, address: '/small' },
    ]),
  )
  expect(pictures.map(({ url }) => url)).toEqual(['/small', '/screen'])
})

test('what has no size cannot be drawn', () => {
  expect(picturesOf(media([{ name: 'full', width: null, height: null, address: '/song' }]))).toEqual([])
})

test('a file is as large as the language says it', () => {
  expect(sayBytes('en', 2_400_000)).toBe('2.4 MB')
  expect(sayBytes('fr', 2_400_000)).toMatch(/^2,4\sMo$/)
  expect(sayBytes('en', 12)).toBe('1 kB')
  expect(sayBytes('en', 48_600_000)).toBe('49 MB')
})
