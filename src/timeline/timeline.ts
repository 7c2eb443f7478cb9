/**
 * Everything a learner made and said, in order, over all their years: attempts at work, reflections, goals and
 * looks at them, what they say they can do, and the letters they have opened. It holds nothing of its own, so who may see an entry is who may see what it stands for.
 */
export const entryKinds = ['attempt', 'reflection', 'goal', 'check', 'claim', 'letter'] as const

export const mediums = ['picture', 'drawing', 'video', 'audio', 'text', 'document', 'link', 'file'] as const

export const longestSearch = 200
export const pageOfEntries = 40
const mostTokens = 8

/** What is looked for, as the search keeps it: letters and digits only, without capitals and accents. */
export function tokensOf(words: string): string[] {
  const tokens = words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
  const telling = tokens.filter((token) => token.length > 1 || /\p{N}/u.test(token))
  return [...new Set(telling.length > 0 ? telling : tokens)].slice(0, mostTokens)
}

/** How many days before and after this day last year still count as "a year ago today". */
export const daysAround = 3
