import type { OddityCode, Rejected, RejectedCode, RosterOddity } from '../../rosters/roster.ts'
import { Packed } from '../../rosters/shrink-rows.ts'
import { note } from '../../rosters/roster-plan.ts'
import { CsvRecords } from './csv-records.ts'
import { type DayOrder, isYearLast, orderSaid } from './day-order.ts'
import type { BundleFile } from './roster-bundle.ts'
import { textOf } from './text-of.ts'
import { Unreadable } from './unreadable.ts'

/** What is noted while files are read. */
export type Notes = { rejected: { push: (one: Rejected) => unknown }; oddities: RosterOddity[] }

/**
 * Columns a table may have, as its format spells them; a `*` in front says that it cannot be read without.
 * `id=SIS ID|DfE Number` is called `id` here and either of the two there.
 */
export type Columns = readonly string[]

export type Row = {
  at: { file: string; row: number }
  get: (column: string) => string
  has: (column: string) => boolean
  days: DayOrder
  odd: (code: OddityCode, detail: string) => void
  reject: (code: RejectedCode, detail: string) => void
}

const mostColumns = 500

/** Reads a table by the names of its columns, whatever order, case or small misspelling they come in. */
export async function* readTable(
  file: BundleFile,
  columns: Columns,
  notes: Notes,
  given?: readonly string[],
): AsyncGenerator<Row> {
  let places: Map<string, number> | undefined
  let headings: readonly string[] = []
  let dayPlaces: number[] = []
  let days: DayOrder
  for await (const records of readRecords(file, notes)) {
    for (const record of records) {
      const at = { file: file.name, row: record.row }
      if (places === undefined) {
        // where the headings were told, a first row of them is no person
        const told = given !== undefined && given.length > 0 && !isHeading(record.cells, given)
        places = placesOf(told ? given : record.cells, columns, file.name, notes)
        headings = told ? given : record.cells
        dayPlaces = dayPlacesOf(columns, places)
        if (!told) continue
        note(notes.oddities, { ...at, code: 'no_headings', detail: given.slice(0, 3).join(', ') })
      }
      const odd = (code: OddityCode, detail: string) => note(notes.oddities, { ...at, code, detail })
      // tables of several schools are put one behind the other with the headings of each
      if (record.cells.every((cell, place) => cell === headings[place])) {
        odd('row_ignored', headings.slice(0, 3).join(', '))
        continue
      }
      if (record.cells.length < headings.length) odd('short_row', String(record.cells.length))
      if (record.cells.length > headings.length) odd('long_row', String(record.cells.length))
      if (record.quoteInside) odd('quote_inside', record.cells.find((cell) => cell.includes('"')) ?? '')
      if (days === undefined && dayPlaces.some((place) => isYearLast(record.cells[place])))
        days = await dayOrderOf(file, dayPlaces)
      yield { ...rowOf(record.cells, places, at, odd, notes), days }
    }
  }
  if (places === undefined) throw new Unreadable('empty', { file: file.name })
}

function rowOf(
  cells: readonly string[],
  places: Map<string, number>,
  at: { file: string; row: number },
  odd: Row['odd'],
  notes: Notes,
): Omit<Row, 'days'> {
  return {
    at,
    get: (column) => asWritten(cells[places.get(column) ?? -1] ?? ''),
    has: (column) => places.has(column),
    odd,
    reject: (code, detail) => notes.rejected.push({ ...at, code, detail: detail.slice(0, 120) }),
  }
}

/** `="007"` is how a spreadsheet is told to leave the noughts of a number. */
const asWritten = (cell: string) => (cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell)

const dayPlacesOf = (columns: Columns, places: Map<string, number>): number[] =>
  columns
    .filter((column) => /date(?!last)|birth/i.test(column))
    .flatMap((column) => places.get(column.replace('*', '').replace(/=.*/, '')) ?? [])

