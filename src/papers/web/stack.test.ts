import { expect, test, vi } from 'vitest'
import type { FoundPage } from './find-pages.ts'
import {
  addFound,
  changePage,
  emptyStack,
  type Filing,
  joinable,
  joinPage,
  leavePage,
  reopenStack,
  type Stack,
  turnPage,
} from './stack.ts'
import { endScan, takeFromScan } from './stack-scan.ts'
import { piecesIn, questionOf } from './stack-pieces.ts'
import { writesFor } from './stack-writes.ts'

// what is sent is looked at, not said
vi.mock('virtual:words', () => ({ groupOfModule: {}, wordGroups: {} }))

const filing: Filing = {
  key: 'division-3',
  where: { classId: 'division-3' },
  learners: ['mika', 'noor'].map((id) => ({ id, name: id })),
  activities: [{ id: 'leaf', title: 'A leaf up close' }],
  papers: [
    { id: 'mikas', learnerId: 'mika', activityId: null },
    { id: 'mikas-leaf', learnerId: 'mika', activityId: 'leaf' },
    { id: 'noors-leaf', learnerId: 'noor', activityId: 'leaf' },
  ],
  responses: [
    { learnerId: 'noor', activityId: 'leaf', pieceId: 'noors-piece', title: 'Leaf', iterations: 2 },
  ],
}
const corners: FoundPage['corners'] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]
const page = (paperId: string | undefined, sure = true): FoundPage => ({
  code: paperId === undefined ? undefined : { paperId, layout: 'a4' },
  corners,
  ratio: 0.7,
  sure,
})
function stackOf(...found: FoundPage[]): Stack {
  let made = 0
  return addFound(emptyStack, { photo: 'photo', found, newId: () => `id-${(made += 1)}` }, filing)
}
const part = [{ kind: 'media' as const, mediaId: 'cut', caption: '', alt: '' }]
const sent = (stack: Stack, of = filing) =>
  piecesIn(stack, of).map((piece) => writesFor(piece, part, stack, of).map(({ name }) => name))

test('a code says whose a page is and what it answers; what is not known is asked', () => {
  const stack = stackOf(
    page('mikas'),
    page('noors-leaf'),
    page('of another class'),
    page(undefined),
    page('mikas', false),
  )
  expect(stack.pages.map((one) => [one.learnerId, one.activityId, one.code])).toEqual([
    ['mika', undefined, 'known'],
    ['noor', 'leaf', 'known'],
    [undefined, undefined, 'strange'],
    [undefined, undefined, 'none'],
    ['mika', undefined, 'known'],
  ])
  expect(stack.pages.map((one) => questionOf(one, filing))).toEqual([
    undefined,
    undefined,
    'whose',
    'whose',
    'look',
  ])
})

test('two sheets for one activity are one piece, two sheets for anything are two', () => {
  const stack = stackOf(page('mikas-leaf'), page('mikas'), page('mikas-leaf'), page('mikas'))
  expect(piecesIn(stack, filing).map(({ pages }) => pages.length)).toEqual([2, 1, 1])
})

test('where a response is there already it is the next attempt, unless new work is wanted', () => {
  const stack = stackOf(page('noors-leaf'), page('mikas-leaf'), page('mikas'))
  expect(sent(stack)).toEqual([['AddPaperAttempt'], ['PostForLearners', 'Respond'], ['PostForLearners']])
  const first = stack.pages[0]?.id ?? ''
  expect(sent(changePage(stack, first, { anew: true }))[0]).toEqual(['PostForLearners', 'Respond'])
})

test('a learner files what is their own by their own doors; a classmate’s sheet stays out', () => {
  const own: Filing = {
    ...filing,
    key: 'own',
    where: undefined,
    learners: [{ id: 'noor', name: 'Noor' }],
    papers: filing.papers.slice(2),
  }
  const found = [page('noors-leaf'), page('mikas'), page(undefined)]
  const stack = addFound(emptyStack, { photo: 'photo', found, newId: () => crypto.randomUUID() }, own)
  expect(stack.pages.map((one) => questionOf(one, own))).toEqual([undefined, undefined, undefined])
  expect(stack.pages.map(({ left }) => left)).toEqual([false, true, false])
  expect(sent(stack, own).map((names) => names[0])).toEqual(['AddIteration', 'AddPiece'])
})

test('nothing is joined across two learners, and a joined page goes where its first page goes', () => {
  const stack = stackOf(page('mikas'), page('noors-leaf'), page(undefined))
  const [mikas, noors, bare] = stack.pages
  if (!mikas || !noors || !bare) throw new Error('there are three')
  expect(joinable(stack, noors)).toBeUndefined()
  expect(joinable(stack, bare)?.id).toBe(noors.id)
  const joined = joinPage(stack, bare, noors)
  expect(piecesIn(joined, filing).map(({ pages }) => pages.length)).toEqual([1, 2])
  const moved = changePage(joined, noors.id, { learnerId: 'mika' })
  expect(moved.pages.map(({ learnerId }) => learnerId)).toEqual(['mika', 'mika', 'mika'])
  const left = leavePage(moved, noors.id)
  expect(piecesIn(left, filing).map(({ head }) => head.id)).toEqual([mikas.id, bare.id])
})

test('turned four times it is as it was, and what was cut before is cut anew', () => {
  const stack = stackOf(page('mikas'))
  const id = stack.pages[0]?.id ?? ''
  const cut = changePage(stack, id, { cut: 'a file' })
  const turned = turnPage(cut, id)
  expect(turned.pages[0]?.cut).toBeUndefined()
  expect(turned.pages[0]?.ratio).toBeCloseTo(1 / 0.7)
  const whole = [1, 2, 3].reduce((before) => turnPage(before, id), turned)
  expect(whole.pages[0]?.corners).toEqual(corners)
})

test('a photo that is gone takes its pages with it, and says how many', () => {
  const stack = {
    ...stackOf(page('mikas')),
    photos: [{ id: 'photo', name: 'a.jpg', looked: true }],
  }
  expect(reopenStack(stack, () => false)).toMatchObject({ stack: { pages: [] }, lost: 1 })
  expect(reopenStack(stack, () => true)).toMatchObject({ stack: { pages: [{ photo: 'photo' }] }, lost: 0 })
})

test('a scanner’s document goes on with the page after the last one taken, also past one that cannot be drawn', () => {
  const begun = { ...emptyStack, scans: [{ id: 'scan', name: 'a.pdf', taken: 0, pages: 0 }] }
  const first = takeFromScan(begun, 'scan', { number: 1, pages: 3, photo: 'one', name: 'a.pdf (1)' })
  const second = takeFromScan(first, 'scan', { number: 2, pages: 3, photo: undefined, name: 'a.pdf (2)' })
  expect(second.scans).toEqual([{ id: 'scan', name: 'a.pdf', taken: 2, pages: 3 }])
  expect(second.photos).toEqual([{ id: 'one', name: 'a.pdf (1)', looked: false }])
  expect(reopenStack(second, () => true).stack.scans).toHaveLength(1)
  expect(reopenStack(second, (id) => id === 'one')).toMatchObject({ stack: { scans: [] }, lost: 1 })
  expect(endScan(second, 'scan').scans).toEqual([])
})
