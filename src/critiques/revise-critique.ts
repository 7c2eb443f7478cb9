import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReviseCritique } from './contract.ts'
import { advanceCritique, critiqueFor, hasSameWords } from './critique-store.ts'
import { demandWords } from './demand-words.ts'

export async function reviseCritique(context: Context, input: InputOf<typeof ReviseCritique>): Promise<void> {
  const critique = await critiqueFor(context, input.id, 'revise')
  demand(critique)
  if (!critique) return
  await demandWords(context, critique, input.words)
  if (await advanceCritique(context, input)) return
  if (!(await hasSameWords(context, input.id, input.revision, input.words)))
    throw new Refusal('changed_elsewhere')
}
