import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { speakerOf } from '../reflections/store.ts'
import { saysSomething } from './claim.ts'
import type { MakeClaim } from './contract.ts'
import {
  countUsableFiles,
  insertClaim,
  isSameClaim,
  pointsAtTheirs,
  type SaidClaim,
  setAudiences,
} from './keeping-store.ts'
import { claimFor } from './store.ts'

/**
 * A learner says what they can do; or an adult writes down what a young child says, and is from the start among
 * those who may read it. Nobody writes a claim in any other way (product rule 2).
 */
export async function makeClaim(context: Context, input: InputOf<typeof MakeClaim>): Promise<void> {
  const learnerId = input.learnerId ?? context.viewer.personId
  const speaker = await speakerOf(context, learnerId)
  demand(speaker)
  const claim = { ...input, learnerId }
  await demandSaid(context, { ...claim, revision: 1 })
  if (!(await insertClaim(context, claim))) {
    const kept = await claimFor(context, input.id, 'revise')
    if (kept?.learnerId !== learnerId) throw new Refusal('not_found')
    if (!(await isSameClaim(context, { ...claim, revision: 1 }))) throw new Refusal('id_taken')
    return
  }
  const scribes = speaker?.scribes ?? null
  await setAudiences(context, input.id, [...new Set([...input.audiences, ...(scribes ? [scribes] : [])])])
}

export async function demandSaid(context: Context, said: SaidClaim): Promise<void> {
  if (!saysSomething(said)) throw new InvalidInput({ words: 'empty' })
  if (!(await pointsAtTheirs(context, said))) throw new Refusal('not_found')
  const ids = [...new Set(said.parts.map(({ mediaId }) => mediaId))]
  if (ids.length > 0 && (await countUsableFiles(context, said.id, ids)) !== ids.length)
    throw new Refusal('not_found')
}
