import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { AdoptPack } from './contract.ts'
import { writeEdition } from './edition-store.ts'
import { lockImports } from './import-store.ts'
import { draftOfPack } from './pack.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

/** Takes a pack over; taken over before, its newer version takes the earlier one's place. */
export async function adoptPack(
  context: Context,
  input: InputOf<typeof AdoptPack>,
): Promise<OutputOf<typeof AdoptPack>> {
  demand(await mayKeepFrameworks(context))
  const draft = draftOfPack(input.pack)
  if (!draft) throw new Refusal('not_found')
  await lockImports(context)
  const standing = await findFramework(context, { identifier: draft.identifier })
  const frameworkId = standing?.id ?? newId()
  await writeEdition(context, frameworkId, draft, draft.judgedBy)
  await noteAct(context, { act: 'framework.adopted', said: { what: draft.title } })
  return { frameworkId }
}
