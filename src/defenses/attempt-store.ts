import { may } from '../access/may.ts'
import { guards, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'
import { personJson } from '../work/tile-store.ts'
import { mostWrongPins } from './defense.ts'
import { arrangesDefense, attemptActs, ownsDefense, readsNotes } from './policy.ts'

/** Of an attempt `a` of a defense `d`, what its page shows to somebody. */
const nameOf = (id: string) => sql`(select usual_name(n) from person n where n.id = ${sql.raw(id)})`

/** What was changed since it was first set, newest first: by which words it is looked at, when, before whom. */
export const changesJson = sql`(select coalesce(json_agg(json_build_object('at', c.at, 'by', ${nameOf('c.by')}, 'what', c.what)
    order by c.at desc), '[]') from (
  select v.revised_at as at, v.revised_by as by, array_remove(array[
      case when v.criteria <> lag(v.criteria) over w then 'criteria' end,
      case when v.protocol <> lag(v.protocol) over w then 'protocol' end], null) as what
    from defense_revision v where v.defense_id = a.defense_id window w as (order by v.revision)
  union all
  select g.arranged_at, g.arranged_by, array_remove(array[
      case when format('%s %s %s', g.held_on, g.from_minute, g.place)
        <> lag(format('%s %s %s', g.held_on, g.from_minute, g.place)) over w then 'when' end,
      case when g.panel <> lag(g.panel) over w then 'panel' end], null)
    from defense_arrangement g where g.attempt_id = a.id window w as (order by g.arranged_at)) c
  where c.what <> '{}' and c.at <= coalesce(a.decided_at, 'infinity')
    and c.at > (select t.called_at from defense_attempt t where t.id = a.id))`

const panelJson = (
  me: Someone,
) => sql`(select coalesce(json_agg(json_build_object('id', q ->> 'id', 'isGuest', q ? 'guest',
    'name', coalesce(q ->> 'guest', ${nameOf(`(q ->> 'personId')::uuid`)}), 'personId', q ->> 'personId',
    'mine', coalesce((q ->> 'personId')::uuid = ${me}, false),
    'pass', (select json_build_object('id', p.id, 'lastUsedAt', p.last_used_at, 'rests', p.wrong_pins >= ${mostWrongPins})
      from defense_pass p where p.attempt_id = a.id and p.panelist_id = (q ->> 'id')::uuid and p.guest = q ->> 'guest'
        and p.withdrawn_at is null and (${arrangesDefense(me)} or ${ownsDefense(me)}))) order by o.at), '[]')
  from jsonb_array_elements(a.panel) with ordinality o(q, at))`

/** The showcase by which guests of the panel look at what the learner presents from, once all who must have agreed. */
export const showcaseOf = (collection: string) => sql`(select s.id, s.state from showcase_standing s
  where s.collection_id = ${sql.raw(collection)} and s.state in ('open', 'waiting') and s.passcode_hash is null
  order by s.state = 'open' desc, s.proposed_at desc limit 1)`

const openingJson = sql`(select json_build_object('words', o.words, 'writtenAt', o.written_at,
    'collection', (select json_build_object('id', c.id, 'title', coalesce(r.said ->> 'title', ''),
        'showcase', (select y.state from ${showcaseOf('c.id')} y))
      from standing_collection c
      join collection_revision r on r.collection_id = c.id and r.revision = c.revision where c.id = o.collection_id))
  from defense_opening o where o.attempt_id = a.id order by o.written_at desc limit 1)`

/** The words of a note's criterion as they were then; of one that came later than it was taken out, the last ones. */
export const criterionOf = sql`(select k ->> 'words' from defense_revision v cross join jsonb_array_elements(v.criteria) k
  where v.defense_id = a.defense_id and v.revised_at <= w.written_at and k ->> 'id' = w.criterion_id::text
  order by v.revision desc limit 1)`

export const standingNotes = sql`defense_note w where w.attempt_id = a.id
  and not exists (select 1 from defense_note_retraction e where e.note_id = w.id)`

export const saidBy = sql`coalesce(w.said_by_guest, ${nameOf('w.said_by')})`

const notesJson = (
  me: Someone,
) => sql`case when ${readsNotes(me)} then (select coalesce(json_agg(json_build_object('id', w.id,
    'criterionId', w.criterion_id, 'criterion', ${criterionOf}, 'side', w.side, 'words', w.words, 'saidBy', ${saidBy},
    'writtenDownBy', case when w.written_by is not null and w.said_by is distinct from w.written_by then ${nameOf('w.written_by')} end,
    'writtenAt', w.written_at, 'mine', coalesce(w.written_by = ${me}, false)) order by w.written_at, w.id), '[]')
  from ${standingNotes}) else '[]' end`

/** The learner's own family, to choose from; their teachers see whom they asked. */
const familyJson = (
  me: Someone,
) => sql`(select coalesce(json_agg(json_build_object('id', n.id, 'name', usual_name(n),
    'shows', coalesce(i.shows, 'nothing')) order by n.given_name, n.id), '[]')
  from person n left join defense_standing_invitation i on i.attempt_id = a.id and i.guardian_id = n.id
  where ${guards(sql<string>`n.id`, sql<string>`d.learner_id`)}
    and (${ownsDefense(me)} or (${arrangesDefense(me)} and i.shows is not null)))`

export const attemptJson = (
  me: Someone,
) => sql`json_build_object('id', a.id, 'number', a.number, 'heldOn', a.held_on,
  'fromMinute', a.from_minute, 'place', a.place, 'revision', a.revision, 'criteria', a.criteria, 'protocol', a.protocol,
  'changes', ${changesJson}, 'panel', ${panelJson(me)}, 'opening', ${openingJson}, 'notes', ${notesJson(me)},
  'outcome', case when a.outcome is not null then json_build_object('outcome', a.outcome, 'words', a.outcome_words,
    'by', ${personJson(sql<string>`a.decided_by`)}, 'at', a.decided_at) end,
  'answers', (select coalesce(json_agg(json_build_object('id', w.id, 'words', w.words, 'writtenAt', w.written_at)
    order by w.written_at), '[]') from defense_answer w where w.attempt_id = a.id),
  'family', ${familyJson(me)}, 'may', ${may(attemptActs(me))})`
