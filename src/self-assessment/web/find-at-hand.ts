import { plainWords } from '../../competencies/framework.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { FindCompetencies } from '../../competencies/contract.ts'
import { figuresOf } from '../constellation.ts'
import type { ListInForce } from '../contract.ts'
import type { Worded } from './competency-words.ts'

export type InForce = Answer<typeof ListInForce>[number]
export type Star = InForce['stars'][number]
/** Anything that can be picked, from the device or from the server. */
export type Pickable = Worded & { id: string; identifier?: string }

const mostShown = 12

/** Items whose words hold all the pieces of words, in either language: names first, then descriptions. */
export function findAtHand(frameworks: readonly InForce[], asked: string): Star[] {
  const pieces = plainWords(asked).split(' ').filter(Boolean)
  if (pieces.length === 0) return []
  const found = frameworks
    .flatMap(({ stars }) => stars)
    .flatMap((star) => {
      const { fr } = star.translations
      const names = plainWords(star.code, star.statement, star.short, fr?.statement)
      const all = `${names} ${plainWords(star.notes, fr?.notes)}`
      if (!pieces.every((piece) => all.includes(piece))) return []
      return [
        { star, rank: pieces.every((piece) => names.includes(piece)) ? names.length : 1000 + names.length },
      ]
    })
  return found
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostShown)
    .map(({ star }) => star)
}

/** What is on this device at once, without a network too; of large frameworks also what the server finds. */
export function useFound(frameworks: readonly InForce[], asked: string): readonly Pickable[] {
  const large = frameworks.some(({ more }) => more) && asked.trim() !== ''
  const { data } = useRead(
    FindCompetencies,
    { query: { words: asked.trim() || '-' } },
    { enabled: large, quietly: true },
  )
  const here = findAtHand(frameworks, asked)
  const known = new Set(here.map(({ id }) => id))
  return large ? [...here, ...(data ?? []).filter(({ id }) => !known.has(id))].slice(0, mostShown) : here
}

/** What the youngest choose among: the middle of a framework, which has pictures; else all of it. */
export function fewOf({ stars }: InForce): Star[] {
  const hubs = figuresOf(stars).flatMap(({ hub }) => hub ?? [])
  return hubs.length > 0 ? hubs : [...stars].slice(0, mostShown)
}
