import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import { endSessions } from '../people/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { countSessions, wayInOf } from './sign-in-store.ts'
import { mayKeepRegister } from './store.ts'

/** One’s own page stays open: whoever signs themselves out does it there. */
export async function endSessionsOf(context: Context, personId: string): Promise<{ ended: number }> {
  demand(await mayKeepRegister(context))
  const way = await wayInOf(context, personId)
  if (!way) throw new Refusal('not_found')
  const ended = await countSessions(context, personId)
  if (way.accountId === null || ended === 0) return { ended: 0 }
  await endSessions(context.db, way.accountId, context.now, { except: context.viewer.sessionId })
  await noteAct(context, { act: 'sessions.ended', personId, said: { count: ended } })
  return { ended }
}
