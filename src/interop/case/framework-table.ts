import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import {
  childOf,
  circles,
  type DraftCompetency,
  type DraftTie,
  type FrameworkDraft,
  longestStatement,
  mostCompetencies,
  type Oddity,
} from '../../competencies/framework.ts'
import type { Unreadable } from './unreadable.ts'

type Row = Record<string, string>

/** Our column names, and those of OpenSALT's spreadsheet ("CASE spreadsheet import"). */
const columns: Record<string, string> = {
  fullstatement: 'statement',
  humancodingscheme: 'code',
  abbreviatedstatement: 'short',
  cfitemtype: 'kind',
  type: 'kind',
  educationlevel: 'grades',
  grade: 'grades',
  ischildof: 'parent',
  smartlevel: 'level',
  fullstatementfr: 'statementfr',
}

const columnOf = (heading: string) => {
  const plain = heading.toLowerCase().replace(/[^a-z]/g, '')
  return columns[plain] ?? plain
}

/**
 * Reads a framework from a table with a heading row. Needs a column `statement` (or `fullStatement`); knows
 * identifier, code, short, notes, kind, grades, parent (an identifier or a code), level (a place such as
 * 3.6.2.1) and statement_fr. Row numbers count the heading as 1, as spreadsheets do.
 */
export function readFrameworkTable(
  words: string,
  named: { identifier: string; title: string },
): FrameworkDraft | Unreadable {
  const rows = readRows(words)
  if (!rows) return { unreadable: 'not_a_table' }
  if (rows.length === 0) return { unreadable: 'empty' }
  if (!('statement' in (rows[0]?.fields ?? {}))) return { unreadable: 'no_statement_column' }
  if (rows.length > mostCompetencies) return { unreadable: 'too_many' }
  const oddities: Oddity[] = []
  const read = readCompetencies(rows, named.identifier, oddities)
  const competencies = read.map(({ competency }) => competency)
  const ties = readParents(read, named.identifier, oddities)
  const draft = { ...named, origin: 'table' as const, competencies, ties }
  for (const at of circles(draft)) oddities.push({ code: 'goes_in_circles', at })
  return { ...draft, oddities }
}

type Numbered = { fields: Row; at: string }

function readRows(words: string): Numbered[] | undefined {
  const [first = ''] = words.split(/\r\n|\n|\r/, 1)
  const delimiter = [',', ';', '\t'].toSorted(
    (one, other) => first.split(other).length - first.split(one).length,
  )[0]
  try {
    const read = parse(words, {
      delimiter: delimiter ?? ',',
      bom: true,
      columns: (headings: string[]) => headings.map(columnOf),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as { record: Row; info: { lines: number } }[]
    return read.map(({ record, info }) => ({ fields: record, at: String(info.lines) }))
  } catch {
    return undefined
  }
}

type ReadRow = { competency: DraftCompetency; fields: Row; at: string }

function readCompetencies(rows: readonly Numbered[], framework: string, oddities: Oddity[]): ReadRow[] {
  const seen = new Set<string>()
  return rows.flatMap(({ fields, at }) => {
    const statement = cell(fields, 'statement').slice(0, longestStatement)
    if (statement === '') {
      oddities.push({ code: 'no_statement', at })
      return []
    }
    const code = cell(fields, 'code')
    const identifier = cell(fields, 'identifier') || nameFrom(`${framework} ${code || statement}`)
    if (seen.has(identifier)) {
      oddities.push({ code: 'same_identifier', at, detail: code || statement.slice(0, 80) })
      return []
    }
    seen.add(identifier)
    return [{ competency: competencyOf(fields, identifier, statement), fields, at }]
  })
}

function competencyOf(fields: Row, identifier: string, statement: string): DraftCompetency {
  const french = cell(fields, 'statementfr')
  return {
    identifier,
    statement,
    code: cell(fields, 'code'),
    short: cell(fields, 'short'),
    notes: cell(fields, 'notes'),
    kind: cell(fields, 'kind'),
    grades: cell(fields, 'grades')
      .split(/[,;|]/)
      .map((grade) => grade.trim())
      .filter(Boolean),
    ...(french === '' ? {} : { translations: { fr: { statement: french } } }),
    raw: fields,
  }
}

/** Several parents are separated by `|`. A level such as 3.6.2 stands below 3.6. */
function readParents(rows: readonly ReadRow[], framework: string, oddities: Oddity[]): DraftTie[] {
  const named = new Map<string, string>()
  for (const { competency, fields } of rows) {
    for (const name of [competency.identifier, competency.code, cell(fields, 'level')]) {
      if (name !== undefined && name !== '' && !named.has(name)) named.set(name, competency.identifier)
    }
  }
  return rows.flatMap(({ competency, fields, at }, place) => {
    const above = cell(fields, 'level').split('.').slice(0, -1).join('.')
    const wanted = cell(fields, 'parent')
      .split('|')
      .map((name) => name.trim())
      .filter(Boolean)
    const parents = (wanted.length > 0 ? wanted : above === '' ? [] : [above]).flatMap((name) => {
      const parent = named.get(name)
      if (parent === undefined) oddities.push({ code: 'unknown_parent', at, detail: name })
      return parent === undefined || parent === competency.identifier ? [] : [parent]
    })
    return (parents.length > 0 ? parents : [framework]).map((destination) => ({
      identifier: nameFrom(`${competency.identifier} ${destination}`),
      kind: childOf,
      origin: competency.identifier,
      destination,
      sequence: place + 1,
    }))
  })
}

const cell = (fields: Row, name: string) =>
  (fields[name] ?? '').replaceAll('\u0000', '').toWellFormed().trim()

/** What comes without an identifier gets the same one every time, so that the table can be brought again. */
const nameFrom = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 32)
