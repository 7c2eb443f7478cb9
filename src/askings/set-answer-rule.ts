import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { yesOrNo } from '../logbook/line.ts'
import { noteAct } from '../logbook/store.ts'
import { answersWaitAt, putAnswerRule } from './keeping-store.ts'
import { leadsSchool } from './store.ts'

/** For answers from now on; what waits already keeps waiting for a teacher. */
export async function setAnswerRule(
  context: Context,
  { id, holds }: { id: string; holds: boolean },
): Promise<void> {
  demand(await leadsSchool(context, id))
  const was = yesOrNo(await answersWaitAt(context, id))
  await putAnswerRule(context, id, holds)
  const said = { before: 'yes', was, holds: yesOrNo(holds) }
  await noteAct(context, { act: 'answers.ruled', schoolId: id, said })
}
