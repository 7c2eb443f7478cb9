import { expect, test } from 'vitest'
import { type FilmFacts, fitted, type StreamFacts, sizesFor, uprightSize, wrapperFor } from './film.ts'

const video = (more: Partial<StreamFacts> = {}): StreamFacts => ({
  index: 0,
  kind: 'video',
  codec: 'h264',
  width: 1920,
  height: 1080,
  turn: 0,
  pixels: 'yuv420p',
  frameRate: 30,
  bitsPerSecond: 4_000_000,
  still: false,
  ...more,
})
const audio = (codec: string): StreamFacts => ({ ...video(), index: 1, kind: 'audio', codec })
const film = (streams: StreamFacts[], seconds = 60): FilmFacts => ({ seconds, streams })

test('what every browser plays is only wrapped anew', () => {
  expect(wrapperFor(film([video(), audio('aac')]))).toBe('mp4')
  expect(wrapperFor(film([video()]))).toBe('mp4')
  expect(wrapperFor(film([video({ codec: 'vp9' }), audio('opus')]))).toBe('webm')
})

test.each([
  ['what phones record to save room', film([video({ codec: 'hevc' }), audio('aac')])],
  ['ten bits a color', film([video({ pixels: 'yuv420p10le' })])],
  ['the sound of an old phone', film([video(), audio('amr_nb')])],
  ['four thousand lines', film([video({ width: 3840, height: 2160 })])],
  ['more than a school line carries', film([video({ bitsPerSecond: 60_000_000 })])],
  ['a cover picture that is no film', film([video({ still: true }), audio('mp3')])],
])('%s is encoded, or no film at all', (_, facts) => {
  expect(wrapperFor(facts)).toBeUndefined()
})

test('sizes fit the film, and a long one gets fewer', () => {
  const names = (facts: FilmFacts, wrapped: boolean) =>
    sizesFor(facts, wrapped).map(({ name, side }) => `${name} ${side}`)
  expect(names(film([video()]), true)).toEqual(['medium 720', 'low 480'])
  expect(names(film([video({ codec: 'hevc' })]), false)).toEqual(['full 1080', 'medium 720', 'low 480'])
  expect(names(film([video({ width: 640, height: 360 })]), true)).toEqual([])
  expect(names(film([video({ width: 640, height: 360, codec: 'vp8' })]), true)).toEqual(['low 480'])
  expect(names(film([video({ codec: 'hevc' })], 4 * 3600), false)).toEqual(['full 720'])
  expect(names(film([video()], 30 * 60), true)).toEqual(['low 480'])
  expect(names(film([audio('mp3')]), false)).toEqual([])
})

test('a film held upright is shown upright, and its sides stay even', () => {
  expect(uprightSize(video({ turn: 90 }))).toEqual({ width: 1080, height: 1920 })
  expect(fitted({ width: 1080, height: 1920 }, 480)).toEqual({ width: 480, height: 854 })
  expect(fitted({ width: 101, height: 75 }, 480)).toEqual({ width: 102, height: 76 })
})
