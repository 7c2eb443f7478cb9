import { createHash } from 'node:crypto'
import type { DraftCompetency, DraftTie, FrameworkDraft, Oddity } from '../../competencies/framework.ts'
import { circles, longestStatement } from '../../competencies/framework.ts'
import type { Unreadable } from './unreadable.ts'

type Loose = Record<string, unknown>

/**
 * Reads a CFPackage of CASE 1.0 or 1.1 (1EdTech CASE, "CFPackage"), wrapped or not. Tolerant: an item without a
 * statement stays out and is named; everything a reader of CASE need not know stays in `raw`.
 */
export function readCasePackage(document: unknown): FrameworkDraft | Unreadable {
  const found = unwrap(document)
  if (!found) return { unreadable: 'no_package' }
  const head = asObject(found['CFDocument'])
  if (!head) return { unreadable: 'no_document' }
  const oddities: Oddity[] = []
  const version = text(head['caseVersion'])
  if (!['', '1.0', '1.1'].includes(version)) odd(oddities, 'other_version', 'CFDocument', version)
  const identifier = text(head['identifier']) || nameFrom(text(head['uri']) || text(head['title']))
  const competencies = readItems(list(found['CFItems']), oddities)
  const ties = readTies(list(found['CFAssociations']), identifier, competencies, oddities)
  const draft = {
    identifier,
    uri: text(head['uri']),
    title: text(head['title']) || identifier,
    creator: text(head['creator']),
    version: text(head['version']),
    language: text(head['language']),
    notes: text(head['description']) || text(head['notes']),
    origin: 'case' as const,
    raw: head,
    competencies,
    ties,
  }
  for (const at of circles(draft)) oddities.push({ code: 'goes_in_circles', at })
  return { ...draft, oddities }
}

/** OpenCASE's own interface wraps the package; the standard does not. */
function unwrap(document: unknown): Loose | undefined {
  const outer = asObject(document)
  const inner = asObject(outer?.['CFPackage']) ?? outer
  return inner && 'CFDocument' in inner ? inner : undefined
}

function readItems(items: readonly unknown[], oddities: Oddity[]): DraftCompetency[] {
  const seen = new Set<string>()
  return items.flatMap((one, place) => {
    const item = asObject(one)
    const at = `CFItems ${place + 1}`
    const statement = text(item?.['fullStatement']).slice(0, longestStatement)
    if (!item || statement === '') return odd(oddities, 'no_statement', at)
    const identifier = text(item['identifier']) || text(item['uri'])
    if (identifier === '') return odd(oddities, 'no_identifier', at, statement)
    if (seen.has(identifier)) return odd(oddities, 'same_identifier', at, identifier)
    seen.add(identifier)
    return [readItem(item, identifier, statement)]
  })
}

function readItem(item: Loose, identifier: string, statement: string): DraftCompetency {
  return {
    identifier,
    statement,
    uri: text(item['uri']),
    code: text(item['humanCodingScheme']),
    short: text(item['abbreviatedStatement']),
    notes: text(item['notes']),
    kind: text(item['CFItemType']),
    grades: list(item['educationLevel']).map(text).filter(Boolean),
    raw: item,
  }
}

function readTies(
  associations: readonly unknown[],
  framework: string,
  competencies: readonly DraftCompetency[],
  oddities: Oddity[],
): DraftTie[] {
  const items = new Set(competencies.map(({ identifier }) => identifier))
  const seen = new Set<string>()
  return associations.flatMap((one, place) => {
    const tie = asObject(one)
    const at = `CFAssociations ${place + 1}`
    const [origin, destination] = [nodeOf(tie?.['originNodeURI']), nodeOf(tie?.['destinationNodeURI'])]
    const kind = text(tie?.['associationType'])
    if (!tie || kind === '' || origin === '' || destination === '') return odd(oddities, 'tie_incomplete', at)
    const identifier = text(tie['identifier']) || nameFrom([origin, kind, destination].join(' '))
    if (seen.has(identifier)) return odd(oddities, 'same_tie', at, identifier)
    seen.add(identifier)
    const isTree = kind === 'isChildOf'
    if (isTree && !items.has(origin)) return odd(oddities, 'tie_leads_nowhere', at, origin)
    if (isTree && destination !== framework && !items.has(destination)) {
      odd(oddities, 'unknown_parent', at, destination)
    }
    return [{ identifier, kind, origin, destination, sequence: number(tie['sequenceNumber']) }]
  })
}

function odd(oddities: Oddity[], code: Oddity['code'], at: string, detail?: string): [] {
  oddities.push({ code, at, detail: detail?.slice(0, 200) })
  return []
}

/** A LinkURI, or just its address or identifier as some exporters write it. */
function nodeOf(value: unknown): string {
  const node = asObject(value)
  if (node) return text(node['identifier']) || text(node['uri'])
  return text(value)
}

/** A stable name for what came without one: the same words always get the same. */
const nameFrom = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 32)

const asObject = (value: unknown): Loose | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Real files hold null, numbers and single-item objects where a string belongs. NUL cannot be stored. */
function text(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return titleOf(value)
  return value.replaceAll('\u0000', '').toWellFormed().trim()
}

function titleOf(value: unknown): string {
  const title = asObject(value)?.['title']
  return typeof title === 'string' ? title.trim() : ''
}

function number(value: unknown): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined
}
