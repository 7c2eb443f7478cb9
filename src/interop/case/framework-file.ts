import type { FrameworkDraft } from '../../competencies/framework.ts'
import { mostCompetencies } from '../../competencies/framework.ts'
import { readCasePackage } from './case-package.ts'
import { readFrameworkTable } from './framework-table.ts'
import type { Unreadable } from './unreadable.ts'

/** A file as it was brought: its bytes, its name, and what a table cannot say of itself. */
export type FrameworkFile = { name: string; bytes: Buffer; named: { identifier: string; title: string } }

const deepest = 100

/** Reads a framework from whatever was brought: what begins like JSON is CASE, everything else a table. */
export function readFrameworkFile(file: FrameworkFile): FrameworkDraft | Unreadable {
  if (isWorkbook(file.bytes)) return { unreadable: 'workbook' }
  const words = decode(file.bytes)
  if (words.trim() === '') return { unreadable: 'empty' }
  if (/^\s*</.test(words)) return { unreadable: 'web_page' }
  if (!/^\s*[[{]/.test(words)) return readFrameworkTable(words, file.named)
  const document = parseJson(words)
  if (document === undefined) return { unreadable: 'not_json' }
  if (isDeep(words)) return { unreadable: 'too_deep' }
  const draft = readCasePackage(document)
  return 'competencies' in draft && draft.competencies.length > mostCompetencies
    ? { unreadable: 'too_many' }
    : draft
}

/** What office programs write is a ZIP, or the older compound file. */
function isWorkbook(bytes: Buffer): boolean {
  return ['504b0304', 'd0cf11e0'].includes(bytes.subarray(0, 4).toString('hex'))
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

/** A package is six levels deep. What nests by thousands is a trap: it can be read, and not written again. */
function isDeep(words: string): boolean {
  let [depth, quoted] = [0, false]
  for (let place = 0; place < words.length; place += 1) {
    const sign = words[place]
    if (sign === '\\' && quoted) place += 1
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '{' || sign === '[')) depth += 1
    else if (!quoted && (sign === '}' || sign === ']')) depth -= 1
    if (depth > deepest) return true
  }
  return false
}

/** UTF-8, UTF-16 by its mark, and what office programs still write: Windows-1252. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
