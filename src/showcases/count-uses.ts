import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { faultOf } from '../platform/http-errors.ts'
import { addUses } from './door-store.ts'

const everyMilliseconds = 5_000

/**
 * How often links are used. Kept in hand for a few seconds, so that a hall full of guests does not wait in line to
 * count itself; the first of them is written down at once.
 */
export function countUses(ground: Ground) {
  const held = new Map<string, Map<string, number>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()
  const settle = (): Promise<void> => {
    const taken = [...held]
    held.clear()
    writing = writing.then(() => writeDown(ground, taken))
    return writing
  }
  return {
    note: (districtId: string, showcaseId: string): void => {
      const uses = held.get(districtId) ?? new Map<string, number>()
      held.set(districtId, uses.set(showcaseId, (uses.get(showcaseId) ?? 0) + 1))
      if (timer !== undefined) return
      void settle()
      timer = setTimeout(() => {
        timer = undefined
        if (held.size > 0) void settle()
      }, everyMilliseconds)
      timer.unref()
    },
    /** before the program ends */
    settle,
  }
}

async function writeDown(ground: Ground, taken: [string, Map<string, number>][]): Promise<void> {
  for (const [districtId, uses] of taken) {
    try {
      await asTheSystem(ground, { reason: 'count uses of links', districtId }, ({ db }) =>
        addUses(db, districtId, uses),
      )
    } catch (error) {
      ground.log.error(faultOf(error), 'uses of links were not counted')
    }
  }
}
