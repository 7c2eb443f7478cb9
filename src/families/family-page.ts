/** What of a browser's long name a family recognizes. */
export function shortDevice(name: string): string {
  const known = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'CrOS', 'Linux']
  return known.find((one) => name.includes(one)) ?? name.slice(0, 30)
}
