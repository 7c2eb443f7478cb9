import type { Day } from './cast-shape.ts'
import { seeded } from './seeded.ts'

export type SchoolYear = {
  name: string
  opensOn: Day
  closesOn: Day
  terms: { name: string; opensOn: Day; closesOn: Day }[]
}

const dayLength = 86_400_000

export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10)
}

export function daysBefore(today: Date, days: number): Date {
  return new Date(
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()) - days * dayLength,
  )
}

/**
 * Two school years hung on today: the open one is always in its twelfth week, the one before closed in
 * its forty-second. The demo looks like November whenever it is filled.
 */
export function schoolYears(today: Date): { last: SchoolYear; current: SchoolYear } {
  const monday = daysBefore(today, (today.getUTCDay() + 6) % 7)
  const opening = daysBefore(monday, 11 * 7 - 1)
  return { last: schoolYear(daysBefore(opening, 52 * 7)), current: schoolYear(opening) }
}

function schoolYear(opening: Date): SchoolYear {
  const after = (weeks: number): Day => dayOf(daysBefore(opening, -(weeks * 7 - 4)))
  const start = (weeks: number): Day => dayOf(daysBefore(opening, -(weeks * 7 - 1)))
  const year = opening.getUTCFullYear()
  const name = `${year}/${String(year + 1).slice(2)}`
  return {
    name,
    opensOn: dayOf(opening),
    closesOn: after(42),
    terms: [
      { name: `${name} Term 1`, opensOn: dayOf(opening), closesOn: after(13) },
      { name: `${name} Term 2`, opensOn: start(13), closesOn: after(28) },
      { name: `${name} Term 3`, opensOn: start(28), closesOn: after(42) },
    ],
  }
}

/** A moment in school hours so many days ago; a weekend becomes the Friday before. */
export function schoolMoment(today: Date, daysAgo: number, key: string): Date {
  const day = daysBefore(today, daysAgo)
  const weekend = day.getUTCDay() === 6 ? 1 : day.getUTCDay() === 0 ? 2 : 0
  const minutes = 17 * 60 + Math.floor(seeded(`minute ${key}`)() * 320)
  return new Date(day.getTime() - weekend * dayLength + minutes * 60_000)
}

/** A moment some days after another; a weekend becomes the Monday after. */
export function schoolMomentAfter(earlier: Date, days: number, key: string): Date {
  const day = daysBefore(earlier, -days)
  const weekend = day.getUTCDay() === 6 ? 2 : day.getUTCDay() === 0 ? 1 : 0
  const minutes = 17 * 60 + Math.floor(seeded(`minute ${key}`)() * 320)
  return new Date(day.getTime() + weekend * dayLength + minutes * 60_000)
}
