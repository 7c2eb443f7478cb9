import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { LeaveRemark } from './contract.ts'
import { insertRemark, placeFor, remarkCalled } from './store.ts'

/** The same sign twice is one sign. */
export async function leaveRemark(context: Context, input: InputOf<typeof LeaveRemark>): Promise<void> {
  const { id, pieceId, spaceId } = input
  const sign = 'sign' in input ? input.sign : null
  const body = 'body' in input ? input.body : ''
  const kept = await remarkCalled(context, id)
  if (!kept) {
    const place = await placeFor(context, input)
    if (place && !place.allowed) throw new Refusal('remarks_not_allowed')
    demand(place)
    await insertRemark(context, { id, pieceId, spaceId, sign, body })
    return
  }
  // sent again because its answer was lost, it was said, whatever became of the place meanwhile
  if (kept.by !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.pieceId === pieceId && kept.spaceId === spaceId && kept.sign === sign && kept.body === body
  if (!same) throw new Refusal('id_taken')
}
