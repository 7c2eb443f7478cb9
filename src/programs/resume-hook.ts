import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { standingHook } from './hook-store.ts'
import { endRest, tellWaiting } from './resting-store.ts'
import { mayLetInHere } from './store.ts'

/** Tells again an address that nobody took anything at, beginning with all that was missed. */
export async function resumeHook(context: Context, id: string): Promise<void> {
  const there = (await mayLetInHere(context)) && (await standingHook(context.db, id))
  if (!there) throw new Refusal('not_found')
  const address = await endRest(context, id)
  if (address === undefined) return
  await tellWaiting({ ...context, districtId: context.viewer.districtId })
  await noteAct(context, { act: 'hook.resumed', said: { what: URL.parse(address)?.host ?? address } })
}
