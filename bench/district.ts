import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import pg from 'pg'
import { type RunningPostgres, startPostgres } from '../src/postgres/embedded-postgres.ts'
import { prepareJobs } from '../src/platform/jobs.ts'
import { migrate } from '../src/postgres/migrate.ts'
import { beginnings, growth, learnersOfClass, piecesOfLearner } from './grow-district.ts'
import { remember, temporaryFolder } from './leaving.ts'
import { postmasterOf } from './processes.ts'

/** The database that is measured: a PostgreSQL of its own, safe on disk like the one people use. */
export type BenchDistrict = {
  connection: RunningPostgres['appConnection']
  postmaster: number
  grow: (pieces: number) => Promise<void>
  /** gigabytes on disk */
  size: () => Promise<number>
  /** one class that stays as it is while the district grows around it */
  measured: () => Promise<MeasuredClass>
}

export type MeasuredClass = {
  spaceId: string
  learners: { id: string; token: string; pieceIds: string[] }[]
}

export async function openDistrict(say: (sentence: string) => void): Promise<BenchDistrict> {
  const folder = join(temporaryFolder(), 'postgres')
  const postgres = await startPostgres({ folder, log: () => undefined })
  remember(() => postgres.stop())
  const migrations = fileURLToPath(new URL('../db/migrations/', import.meta.url))
  await migrate(postgres.ownerConnection, { folder: migrations, log: () => undefined })
  await prepareJobs(postgres.ownerConnection)
  const ask = (texts: string[]) => asOwner(postgres, texts)
  await ask([beginnings])
  let learners = 0
  return {
    connection: postgres.appConnection,
    postmaster: postmasterOf(folder),
    async grow(pieces) {
      const wanted = Math.round(pieces / piecesOfLearner)
      if (wanted <= learners) return
      say(`Growing the district to ${pieces.toLocaleString('en')} pieces …`)
      const begin = performance.now()
      await ask([...growth(learners, wanted), 'vacuum analyze', 'checkpoint'])
      learners = wanted
      say(`  ${((performance.now() - begin) / 1000).toFixed(0)} s`)
    },
    async size() {
      const rows = await ask(["select pg_database_size('cairn')::float8 / 1e9 as size"])
      return Number(rows[0]?.['size'])
    },
    async measured() {
      const rows = await ask([
        `
        select l.n, l.id, c.space_id, array_agg(p.id order by p.created_at) as pieces
        from bench.learner l join bench.class c on c.n = l.class_n join piece p on p.learner_id = l.id
        where l.n < ${learnersOfClass} and not exists (select from deletion d where d.piece_id = p.id)
        group by l.n, l.id, c.space_id order by l.n`,
      ])
      const learnersOf = rows.map((row) => ({
        id: String(row['id']),
        token: `bench-${String(row['n'])}`,
        pieceIds: row['pieces'] as string[],
      }))
      return { spaceId: String(rows[0]?.['space_id']), learners: learnersOf }
    },
  }
}

type Row = Record<string, unknown>

/** The rows of the last statement. */
async function asOwner(postgres: RunningPostgres, texts: string[]): Promise<Row[]> {
  const client = new pg.Client(postgres.ownerConnection)
  await client.connect()
  try {
    let rows: Row[] = []
    for (const text of texts) rows = (await client.query<Row>(text)).rows
    return rows
  } finally {
    await client.end()
  }
}
