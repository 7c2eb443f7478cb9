import { useRead } from '../../platform/web/queries.tsx'
import { GetUploadLimit } from '../contract.ts'
import { largestFile } from '../media.ts'

/** How many bytes one file may weigh here; until the server has said so, what is usual. */
export function useLargestFile(): number {
  const { data } = useRead(GetUploadLimit, {})
  return data?.bytes ?? largestFile
}

/** "2 GB", as the language writes it. */
export function sayLargestFile(locale: string, bytes: number): string {
  const [unit, amount] = bytes < 2 ** 30 ? ['megabyte', bytes / 2 ** 20] : ['gigabyte', bytes / 2 ** 30]
  const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(`${locale}-CA`, format).format(amount)
}
