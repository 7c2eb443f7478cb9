/** A text taken apart into what people count: sentences, and in them words. Put together again it is the same text. */

/** A word or a mark, and the space that follows it. */
export type Token = { word: string; space: string }

/** Split wherever a mark or a line ends one, also before a small letter: children do not always write large ones. */
export function sentencesIn(text: string): string[] {
  const sentences: string[] = []
  let begun = 0
  // forwards only: looking back from every place would take for ever on a text of nothing but spaces
  for (const end of text.matchAll(sentenceEnd)) {
    const place = end.index + end[0].length
    const sentence = text.slice(begun, place)
    if (sentence.trim() === '' && sentences.length > 0) sentences.push(`${sentences.pop()}${sentence}`)
    else sentences.push(sentence)
    begun = place
  }
  if (begun < text.length) sentences.push(text.slice(begun))
  return sentences
}

const sentenceEnd = /[.!?…]["'”’»)]*\s+|[。！？][」』”’]*|\n\s*/gu

/** Words as a dictionary would have them, also in scripts without spaces; marks are tokens of their own. */
export function tokensIn(text: string, locale: string): Token[] {
  const tokens: Token[] = []
  for (const segment of wordSegmentsOf(text, locale)) {
    const last = tokens.at(-1)
    if (segment.trim() !== '') tokens.push({ word: segment, space: '' })
    else if (last) last.space += segment
    else tokens.push({ word: '', space: segment })
  }
  return tokens
}

/** What a piece of text is compared by: a line broken elsewhere or another way to store é is no change. */
export const sameness = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

export const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Paragraphs, each with the line ends after it. */
export function paragraphsIn(text: string): string[] {
  return text.match(/[^\n]*\n+|[^\n]+$/g) ?? []
}

/** Where words follow each other without spaces. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

export const isSpaced = (text: string): boolean => !unspaced.test(text)

/** For browsers without Intl.Segmenter: by marks and spaces, and sign by sign where there are none. */
const plainWord =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*|[^\s\p{L}\p{N}]/gu

/** Making one takes longer than using it. */
const segmenters = new Map<string, Intl.Segmenter>()

function wordSegmentsOf(text: string, locale: string): string[] {
  if (!('Segmenter' in Intl)) return text.match(plainWord) ?? []
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
