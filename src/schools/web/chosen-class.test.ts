import { expect, test } from 'vitest'
import { chooseClass } from './chosen-class.ts'

const classes = [{ id: 'morning' }, { id: 'afternoon' }]

test('the class in the address comes before the one looked at last', () => {
  expect(chooseClass(classes, 'afternoon', 'morning')?.id).toBe('afternoon')
  expect(chooseClass(classes, null, 'afternoon')?.id).toBe('afternoon')
})

test('a class no longer taught is left for the first', () => {
  expect(chooseClass(classes, 'last-year', 'long-ago')?.id).toBe('morning')
  expect(chooseClass([], 'morning', null)).toBeUndefined()
})
