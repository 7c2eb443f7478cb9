/**
 * A collection opened to people with a link, until a moment. Its learner opens it, and it opens only once a
 * teacher, and where the district says so a guardian, has agreed to exactly what it shows.
 */
export const showcaseStates = ['waiting', 'declined', 'open', 'ended', 'withdrawn'] as const
export type ShowcaseState = (typeof showcaseStates)[number]

export const answerRoles = ['teacher', 'guardian'] as const
export type AnswerRole = (typeof answerRoles)[number]

export const shortestPasscode = 4
export const longestPasscode = 64
export const longestAnswer = 2_000

/** After this many wrong passcodes in a row the page rests for a while, for everybody who is not in yet. */
export const mostWrongPasscodes = 10
export const restMinutes = 10

/** First name and initial: all that a stranger is told of who somebody is. */
export function nameForStrangers(givenName: string, familyName: string): string {
  const [first] = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(familyName.trim())]
  return first ? `${givenName.trim()} ${first.segment.toLocaleUpperCase()}.` : givenName.trim()
}

/** What is shown of a copy, without what rests meanwhile. */
type Choice = { id: string; beside: { id: string }[] }
type Content<C extends Choice> = { sections: { choices: C[] }[] }

export function withoutResting<C extends Choice, T extends Content<C>>(
  content: T,
  resting: readonly string[],
): T {
  if (resting.length === 0) return content
  const sections = content.sections.map((section) => ({
    ...section,
    choices: section.choices
      .filter(({ id }) => !resting.includes(id))
      .map((choice) => ({ ...choice, beside: choice.beside.filter(({ id }) => !resting.includes(id)) })),
  }))
  return { ...content, sections }
}
