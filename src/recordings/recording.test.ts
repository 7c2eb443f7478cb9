import { expect, test } from 'vitest'
import {
  chooseType,
  isCut,
  isFull,
  loudnessOf,
  moveEnd,
  nameRecording,
  sayClock,
  secondsLeft,
} from './recording.ts'

test('the type that most devices can play is taken, and none where nothing can be recorded', () => {
  expect(chooseType('video', () => true)).toContain('video/mp4')
  expect(chooseType('audio', (type) => type.includes('webm'))).toBe('audio/webm;codecs=opus')
  expect(chooseType('audio', () => false)).toBeUndefined()
})

test('a recording gets a name that every computer can keep', () => {
  const at = new Date(2026, 10, 4, 9, 5)
  expect(nameRecording('My voice', 'audio/webm;codecs=opus', at)).toBe('My voice 2026-11-04 09.05.webm')
  expect(nameRecording('Ma voix', 'audio/mp4;codecs=mp4a.40.2', at)).toBe('Ma voix 2026-11-04 09.05.m4a')
})

test('the time left is first guessed and then measured', () => {
  const limit = { kind: 'video', mostBytes: 328_500_000 } as const
  expect(secondsLeft({ ...limit, seconds: 0, bytes: 0 })).toBe(1000)
  // half as heavy as asked for: twice as long
  expect(secondsLeft({ ...limit, seconds: 100, bytes: 16_425_000 })).toBe(1900)
  // a picture that hardly moves weighs next to nothing; nobody is promised a year
  expect(secondsLeft({ ...limit, seconds: 100, bytes: 1 })).toBeLessThanOrEqual(20_000)
})

test('a recording ends before the file is too large', () => {
  const growth = { kind: 'audio', seconds: 60, bytes: 960_000 } as const
  expect(isFull({ ...growth, mostBytes: 2_000_000 })).toBe(false)
  expect(isFull({ ...growth, mostBytes: 1_000_000 })).toBe(true)
})

test('clocks are read as people write them', () => {
  expect([0, 7.9, 65, 3723, -1].map(sayClock)).toEqual(['0:00', '0:07', '1:05', '1:02:03', '0:00'])
})

test('the ends never cross and never leave the recording', () => {
  const ends = { start: 2, end: 8 }
  expect(moveEnd(ends, 'start', 20, 10)).toEqual({ start: 7.5, end: 8 })
  expect(moveEnd(ends, 'end', 0, 10)).toEqual({ start: 2, end: 2.5 })
  expect(moveEnd(ends, 'end', 99, 10)).toEqual({ start: 2, end: 10 })
  expect(moveEnd({ start: 0, end: 0.2 }, 'end', 0, 0.2)).toEqual({ start: 0, end: 0.2 })
})

test('ends put back where they were cut nothing', () => {
  expect(isCut({ start: 0, end: 10 }, 10.02)).toBe(false)
  expect(isCut({ start: 1, end: 10 }, 10)).toBe(true)
})

test('silence is nothing, a shout is everything, and speech is in between', () => {
  expect(loudnessOf(new Float32Array(512))).toBe(0)
  expect(loudnessOf(new Float32Array(512).fill(1))).toBeCloseTo(1)
  const speech = loudnessOf(new Float32Array(512).fill(0.03))
  expect(speech).toBeGreaterThan(0.3)
  expect(speech).toBeLessThan(0.7)
})
