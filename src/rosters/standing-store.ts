import { sql, type Transaction } from '../platform/database.ts'
import { insteadOf } from '../schools/kept-school-store.ts'
import { gradeOf, type RosterRole } from './roster.ts'
import type { RosterWrites } from './roster-plan.ts'
import { humanOf } from './same-person.ts'
import { rowsAtOnce } from './shrink-rows.ts'
import type {
  PersonHere,
  Standing,
  StandingClass,
  StandingDuty,
  StandingEnrollment,
  StandingGuardianship,
  StandingPerson,
  StandingReads,
  StandingSchool,
  StandingTerm,
} from './standing.ts'

/** So many people are held whole at a time. */
const page = 5_000

/**
 * PostgreSQL counts by itself a while after. Until then it would plan for the few who were here before, and read all
 * classes for each class.
 */
export async function countStanding(db: Transaction, writes: RosterWrites): Promise<void> {
  const { classes, people, enrollments, guardianships, keys } = writes
  const written = {
    class: classes,
    person: people,
    enrollment: enrollments,
    guardianship: guardianships,
    roster_key: keys,
  }
  for (const [table, rows] of Object.entries(written))
    if (rows.length > rowsAtOnce) await sql`select count_anew(${table})`.execute(db)
}

/** All that a feed's keys mean here, and the ties it may close: read at one moment, under the lock of the import. */
export async function readStanding(db: Transaction, source: string): Promise<Standing> {
  // a plan that was made for a table with nobody in it reads the whole of it, for each few people, when a district is in it
  const today = await sql<{ day: string }>`
    select cairn_today()::text as day, set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(db)
  return {
    today: today.rows[0]?.day ?? '',
    ...(await readPlaces(db, source)),
    ...(await readEverybody(db, source)),
    apart: await readApart(db),
    duties: await readDuties(db, source),
    ...readsOf(db, source),
  }
}

type Keyed<T> = T & { key: string }

function byKey<T>(rows: readonly Keyed<T>[]): Map<string, T> {
  return new Map(rows.map(({ key, ...one }) => [key, one as T]))
}

async function readPlaces(db: Transaction, source: string) {
  const schools = await sql<Keyed<StandingSchool>>`
    select k.sourced_id as key, s.id, s.name, k.left_on::text as "leftOn", ${insteadOf} as "insteadOf",
      exists (select 1 from school_closing x where x.school_id = s.id and x.reopened_at is null) as closed
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

const person = sql`k.sourced_id as key, p.id, p.given_name as given, p.family_name as family,
  p.legal_given_name as "legalGiven", p.legal_family_name as "legalFamily", k.facts, k.left_on::text as "leftOn",
  exists (select 1 from person_renaming r where r.person_id = p.id) as named`

async function readEverybody(db: Transaction, source: string) {
  const people = new Map<string, PersonHere>()
  const humans = new Map<string, string>()
  // there are but a few lists of roles, and a hundred thousand people who have them
  const shared = new Map<string, readonly RosterRole[]>()
  for (let last = ''; ; ) {
    const { rows } = await sql<Keyed<StandingPerson>>`
      select ${person} from roster_key k join person p on p.id = k.subject_id
      where k.source = ${source} and k.kind = 'person' and k.sourced_id > ${last}
      order by k.sourced_id limit ${page}`.execute(db)
    for (const { key, id, given, family, leftOn, facts } of rows) {
      const roles = shared.get(facts.roles.join()) ?? facts.roles
      shared.set(roles.join(), roles)
      const [grade, was] = [gradeOf(facts.grades[0] ?? ''), leftOn === null ? roles : undefined]
      people.set(key, { id, name: `${given} ${family}`.trim(), roles, grade, leftOn, was, isSaid: false })
      const human = humanOf(facts)
      if (human !== '') humans.set(human, id)
    }
    if (rows.length < page) return { people, humans }
    last = rows.at(-1)?.key ?? last
  }
}

const readsOf = (db: Transaction, source: string): StandingReads => ({
  readPeople: async (keys) => {
    const found = await sql<Keyed<StandingPerson>>`
      select ${person} from roster_key k join person p on p.id = k.subject_id
      where k.source = ${source} and k.kind = 'person' and k.sourced_id = any(${keys})`.execute(db)
    return byKey(found.rows)
  },
  // of those that never held nothing is known any more
  readEnrollments: async (classIds) => {
    const found = await sql<StandingEnrollment>`
      select e.id, e.class_id as "classId", e.person_id as "personId", e.role, e.grade, e.opened_on::text as "openedOn",
        e.closed_on::text as "closedOn", coalesce(e.roster_source = ${source}, false) as own, e.sourced_id as "sourcedId"
      from enrollment e
      where e.class_id = any(${classIds}::uuid[]) and e.closed_on is distinct from e.opened_on order by e.id`.execute(
      db,
    )
    const byClass = Map.groupBy(found.rows, ({ classId }) => classId)
    return new Map([...byClass].map(([id, rows]) => [id, Map.groupBy(rows, ({ personId }) => personId)]))
  },
  findEnrollments: async (sourcedIds) => {
    const found = await sql<{ key: string; id: string }>`
      select sourced_id as key, id from enrollment
      where roster_source = ${source} and sourced_id = any(${sourcedIds})
        and closed_on is distinct from opened_on order by id`.execute(db)
    return new Map(found.rows.map(({ key, id }) => [key, id]))
  },
  readGuardianships: async (learnerIds) => {
    const found = await sql<StandingGuardianship>`
      select g.id, g.learner_id as "learnerId", g.guardian_id as "guardianId", g.relationship,
        g.opened_on::text as "openedOn", g.closed_on::text as "closedOn",
        coalesce(g.roster_source = ${source}, false) as own, g.learner_says as "learnerSays",
        g.guardian_says as "guardianSays"
      from guardianship g
      where g.learner_id = any(${learnerIds}::uuid[])
        and (g.closed_on is null or g.closed_on > cairn_today())`.execute(db)
    return Map.groupBy(found.rows, ({ learnerId }) => learnerId)
  },
  countGuarded: async (guardianIds) => {
    const found = await sql<{ id: string; children: number }>`
      select g.guardian_id as id, count(*)::integer as children from guardianship g
      where g.guardian_id = any(${guardianIds}::uuid[])
        and (g.closed_on is null or g.closed_on > cairn_today()) group by g.guardian_id`.execute(db)
    return new Map(found.rows.map(({ id, children }) => [id, children]))
  },
})

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
