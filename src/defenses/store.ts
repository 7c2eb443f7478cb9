import { may } from '../access/may.ts'
import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetDefense, ListClassDefenses, ListMyDefenses } from './contract.ts'
import type { Panelist } from './defense.ts'
import {
  arrangesDefense,
  attemptActs,
  defenseActs,
  goesOn,
  isCalledOff,
  ownsDefense,
  readsNotes,
  seesDefense,
} from './policy.ts'

const lineJson = sql`json_build_object('id', d.id, 'title', d.title, 'learner', ${personJson(sql<string>`d.learner_id`)},
  'number', a.number, 'heldOn', a.held_on, 'fromMinute', a.from_minute, 'place', a.place, 'outcome', a.outcome)`
const standing = sql`join defense_standing_attempt a on a.defense_id = d.id and a.is_latest`
const mostLines = 200

export function readClassDefenses(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListClassDefenses>>> {
  const me = person(viewer.personId)
  const students = sql`select b.person_id from belongs b where b.class_id = c.id and b.role = 'student'`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', c.id, 'name', c.name,
        'defenses', (select coalesce(json_agg(${lineJson} order by a.outcome is not null, a.held_on desc, d.id), '[]')
          from (select * from defense d where d.learner_id in (${students}) order by d.set_at desc limit ${mostLines}) d
          ${standing} where ${goesOn} and ${arrangesDefense(me)}),
        'learners', (select coalesce(json_agg(${personJson(sql<string>`y.person_id`)}), '[]') from (${students}) y),
        'staff', (select coalesce(json_agg(${personJson(sql<string>`y.person_id`)}), '[]')
          from (select distinct b.person_id from belongs b join class k on k.id = b.class_id
            where k.school_id = c.school_id and b.role = 'teacher') y))::text as json
      from class c join space s on s.class_id = c.id where c.id = ${classId} and ${teachesIn(me, sql<string>`s.id`)}`,
  )
}

/** The named set: my own, and those on whose panel I sit. */
export function readMyDefenses({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListMyDefenses>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(${lineJson} order by a.outcome is not null, a.held_on desc, d.id), '[]')::text as json
      from defense d ${standing} where ${goesOn} and (${ownsDefense(me)} or (
        a.panel @> jsonb_build_array(jsonb_build_object('personId', ${me})) and ${seesDefense(me)}))`,
  )
}

const nameOf = (id: string) => sql`(select usual_name(n) from person n where n.id = ${sql.raw(id)})`

export function readDefense(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetDefense>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', d.id, 'title', d.title, 'learner', ${personJson(sql<string>`d.learner_id`)},
        'criteria', d.criteria, 'protocol', d.protocol,
        'calledOff', ${isCalledOff},
        'attempts', (select json_agg(json_build_object('id', a.id, 'number', a.number, 'heldOn', a.held_on,
          'fromMinute', a.from_minute, 'place', a.place,
          'panel', (select coalesce(json_agg(json_build_object('id', q ->> 'id', 'isGuest', q ? 'guest',
            'name', coalesce(q ->> 'guest', ${nameOf(`(q ->> 'personId')::uuid`)}), 'personId', q ->> 'personId',
            'mine', coalesce((q ->> 'personId')::uuid = ${me}, false)) order by o.at), '[]')
            from jsonb_array_elements(a.panel) with ordinality o(q, at)),
          'opening', (select json_build_object('words', o.words, 'writtenAt', o.written_at,
              'collection', (select json_build_object('id', c.id, 'title', coalesce(r.said ->> 'title', '')) from standing_collection c
                join collection_revision r on r.collection_id = c.id and r.revision = c.revision where c.id = o.collection_id))
            from defense_opening o where o.attempt_id = a.id order by o.written_at desc limit 1),
          'notes', case when ${readsNotes(me)} then (select coalesce(json_agg(json_build_object('id', w.id,
              'criterionId', w.criterion_id, 'side', w.side, 'words', w.words,
              'saidBy', coalesce(w.said_by_guest, ${nameOf('w.said_by')}),
              'writtenDownBy', case when w.said_by is distinct from w.written_by then ${nameOf('w.written_by')} end,
              'writtenAt', w.written_at, 'mine', w.written_by = ${me}) order by w.written_at, w.id), '[]')
            from defense_note w where w.attempt_id = a.id
              and not exists (select 1 from defense_note_retraction e where e.note_id = w.id)) else '[]' end,
          'outcome', case when a.outcome is not null then json_build_object('outcome', a.outcome, 'words', a.outcome_words,
            'by', ${personJson(sql<string>`a.decided_by`)}, 'at', a.decided_at) end,
          'answers', (select coalesce(json_agg(json_build_object('id', w.id, 'words', w.words, 'writtenAt', w.written_at)
            order by w.written_at), '[]') from defense_answer w where w.attempt_id = a.id),
          'may', ${may(attemptActs(me))}) order by a.number desc)
          from defense_standing_attempt a where a.defense_id = d.id),
        'staff', case when ${arrangesDefense(me)} then (
          select coalesce(json_agg(${personJson(sql<string>`y.person_id`)}), '[]') from (
            select distinct e.person_id from open_enrollment e where e.role = 'teacher' and e.school_id in (
              select o.school_id from open_enrollment o where o.person_id = d.learner_id and o.role = 'student')) y) else '[]' end,
        'may', ${may(defenseActs(me))})::text as json
      from defense d where d.id = ${id} and ${seesDefense(me)}`,
  )
}

type DefenseAct = keyof ReturnType<typeof defenseActs>
type AttemptAct = keyof ReturnType<typeof attemptActs>

export async function defenseFor({ db, viewer }: Context, id: string, act: DefenseAct) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; learnerId: string }>`
    select ${defenseActs(me)[act]} as allowed, d.learner_id as "learnerId"
    from defense d where d.id = ${id} and ${seesDefense(me)}`.execute(db)
  return found.rows[0]
}

export type FoundAttempt = {
  allowed: boolean
  learnerId: string
  panel: Panelist[]
  criteria: { id: string }[]
  outcome: string | null
  /** the viewer teaches the learner */
  isTheirs: boolean
}

export async function attemptFor(
  { db, viewer }: Context,
  id: string,
  act: AttemptAct,
): Promise<FoundAttempt | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundAttempt>`
    select ${attemptActs(me)[act]} as allowed, d.learner_id as "learnerId", a.panel, d.criteria, a.outcome,
      ${arrangesDefense(me)} as "isTheirs"
    from defense_standing_attempt a join defense d on d.id = a.defense_id
    where a.id = ${id} and ${seesDefense(me)}`.execute(db)
  return found.rows[0]
}
