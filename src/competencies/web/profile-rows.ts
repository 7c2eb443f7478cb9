import type { Item } from './wording.ts'

export type ProfileRow = { competencyId: string; number: number; statement: string }
export type RowProblem = { row: number; problem: 'columns' | 'unknown' | 'number' | 'twice' }

/** The most one load takes. */
export const mostProfiles = 2_000

/**
 * Reads profiles as they are copied from a table: an item by its code or words, the number of the profile, what
 * it says; a row each, divided by tabs, semicolons or commas. All of them or none: problems are told by row.
 */
export function readProfileRows(
  pasted: string,
  items: readonly Pick<Item, 'id' | 'code' | 'statement' | 'short' | 'identifier'>[],
): { rows: ProfileRow[]; problems: RowProblem[] } {
  const named = new Map<string, string>()
  for (const { id, code, statement, short, identifier } of items)
    for (const name of [code, statement, short, identifier, identifier.split('/').at(-1) ?? ''])
      if (name !== '' && !named.has(plain(name))) named.set(plain(name), id)
  const rows: ProfileRow[] = []
  const problems: RowProblem[] = []
  const seen = new Set<string>()
  for (const [place, line] of pasted.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    const [name = '', at = '', ...rest] = cellsOf(line)
    const statement = rest.join(', ').trim()
    const row = place + 1
    const number = Number(at.replace(/\D+/g, '') || Number.NaN)
    const competencyId = named.get(plain(name))
    const problem =
      statement === ''
        ? 'columns'
        : competencyId === undefined
          ? 'unknown'
          : !(number >= 1 && number <= 12)
            ? 'number'
            : seen.has(`${competencyId} ${number}`)
              ? 'twice'
              : undefined
    if (problem) problems.push({ row, problem })
    else if (competencyId) {
      seen.add(`${competencyId} ${number}`)
      rows.push({ competencyId, number, statement })
    }
  }
  return { rows, problems }
}

const plain = (words: string) => words.trim().toLocaleLowerCase().replaceAll(/\s+/g, ' ')

/** Tabs win over semicolons and those over commas; a cell in quotes keeps what divides. */
function cellsOf(line: string): string[] {
  const divider = ['\t', ';', ','].find((one) => line.includes(one)) ?? '\t'
  const cells = ['']
  let quoted = false
  for (let place = 0; place < line.length; place += 1) {
    const letter = line.charAt(place)
    if (letter === '"' && quoted && line.charAt(place + 1) === '"') {
      cells[cells.length - 1] += '"'
      place += 1
    } else if (letter === '"' && (quoted || cells.at(-1) === '')) quoted = !quoted
    else if (letter === divider && !quoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells.map((cell) => cell.trim())
}
