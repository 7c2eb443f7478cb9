/** Ties are kept with the first day on which they hold no more; people speak of the last on which they did. */
export function lastDayBefore(closedOn: string, openedOn: string): string {
  const day = new Date(`${closedOn}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  const last = day.toISOString().slice(0, 10)
  return last < openedOn ? openedOn : last
}
