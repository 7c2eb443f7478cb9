import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { TellApart } from './contract.ts'
import { insertApart } from './suspicion-store.ts'

/** The office looked: they are two. Nothing of either changes. */
export async function tellApart(context: Context, input: InputOf<typeof TellApart>): Promise<void> {
  const told = await insertApart(context, input)
  if (!told) throw new Refusal('not_found')
  if (told.isNew) await noteAct(context, { act: 'people.told-apart', personId: input.oneId })
}
