import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import { endSessions } from '../people/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { departureOf, hasLeft, insertDeparture, putBackTies, runsAlone } from './departure-store.ts'
import { wayInOf } from './sign-in-store.ts'
import { mayKeepRegister } from './store.ts'
import { lockOffice, lockPeople } from './ties-store.ts'

/** Nothing anybody made is touched: a learner who left still comes in to what is theirs. */
export async function leaveDistrict(
  context: Context,
  { id, personId }: { id: string; personId: string },
): Promise<void> {
  demand(await mayKeepRegister(context))
  await lockOffice(context)
  await lockPeople(context, [personId])
  const kept = await departureOf(context, id)
  if (kept && kept.personId !== personId) throw new Refusal('id_taken')
  if (kept) return
  const way = await wayInOf(context, personId)
  if (!way || way.isMerged) throw new Refusal('not_found')
  if (await hasLeft(context, personId)) return
  if (personId === context.viewer.personId || (await runsAlone(context, personId)))
    throw new Refusal('not_allowed')
  await insertDeparture(context, { id, personId })
  if (way.accountId !== null) await endSessions(context.db, way.accountId, context.now)
  await noteAct(context, { act: 'person.left', personId })
}

export async function returnToDistrict(context: Context, id: string): Promise<void> {
  demand(await mayKeepRegister(context))
  const kept = await departureOf(context, id)
  if (!kept) throw new Refusal('not_found')
  if (kept.isReturned) return
  await putBackTies(context, id)
  await noteAct(context, { act: 'person.returned', personId: kept.personId })
}
