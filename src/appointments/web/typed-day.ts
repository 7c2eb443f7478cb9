import { minuteIn } from '../../platform/web/day-minutes.ts'
import { type DayPlan, longestLanguage, type meetingWays, mostLanguages } from '../appointment.ts'

/** A day as a teacher types it: clocks and numbers, not yet minutes. */
export const firstPlan = {
  from: '15:30',
  to: '18:30',
  length: 15,
  pause: 5,
  stations: 1,
  way: 'in_person' as (typeof meetingWays)[number],
  place: '',
  languages: '',
  interpreter: false,
}
export type TypedDay = typeof firstPlan & { heldOn: string }

export function hoursOf(typed: TypedDay): DayPlan {
  return {
    fromMinute: minuteIn(typed.from) ?? 0,
    toMinute: minuteIn(typed.to) ?? 0,
    lengthMinutes: Math.max(5, typed.length),
    breakMinutes: typed.pause,
    stations: typed.stations,
  }
}

export function namesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((one) => one.trim().slice(0, longestLanguage))
    .filter(Boolean)
    .slice(0, mostLanguages)
}
