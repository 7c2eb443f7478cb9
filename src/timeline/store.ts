import { both, guards, isLearner, person, type Rule, type Someone, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { knowsLearner } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { FindInClass, GetTimeline } from './contract.ts'
import { entryJson } from './entry-store.ts'
import { competencies, pointsAt } from './pointing-store.ts'
import { hadHandIn, isNamedIn, seesEntry } from './policy.ts'
import { pageOfEntries, tokensOf } from './timeline.ts'

type Asked = InputOf<typeof GetTimeline>

/** How alike a misspelt word and a beginning must be: half of what the word is made of. */
const alike = 0.5
/** Of each learner, the newest so many are compared with a misspelt word. */
const mostNear = 200

const day = (moment: RawBuilder<unknown>) =>
  sql`(${moment} at time zone (select d.time_zone from district d))::date`

/**
 * Made for this class (answering its activity, hung on its wall); what was made for no class belongs where its
 * learner was then.
 */
const isOfClass = (classId: string): Rule => sql<boolean>`(exists (
    select 1 from iteration i where i.id = e.iteration_id and (
      exists (select 1 from share s join space o on o.id = s.space_id where s.piece_id = i.piece_id and o.class_id = ${classId})
      or exists (select 1 from standing_response r join activity a on a.id = r.activity_id join space o on o.id = a.space_id
        where r.piece_id = i.piece_id and o.class_id = ${classId})))
  or (not exists (select 1 from iteration i where i.id = e.iteration_id and (
      exists (select 1 from share s where s.piece_id = i.piece_id and s.space_id is not null)
      or exists (select 1 from standing_response r where r.piece_id = i.piece_id)))
    and exists (select 1 from enrollment c where c.class_id = ${classId} and c.person_id = e.learner_id and c.role = 'student'
      and c.opened_on <= ${day(sql`e.made_at`)} and (c.closed_on is null or c.closed_on > ${day(sql`e.made_at`)}))))`

function narrowed(me: Someone, asked: Asked, several: boolean): Rule {
  const rules: Rule[] = [sql<boolean>`true`]
  if (asked.from) rules.push(sql<boolean>`${day(sql`e.made_at`)} >= ${asked.from}::date`)
  if (asked.to) rules.push(sql<boolean>`${day(sql`e.made_at`)} <= ${asked.to}::date`)
  if (asked.kind) rules.push(sql<boolean>`e.kind = ${asked.kind}`)
  if (asked.medium) rules.push(sql<boolean>`${asked.medium} = any(e.mediums)`)
  if (asked.person && several) rules.push(sql<boolean>`e.learner_id = ${asked.person}`)
  if (asked.person && !several) rules.push(hadHandIn(me, person(asked.person)))
  if (asked.class) rules.push(isOfClass(asked.class))
  if (asked.competency) rules.push(pointsAt(me, asked.competency))
  if (asked.before) {
    rules.push(sql<boolean>`(e.made_at, e.id) < (${asked.before}::timestamptz,
      ${asked.beforeId ?? '00000000-0000-0000-0000-000000000000'}::uuid)`)
  }
  return both(...rules)
}

const columns = sql`e.id, e.kind, e.made_at, e.learner_id, e.mediums, e.iteration_id, e.reflection_id, e.goal_id, e.goal_check_id, e.claim_id, e.letter_id`

/**
 * The page that was asked for, of the named set `whose` (rows of `learner_id`). The words narrow the set first;
 * then, newest first, the viewer's right is asked of one entry after the other until the page is full. What is
 * only near is shown when nothing else is: whether hidden things match cannot be told from it.
 */
function pages(me: Someone, asked: Asked, whose: RawBuilder<unknown>, several: boolean) {
  const tokens = tokensOf(asked.words ?? '')
  const looks = tokens.length > 0
  const narrow = narrowed(me, asked, several)
  const worded = sql<boolean>`(e.search @@ q.query or (f.touched and (e.search || f.named) @@ q.query))`
  return {
    looks,
    token: tokens[0],
    sql: sql`
      asked_for as materialized (select ${looks ? sql`timeline_query(${tokens}::text[])` : sql`null::tsquery`} as query),
      whose as (${whose}),
      faces as materialized (select w.learner_id, n.named, ${several && looks} and exists (
          select 1 from unnest(${tokens}::text[]) t where n.named @@ to_tsquery('simple', t || ':*')) as touched
        from whose w join person x on x.id = w.learner_id
        cross join lateral (select to_tsvector('simple', plain_words(usual_name(x))) as named) n),
      matching as materialized (
        select ${columns} from faces f cross join asked_for q join timeline_entry e on e.learner_id = f.learner_id
        where ${looks ? worded : sql`true`} and ${narrow}
        order by e.made_at desc, e.id desc),
      close as (
        select ${columns} from faces f cross join lateral (select * from timeline_entry e where e.learner_id = f.learner_id
          order by e.made_at desc limit ${mostNear}) e
        where ${looks && !asked.before} and word_similarity(${tokens.join(' ')}, e.beginning) >= ${alike} and ${narrow}
        order by e.made_at desc, e.id desc),
      candidates as (select *, false as near from matching union all select *, true from close),
      page as materialized (select * from candidates e where ${seesEntry(me)} limit ${pageOfEntries + 1}),
      shown as materialized (select * from page p where p.near = not exists (select 1 from page x where not x.near)
        order by p.made_at desc, p.id desc limit ${pageOfEntries})`,
  }
}

const found = (me: Someone, token: string | undefined) => sql`
  'entries', coalesce((select json_agg(${entryJson(me, token)} order by e.made_at desc, e.id desc) from shown e), '[]'),
  'near', exists (select 1 from shown e where e.near),
  'next', (select json_build_object('before', e.made_at, 'beforeId', e.id) from shown e
    where (select count(*) from page p where not p.near) > ${pageOfEntries} order by e.made_at, e.id limit 1)`

/** Those who helped, for the learner and the family; the classes somebody was in, or is taught in by the viewer. */
export function readTimeline(
  { db, viewer }: Context,
  asked: Asked,
): Promise<JsonText<OutputOf<typeof GetTimeline>>> {
  const me = person(viewer.personId)
  const learner = person(asked.id)
  const page = pages(me, asked, sql`select ${learner} as learner_id`, false)
  const isTheirs = sql<boolean>`(${isLearner(me, learner)} or ${guards(me, learner)})`
  return readJson(
    db,
    sql<{ json: string }>`with ${page.sql}
      select json_build_object('learner', ${personJson(learner)}, 'mine', ${isLearner(me, learner)}, ${found(me, page.token)},
        'choices', json_build_object('competencies', ${competencies(me)},
          'people', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by n.given_name, n.id)
            from person n where ${isTheirs} and n.id <> ${learner} and n.id in (
              select f.given_by from piece p join iteration i on i.piece_id = p.id join feedback f on f.iteration_id = i.id
                where p.learner_id = ${learner} and ${isLearner(me, learner)}
              union select p.created_by from piece p where p.learner_id = ${learner} and ${isLearner(me, learner)}
              union select t.teacher_id from teaches t where t.learner_id = ${learner})), '[]'),
          'classes', coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.opens_on desc, c.name)
            from class c where c.id in (select y.class_id from enrollment y where y.person_id = ${learner} and y.role = 'student')
              and exists (select 1 from space o where o.class_id = c.id and ${isNamedIn(me, learner)})), '[]')
        ))::text as json
      from person x where x.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}

export function findInClass(
  { db, viewer }: Context,
  asked: InputOf<typeof FindInClass>,
): Promise<JsonText<OutputOf<typeof FindInClass>>> {
  const me = person(viewer.personId)
  const learners = sql`select b.person_id as learner_id from open_enrollment b
    where b.class_id = ${asked.id} and b.role = 'student' group by b.person_id`
  const page = pages(me, asked, learners, true)
  return readJson(
    db,
    sql<{ json: string }>`with ${page.sql}
      select json_build_object('class', json_build_object('id', c.id, 'name', c.name), ${found(me, page.token)},
        'choices', json_build_object('competencies', ${competencies(me)}, 'classes', '[]'::json,
          'people', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by n.given_name, n.id)
            from whose w join person n on n.id = w.learner_id), '[]')))::text as json
      from class c join space o on o.class_id = c.id
      where c.id = ${asked.id} and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}
