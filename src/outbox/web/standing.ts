import type { Entry } from '../entry.ts'
import type { OutboxState } from './outbox.ts'

/** Where an entry stands, as it is said: safe here, on its way, arrived, or up to its person. */
export type Standing = 'here' | 'travelling' | 'arrived' | 'needs-you'

type Known = Pick<OutboxState, 'files' | 'line'>

export function standingOf(entry: Entry, state: Known): Standing {
  if (entry.arrivedAt !== undefined) return 'arrived'
  if (entry.refusal) return 'needs-you'
  return state.line === 'here' && shareOf(entry, state) > 0 ? 'travelling' : 'here'
}

/** How much of it the server has, from 0 to 1. Words weigh nothing: they are there or they are not. */
export function shareOf(entry: Entry, { files }: Known): number {
  const known = entry.files.flatMap((id) => files.get(id) ?? [])
  const bytes = known.reduce((sum, file) => sum + file.bytes, 0)
  const sent = known.reduce((sum, file) => sum + file.sent, 0)
  if (bytes > 0) return sent / bytes
  return entry.writes.length > 0 ? entry.done / entry.writes.length : 0
}

const order: readonly Standing[] = ['needs-you', 'travelling', 'here', 'arrived']

/** Of several, the one its person should know about first. */
export function weightiest(entries: readonly Entry[], state: Known): Entry | undefined {
  const rank = (entry: Entry) => order.indexOf(standingOf(entry, state))
  return entries.toSorted((one, other) => rank(one) - rank(other))[0]
}
