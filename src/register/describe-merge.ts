import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DescribeMerge } from './contract.ts'
import { countsOf, doubts, impossible } from './merge.ts'
import { countsFor, mergeFacts } from './merge-store.ts'

/** What it would do, before anything does: two people beside each other, in counts. */
export async function describeMerge(
  context: Context,
  { id, goneId }: { id: string; goneId: string },
): Promise<OutputOf<typeof DescribeMerge>> {
  const facts = await mergeFacts(context, { keptId: id, goneId })
  if (!facts) throw new Refusal('not_found')
  const counts = async (one: string) => countsOf(await countsFor(context, one))
  return {
    kept: { ...facts.kept, counts: await counts(id) },
    gone: { ...facts.gone, counts: await counts(goneId) },
    impossible: impossible.filter((one) => facts[one]),
    doubts: doubts.filter((one) => facts[one]),
  }
}
