/**
 * A text with headings, lists, quotes, links, bold and italic, and nothing else. It is a list of blocks, each a
 * list of spans, so there is nothing to sanitize: what has no name here cannot be kept. It belongs to whoever
 * carries it (a part of a piece, say), which also keeps its plain text for all that only reads words.
 */
export type Span = {
  /** `\n` begins a new line of the same block */
  text: string
  bold?: true | undefined
  italic?: true | undefined
  link?: string | undefined
}

export const plainKinds = ['paragraph', 'heading', 'subheading', 'quote'] as const
export const listKinds = ['bullet', 'number'] as const
export type PlainKind = (typeof plainKinds)[number]
export type ListKind = (typeof listKinds)[number]

export type ListItem = { kind: ListKind; depth: number; spans: Span[] }
export type Block = { kind: PlainKind; spans: Span[] } | ListItem
export type RichText = { blocks: Block[] }

export const longestWriting = 200_000
export const deepestList = 3
export const mostBlocks = 4_000
export const mostSpans = 4_000

export function isItem(block: Block): block is ListItem {
  return block.kind === 'bullet' || block.kind === 'number'
}

/** Each block with the place of its first letter in the plain text: what points at words points by these. */
export function placeBlocks({ blocks }: RichText): { block: Block; from: number }[] {
  let from = 0
  return blocks.map((block, at) => {
    const before = blocks[at - 1]
    if (before) from += lengthOf(before) + gapBetween(before, block).length
    return { block, from }
  })
}

/** The words alone, as excerpts, search, comparison and reading aloud take them. */
export function plainTextOf({ blocks }: RichText): string {
  return blocks
    .map((block, at) => {
      const before = blocks[at - 1]
      return (before ? gapBetween(before, block) : '') + block.spans.map(({ text }) => text).join('')
    })
    .join('')
}

/** Plain words as paragraphs: an empty line begins a new one. */
export function richTextOf(text: string): RichText {
  const paragraphs = text.split(/\n{2,}/).map((words): Block => {
    return { kind: 'paragraph', spans: words === '' ? [] : [{ text: words }] }
  })
  return { blocks: paragraphs }
}

/** Nothing but paragraphs in one voice: the plain text says it all. */
export function isPlain(rich: RichText): boolean {
  return (
    plainTextOf(richTextOf(plainTextOf(rich))) === plainTextOf(rich) &&
    rich.blocks.every(
      ({ kind, spans }) =>
        kind === 'paragraph' && spans.every(({ bold, italic, link }) => !bold && !italic && !link),
    )
  )
}

/** A list as the eye sees it: items with the items under them. */
export type Tree = { item: ListItem; from: number; under: Tree[] }
export type Group = { kind: 'block'; block: Block; from: number } | { kind: ListKind; items: Tree[] }

/** Items that follow each other are one list; a deeper one stands under the one before it. */
export function groupBlocks(rich: RichText): Group[] {
  const groups: Group[] = []
  for (const { block, from } of placeBlocks(rich)) {
    if (!isItem(block)) {
      groups.push({ kind: 'block', block, from })
      continue
    }
    const last = groups.at(-1)
    const open = last && last.kind !== 'block' ? last.items : undefined
    const fits = open && (block.depth > 0 || last?.kind === block.kind)
    const items = fits ? open : []
    if (!fits) groups.push({ kind: block.kind, items })
    placeUnder(items, block, from)
  }
  return groups
}

function placeUnder(items: Tree[], item: ListItem, from: number): void {
  let level = items
  for (let depth = 0; depth < item.depth; depth += 1) {
    const parent = level.at(-1)
    if (!parent) break
    level = parent.under
  }
  level.push({ item, from, under: [] })
}

function gapBetween(before: Block, after: Block): string {
  return isItem(before) && isItem(after) ? '\n' : '\n\n'
}

function lengthOf(block: Block): number {
  return block.spans.reduce((sum, { text }) => sum + text.length, 0)
}
