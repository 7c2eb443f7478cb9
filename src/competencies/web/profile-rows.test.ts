import { expect, test } from 'vitest'
import { readProfileRows } from './profile-rows.ts'

const items = [
  { id: 'one', code: 'COL', statement: 'Collaborating', short: '', identifier: 'bc/collaborating' },
  { id: 'two', code: '', statement: 'Creative Thinking', short: '', identifier: 'bc/creative-thinking' },
]
const read = (pasted: string) => readProfileRows(pasted, items)

test('an item is named by its code, its words or its name; a profile by its number or “Profile 2”', () => {
  expect(
    read(
      'COL\t1\tI can take part.\ncreative  thinking\tProfile 2\tI get ideas.\ncollaborating;3;"I listen; I answer"\n',
    ),
  ).toEqual({
    rows: [
      { competencyId: 'one', number: 1, statement: 'I can take part.' },
      { competencyId: 'two', number: 2, statement: 'I get ideas.' },
      { competencyId: 'one', number: 3, statement: 'I listen; I answer' },
    ],
    problems: [],
  })
})

test('problems are told by row, and empty lines count as rows', () => {
  expect(
    read('Dancing,1,I dance\n\nCOL,none,I can\nCOL,1\nCOL,1,"I, too ""can"""\nCOL,1,again').problems,
  ).toEqual([
    { row: 1, problem: 'unknown' },
    { row: 3, problem: 'number' },
    { row: 4, problem: 'columns' },
    { row: 6, problem: 'twice' },
  ])
  expect(read('COL,1,"I, too ""can"""').rows[0]?.statement).toBe('I, too "can"')
})
