import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { personJson } from '../work/tile-store.ts'
import type { Picture } from './card.ts'
import type { ListCards } from './contract.ts'
import { isOnlyLearner, mayHandCards } from './policy.ts'

type Listed = OutputOf<typeof ListCards>
type Uncoded = Omit<Listed, 'learners'> & {
  learners: (Omit<Listed['learners'][number], 'card'> & {
    card: Omit<NonNullable<Listed['learners'][number]['card']>, 'code'> | null
  })[]
}

/** First name and initial: enough to hand a card out, and little for whoever finds it. */
const shortName = sql<string>`trim(n.given_name || ' ' || case when n.family_name = '' then ''
  else left(n.family_name, 1) || '.' end)`

/** Everything about the cards of a class but their codes, which no table holds. */
export async function readCards({ db, viewer }: Context, classId: string): Promise<Uncoded> {
  const found = await sql<{ json: Uncoded }>`
    select json_build_object('class', json_build_object('id', c.id, 'name', c.name),
      'learners', coalesce((
        select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'shortName', ${shortName},
          'mayHaveCard', ${isOnlyLearner(sql<string>`n.id`)},
          'card', (select json_build_object('id', k.id, 'picture', k.picture, 'issuedAt', k.issued_at)
            from standing_card k where k.class_id = c.id and k.learner_id = n.id
            order by k.issued_at desc, k.id desc limit 1)) order by n.given_name, n.family_name)
        from person n where n.id in (
          select e.person_id from open_enrollment e where e.class_id = c.id and e.role = 'student')), '[]'),
      'devices', coalesce((
        select json_agg(json_build_object('id', d.id, 'device', d.device, 'openedAt', d.opened_at,
          'closesAt', d.closes_at, 'openedBy', ${personJson(sql<string>`d.opened_by`)}) order by d.opened_at desc)
        from class_device d where d.class_id = c.id and d.closes_at > cairn_now() and not exists (
          select 1 from class_device_closing x where x.class_device_id = d.id)), '[]')) as json
    from class c join space s on s.class_id = c.id
    where c.id = ${classId} and ${mayHandCards(person(viewer.personId))}`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Refusal('not_found')
  return row.json
}

export async function handsCards({ db, viewer }: Context, classId: string): Promise<boolean> {
  const found = await sql`
    select 1 from space s where s.class_id = ${classId} and ${mayHandCards(person(viewer.personId))}`.execute(
    db,
  )
  return found.rows.length > 0
}

/** The learners of a class who have no card and may have one; two teachers who ask at once wait for each other. */
export async function learnersWithoutCard({ db }: Context, classId: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cards ${classId}`}, 0))`.execute(db)
  const found = await sql<{ id: string }>`
    select distinct e.person_id as id, n.given_name, n.family_name
    from open_enrollment e join person n on n.id = e.person_id
    where e.class_id = ${classId} and e.role = 'student' and ${isOnlyLearner(sql<string>`e.person_id`)}
      and not exists (select 1 from standing_card k where k.class_id = e.class_id and k.learner_id = e.person_id)
    order by n.given_name, n.family_name`.execute(db)
  return found.rows.map(({ id }) => id)
}

export type NewCard = { id: string; classId: string; learnerId: string; codeHash: Buffer }

/** False when the id is taken. */
export async function insertCard({ db, viewer, now }: Context, card: NewCard): Promise<boolean> {
  const result = await db
    .insertInto('card')
    .values({
      id: card.id,
      district_id: viewer.districtId,
      class_id: card.classId,
      learner_id: card.learnerId,
      code_hash: card.codeHash,
      issued_by: viewer.personId,
      issued_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertPicture(
  { db, viewer, now }: Context,
  chosen: { id: string; cardId: string; picture: Picture },
): Promise<void> {
  await db
    .insertInto('card_picture')
    .values({
      id: chosen.id,
      district_id: viewer.districtId,
      card_id: chosen.cardId,
      picture: chosen.picture,
      chosen_by: viewer.personId,
      chosen_at: now,
    })
    .execute()
}

export type HandedCard = { id: string; classId: string; learnerId: string; picture: Picture; ended: boolean }

/** A card of a class the viewer teaches, while its learner is in it. */
export async function cardFor({ db, viewer }: Context, id: string): Promise<HandedCard | undefined> {
  const found = await sql<HandedCard>`
    select k.id, k.class_id as "classId", k.learner_id as "learnerId",
      (select p.picture from card_picture p where p.card_id = k.id order by p.chosen_at desc, p.id desc limit 1) as picture,
      exists (select 1 from card_ending x where x.card_id = k.id) as ended
    from card k join space s on s.class_id = k.class_id
    where k.id = ${id} and ${mayHandCards(person(viewer.personId))} and exists (
      select 1 from open_enrollment e
      where e.class_id = k.class_id and e.person_id = k.learner_id and e.role = 'student')`.execute(db)
  return found.rows[0]
}

/** False when it had ended already. */
export async function insertCardEnding({ db, viewer, now }: Context, cardId: string): Promise<boolean> {
  const result = await db
    .insertInto('card_ending')
    .values({ card_id: cardId, district_id: viewer.districtId, ended_by: viewer.personId, ended_at: now })
    .onConflict((conflict) => conflict.column('card_id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
