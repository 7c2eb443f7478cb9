/**
 * What a learner wants, and how they mean to get there. It is the learner's own: an adult may write down what a
 * child says, encourage and help, and never grades it. It outlives terms and classes.
 */
export const goalForms = ['step', 'picture', 'smart', 'woop'] as const
export type GoalForm = (typeof goalForms)[number]

/**
 * The fields of each form, the first of which is the goal itself. WOOP is wish, outcome, obstacle in me, plan
 * (Oettingen); `picture` is for the youngest, who draw it.
 */
export const goalFields = {
  step: ['step', 'helper', 'evidence'],
  picture: ['step', 'helper'],
  smart: ['specific', 'measure', 'reach', 'why', 'helper'],
  woop: ['wish', 'outcome', 'obstacle', 'plan', 'helper', 'evidence'],
} as const satisfies Record<GoalForm, readonly string[]>

export type GoalWords = Readonly<Record<string, string>>

export const longestField = 2_000
export const mostGoalParts = 4
export const mostEvidence = 20

/** Only the fields of its form, without those left empty. */
export function fieldsOf(form: GoalForm, words: GoalWords): Record<string, string> {
  const known: readonly string[] = goalFields[form]
  return Object.fromEntries(
    known.flatMap((field) => {
      const text = words[field]?.trim() ?? ''
      return text === '' ? [] : [[field, text]]
    }),
  )
}

/** A goal is one when its first field is filled, or when it is drawn or spoken. */
export function isGoal(form: GoalForm, words: GoalWords, parts: readonly unknown[]): boolean {
  return (fieldsOf(form, words)[goalFields[form][0]] ?? '') !== '' || (form === 'picture' && parts.length > 0)
}

export const standings = ['there', 'closer', 'same', 'harder'] as const
export const endings = ['reached', 'set_aside'] as const
export const goalAudiences = ['teachers', 'family'] as const
export type GoalAudience = (typeof goalAudiences)[number]
