import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ChangeTables } from './contract.ts'
import { demandTables } from './demand-tables.ts'
import { advanceArrangement, insertArrangement, isSameArrangement, roundFor } from './round-store.ts'

/** Somebody is absent, or two should not sit together: what was said so far stays where it was said. */
export async function changeTables(context: Context, input: InputOf<typeof ChangeTables>): Promise<void> {
  const { id, revision: arrangement, tables } = input
  const round = await roundFor(context, id, 'arrange')
  demand(round)
  if (!round) return
  await demandTables(context, round.spaceId, tables, round.gives)
  if (await advanceArrangement(context, id, arrangement)) {
    return insertArrangement(context, id, arrangement, tables)
  }
  if (!(await isSameArrangement(context, id, arrangement, tables))) throw new Refusal('changed_elsewhere')
}
