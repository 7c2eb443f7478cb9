const door = '/sign-in'

/** The sign-in page, with where the person wanted to go. */
export function doorFor(wanted: string): string {
  return wanted === '/' || wanted.startsWith(door) ? door : `${door}?to=${encodeURIComponent(wanted)}`
}

const here = 'https://here.invalid'

/**
 * Where to go after signing in: only ever an address of ours, whatever somebody wrote into the link. It is read
 * as the browser will read it, which sees more in "/\elsewhere" than a path.
 */
export function wayBack(search: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '/'
  if (!wanted.startsWith('/') || !URL.canParse(wanted, here)) return '/'
  const { origin, pathname, search: query, hash } = new URL(wanted, here)
  const isOurs = origin === here && !pathname.startsWith('//') && pathname !== door
  return isOurs ? pathname + query + hash : '/'
}

/** A family's pages are written by the server: the app has no screen at their addresses. */
export const isWrittenByServer = (address: string): boolean => /^\/children(?:[/?#]|$)/.test(address)
