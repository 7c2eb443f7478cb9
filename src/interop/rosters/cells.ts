import type { Row } from './table.ts'

/** A list in one cell: `a,b`. */
export const listOf = (cell: string, between: RegExp = /[,;|]/): string[] =>
  cell === ''
    ? []
    : cell
        .split(between)
        .map((one) => one.trim())
        .filter(Boolean)

const long = 200
export const short = (words: string): string => words.slice(0, long)

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

/** A day as the format says it, or as spreadsheets do; what is no day at all is none. */
export function dayOf(row: Row, column: string): string {
  const cell = row.get(column)
  if (cell === '') return ''
  const written = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(cell)
  if (written && isDay(written[1], written[2], written[3])) return cell.slice(0, 10)
  row.odd('date_form', `${column}: ${cell}`)
  const tight = /^(\d{4})[/.]?(\d{1,2})[/.]?(\d{1,2})$/.exec(cell)
  if (tight && isDay(tight[1], tight[2], tight[3])) return spell(tight[1], tight[2], tight[3])
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?[- ,]+(\d{4})$/i.exec(cell)
  const month = named ? months.indexOf((named[2] ?? '').toLowerCase()) + 1 : 0
  if (named && month > 0 && isDay(named[3], String(month), named[1]))
    return spell(named[3], String(month), named[1])
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:$|[T ])/.exec(cell)
  if (!turned) return ''
  const [, first, second, year] = turned
  if (isDay(year, first, second)) return spell(year, first, second)
  return isDay(year, second, first) ? spell(year, second, first) : ''
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

type Part = string | undefined
const spell = (year: Part, month: Part, day: Part) =>
  `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`

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
