/**
 * A strip of paper with a name to sign in with and a first password, for somebody who came by a roster and has no
 * way in yet. Teachers make them for their learners; whoever answers for a school for its staff, and for learners
 * who were never in.
 */
export const passwordStates = ['none', 'waiting', 'in', 'other'] as const
export const mostAtOnce = 400

/**
 * Whose first password leads to choosing another before anything else: where a school says nothing, staff and learners
 * from grade 4 on. Whoever is younger keeps what their teacher printed, or their card.
 */
export const ownPasswordRules = ['everybody', 'grade-4', 'staff', 'nobody'] as const
export type OwnPasswordRule = (typeof ownPasswordRules)[number]

const plain = (words: string) =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '')

export type Unnamed = { given: string; family: string; said: string | null }

/** Names to sign in with, the best first: what the roster says, else the name of the person, then with a number. */
export function namesToTry({ given, family, said }: Unnamed): string[] {
  const own = [plain(given), plain(family)].filter(Boolean).join('.') || 'learner'
  const named = (said ?? '').trim().toLowerCase()
  const first = /^[\p{L}\p{N}._@-]{3,100}$/u.test(named) ? [named] : []
  return [...first, own, ...Array.from({ length: 30 }, (_, n) => `${own}${n + 2}`)]
}
