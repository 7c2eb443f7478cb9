import { JsonText, type RawBuilder, type Transaction } from './database.ts'
import { Refusal } from './refusal.ts'

/** Runs a query whose single column `json` PostgreSQL has already written as text. No row is `not_found`. */
export async function readJson<T>(
  db: Transaction,
  query: RawBuilder<{ json: string }>,
): Promise<JsonText<T>> {
  const row = (await query.execute(db)).rows[0]
  if (!row) throw new Refusal('not_found')
  return new JsonText<T>(row.json)
}
