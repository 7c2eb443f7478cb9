import type { News } from '../sending.ts'

/** Told to every tab: what the sender learned, or that something was kept, changed or taken back. */
export type OutboxNews = News | { kind: 'changed' }

const channelName = 'cairn-outbox'
const listeners = new Set<(news: OutboxNews) => void>()
let channel: BroadcastChannel | undefined

export function onNews(listener: (news: OutboxNews) => void): () => void {
  openChannel()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tellNews(news: OutboxNews): void {
  openChannel()
  channel?.postMessage(news)
  for (const listener of listeners) listener(news)
}

function openChannel(): void {
  if (channel || typeof BroadcastChannel === 'undefined') return
  channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }) => {
    for (const listener of listeners) listener(data as OutboxNews)
  })
}
