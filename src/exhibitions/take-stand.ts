import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { PlaceStand, TakeStand } from './contract.ts'
import { isSpan } from './exhibition.ts'
import {
  insertChoice,
  insertPlacing,
  isShowable,
  latestChoice,
  standAt,
  whoseStand,
} from './keeping-store.ts'
import { exhibitionFor } from './store.ts'

/** A learner takes part, with a showcase of their own or with work at their table; or chooses anew. */
export async function takeStand(context: Context, input: InputOf<typeof TakeStand>): Promise<void> {
  const { exhibitionId, title, showcaseId = null } = input
  const kept = await whoseStand(context, input.id)
  if (kept && kept.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  if (kept && kept.exhibitionId !== exhibitionId) throw new Refusal('id_taken')
  demand(await exhibitionFor(context, exhibitionId, 'join'))
  if (showcaseId !== null) await demandShowable(context, showcaseId)
  const id = await standAt(context, exhibitionId, input.id)
  if (id === undefined) throw new Refusal('not_found')
  const latest = await latestChoice(context, id)
  if (latest?.stays && latest.title === title && latest.showcaseId === showcaseId) return
  await insertChoice(context, id, { stays: true, title, showcaseId })
}

async function demandShowable(context: Context, showcaseId: string): Promise<void> {
  const found = await isShowable(context, showcaseId)
  if (!found) throw new Refusal('not_found')
  if (found.hasPasscode) throw new InvalidInput({ showcaseId: 'has_passcode' })
}

export async function leaveStand(context: Context, id: string): Promise<void> {
  const kept = await whoseStand(context, id)
  if (kept?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  const latest = await latestChoice(context, id)
  if (!latest?.stays) return
  await insertChoice(context, id, { ...latest, stays: false })
}

/** Where and when somebody presents; several may at once. */
export async function placeStand(context: Context, input: InputOf<typeof PlaceStand>): Promise<void> {
  const kept = await whoseStand(context, input.id)
  if (!kept) throw new Refusal('not_found')
  const found = await exhibitionFor(context, kept.exhibitionId, 'run')
  demand(found)
  if (input.placeId !== undefined && !found?.places.some(({ id }) => id === input.placeId)) {
    throw new InvalidInput({ placeId: 'unknown' })
  }
  if (!isSpan(input)) throw new InvalidInput({ toMinute: 'before_it_begins' })
  await insertPlacing(context, input)
}
