import { guards, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import { criterionOf, saidBy, standingNotes } from './attempt-store.ts'
import type { InviteGuardian, ListFamilyDefenses } from './contract.ts'
import { isAskedThere, isCalledOff } from './policy.ts'

const mostShown = 30

export async function isOwnGuardian({ db, viewer }: Context, guardianId: string): Promise<boolean> {
  const found = await sql<{ is: boolean }>`
    select ${guards(person(guardianId), person(viewer.personId))} as is`.execute(db)
  return found.rows[0]?.is === true
}

/** Said again in the same way, it is there already; each other way is kept beside it. */
export async function insertInvitation(
  { db, viewer, now }: Context,
  { id, guardianId, shows }: InputOf<typeof InviteGuardian>,
): Promise<void> {
  await sql`
    insert into defense_invitation (attempt_id, district_id, guardian_id, shows, said_at)
    select ${id}::uuid, ${viewer.districtId}::uuid, ${guardianId}::uuid, ${shows}, ${now}::timestamptz
    where coalesce((select i.shows from defense_standing_invitation i
      where i.attempt_id = ${id} and i.guardian_id = ${guardianId}), 'nothing') <> ${shows}
    on conflict (attempt_id, guardian_id, said_at) do update set shows = excluded.shows`.execute(db)
}

/** The named set: presentations of children of mine who asked me, those to come first. */
export function readFamilyDefenses({
  db,
  viewer,
}: Pick<Context, 'db' | 'viewer'>): Promise<JsonText<OutputOf<typeof ListFamilyDefenses>>> {
  const me = person(viewer.personId)
  const seesOutcome = sql`a.outcome is not null and i.shows in ('outcome', 'notes')`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(y.line order by y.is_over, y.held_on desc, y.id), '[]')::text as json from (
        select a.id, a.held_on, a.outcome is not null as is_over,
          json_build_object('id', a.id, 'title', d.title, 'learner', ${personJson(sql<string>`d.learner_id`)},
            'number', a.number, 'heldOn', a.held_on, 'fromMinute', a.from_minute, 'place', a.place, 'calledOff', ${isCalledOff},
            'opening', case when ${seesOutcome} then coalesce((select o.words from defense_opening o where o.attempt_id = a.id
              order by o.written_at desc limit 1), '') else '' end,
            'outcome', case when ${seesOutcome} then json_build_object('outcome', a.outcome, 'words', a.outcome_words,
              'by', (select usual_name(n) from person n where n.id = a.decided_by),
              'answers', (select coalesce(json_agg(w.words order by w.written_at), '[]') from defense_answer w
                where w.attempt_id = a.id)) end,
            'notes', case when a.outcome is not null and i.shows = 'notes' then (select coalesce(json_agg(json_build_object(
              'criterion', ${criterionOf}, 'side', w.side, 'words', w.words, 'saidBy', ${saidBy}) order by w.written_at, w.id), '[]')
              from ${standingNotes}) else '[]' end) as line
        from guards g join defense d on d.learner_id = g.learner_id
        join defense_standing_attempt a on a.defense_id = d.id
        join defense_standing_invitation i on i.attempt_id = a.id
        where g.guardian_id = ${me} and ${isAskedThere(me)}
        order by a.held_on desc, a.id limit ${mostShown}) y`,
  )
}
