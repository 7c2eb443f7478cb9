import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetHandover, ListHandovers } from './contract.ts'
import type { HandoverAudience } from './handover.ts'
import { isFresh, mayBring, mayHandOver } from './policy.ts'

/** Whether the viewer may hand a device to this class. */
export async function handsTo({ db, viewer }: Context, classId: string): Promise<boolean> {
  const found = await sql`
    select 1 from space c where c.class_id = ${classId} and ${mayHandOver(person(viewer.personId))}`.execute(
    db,
  )
  return found.rows.length > 0
}

/** Answers who opened the hand-over of this id, now or before, and whether it holds the device that asks. */
export async function insertHandover(
  { db, viewer, now }: Context,
  handover: { id: string; classId: string; audiences: HandoverAudience[] },
): Promise<{ openedBy: string; classId: string; holds: boolean } | undefined> {
  await db
    .insertInto('handover')
    .values({
      id: handover.id,
      district_id: viewer.districtId,
      class_id: handover.classId,
      session_id: viewer.sessionId,
      opened_by: viewer.personId,
      opened_at: now,
      audiences: handover.audiences,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const kept = await sql<{ openedBy: string; classId: string; holds: boolean }>`
    select h.opened_by as "openedBy", h.class_id as "classId", exists (select 1 from open_handover o
      where o.id = h.id and o.session_id = ${viewer.sessionId}) as holds
    from handover h where h.id = ${handover.id}`.execute(db)
  return kept.rows[0]
}

/** The faces of the class, on the device that was handed to it. */
export function readHandover({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof GetHandover>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', h.id, 'class', json_build_object('id', c.id, 'name', c.name),
        'openedBy', ${personJson(sql<string>`h.opened_by`)},
        'learners', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n),
            'givenName', n.given_name) order by n.given_name, n.family_name)
          from open_enrollment b join person n on n.id = b.person_id
          where b.class_id = h.class_id and b.role = 'student'), '[]'))::text as json
      from open_handover h join class c on c.id = h.class_id
      where h.session_id = ${viewer.sessionId} and h.opened_by = ${viewer.personId}`,
  )
}

/** A tablet's clock may be off, and no child's work is turned away for it. */
const leeway = '1 day'

/** What the viewer may bring in for a learner by a hand-over, and for whom else; undefined when nothing. */
export async function handoverFor(
  { db, viewer, made }: Context,
  input: { id: string; handoverId: string; learnerId: string; mediaIds: string[] },
): Promise<{ audiences: HandoverAudience[]; spaceId: string; inTime: boolean; fresh: number } | undefined> {
  const me = person(viewer.personId)
  const learner = person(input.learnerId)
  const piece = sql<string>`${input.id}::uuid`
  const found = await sql<{ audiences: HandoverAudience[]; spaceId: string; inTime: boolean; fresh: number }>`
    select h.audiences, c.id as "spaceId",
      not exists (select 1 from handover_ending e
        where e.handover_id = h.id and e.ended_at + ${leeway}::interval < ${made.at}::timestamptz) as "inTime",
      (select count(*)::int from media m where m.id = any(${input.mediaIds}::uuid[]) and ${isFresh(me, piece)}) as fresh
    from handover h join space c on c.class_id = h.class_id
    where h.id = ${input.handoverId}
      and ${mayBring(me, learner, sql<Date>`${made.at}::timestamptz::date`)}`.execute(db)
  return found.rows[0]
}

export async function insertHandoverPiece(
  { db, viewer, now }: Context,
  pieceId: string,
  handoverId: string,
): Promise<void> {
  await db
    .insertInto('handover_piece')
    .values({ piece_id: pieceId, district_id: viewer.districtId, handover_id: handoverId, brought_at: now })
    .execute()
}

/** Whether this very work is here already, for a write that is sent twice. */
export async function isBrought(
  { db }: Context,
  input: { id: string; handoverId: string; learnerId: string; iterationId: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from handover_piece b join piece p on p.id = b.piece_id join iteration i on i.piece_id = p.id
    where b.piece_id = ${input.id} and b.handover_id = ${input.handoverId} and p.learner_id = ${input.learnerId}
      and i.id = ${input.iterationId}`.execute(db)
  return found.rows.length > 0
}

/** Whether this is the hand-over of the very device that asks, ended or not. */
export async function isHandedHere({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from handover h
    where h.id = ${id} and h.session_id = ${viewer.sessionId} and h.opened_by = ${viewer.personId}`.execute(
    db,
  )
  return found.rows.length > 0
}

/** False when there is nothing to take back on the device that asks. */
export async function insertEnding({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const ended = await sql`
    insert into handover_ending (handover_id, district_id, ended_by, ended_at)
    select h.id, h.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from handover h
    where h.id = ${id} and h.session_id = ${viewer.sessionId} and h.opened_by = ${viewer.personId}
    on conflict (handover_id) do update set handover_id = excluded.handover_id returning handover_id`.execute(
    db,
  )
  return ended.rows.length > 0
}

export function readHandovers(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListHandovers>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', l.id, 'name', l.name, 'handovers', coalesce((
        select json_agg(json_build_object('id', h.id, 'openedBy', ${personJson(sql<string>`h.opened_by`)},
          'openedAt', h.opened_at, 'endedAt', (select e.ended_at from handover_ending e where e.handover_id = h.id),
          'pieces', (select count(*) from handover_piece b where b.handover_id = h.id)) order by h.opened_at desc)
        from (select * from handover h where h.class_id = l.id order by h.opened_at desc limit 20) h), '[]'))::text as json
      from class l join space c on c.class_id = l.id
      where l.id = ${classId} and ${teachesIn(person(viewer.personId), sql<string>`c.id`)}`,
  )
}
