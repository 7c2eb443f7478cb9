import { person } from '../access/relations.ts'
import type { Context, Viewer } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { ExportLogbook, ReadLogbook } from './contract.ts'
import { type Act, kinds, type Line, linesExported, linesShown, type Said } from './line.ts'
import { holdsOffice, readsLine, readsLogbook } from './policy.ts'

type Doing = { db: Transaction; now: Date }

/** Writes a line beside what it tells of, in the same transaction. */
export function noteAct({ db, viewer, now }: Doing & { viewer: Viewer }, line: Line): Promise<void> {
  return noteActOf({ db, now, districtId: viewer.districtId, personId: viewer.personId }, line)
}

/** The same where the program itself may be the doer: the command line, a folder that is watched. */
export async function noteActOf(
  { db, now, districtId, personId }: Doing & { districtId: string; personId: string | null },
  line: Line,
): Promise<void> {
  await db
    .insertInto('logbook_line')
    .values(rowOf(line, districtId, personId, now))
    .execute()
}

/** For what teachers do in their classes too: a line only where whoever did it has an office. */
export async function noteActOfOffice(context: Doing & { viewer: Viewer }, line: Line): Promise<void> {
  const { db, viewer } = context
  const found = await sql<{ holds: boolean }>`
    select ${holdsOffice(person(viewer.personId))} as holds`.execute(db)
  if (found.rows[0]?.holds === true) await noteAct(context, line)
}

const rowOf = (
  { act, personId, schoolId, classId, said = {} }: Line,
  district: string,
  by: string | null,
  now: Date,
) => ({
  id: newId(),
  district_id: district,
  act,
  done_by: by,
  done_at: now,
  person_id: personId ?? null,
  school_id: schoolId ?? null,
  class_id: classId ?? null,
  said: JSON.stringify(said),
})

type Filters = Omit<InputOf<typeof ReadLogbook>, 'after'>

const asked = (viewer: string, { act, about, personId, byId, from, until }: Filters): RawBuilder<boolean> => {
  const rules = [readsLine(person(viewer), sql<string>`l.school_id`)]
  if (act !== undefined) rules.push(sql<boolean>`l.act = ${act}`)
  if (about !== undefined) rules.push(sql<boolean>`split_part(l.act, '.', 1) = any(${[...kinds[about]]})`)
  if (personId !== undefined) rules.push(sql<boolean>`l.person_id = ${personId}`)
  if (byId !== undefined) rules.push(sql<boolean>`l.done_by = ${byId}`)
  if (from !== undefined) rules.push(sql<boolean>`l.done_at >= ${dayBegins(from)}`)
  if (until !== undefined) rules.push(sql<boolean>`l.done_at < ${dayBegins(until)} + interval '1 day'`)
  return sql<boolean>`${sql.join(rules, sql` and `)}`
}

/** Days are the district's. */
const dayBegins = (day: string) =>
  sql`(${day}::date::timestamp at time zone (select d.time_zone from district d))`

const named = sql`
  coalesce((select usual_name(n) from person n where n.id = l.person_id),
    (select c.name from class c where c.id = l.class_id), (select s.name from school s where s.id = l.school_id))`

/** With the name of today of whoever else, or of the school, a line is about. */
const said = sql`case when l.act in ('person.charged', 'person.discharged') then l.said || jsonb_build_object(
    'where', case when l.school_id is null then 'district' else 'school' end,
    'at', coalesce((select s.name from school s where s.id = l.school_id), '?'))
  when l.act like 'guardianship.%' then l.said || jsonb_build_object('other', coalesce(
  (select usual_name(n) from person n where n.id = (l.said ->> 'otherId')::uuid), '?')) else l.said end`

export function readLogbook(
  { db, viewer }: Context,
  { after, ...filters }: InputOf<typeof ReadLogbook>,
): Promise<JsonText<OutputOf<typeof ReadLogbook>>> {
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(l.done_at, l.id) < (select k.done_at, k.id from logbook_line k where k.id = ${after})`
  return readJson(
    db,
    sql<{ json: string }>`
      with shown as (select l.*, row_number() over (order by l.done_at desc, l.id desc) as place from logbook_line l
        where ${asked(viewer.personId, filters)} and ${beyond} order by l.done_at desc, l.id desc limit ${linesShown + 1})
      select json_build_object('lines', coalesce((select json_agg(json_build_object('id', l.id, 'act', l.act,
          'at', l.done_at, 'by', (select usual_name(n) from person n where n.id = l.done_by), 'on', ${named},
          'personId', l.person_id, 'said', ${said}) order by l.place) from shown l where l.place <= ${linesShown}), '[]'),
        'more', (select count(*) > ${linesShown} from shown),
        'doers', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by usual_name(n), n.id)
          from person n where n.id in (select l.done_by from logbook_line l
            where ${readsLine(person(viewer.personId), sql<string>`l.school_id`)})), '[]'))::text as json
      where ${readsLogbook(person(viewer.personId))}`,
  )
}

export type ExportedLine = { act: Act; at: string; by: string | null; on: string | null; said: Said }

/** Undefined for whoever reads no logbook. */
export async function linesToExport(
  { db, viewer }: Context,
  filters: Omit<InputOf<typeof ExportLogbook>, 'locale'>,
): Promise<ExportedLine[] | undefined> {
  const found = await sql<{ lines: ExportedLine[] }>`
    select coalesce((select json_agg(json_build_object('act', l.act, 'by', l.by, 'on', l.on, 'said', ${said},
        'at', to_char(l.done_at at time zone (select d.time_zone from district d), 'YYYY-MM-DD HH24:MI:SS'))
        order by l.done_at desc, l.id desc)
      from (select l.*, (select usual_name(n) from person n where n.id = l.done_by) as by, ${named} as "on"
        from logbook_line l where ${asked(viewer.personId, filters)}
        order by l.done_at desc, l.id desc limit ${linesExported}) l), '[]') as lines
    where ${readsLogbook(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.lines
}
