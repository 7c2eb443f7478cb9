const followed = ['https:', 'http:', 'mailto:']

/** Links are kept only where a browser may follow them without harm. */
export function isSafeLink(address: string): boolean {
  const parsed = readAddress(address)
  return parsed !== undefined && followed.includes(parsed.protocol)
}

/** People type "example.org"; what is kept says how to get there. */
export function completeLink(address: string): string {
  const typed = address.trim()
  return /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/:]+:\d/.test(typed) ? typed : `https://${typed}`
}

/** Where a link leads, said shortly: the part of an address people recognize. */
export function placeOfLink(address: string): { host: string; rest: string } {
  const parsed = readAddress(address)
  if (!parsed) return { host: address, rest: '' }
  if (parsed.protocol === 'mailto:') return { host: parsed.pathname, rest: '' }
  const rest = parsed.pathname.replace(/\/$/, '') + parsed.search
  return { host: parsed.host.replace(/^www\./, ''), rest: rest === '/' ? '' : rest }
}

/** Tablets of 2023 do not know URL.parse. */
function readAddress(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
