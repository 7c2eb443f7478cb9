import { Unreadable } from './unreadable.ts'

export type CsvRecord = { row: number; cells: string[]; quoteInside: boolean }

const longestRecord = 2 ** 20

/**
 * Splits words into records as RFC 4180 says, a stretch at a time. A quote inside a cell that does not begin with
 * one is a letter like any other; a quote that is opened and not closed refuses the file, because everything after
 * it would silently be one cell.
 */
export class CsvRecords {
  readonly #file: string
  readonly #between: string
  #rest = ''
  #row = 1

  constructor(file: string, between: string) {
    this.#file = file
    this.#between = between
  }

  take(text: string): CsvRecord[] {
    return this.#read(this.#rest + text, false)
  }

  end(): CsvRecord[] {
    return this.#read(this.#rest, true)
  }

  #read(text: string, isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    let at = 0
    while (at < text.length) {
      const record = this.#record(text, at, isLast)
      if (record === undefined) break
      // spreadsheets write empty rows as commas, and sometimes what lies between cells into a row of its own
      const isSaid = record.cells.some((cell) => cell !== '')
      const isSeparator = record.row === 1 && /^sep=/i.test(record.cells[0] ?? '')
      if (isSaid && !isSeparator) records.push(record)
      at = record.end
      this.#row += record.lines
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > longestRecord) {
      const reason = this.#rest.includes('"') ? 'quote_not_closed' : 'record_too_long'
      throw new Unreadable(reason, { file: this.#file, row: this.#row })
    }
    return records
  }

  /** One record from a place on; undefined when its end has not come yet. */
  #record(
    text: string,
    from: number,
    isLast: boolean,
  ): (CsvRecord & { end: number; lines: number }) | undefined {
    const cells: string[] = []
    let [at, lines, quoteInside] = [from, 0, false]
    for (;;) {
      const cell = text[at] === '"' ? this.#quoted(text, at, isLast) : this.#plain(text, at, isLast)
      if (cell === undefined) return undefined
      cells.push(cell.text)
      if (cell.isQuoted) lines += count(cell.text, '\n')
      else if (cell.text.includes('"')) quoteInside = true
      at = cell.end
      if (text[at] === this.#between) at += 1
      else break
    }
    if (text[at] === '\r' && at + 1 === text.length && !isLast) return undefined
    const end = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : at < text.length ? 1 : 0)
    return { row: this.#row, cells, quoteInside, end, lines: lines + 1 }
  }

  #plain(text: string, from: number, isLast: boolean) {
    let end = from
    for (; end < text.length; end += 1) {
      const letter = text[end]
      if (letter === this.#between || letter === '\n' || letter === '\r') break
    }
    if (end === text.length && !isLast) return undefined
    return { text: text.slice(from, end).trim(), end, isQuoted: false }
  }

  #quoted(text: string, from: number, isLast: boolean) {
    let found = ''
    for (let at = from + 1; ; ) {
      const quote = text.indexOf('"', at)
      if (quote < 0 || (quote === text.length - 1 && !isLast)) {
        if (isLast) this.#refuse()
        return undefined
      }
      found += text.slice(at, quote)
      if (text[quote + 1] === '"') {
        found += '"'
        at = quote + 2
        continue
      }
      let end = quote + 1
      while (text[end] === ' ' && this.#between !== ' ') end += 1
      const after = text[end]
      if (after !== undefined && after !== this.#between && after !== '\n' && after !== '\r') this.#refuse()
      return { text: found.trim(), end, isQuoted: true }
    }
  }

  #refuse(): never {
    throw new Unreadable('quote_not_closed', { file: this.#file, row: this.#row })
  }
}

const count = (text: string, letter: string) => text.split(letter).length - 1
