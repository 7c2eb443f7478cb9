/** What a page says of itself, as plain words: its name, a sentence about it, and the place it belongs to. */
export type LinkPreview = { title: string; description: string; site: string }

export const longestTitle = 200
export const longestDescription = 300
const longestSite = 80

export const noPreview: LinkPreview = { title: '', description: '', site: '' }

/** Only these are asked; an address that writes a letter leads to no page. */
export function leadsToPage(address: string): boolean {
  return /^https?:/i.test(address)
}

/** Reads the head of a page. Whatever it holds, words come out: no tags, no addresses, no pictures, bounded. */
export function readPreview(page: string): LinkPreview {
  const head = page.slice(0, headLength)
  const said = new Map<string, string>()
  for (const [tag] of head.matchAll(/<meta\s(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){1,400}>/gi)) {
    const facts = factsOf(tag)
    const name = (facts.get('property') ?? facts.get('name') ?? '').toLowerCase()
    if (!said.has(name)) said.set(name, facts.get('content') ?? '')
  }
  const named = /<title[^<>]{0,200}>([^<]{0,1000})/i.exec(head)?.[1] ?? ''
  return {
    title: plain(said.get('og:title') || named, longestTitle),
    description: plain(said.get('og:description') || said.get('description') || '', longestDescription),
    site: plain(said.get('og:site_name') ?? '', longestSite),
  }
}

const headLength = 300_000

function factsOf(tag: string): Map<string, string> {
  const facts = new Map<string, string>()
  for (const [, name, double, single, bare] of tag.matchAll(
    /([a-z:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    if (name) facts.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  return facts
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ' }

function plain(words: string, longest: number): string {
  const read = words.replace(/&(?:#(x[0-9a-f]{1,6}|\d{1,7})|([a-z]{2,6}));/gi, (whole, code, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole
    const point = Number(String(code).replace(/^x/i, '0x'))
    return point > 31 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff)
      ? String.fromCodePoint(point)
      : ' '
  })
  const shown = read.replace(unseen, ' ').replace(/\s+/g, ' ').trim()
  const signs = [...shown]
  return signs.length > longest
    ? `${signs
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : shown
}

/** Signs that are not seen, or that turn the direction of reading round: a page could feign another's name. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu

/** The page's own word for how it is written, else the one all the world uses. */
export function decodePage(bytes: Uint8Array, type: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const named = /charset\s*=\s*["']?([\w-]{1,40})/i
  const charset = named.exec(type)?.[1] ?? named.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