/** Such a table is read once more, before the first of its days. */
async function dayOrderOf(file: BundleFile, places: readonly number[]): Promise<DayOrder> {
  const said = new Set<'day' | 'month'>()
  for await (const records of readRecords(file, { rejected: new Packed(), oddities: [] }))
    for (const { cells } of records)
      for (const place of places) {
        const order = orderSaid(cells[place])
        if (order) said.add(order)
      }
  const [order = 'unsaid', other] = said
  return other === undefined ? order : 'both'
}

async function* readRecords(file: BundleFile, notes: Notes) {
  let records: CsvRecords | undefined
  const tell = (code: OddityCode, row: number, detail: string) =>
    note(notes.oddities, { file: file.name, row, code, detail })
  for await (const text of textOf(file, tell)) {
    records ??= new CsvRecords(file.name, betweenOf(text))
    yield records.take(text)
  }
  if (records) yield records.end()
}

function betweenOf(text: string): string {
  const said = /^sep=(.)[\r\n]/i.exec(text)?.[1]
  if (said !== undefined) return said
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const often = (letter: string) => first.split(letter).length
  return [',', '\t', ';', '|'].reduce((best, one) => (often(one) > often(best) ? one : best))
}

/** The first row of a table, to know what it is. */
export async function headingsOf(file: BundleFile): Promise<string[]> {
  for await (const records of readRecords(file, { rejected: new Packed(), oddities: [] })) {
    if (records[0]) return records[0].cells
  }
  return []
}

const isHeading = (cells: readonly string[], given: readonly string[]) =>
  cells.filter((cell, place) => cell !== '' && plain(cell) === plain(given[place] ?? '')).length >= 2

const plain = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '')

function placesOf(
  headings: readonly string[],
  columns: Columns,
  file: string,
  notes: Notes,
): Map<string, number> {
  if (headings.length > mostColumns) throw new Unreadable('too_many_columns', { file })
  const places = new Map<string, number>()
  const odd = (code: OddityCode, detail: string) => note(notes.oddities, { file, row: 1, code, detail })
  const open = new Map(headings.map((heading, place) => [place, heading]))
  const known = columns.map((column) => {
    const [name = '', spelled] = column.replace('*', '').split('=')
    return { name, spellings: (spelled ?? name).split('|'), isNeeded: column.startsWith('*') }
  })
  const find = (code: OddityCode, ...fit: ((heading: string, spelling: string) => boolean)[]) => {
    for (const { name, spellings } of known) {
      if (places.has(name)) continue
      // of two headings that both fit, the one that is spelled as the first is
      const found = spellings
        .flatMap((spelling) => fit.map((fits) => [...open].find(([, heading]) => fits(heading, spelling))))
        .find((one) => one !== undefined)
      if (!found) continue
      places.set(name, found[0])
      open.delete(found[0])
      if (!spellings.includes(found[1])) odd(code, `${found[1]} → ${spellings[0] ?? name}`)
    }
  }
  const isAs = (heading: string, spelling: string) => heading === spelling
  find('heading_case', isAs, (heading, spelling) => plain(heading) === plain(spelling))
  find('heading_misspelt', (heading, spelling) => isNearly(plain(heading), plain(spelling)))
  const missing = known.filter(({ name, isNeeded }) => isNeeded && !places.has(name))
  if (missing.length > 0) {
    const names = missing.map(({ name, spellings }) => spellings[0] ?? name).join(', ')
    throw new Unreadable('headings_wrong', { file, row: 1, columns: names })
  }
  const unknown = [...open.values()].filter((heading) => heading !== '' && !/^metadata\./i.test(heading))
  if (unknown.length > 0) odd('heading_unknown', unknown.join(', '))
  return places
}

/** One or two letters more, fewer or other, in a word long enough for it not to be another. */
function isNearly(one: string, other: string): boolean {
  if (other.length < 6 || Math.abs(one.length - other.length) > 2) return false
  let above = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [row, letter] of [...one].entries()) {
    const next = [row + 1]
    for (let place = 0; place < other.length; place += 1) {
      const swap = (above[place] ?? 0) + (letter === other[place] ? 0 : 1)
      next.push(Math.min(swap, (above[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    above = next
  }
  return (above.at(-1) ?? 9) <= 2
}
