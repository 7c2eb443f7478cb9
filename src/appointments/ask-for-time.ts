import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { insertWish, keptWish, roundFor } from './booking-store.ts'
import type { AskForTime } from './contract.ts'

/** None of the times suits: the teachers of the class read why. */
export async function askForTime(context: Context, input: InputOf<typeof AskForTime>): Promise<void> {
  demand(await roundFor(context, input.roundId, input.learnerId))
  if (input.words.trim() === '') throw new InvalidInput({ words: 'empty' })
  if (await insertWish(context, input)) return
  const kept = await keptWish(context, input.id)
  if (!kept) throw new Refusal('not_found')
  const same =
    kept.roundId === input.roundId && kept.learnerId === input.learnerId && kept.words === input.words
  if (!same) throw new Refusal('id_taken')
}
