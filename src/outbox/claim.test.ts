import { expect, test } from 'vitest'
import { readMade } from '../platform/made.ts'
import { claimAfter } from './claim.ts'

const now = new Date('2026-10-16T12:00:00Z')
const at = (claim: object) => readMade(JSON.stringify(claim), now).at.toISOString()

test('the first is as the clock says', () => {
  const claim = { claimed: '2026-10-14T09:00:00.000Z', offset: 0 }
  expect(claimAfter(claim, undefined)).toBe(claim)
})

test('an hour later is an hour later', () => {
  const first = { claimed: '2026-10-14T09:00:00.000Z', offset: 0, heardAt: '2026-10-14T08:00:00.000Z' }
  const second = claimAfter({ ...first, claimed: '2026-10-14T10:00:00.000Z' }, first)
  expect(at(second)).toBe('2026-10-14T10:00:00.000Z')
})

test('with a clock that fell back to 1970 in between, the order stays', () => {
  const first = { claimed: '2026-10-14T09:00:00.000Z', offset: 0, heardAt: '2026-10-14T08:00:00.000Z' }
  const second = claimAfter({ ...first, claimed: '1970-01-01T00:00:05.000Z' }, first)
  const third = claimAfter({ ...first, claimed: '1970-01-01T00:10:00.000Z' }, second)
  expect([first, second, third].map(at)).toEqual([
    '2026-10-14T09:00:00.000Z',
    '2026-10-14T09:00:00.001Z',
    '2026-10-14T09:00:00.002Z',
  ])
})

test('a clock a year ahead, known to be so, changes nothing', () => {
  const year = 365 * 24 * 3_600_000
  const first = { claimed: '2027-10-14T09:00:00.000Z', offset: -year, heardAt: '2026-10-14T08:00:00.000Z' }
  const second = claimAfter({ ...first, claimed: '2027-10-14T09:30:00.000Z' }, first)
  expect(at(second)).toBe('2026-10-14T09:30:00.000Z')
})

test('a device that forgot how wrong its clock is takes it from what it kept before', () => {
  const before = {
    claimed: '2026-11-25T07:00:00.000Z',
    offset: -3_600_000,
    heardAt: '2026-11-25T05:59:00.000Z',
  }
  const after = claimAfter({ claimed: '2026-11-25T08:00:00.000Z', offset: 0 }, before)
  expect(after.offset).toBe(-3_600_000)
  expect(claimAfter({ ...after, offset: 5, heardAt: '2026-11-25T07:30:00.000Z' }, before).offset).toBe(5)
})
