import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { tablesAmiss, type Tables } from './grouping.ts'
import { countLearners } from './round-store.ts'

/** Only learners of the class sit at its tables, each once, and at none are there too few to answer each other. */
export async function demandTables(
  context: Context,
  spaceId: string,
  tables: Tables,
  gives: number,
): Promise<void> {
  const all = [...new Set(tables.flat())]
  if ((await countLearners(context, spaceId, all)) !== all.length) throw new Refusal('not_found')
  if (tablesAmiss(tables, gives)) throw new Refusal('invalid', { fields: 'tables' })
}
