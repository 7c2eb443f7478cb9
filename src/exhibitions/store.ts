import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetExhibition, ListExhibitions, ListInvitableClasses, ListSlips } from './contract.ts'
import {
  exhibitionActs,
  invitesClass,
  isLost,
  isReadable,
  knowsConsent,
  ownsStand,
  readsForThem,
  seesCard,
  seesExhibition,
  seesSlip,
} from './policy.ts'

const aboutJson = sql`'id', x.id, 'title', x.title, 'heldOn', x.held_on, 'fromMinute', x.from_minute,
  'toMinute', x.to_minute, 'state', x.state, 'school', (select c.name from school c where c.id = x.school_id)`

const mostExhibitions = 100

/** The named set: events of classes I belong to, of schools I answer for, and where I stood. */
export function readExhibitions({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListExhibitions>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(${aboutJson},
        'stands', (select count(*) from stand_standing t where t.exhibition_id = x.id),
        'joined', exists (select 1 from stand_standing t where t.exhibition_id = x.id and ${ownsStand(me)}),
        'held', (select count(*) from slip g join stand t on t.id = g.stand_id
          where t.exhibition_id = x.id and ${readsForThem(me)}
            and not exists (select 1 from slip_decision e where e.slip_id = g.id)))
        order by x.state in ('before', 'open') desc, x.held_on desc, x.id), '[]')::text as json
      from (select x.* from exhibition_standing x where ${seesExhibition(me)}
        order by x.held_on desc limit ${mostExhibitions}) x`,
  )
}

export function readInvitable({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListInvitableClasses>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'schoolId', c.school_id, 'school', s.name)
        order by s.name, c.name), '[]')::text as json
      from class c join school s on s.id = c.school_id
      where c.opens_on <= cairn_today() and c.closes_on >= cairn_today() and ${invitesClass(person(viewer.personId))}`,
  )
}

