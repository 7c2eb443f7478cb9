import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { InvalidInput } from '../platform/refusal.ts'
import { activityFor, insertPublication } from './store.ts'

/** From a draft to an invitation. All it needs is a name by which people can speak of it. */
export async function publishActivity(context: Context, { id }: { id: string }): Promise<void> {
  const activity = await activityFor(context, id, 'publish')
  demand(activity)
  if (activity?.title.trim() === '') throw new InvalidInput({ title: 'required' })
  await insertPublication(context, id)
}
