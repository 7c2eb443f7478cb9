import { sql } from '../platform/database.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'

const hour = 3_600_000

/** Starts each district's nightly work. Hourly, because a machine may sleep at night and the work bears repeating. */
export function fallNightly(ground: Ground): NodeJS.Timeout {
  return setInterval(() => {
    fallOnce(ground).catch((error: Error) =>
      ground.log.error({ kind: error.name }, 'the nightly work could not be started'),
    )
  }, hour)
}

async function fallOnce(ground: Ground): Promise<void> {
  const found = await sql<{ id: string }>`select all_districts() as id`.execute(ground.database)
  for (const { id } of found.rows) {
    await asTheSystem(ground, { reason: 'nightly work', districtId: id }, ({ tell }) =>
      tell('night.fell', { districtId: id, id }),
    )
  }
}
