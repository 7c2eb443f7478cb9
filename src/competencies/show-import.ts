import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { GetFrameworkImport } from './contract.ts'
import { compareEdition } from './edition-store.ts'
import { findImport, readImports } from './import-store.ts'
import { countTouched } from './pointing-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

const mostOddities = 200

/** What bringing the file in would change now; once it was brought in, what it changed then. */
export async function showImport(context: Context, id: string): Promise<OutputOf<typeof GetFrameworkImport>> {
  demand(await mayKeepFrameworks(context))
  const brought = await findImport(context, id)
  if (!brought) throw new Refusal('not_found')
  const { draft } = brought
  const standing = await findFramework(context, { identifier: draft.identifier })
  const difference = brought.outcome ?? (await compareEdition(context, standing?.id, draft))
  return {
    id,
    name: brought.name,
    broughtAt: brought.broughtAt.toISOString(),
    broughtBy: brought.broughtBy,
    title: draft.title,
    origin: draft.origin === 'case' ? 'case' : 'table',
    frameworkId: brought.frameworkId ?? standing?.id ?? null,
    appliedAt: brought.appliedAt?.toISOString() ?? null,
    competencies: draft.competencies.length,
    ties: draft.ties.length,
    ...difference,
    touches: await countTouched(context, brought.appliedAt ? undefined : standing?.id, draft),
    oddities: draft.oddities.slice(0, mostOddities),
    odditiesInAll: draft.oddities.length,
  }
}

export async function listImports(context: Context) {
  demand(await mayKeepFrameworks(context))
  return readImports(context)
}
