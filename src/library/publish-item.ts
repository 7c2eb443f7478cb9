import { demand } from '../access/may.ts'
import { activityFor } from '../activities/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { PublishItem } from './contract.ts'
import { insertItem, keptItem } from './store.ts'

export async function publishItem(context: Context, input: InputOf<typeof PublishItem>): Promise<void> {
  const activity = await activityFor(context, input.activityId, 'shelve')
  demand(activity)
  if (activity?.title.trim() === '') throw new InvalidInput({ title: 'required' })
  const kept = await keptItem(context, input.id)
  if (!kept) {
    await insertItem(context, input)
    return noteActOfOffice(context, { act: 'item.published', said: { what: activity?.title ?? '' } })
  }
  if (kept.publishedBy !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.activityId !== input.activityId || kept.shelf !== input.shelf) throw new Refusal('id_taken')
}
