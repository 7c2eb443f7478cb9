import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCaptions, wordsOf, writeCaptions } from './captions.ts'

const webvtt = `\uFEFFWEBVTT - my bridge\r
\r
STYLE\r
::cue { background: url(https://elsewhere.example/who) }\r
\r
NOTE recorded at home\r
\r
intro\r
00:01.000 --> 00:02.500 align:start position:10%\r
<v Mika>It <b>holds</b> &amp; bends.</v>\r
- Really?\r
\r
01:00:00.000 --> 01:00:01.000\r
2 &lt; 3\r
`

test('times and words are kept; looks, notes, speakers and addresses are not', () => {
  const cues = readCaptions(webvtt) ?? []
  expect(cues).toEqual([
    { start: 1, end: 2.5, text: 'It holds & bends.\n- Really?' },
    { start: 3600, end: 3601, text: '2 < 3' },
  ])
  expect(writeCaptions(cues)).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nIt holds &amp; bends.\n- Really?\n\n' +
      '01:00:00.000 --> 01:00:01.000\n2 &lt; 3\n',
  )
  expect(wordsOf(webvtt)).toBe('It holds & bends.\n- Really?\n2 < 3')
})

test('SubRip, which many tools write, is understood', () => {
  expect(
    readCaptions('1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nYou\n'),
  ).toEqual([
    { start: 1, end: 2, text: 'Hello' },
    { start: 3, end: 4, text: 'You' },
  ])
})

test.each([
  ['words alone', 'Hello'],
  ['a header alone', 'WEBVTT'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a header that goes on', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nx'],
  ['time running backwards', 'WEBVTT\n\n00:02.000 --> 00:01.000\nx'],
  ['sixty-one seconds', 'WEBVTT\n\n00:61.000 --> 01:62.000\nx'],
  ['one good line and one bad', 'WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\nand then'],
  ['too many lines', `WEBVTT\n\n${'00:01.000 --> 00:02.000\nx\n\n'.repeat(5001)}`],
])('%s is no captions', (_, source) => {
  expect(readCaptions(source)).toBeUndefined()
})

test('whatever is said is read back as it was written', () => {
  const cue = fc.record({
    start: fc.integer({ min: 0, max: 9_000_000 }),
    long: fc.integer({ min: 1, max: 60_000 }),
    text: fc.stringMatching(/^[a-zé<>&-]+(\n[a-zé<>&-]+)?$/),
  })
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 20 }), (said) => {
      const cues = said.map(({ start, long, text }) => ({
        start: start / 1000,
        end: (start + long) / 1000,
        text,
      }))
      expect(readCaptions(writeCaptions(cues))).toEqual(cues)
    }),
  )
})
