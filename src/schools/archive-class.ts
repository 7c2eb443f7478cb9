import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { archivingCalled, classFor, insertArchiving, reopenClassUntil } from './class-store.ts'
import { mustBeOpen } from './kept-school-store.ts'
import { dayHere } from './roster-store.ts'

/** Over for everybody from today on; what learners made in it stays theirs for ever. */
export async function archiveClass(
  context: Context,
  { id, classId }: { id: string; classId: string },
): Promise<void> {
  const kept = await classFor(context, classId)
  demand(kept)
  const before = await archivingCalled(context, id)
  if (before && before.classId !== classId) throw new Refusal('id_taken')
  if (before || kept?.archivingId !== null) return
  if (!kept.hasBegun) throw new Refusal('not_allowed')
  await insertArchiving(context, id, classId)
  await noteAct(context, {
    act: 'class.archived',
    classId,
    schoolId: kept.schoolId,
    said: { what: kept.name },
  })
}

/** A school's past year: one line of the logbook for each class, as if archived one by one. */
export async function archiveClasses(
  context: Context,
  { archivings }: { archivings: readonly { id: string; classId: string }[] },
): Promise<void> {
  // always in one order, so that two offices at it wait for each other
  for (const one of archivings.toSorted((a, b) => (a.classId < b.classId ? -1 : 1)))
    await archiveClass(context, one)
}

/** Its people stand in it again as they did, until the day that is said. */
export async function reopenClass(
  context: Context,
  { id, closesOn }: { id: string; closesOn: string },
): Promise<void> {
  const kept = await classFor(context, id)
  demand(kept)
  if (kept) await mustBeOpen(context, kept.schoolId)
  if (closesOn < (await dayHere(context.db))) throw new Refusal('days_do_not_fit')
  if (!kept || (kept.closesOn === closesOn && kept.archivingId === null)) return
  await reopenClassUntil(context, id, closesOn)
  const said = { what: kept.name, until: closesOn }
  await noteAct(context, { act: 'class.reopened', classId: id, schoolId: kept.schoolId, said })
}
