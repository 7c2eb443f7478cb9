import { may } from '../access/may.ts'
import { leads, person, runsDistrict, type Someone } from '../access/relations.ts'
import { voices } from '../people/person.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListShareSuggestions, SetShareSuggestion } from './contract.ts'

const standing = (voice: RawBuilder<unknown>): RawBuilder<string[]> => sql<string[]>`coalesce((
  select g.audiences from share_suggestion g where g.voice = ${voice} order by g.set_at desc, g.id desc limit 1), '{}')`

/** What is chosen beforehand when this learner adds work: nobody, unless their district suggests somebody. */
export const suggestedFor = (learner: Someone): RawBuilder<string[]> =>
  standing(sql`voice_of((select e.grade from enrollment e where e.person_id = ${learner} and e.role = 'student'
    and e.opened_on <= cairn_today() order by e.opened_on desc limit 1))`)

export function readSuggestions({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListShareSuggestions>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('may', ${may({ change: runsDistrict(me) })}, 'bands', (
        select json_agg(json_build_object('voice', b.voice, 'teachers', 'teachers' = any(b.audiences),
          'family', 'family' = any(b.audiences)) order by b.place)
        from (select v.voice, v.place, ${standing(sql`v.voice`)} as audiences
          from unnest(${[...voices]}::text[]) with ordinality v(voice, place)) b))::text as json
      where exists (select 1 from school led where ${leads(me, sql<string>`led.id`)})`,
  )
}

/** Undefined where nobody is shown what is suggested. */
export async function maySuggest({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${runsDistrict(me)} as allowed
    where exists (select 1 from school led where ${leads(me, sql<string>`led.id`)})`.execute(db)
  return found.rows[0]
}

export async function insertSuggestion(
  { db, viewer, now }: Context,
  { voice, teachers, family }: InputOf<typeof SetShareSuggestion>,
): Promise<void> {
  const audiences = [...(teachers ? ['teachers'] : []), ...(family ? ['family'] : [])]
  await db
    .insertInto('share_suggestion')
    .values({
      id: newId(),
      district_id: viewer.districtId,
      voice,
      audiences,
      set_by: viewer.personId,
      set_at: now,
    })
    .execute()
}
