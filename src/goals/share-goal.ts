import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { ShareGoal } from './contract.ts'
import { setAudiences } from './keeping-store.ts'
import { goalFor } from './store.ts'

export async function shareGoal(context: Context, input: InputOf<typeof ShareGoal>): Promise<void> {
  demand(await goalFor(context, input.id, 'share'))
  await setAudiences(context, input.id, input.audiences)
}
