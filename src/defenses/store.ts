import { may } from '../access/may.ts'
import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetDefense, ListClassDefenses, ListMyDefenses } from './contract.ts'
import { attemptJson, changesJson } from './attempt-store.ts'
import type { Panelist } from './defense.ts'
import {
  arrangesDefense,
  attemptActs,
  defenseActs,
  goesOn,
  isCalledOff,
  ownsDefense,
  seesDefense,
} from './policy.ts'

const lineJson = sql`json_build_object('id', d.id, 'title', d.title, 'learner', ${personJson(sql<string>`d.learner_id`)},
  'number', a.number, 'heldOn', a.held_on, 'fromMinute', a.from_minute, 'place', a.place, 'outcome', a.outcome,
  'changedAt', case when a.outcome is null then ${changesJson} -> 0 -> 'at' end)`
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

export function readDefense(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetDefense>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', d.id, 'title', d.title, 'learner', ${personJson(sql<string>`d.learner_id`)},
        'calledOff', ${isCalledOff},
        'attempts', (select json_agg(${attemptJson(me)} order by a.number desc)
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
  /** those taken out meanwhile too: what was written about one on a device without a network still arrives */
  criteria: { id: string }[]
  revision: number
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
    select ${attemptActs(me)[act]} as allowed, d.learner_id as "learnerId", a.panel, a.revision, a.outcome,
      (select jsonb_agg(k) from defense_revision v cross join jsonb_array_elements(v.criteria) k
        where v.defense_id = d.id) as criteria,
      ${arrangesDefense(me)} as "isTheirs"
    from defense_standing_attempt a join defense d on d.id = a.defense_id
    where a.id = ${id} and ${seesDefense(me)}`.execute(db)
  return found.rows[0]
}

/** The latest attempt, for changing by what it is looked at. */
export async function comingAttempt({ db, viewer }: Context, defenseId: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; revision: number }>`
    select ${attemptActs(me).revise} as allowed, a.revision from defense d ${standing}
    where d.id = ${defenseId} and ${seesDefense(me)}`.execute(db)
  return found.rows[0]
}
