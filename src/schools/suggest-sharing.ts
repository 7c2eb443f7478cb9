import { demand } from '../access/may.ts'
import { yesOrNo } from '../logbook/line.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { SetShareSuggestion } from './contract.ts'
import { insertSuggestion, maySuggest, suggestedNow } from './suggestion-store.ts'

/** For work that is added from now on; whatever is shared already stays as its learner left it. */
export async function suggestSharing(
  context: Context,
  input: InputOf<typeof SetShareSuggestion>,
): Promise<void> {
  const { voice, schoolId, suggests } = input
  demand(await maySuggest(context, schoolId))
  const was = await suggestedNow(context, voice, schoolId)
  await insertSuggestion(context, input)
  const said = {
    voice,
    teachers: yesOrNo(suggests?.teachers === true),
    family: yesOrNo(suggests?.family === true),
    before: 'yes',
    wasTeachers: yesOrNo(was.includes('teachers')),
    wasFamily: yesOrNo(was.includes('family')),
  }
  if (schoolId === undefined) return noteAct(context, { act: 'sharing.suggested', said })
  const act = suggests ? 'sharing.suggested-here' : 'sharing.follows-district'
  await noteAct(context, { act, schoolId, said })
}
