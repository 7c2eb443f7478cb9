import { diffArrays } from 'diff'
import { isSpaced, isWord, paragraphsIn, sameness, sentencesIn, type Token, tokensIn } from '../segment.ts'
import { type CountedSentence, type Pairing, pairSentences } from '../sentence-pairs.ts'

/** A stretch of text that stayed, came or went. */
export type Run = { kind: 'kept' | 'added' | 'removed'; text: string }

/** `coarse` when the texts were too long or too different to be compared word by word everywhere. */
export type Difference = { runs: Run[]; coarse: boolean }

type Sentence = CountedSentence & { key: string; tokens: () => Token[] }
type Steps = { kind: Run['kind']; before: number; after: number; count: number }[]

/** One comparison may take this long, in milliseconds; then whole paragraphs have to do. */
const patience = 1500
/** A sentence of more tokens than this is not compared word by word. */
const longestSentence = 1500
/** When less of a sentence stayed than this, old and new stand whole, one after the other. */
const readable = 0.4

/**
 * What changed between two texts, made to be read by a child: sentences are found again first, and only in a
 * sentence that is still the same sentence are single words marked. Kept and added together are the new text.
 */
export function differenceOf(earlier: string, later: string, locale: string): Difference {
  const fine = bySentences(sentencesOf(earlier, locale), sentencesOf(later, locale))
  return fine ?? byParagraphs(earlier, later)
}

function sentencesOf(text: string, locale: string): Sentence[] {
  return sentencesIn(text).map((sentence) => {
    const key = sameness(sentence)
    const tokens = () => tokensIn(sentence, locale)
    return { text: sentence, key, tokens, words: wordsOf(key, tokens) }
  })
}

/** For telling sentences apart a rough look at their words is enough, where spaces show them. */
function wordsOf(key: string, tokens: () => Token[]): string[] {
  if (isSpaced(key)) return key.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return tokens().flatMap(({ word }) => (isWord(word) ? [word.toLowerCase()] : []))
}

function bySentences(before: Sentence[], after: Sentence[]): Difference | undefined {
  const steps = stepsBetween(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    patience,
  )
  if (!steps) return undefined
  const runs: Run[] = []
  let coarse = false
  let gone: Sentence[] = []
  let come: Sentence[] = []
  const settle = () => {
    for (const pairing of pairSentences(gone, come)) {
      const found = runsOf(pairing)
      coarse ||= found.coarse
      runs.push(...found.runs)
    }
    gone = []
    come = []
  }
  for (const step of steps) {
    if (step.kind === 'removed') gone.push(...before.slice(step.before, step.before + step.count))
    else if (step.kind === 'added') come.push(...after.slice(step.after, step.after + step.count))
    else {
      settle()
      const kept = after.slice(step.after, step.after + step.count)
      runs.push({ kind: 'kept', text: kept.map(({ text }) => text).join('') })
    }
  }
  settle()
  return { runs: joined(runs), coarse }
}

function runsOf({ before, after }: Pairing<Sentence>): Difference {
  if (before && after) return inOneSentence(before, after)
  if (before) return { runs: [{ kind: 'removed', text: before.text }], coarse: false }
  return { runs: [{ kind: 'added', text: after?.text ?? '' }], coarse: false }
}

function inOneSentence(before: Sentence, after: Sentence): Difference {
  const whole: Run[] = [
    { kind: 'removed', text: before.text },
    { kind: 'added', text: after.text },
  ]
  const [old, fresh] = [before.tokens(), after.tokens()]
  if (old.length > longestSentence || fresh.length > longestSentence) return { runs: whole, coarse: true }
  const steps = stepsBetween(
    old.map(({ word }) => word.normalize('NFC')),
    fresh.map(({ word }) => word.normalize('NFC')),
    patience,
  )
  if (!steps) return { runs: whole, coarse: true }
  const told = withoutCrumbs(steps, fresh)
  const stayed = told.flatMap((step) =>
    step.kind === 'kept' ? fresh.slice(step.after, step.after + step.count) : [],
  )
  const share = lettersIn(stayed) / Math.max(1, lettersIn(old), lettersIn(fresh))
  return { runs: share < readable ? whole : runsOfTokens(told, old, fresh), coarse: false }
}

const lettersIn = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, { word }) => sum + (isWord(word) ? word.length : 0), 0)

/** A lone short word between two changes reads worse than one longer change. */
function withoutCrumbs(steps: Steps, fresh: readonly Token[]): Steps {
  const shortest = fresh.every(({ word }) => isSpaced(word)) ? 3 : 0
  const isCrumb = ({ kind, after, count }: Steps[number], place: number) =>
    kind === 'kept' &&
    place > 0 &&
    place < steps.length - 1 &&
    lettersIn(fresh.slice(after, after + count)) <= shortest
  return steps.flatMap(
    (step, place): Steps =>
      isCrumb(step, place)
        ? [
            { ...step, kind: 'removed' },
            { ...step, kind: 'added' },
          ]
        : [step],
  )
}

/** Of neighbouring changes what went stands before what came, and every word keeps a space beside it. */
function runsOfTokens(steps: Steps, old: readonly Token[], fresh: readonly Token[]): Run[] {
  const runs: Run[] = []
  let removed = ''
  let added = ''
  const settle = () => {
    const crowded = /\S$/.test(runs.at(-1)?.text ?? ' ') && isWord(removed.slice(0, 1)) && isSpaced(removed)
    if (removed !== '') runs.push({ kind: 'removed', text: crowded ? ` ${removed}` : removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const step of steps) {
    const tokens = step.kind === 'removed' ? old.slice(step.before) : fresh.slice(step.after)
    const text = tokens
      .slice(0, step.count)
      .map(({ word, space }) => word + space)
      .join('')
    if (step.kind === 'removed') removed += text
    else if (step.kind === 'added') added += text
    else {
      settle()
      runs.push({ kind: 'kept', text })
    }
  }
  settle()
  return runs
}

function byParagraphs(earlier: string, later: string): Difference {
  const [before, after] = [paragraphsIn(earlier), paragraphsIn(later)]
  const steps = stepsBetween(before.map(sameness), after.map(sameness), patience) ?? [
    { kind: 'removed', before: 0, after: 0, count: before.length },
    { kind: 'added', before: 0, after: 0, count: after.length },
  ]
  const runs = steps.map(({ kind, before: from, after: to, count }) => ({
    kind,
    text: (kind === 'removed' ? before.slice(from, from + count) : after.slice(to, to + count)).join(''),
  }))
  return { runs: joined(runs), coarse: true }
}

/** The shortest way from one list to the other, or nothing when finding it would take too long. */
function stepsBetween(before: string[], after: string[], timeout: number): Steps | undefined {
  const changes = diffArrays(before, after, { timeout })
  if (!changes) return undefined
  let [b, a] = [0, 0]
  return changes.map(({ added, removed, count }) => {
    const step = { kind: added ? 'added' : removed ? 'removed' : 'kept', before: b, after: a, count } as const
    if (!added) b += count
    if (!removed) a += count
    return step
  })
}

function joined(runs: readonly Run[]): Run[] {
  const told: Run[] = []
  for (const { kind, text } of runs) {
    const last = told.at(-1)
    if (text === '') continue
    if (last?.kind === kind) last.text += text
    else told.push({ kind, text })
  }
  return told
}
