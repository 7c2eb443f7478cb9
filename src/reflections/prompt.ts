/**
 * A question that helps a learner say something true about their work. Questions are chosen on the device, so
 * that they come without a network too: one or two, of the stage the work is in, none of the last three weeks.
 */
export const stages = ['planning', 'stuck', 'after_feedback', 'finished', 'looking_back'] as const
export type Stage = (typeof stages)[number]

export const bands = ['k2', '35', '69', '1012'] as const
export type Band = (typeof bands)[number]

/** Never asked again within this many days, answered or let pass. */
export const restingDays = 21
export const mostAtOnce = 2
export const longestPrompt = 500

/** Grades below kindergarten count as kindergarten; without a grade somebody is spoken to as the oldest are. */
export function bandOfGrade(grade: string | null): Band {
  if (grade === null) return '1012'
  if (['PK', 'TK', 'KG', 'K'].includes(grade)) return 'k2'
  const number = Number(grade)
  if (!Number.isFinite(number)) return '1012'
  return number <= 2 ? 'k2' : number <= 5 ? '35' : number <= 9 ? '69' : '1012'
}

export type AskedPrompt = { key: string; stage: Stage | null; askedAt: string | null; own: boolean }

/**
 * The questions to ask now. A teacher's own come first; then those asked longest ago or never, in an order that
 * turns with `turn` (a day's number, say), so that two pieces on one day are not asked the same.
 */
export function choosePrompts<P extends AskedPrompt>(
  prompts: readonly P[],
  asking: { stage: Stage; now: Date; turn: number; most?: number },
): P[] {
  const rested = asking.now.getTime() - restingDays * 24 * 3_600_000
  const open = prompts.filter(
    ({ stage, askedAt }) =>
      (stage === null || stage === asking.stage) && (askedAt === null || Date.parse(askedAt) < rested),
  )
  const turned = open.map((prompt, place) => ({
    prompt,
    order: (place + asking.turn) % Math.max(open.length, 1),
  }))
  return turned
    .toSorted(
      (one, other) =>
        Number(other.prompt.own) - Number(one.prompt.own) ||
        Date.parse(one.prompt.askedAt ?? '1970-01-01') - Date.parse(other.prompt.askedAt ?? '1970-01-01') ||
        one.order - other.order,
    )
    .slice(0, Math.min(asking.most ?? mostAtOnce, mostAtOnce))
    .map(({ prompt }) => prompt)
}
