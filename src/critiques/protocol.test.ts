import { expect, test } from 'vitest'
import {
  currentProtocols,
  makersStep,
  protocolKeys,
  type Protocol,
  protocolOf,
  protocols,
  stepsAmiss,
  stepsFor,
} from './protocol.ts'

const known = (key: string): Protocol => {
  const found = protocolOf(key)
  if (!found) throw new Error(key)
  return found
}
const kind = known('kind-specific-helpful')
const response = known('critical-response')
const said = (...steps: string[]) => steps.map((step) => ({ step, text: 'Some words.' }))
const plain = { question: '', leaves: [] }

test('every protocol is complete in both languages and for all ages', () => {
  expect(currentProtocols.map(({ key }) => key)).toEqual([...protocolKeys])
  for (const { steps, name, about, version, key } of protocols) {
    expect(protocolOf(key, version)?.steps).toBe(steps)
    for (const both of [name, about, ...steps.flatMap((step) => [step.name, step.about])]) {
      expect(both.en.trim() !== '' && both.fr.trim() !== '' && both.en !== both.fr).toBe(true)
    }
    for (const step of steps) {
      for (const band of ['early', 'middle', 'older'] as const) {
        expect(step.starters[band].en.length).toBeGreaterThan(0)
        expect(step.starters[band].en.length).toBe(step.starters[band].fr.length)
      }
      expect(step.needs === undefined || steps.some((one) => one.key === step.needs)).toBe(true)
    }
  }
})

test('kind, specific and helpful are all asked for, each once', () => {
  expect(stepsAmiss(kind, plain, said('kind', 'specific', 'helpful'))).toEqual([])
  expect(stepsAmiss(kind, plain, said('kind', 'helpful'))).toEqual(['specific'])
  expect(stepsAmiss(kind, plain, said('kind', 'specific', 'helpful', 'kind'))).toEqual(['kind'])
  expect(stepsAmiss(kind, plain, said('kind', 'specific', 'helpful', 'mean'))).toEqual(['mean'])
  expect(stepsAmiss(kind, plain, [...said('kind', 'specific'), { step: 'helpful', text: '  ' }])).toEqual([
    'helpful',
  ])
  const spoken = { step: 'helpful', text: '', mediaId: '0193' }
  expect(stepsAmiss(kind, plain, [...said('kind', 'specific'), spoken])).toEqual([])
})

test('the maker’s question is answered only where one was asked', () => {
  expect(makersStep(response)?.key).toBe('question')
  expect(makersStep(kind)).toBeUndefined()
  const keys = (asked: { question: string; leaves: string[] }) =>
    stepsFor(response, asked).map(({ key }) => key)
  expect(keys({ question: '', leaves: [] })).toEqual(['meaning', 'neutral', 'about'])
  expect(keys({ question: 'Is it clear?', leaves: [] })).toEqual(['meaning', 'question', 'neutral', 'about'])
})

test('an opinion is said only with leave', () => {
  const words = said('meaning', 'neutral', 'about', 'opinion')
  expect(stepsAmiss(response, plain, words)).toEqual(['opinion'])
  expect(stepsAmiss(response, { question: '', leaves: ['about'] }, words)).toEqual([])
  expect(stepsAmiss(response, plain, said('meaning', 'neutral'))).toEqual([])
})
