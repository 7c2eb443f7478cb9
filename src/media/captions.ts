/**
 * What is said in a recording, line by line in time. Read from WebVTT (or SubRip, which many tools write) and
 * written anew from nothing but times and words, so that no style, region or address comes along.
 */
export type Cue = { start: number; end: number; text: string }

export const longestCaptions = 200_000
export const longestTranscript = 50_000

const mostCues = 5000
const stamp = String.raw`(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})`
const times = new RegExp(String.raw`^${stamp}[ \t]+-->[ \t]+${stamp}(?:[ \t].*)?$`)

/** The cues, or undefined when these are no captions: the first of what is wrong makes all of it wrong. */
export function readCaptions(source: string): Cue[] | undefined {
  const blocks = source
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
  const [first = ''] = blocks
  const isWebVtt = /^WEBVTT(?:[ \t].*)?$/.test(first.split('\n')[0] ?? '')
  if (!isWebVtt && !/^\d+\n/.test(first)) return undefined
  const cues = blocks.slice(isWebVtt ? 1 : 0).flatMap((block) => cueIn(block))
  const right = cues.every((cue) => cue !== undefined && cue.start < cue.end)
  return right && cues.length > 0 && cues.length <= mostCues ? (cues as Cue[]) : undefined
}

function cueIn(block: string): (Cue | undefined)[] {
  if (/^(NOTE|STYLE|REGION)(\s|$)/.test(block)) return []
  const lines = block.split('\n')
  // the name of a cue may stand above its times
  const at = lines.findIndex((line) => line.includes('-->'))
  const found = at === 0 || at === 1 ? times.exec(lines[at] ?? '') : null
  if (!found) return [undefined]
  const text = plain(lines.slice(at + 1).join('\n'))
  return text === '' ? [] : [{ start: secondsOf(found, 1), end: secondsOf(found, 5), text }]
}

const secondsOf = (found: RegExpExecArray, at: number) => {
  const [hours = 0, minutes = 0, seconds = 0, thousandths = 0] = found
    .slice(at, at + 4)
    .map((part) => Number(part ?? 0))
  return (((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths) / 1000
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&amp;': '&' }

/** Tags say how words look and who speaks; the words stay. */
function plain(text: string): string {
  return text
    .replaceAll(/<\/?(?:[cibuv]|ruby|rt|lang|font|\d)[^<>]*>/gi, '')
    .replaceAll(/&(?:lt|gt|nbsp|amp|lrm|rlm);/g, (entity) => entities[entity] ?? '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()
}

export function writeCaptions(cues: readonly Cue[]): string {
  const shown = cues.map(
    ({ start, end, text }) => `${stampOf(start)} --> ${stampOf(end)}\n${escaped(text)}\n`,
  )
  return ['WEBVTT\n', ...shown].join('\n')
}

/** A blank line would end the cue, an arrow would begin another. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\n+/g, '\n')

function stampOf(seconds: number): string {
  const whole = Math.round(seconds * 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60]
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`
}

/** The same as words to read, without their times. */
export const wordsOf = (captions: string): string =>
  (readCaptions(captions) ?? []).map(({ text }) => text).join('\n')
