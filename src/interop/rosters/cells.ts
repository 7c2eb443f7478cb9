import { saysWho } from '../../rosters/same-person.ts'
import { type DayOrder, partsOf } from './day-order.ts'
import type { Row } from './table.ts'

/** A list in one cell: `a,b`, or as programs write it that know only JSON: `["a","b"]`. */
export const listOf = (cell: string, between: RegExp = /[,;|]/): string[] =>
  (jsonList(cell) ?? cell.split(between)).map((one) => one.trim()).filter(Boolean)

function jsonList(cell: string): string[] | undefined {
  if (!cell.startsWith('[')) return undefined
  try {
    return (JSON.parse(cell) as unknown[]).map(idIn)
  } catch {
    return undefined
  }
}

/** A number of another system as OneRoster's JSON says it, or a reference to somebody. */
function idIn(one: unknown): string {
  if (typeof one !== 'object' || one === null) return String(one ?? '')
  const { identifier, sourcedId } = one as { identifier?: unknown; sourcedId?: unknown }
  return String(identifier ?? sourcedId ?? '')
}

const long = 200
export const short = (words: string): string => words.slice(0, long)

/** An address by which somebody could be known; not what many have where none is known. */
export const addressOf = (row: Pick<Row, 'get'>, column: string): string =>
  saysWho(row.get(column)) ? row.get(column) : ''

/** A boolean as people and programs write it; without one, what is usual. */
export function booleanOf(row: Row, column: string, usual: boolean): boolean {
  const cell = row.get(column)
  if (cell === '') return usual
  if (cell === 'true' || cell === 'false') return cell === 'true'
  row.odd('boolean_case', `${column}: ${cell}`)
  if (/^(?:true|yes|y|1|active|enabled)$/i.test(cell)) return true
  if (/^(?:false|no|n|0|inactive|disabled)$/i.test(cell)) return false
  return usual
}

/** A day as the format says it, or as spreadsheets do; what is no day at all is none. How it was read is told. */
export function dayOf(row: Row, column: string): string {
  const cell = row.get(column)
  if (cell === '') return ''
  const written = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(cell)
  if (written && isDay(written[1], written[2], written[3])) return cell.slice(0, 10)
  const day = dayWrittenOtherwise(cell, row.days)
  if (day === 'unsure') row.odd('date_unsure', `${column}: ${cell}`)
  else row.odd('date_form', `${column}: ${cell} → ${day || '?'}`)
  return day === 'unsure' ? '' : day
}

function dayWrittenOtherwise(cell: string, days: DayOrder): string {
  const yearFirst = /^(\d{4})[/.-]?(\d{1,2})[/.-]?(\d{1,2})(?:$|[T ])/.exec(cell)
  if (yearFirst) return spell(yearFirst[1], yearFirst[2], yearFirst[3])
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?[- ,]+(\d{4}|\d\d)$/i.exec(cell)
  if (named) return spell(named[3], monthOf(named[2]), named[1])
  const american = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? +(\d{4})$/i.exec(cell)
  if (american) return spell(american[3], monthOf(american[1]), american[2])
  const parts = partsOf(cell, days)
  return typeof parts === 'object' ? spell(...parts) : (parts ?? '')
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthOf = (name: Part) => String(months.indexOf((name ?? '').toLowerCase()) + 1)

type Part = string | undefined
function spell(said: Part, month: Part, day: Part): string {
  const year = said?.length === 2 ? `20${said}` : said
  if (!isDay(year, month, day)) return ''
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

function isDay(year: Part, month: Part, day: Part): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate()
}

/** A word of a closed list, as it should have been spelled. */
export function wordOf(row: Row, column: string): string {
  const cell = row.get(column)
  const plain = cell.toLowerCase()
  return plain === cell.trim() || cell === '' ? plain : (noteCase(row, column, cell), plain)
}

/** Words of OneRoster that have capitals inside are right as they are. */
const proper = new Set([
  'districtAdministrator',
  'siteAdministrator',
  'systemAdministrator',
  'schoolYear',
  'gradingPeriod',
])

function noteCase(row: Row, column: string, cell: string): void {
  if (!proper.has(cell)) row.odd('value_case', `${column}: ${cell}`)
}
