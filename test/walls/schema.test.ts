import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { describeSchema } from '../../scripts/describe-schema.ts'

test('db/schema.sql is what the migrations make (after a new one: npm run schema)', async () => {
  const client = new pg.Client({ host: inject('postgresFolder'), user: 'postgres', database: 'cairn' })
  await client.connect()
  const found = await describeSchema(client).finally(() => client.end())
  expect(found).toBe(readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8'))
})

test('every table has the wall, or is out of the reach of the application', () => {
  const schema = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')
  expect(schema).not.toMatch(/: OPEN/)
})
