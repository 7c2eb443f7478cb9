import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { sendCall } from './call-hook.ts'
import { claimHook, dueCall, noteCall, releaseHook, type WaitingCall } from './call-store.ts'
import { isAway, longestTurn } from './hook.ts'

type Telling = { districtId: string; id: string }

/**
 * Tells the hook of a call all that waits for it, one after the other, until somebody is away or its turn is over.
 * Whoever is told here already, or waits, is left alone. Says whether something was not taken.
 */
export async function tellHook(ground: Ground, { districtId, id }: Telling): Promise<boolean> {
  const why = { reason: 'tell a program', districtId }
  const hookId = await asTheSystem(ground, why, ({ db, now }) => claimHook(db, id, now))
  if (hookId === undefined) return false
  const began = ground.now()
  const next = () => asTheSystem(ground, why, ({ db, now }) => dueCall(db, { hookId, now, began }))
  let refused = false
  for (let call: WaitingCall | undefined = await next(); call; call = await next()) {
    const { id } = call
    const trouble = await sendCall(ground, call)
    await asTheSystem(ground, why, ({ db, now }) => noteCall(db, { id, trouble, now, hookId }))
    if (trouble !== undefined && isAway(trouble)) return true
    refused ||= trouble !== undefined
    if (ground.now().getTime() - began.getTime() > longestTurn) break
  }
  // what came after the last look, and what is left when its turn is over, gets a turn of its own
  await asTheSystem(ground, why, async ({ db, now, tell }) => {
    await releaseHook(db, hookId)
    const left = await dueCall(db, { hookId, now, began })
    if (left) await tell('hook.called', { districtId, id: left.id })
  })
  return refused
}
