import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { noteAct } from '../logbook/store.ts'
import { setGuardianGrade } from './keeping-store.ts'
import { maySetRule, readGuardianGrade } from './store.ts'

export async function setShowcaseRule(context: Context, guardianThroughGrade: number): Promise<void> {
  demand(await maySetRule(context))
  const was = gradeSaid(await readGuardianGrade(context))
  await setGuardianGrade(context, guardianThroughGrade)
  const said = { before: 'yes', was, grade: gradeSaid(guardianThroughGrade) }
  await noteAct(context, { act: 'showcases.ruled', said })
}

const gradeSaid = (grade: number) => (grade < 0 ? 'no' : grade === 0 ? 'K' : String(grade))
