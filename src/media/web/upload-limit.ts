import { largestFile } from '../media.ts'

/** "1 GB", as the language writes it. */
export function sayLargestFile(locale: string): string {
  const gigabytes = Math.round((largestFile / 2 ** 30) * 10) / 10
  return new Intl.NumberFormat(`${locale}-CA`, { style: 'unit', unit: 'gigabyte' }).format(gigabytes)
}
