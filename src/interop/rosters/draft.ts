import type { Roster, RosterFormat, RosterPart } from '../../rosters/roster.ts'
import { rosterParts } from '../../rosters/roster.ts'
import type { Mode } from '../../rosters/roster.ts'
import type { Row } from './table.ts'

/** A roster with nothing in it yet, of a format that says nothing of any part until it is read. */
export function beginRoster(format: RosterFormat): Roster {
  const modes = Object.fromEntries(rosterParts.map((part) => [part, 'absent'])) as Record<RosterPart, Mode>
  return {
    format,
    modes,
    schools: [],
    terms: [],
    people: [],
    classes: [],
    enrollments: [],
    guardianships: [],
    rejected: [],
    oddities: [],
  }
}

/** The key of a row, once; a second row of the same key stays out and is named. */
export function keyOf(row: Row, column: string, seen: Set<string>): string | undefined {
  const key = row.get(column)
  if (key === '') row.reject('no_id', column)
  else if (key.length > 300) row.reject('too_long', key)
  else if (seen.has(key)) row.reject('same_id', key)
  else {
    seen.add(key)
    return key
  }
  return undefined
}

/** The same few words again and again are kept once: a district has a million of them. */
export class Once {
  readonly #known = new Map<string, string>()
  of(word: string): string {
    const known = this.#known.get(word)
    if (known === undefined) this.#known.set(word, word)
    return known ?? word
  }
}
