import { describe, expect, test } from 'vitest'
import { namesBeginning, shortNames } from './short-names.ts'
import {
  addPictures,
  countsOf,
  emptyStack,
  goOn,
  lastTapped,
  onlyThose,
  openPicture,
  removePicture,
  reopenStack,
  sameAsLast,
  type Stack,
  tapAll,
  tapLearner,
  undone,
} from './stack-draft.ts'

let made = 0
const newId = () => `id-${(made += 1)}`
const learner = (id: string, name = id) => ({
  id,
  name,
  givenName: name.split(' ')[0] ?? name,
  grade: '3',
  joinedOn: '2026-09-01',
})
const picture = (id: string) => ({
  id,
  mediaId: `${id}-file`,
  name: `${id}.jpg`,
  type: 'image/jpeg',
  caption: '',
  learners: [],
})
const two = addPictures(emptyStack, [picture('a'), picture('b')])
const whose = (stack: Stack) =>
  stack.pictures.map(({ learners }) => learners.map(({ learnerId }) => learnerId).join(' '))

describe('tapping', () => {
  test('one face each: a tap files the picture and goes on, and after the last comes the review', () => {
    const one = tapLearner(two, 'mika', newId)
    expect(openPicture(one)?.id).toBe('b')
    const both = tapLearner(one, 'noor', newId)
    expect([whose(both), both.at]).toEqual([['mika', 'noor'], 'review'])
  })

  test('several faces: taps gather on one picture until one goes on', () => {
    const several = { ...two, oneEach: false }
    const tapped = tapLearner(tapLearner(several, 'mika', newId), 'noor', newId)
    expect(whose(tapped)).toEqual(['mika noor', ''])
    expect(whose(tapLearner(tapped, 'mika', newId))).toEqual(['noor', ''])
    expect(openPicture(goOn(tapped))?.id).toBe('b')
  })

  test('every learner of every picture gets ids of their own', () => {
    const all = tapAll({ ...two, oneEach: false }, [learner('mika'), learner('noor')], newId)
    const same = sameAsLast(goOn(all), newId)
    const ids = same.pictures.flatMap(({ learners }) =>
      learners.flatMap(({ id, iterationId }) => [id, iterationId]),
    )
    expect([whose(same), ids.length, new Set(ids).size]).toEqual([['mika noor', 'mika noor'], 8, 8])
  })

  test('everybody again is nobody', () => {
    const class3 = [learner('mika'), learner('noor')]
    expect(whose(tapAll(tapAll(two, class3, newId), class3, newId))).toEqual(['', ''])
  })

  test('"same as last" is the nearest earlier picture that is anybody’s', () => {
    expect(lastTapped(two)).toEqual([])
    const skipped = goOn(goOn(tapLearner(addPictures(two, [picture('c')]), 'mika', newId)))
    expect(lastTapped({ ...skipped, open: 'c' })).toEqual(['mika'])
  })

  test('undo takes back a tap, brings back what was taken out, and leaves what came meanwhile', () => {
    const tapped = tapLearner(two, 'mika', newId)
    const more = addPictures(removePicture(tapped, 'b'), [picture('c')])
    expect(whose(undone(more, tapped))).toEqual(['mika', '', ''])
    expect(undone(more, two).pictures.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(whose(undone(more, two))).toEqual(['', '', ''])
    expect(openPicture(undone(more, two))?.id).toBe('a')
  })

  test('it is counted who has one', () => {
    const tapped = sameAsLast(tapLearner(two, 'mika', newId), newId)
    expect([...countsOf(tapped)]).toEqual([['mika', 2]])
  })

  test('whoever left the class meanwhile is in no picture', () => {
    expect(whose(onlyThose(tapLearner(two, 'ines', newId), [learner('mika')]))).toEqual(['', ''])
  })
})

describe('after a closed page', () => {
  test('a picture that is not on the device is named', () => {
    const { stack, lost } = reopenStack(two, new Set(['b-file']), new Set())
    expect([stack.pictures.map(({ id }) => id), lost, stack.open]).toEqual([['b'], ['a.jpg'], 'b'])
  })

  test('in the middle of filing, what has gone ahead is filed and not lost, and the rest is still to file', () => {
    const three = { ...addPictures(two, [picture('c')]), filing: true }
    const { stack, lost } = reopenStack(three, new Set(['b-file', 'c-file']), new Set(['b']))
    expect([stack.pictures.map(({ id }) => id), lost]).toEqual([['c'], []])
  })
})

describe('names', () => {
  const three = [
    learner('1', 'Sam Friesen'),
    learner('2', 'Sam Louie'),
    learner('3', 'Océane Bélanger'),
    learner('4', 'Bo Samson'),
  ]

  test('are as short as tells two apart', () => {
    expect([...shortNames(three).values()]).toEqual(['Sam F', 'Sam L', 'Océane', 'Bo'])
    expect([...shortNames([learner('1', 'Sam Friesen'), learner('2', 'Sam Faye')]).values()]).toEqual([
      'Sam Friesen',
      'Sam Faye',
    ])
  })

  test('are found by their first letters, without accents, those without a picture first', () => {
    const found = (typed: string, have: string[] = []) =>
      namesBeginning(three, typed, new Map(have.map((id) => [id, 1]))).map(({ id }) => id)
    expect(found('oc')).toEqual(['3'])
    expect(found('BÉL')).toEqual(['3'])
    expect(found('sam')).toEqual(['1', '2', '4'])
    expect(found('sam', ['1'])).toEqual(['2', '1', '4'])
    expect(found(' ')).toEqual([])
  })
})
