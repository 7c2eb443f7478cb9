import { may } from '../access/may.ts'
import { guards, isLearner, person, teachesIn } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { restorableDays } from '../work/piece.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListRemarkReports, ListRemarks } from './contract.ts'
import { maySay, readsThere, remarkActs, remarkIsHidden, seesRemark } from './policy.ts'

const author = sql<string>`k.author_id`

/** The named set is the spaces the piece is shown in, or was while something was said. */
export function readRemarks(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListRemarks>>> {
  const me = person(viewer.personId)
  const learner = sql<string>`p.learner_id`
  const as = sql`case when ${isLearner(author, learner)} then 'learner' when ${teachesIn(author, sql<string>`o.id`)} then 'teacher'
    when ${guards(author, learner)} then 'guardian' else 'peer' end`
  const reports = sql`case when ${remarkActs(me).decide} then coalesce((select json_agg(json_build_object(
      'by', ${personJson(sql<string>`r.reported_by`)}, 'why', r.why, 'at', r.reported_at) order by r.reported_at)
    from open_remark_report r where r.remark_id = k.id), '[]') else '[]' end`
  const remarks = sql`coalesce((select json_agg(json_build_object('id', k.id, 'by', ${personJson(author)}, 'as', ${as},
      'sign', k.sign, 'body', k.body, 'saidAt', k.said_at, 'hidden', ${remarkIsHidden}, 'takenBack', k.taken_back_at is not null, 'reports', ${reports},
      'may', ${may(remarkActs(me))}) order by k.said_at, k.id)
    from remark k where k.piece_id = p.id and k.space_id = o.id and ${seesRemark(me)}), '[]'::json)`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('space', json_build_object('id', l.id, 'name', l.name),
          'may', json_build_object('say', l.say), 'remarks', l.remarks) order by l.name, l.id)
        from (select o.id, o.name, ${maySay(me)} as say, ${remarks} as remarks from space o
          where o.id in (select s.space_id from live_share s where s.piece_id = p.id and s.audience = 'class'
            union select k.space_id from remark k where k.piece_id = p.id) and ${readsThere(me)}) l
        where l.say or json_array_length(l.remarks) > 0), '[]')::text as json
      from piece p where p.id = ${pieceId} and ${seesPiece(me)}`,
  )
}

/** Undefined where the piece is not read there by the viewer. */
export async function placeFor({ db, viewer }: Context, { pieceId, spaceId }: Place) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${maySay(me)} as allowed from piece p join space o on o.id = ${spaceId}
    where p.id = ${pieceId} and ${seesPiece(me)} and ${readsThere(me)}`.execute(db)
  return found.rows[0]
}

type Place = { pieceId: string; spaceId: string }
export type NewRemark = Place & { id: string; sign: string | null; body: string }

/** Nothing when the same sign stands there already. */
export async function insertRemark({ db, viewer, now }: Context, one: NewRemark): Promise<void> {
  await db
    .insertInto('remark')
    .values({
      id: one.id,
      district_id: viewer.districtId,
      piece_id: one.pieceId,
      space_id: one.spaceId,
      author_id: viewer.personId,
      sign: one.sign,
      body: one.body,
      said_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function remarkCalled({ db }: Context, id: string) {
  const found = await sql<NewRemark & { by: string }>`
    select k.id, k.piece_id as "pieceId", k.space_id as "spaceId", k.sign, k.body, k.author_id as by
    from remark k where k.id = ${id}`.execute(db)
  return found.rows[0]
}

/** Undefined for whoever does not read it. */
export async function remarkFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof remarkActs>,
) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${remarkActs(me)[act]} as allowed from remark k join piece p on p.id = k.piece_id join space o on o.id = k.space_id
    where k.id = ${id} and ${seesRemark(me)}`.execute(db)
  return found.rows[0]
}

export async function takeBack({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('remark')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('author_id', '=', viewer.personId)
    .where('taken_back_at', 'is', null)
    .execute()
}

/** With the reports and decisions about them. */
export async function eraseRemarks(db: Transaction, now: Date): Promise<void> {
  await sql`delete from remark where taken_back_at < ${now}::timestamptz - ${restorableDays} * interval '1 day'`.execute(
    db,
  )
}

type Report = { id: string; remarkId: string; why: string }

export async function insertReport({ db, viewer, now }: Context, report: Report): Promise<boolean> {
  const made = await sql`
    insert into remark_report (id, district_id, remark_id, why, reported_by, reported_at)
    values (${report.id}, ${viewer.districtId}, ${report.remarkId}, ${report.why}, ${viewer.personId}, ${now})
    on conflict (id) do nothing returning id`.execute(db)
  return made.rows.length > 0
}

type Decision = { id: string; remarkId: string; hidden: boolean }

export async function insertDecision({ db, viewer, now }: Context, decision: Decision): Promise<boolean> {
  const made = await sql`
    insert into remark_decision (id, district_id, remark_id, hidden, decided_by, decided_at)
    values (${decision.id}, ${viewer.districtId}, ${decision.remarkId}, ${decision.hidden}, ${viewer.personId}, ${now})
    on conflict (id) do nothing returning id`.execute(db)
  return made.rows.length > 0
}

/** Whose a report or a decision is that has this id already. */
export async function keptOn({ db }: Context, table: 'remark_report' | 'remark_decision', id: string) {
  const by = table === 'remark_report' ? sql.ref('reported_by') : sql.ref('decided_by')
  const found = await sql<{ remarkId: string; by: string }>`
    select x.remark_id as "remarkId", ${by} as by from ${sql.table(table)} x where x.id = ${id}`.execute(db)
  return found.rows[0]
}

/** The named set is what was reported in the spaces of whoever teaches in them. */
export function readReports({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListRemarkReports>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('pieceId', w.piece_id, 'space', json_build_object('id', w.id, 'name', w.name),
        'reports', w.reports) order by w.name, w.piece_id), '[]')::text as json
      from (select k.piece_id, o.id, o.name, count(*) as reports
        from belongs b join space o on o.id = b.space_id join remark k on k.space_id = o.id
          join piece p on p.id = k.piece_id join open_remark_report r on r.remark_id = k.id
        where b.person_id = ${me} and b.role = 'teacher' and ${remarkActs(me).decide}
        group by k.piece_id, o.id, o.name) w`,
  )
}
