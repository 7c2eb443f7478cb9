import type { Picture } from '../cards/card.ts'
import { type Database, sql, type Transaction } from '../platform/database.ts'
import { mostShown } from './home-card.ts'
import { isShownAtHome, opens } from './policy.ts'

export async function districtOfHomeCard(db: Database, id: string): Promise<string | undefined> {
  const found = await sql<{ id: string | null }>`select district_of_home_card(${id}::uuid) as id`.execute(db)
  return found.rows[0]?.id ?? undefined
}

export type Visit = { cardId: string; districtId: string }

export async function visitHere(db: Database, tokenHash: Buffer, now: Date): Promise<Visit | undefined> {
  const found = await sql<Visit>`
    select home_card_id as "cardId", district_id as "districtId"
    from home_visit_here(${tokenHash}, ${now}::timestamptz)`.execute(db)
  return found.rows[0]
}

export type OpenCard = { id: string; learnerId: string; picture: Picture }

/** Undefined when it was taken back, has ended, or its learner is in the class no more. */
export async function openCard(db: Transaction, id: string): Promise<OpenCard | undefined> {
  const found = await sql<OpenCard>`
    select k.id, k.learner_id as "learnerId", k.picture from standing_home_card k
    where k.id = ${id} and ${opens}`.execute(db)
  return found.rows[0]
}

export async function insertVisit(
  db: Transaction,
  visit: Visit & { id: string; tokenHash: Buffer; openedAt: Date; endsAt: Date },
): Promise<void> {
  await db
    .insertInto('home_visit')
    .values({
      id: visit.id,
      district_id: visit.districtId,
      home_card_id: visit.cardId,
      token_hash: visit.tokenHash,
      opened_at: visit.openedAt,
      ends_at: visit.endsAt,
    })
    .execute()
}

export async function leaveVisit(db: Transaction, tokenHash: Buffer, now: Date): Promise<void> {
  await db.updateTable('home_visit').set({ left_at: now }).where('token_hash', '=', tokenHash).execute()
}

type Rendition = { name: string; type: string; width: number | null; height: number | null }
export type HomeMedia = { id: string; kind: string; renditions: Rendition[]; words: string | null }
export type HomePart = { text: string | null; media: HomeMedia | null; caption: string; alt: string }
export type HomePiece = { id: string; title: string; grownAt: string; parts: HomePart[] }
export type HomeWork = { givenName: string; timeZone: string; pieces: HomePiece[] }

const newest = sql`(select i.id, i.revision from iteration i where i.piece_id = p.id
  and not exists (select 1 from standing_deletion d where d.iteration_id = i.id) order by i.number desc limit 1)`

/** The newest attempt of everything the learner shares with their family; who else sees it is not said. */
export async function readHomeWork(db: Transaction, learnerId: string): Promise<HomeWork | undefined> {
  const found = await sql<HomeWork>`
    select n.given_name as "givenName", d.time_zone as "timeZone", coalesce((
      select json_agg(json_build_object('id', p.id, 'title', p.title, 'grownAt', p.grown_at, 'parts', coalesce((
        select json_agg(json_build_object('text', t.body, 'caption', t.caption, 'alt', t.alt, 'media',
            case when m.state = 'ready' then json_build_object('id', m.id, 'kind', m.kind,
              'renditions', coalesce((select json_agg(json_build_object('name', r.name, 'type', r.type,
                'width', r.width, 'height', r.height) order by r.byte_size) from rendition r where r.media_id = m.id), '[]'),
              'words', (select w.body from transcript w where w.media_id = m.id order by w.revision desc limit 1)) end)
          order by t.position)
        from ${newest} l join part t on t.iteration_id = l.id and t.revision = l.revision
          left join media m on m.id = t.media_id), '[]')) order by p.grown_at desc)
      from (select p.* from piece p where p.learner_id = n.id and ${isShownAtHome}
        order by p.grown_at desc limit ${mostShown}) p), '[]') as pieces
    from person n join district d on d.id = n.district_id where n.id = ${learnerId}`.execute(db)
  return found.rows[0]
}

/** A file of the newest attempt of such a piece; what an earlier one held is the learner's alone. */
export async function renditionAtHome(
  db: Transaction,
  wanted: { learnerId: string; mediaId: string; rendition: string },
): Promise<{ type: string; bytes: number } | undefined> {
  const found = await sql<{ type: string; bytes: string }>`
    select r.type, r.byte_size as bytes from rendition r
    where r.media_id = ${wanted.mediaId} and r.name = ${wanted.rendition} and exists (
      select 1 from piece p cross join lateral ${newest} l join part t on t.iteration_id = l.id and t.revision = l.revision
      where p.learner_id = ${wanted.learnerId} and t.media_id = r.media_id and ${isShownAtHome})`.execute(db)
  const row = found.rows[0]
  return row && { type: row.type, bytes: Number(row.bytes) }
}
