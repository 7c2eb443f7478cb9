import { once } from 'node:events'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import pg from 'pg'
import type { Endpoint } from '../src/platform/contract.ts'
import { cookieName } from '../src/platform/asker.ts'
import { prepareJobs } from '../src/platform/jobs.ts'
import { startPostgres } from '../src/postgres/embedded-postgres.ts'
import { migrate } from '../src/postgres/migrate.ts'
import { arrivals, beginnings } from './grow-district.ts'
import { remember, temporaryFolder } from './leaving.ts'
import { type Served, startServer } from './served.ts'

/** A district of learners without any work, and its office in front of a server of its own. */
export type OfficeDistrict = {
  /** SQL of the bench itself, as the owner */
  sql: (...texts: string[]) => Promise<Record<string, unknown>[]>
  /** asks as the office; answers how long it took, in milliseconds, and what came */
  ask: (endpoint: Endpoint, parts?: Parts) => Promise<{ ms: number; body: unknown }>
  served: Served
}

type Parts = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }

export const benchSecret = 'a secret for the bench, and for nothing else'
const officeToken = 'bench-office'

const office = `
  create table bench.office as select uuidv7() as id;
  insert into person (id, district_id, given_name, created_at) select o.id, d.id, 'Office', now() from bench.office o, bench.district d;
  insert into duty (id, district_id, person_id, kind, opened_on) select uuidv7(), d.id, o.id, 'office', current_date - 1 from bench.office o, bench.district d;
  insert into account (id, district_id, person_id, username, password_hash, password_changed_at, created_at)
    select o.id, d.id, o.id, 'bench-office', 'none', now(), now() from bench.office o, bench.district d;
  insert into session (id, district_id, account_id, person_id, token_hash, created_at, last_seen_at, expires_at)
    select uuidv7(), d.id, o.id, o.id, sha256(convert_to('${officeToken}', 'UTF8')), now(), now(), now() + interval '1 day'
    from bench.office o, bench.district d`

export async function openOfficeDistrict(
  learners: number,
  how: { ordinaryLimits?: boolean } = {},
): Promise<OfficeDistrict> {
  const postgres = await startPostgres({ folder: join(temporaryFolder(), 'postgres'), log: () => undefined })
  remember(() => postgres.stop())
  const migrations = fileURLToPath(new URL('../db/migrations/', import.meta.url))
  await migrate(postgres.ownerConnection, { folder: migrations, log: () => undefined })
  await prepareJobs(postgres.ownerConnection)
  const sql = async (...texts: string[]) => {
    const client = new pg.Client(postgres.ownerConnection)
    await client.connect()
    try {
      let rows: Record<string, unknown>[] = []
      for (const text of texts) rows = (await client.query<Record<string, unknown>>(text)).rows
      return rows
    } finally {
      await client.end()
    }
  }
  await sql(beginnings, ...arrivals(0, learners), office, 'vacuum analyze', 'checkpoint')
  const served = await startServer(postgres.appConnection, benchSecret, temporaryFolder(), how)
  return { sql, served, ask: (endpoint, parts) => ask(served.port, endpoint, parts) }
}

async function ask(port: number, endpoint: Endpoint, { params = {}, query, body }: Parts = {}) {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = query ? `?${new URLSearchParams(query).toString()}` : ''
  const begin = performance.now()
  // `fetch` gives up after five minutes without an answer, and a large import may take longer
  const request = httpRequest(`http://127.0.0.1:${port}${path}${search}`, {
    method: endpoint.method,
    headers: { cookie: `${cookieName}=${officeToken}`, 'x-cairn': '1', 'content-type': 'application/json' },
  })
  request.end(body === undefined ? undefined : JSON.stringify(body))
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  const words = await text(answer)
  const ms = performance.now() - begin
  if (answer.statusCode !== 200)
    throw new Error(`${endpoint.name}: ${answer.statusCode} ${words.slice(0, 300)}`)
  return { ms, body: JSON.parse(words) as unknown }
}
