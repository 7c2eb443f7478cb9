import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { remarkCalled, remarkFor, takeBack } from './store.ts'

/** Whoever said it takes it back, also where they read it no longer: they left, or it is shown there no more. */
export async function takeRemarkBack(context: Context, { id }: { id: string }): Promise<void> {
  const kept = await remarkCalled(context, id)
  if (kept?.by !== context.viewer.personId) demand(await remarkFor(context, id, 'takeBack'))
  await takeBack(context, id)
}
