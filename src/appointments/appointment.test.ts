import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayPlan, planAmiss, slotsOf, standsTo } from './appointment.ts'
import { calendarFile } from './calendar-file.ts'

const afternoon: DayPlan = {
  fromMinute: 15 * 60,
  toMinute: 16 * 60,
  lengthMinutes: 15,
  breakMinutes: 5,
  stations: 2,
}

test('an hour of fifteen minutes with breaks of five holds three, at two stations each', () => {
  expect(
    slotsOf(afternoon).map((one) => `${one.fromMinute - 900}-${one.toMinute - 900} ${one.station}`),
  ).toEqual(['0-15 1', '0-15 2', '20-35 1', '20-35 2', '40-55 1', '40-55 2'])
  expect(slotsOf({ ...afternoon, breakMinutes: 0, stations: 1 })).toHaveLength(4)
  expect(planAmiss({ ...afternoon, toMinute: 910 })).toBe('none')
  expect(planAmiss({ ...afternoon, fromMinute: 0, toMinute: 1440, lengthMinutes: 5, stations: 20 })).toBe(
    'many',
  )
  expect(planAmiss(afternoon)).toBeUndefined()
})

test('slots of any day lie within it, apart by the break, and one more would not fit', () => {
  const minute = (min: number, max: number) => fc.integer({ min, max })
  fc.assert(
    fc.property(
      minute(0, 1200),
      minute(5, 240),
      minute(5, 60),
      minute(0, 30),
      (from, span, length, pause) => {
        const plan = {
          fromMinute: from,
          toMinute: from + span,
          lengthMinutes: length,
          breakMinutes: pause,
          stations: 1,
        }
        const slots = slotsOf(plan)
        for (const [number, slot] of slots.entries()) {
          expect(slot.toMinute - slot.fromMinute).toBe(length)
          const before = slots[number - 1]
          expect(slot.fromMinute).toBe(before ? before.toMinute + pause : from)
        }
        const end = slots.at(-1)?.toMinute ?? from - pause
        expect(end).toBeLessThanOrEqual(Math.max(plan.toMinute, from))
        expect(end + pause + length).toBeGreaterThan(plan.toMinute)
      },
    ),
  )
})

const at = (from: string, to: string) => ({
  startsAt: `2026-12-01T${from}:00-08:00`,
  endsAt: `2026-12-01T${to}:00-08:00`,
})

test('a time says how it stands to the sister’s or brother’s', () => {
  const sibling = at('15:20', '15:35')
  expect(standsTo(at('15:20', '15:35'), sibling)).toBe('meanwhile')
  expect(standsTo(at('15:30', '15:45'), sibling)).toBe('meanwhile')
  expect(standsTo(at('15:35', '15:50'), sibling)).toBe('after')
  expect(standsTo(at('15:55', '16:10'), sibling)).toBe('after')
  expect(standsTo(at('15:00', '15:15'), sibling)).toBe('before')
  expect(standsTo(at('17:00', '17:15'), sibling)).toBeUndefined()
})

const event = {
  id: 'one',
  startsAt: '2026-12-01T23:20:00Z',
  heldOn: '2026-12-01',
  fromMinute: 920,
  toMinute: 935,
  title: 'Conference: Mika; with “all”, of us',
  place: 'Room 4\nupstairs',
  words: '',
}
const stampedAt = new Date('2026-11-24T17:00:00Z')

test('a calendar file says the hour on the school’s wall, with its zone spelled out', () => {
  const file = calendarFile([event], 'America/Vancouver', stampedAt)
  const lines = file.split('\r\n')
  for (const line of [
    'DTSTART;TZID=America/Vancouver:20261201T152000',
    'DTEND;TZID=America/Vancouver:20261201T153500',
    'DTSTAMP:20261124T170000Z',
    'LOCATION:Room 4\\nupstairs',
    'SUMMARY:Conference: Mika\\; with “all”\\, of us',
    'TZOFFSETTO:-0800',
  ])
    expect(lines).toContain(line)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('meetings on both sides of the change of clocks each have their offset', () => {
  const later = { ...event, id: 'two', heldOn: '2027-04-01', startsAt: '2027-04-01T22:20:00Z' }
  const file = calendarFile([later, event], 'America/Vancouver', stampedAt)
  expect(file.match(/TZOFFSET\w+:.*(?=\r)/g)).toEqual([
    'TZOFFSETFROM:-0800',
    'TZOFFSETTO:-0800',
    'TZOFFSETFROM:-0800',
    'TZOFFSETTO:-0700',
  ])
  expect(file).toContain('DTSTART:20270401T000000\r\n')
})

test('long lines are folded between letters', () => {
  const title = 'ਹਰਪ੍ਰੀਤ '.repeat(20)
  const file = calendarFile([{ ...event, title }], 'Asia/Kolkata', stampedAt)
  const bytes = new TextEncoder()
  for (const line of file.split('\r\n')) expect(bytes.encode(line).length).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})
