import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReviseClaim } from './contract.ts'
import { advanceClaim, insertRevision, isSameClaim } from './keeping-store.ts'
import { demandSaid } from './make-claim.ts'
import { claimFor } from './store.ts'

/** Only the learner: what a scribe wrote becomes the learner's own words when they change it. */
export async function reviseClaim(context: Context, input: InputOf<typeof ReviseClaim>): Promise<void> {
  const claim = await claimFor(context, input.id, 'revise')
  demand(claim)
  const { learnerId = '', competencyId = '' } = claim ?? {}
  const said = { ...input, learnerId, competencyId }
  await demandSaid(context, said)
  if (await advanceClaim(context, input.id, input.revision)) return insertRevision(context, said)
  if (!(await isSameClaim(context, said))) throw new Refusal('changed_elsewhere')
}
