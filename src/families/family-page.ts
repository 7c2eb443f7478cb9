/** What of a browser's long name a family recognizes. */
export function shortDevice(name: string): string {
  const known = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'CrOS', 'Linux']
  return known.find((one) => name.includes(one)) ?? name.slice(0, 30)
}

/** How far back it is told who looked, and how much of it. */
export const lookDays = 60
export const mostLooks = 200
