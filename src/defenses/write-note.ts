import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { DecideAttempt, WriteNote } from './contract.ts'
import { attemptFor } from './store.ts'
import {
  insertNote,
  insertOutcome,
  isSameNote,
  isSameOutcome,
  lockAttempt,
  markRetracted,
  noteFor,
} from './word-store.ts'

/** Whoever sits on the panel writes their own words; those of a guest are written down, and both names stay. */
export async function writeNote(context: Context, input: InputOf<typeof WriteNote>): Promise<void> {
  if (await isSameNote(context, input)) return
  const found = await attemptFor(context, input.attemptId, 'writeDown')
  demand(found)
  const seat = found?.panel.find(({ id }) => id === input.panelistId)
  if (!seat) throw new InvalidInput({ panelistId: 'unknown' })
  // nobody writes in the place of another who can
  if (seat.personId !== undefined && seat.personId !== context.viewer.personId)
    throw new Refusal('not_allowed')
  if (input.criterionId !== undefined && !found?.criteria.some(({ id }) => id === input.criterionId)) {
    throw new InvalidInput({ criterionId: 'unknown' })
  }
  const note = { ...input, saidBy: seat.personId ?? null, guest: seat.guest ?? null }
  if (!(await insertNote(context, note))) throw new Refusal('id_taken')
}

/** Before it is decided only: what a learner has read is not taken out of their hands. */
export async function retractNote(context: Context, id: string): Promise<void> {
  const note = await noteFor(context, id)
  const found = note && (await attemptFor(context, note.attemptId, 'writeDown'))
  if (!note || !found) throw new Refusal('not_found')
  demand({ allowed: note.mine && !note.decided })
  await markRetracted(context, id)
}

export async function decideAttempt(context: Context, input: InputOf<typeof DecideAttempt>): Promise<void> {
  // sent again, it is there already
  if (await isSameOutcome(context, input)) return
  const found = await attemptFor(context, input.id, 'decide')
  if (found?.isTheirs && found.outcome !== null) throw new Refusal('changed_elsewhere')
  demand(found)
  await lockAttempt(context, input.id)
  if (!(await insertOutcome(context, input))) throw new Refusal('changed_elsewhere')
}
