import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { JsonText } from '../platform/database.ts'
import { readActivity } from './activity-store.ts'
import type { GetActivity } from './contract.ts'
import { noteLook } from './store.ts'

/** A learner's invitations are new until they are opened. */
export async function openActivity(
  context: Context,
  { id }: { id: string },
): Promise<JsonText<OutputOf<typeof GetActivity>>> {
  const activity = await readActivity(context, id)
  await noteLook(context, id)
  return activity
}
