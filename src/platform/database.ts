import { createHash } from 'node:crypto'
import { CompiledQuery, Kysely, PostgresDialect, type Transaction as KyselyTransaction, sql } from 'kysely'
import pg, { type PoolConfig } from 'pg'
import type { DB } from './schema.generated.ts'

export type Database = Kysely<DB>
export type Transaction = KyselyTransaction<DB>

const statementNames = new Map<string, string>()
/** Beyond this many different statements one more is sent unnamed, so that memory stays bounded. */
const mostNames = 1000

function nameOf(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known !== undefined || statementNames.size >= mostNames) return known
  const name = createHash('sha1').update(text).digest('base64url')
  statementNames.set(text, name)
  return name
}

/** Named statements are planned once a connection: a third less CPU in the database (docs/decisions/0001). */
function naming(pool: pg.Pool) {
  return {
    async connect() {
      const client = await pool.connect()
      return {
        query(text: unknown, values?: readonly unknown[]) {
          if (typeof text !== 'string') throw new TypeError('cursors are not used')
          if (values === undefined || values.length === 0) return client.query(text)
          const name = nameOf(text)
          return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
        },
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
  }
}

export function openDatabase(connection: PoolConfig, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 5000, ...connection })
  pool.on('error', onError)
  // a connection lost while it is in use fails its query; unheard, the same loss would end the program
  pool.on('connect', (client) => client.on('error', onError))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: naming(pool) as unknown as pg.Pool }) })
}

/** JSON that PostgreSQL has already written; it is sent on as it is. */
export class JsonText<T> {
  readonly text: string
  /** only for the type checker: what the text holds */
  declare readonly holds: T

  constructor(text: string) {
    this.text = text
  }
}

export { CompiledQuery, sql }
export type { RawBuilder } from 'kysely'
