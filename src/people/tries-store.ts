import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { failuresOf, noteFailure } from './store.ts'

/** After this many wrong passwords in a row the name rests for a while, whether it exists or not. */
const mostFailures = 8
const restMinutes = 10

/**
 * Counts a try before the password is looked at, so that guesses sent all at once are counted too. While a
 * name rests, further tries do not lengthen the rest: nobody can be kept out by another's guessing for long.
 */
export async function countTry(ground: Ground, nameHash: Buffer, most = mostFailures): Promise<void> {
  const now = ground.now()
  const since = new Date(now.getTime() - restMinutes * 60_000)
  const resting = (await failuresOf(ground.database, nameHash, since)) >= most
  if (resting || (await noteFailure(ground.database, nameHash, now, since)) > most) {
    throw new Refusal('too_many_tries', { minutes: restMinutes })
  }
}