export function readExhibition(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetExhibition>>> {
  const me = person(viewer.personId)
  const title = sql`coalesce((select k.content ->> 'title' from collection_copy k where k.id = s.copy_id), '')`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${aboutJson}, 'revision', x.revision, 'words', x.words, 'guestsFrom', x.guests_from,
        'places', x.places,
        'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]')
          from exhibition_class k join class c on c.id = k.class_id where k.exhibition_id = x.id),
        'stands', (select coalesce(json_agg(json_build_object('id', t.id, 'learner', ${personJson(sql<string>`t.learner_id`)},
            'title', t.title, 'isRead', t.is_read, 'isHere', t.is_here,
            'placeId', t.place_id, 'fromMinute', t.from_minute, 'toMinute', t.to_minute,
            'showcase', case when t.showcase_state = 'open' or ${knowsConsent(me)} then t.showcase_state end,
            'waitsFor', case when ${knowsConsent(me)} then t.waits_for else '{}' end,
            'may', ${may({ releaseTitle: readsForThem(me) })}) order by t.from_minute nulls last, t.title, t.id), '[]')
          from stand_standing t where t.exhibition_id = x.id),
        'notYet', (select coalesce(json_agg(${personJson(sql<string>`y.person_id`)}), '[]')
          from (select distinct b.person_id from exhibition_class k join belongs b on b.class_id = k.class_id
            where k.exhibition_id = x.id and b.role = 'student' and ${exhibitionActs(me).run} and not exists (
              select 1 from stand_standing t where t.exhibition_id = x.id and t.learner_id = b.person_id)) y),
        'mine', (select json_build_object('id', t.id, 'title', c.title, 'showcaseId', c.showcase_id, 'stays', c.stays)
          from stand t join stand_choice c on c.stand_id = t.id
          where t.exhibition_id = x.id and ${ownsStand(me)} order by c.chosen_at desc limit 1),
        'choices', (select coalesce(json_agg(json_build_object('id', s.id, 'collectionId', s.collection_id,
            'title', ${title}, 'state', s.state, 'waitsFor', array_remove(array[case when not s.teacher_agrees then 'teacher' end,
              case when s.needs_guardian and not s.guardian_agrees then 'guardian' end], null)) order by s.proposed_at desc), '[]')
          from showcase_standing s where s.learner_id = ${me} and s.passcode_hash is null and s.state in ('waiting', 'declined', 'open')),
        'uses', (select coalesce(json_agg(json_build_object('on', u.used_on, 'times', u.times) order by u.used_on desc), '[]')
          from exhibition_use u where u.exhibition_id = x.id),
        'may', ${may(exhibitionActs(me))})::text as json
      from exhibition_standing x where x.id = ${id} and ${seesExhibition(me)}`,
  )
}

const mostSlips = 500

export function readSlips(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListSlips>>> {
  const me = person(viewer.personId)
  const decides = sql`(g.reads and not exists (select 1 from slip_decision e where e.slip_id = g.id and e.releases))`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'slips', (select coalesce(json_agg(json_build_object('id', g.id, 'learner', ${personJson(sql<string>`g.learner_id`)},
            'words', g.words, 'signed', g.signed, 'writtenAt', g.written_at, 'isLost', ${isLost},
            'media', case when m.id is not null and not ${isLost} then ${mediaJson} end,
            'said', (select json_build_object('revision', l.revision, 'words', l.body, 'by', ${personJson(sql<string>`l.written_by`)},
              'at', l.written_at) from transcript l where l.media_id = m.id order by l.revision desc limit 1),
            'decision', (select json_build_object('releases', e.releases, 'reason', e.reason,
              'by', ${personJson(sql<string>`e.decided_by`)}, 'at', e.decided_at) from slip_decision e where e.slip_id = g.id),
            'may', json_build_object('decide', ${decides}, 'passOn', ${decides} and ${isReadable},
              'writeDown', g.reads and coalesce(m.kind = 'audio', false) and not ${isLost})) order by g.written_at desc), '[]')
          from (select g.*, t.learner_id, ${readsForThem(me)} as reads from slip g join stand t on t.id = g.stand_id
            where t.exhibition_id = x.id and ${seesSlip(me)} order by g.written_at desc limit ${mostSlips}) g
            left join media m on m.id = g.media_id),
        'cards', (select coalesce(json_agg(json_build_object('id', w.id, 'learner', ${personJson(sql<string>`t.learner_id`)},
            'words', w.words, 'writtenAt', w.written_at,
            'released', exists (select 1 from thanks_release e where e.thanks_id = w.id),
            'may', ${may({ release: readsForThem(me), withdraw: seesCard(me) })}) order by w.written_at desc), '[]')
          from stand t join lateral (select * from thanks w where w.stand_id = t.id
            and not exists (select 1 from thanks_withdrawal d where d.thanks_id = w.id)
            order by w.written_at desc limit 1) w on true
          where t.exhibition_id = x.id and ${seesCard(me)}))::text as json
      from exhibition_standing x where x.id = ${id} and ${seesExhibition(me)}`,
  )
}

type ExhibitionAct = keyof ReturnType<typeof exhibitionActs>
export type FoundExhibition = {
  allowed: boolean
  closesAt: Date
  places: { id: string; name: string }[]
  openedBy: string
  schoolId: string
}

/** Finds an event for an act: undefined when it cannot be seen. */
export async function exhibitionFor(
  { db, viewer }: Context,
  id: string,
  act: ExhibitionAct,
): Promise<FoundExhibition | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundExhibition>`
    select ${exhibitionActs(me)[act]} as allowed, x.closes_at as "closesAt", x.places, x.opened_by as "openedBy",
      x.school_id as "schoolId"
    from exhibition_standing x where x.id = ${id} and ${seesExhibition(me)}`.execute(db)
  return found.rows[0]
}

/** What a placard says of each who stands there, for those who run it. */
export async function readPlacards({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ title: string; stands: Placard[] }>`
    select x.title, (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.shown_title, 'isShown', t.is_shown,
        'place', (select e ->> 'name' from jsonb_array_elements(x.places) e where e ->> 'id' = t.place_id::text),
        'givenName', n.given_name, 'familyName', n.family_name) order by n.given_name, t.id), '[]')
      from stand_standing t join person n on n.id = t.learner_id where t.exhibition_id = x.id and t.is_here) as stands
    from exhibition_standing x where x.id = ${id} and ${exhibitionActs(me).run}`.execute(db)
  return found.rows[0]
}

export type Placard = {
  id: string
  title: string
  isShown: boolean
  place: string | null
  givenName: string
  familyName: string
}
