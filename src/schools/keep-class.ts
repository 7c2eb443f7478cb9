import { demand } from '../access/may.ts'
import { yesOrNo } from '../logbook/line.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { changeClass, classFor, leadsHere } from './class-store.ts'
import type { KeepClass } from './contract.ts'
import { mustBeOpen } from './kept-school-store.ts'
import { insertClass } from './roster-store.ts'

/** Opens a class with its space, or changes its name and days. What a roster keeps is changed there. */
export async function keepClass(context: Context, input: InputOf<typeof KeepClass>): Promise<void> {
  if (!(await leadsHere(context, input.schoolId))) throw new Refusal('not_found')
  await mustBeOpen(context, input.schoolId)
  const said = { ...input, name: input.name.trim() }
  if (said.name === '') throw new InvalidInput({ name: 'required' })
  if (said.closesOn < said.opensOn) throw new Refusal('days_do_not_fit')
  const { id: classId, schoolId, name: what } = said
  if (await insertClass(context.db, { ...said, districtId: context.viewer.districtId }))
    return noteAct(context, { act: 'class.opened', classId, schoolId, said: { what } })
  const kept = await classFor(context, classId)
  demand(kept)
  if (kept?.schoolId !== schoolId) throw new Refusal('id_taken')
  if (kept.name === what && kept.opensOn === said.opensOn && kept.closesOn === said.closesOn) return
  if (kept.fromRoster || kept.archivingId !== null) throw new Refusal('not_allowed')
  await changeClass(context, said)
  await noteAct(context, { act: 'class.changed', classId, schoolId, said: whatChanged(kept, said) })
}

type Kept = { name: string; opensOn: string; closesOn: string }

const whatChanged = (kept: Kept, { name, opensOn, closesOn }: Kept) => ({
  what: name,
  was: kept.name,
  name: yesOrNo(kept.name !== name),
  days: yesOrNo(kept.opensOn !== opensOn || kept.closesOn !== closesOn),
  from: opensOn,
  until: closesOn,
  wasFrom: kept.opensOn,
  wasUntil: kept.closesOn,
})
