import { pageAt, type Turns, writeTimed } from './walkthrough.ts'

/** What is said, page by page, made into captions: its learner knows the words, the recording knows the times. */
const longestLine = 84

type Span = { start: number; end: number }

/** Each page’s words are spread over the time it is spoken about, a sentence or two at once, by their length. */
export function captionsOf(turns: Turns, words: readonly string[], seconds: number): string {
  const cues = words.flatMap((text, page) => {
    const spans = spansOf(turns, page, seconds)
    const whole = spans.reduce((sum, { start, end }) => sum + end - start, 0)
    const lines = linesOf(text)
    const signs = lines.join('').length
    let before = 0
    return lines.flatMap((line) => {
      const from = momentAt(spans, (whole * before) / signs)
      before += line.length
      const to = momentAt(spans, (whole * before) / signs)
      if (!from || !to) return []
      return [{ start: from.second, end: Math.min(to.second, from.span.end), text: line }]
    })
  })
  const sorted = cues
    .filter(({ start, end }) => end > start)
    .toSorted((one, other) => one.start - other.start)
  return writeTimed(sorted)
}

/** The words of each page again, for whoever corrects them. */
export function wordsByPage(turns: Turns, captions: string): string[] {
  const words: string[] = []
  for (const [, hours, minutes, seconds, text] of captions.matchAll(cue)) {
    const page = pageAt(turns, Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + 0.001)
    words[page] = [words[page], plain(text ?? '')].filter(Boolean).join(' ')
  }
  return words
}

const cue = /^(\d+):(\d\d):(\d\d\.\d+) --> .*\n((?:.+\n?)*)/gm
const plain = (text: string) =>
  text.trim().replaceAll('\n', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function spansOf(turns: Turns, page: number, seconds: number): Span[] {
  return turns.marks.flatMap((start, at) => {
    const end = turns.marks[at + 1] ?? Math.max(seconds, start + 1)
    return pageAt(turns, start) === page && end > start ? [{ start, end }] : []
  })
}

function momentAt(spans: readonly Span[], after: number): { second: number; span: Span } | undefined {
  let left = after
  for (const span of spans) {
    const length = span.end - span.start
    if (left < length || span === spans.at(-1)) return { second: span.start + Math.min(left, length), span }
    left -= length
  }
  return undefined
}

/** Sentences, and long ones in pieces, as somebody can read them while listening. */
function linesOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\s*\n+\s*/)
  return sentences
    .flatMap((sentence) =>
      sentence.split(/\s+/).reduce<string[]>((lines, word) => {
        const longer = [lines.at(-1), word].filter(Boolean).join(' ')
        return lines.length > 0 && longer.length <= longestLine
          ? [...lines.slice(0, -1), longer]
          : [...lines, word]
      }, []),
    )
    .filter(Boolean)
}
