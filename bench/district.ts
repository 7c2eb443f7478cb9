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
  pieces: number
  connection: RunningPostgres['appConnection']
  /** for what the application may not do: letting people in, counting what is there */
  owner: RunningPostgres['ownerConnection']
  postmaster: number
  /** gigabytes on disk */
  size: number
  /** learners from all over the district, each signed in, each with their class and some of their work */
  learners: BenchLearner[]
}

export type BenchLearner = { id: string; token: string; spaceId: string; pieceIds: string[] }

export async function openDistrict(pieces: number, say: (sentence: string) => void): Promise<BenchDistrict> {
  const folder = join(temporaryFolder(), 'postgres')
  const postgres = await startPostgres({ folder, log: () => undefined })
  remember(() => postgres.stop())
  const migrations = fileURLToPath(new URL('../db/migrations/', import.meta.url))
  await migrate(postgres.ownerConnection, { folder: migrations, log: () => undefined })
  await prepareJobs(postgres.ownerConnection)
  const ask = (texts: string[]) => asOwner(postgres, texts)
  const begin = performance.now()
  const learners = Math.max(learnersOfClass, Math.round(pieces / piecesOfLearner))
  await ask([beginnings, ...growth(0, learners), 'vacuum analyze', 'checkpoint'])
  const facts = await ask([
    "select pg_database_size('cairn')::float8 / 1e9 as size, (select count(*) from piece)::int as pieces",
  ])
  const [grown, size] = [Number(facts[0]?.['pieces']), Number(facts[0]?.['size'])]
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  say(`A district of ${grown.toLocaleString('en')} pieces, ${size.toFixed(2)} GB, made in ${seconds} s`)
  return {
    pieces,
    connection: postgres.appConnection,
    owner: postgres.ownerConnection,
    postmaster: postmasterOf(folder),
    size,
    learners: (await ask([someLearners(learners)])).map(learnerOf),
  }
}

/** How many people ask: as many as make their pages together far larger than PostgreSQL's own memory. */
const asking = 400

/** Evenly from the whole district, each with their five newest pieces that are not deleted. */
const someLearners = (learners: number) => `
  select l.n, l.id, c.space_id, recent.pieces
  from bench.learner l join bench.class c on c.n = l.class_n,
    lateral (select array_agg(p.id) as pieces from (
      select p.id from piece p where p.learner_id = l.id and not exists (select from deletion d where d.piece_id = p.id)
      order by p.created_at desc limit 5) p) recent
  where l.n in (select (i::bigint * ${learners} / ${asking})::int from generate_series(0, ${asking} - 1) i)
  order by l.n`

const learnerOf = (row: Row): BenchLearner => ({
  id: String(row['id']),
  token: `bench-${String(row['n'])}`,
  spaceId: String(row['space_id']),
  pieceIds: row['pieces'] as string[],
})

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
