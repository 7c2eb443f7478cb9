import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AddIteration } from './contract.ts'
import { demandUsableMedia } from './demand-media.ts'
import { isSameRevision } from './revision-store.ts'
import { tellOfLinks } from './tell-of-links.ts'
import { insertIteration, numberOf, pieceFor } from './store.ts'

export async function addIteration(
  context: Context,
  input: InputOf<typeof AddIteration>,
): Promise<{ number: number }> {
  demand(await pieceFor(context, input.pieceId, 'revise'))
  await demandUsableMedia(context, input.parts, context.viewer.personId)
  const added = await insertIteration(context, input)
  if (added !== undefined) {
    await tellOfLinks(context, input.id, input.parts)
    return { number: added }
  }
  const kept = await numberOf(context, input.id, input.pieceId)
  const { id: iterationId, parts, whatChanged } = input
  if (
    kept === undefined ||
    !(await isSameRevision(context, { iterationId, revision: 1, parts, whatChanged }))
  ) {
    throw new Refusal('id_taken')
  }
  return { number: kept }
}
