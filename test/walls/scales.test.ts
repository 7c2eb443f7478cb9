import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

/**
 * Product rule 3, held by the schema: Core Competencies never meet a proficiency scale. A learner's claim has no
 * place for a level, and whatever table may come to hold one can be tied only to what teachers judge.
 */
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ host: inject('postgresFolder'), user: 'postgres', database: 'cairn' })
  await client.connect()
})
afterAll(() => client.end())

const rows = async (query: string) => (await client.query<Record<string, string>>(query)).rows
const levels = '(level|scale|score|grade|mark|percent|rating|rank|points)'
const pointing = `select distinct k.conrelid::regclass::text as name from pg_constraint k
  where k.contype = 'f' and k.confrelid = 'competency'::regclass and k.conrelid <> k.confrelid`

test('no table of a learner’s own has a column for a level', async () => {
  const found = await rows(`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name ~ '^(claim|tag|goal|reflection)' and column_name ~ '${levels}'`)
  expect(found).toEqual([])
})

test('a table that holds levels and points at competencies is held to those that teachers judge', async () => {
  const found = await rows(`
    select t.name from (${pointing}) t where exists (
        select 1 from information_schema.columns c where c.table_name = t.name and c.column_name ~ '^${levels}')
      and not (
        exists (select 1 from pg_constraint k where k.conrelid = t.name::regclass and k.contype = 'f'
          and pg_get_constraintdef(k.oid) ~ 'REFERENCES competency\\(id, judged_by\\)')
        and exists (select 1 from pg_constraint k where k.conrelid = t.name::regclass and k.contype = 'c'
          and pg_get_constraintdef(k.oid) ~ 'judged_by = ''teacher'''))`)
  expect(found).toEqual([])
})

/** As a module of judgements would make it. */
const judgement = `create temp table judgement (competency_id uuid not null, judged_by text not null default 'teacher',
  level text not null, check (judged_by = 'teacher'),
  foreign key (competency_id, judged_by) references competency (id, judged_by))`

test('PostgreSQL itself refuses a level at a Core Competency, and a Core Competency that a teacher judges', async () => {
  await client.query('begin')
  await client.query("set local cairn.district = '00000000-0000-7000-8000-000000000001'")
  // a temporary table may not refer to a lasting one, so for the length of this test it is one
  await client.query(judgement.replace('temp ', ''))
  const [cast] = await rows('select p.id, p.district_id from person p limit 1')
  const frame = (id: string, judge: string, pack: string | null) =>
    client.query(
      `insert into framework (id, district_id, identifier, title, judged_by, origin, pack, adopted_by, adopted_at)
       values ($1::uuid, $2, $3, 'x', $3, 'pack', $4, $5, now())`,
      [id, cast?.['district_id'], judge, pack, cast?.['id']],
    )
  const item = (id: string, frameworkId: string) =>
    client.query(
      `insert into competency (id, district_id, framework_id, identifier, statement, position, search_words, judged_by)
       values ($1::uuid, $2, $3, 'x', 'x', 1, 'x', 'teacher')`,
      [id, cast?.['district_id'], frameworkId],
    )
  const judge = (id: string) =>
    client.query(`insert into judgement (competency_id, level) values ($1, 'PRF')`, [id])
  const refused = async (attempt: () => Promise<unknown>) => {
    await client.query('savepoint before')
    const error = await attempt().catch((cause: pg.DatabaseError) => cause.code)
    await client.query('rollback to before')
    return error
  }
  const [core, taught, coreItem, taughtItem] = [1, 2, 3, 4].map(
    (n) => `00000000-0000-7000-9000-00000000000${n}`,
  )
  await frame(core ?? '', 'learner', 'bc/core-competencies')
  await frame(taught ?? '', 'teacher', null)
  // whoever writes an item cannot say otherwise than its framework does
  await item(coreItem ?? '', core ?? '')
  await item(taughtItem ?? '', taught ?? '')
  await judge(taughtItem ?? '')
  const foreignKey = '23503'
  expect(await refused(() => judge(coreItem ?? ''))).toBe(foreignKey)
  expect(
    await refused(() =>
      client.query(`update competency set judged_by = 'teacher' where id = $1`, [coreItem]),
    ),
  ).toBe(foreignKey)
  const check = '23514'
  expect(
    await refused(() => client.query(`update framework set judged_by = 'teacher' where id = $1`, [core])),
  ).toBe(check)
  await client.query('rollback')
})
