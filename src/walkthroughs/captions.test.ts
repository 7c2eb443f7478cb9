import { expect, test } from 'vitest'
import { readCaptions } from '../media/captions.ts'
import { captionsOf, wordsByPage } from './captions.ts'

const turns = { marks: [0, 10, 30, 40], pages: [0, 1, 0, 2] }

test('what was written for each page is read while it is spoken about, and never while another is', () => {
  const captions = captionsOf(turns, ['One. Two & <three>.', 'Four.', ''], 50)
  const cues = readCaptions(captions) ?? []
  expect(cues.map(({ text }) => text).toSorted()).toEqual(['Four.', 'One.', 'Two & <three>.'])
  for (const { start, end, text } of cues) {
    const own =
      text === 'Four.'
        ? [[10, 30]]
        : [
            [0, 10],
            [30, 40],
          ]
    expect([text, own.some(([from = 0, to = 0]) => start >= from && end <= to)]).toEqual([text, true])
  }
})
test('a page’s words come back as they were written, long ones too', () => {
  const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
  const words = ['Hello.', long, 'What do you <think> & why?']
  expect(wordsByPage(turns, captionsOf(turns, words, 55))).toEqual(words)
  for (const { text } of readCaptions(captionsOf(turns, words, 55)) ?? [])
    expect(text.length).toBeLessThanOrEqual(84)
})

test('nothing written is no captions, and a page nobody spoke about has none', () => {
  expect(readCaptions(captionsOf(turns, [], 50))).toBeUndefined()
  expect(captionsOf(turns, ['', '', '', 'never shown'], 50)).not.toContain('never')
})
