import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { isHere } from '../schools/roster-store.ts'
import type { GiveDuty } from './contract.ts'
import { wayInOf } from './sign-in-store.ts'
import { mayKeepRegister } from './store.ts'
import { closeDuty, findDuty, insertDutyByHand, lockOffice } from './ties-store.ts'

/** Opens counts and the office’s rooms, and no child’s work. */
export async function giveDuty(context: Context, input: InputOf<typeof GiveDuty>): Promise<void> {
  demand(await mayKeepRegister(context))
  const way = await wayInOf(context, input.personId)
  const hasSchool = input.schoolId === null || (await isHere(context.db, 'school', input.schoolId))
  if (!way || way.isMerged || !hasSchool) throw new Refusal('not_found')
  // who could give themselves one would have every other room of the office by themselves
  if (input.personId === context.viewer.personId) throw new Refusal('not_allowed')
  if (!way.takesDuties) throw new Refusal('learns_here')
  if (await insertDutyByHand(context, input)) {
    const { personId, schoolId, kind } = input
    return noteAct(context, {
      act: 'person.charged',
      personId,
      schoolId: schoolId ?? undefined,
      said: { kind },
    })
  }
  const kept = await findDuty(context, input.id)
  if (!kept) throw new Refusal('not_found')
  const same =
    kept.personId === input.personId && kept.kind === input.kind && kept.schoolId === input.schoolId
  if (!same) throw new Refusal('id_taken')
}

/** A district is never left without anybody who runs its office. */
export async function endDuty(context: Context, id: string): Promise<void> {
  demand(await mayKeepRegister(context))
  await lockOffice(context)
  const kept = await findDuty(context, id)
  if (!kept) throw new Refusal('not_found')
  if (!kept.isOpen) return
  if (kept.isLast) throw new Refusal('not_allowed')
  await closeDuty(context, id)
  const { personId, schoolId, kind } = kept
  await noteAct(context, {
    act: 'person.discharged',
    personId,
    schoolId: schoolId ?? undefined,
    said: { kind },
  })
}
