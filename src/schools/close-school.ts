import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { classesOf, closingCalled, endClosing, insertClosing } from './closing-store.ts'
import { keepsSchools, schoolFor } from './kept-school-store.ts'

/** Its classes are over from today on, and what was made in them stays with whoever made it. */
export async function closeSchool(
  context: Context,
  { id, schoolId }: { id: string; schoolId: string },
): Promise<void> {
  demand(await keepsSchools(context))
  const kept = await schoolFor(context.db, schoolId)
  if (!kept) throw new Refusal('not_found')
  const before = await closingCalled(context, id)
  if (before && before.schoolId !== schoolId) throw new Refusal('id_taken')
  if (before || kept.closingId !== null) return
  const { begun, toCome } = await classesOf(context, schoolId)
  if (toCome > 0) throw new Refusal('classes_to_come', { count: toCome })
  await insertClosing(context, id, schoolId)
  await noteAct(context, { act: 'school.closed', schoolId, said: { what: kept.name, classes: begun } })
}

export async function reopenSchool(context: Context, schoolId: string): Promise<void> {
  demand(await keepsSchools(context))
  const kept = await schoolFor(context.db, schoolId)
  if (!kept) throw new Refusal('not_found')
  if (kept.closingId === null) return
  const classes = await endClosing(context, kept.closingId)
  await noteAct(context, { act: 'school.reopened', schoolId, said: { what: kept.name, classes } })
}
