import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMade } from './made.ts'

const now = new Date('2026-10-16T12:00:00Z')
const day = 24 * 3_600_000
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const claim = (claimed: Date, offset: number, heardAt?: Date) =>
  JSON.stringify({ claimed: claimed.toISOString(), offset, heardAt: heardAt?.toISOString() })

describe('when something was made', () => {
  test('two days without a network are two days ago', () => {
    const made = ago(2 * day)
    expect(readMade(claim(made, 0, ago(3 * day)), now)).toEqual({ at: made, claimed: made })
  })

  test('a clock a year behind is set right by what it was off, and its word is kept', () => {
    const clock = ago(366 * day)
    const { at, claimed } = readMade(claim(clock, 365 * day, ago(2 * day)), now)
    expect(at).toEqual(ago(day))
    expect(claimed).toEqual(clock)
  })

  test('a clock that jumped to 1970 when the battery died says: after the last contact', () => {
    expect(readMade(claim(new Date(5_000), 0, ago(2 * day)), now).at).toEqual(ago(2 * day))
  })

  test('a clock that jumped ahead says: now at the latest', () => {
    expect(readMade(claim(new Date(now.getTime() + 400 * day), 0, ago(day)), now).at).toEqual(now)
  })

  test('a clock that cannot be read at all leaves the moment of arrival', () => {
    expect(readMade(claim(new Date(5_000), 0), now).at).toEqual(now)
  })

  test.each([
    undefined,
    '',
    'yesterday',
    '{}',
    '[]',
    'null',
    '{"claimed":"x","offset":1}',
    '{"claimed":"2026-10-16T12:00:00Z","offset":"much"}',
    '{"claimed":"+012026-10-16T12:00:00Z","offset":0}',
    'x'.repeat(400),
  ])('what is no claim is no claim: %s', (header) => {
    expect(readMade(header, now)).toEqual({ at: now, claimed: null })
  })

  test('whatever a device says, nothing is made in the future or before anybody could have waited', () => {
    const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
    fc.assert(
      fc.property(moment, fc.integer(), fc.option(moment, { nil: undefined }), (clock, offset, heard) => {
        const { at } = readMade(claim(clock, offset, heard), now)
        expect(at.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime() - 120 * day)
      }),
    )
  })
})
