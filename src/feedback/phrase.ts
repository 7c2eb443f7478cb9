/** A sentence a person writes often. They are that person's alone and follow them from device to device. */
export const mostPhrases = 60
export const longestPhrase = 500

/** One phrase once; empty ones are nothing. */
export function tidyPhrases(typed: readonly string[]): string[] {
  return [...new Set(typed.map((phrase) => phrase.trim()).filter(Boolean))]
}

export function movePhrase(phrases: readonly string[], from: number, to: number): readonly string[] {
  const moved = phrases[from]
  if (moved === undefined || to < 0 || to >= phrases.length) return phrases
  return phrases.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** One's own first, then those of the other list that are missing: nothing of either is lost. */
export function joinPhrases(mine: readonly string[], theirs: readonly string[]): string[] {
  return tidyPhrases([...mine, ...theirs]).slice(0, mostPhrases)
}
