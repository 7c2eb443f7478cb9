import type { OutputOf } from '../platform/contract.ts'
import type { ListAskings } from '../askings/contract.ts'
import type { ListChildren } from '../work/contract.ts'

/**
 * All the children of one guardian on one page, with what is new: what they gave to ask about, and the work they
 * share with the family. Read without a script, and before pictures and voices not heavier than a letter.
 */
export type FamilyPage = {
  children: OutputOf<typeof ListChildren>
  askings: OutputOf<typeof ListAskings>['askings']
  devices: { device: string; at: string; here: boolean }[]
  timeZone: string
}

/** What of a browser's long name a family recognizes. */
export function shortDevice(name: string): string {
  const known = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'CrOS', 'Linux']
  return known.find((one) => name.includes(one)) ?? name.slice(0, 30)
}
