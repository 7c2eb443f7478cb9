import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { BeginFramework } from './contract.ts'
import { insertFramework, isSameFramework } from './own-store.ts'
import { mayKeepFrameworks } from './store.ts'

export async function beginFramework(context: Context, input: InputOf<typeof BeginFramework>): Promise<void> {
  demand(await mayKeepFrameworks(context))
  if (await insertFramework(context, input))
    return noteAct(context, { act: 'framework.begun', said: { what: input.title } })
  if (!(await isSameFramework(context, input))) throw new Refusal('id_taken')
}
