import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RichText as Grammar } from '../contract.ts'
import { type Block, isItem, plainTextOf, type RichText, type Span } from '../rich-text.ts'
import { fromEditor, toEditor } from './editor-document.ts'

const words = fc.stringMatching(/^[\p{L}\p{N} .,'"<>&]{1,12}$/u)
const span: fc.Arbitrary<Span> = fc.record(
  {
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constantFrom('https://a.ca/', 'mailto:a@b.ca'),
  },
  { requiredKeys: ['text'] },
)
const spans = fc.array(span, { minLength: 1, maxLength: 4 }).map(joined)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'subheading' as const),
    spans,
  }),
  fc.record({ kind: fc.constant('quote' as const), spans }),
  fc.record({ kind: fc.constant('bullet' as const), depth: fc.constant(0), spans }),
)

/** Neighbours that look alike are one span to the editor. */
function joined(all: Span[]): Span[] {
  return all.reduce<Span[]>((before, next) => {
    const last = before.at(-1)
    const alike = last && last.bold === next.bold && last.italic === next.italic && last.link === next.link
    return alike ? [...before.slice(0, -1), { ...last, text: last.text + next.text }] : [...before, next]
  }, [])
}

test('what was written comes back from the editor as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const back = fromEditor(toEditor({ blocks }))
      expect(back).toEqual({ blocks })
      expect(Grammar.safeParse(back).success).toBe(true)
    }),
  )
})

test('lists keep their depth, their kind and what stands under what', () => {
  const item = (kind: 'bullet' | 'number', depth: number, text: string): Block => ({
    kind,
    depth,
    spans: [{ text }],
  })
  const rich: RichText = {
    blocks: [
      item('number', 0, 'one'),
      item('bullet', 1, 'under one'),
      item('bullet', 2, 'further under'),
      item('number', 0, 'two'),
      item('bullet', 0, 'another list'),
    ],
  }
  expect(fromEditor(toEditor(rich))).toEqual(rich)
})

test('a new line within a block stays within it', () => {
  const rich: RichText = {
    blocks: [{ kind: 'quote', spans: [{ text: 'one\n' }, { text: 'two\nthree', bold: true }] }],
  }
  expect(plainTextOf(fromEditor(toEditor(rich)))).toBe('one\ntwo\nthree')
})

test('what the grammar does not know does not come out of the editor', () => {
  const rich = fromEditor({
    type: 'doc',
    content: [
      { type: 'paragraph' },
      { type: 'image', attrs: { src: 'https://tracker.example/' } },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'kept', marks: [{ type: 'textStyle', attrs: { color: 'red' } }] }],
      },
      { type: 'table', content: [{ type: 'tableRow' }] },
      { type: 'paragraph' },
    ],
  })
  expect(rich).toEqual({ blocks: [{ kind: 'paragraph', spans: [{ text: 'kept' }] }] })
  expect(fromEditor({ type: 'doc' })).toEqual({ blocks: [{ kind: 'paragraph', spans: [] }] })
  expect(rich.blocks.some(isItem)).toBe(false)
})
