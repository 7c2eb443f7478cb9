import { person } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListRemarkReports } from './contract.ts'
import { answersReport } from './policy.ts'
import { remarkPairs } from './store.ts'

type Report = { id: string; remarkId: string; why: string }

export async function insertReport({ db, viewer, now }: Context, report: Report): Promise<boolean> {
  const made = await sql`
    insert into remark_report (id, district_id, remark_id, why, reported_by, reported_at, title, learner_id)
    select ${report.id}, k.district_id, k.id, ${report.why}, ${viewer.personId}, ${now}, p.title, p.learner_id
    from remark k join piece p on p.id = k.piece_id where k.id = ${report.remarkId}
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

/**
 * The named set is what was reported in the spaces of whoever teaches in them. The title is that of the day of the
 * report; the way to the work is there only for whoever sees it still.
 */
export function readReports({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListRemarkReports>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('space', json_build_object('id', o.id, 'name', o.name),
        'work', json_build_object('title', f.title, 'learner', ${personJson(sql<string>`f.learner_id`)},
          'pieceId', case when ${seesPiece(me)} then p.id end),
        'remark', json_build_object(${remarkPairs(me, sql<string>`f.learner_id`)})) order by f.reported_at, k.id), '[]')::text as json
      from space o join remark k on k.space_id = o.id left join piece p on p.id = k.piece_id
        join lateral (select r.title, r.learner_id, r.reported_at from open_remark_report a join remark_report r on r.id = a.id
          where a.remark_id = k.id order by r.reported_at limit 1) f on true
      where o.id in (select b.space_id from belongs b where b.person_id = ${me} and b.role = 'teacher'
          union select t.space_id from standing_seat t where t.person_id = ${me} and t.role = 'teacher')
        and ${answersReport(me)}`,
  )
}
