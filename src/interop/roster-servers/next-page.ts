import { Unreadable } from '../rosters/unreadable.ts'

/**
 * The link of the answer, as long as it leads to the same machine; else the number that the server says there are.
 */
export function nextPage(
  page: URL,
  headers: Record<string, string>,
  came: number,
  have: number,
): URL | undefined {
  const link = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers['link'] ?? '')?.[1]
  const linked = link === undefined ? undefined : (URL.parse(link, page) ?? undefined)
  // the token goes nowhere else; a server behind another one often does not know how it was asked
  if (linked) return linked.host === page.host ? Object.assign(linked, { protocol: page.protocol }) : refuse()
  const total = Number(headers['x-total-count'] ?? Number.NaN)
  // one that says neither may give fewer at a time than it was asked for, so that only an empty page ends it
  const isMore = Number.isFinite(total) ? have < total : came > 0
  if (!isMore) return undefined
  if (came === 0) return refuse()
  const next = new URL(page)
  next.searchParams.set('offset', String(have))
  return next
}

function refuse(): never {
  throw new Unreadable('server_odd', { file: 'next' })
}
