import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteGuardianship } from './add-guardianship.ts'
import type { EndGuardianship } from './contract.ts'
import { mayKeepRegister } from './store.ts'
import { closeGuardianship, findGuardianship } from './ties-store.ts'

/** The next request of whoever guarded finds nothing of the child. */
export async function endGuardianship(
  context: Context,
  { id, kind }: InputOf<typeof EndGuardianship>,
): Promise<void> {
  demand(await mayKeepRegister(context))
  const kept = await findGuardianship(context, id)
  if (!kept) throw new Refusal('not_found')
  // closed by a leaving or a roster only, it would be opened again with it
  if (kept.ended !== null) return
  await closeGuardianship(context, id, kind)
  await noteGuardianship(context, kind === 'over' ? 'guardianship.ended' : 'guardianship.mistaken', kept)
}
