import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteGuardianship } from './add-guardianship.ts'
import type { CorrectGuardianship } from './contract.ts'
import { mayKeepRegister } from './store.ts'
import { findGuardianship, setRelationship } from './ties-store.ts'

/** What comes from a roster would be written over the next night, so it is corrected where it comes from. */
export async function correctGuardianship(
  context: Context,
  input: InputOf<typeof CorrectGuardianship>,
): Promise<void> {
  demand(await mayKeepRegister(context))
  const kept = await findGuardianship(context, input.id)
  if (!kept) throw new Refusal('not_found')
  if (kept.fromRoster || !kept.isOpen) throw new Refusal('not_allowed')
  const relationship = input.relationship.trim()
  if (kept.relationship === relationship) return
  await setRelationship(context, input.id, relationship)
  await noteGuardianship(context, 'guardianship.corrected', {
    ...kept,
    relationship,
    was: kept.relationship,
  })
}
