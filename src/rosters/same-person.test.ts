import { expect, test } from 'vitest'
import { doubtOf, humanOf } from './same-person.ts'
import type { PersonFacts } from './standing.ts'

const adult: Parameters<typeof humanOf>[0] = {
  given: 'Ann',
  family: 'Reed',
  email: '',
  master: '',
  roles: ['guardian'],
}

test('two records of an adult are one by a master identifier and the family name, or by e-mail and name', () => {
  const known = humanOf({ ...adult, master: 'M-7' })
  expect(known).not.toBe('')
  expect(humanOf({ ...adult, given: 'Annie', family: 'REED', master: 'M-7', roles: ['teacher'] })).toBe(known)
  expect(humanOf({ ...adult, email: 'Ann@Mail.example' })).toBe(
    humanOf({ ...adult, email: 'ann@mail.example' }),
  )
})

test('what stands in every row makes nobody one with another, who would open their family', () => {
  for (const master of ['N/A', 'none', '0', '-', 'unknown', 'NULL'])
    expect(humanOf({ ...adult, master })).toBe('')
  for (const email of ['none@mail.example', 'n/a', 'x@x.example'])
    expect(humanOf({ ...adult, email })).toBe('')
  expect(humanOf({ ...adult, family: 'Park', master: 'M-7' })).not.toBe(humanOf({ ...adult, master: 'M-7' }))
})

test('a child is never one with an adult', () => {
  expect(humanOf({ ...adult, master: 'M-7', roles: ['student'] })).toBe('')
  expect(humanOf({ ...adult, master: 'M-7', roles: [] })).toBe('')
})

test('an id is no child’s sign of being the same by what stands in every row, nor by a first name that is common', () => {
  const was: PersonFacts = {
    given: 'Mia',
    family: 'Reed',
    roles: ['student'],
    grades: ['04'],
    email: '',
    username: '',
    master: '',
    identifiers: ['{SIS:N/A}'],
    born: '12',
  }
  const known = {
    id: 'x',
    leftOn: null,
    given: 'Mia',
    family: 'Reed',
    legalGiven: null,
    legalFamily: null,
    facts: was,
  }
  const doubt = (now: Partial<PersonFacts>) => {
    const { roles: _, ...said } = { ...was, ...now }
    const roles = [{ role: 'student' as const, schoolKey: '', opensOn: '', closesOn: '' }]
    const one = { ...said, file: 'a', row: 2, key: 'L1', usualGiven: '', usualFamily: '', roles }
    return doubtOf({ accepts: [] }, one, known)
  }
  expect(doubt({ given: 'Zoé', family: 'Ahn' })).toBe('another_person')
  expect(doubt({ family: 'Ahn', born: '55' })).toBe('another_person')
  // a new family name, or a birthday that was written wrongly
  expect([doubt({ family: 'Ahn' }), doubt({ born: '55' })]).toEqual([undefined, undefined])
})
