import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { noteAct } from '../logbook/store.ts'
import { setGuardianGrade } from './keeping-store.ts'
import { maySetRule } from './store.ts'

export async function setShowcaseRule(context: Context, guardianThroughGrade: number): Promise<void> {
  demand(await maySetRule(context))
  await setGuardianGrade(context, guardianThroughGrade)
  await noteAct(context, { act: 'showcases.ruled', said: { grade: guardianThroughGrade } })
}
