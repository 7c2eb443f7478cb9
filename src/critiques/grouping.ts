/**
 * Who sits with whom in a critique round. Everybody gives and gets the same, whatever the number: learners sit
 * at tables that are nearly equal, and at each table everybody answers the next ones round it.
 */
export type Tables = readonly (readonly string[])[]

export const smallestTable = 2
export const largestTable = 8
export const mostGives = 5

/** How many each is asked to answer can be no more than the others at the smallest table. */
export function givesWithin(gives: number, tables: Tables): boolean {
  return tables.every((table) => table.length > gives)
}

/** Tables of about this size, of which none is smaller than asked for unless there are too few learners. */
export function seatAll(learners: readonly string[], size: number): string[][] {
  const count = Math.max(1, Math.floor(learners.length / Math.max(smallestTable, size)))
  const tables = Array.from({ length: count }, (): string[] => [])
  for (const [place, learner] of learners.entries()) tables[place % count]?.push(learner)
  return tables
}

/** Whom each learner answers: the next ones round the table. */
export function turnsOf(tables: Tables, gives: number): { giver: string; maker: string }[] {
  return tables.flatMap((table) =>
    table.flatMap((giver, place) =>
      Array.from({ length: Math.min(gives, table.length - 1) }, (_, by) => ({
        giver,
        maker: table[(place + by + 1) % table.length] ?? giver,
      })),
    ),
  )
}

/** How often people sit together who have sat together before. */
export function repeatsIn(tables: Tables, metBefore: readonly (readonly [string, string])[]): number {
  const met = new Set(metBefore.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  return tables
    .flatMap((table) =>
      table.flatMap((one, place) => table.slice(place + 1).map((other) => `${one} ${other}`)),
    )
    .filter((pair) => met.has(pair)).length
}

const tries = 60

/** Mixed anew, with as few people as possible who sat together lately; `random` answers numbers from 0 to 1. */
export function mixTables(
  learners: readonly string[],
  size: number,
  metBefore: readonly (readonly [string, string])[],
  random: () => number,
): string[][] {
  const mixed = Array.from({ length: tries }, () => seatAll(shuffled(learners, random), size))
  const counted = mixed.map((tables) => ({ tables, repeats: repeatsIn(tables, metBefore) }))
  return counted.reduce((best, one) => (one.repeats < best.repeats ? one : best)).tables
}

function shuffled(learners: readonly string[], random: () => number): string[] {
  const order = [...learners]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] ?? '', order[last] ?? '']
  }
  return order
}

/** Somebody moves to another table; a table left empty is cleared away. */
export function moveLearner(tables: Tables, learner: string, to: number): string[][] {
  const left = tables.map((table) => table.filter((one) => one !== learner))
  if (to >= left.length) left.push([])
  return left
    .map((table, place) => (place === to ? [...table, learner] : table))
    .filter((table) => table.length > 0)
}

/** What keeps these tables from being used, as the screens and the server both say it. */
export function tablesAmiss(
  tables: Tables,
  gives: number,
): 'nobody' | 'alone' | 'crowded' | 'twice' | undefined {
  const all = tables.flat()
  if (all.length === 0) return 'nobody'
  if (new Set(all).size < all.length) return 'twice'
  if (tables.some((table) => table.length > largestTable)) return 'crowded'
  if (!givesWithin(gives, tables)) return 'alone'
  return undefined
}
