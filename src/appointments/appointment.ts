/**
 * When and where a conference is. A teacher plans days; a day is cut into slots, as many at once as there are
 * stations; each slot is one household's for one learner. A household is a guardian and whoever they bring: two
 * who live apart each have their own, and neither is told of the other's.
 */
export const meetingWays = ['in_person', 'phone', 'video'] as const

export const longestPlace = 200
export const longestLanguage = 40
export const mostLanguages = 12
export const longestWish = 600
export const mostStations = 20
/** More than these on one day was mistyped. */
export const mostSlots = 400

export type DayPlan = {
  fromMinute: number
  toMinute: number
  lengthMinutes: number
  breakMinutes: number
  stations: number
}

export type PlannedSlot = { fromMinute: number; toMinute: number; station: number }

/** Cuts a day into slots: only whole ones, and no break after the last. */
export function slotsOf(plan: DayPlan): PlannedSlot[] {
  const step = plan.lengthMinutes + plan.breakMinutes
  const count = Math.floor((plan.toMinute - plan.fromMinute + plan.breakMinutes) / step)
  return Array.from({ length: Math.max(0, count) }, (_, number) => {
    const fromMinute = plan.fromMinute + number * step
    return Array.from({ length: plan.stations }, (__, station) => ({
      fromMinute,
      toMinute: fromMinute + plan.lengthMinutes,
      station: station + 1,
    }))
  }).flat()
}

export type PlanAmiss = 'none' | 'many'

/** What is wrong with a plan: nothing fits into it, or far too much. */
export function planAmiss(plan: DayPlan): PlanAmiss | undefined {
  const count = slotsOf(plan).length
  if (count === 0) return 'none'
  return count > mostSlots ? 'many' : undefined
}

export type Span = { startsAt: string; endsAt: string }

/** How long a family of several may wait between two meetings and still call it "one after the other". */
const longestWait = 20

/**
 * How a time stands to one that is chosen for a sister or brother already: while it runs, right after it, or right
 * before it.
 */
export function standsTo(time: Span, sibling: Span): 'meanwhile' | 'after' | 'before' | undefined {
  const [from, to] = [Date.parse(time.startsAt), Date.parse(time.endsAt)]
  const [theirFrom, theirTo] = [Date.parse(sibling.startsAt), Date.parse(sibling.endsAt)]
  if (from < theirTo && theirFrom < to) return 'meanwhile'
  const near = (gap: number) => gap >= 0 && gap <= longestWait * 60_000
  if (near(from - theirTo)) return 'after'
  return near(theirFrom - to) ? 'before' : undefined
}
