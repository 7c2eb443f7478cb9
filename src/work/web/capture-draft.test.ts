import { expect, test } from 'vitest'
import {
  beginDraft,
  type DraftPart,
  isWrongLink,
  movePart,
  partsToKeep,
  reopenDraft,
} from './capture-draft.ts'

const media = (name: string, arrived: boolean): DraftPart => ({
  id: name,
  kind: 'media',
  mediaId: name,
  name,
  type: 'image/jpeg',
  arrived,
  caption: '',
  alt: '',
})
const text = (words: string): DraftPart => ({ id: words, kind: 'text', text: words })
const link = (url: string): DraftPart => ({ id: url, kind: 'link', url, caption: '' })

test('a reload keeps what had arrived and names what must be chosen again', () => {
  const parts = [media('one.jpg', true), media('two.jpg', false), text('words')]
  const { draft, lost } = reopenDraft({ ...beginDraft({}), parts })
  expect(draft.parts.map(({ id }) => id)).toEqual(['one.jpg', 'words'])
  expect(lost).toEqual(['two.jpg'])
})

test('parts trade places and stay within the row', () => {
  const parts = [text('a'), text('b'), text('c')]
  expect(movePart(parts, 'b', 1).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  expect(movePart(parts, 'a', -1)).toBe(parts)
  expect(movePart(parts, 'c', 1)).toBe(parts)
})

test('boxes left empty are not kept', () => {
  expect(partsToKeep([text('  '), link(''), text('a boat')])).toEqual([{ kind: 'text', text: 'a boat' }])
})

test('a link that could do harm is not taken', () => {
  expect(isWrongLink(link('javascript:alert(1)'))).toBe(true)
  expect(isWrongLink(link('example.org'))).toBe(false)
})
