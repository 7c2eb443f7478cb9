import pg from 'pg'
import { settle } from './load.ts'
import { coreOf, type Page, type Statement } from './requests.ts'

/** After five runs PostgreSQL may keep one plan for all values; what it then does is what people feel. */
const runsBefore = 7

/** How PostgreSQL answers the first statement of each page, as a prepared statement that has run before. */
export async function explainPages(
  connection: pg.ClientConfig,
  pages: readonly Page[],
): Promise<Record<string, string>> {
  const plans: Record<string, string> = {}
  for (const page of pages) {
    const request = page.requests[0]
    const statement = request && coreOf(request)[0]
    if (request === undefined || statement === undefined) continue
    const client = new pg.Client(connection)
    await client.connect()
    try {
      await settle(client, request)
      plans[page.name] = await explain(client, statement)
    } finally {
      await client.end()
    }
  }
  return plans
}

async function explain(client: pg.Client, { text, values }: Statement): Promise<string> {
  const words = values.map((value) => (value === null ? 'null' : pg.escapeLiteral(said(value))))
  const execute = words.length === 0 ? 'execute page' : `execute page (${words.join(', ')})`
  await client.query(`prepare page as ${text}`)
  for (let run = 0; run < runsBefore; run += 1) await client.query(execute)
  const plan = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${execute}`)
  const kept = await client.query<{ generic: string; custom: string }>(
    `select generic_plans as generic, custom_plans as custom from pg_prepared_statements where name = 'page'`,
  )
  const { generic, custom } = kept.rows[0] ?? { generic: '?', custom: '?' }
  return `${generic} generic plans, ${custom} custom plans\n${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}`
}

const said = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))
