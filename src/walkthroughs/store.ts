import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import { goalWords, meetingRow } from '../conferences/meeting-store.ts'
import { seesConference } from '../conferences/policy.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { seesPiece } from '../work/policy.ts'
import { tileJson } from '../work/tile-store.ts'
import type { GetWalkthrough, SendWalkthrough } from './contract.ts'
import { answersWalkthrough, sendsWalkthrough } from './policy.ts'

export function readWalkthrough(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetWalkthrough>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_build_object(
        'media', (select ${mediaJson} from media m where m.id = k.media_id), 'marks', k.marks, 'pages', k.pages, 'sentAt', k.sent_at,
        'choices', (select coalesce(json_agg(json_build_object('kind', x.kind, 'piece', (select ${tileJson} from piece p
            where p.id = x.piece_id and ${seesPiece(me)}
              and not exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)),
            'why', x.why) order by x.position), '[]')
          from conference_choice x where x.preparation_id = k.preparation_id),
        'goal', (select ${goalWords} from conference_preparation o join standing_goal g on g.id = o.goal_id
          join goal_revision v on v.goal_id = g.id and v.revision = g.revision where o.id = k.preparation_id),
        'goalShown', exists (select 1 from conference_preparation o where o.id = k.preparation_id and o.goal_id is not null
          and not exists (select 1 from goal_deletion d where d.goal_id = o.goal_id and d.deleted_at < k.sent_at
            and (d.restored_at is null or d.restored_at > k.sent_at))),
        'may', ${may({ answer: answersWalkthrough(me) })})
        from walkthrough k where k.conference_id = c.id), 'null')::text as json
      from ${meetingRow} where c.id = ${id} and ${seesConference(me)}`,
  )
}

/** Finds a meeting for sending a walkthrough, or for answering it. */
export async function walkthroughFor({ db, viewer }: Context, id: string, act: 'send' | 'answer') {
  const me = person(viewer.personId)
  const rule = act === 'send' ? sendsWalkthrough(me) : answersWalkthrough(me)
  const found = await sql<{ allowed: boolean }>`
    select ${rule} as allowed from ${meetingRow} where c.id = ${id} and ${seesConference(me)}`.execute(db)
  return found.rows[0]
}

/** A guardian who can come in takes part: a name alone hears nothing. */
export async function isForSomebody({ db }: Context, id: string): Promise<boolean> {
  const found = await sql<{ is: boolean }>`select exists (select 1 from conference_attendee t
    where t.conference_id = ${id} and t.role = 'guardian' and t.person_id is not null) as is`.execute(db)
  return found.rows[0]?.is ?? false
}

/** True when it is there, now or already; false when another one is, or what it needs is not this learner's. */
export async function insertWalkthrough(
  { db, viewer, made }: Context,
  { id, mediaId, preparationId, marks, pages }: InputOf<typeof SendWalkthrough>,
): Promise<boolean> {
  await sql`
    insert into walkthrough (conference_id, district_id, media_id, preparation_id, marks, pages, sent_at)
    select c.id, c.district_id, m.id, v.id, ${marks}::int[], ${pages ?? null}::int[], ${made.at}::timestamptz from conference c
    join media m on m.id = ${mediaId} and m.uploaded_by = ${viewer.personId}
    join conference_preparation v on v.id = ${preparationId} and v.round_id = c.round_id and v.learner_id = c.learner_id
    where c.id = ${id} on conflict do nothing`.execute(db)
  const kept = await db
    .selectFrom('walkthrough')
    .select(['media_id', 'preparation_id'])
    .where('conference_id', '=', id)
    .executeTakeFirst()
  return kept?.media_id === mediaId && kept.preparation_id === preparationId
}

/** What it showed, for the record. */
export async function shownIn({ db }: Context, id: string) {
  const found = await sql<{ preparationId: string; pieceIds: string[] }>`
    select k.preparation_id as "preparationId", coalesce((select array_agg(x.piece_id) from conference_choice x
      where x.preparation_id = k.preparation_id and x.piece_id is not null), '{}') as "pieceIds"
    from walkthrough k where k.conference_id = ${id}`.execute(db)
  return found.rows[0]
}

export async function usualName({ db, viewer }: Context): Promise<string> {
  const found = await sql<{ name: string }>`
    select usual_name(n) as name from person n where n.id = ${viewer.personId}`.execute(db)
  return found.rows[0]?.name ?? ''
}

/** What the learner wrote down of what they say, for whoever sees the meeting. */
export async function readSaid({ db, viewer }: Context, id: string): Promise<string> {
  const me = person(viewer.personId)
  const found = await sql<{ words: string }>`
    select t.body as words from ${meetingRow} join walkthrough k on k.conference_id = c.id
      join transcript t on t.media_id = k.media_id
    where c.id = ${id} and ${seesConference(me)} order by t.revision desc limit 1`.execute(db)
  return found.rows[0]?.words ?? ''
}

export type WaitingRecording = { conferenceId: string; learnerId: string; sentAt: string }

/** What waits for this guardian's answer. */
export async function waitingWalkthroughs({ db, viewer }: Context): Promise<WaitingRecording[]> {
  const me = person(viewer.personId)
  const found = await sql<WaitingRecording>`
    select c.id as "conferenceId", c.learner_id as "learnerId", k.sent_at as "sentAt"
    from guards q join conference c on c.learner_id = q.learner_id
      join conference_learner l on l.round_id = c.round_id and l.learner_id = c.learner_id
      join walkthrough k on k.conference_id = c.id
    where q.guardian_id = ${me} and ${answersWalkthrough(me)}
      and not exists (select 1 from conference_closing z where z.conference_id = c.id)
    order by k.sent_at limit 30`.execute(db)
  return found.rows
}
