import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DecideSlip, ReleaseTitle, WriteCard } from './contract.ts'
import {
  cardFor,
  insertCard,
  insertDecision,
  markCardWithdrawn,
  markReleased,
  markTitleReleased,
  ownStand,
  slipFor,
  titleFor,
} from './slip-store.ts'
import { exhibitionFor } from './store.ts'

/** A teacher lets a guest's words through to a learner, or puts them aside; put aside, they can still be let through. */
export async function decideSlip(context: Context, input: InputOf<typeof DecideSlip>): Promise<void> {
  const found = await slipFor(context, input.id)
  demand(found)
  if (found?.releases === input.releases) return
  // what nobody can have listened to yet is not let through
  if (input.releases && !found?.isReadable) throw new Refusal('changed_elsewhere')
  if (!(await insertDecision(context, input))) throw new Refusal('changed_elsewhere')
}

/** A learner thanks the guests; nobody else can in their place. */
export async function writeCard(context: Context, input: InputOf<typeof WriteCard>): Promise<void> {
  const standId = await ownStand(context, input.exhibitionId)
  if (standId === undefined) throw new Refusal('not_found')
  if (!(await insertCard(context, { id: input.id, standId, words: input.words })))
    throw new Refusal('id_taken')
}

export async function releaseCard(context: Context, id: string): Promise<void> {
  demand(await cardFor(context, id))
  await markReleased(context, id)
}

/** Thanks are taken back by who wrote them, or by a teacher who reads them for guests. */
export async function withdrawCard(context: Context, id: string): Promise<void> {
  if (!(await cardFor(context, id))) throw new Refusal('not_found')
  await markCardWithdrawn(context, id)
}

/** A title is let through as it was read: changed meanwhile, it waits again. */
export async function releaseTitle(context: Context, input: InputOf<typeof ReleaseTitle>): Promise<void> {
  const stand = await titleFor(context, input.id)
  const found = stand && (await exhibitionFor(context, stand.exhibitionId, 'run'))
  demand(stand && found && { allowed: stand.reads })
  if (stand?.title !== input.title) throw new Refusal('changed_elsewhere')
  await markTitleReleased(context, input.id, input.title)
}
