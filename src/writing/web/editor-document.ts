import type { JSONContent } from '@tiptap/core'
import { type Block, deepestList, groupBlocks, type RichText, type Span, type Tree } from '../rich-text.ts'
import { completeLink, isSafeLink } from '../safe-link.ts'

/** The editor has a document of its own; between it and our grammar nothing passes that both do not know. */
export function fromEditor(document: JSONContent): RichText {
  const blocks = trimEmpty((document.content ?? []).flatMap((node) => blocksOf(node, 0)))
  return { blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', spans: [] }] }
}

export function toEditor(rich: RichText): JSONContent {
  const content = groupBlocks(rich).map((group) =>
    group.kind === 'block' ? nodeOf(group.block) : listOf(group.items),
  )
  return { type: 'doc', content }
}

function blocksOf(node: JSONContent, depth: number): Block[] {
  const inside = node.content ?? []
  if (node.type === 'paragraph') return [{ kind: 'paragraph', spans: spansOf(inside) }]
  if (node.type === 'heading') {
    return [{ kind: node.attrs?.['level'] === 4 ? 'subheading' : 'heading', spans: spansOf(inside) }]
  }
  if (node.type === 'blockquote') {
    return inside.map((paragraph) => ({ kind: 'quote', spans: spansOf(paragraph.content ?? []) }))
  }
  const kind = node.type === 'bulletList' ? 'bullet' : node.type === 'orderedList' ? 'number' : undefined
  if (!kind) return []
  return inside.flatMap(({ content: [first, ...under] = [] }) => [
    { kind, depth: Math.min(depth, deepestList), spans: spansOf(first?.content ?? []) },
    ...under.flatMap((list) => blocksOf(list, depth + 1)),
  ])
}

function spansOf(inline: readonly JSONContent[]): Span[] {
  const spans: Span[] = []
  for (const node of inline) {
    const span = node.type === 'hardBreak' ? { text: '\n' } : spanOf(node)
    const last = spans.at(-1)
    if (last && (span.text === '\n' || isAlike(last, span))) {
      spans[spans.length - 1] = { ...last, text: last.text + span.text }
    } else if (span.text !== '') spans.push(span)
  }
  return spans
}

function spanOf({ text = '', marks = [] }: JSONContent): Span {
  const link: unknown = marks.find(({ type }) => type === 'link')?.attrs?.['href']
  return {
    text,
    ...(marks.some(({ type }) => type === 'bold') ? { bold: true as const } : {}),
    ...(marks.some(({ type }) => type === 'italic') ? { italic: true as const } : {}),
    ...(typeof link === 'string' && isSafeLink(completeLink(link)) ? { link: completeLink(link) } : {}),
  }
}

function isAlike(one: Span, other: Span): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.link === other.link
}

/** Empty lines before and after the words, and a list or quote with nothing in it, were only passed through. */
function trimEmpty(all: Block[]): Block[] {
  const blocks = all.filter(({ kind, spans }) => kind === 'paragraph' || spans.length > 0)
  const isEmpty = ({ kind, spans }: Block) => kind === 'paragraph' && spans.length === 0
  const first = blocks.findIndex((block) => !isEmpty(block))
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isEmpty(block)) + 1)
}

function nodeOf({ kind, spans }: Block): JSONContent {
  const content = inlineOf(spans)
  if (kind === 'heading') return { type: 'heading', attrs: { level: 3 }, content }
  if (kind === 'subheading') return { type: 'heading', attrs: { level: 4 }, content }
  const paragraph = { type: 'paragraph', content }
  return kind === 'quote' ? { type: 'blockquote', content: [paragraph] } : paragraph
}

function listOf(items: readonly Tree[]): JSONContent {
  const content = items.map(({ item, under }) => ({
    type: 'listItem',
    content: [
      { type: 'paragraph', content: inlineOf(item.spans) },
      ...(under.length > 0 ? [listOf(under)] : []),
    ],
  }))
  return { type: items[0]?.item.kind === 'number' ? 'orderedList' : 'bulletList', content }
}

function inlineOf(spans: readonly Span[]): JSONContent[] {
  return spans.flatMap(({ text, bold, italic, link }) => {
    const marks = [
      ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
      ...(bold ? [{ type: 'bold' }] : []),
      ...(italic ? [{ type: 'italic' }] : []),
    ]
    const lines = text
      .split('\n')
      .map((line): JSONContent[] => (line ? [{ type: 'text', text: line, marks }] : []))
    return lines.flatMap((line, place) => (place === 0 ? line : [{ type: 'hardBreak' }, ...line]))
  })
}
