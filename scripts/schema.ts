import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startPostgres } from '../src/postgres/embedded-postgres.ts'
import { migrate } from '../src/postgres/migrate.ts'
import { describeSchema } from './describe-schema.ts'

/** After a new migration: writes what the database is now, for people (db/schema.sql) and for the types. */
const folder = mkdtempSync(join(tmpdir(), 'cairn-schema-'))
const postgres = await startPostgres({ folder: join(folder, 'postgres'), log: () => {}, fast: true })
try {
  const migrations = fileURLToPath(new URL('../db/migrations/', import.meta.url))
  await migrate(postgres.ownerConnection, { folder: migrations, log: () => {} })
  const client = new pg.Client(postgres.ownerConnection)
  await client.connect()
  writeFileSync(new URL('../db/schema.sql', import.meta.url), await describeSchema(client))
  await client.end()
  const url = `postgres://postgres@localhost:5432/cairn?host=${encodeURIComponent(postgres.ownerConnection.host ?? '')}`
  const codegen = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  const types = fileURLToPath(new URL('../src/platform/schema.generated.ts', import.meta.url))
  execFileSync(process.execPath, [codegen, '--dialect', 'postgres', '--url', url, '--out-file', types], {
    stdio: 'inherit',
  })
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
