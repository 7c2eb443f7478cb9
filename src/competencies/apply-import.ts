import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { ApplyFrameworkImport } from './contract.ts'
import { compareEdition, writeEdition } from './edition-store.ts'
import { findImport, lockImports, noteApplied } from './import-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

/** Whole or not at all, and once: sent again, it answers with what it did. */
export async function applyImport(
  context: Context,
  input: InputOf<typeof ApplyFrameworkImport>,
): Promise<OutputOf<typeof ApplyFrameworkImport>> {
  demand(await mayKeepFrameworks(context))
  await lockImports(context)
  const brought = await findImport(context, input.id)
  if (!brought) throw new Refusal('not_found')
  if (brought.frameworkId !== null) return { frameworkId: brought.frameworkId }
  const standing = await findFramework(context, { identifier: brought.draft.identifier })
  const frameworkId = standing?.id ?? newId()
  const outcome = await compareEdition(context, standing?.id, brought.draft)
  await writeEdition(context, frameworkId, brought.draft, input.judgedBy)
  await noteApplied(context, { id: input.id, frameworkId, outcome })
  await noteAct(context, { act: 'framework.brought', said: { what: brought.draft.title } })
  return { frameworkId }
}
