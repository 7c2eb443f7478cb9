import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { ReviseExhibition } from './contract.ts'
import { faultIn } from './exhibition.ts'
import {
  advanceExhibition,
  hasEnded,
  insertExhibition,
  insertExhibitionRevision,
  isSameExhibition,
  markEnded,
  type SaidExhibition,
  schoolOf,
  todayHere,
} from './keeping-store.ts'
import { exhibitionFor } from './store.ts'

/** A teacher or the school opens a showcase event for classes of one school. */
export async function openExhibition(context: Context, said: SaidExhibition): Promise<void> {
  const schoolId = await schoolOf(context, said.classIds)
  if (schoolId === undefined) throw new Refusal('not_found')
  await demandFitting(context, said)
  if (await insertExhibition(context, schoolId, said))
    return noteActOfOffice(context, { act: 'exhibition.opened', schoolId, said: { what: said.title } })
  if (!(await exhibitionFor(context, said.id, 'run'))?.allowed) throw new Refusal('not_found')
  if (!(await isSameExhibition(context, said, 1))) throw new Refusal('id_taken')
}

export async function reviseExhibition(
  context: Context,
  said: InputOf<typeof ReviseExhibition>,
): Promise<void> {
  const found = await exhibitionFor(context, said.id, 'run')
  demand(found)
  // sent again, it is there already
  if (await isSameExhibition(context, said, said.revision)) return
  // what is added is of the same school, whose office then reads who stands there
  if (!found || (await schoolOf(context, said.classIds)) !== found.schoolId) throw new Refusal('not_found')
  await demandFitting(context, said)
  if (!(await advanceExhibition(context, said.id, said.revision))) throw new Refusal('changed_elsewhere')
  await insertExhibitionRevision(context, said, said.revision)
  const { schoolId } = found
  await noteActOfOffice(context, { act: 'exhibition.revised', schoolId, said: { what: said.title } })
}

/** Ended at once: the next request of a guest finds nothing. */
export async function endExhibition(context: Context, id: string): Promise<void> {
  if (await hasEnded(context, id)) return
  demand(await exhibitionFor(context, id, 'run'))
  await markEnded(context, id)
  await noteActOfOffice(context, { act: 'exhibition.ended' })
}

async function demandFitting(context: Context, said: SaidExhibition): Promise<void> {
  const fault = faultIn({ ...said, guestsFrom: said.guestsFrom ?? said.heldOn }, await todayHere(context))
  if (fault) throw new InvalidInput(fault)
}
