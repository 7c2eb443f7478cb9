import { hasPortfolio, isLearner, person } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import { deletionsOf } from '../deletions/store.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListDeletedLetters, ListLetters, ReadLetter, SealLetter } from './contract.ts'
import { isOpen, ownsLetter, readsLetter, stands } from './policy.ts'

type Sealed = InputOf<typeof SealLetter>

const envelope = sql`'id', l.id, 'sealedAt', l.sealed_at, 'opensOn', l.opens_on, 'isOpen', ${isOpen},
  'openedAt', (select o.opened_at from letter_opening o where o.letter_id = l.id)`

export function readLetters({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListLetters>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(${envelope}) order by ${isOpen},
        case when ${isOpen} then null else l.opens_on end, l.opens_on desc, l.id), '[]')::text as json
      from letter l where ${ownsLetter(person(viewer.personId))} and ${stands}`,
  )
}

export function readDeletedLetters({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListDeletedLetters>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date,
        'letter', json_build_object(${envelope})) order by d.deleted_at desc), '[]')::text as json
      from letter_deletion d join letter l on l.id = d.letter_id
      where d.restored_at is null and ${ownsLetter(person(viewer.personId))}`,
  )
}

export function readLetter(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ReadLetter>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${envelope}, 'body', l.body, 'media', (
        select coalesce(json_agg(${mediaJson} order by t.position), '[]')
        from letter_part t join media m on m.id = t.media_id where t.letter_id = l.id))::text as json
      from letter l where l.id = ${id} and ${readsLetter(person(viewer.personId))}`,
  )
}

/** A letter of the viewer's own, and how it stands; nobody else's is there. */
export async function letterFor(
  { db, viewer }: Context,
  id: string,
): Promise<{ isOpen: boolean; stands: boolean } | undefined> {
  const found = await sql<{ isOpen: boolean; stands: boolean }>`
    select ${isOpen} as "isOpen", ${stands} as stands
    from letter l where l.id = ${id} and ${ownsLetter(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** The day it was written, where its learner goes to school; undefined for somebody without a portfolio. */
export async function dayWritten({ db, viewer, made }: Context): Promise<string | undefined> {
  const found = await sql<{ day: string }>`
    select (${made.at}::timestamptz at time zone d.time_zone)::date::text as day
    from district d where ${hasPortfolio(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.day
}

/** False when the id is taken already. */
export async function insertLetter({ db, viewer, made }: Context, letter: Sealed): Promise<boolean> {
  const result = await db
    .insertInto('letter')
    .values({
      id: letter.id,
      district_id: viewer.districtId,
      learner_id: viewer.personId,
      opens_on: letter.opensOn,
      body: letter.body,
      sealed_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (letter.parts.length === 0) return true
  const ids = { letter_id: letter.id, district_id: viewer.districtId }
  await db
    .insertInto('letter_part')
    .values(letter.parts.map(({ mediaId }, position) => ({ ...ids, position, media_id: mediaId })))
    .execute()
  return true
}

/** Whether the letter that is there already is the one being sent again. */
export async function isSameLetter({ db, viewer }: Context, sent: Sealed): Promise<boolean> {
  const found = await sql<{ same: boolean }>`
    select l.opens_on = ${sent.opensOn}::date and l.body = ${sent.body} and coalesce((
      select array_agg(t.media_id order by t.position) from letter_part t where t.letter_id = l.id), '{}')
      = ${sent.parts.map(({ mediaId }) => mediaId)}::uuid[] as same
    from letter l where l.id = ${sent.id} and ${isLearner(person(viewer.personId), sql<string>`l.learner_id`)}`.execute(
    db,
  )
  return found.rows[0]?.same ?? false
}

/** How many of these files the viewer brought. */
export async function countOwnFiles({ db, viewer }: Context, mediaIds: string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m
    where m.id = any(${mediaIds}::uuid[]) and m.uploaded_by = ${viewer.personId}::uuid`.execute(db)
  return found.rows[0]?.count ?? 0
}

export async function noteOpening({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .insertInto('letter_opening')
    .values({ letter_id: id, district_id: viewer.districtId, opened_at: now })
    .onConflict((conflict) => conflict.column('letter_id').doNothing())
    .execute()
}

export const letterDeletions = deletionsOf('letter', 'letter_id')
