import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertEncouragement, isSameEncouragement, takeBackEncouragement } from './check-store.ts'
import type { Encourage } from './contract.ts'
import { goalFor } from './store.ts'

export async function giveEncouragement(context: Context, input: InputOf<typeof Encourage>): Promise<void> {
  demand(await goalFor(context, input.goalId, 'encourage'))
  if (await insertEncouragement(context, input)) return
  if (!(await isSameEncouragement(context, input))) throw new Refusal('id_taken')
}

export async function withdrawEncouragement(context: Context, id: string): Promise<void> {
  if (!(await takeBackEncouragement(context, id))) throw new Refusal('not_found')
}
