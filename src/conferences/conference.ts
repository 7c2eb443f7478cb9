/**
 * A conference is a learner's: they choose what to show, lead it, and keep what was said. A round is when the
 * learners of one class have theirs. What somebody said is kept with who said it and whose hand wrote it down.
 */
export const longestRoundName = 120

/** A round that is longer than this was mistyped. */
export const longestRoundDays = 120

export function isRoundSpan(startsOn: string, endsOn: string): boolean {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / (24 * 3_600_000)
  return days >= 0 && days < longestRoundDays
}

/** What the checklist asks for; `more` is whatever else a learner wants to show. */
export const choiceKinds = ['proud', 'grew', 'hard', 'more'] as const
export type ChoiceKind = (typeof choiceKinds)[number]
export const askedKinds = ['proud', 'grew', 'hard'] as const

/** What a round may ask its learners for; its teachers say which of it. */
export const checklist = [...askedKinds, 'goal'] as const
export type Asked = (typeof checklist)[number]
export const longestPlace = 200

export const mostChoices = 12
export const longestWhy = 2_000
export const longestCue = 2_000
export const longestName = 120
export const mostPeople = 12

export const wordKinds = ['noticed', 'wonder', 'will'] as const
export type WordKind = (typeof wordKinds)[number]
export const roles = ['learner', 'guardian', 'teacher'] as const
export type Role = (typeof roles)[number]

/** So long after closing something may still be added: a family that was not there answers in its own time. */
export const answerDays = 7

export type PageOf<Choice> =
  | { kind: 'welcome' }
  | { kind: 'choice'; choice: Choice }
  | { kind: 'goal' }
  | { kind: 'together' }

/** The pages of a conference in order. Everybody's have the same numbers, so that they can be turned by hand. */
export function pagesOf<Choice extends { rests: string | null }>(prepared: {
  choices: readonly Choice[]
  goal: unknown
}): PageOf<Choice>[] {
  return [
    { kind: 'welcome' },
    ...prepared.choices
      .filter(({ rests }) => rests === null)
      .map((choice) => ({ kind: 'choice', choice }) as const),
    ...(prepared.goal ? [{ kind: 'goal' } as const] : []),
    { kind: 'together' },
  ]
}

/** What is still open of the checklist. */
export function missingOf(
  prepared: { choices: readonly { kind: string; rests: string | null }[]; goal: unknown },
  asks: readonly Asked[] = checklist,
): Asked[] {
  const has = new Set(prepared.choices.filter(({ rests }) => rests === null).map(({ kind }) => kind))
  return asks.filter((one) => (one === 'goal' ? !prepared.goal : !has.has(one)))
}

type Held = { id: string; closedAt: string | null; page: number | null }

/**
 * Of several meetings, the one that is being held: begun last and open still. A recording for the family is open too,
 * until somebody answers, but no page of it was ever turned for anybody who follows. What was closed on this device
 * is over, though that may not have arrived yet.
 */
export function heldNow<Meeting extends Held>(
  meetings: readonly Meeting[],
  closedHere?: string,
): Meeting | undefined {
  const open = meetings.filter(({ id, closedAt }) => closedAt === null && id !== closedHere)
  return open.findLast(({ page }) => page !== null) ?? open.at(-1)
}
