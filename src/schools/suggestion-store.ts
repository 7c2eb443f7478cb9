import { may } from '../access/may.ts'
import { leads, person, type Someone } from '../access/relations.ts'
import { voices } from '../people/person.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListShareSuggestions, SetShareSuggestion } from './contract.ts'
import { seesSuggestions, suggestsAt } from './policy.ts'

/** What is chosen beforehand when this learner adds work: nobody, unless their school or district suggests somebody. */
export const suggestedFor = (learner: Someone): RawBuilder<string[]> => sql<string[]>`coalesce((
  select audiences_suggested(c.school_id, voice_of(e.grade)) from enrollment e join class c on c.id = e.class_id
  where e.person_id = ${learner} and e.role = 'student' and e.opened_on <= cairn_today()
  order by (e.closed_on is null or e.closed_on > cairn_today()) desc, e.opened_on desc, e.id limit 1), '{}')`

const bandsOf = (school: RawBuilder<unknown>, own: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select json_agg(json_build_object('voice', b.voice, 'teachers', 'teachers' = any(b.audiences),
    'family', 'family' = any(b.audiences), 'own', ${own}) order by b.place)
  from (select v.voice, v.place, audiences_suggested(${school}, v.voice) as audiences
    from unnest(${[...voices]}::text[]) with ordinality v(voice, place)) b)`

/** Whether the school `o` says something of its own for the band `b`. */
const saysItself = sql`coalesce((select g.audiences is not null from share_suggestion g
  where g.school_id = o.id and g.voice = b.voice order by g.set_at desc, g.id desc limit 1), false)`

export function readSuggestions({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListShareSuggestions>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('may', ${may({ change: suggestsAt(me, undefined) })}, 'bands', ${bandsOf(sql`null::uuid`, sql`true`)},
        'schools', coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'bands', ${bandsOf(sql`o.id`, saysItself)})
          order by o.name, o.id) from school o where ${leads(me, sql<string>`o.id`)}), '[]'))::text as json
      where ${seesSuggestions(me)}`,
  )
}

/** Undefined where nobody is shown what is suggested, and at a school of somebody else's. */
export async function maySuggest(
  { db, viewer }: Context,
  schoolId: string | undefined,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${suggestsAt(me, schoolId)} as allowed
    where ${schoolId === undefined ? seesSuggestions(me) : suggestsAt(me, schoolId)}`.execute(db)
  return found.rows[0]
}

/** What holds there until it is said otherwise. */
export async function suggestedNow({ db }: Context, voice: string, schoolId: string | undefined) {
  const found = await sql<{ audiences: string[] | null }>`
    select audiences_suggested(${schoolId ?? null}::uuid, ${voice}) as audiences`.execute(db)
  return found.rows[0]?.audiences ?? []
}

export async function insertSuggestion(
  { db, viewer, now }: Context,
  { voice, schoolId, suggests }: InputOf<typeof SetShareSuggestion>,
): Promise<void> {
  const audiences = suggests && (['teachers', 'family'] as const).filter((one) => suggests[one])
  await db
    .insertInto('share_suggestion')
    .values({
      id: newId(),
      district_id: viewer.districtId,
      voice,
      school_id: schoolId ?? null,
      audiences,
      set_by: viewer.personId,
      set_at: now,
    })
    .execute()
}
