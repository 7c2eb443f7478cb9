import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { endHook } from './hook-store.ts'
import { endKey, mayLetInHere } from './store.ts'

export async function endProgramKey(context: Context, id: string): Promise<void> {
  const what = (await mayLetInHere(context)) ? await endKey(context, id) : undefined
  if (what === undefined) throw new Refusal('not_found')
  await noteAct(context, { act: 'program.ended', said: { what } })
}

export async function endProgramHook(context: Context, id: string): Promise<void> {
  const address = (await mayLetInHere(context)) ? await endHook(context, id) : undefined
  if (address === undefined) throw new Refusal('not_found')
  await noteAct(context, { act: 'hook.ended', said: { what: URL.parse(address)?.host ?? address } })
}
