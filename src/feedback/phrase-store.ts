import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../platform/context.ts'

/** The viewer's own, as they stand; nobody else's can be asked for. */
export async function readPhrases({ db, viewer }: Context): Promise<{ revision: number; phrases: string[] }> {
  const row = await db
    .selectFrom('phrase_list')
    .select(['revision', 'phrases'])
    .where('person_id', '=', viewer.personId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { revision: 0, phrases: [] }
}

/** False when the list had already moved on. */
export async function insertPhrases(
  { db, viewer, now }: Context,
  list: { revision: number; phrases: string[] },
): Promise<boolean> {
  const result = await db
    .insertInto('phrase_list')
    .values({
      person_id: viewer.personId,
      district_id: viewer.districtId,
      revision: list.revision,
      phrases: list.phrases,
      written_at: now,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'revision']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function arePhrases(
  { db, viewer }: Context,
  list: { revision: number; phrases: string[] },
): Promise<boolean> {
  const row = await db
    .selectFrom('phrase_list')
    .select('phrases')
    .where('person_id', '=', viewer.personId)
    .where('revision', '=', list.revision)
    .executeTakeFirst()
  return isDeepStrictEqual(row?.phrases, list.phrases)
}
