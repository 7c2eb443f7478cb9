import { isUtf8 } from 'node:buffer'
import type { BundleFile } from './roster-bundle.ts'
import { Unreadable } from './unreadable.ts'

export type Told = (code: 'byte_order_mark' | 'other_encoding', row: number, detail: string) => void

const latin = new TextDecoder('windows-1252')
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const newline = 10

/**
 * The words of a table in stretches of whole lines: UTF-8, UTF-16 by its mark or by its zeros, and, line by line,
 * Windows-1252, which registers of schools mix into everything.
 */
export async function* textOf(file: BundleFile, tell: Told): AsyncIterable<string> {
  let rest: Buffer = Buffer.alloc(0)
  let wide: TextDecoder | undefined
  let row = 1
  let isFirst = true
  for await (const chunk of file.bytes()) {
    let bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (isFirst) {
      isFirst = false
      wide = wideDecoder(bytes, file.name)
      if (wide) tell('other_encoding', 1, wide.encoding)
      if (bytes.subarray(0, 3).equals(mark)) {
        tell('byte_order_mark', 1, 'UTF-8')
        bytes = bytes.subarray(3)
      }
    }
    if (wide) {
      yield clean(wide.decode(bytes, { stream: true }))
      continue
    }
    // old Macintosh ends lines otherwise; the last byte may be half of an end of two
    const end = bytes.lastIndexOf(newline) + 1 || bytes.lastIndexOf(13, -2) + 1
    rest = bytes.subarray(end)
    if (end > 0) yield decode(bytes.subarray(0, end), row, tell)
    if (rest.length > 4 * 2 ** 20) throw new Unreadable('record_too_long', { file: file.name, row })
    for (let at = bytes.indexOf(newline); at >= 0 && at < end; at = bytes.indexOf(newline, at + 1)) row += 1
  }
  if (wide) yield clean(wide.decode())
  else if (rest.length > 0) yield decode(rest, row, tell)
}

const mark = Buffer.from([0xef, 0xbb, 0xbf])

function wideDecoder(bytes: Buffer, file: string): TextDecoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  if (bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return new TextDecoder('utf-16le')
  if (bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) return new TextDecoder('utf-16be')
  if (bytes.subarray(0, 1000).includes(0)) throw new Unreadable('not_text', { file })
  return undefined
}

function decode(bytes: Buffer, row: number, tell: Told): string {
  if (isUtf8(bytes)) return clean(utf8.decode(bytes))
  const lines: string[] = []
  for (let at = 0, line = row; at < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, at)
    const end = found < 0 ? bytes.length : found + 1
    const one = bytes.subarray(at, end)
    const isFine = isUtf8(one)
    if (!isFine) tell('other_encoding', line, 'Windows-1252')
    lines.push(isFine ? utf8.decode(one) : latin.decode(one))
    at = end
  }
  return clean(lines.join(''))
}

/** What a database cannot store, and the marks that stay where tables were put one behind the other. */
const clean = (text: string) => marks.reduce((left, mark) => left.replaceAll(mark, ''), text).toWellFormed()
const marks = ['\u0000', '\uFEFF']
