import { expect, test } from 'vitest'
import { type KeyboardPen, type KeyboardStep, pressKey } from './keyboard-pen.ts'

const sheet = { width: 1600, height: 1200 }
const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

function play(keys: readonly string[], stamps = false) {
  let pen: KeyboardPen = { at: { x: 800, y: 600 }, line: undefined }
  const done: KeyboardStep[] = []
  for (const key of keys) {
    const step = pressKey(pen, { key, ...plain }, sheet, stamps)
    if (!step) continue
    pen = step.pen
    done.push(step)
  }
  return { pen, last: done.at(-1), kinds: done.map(({ kind }) => kind) }
}

test('down, along, up: a line of close points is drawn', () => {
  const { last, kinds } = play([' ', 'ArrowRight', 'ArrowRight', 'ArrowDown', ' '])
  expect(kinds).toEqual(['down', 'moved', 'moved', 'moved', 'drawn'])
  if (last?.kind !== 'drawn') throw new Error('nothing was drawn')
  expect(last.gesture.points.slice(0, 3)).toEqual([800, 600, 50])
  expect(last.gesture.points.slice(-3)).toEqual([850, 625, 50])
  expect(last.gesture.points.length / 3).toBeGreaterThan(8)
})

test('a pen put down and lifted leaves a dot; a shape is placed at once', () => {
  const dot = play(['Enter', 'Enter']).last
  expect(dot?.kind === 'drawn' && dot.gesture.points).toEqual([800, 600, 50])
  expect(play(['Enter'], true).last?.kind).toBe('placed')
})

test('Escape drops the line, and with no line it is left to the window', () => {
  expect(play([' ', 'ArrowLeft', 'Escape']).kinds.at(-1)).toBe('dropped')
  expect(play(['Escape']).kinds).toEqual([])
})

test('the pen stays on the sheet, and commands are left alone', () => {
  const pen = { at: { x: 10, y: 10 }, line: undefined }
  const left = pressKey(pen, { key: 'ArrowLeft', ...plain, shiftKey: true }, sheet, false)
  expect(left?.pen.at).toEqual({ x: 0, y: 10 })
  expect(pressKey(pen, { key: 'ArrowLeft', ...plain, ctrlKey: true }, sheet, false)).toBeUndefined()
  expect(pressKey(pen, { key: 'z', ...plain }, sheet, false)).toBeUndefined()
})
