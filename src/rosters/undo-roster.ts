import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteActOf } from '../logbook/store.ts'
import { type Doer, doerOf, findImport, lockRosters, mayKeepRosters, noteUndone } from './import-store.ts'
import { writeIdentifiers } from './apply-store.ts'
import { putBack } from './undo-store.ts'

/** The latest import first: what came after it was built on it. */
export async function undoRosterImport(context: Context, id: string): Promise<void> {
  demand(await mayKeepRosters(context))
  await undoImport(doerOf(context), id)
}

export async function undoImport(doer: Doer, id: string): Promise<void> {
  await lockRosters(doer)
  const kept = await findImport(doer.db, id)
  if (!kept || kept.appliedAt === null) throw new Refusal('not_found')
  if (kept.undoneAt !== null) return
  if (!kept.isLatest) throw new Refusal('later_import')
  const keptByHand = await putBack(doer.db, id)
  await writeIdentifiers(doer.db, doer.districtId)
  await noteUndone(doer, id, keptByHand)
  await noteActOf(doer, { act: 'roster.undone', said: { what: kept.source } })
}
