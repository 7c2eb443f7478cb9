import type { Claim } from '../platform/made.ts'

/**
 * One thing somebody kept on this device: the writes that tell the server of it, in order, and the files that
 * travel before them. It stays here until the server has all of it, or until its person decides otherwise.
 */
export type Entry = {
  id: string
  called: Called
  writes: readonly Write[]
  /** how many of its writes the server has */
  done: number
  files: readonly string[]
  /** the earlier record it was kept under, which a merge made part of this person’s; not sealed with it */
  keptAs?: string
  /** names of the reads that are out of date once it has arrived */
  refreshes: readonly string[]
  made: Claim
  keptAt: number
  /** the autosaved draft whose content it carries */
  draft?: string
  /** the server would not take it: it waits for its person, and nothing of it is dropped */
  refusal?: EntryRefusal
  /** answers in a row that nobody can explain */
  failures: number
  arrivedAt?: number
}

/** How it is called in lists: a sentence by its key, with what stands in its places. */
export type Called = { word: string; values: Readonly<Record<string, string>> }

export type Write = { name: string; method: 'PUT' | 'DELETE'; path: string; sent: SentParts }

export type SentParts = { params?: unknown; query?: unknown; body?: unknown }

export type EntryRefusal = { status: number; code: string; sentence: string }

export type Verdict = 'arrived' | 'again' | 'signed out' | 'failed' | 'refused'

/** A fault of the server may pass; after so many in a row a person should know. */
const mostFailures = 5

/** Busy, restarting, out of breath, or held by the request before: another try is the answer. */
const passing = [408, 423, 425, 429, 502, 503, 504]

export function verdictOf({ status, code }: { status: number; code: string }): Verdict {
  if (status >= 200 && status < 300) return 'arrived'
  if (status === 401 && code === 'not_signed_in') return 'signed out'
  if (passing.includes(status)) return 'again'
  return status >= 500 && status !== 507 ? 'failed' : 'refused'
}

/** The entry after an answer that was not a yes. */
export function noteRefusal(entry: Entry, verdict: Verdict, refusal: EntryRefusal): Entry {
  const failures = verdict === 'failed' ? entry.failures + 1 : entry.failures
  if (verdict !== 'refused' && failures < mostFailures) return { ...entry, failures }
  return { ...entry, failures, refusal }
}

/** Somebody said: once more. */
export function tryAgain(entry: Entry): Entry {
  const { refusal: _refusal, ...rest } = entry
  return { ...rest, failures: 0 }
}

export function isWaiting(entry: Entry): boolean {
  return entry.arrivedAt === undefined
}

/** A film of hours holds nobody up: what does not build on it goes past. */
export const heavyBytes = 20 * 2 ** 20

/**
 * What goes next: the first in order that nobody holds up. An entry is held up by an earlier one that made
 * something it speaks of and has not arrived: an attempt waits for its piece, an answer for its attempt.
 */
export function nextToSend(
  entries: readonly Entry[],
  weightOf: (entry: Entry) => number = () => 0,
  later: ReadonlySet<string> = new Set(),
): Entry | undefined {
  const waiting = entries.filter(isWaiting)
  const sendable = waiting.filter(
    (entry, place) =>
      !entry.refusal &&
      !later.has(entry.id) &&
      !waiting.slice(0, place).some((earlier) => holdsUp(earlier, entry)),
  )
  return sendable.find((entry) => weightOf(entry) <= heavyBytes) ?? sendable[0]
}

export function holdsUp(earlier: Entry, later: Entry): boolean {
  const mentioned = mentionedBy(later)
  return [...madeBy(earlier)].some((id) => mentioned.has(id))
}

/** Those that would be left without what they build on. */
export function dependentsOf(entry: Entry, entries: readonly Entry[]): Entry[] {
  const gone = [entry]
  for (const one of entries.slice(entries.findIndex(({ id }) => id === entry.id) + 1)) {
    if (isWaiting(one) && gone.some((earlier) => holdsUp(earlier, one))) gone.push(one)
  }
  return gone.slice(1)
}

/** The same writes under other ids, for what is kept anew as something else. */
export function renameIds<T>(content: T, names: ReadonlyMap<string, string>): T {
  const renamed = JSON.stringify(content).replace(uuid, (id) => names.get(id) ?? id)
  return JSON.parse(renamed) as T
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** All ids a write speaks of. */
export function idsIn(content: unknown): Set<string> {
  return new Set(JSON.stringify(content ?? null).match(uuid) ?? [])
}

function mentionedBy(entry: Entry): Set<string> {
  return idsIn(entry.writes.map(({ sent }) => sent))
}

/** Ids stand in `id` where something begins or is changed, and under other names where it is only spoken of. */
function madeBy(entry: Entry): Set<string> {
  const made = new Set<string>(entry.files)
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look)
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'id' && typeof inner === 'string') made.add(inner)
      look(inner)
    }
  }
  look(entry.writes.map(({ sent }) => sent))
  return made
}
