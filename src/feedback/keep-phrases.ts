import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { arePhrases, insertPhrases, readPhrases } from './phrase-store.ts'

/** Two devices that change the list at once are told; nothing is merged behind anybody's back. */
export async function keepPhrases(
  context: Context,
  list: { revision: number; phrases: string[] },
): Promise<void> {
  const now = await readPhrases(context)
  if (now.revision === list.revision - 1 && (await insertPhrases(context, list))) return
  if (!(await arePhrases(context, list))) throw new Refusal('changed_elsewhere')
}
