import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { SetShareSuggestion } from './contract.ts'
import { insertSuggestion, maySuggest } from './suggestion-store.ts'

/** For work that is added from now on; whatever is shared already stays as its learner left it. */
export async function suggestSharing(
  context: Context,
  input: InputOf<typeof SetShareSuggestion>,
): Promise<void> {
  demand(await maySuggest(context))
  await insertSuggestion(context, input)
  const { voice, teachers, family } = input
  const said = { voice, teachers: teachers ? 'yes' : 'no', family: family ? 'yes' : 'no' }
  await noteAct(context, { act: 'sharing.suggested', said })
}
