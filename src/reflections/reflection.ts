/**
 * A learner's words on their work, a term, or nothing in particular: typed, spoken, drawn or filmed. It is the
 * learner's own. An adult may write down what a child says (scribe), and the record says so; nobody else can
 * write one.
 */
export const reflectionAudiences = ['teachers', 'family'] as const
export type ReflectionAudience = (typeof reflectionAudiences)[number]

export const longestReflection = 50_000
export const mostReflectionParts = 10

/** Up to grade 3: those who are still learning to write, for whom an adult may write down what they say. */
export const scribedGrades = ['PK', 'TK', 'KG', 'K', '1', '2', '3'] as const
