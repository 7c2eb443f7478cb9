/**
 * A conference for a family that cannot come: the learner leads through the pages by themselves and is recorded. The
 * first answer closes it into the record of a conference; for a week after that more may be added.
 */
export const mostMarks = 400
export const mostPage = 40

/** How long a family is asked to take. Whoever answers later is read all the same. */
export const answerWithinDays = 7

/** A family that was told and has not answered is reminded once, while there are two days left. */
export const remindedAfterDays = 5

export type Turns = { marks: readonly number[]; pages?: readonly number[] | null | undefined }

export function isInOrder({ marks, pages }: Turns): boolean {
  const inOrder = marks[0] === 0 && marks.every((mark, at) => at === 0 || mark >= (marks[at - 1] ?? 0))
  return inOrder && (!pages || pages.length === marks.length)
}

/** Which page is being spoken about at that second. */
export function pageAt({ marks, pages }: Turns, second: number): number {
  const next = marks.findIndex((mark) => mark > second)
  const at = next === -1 ? Math.max(marks.length - 1, 0) : Math.max(next - 1, 0)
  return pages ? (pages[at] ?? 0) : at
}

/** The second at which a page is first spoken about; undefined when it never was. */
export function secondOf({ marks, pages }: Turns, page: number): number | undefined {
  return marks[pages ? pages.indexOf(page) : page]
}

export function answerBy(sentAt: Date): Date {
  return new Date(sentAt.getTime() + answerWithinDays * 24 * 3_600_000)
}

export type PageName = { kind: 'welcome' | 'choice' | 'goal' | 'together'; choice?: number }

/** The pages of what was recorded, as many and in the order in which its learner turned them. */
export function pagesShown(shown: { choices: readonly unknown[]; goalShown: boolean }): PageName[] {
  return [
    { kind: 'welcome' },
    ...shown.choices.map((_, choice) => ({ kind: 'choice', choice }) as const),
    ...(shown.goalShown ? [{ kind: 'goal' } as const] : []),
    { kind: 'together' },
  ]
}

const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
export const sayClock = (second: number): string => `${Math.floor(second / 60)}:${two(second % 60)}`

/** What nobody counted is over when the recording is. */
const longAfter = 3_600

/** A line for as long as a page is spoken about. */
export const timedByPage = (turns: Turns, lines: readonly string[], seconds: number | null): string =>
  writeTimed(
    turns.marks.map((start, at) => ({
      start,
      end: turns.marks[at + 1] ?? Math.max(seconds ?? start + longAfter, start + 1),
      text: lines[pageAt(turns, start)] ?? '',
    })),
  )

/** As WebVTT. */
export function writeTimed(cues: readonly { start: number; end: number; text: string }[]): string {
  const shown = cues
    .filter(({ start, end, text }) => end > start && text.trim() !== '')
    .map(({ start, end, text }) => `${stampOf(start)} --> ${stampOf(end)}\n${escaped(text.trim())}\n`)
  return ['WEBVTT\n', ...shown].join('\n')
}

const stampOf = (second: number) =>
  `${two(second / 3_600)}:${two((second / 60) % 60)}:${two(second % 60)}.${String(Math.floor((second % 1) * 1_000)).padStart(3, '0')}`
const escaped = (text: string) =>
  text
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
