import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { MergePeople } from './contract.ts'
import { doubts, impossible } from './merge.ts'
import {
  closeTiesOfBoth,
  endSessionsOfPerson,
  findMerge,
  holdPair,
  insertMerge,
  lockMerges,
  mergeFacts,
  moveBack,
  movePerson,
  withdrawSecondLink,
} from './merge-store.ts'
import { mayKeepRegister } from './store.ts'

/**
 * Everything of the second record goes on as the first’s; both rows stay, and every row that moved is known. What is
 * impossible is refused; what looks wrong must have been accepted by name.
 */
export async function mergePeople(context: Context, input: InputOf<typeof MergePeople>): Promise<void> {
  demand(await mayKeepRegister(context))
  await lockMerges(context)
  const { id, keptId, goneId } = input
  const kept = await findMerge(context, id)
  if (kept && (kept.keptId !== keptId || kept.goneId !== goneId)) throw new Refusal('id_taken')
  if (kept) return
  await holdPair(context, input)
  const facts = await mergeFacts(context, input)
  if (!facts) throw new Refusal('not_found')
  if (impossible.some((one) => facts[one])) throw new Refusal('cannot_merge')
  if (doubts.some((one) => facts[one] && !input.accepts.includes(one))) throw new Refusal('looks_wrong')
  await insertMerge(context, input)
  await endSessionsOfPerson(context, goneId)
  await withdrawSecondLink(context, input)
  await closeTiesOfBoth(context, input)
  await movePerson(context, input)
  const said = { what: facts.gone.name, otherId: goneId }
  await noteAct(context, { act: 'people.merged', personId: keptId, said })
}

/** The latest first: what came after it was built on it. Sessions end, because they show what goes back. */
export async function undoMerge(context: Context, id: string): Promise<void> {
  demand(await mayKeepRegister(context))
  await lockMerges(context)
  const kept = await findMerge(context, id)
  if (!kept) throw new Refusal('not_found')
  if (kept.isUndone) return
  if (!kept.isLatest) throw new Refusal('later_import')
  await holdPair(context, kept)
  await moveBack(context, id)
  await endSessionsOfPerson(context, kept.keptId)
  await noteAct(context, { act: 'people.parted', personId: kept.keptId, said: { otherId: kept.goneId } })
}
