import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { ArrangeAttempt, CallAttempt, ReviseDefense, SetDefense } from './contract.ts'
import { faultInPanel, type Panelist } from './defense.ts'
import {
  countStaff,
  insertArrangement,
  insertAttempt,
  insertDefense,
  insertRevision,
  isCalledAlready,
  isSameRevision,
  markCalledOff,
  teachesLearner,
} from './keeping-store.ts'
import { attemptFor, comingAttempt, defenseFor } from './store.ts'

/** A teacher of the learner sets it: by which criteria, in which order, when and before whom. */
export async function setDefense(context: Context, input: InputOf<typeof SetDefense>): Promise<void> {
  if (!(await teachesLearner(context, input.learnerId))) throw new Refusal('not_found')
  await demandPanel(context, input.learnerId, input.panel)
  demandApart(input.criteria)
  if (!(await insertDefense(context, input))) throw new Refusal('id_taken')
  const attempt = { id: input.attemptId, defenseId: input.id }
  if (!(await insertAttempt(context, attempt))) throw new Refusal('id_taken')
  await insertArrangement(context, input.attemptId, input)
}

/** Other criteria, another order: until the coming attempt begins. What was written about the earlier ones stays. */
export async function reviseDefense(context: Context, input: InputOf<typeof ReviseDefense>): Promise<void> {
  // sent again, it is there already
  if (await isSameRevision(context, input)) return
  const found = await comingAttempt(context, input.id)
  demand(found)
  demandApart(input.criteria)
  if (found?.revision !== input.revision - 1) throw new Refusal('changed_elsewhere')
  if (!(await insertRevision(context, input))) throw new Refusal('changed_elsewhere')
}

/** "Not yet" leads to another attempt; the one before stays as it was. */
export async function callAttempt(context: Context, input: InputOf<typeof CallAttempt>): Promise<void> {
  if (await isCalledAlready(context, input.id, input.defenseId)) return
  const found = await defenseFor(context, input.defenseId, 'callAgain')
  demand(found)
  await demandPanel(context, found?.learnerId ?? '', input.panel)
  if (!(await insertAttempt(context, input))) throw new Refusal('id_taken')
  await insertArrangement(context, input.id, input)
}

export async function arrangeAttempt(context: Context, input: InputOf<typeof ArrangeAttempt>): Promise<void> {
  const found = await attemptFor(context, input.id, 'arrange')
  demand(found)
  await demandPanel(context, found?.learnerId ?? '', input.panel)
  await insertArrangement(context, input.id, input)
}

export async function cancelDefense(context: Context, id: string): Promise<void> {
  const found = await defenseFor(context, id, 'callOff')
  demand(found)
  await markCalledOff(context, id)
}

function demandApart(criteria: readonly { id: string }[]): void {
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) {
    throw new InvalidInput({ criteria: 'twice' })
  }
}

/** Teachers of a school of the learner's, and guests by name. */
async function demandPanel(context: Context, learnerId: string, panel: readonly Panelist[]): Promise<void> {
  const fault = faultInPanel(panel, learnerId)
  if (fault) throw new InvalidInput({ panel: fault })
  const staff = panel.filter(({ personId }) => personId !== undefined)
  if ((await countStaff(context, learnerId, staff)) < staff.length) throw new Refusal('not_found')
}
