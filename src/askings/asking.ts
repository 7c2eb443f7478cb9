/**
 * A learner's words for their family, "Ask me about ...": written, spoken, or told to an adult who writes them down.
 * What a guardian answers is for the child, and where the school wants, a teacher reads it first.
 */
export const longestAsking = 600
export const longestAnswer = 1_000
/** What is new enough for the family page. */
export const askingsShown = 3
