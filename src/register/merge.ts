/**
 * Two records of one human made one. What is impossible is refused whatever anybody says; what only looks wrong has
 * to be said to be right, one by one.
 */
export const impossible = [
  'same_person',
  'merged_already',
  'guards_the_other',
  'child_and_adult',
  'is_you',
] as const
export type Impossible = (typeof impossible)[number]

export const doubts = [
  'other_names',
  'two_numbers',
  'roster_says_two',
  'same_class',
  'two_ways_in',
  'has_office',
] as const
export type Doubt = (typeof doubts)[number]

/** What is counted for whoever decides; everything else is one number. */
export const counted = {
  pieces: ['piece'],
  attempts: ['iteration'],
  words: ['reflection', 'goal', 'claim', 'letter', 'asking'],
  feedback: ['feedback', 'critique', 'encouragement'],
  collections: ['collection', 'showcase'],
  shares: ['share'],
  classes: ['enrollment'],
  families: ['guardianship'],
  cards: ['card'],
} as const satisfies Record<string, readonly string[]>
export type Counted = keyof typeof counted | 'other'

/** Tables said in a few words a person knows. */
export function countsOf(found: readonly { table: string; rows: number }[]): Record<Counted, number> {
  const kinds = Object.keys(counted) as (keyof typeof counted)[]
  const counts = Object.fromEntries([...kinds, 'other'].map((kind) => [kind, 0])) as Record<Counted, number>
  for (const { table, rows } of found) {
    const kind = kinds.find((one) => (counted[one] as readonly string[]).includes(table))
    counts[kind ?? 'other'] += rows
  }
  return counts
}
