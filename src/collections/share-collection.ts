import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { spaceFor } from '../work/share-store.ts'
import type { ShareCollection } from './contract.ts'
import { setAudiences } from './keeping-store.ts'
import { collectionFor } from './store.ts'

/** The learner says who it is for; a class only where they belong to it today. */
export async function shareCollection(
  context: Context,
  input: InputOf<typeof ShareCollection>,
): Promise<void> {
  demand(await collectionFor(context, input.id, 'share'))
  for (const { audience, spaceId, opensOn } of input.audiences) {
    if ((audience === 'class') !== (spaceId !== undefined)) throw new InvalidInput({ spaceId: 'class_only' })
    if ((audience === 'next') !== (opensOn !== undefined)) throw new InvalidInput({ opensOn: 'next_only' })
    const space = spaceId === undefined ? undefined : await spaceFor(context, spaceId)
    if (space && !space.allowed) throw new Refusal('space_rests')
    if (spaceId !== undefined && !space) {
      throw new Refusal('not_found')
    }
  }
  await setAudiences(context, input)
}
