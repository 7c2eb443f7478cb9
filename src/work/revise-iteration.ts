import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReviseIteration } from './contract.ts'
import { demandUsableMedia } from './demand-media.ts'
import { advanceRevision, insertRevision, isSameRevision } from './revision-store.ts'
import { tellOfLinks } from './tell-of-links.ts'
import { iterationFor } from './store.ts'

/** What was before is kept; an edit made against an older state than today's is refused, not merged. */
export async function reviseIteration(
  context: Context,
  input: InputOf<typeof ReviseIteration>,
): Promise<void> {
  const { id, revision, parts, whatChanged } = input
  demand(await iterationFor(context, id, 'revise'))
  await demandUsableMedia(context, parts, context.viewer.personId)
  if (await advanceRevision(context, id, revision)) {
    await insertRevision(context, { iterationId: id, revision, parts, whatChanged })
    await tellOfLinks(context, id, parts)
    return
  }
  if (!(await isSameRevision(context, { iterationId: id, revision, parts, whatChanged })))
    throw new Refusal('changed_elsewhere')
}
