import type { Answer } from '../../platform/web/client.ts'
import type { ListWaitingForFeedback } from '../../feedback/contract.ts'

export type Waiting = Answer<typeof ListWaitingForFeedback>[number]

/** A teacher's way through what is waiting. It keeps its order while answered attempts leave the server's list. */
export type FeedbackQueue = {
  items: readonly Waiting[]
  /** The iteration being looked at; undefined at the end. */
  at: string | undefined
  given: ReadonlySet<string>
}

export type QueueStep =
  | { kind: 'arrived'; items: readonly Waiting[] }
  | { kind: 'given'; iterationId: string }
  | { kind: 'next' | 'previous' | 'again' }

export function openQueue(items: readonly Waiting[], first: string | null): FeedbackQueue {
  const start = items.find(({ iterationId }) => iterationId === first) ?? items[0]
  return { items, at: start?.iterationId, given: new Set() }
}

export function stepQueue(queue: FeedbackQueue, step: QueueStep): FeedbackQueue {
  if (step.kind === 'arrived') return mix(queue, step.items)
  if (step.kind === 'given') return give(queue, step.iterationId)
  if (step.kind === 'previous')
    return { ...queue, at: queue.items[Math.max(0, placeOf(queue) - 1)]?.iterationId }
  if (step.kind === 'again') return { ...queue, at: leftOf(queue)[0]?.iterationId }
  return { ...queue, at: nextOf(queue)?.iterationId }
}

/** What comes after the one being looked at, leaving out what is answered. */
export function nextOf(queue: FeedbackQueue): Waiting | undefined {
  return queue.items.slice(placeOf(queue) + 1).find(({ iterationId }) => !queue.given.has(iterationId))
}

/** Everything not answered yet, skipped ones too. */
export function leftOf(queue: FeedbackQueue): Waiting[] {
  return queue.items.filter(({ iterationId }) => !queue.given.has(iterationId))
}

export function currentOf(queue: FeedbackQueue): Waiting | undefined {
  return queue.items.find(({ iterationId }) => iterationId === queue.at)
}

/** At the end, one past the last. */
export function placeOf(queue: FeedbackQueue): number {
  const place = queue.items.findIndex(({ iterationId }) => iterationId === queue.at)
  return place < 0 ? queue.items.length : place
}

/** A slow answer may arrive after the teacher went on: then it moves nobody. */
function give(queue: FeedbackQueue, iterationId: string): FeedbackQueue {
  const given = new Set(queue.given).add(iterationId)
  return {
    ...queue,
    given,
    at: queue.at === iterationId ? nextOf({ ...queue, given })?.iterationId : queue.at,
  }
}

/** Colleagues answer too and learners go on: what is gone leaves, what is new stands at the end. */
function mix(queue: FeedbackQueue, items: readonly Waiting[]): FeedbackQueue {
  const fresh = new Map(items.map((item) => [item.iterationId, item]))
  const stays = ({ iterationId }: Waiting) =>
    fresh.has(iterationId) || queue.given.has(iterationId) || queue.at === iterationId
  const known = new Set(queue.items.map(({ iterationId }) => iterationId))
  const kept = queue.items.filter(stays).map((item) => fresh.get(item.iterationId) ?? item)
  return { ...queue, items: [...kept, ...items.filter(({ iterationId }) => !known.has(iterationId))] }
}
