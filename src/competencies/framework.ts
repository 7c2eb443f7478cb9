/**
 * A framework is a set of competencies that work can point at: BC's Core Competencies, a graduate profile, a
 * district's own. It belongs to the district; learners and teachers only point at its items.
 */
export type JudgedBy = 'learner' | 'teacher'

/** Words of an item in one language. */
export type Wording = { statement: string; short?: string | undefined; notes?: string | undefined }

/** An item as it is written somewhere: a pack, a CASE file, a table. */
export type DraftCompetency = {
  identifier: string
  uri?: string | undefined
  code?: string | undefined
  statement: string
  short?: string | undefined
  notes?: string | undefined
  kind?: string | undefined
  grades?: readonly string[] | undefined
  translations?: Readonly<Record<string, Wording>> | undefined
  replacedBy?: string | undefined
  raw?: unknown
}

export type DraftTie = {
  identifier: string
  kind: string
  /** identifiers of items, of the framework itself, or of something elsewhere */
  origin: string
  destination: string
  sequence?: number | undefined
}

/** Something odd in a file. The row or item stays out, or is taken as `taken` says. */
export type Oddity = { code: OddityCode; at: string; detail?: string | undefined }

export const oddityCodes = [
  'no_statement',
  'no_identifier',
  'same_identifier',
  'tie_incomplete',
  'tie_leads_nowhere',
  'same_tie',
  'goes_in_circles',
  'unknown_parent',
  'other_version',
] as const
export type OddityCode = (typeof oddityCodes)[number]

/** A whole framework, read and not yet kept. */
export type FrameworkDraft = {
  identifier: string
  uri?: string | undefined
  title: string
  creator?: string | undefined
  version?: string | undefined
  language?: string | undefined
  notes?: string | undefined
  translations?: Readonly<Record<string, { title: string; notes?: string | undefined }>> | undefined
  origin: 'pack' | 'case' | 'table'
  pack?: string | undefined
  raw?: unknown
  competencies: readonly DraftCompetency[]
  ties: readonly DraftTie[]
  oddities: readonly Oddity[]
}

export const mostCompetencies = 50_000
export const longestStatement = 20_000

/** The one tie that makes the tree: the child is the origin. */
export const childOf = 'isChildOf'

/** Words without capitals, accents and punctuation, as they are searched. */
export function plainWords(...texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined && text !== '')
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}

/**
 * The order in which items are read: parents before children, siblings by sequence, then as they stand in the
 * file. An item below several parents is placed at its first. What only its own circle leads to comes last.
 */
export function readingOrder(draft: Pick<FrameworkDraft, 'competencies' | 'ties'>): string[] {
  const children = new Map<string, { child: string; sequence: number }[]>()
  const known = new Set(draft.competencies.map(({ identifier }) => identifier))
  const hasParent = new Set<string>()
  for (const tie of draft.ties) {
    if (tie.kind !== childOf || !known.has(tie.origin)) continue
    if (known.has(tie.destination)) hasParent.add(tie.origin)
    const siblings = children.get(tie.destination) ?? []
    siblings.push({ child: tie.origin, sequence: tie.sequence ?? Infinity })
    children.set(tie.destination, siblings)
  }
  for (const siblings of children.values()) siblings.sort(bySequence)
  const order = new Set<string>()
  const walk = (first: string) => {
    const stack = [first]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (order.has(next)) continue
      order.add(next)
      for (const { child } of (children.get(next) ?? []).toReversed()) stack.push(child)
    }
  }
  const tops = [...children.entries()]
    .filter(([parent]) => !known.has(parent))
    .flatMap(([, siblings]) => siblings)
  for (const { child } of tops) walk(child)
  for (const { identifier } of draft.competencies) if (!hasParent.has(identifier)) walk(identifier)
  for (const { identifier } of draft.competencies) walk(identifier)
  return [...order]
}

const bySequence = (one: { sequence: number }, other: { sequence: number }) =>
  one.sequence === other.sequence ? 0 : one.sequence - other.sequence

/**
 * Items that are, through their parents, their own ancestors, and whatever lies between two such circles.
 * They are named before an import and can still be found. Linear in the number of ties.
 */
export function circles(draft: Pick<FrameworkDraft, 'competencies' | 'ties'>): string[] {
  const items = new Set(draft.competencies.map(({ identifier }) => identifier))
  const up = draft.ties
    .filter(
      ({ kind, origin, destination }) => kind === childOf && items.has(origin) && items.has(destination),
    )
    .map(({ origin, destination }) => [origin, destination] as const)
  const down = up.map(([child, parent]) => [parent, child] as const)
  return [...withoutEnds(withoutEnds(items, up), down)]
}

type Steps = readonly (readonly [from: string, to: string])[]

/** What is left when items that no step leads to are taken away, again and again. */
function withoutEnds(items: ReadonlySet<string>, steps: Steps): Set<string> {
  const left = new Set(items)
  const arriving = new Map<string, number>()
  const leaving = new Map<string, string[]>()
  for (const [from, to] of steps) {
    if (!left.has(from) || !left.has(to)) continue
    arriving.set(to, (arriving.get(to) ?? 0) + 1)
    const targets = leaving.get(from)
    if (targets) targets.push(to)
    else leaving.set(from, [to])
  }
  const ends = [...left].filter((item) => !arriving.has(item))
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end)
    for (const to of leaving.get(end) ?? []) {
      const count = (arriving.get(to) ?? 0) - 1
      arriving.set(to, count)
      if (count === 0) ends.push(to)
    }
  }
  return left
}
