import { type Locale, regions, sayWeekdayAndDay } from '../locales.ts'

/**
 * `day`: "today", "yesterday", "Tuesday 14 October". `long`: always the full date with its year.
 * `moment`: with the time. `short`: "14 Oct". `month`: "October 2026".
 */
export type DateStyle = 'day' | 'long' | 'short' | 'moment' | 'month'

/** A date as people say it; relative only for today and yesterday, where that is what people say. */
export function sayDateIn(
  locale: Locale,
  moment: Date | string,
  style: DateStyle,
  now: Date,
  sayDay: (day: 'today' | 'yesterday') => string,
): string {
  const date = parse(moment)
  if (style === 'month') return format(locale, date, { month: 'long', year: 'numeric' })
  if (style === 'short')
    return format(locale, date, {
      day: 'numeric',
      month: 'short',
      ...(isFar(date, now) && { year: 'numeric' }),
    })
  if (style === 'long') return sayWeekdayAndDay(locale, date, { withYear: true })
  const near = nearDay(date, now)
  const day = near ? sayDay(near) : sayWeekdayAndDay(locale, date, { withYear: isFar(date, now) })
  return style === 'day' ? day : `${day}, ${format(locale, date, { hour: 'numeric', minute: '2-digit' })}`
}

export function sayListIn(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(regions[locale], { type: 'conjunction' }).format(items)
}

/** The day it is where the person is, as an ISO date. */
export function dayOf(moment = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

function format(locale: Locale, date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(regions[locale], options).format(date)
}

const isFar = (date: Date, now: Date): boolean => Math.abs(now.getTime() - date.getTime()) >= 300 * 86_400_000

function nearDay(date: Date, now: Date): 'today' | 'yesterday' | undefined {
  if (date.toDateString() === now.toDateString()) return 'today'
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  return date.toDateString() === yesterday.toDateString() ? 'yesterday' : undefined
}

/** A bare "2026-10-14" is a day where the reader is, not midnight in Greenwich. */
function parse(moment: Date | string): Date {
  if (moment instanceof Date) return moment
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T00:00` : moment)
}
