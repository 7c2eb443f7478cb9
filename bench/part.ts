import type { Figure } from './report.ts'

/** What whoever runs the bench asked for. */
export type Wish = {
  /** sizes of the district, smallest first */
  pieces: number[]
  /** how long each thing is asked for, at each size */
  seconds: number
  say: (sentence: string) => void
}

/** One thing the bench measures; `npm run bench -- --only=<name>` runs it alone. */
export type Part = {
  name: string
  /** stands above its table */
  title: string
  /** the figures are for people; the details are kept beside them for machines */
  measure: (wish: Wish) => Promise<{ figures: Figure[]; details: unknown }>
}
