import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AskedPrompt, bandOfGrade, bands, choosePrompts, restingDays, stages } from './prompt.ts'
import { bankPrompts } from './prompt-bank.ts'

const now = new Date('2026-11-25T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000).toISOString()
const asked = (key: string, more: Partial<AskedPrompt> = {}): AskedPrompt => ({
  key,
  stage: 'finished',
  askedAt: null,
  own: false,
  ...more,
})
const keysOf = (prompts: AskedPrompt[], turn = 0) =>
  choosePrompts(prompts, { stage: 'finished', now, turn }).map(({ key }) => key)

test('one or two questions of the stage are asked, a teacher’s own first, then those asked longest ago', () => {
  const prompts = [
    asked('lately', { askedAt: daysAgo(30) }),
    asked('long ago', { askedAt: daysAgo(90) }),
    asked('planning', { stage: 'planning' }),
    asked('of the teacher', { own: true, stage: null, askedAt: daysAgo(40) }),
  ]
  expect(keysOf(prompts)).toEqual(['of the teacher', 'long ago'])
})

test('nothing is asked again within three weeks, and then it may be', () => {
  expect(keysOf([asked('a', { askedAt: daysAgo(restingDays - 0.1) })])).toEqual([])
  expect(keysOf([asked('a', { askedAt: daysAgo(restingDays + 0.1) })])).toEqual(['a'])
})

test('the turn changes what is asked', () => {
  const prompts = ['a', 'b', 'c', 'd'].map((key) => asked(key))
  expect(new Set([0, 1, 2, 3].map((turn) => keysOf(prompts, turn).join()))).toHaveProperty('size', 4)
})

test('whatever was asked before, at most two come, each once and none that rests', () => {
  const prompt = fc.record({
    key: fc.string(),
    stage: fc.constantFrom(...stages, null),
    own: fc.boolean(),
    askedAt: fc.option(fc.integer({ min: 0, max: 60 }).map(daysAgo)),
  })
  fc.assert(
    fc.property(fc.uniqueArray(prompt, { selector: ({ key }) => key }), fc.nat(), (prompts, turn) => {
      const chosen = choosePrompts(prompts, { stage: 'stuck', now, turn })
      expect(chosen.length).toBeLessThanOrEqual(2)
      expect(new Set(chosen).size).toBe(chosen.length)
      for (const { askedAt, stage } of chosen) {
        expect([null, 'stuck']).toContain(stage)
        expect(askedAt === null || Date.parse(askedAt) < Date.parse(daysAgo(restingDays))).toBe(true)
      }
    }),
  )
})

test.each([
  ['K', 'k2'],
  ['2', 'k2'],
  ['3', '35'],
  ['5', '35'],
  ['6', '69'],
  ['9', '69'],
  ['10', '1012'],
  ['12', '1012'],
  [null, '1012'],
])('grade %s is spoken to as %s', (grade, band) => expect(bandOfGrade(grade)).toBe(band))

test('every band has at least two questions for every stage, each in both languages and under one key', () => {
  expect(new Set(bankPrompts.map(({ key }) => key)).size).toBe(bankPrompts.length)
  for (const band of bands) {
    for (const stage of stages) {
      const some = bankPrompts.filter((prompt) => prompt.band === band && prompt.stage === stage)
      expect([band, stage, some.length >= 2]).toEqual([band, stage, true])
      for (const { words } of some) expect([words.en, words.fr]).not.toContain('')
    }
  }
})
