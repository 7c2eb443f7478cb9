import { expect, test } from 'vitest'
import { draftOfPack } from '../../competencies/pack.ts'
import { fewOf, findAtHand, type InForce } from './find-at-hand.ts'

function frameworkOf(pack: string): InForce {
  const draft = draftOfPack(pack)
  const below = new Map(draft?.ties.map(({ origin, destination }) => [origin, destination]))
  const stars = (draft?.competencies ?? []).map(
    ({ identifier, statement, notes = '', translations = {} }) => ({
      id: identifier,
      identifier,
      statement,
      notes,
      code: '',
      short: '',
      translations,
      parents: [below.get(identifier) ?? ''],
    }),
  )
  return { id: pack, title: draft?.title ?? '', translations: {}, more: false, stars }
}

const frameworks = [frameworkOf('bc/core-competencies'), frameworkOf('spokane/graduate-profile')]
const names = (asked: string) => findAtHand(frameworks, asked).map(({ statement }) => statement)

test('a competency is found by pieces of its name or its plain description, in either language, names first', () => {
  expect(names('working COLLECT')).toEqual(['Working collectively'])
  expect(names('pensee creat')).toContain('Creative Thinking')
  expect(names('strong feelings')).toEqual(['Self-regulating'])
  expect(names('empathie')).toEqual(['Empathy'])
  expect(names('collab')[0]).toBe('Collaborating')
  expect(names('quetzal')).toEqual([])
  expect(names('  ')).toEqual([])
})

test('the youngest choose among few, and those have pictures', () => {
  expect(fewOf(frameworks[0] as InForce)).toHaveLength(7)
  expect(fewOf(frameworks[1] as InForce)).toHaveLength(6)
})

test('a hundred times as many are searched in less than a blink', () => {
  const many = Array.from({ length: 100 }, () => frameworks[0] as InForce)
  const begun = performance.now()
  expect(findAtHand(many, 'relationships cultural').length).toBeGreaterThan(0)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
