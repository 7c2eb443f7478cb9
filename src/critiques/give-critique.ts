import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { bringingFor } from './bringing-store.ts'
import type { GiveCritique } from './contract.ts'
import { critiqueFor, hasSameWords, insertCritique } from './critique-store.ts'
import { demandWords } from './demand-words.ts'

/** Once for each learner and each thing brought; going on with a later step is revising it. */
export async function giveCritique(context: Context, input: InputOf<typeof GiveCritique>): Promise<void> {
  const bringing = await bringingFor(context, input.bringingId, 'give')
  demand(bringing)
  if (!bringing) return
  await demandWords(context, { ...bringing, leaves: [] }, input.words)
  if (await insertCritique(context, input)) return
  const kept = await critiqueFor(context, input.id, 'revise')
  if (kept === undefined) throw new Refusal('given_already')
  if (kept.givenBy !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.bringingId === input.bringingId &&
    (kept.revision > 1 || (await hasSameWords(context, input.id, 1, input.words)))
  if (!same) throw new Refusal('id_taken')
}
