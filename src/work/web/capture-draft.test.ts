import { expect, test } from 'vitest'
import {
  beginDraft,
  type DraftPart,
  filesOf,
  isWrongLink,
  movePart,
  partsToKeep,
  reopenDraft,
} from './capture-draft.ts'

const media = (name: string): DraftPart => ({
  id: name,
  kind: 'media',
  mediaId: name,
  name,
  type: 'image/jpeg',
  caption: '',
  alt: '',
})
const text = (words: string): DraftPart => ({ id: words, kind: 'text', text: words })
const link = (url: string): DraftPart => ({ id: url, kind: 'link', url, caption: '' })

test('a closed page leaves everything that is on the device, and names what is not there any more', () => {
  const parts = [media('one.jpg'), media('two.jpg'), text('words')]
  expect(filesOf({ ...beginDraft({}), parts })).toEqual(['one.jpg', 'two.jpg'])
  const { draft, lost } = reopenDraft({ ...beginDraft({}), parts }, new Set(['one.jpg']))
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
