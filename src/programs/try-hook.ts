import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asTheSystem, asViewer } from '../platform/transaction.ts'
import { callHook } from './call-hook.ts'
import { giveUpCall, insertCall, standingHook } from './hook-store.ts'
import { mayLetInHere } from './store.ts'

/** Sends a call that says it is a trial, and answers with what was wrong. Nobody tries it again. */
export async function tryHook({ ground, asker }: Doorstep, hookId: string): Promise<string | null> {
  if (!asker) throw new Refusal('not_signed_in')
  const call = await asViewer(ground, asker, async (context) => {
    const { db, viewer, now } = context
    if (!(await mayLetInHere(context)) || !(await standingHook(db, hookId))) throw new Refusal('not_found')
    const { districtId } = viewer
    const trial = { districtId, hookId, event: 'hook.tried' as const, subject: { hook: hookId } }
    return { districtId, id: await insertCall(db, trial, now) }
  })
  const trouble = await callHook(ground, call)
  if (trouble === undefined) return null
  const why = { reason: 'end a trial', districtId: call.districtId }
  await asTheSystem(ground, why, ({ db, now }) => giveUpCall(db, call.id, now))
  return trouble
}
