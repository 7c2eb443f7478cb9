import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { EnrollPerson } from './contract.ts'

export async function findEnrollment({ db }: Context, id: string) {
  const found = await sql<{ classId: string; personId: string; role: string; isOpen: boolean }>`
    select e.class_id as "classId", e.person_id as "personId", e.role,
      e.closed_on is null or e.closed_on > cairn_today() as "isOpen"
    from enrollment e where e.id = ${id} for update`.execute(db)
  return found.rows[0]
}

const firstDay = ({ opensOn }: InputOf<typeof EnrollPerson>) =>
  sql<string>`greatest(c.opens_on, cairn_today(), ${opensOn}::date)`
const dayAfter = ({ closesOn }: InputOf<typeof EnrollPerson>) => sql<string | null>`${closesOn}::date + 1`

/**
 * Whether they are here, stand in the class on one of those days in that role, and are a learner where they would
 * teach.
 */
export async function fitsInClass({ db }: Context, place: InputOf<typeof EnrollPerson>) {
  const { classId, personId, role } = place
  const found = await sql<{ isIn: boolean; isLearner: boolean; isAdult: boolean; firstDay: string }>`
    select exists (select 1 from enrollment e where e.class_id = ${classId} and e.person_id = n.id and e.role = ${role}
        and e.closed_on is distinct from e.opened_on and (e.closed_on is null or e.closed_on > ${firstDay(place)})
        and e.opened_on < coalesce(${dayAfter(place)}, 'infinity')) as "isIn", ${firstDay(place)}::text as "firstDay",
      exists (select 1 from enrollment e where e.person_id = n.id and e.role = 'student'
        and (e.closed_on is null or e.closed_on > cairn_today())) as "isLearner",
      exists (select 1 from enrollment e where e.person_id = n.id and e.role = 'teacher'
        union all select 1 from guardianship g where g.guardian_id = n.id and g.closed_on is distinct from g.opened_on
        union all select 1 from duty u where u.person_id = n.id) as "isAdult"
    from person n join class c on c.id = ${classId} where n.id = ${personId}
      and not exists (select 1 from person_merge m where m.gone_id = n.id and m.undone_at is null)`.execute(
    db,
  )
  return found.rows[0]
}

export async function insertPlace({ db, viewer }: Context, one: InputOf<typeof EnrollPerson>): Promise<void> {
  await sql`
    insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on, closed_on)
    select ${one.id}, ${viewer.districtId}, c.id, ${one.personId}, ${one.role}, ${one.grade}::text,
      ${firstDay(one)}, ${dayAfter(one)} from class c where c.id = ${one.classId}`.execute(db)
}

export async function closePlace({ db }: Context, id: string): Promise<void> {
  await sql`update enrollment e set closed_on = greatest(e.opened_on, cairn_today()) where e.id = ${id}`.execute(
    db,
  )
}
