import { sql, type Transaction } from '../platform/database.ts'
import type {
  Standing,
  StandingClass,
  StandingDuty,
  StandingEnrollment,
  StandingGuardianship,
  StandingPerson,
  StandingSchool,
  StandingTerm,
} from './standing.ts'

/** So many enrollments are held twice at a time. */
const page = 50_000

/** All that a feed's keys mean here, and the ties it may close: read at one moment, under the lock of the import. */
export async function readStanding(
  db: Transaction,
  source: string,
  classKeys: readonly string[],
): Promise<Standing> {
  const today = await sql<{ day: string }>`select cairn_today()::text as day`.execute(db)
  const people = await readPeople(db, source)
  const ids = new Map([...people.values()].map(({ id }) => [id, id]))
  return {
    today: today.rows[0]?.day ?? '',
    ...(await readPlaces(db, source)),
    people,
    enrollments: await readEnrollments(db, source, classKeys, ids),
    guardianships: await readGuardianships(db, source),
    apart: await readApart(db),
    duties: await readDuties(db, source),
  }
}

type Keyed<T> = T & { key: string }

function byKey<T>(rows: readonly Keyed<T>[]): Map<string, T> {
  return new Map(rows.map(({ key, ...one }) => [key, one as T]))
}

async function readPlaces(db: Transaction, source: string) {
  const schools = await sql<Keyed<StandingSchool>>`
    select k.sourced_id as key, s.id, s.name, k.left_on::text as "leftOn"
    from roster_key k join school s on s.id = k.subject_id
    where k.source = ${source} and k.kind = 'school'`.execute(db)
  const terms = await sql<Keyed<StandingTerm>>`
    select k.sourced_id as key, t.id, t.name, t.opens_on::text as "opensOn", t.closes_on::text as "closesOn",
      k.left_on::text as "leftOn"
    from roster_key k join term t on t.id = k.subject_id
    where k.source = ${source} and k.kind = 'term'`.execute(db)
  const classes = await sql<Keyed<StandingClass>>`
    select k.sourced_id as key, c.id, c.name, c.school_id as "schoolId", c.opens_on::text as "opensOn",
      c.closes_on::text as "closesOn", k.left_on::text as "leftOn",
      exists (select 1 from class_archiving x where x.class_id = c.id and x.reopened_at is null) as archived
    from roster_key k join class c on c.id = k.subject_id
    where k.source = ${source} and k.kind = 'class'`.execute(db)
  return { schools: byKey(schools.rows), terms: byKey(terms.rows), classes: byKey(classes.rows) }
}

async function readPeople(db: Transaction, source: string): Promise<Map<string, StandingPerson>> {
  const found = await sql<Keyed<StandingPerson>>`
    select k.sourced_id as key, p.id, p.given_name as given, p.family_name as family,
      p.legal_given_name as "legalGiven", p.legal_family_name as "legalFamily", k.facts, k.left_on::text as "leftOn",
      exists (select 1 from person_renaming r where r.person_id = p.id) as named
    from roster_key k join person p on p.id = k.subject_id
    where k.source = ${source} and k.kind = 'person' order by k.sourced_id`.execute(db)
  return byKey(found.rows)
}

type EnrollmentRow = Omit<StandingEnrollment, 'classId' | 'personId' | 'role'> & {
  classId: string
  personId: string
  role: 'student' | 'teacher'
}

/** In classes that are open, or that the file names; of those that never held nothing is known any more. */
async function readEnrollments(
  db: Transaction,
  source: string,
  classKeys: readonly string[],
  ids: Map<string, string>,
): Promise<Standing['enrollments']> {
  const found: Standing['enrollments'] = new Map()
  const days = new Map<string, string>()
  const once = (known: Map<string, string>, text: string) => {
    const same = known.get(text)
    if (same === undefined) known.set(text, text)
    return same ?? text
  }
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<EnrollmentRow>`
      select e.id, e.class_id as "classId", e.person_id as "personId", e.role, e.grade, e.opened_on::text as "openedOn",
        e.closed_on::text as "closedOn", coalesce(e.roster_source = ${source}, false) as own, e.sourced_id as "sourcedId"
      from enrollment e
      where e.id > ${last}::uuid and e.closed_on is distinct from e.opened_on and e.class_id in (
        select c.id from roster_key k join class c on c.id = k.subject_id
        where k.source = ${source} and k.kind = 'class'
          and (c.closes_on >= cairn_today() or k.sourced_id = any(${classKeys})))
      order by e.id limit ${page}`.execute(db)
    for (const row of rows) {
      const classId = once(ids, row.classId)
      const personId = once(ids, row.personId)
      const ofClass = found.get(classId) ?? new Map<string, StandingEnrollment[]>()
      found.set(classId, ofClass)
      const openedOn = once(days, row.openedOn)
      const closedOn = row.closedOn === null ? null : once(days, row.closedOn)
      const one = { ...row, classId, personId, openedOn, closedOn, grade: row.grade && once(days, row.grade) }
      const known = ofClass.get(personId)
      if (known) known.push(one)
      else ofClass.set(personId, [one])
    }
    if (rows.length < page) return found
    last = rows.at(-1)?.id ?? last
  }
}

async function readGuardianships(db: Transaction, source: string): Promise<Standing['guardianships']> {
  const found = await sql<StandingGuardianship>`
    select g.id, g.learner_id as "learnerId", g.guardian_id as "guardianId", g.relationship,
      g.opened_on::text as "openedOn", g.closed_on::text as "closedOn",
      coalesce(g.roster_source = ${source}, false) as own
    from guardianship g
    where (g.closed_on is null or g.closed_on > cairn_today()) and exists (
      select 1 from roster_key k where k.subject_id = g.learner_id and k.source = ${source} and k.kind = 'person')`.execute(
    db,
  )
  return Map.groupBy(found.rows, ({ learnerId }) => learnerId)
}

async function readApart(db: Transaction): Promise<Standing['apart']> {
  const found = await sql<{ pair: string }>`
    select g.learner_id || ' ' || g.guardian_id as pair
    from guardianship_ending e join guardianship g on g.id = e.guardianship_id`.execute(db)
  return new Set(found.rows.map(({ pair }) => pair))
}

async function readDuties(db: Transaction, source: string): Promise<Standing['duties']> {
  const found = await sql<StandingDuty>`
    select d.id, d.person_id as "personId", d.school_id as "schoolId", d.kind, d.opened_on::text as "openedOn",
      d.closed_on::text as "closedOn", coalesce(d.roster_source = ${source}, false) as own
    from duty d
    where (d.closed_on is null or d.closed_on > cairn_today()) and exists (
      select 1 from roster_key k where k.subject_id = d.person_id and k.source = ${source} and k.kind = 'person')`.execute(
    db,
  )
  return Map.groupBy(found.rows, ({ personId }) => personId)
}
