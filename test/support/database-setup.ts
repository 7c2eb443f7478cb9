import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../src/postgres/embedded-postgres.ts'
import { prepareJobs } from '../../src/platform/jobs.ts'
import { migrate } from '../../src/postgres/migrate.ts'
import { fillCast } from './cast.ts'
import { lightenPasswords } from './light-passwords.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** where the run's PostgreSQL listens; every test file clones its database from the one named `cairn` */
    postgresFolder: string
  }
}

/** One PostgreSQL for the run, migrated once and filled with the cast. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), log: () => {}, fast: true })
  const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))
  await migrate(postgres.ownerConnection, { folder: migrations, log: () => {} })
  await prepareJobs(postgres.ownerConnection)
  await fillCast(postgres.appConnection)
  await lightenPasswords(postgres.ownerConnection)
  project.provide('postgresFolder', postgres.ownerConnection.host ?? '')
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
