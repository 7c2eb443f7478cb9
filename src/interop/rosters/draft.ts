import { Packed } from '../../rosters/shrink-rows.ts'
import type { Roster, RosterFormat, RosterPart, RosterPerson } from '../../rosters/roster.ts'
import { plainName, rosterParts } from '../../rosters/roster.ts'
import type { Mode } from '../../rosters/roster.ts'
import type { BundleFile } from './roster-bundle.ts'
import { type Columns, readTable, type Row } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** A roster with nothing in it yet, of a format that says nothing of any part until it is read. */
export function beginRoster(format: RosterFormat): Roster {
  const modes = Object.fromEntries(rosterParts.map((part) => [part, 'absent'])) as Record<RosterPart, Mode>
  return {
    format,
    modes,
    schools: [],
    terms: [],
    people: new Packed(),
    classes: [],
    enrollments: new Packed(),
    guardianships: new Packed(),
    rejected: new Packed(),
    oddities: [],
  }
}

/** Where there is no table of schools they are what the others name, and keep the name they have here. */
export function keepSchool(roster: Roster, at: { file: string; row: number }, key: string): void {
  const kept = schoolsKept.get(roster) ?? new Set()
  schoolsKept.set(roster, kept)
  if (key === '' || kept.has(key)) return
  const school = own(key)
  kept.add(school)
  roster.schools.push({ ...at, key: school, name: '' })
}
const schoolsKept = new WeakMap<Roster, Set<string>>()

/** Of somebody of whom a row says no more than a name. */
export const nobody = {
  usualGiven: '',
  usualFamily: '',
  grades: [],
  email: '',
  username: '',
  master: '',
  identifiers: [],
}

/** Each is held until the end; three times as many as the largest district we tried. */
export const mostKeys = 3_000_000

/** The key of a row, once; a second row of the same key stays out and is named. */
export function keyOf(
  row: Pick<Row, 'at' | 'get' | 'reject'>,
  column: string,
  seen: Set<string>,
): string | undefined {
  const key = own(row.get(column))
  if (seen.size >= mostKeys) throw new Unreadable('too_large', row.at)
  if (key === '') row.reject('no_id', column)
  else if (key.length > 300) row.reject('too_long', key)
  else if (seen.has(key)) row.reject('same_id', key)
  else {
    seen.add(key)
    return key
  }
  return undefined
}

/** Somebody at two schools stands in a table twice, under one name; whoever is active at one of them is here. */
export class AtSchools {
  readonly #people: Roster['people']
  readonly #seen: Set<string>
  readonly #named = new Map<string, string>()
  readonly #left = new Map<string, RosterPerson>()

  constructor({ people }: Roster, seen: Set<string>) {
    this.#people = people
    this.#seen = seen
  }

  take(row: Row, column: string, personOf: (key: string) => RosterPerson): void {
    const id = row.get(column)
    const before = this.#named.get(id)
    const one = personOf(id)
    const name = plainName(`${one.given}${one.family}`)
    const isAgain = before === name
    const key = isAgain ? id : keyOf(row, column, this.#seen)
    if (key === undefined) return
    if (isAgain) row.odd('row_ignored', key)
    else this.#named.set(key, name)
    if (!isAgain && one.gone) this.#left.set(key, { ...one, key })
    else if (!one.gone && (!isAgain || this.#left.delete(key))) this.#people.push({ ...one, key })
  }

  end(): void {
    for (const one of this.#left.values()) this.#people.push(one)
  }
}

/** A word cut out of a file holds the whole file as long as it is held; its own letters do not. */
const own = (word: string): string => Buffer.from(word).toString()

/** The same few words again and again are kept once: a district has a million of them. */
export class Once {
  readonly #known = new Map<string, string>()
  of(word: string): string {
    const known = this.#known.get(word) ?? own(word)
    this.#known.set(known, known)
    return known
  }
}

/** The tables of a set that must be complete, by their names without capitals and endings. */
export class TableSet {
  readonly #bundle: readonly BundleFile[]
  readonly #roster: Roster
  readonly #used = new Set<string>()

  constructor(bundle: readonly BundleFile[], roster: Roster) {
    this.#bundle = bundle
    this.#roster = roster
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined
  }

  /** Rows of a table; a table that is missing is refused unless it may be. */
  rows(name: string, columns: Columns, mayMiss = false): AsyncIterable<Row> {
    const file = this.#find(name)
    if (file) this.#used.add(file.name)
    if (!file && !mayMiss) throw new Unreadable('file_missing', { file: name })
    return file ? readTable(file, columns, this.#roster) : nothing()
  }

  noteIgnored(): void {
    noteIgnored(this.#bundle, this.#used, this.#roster)
  }

  #find(name: string): BundleFile | undefined {
    const called = (as: string) =>
      this.#bundle.find((one) => one.name.toLowerCase().replace(/\.\w+$/, '') === as.toLowerCase())
    // of `Section.csv` many write `Sections.csv`
    return called(name) ?? called(`${name}s`)
  }
}

/** Names the files that nobody asked for. */
export function noteIgnored(
  bundle: readonly BundleFile[],
  used: ReadonlySet<string>,
  { oddities }: Roster,
): void {
  for (const { name } of bundle)
    if (!used.has(name)) oddities.push({ file: name, row: 0, code: 'file_ignored', detail: '', count: 1 })
}

/** The rows of a table that is not there. */
export async function* nothing(): AsyncGenerator<Row> {}

/** Of a whole set every part is the complete truth. */
export function takeAsWhole(roster: Roster, parts: readonly RosterPart[]): void {
  for (const part of parts) roster.modes[part] = 'bulk'
}
