import { may } from '../access/may.ts'
import { person, type Someone } from '../access/relations.ts'
import { coverJson } from '../activities/activity-list-store.ts'
import { contentPairs } from '../activities/content-store.ts'
import { activityActs, seesActivity, worksWith } from '../activities/policy.ts'
import { activityRow } from '../activities/store.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetLibraryItem, ListLibrary, ListShelved, PublishItem } from './contract.ts'
import { itemActs, seesItem } from './policy.ts'

const pageOfItems = 30

/** A live item with its activity and the revision it holds. */
const itemRow = sql`live_library_item i join activity a on a.id = i.activity_id
  join activity_revision v on v.activity_id = i.activity_id and v.revision = i.revision`

/** Typed words are searched for as they are: % and _ mean themselves. */
const holds = (words: string): RawBuilder<boolean> => {
  const like = `%${words.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(v.title ilike ${like} or v.instructions ilike ${like})`
}

type Asked = InputOf<typeof ListLibrary>

const foundOwn = (me: Someone, { words = '' }: Asked) => sql`
  select a.id, a.created_by as by_id, a.created_at as at, v.revision, null::uuid as item_id,
    (select s.name from space s where s.id = a.space_id) as place
  from ${activityRow} where a.created_by = ${me} and ${worksWith(me)} and ${holds(words)}`

const foundShared = (me: Someone, { shelf, words = '' }: Asked) => sql`
  select a.id, i.published_by as by_id, i.published_at as at, v.revision, i.id as item_id,
    (select s.name from school s where s.id = i.school_id) as place
  from ${itemRow} where i.shelf = ${shelf} and ${seesItem(me)} and ${holds(words)}`

export function readLibrary(
  { db, viewer }: Context,
  input: Asked,
): Promise<JsonText<OutputOf<typeof ListLibrary>>> {
  const me = person(viewer.personId)
  const found = input.shelf === 'own' ? foundOwn(me, input) : foundShared(me, input)
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (
        select * from (${found}) o where o.at < coalesce(${input.before ?? null}::timestamptz, 'infinity')
        order by o.at desc limit ${pageOfItems})
      select json_build_object('found', coalesce((
          select json_agg(json_build_object('activityId', g.id, 'itemId', g.item_id, 'title', v.title,
            'excerpt', left(v.instructions, 200), 'cover', ${coverJson}, 'by', ${personJson(sql<string>`g.by_id`)},
            'from', g.place, 'at', g.at) order by g.at desc)
          from page g join activity_revision v on v.activity_id = g.id and v.revision = g.revision), '[]'),
        'next', (select case when count(*) = ${pageOfItems} then min(at) end from page))::text as json`,
  )
}

export function readLibraryItem(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetLibraryItem>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', i.id, 'activityId', a.id, ${contentPairs}, 'shelf', i.shelf,
        'school', (select s.name from school s where s.id = i.school_id),
        'publishedBy', ${personJson(sql<string>`i.published_by`)}, 'publishedAt', i.published_at,
        'may', ${may(itemActs(me))})::text as json
      from ${itemRow} where i.id = ${id} and ${seesItem(me)}`,
  )
}

export function readShelved(
  { db, viewer }: Context,
  activityId: string,
): Promise<JsonText<OutputOf<typeof ListShelved>>> {
  const me = person(viewer.personId)
  const { withdraw } = itemActs(me)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        select json_agg(json_build_object('id', i.id, 'shelf', i.shelf,
          'publishedBy', ${personJson(sql<string>`i.published_by`)}, 'publishedAt', i.published_at,
          'outdated', i.revision < a.revision, 'may', ${may({ withdraw })}) order by i.published_at)
        from live_library_item i where i.activity_id = a.id), '[]')::text as json
      from ${activityRow} where a.id = ${activityId} and ${seesActivity(me)} and ${activityActs(me).shelve}`,
  )
}

export function keptItem({ db }: Context, id: string) {
  return db
    .selectFrom('library_item')
    .select(['activity_id as activityId', 'shelf', 'published_by as publishedBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Puts the present revision on a shelf; what stood there of the same activity is taken away. */
export async function insertItem(
  { db, viewer, now }: Context,
  { id, activityId, shelf }: InputOf<typeof PublishItem>,
): Promise<void> {
  await sql`select 1 from activity where id = ${activityId} for update`.execute(db)
  await sql`
    insert into library_withdrawal (item_id, district_id, withdrawn_by, withdrawn_at)
    select i.id, i.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from live_library_item i
    where i.activity_id = ${activityId} and i.shelf = ${shelf} on conflict do nothing`.execute(db)
  await sql`
    insert into library_item (id, district_id, activity_id, revision, shelf, school_id, published_by, published_at)
    select ${id}::uuid, a.district_id, a.id, a.revision, ${shelf}, coalesce(s.school_id, c.school_id), ${viewer.personId}::uuid, ${now}::timestamptz
    from activity a join space s on s.id = a.space_id left join class c on c.id = s.class_id
    where a.id = ${activityId} on conflict do nothing`.execute(db)
}

export async function itemFor({ db, viewer }: Context, id: string, act: keyof ReturnType<typeof itemActs>) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; activityId: string }>`
    select ${itemActs(me)[act]} as allowed, a.id as "activityId"
    from library_item i join activity a on a.id = i.activity_id
    where i.id = ${id} and (${seesItem(me)} or ${itemActs(me).withdraw})`.execute(db)
  return found.rows[0]
}

export async function insertItemWithdrawal({ db, viewer, now }: Context, itemId: string): Promise<void> {
  await db
    .insertInto('library_withdrawal')
    .values({
      item_id: itemId,
      district_id: viewer.districtId,
      withdrawn_by: viewer.personId,
      withdrawn_at: now,
    })
    .onConflict((conflict) => conflict.column('item_id').doNothing())
    .execute()
}
