/**
 * A paper is a printed sheet or sticker whose code says whose work is on it, and for which activity. It belongs
 * to the learner it names; whoever finds one learns nothing from it.
 */
export const layouts = ['a4', 'letter', 'sticker'] as const
export type Layout = (typeof layouts)[number]

export type ReadCode = { paperId: string; layout: Layout }

const written = /\/paper\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:#(a4|letter))?$/i

/** What a code holds: an address here, so that any phone leads to the paper's page, and how it is laid out. */
export function codeOf(origin: string, { paperId, layout }: ReadCode): string {
  return `${origin}/paper/${paperId}${layout === 'sticker' ? '' : `#${layout}`}`
}

/** Undefined for every code that is none of ours. What it leads to is decided by who asks, not by the code. */
export function readCode(text: string): ReadCode | undefined {
  const found = written.exec(text)
  if (!found?.[1]) return undefined
  return {
    paperId: found[1].toLowerCase(),
    layout: (found[2]?.toLowerCase() as Layout | undefined) ?? 'sticker',
  }
}
