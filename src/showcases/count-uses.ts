import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { faultOf } from '../platform/http-errors.ts'
import type { Transaction } from '../platform/database.ts'

const everyMilliseconds = 5_000

/**
 * How often links are used. Kept in hand for a few seconds, so that a hall full of guests does not wait in line to
 * count itself; the first of them is written down at once.
 */
type AddUses = (db: Transaction, districtId: string, uses: ReadonlyMap<string, number>) => Promise<void>

export function countUses(ground: Ground, add: AddUses) {
  const held = new Map<string, Map<string, number>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()
  const settle = (): Promise<void> => {
    const taken = [...held]
    held.clear()
    writing = writing.then(() => writeDown(ground, taken, add))
    return writing
  }
  return {
    note: (districtId: string, id: string): void => {
      const uses = held.get(districtId) ?? new Map<string, number>()
      held.set(districtId, uses.set(id, (uses.get(id) ?? 0) + 1))
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

async function writeDown(
  ground: Ground,
  taken: [string, Map<string, number>][],
  add: AddUses,
): Promise<void> {
  for (const [districtId, uses] of taken) {
    try {
      await asTheSystem(ground, { reason: 'count uses of links', districtId }, ({ db }) =>
        add(db, districtId, uses),
      )
    } catch (error) {
      ground.log.error(faultOf(error), 'uses of links were not counted')
    }
  }
}
