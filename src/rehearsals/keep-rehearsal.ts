import { demand } from '../access/may.ts'
import { roundFor } from '../conferences/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { KeepRehearsal } from './contract.ts'
import { insertRehearsal, markRehearsalDeleted } from './store.ts'

export async function keepRehearsal(context: Context, input: InputOf<typeof KeepRehearsal>): Promise<void> {
  demand(await roundFor(context, input.roundId, 'prepare'))
  if (!(await insertRehearsal(context, input))) throw new Refusal('not_found')
}

export async function deleteRehearsal(context: Context, id: string): Promise<void> {
  if (!(await markRehearsalDeleted(context, id))) throw new Refusal('not_found')
}
