import { leads, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { suspectedPairs } from '../register/suspicion-store.ts'
import { comesByLink } from '../welcomes/policy.ts'
import { stateOf } from '../welcomes/store.ts'
import { failedCount } from './errand-store.ts'
import { seesOffice, seesWholeHouse } from './policy.ts'
import type { WaitingKind } from './waiting.ts'

export type CountedWaiting = {
  counts: Partial<Record<WaitingKind, number>>
  seesHouse: boolean
  lastBackupAt: Date | null
}

/** Guardians of learners in the schools somebody leads who come by link: with no link, or with one that is of no use. */
const guardians = (viewer: string) => sql`(
  select count(*) filter (where s.state is null) as outside, count(*) filter (where s.state in ('lapsed', 'resting')) as stuck
  from (select distinct g.guardian_id as id from guards g join open_enrollment e on e.person_id = g.learner_id
      and e.role = 'student' join class c on c.id = e.class_id where ${leads(person(viewer), sql<string>`c.school_id`)}) those
  left join lateral (select ${stateOf} as state from welcome w where w.guardian_id = those.id and w.withdrawn_at is null) s on true
  where s.state is distinct from 'opened' and s.state is distinct from 'waiting' and ${comesByLink(sql<string>`those.id`)}
    and not exists (select 1 from identity i where i.person_id = those.id))`

const imports = sql`(
  select count(*) filter (where jsonb_array_length(m.story->'anomalies') > 0) as stopped,
    count(*) filter (where jsonb_array_length(m.story->'anomalies') = 0) as ready
  from roster_import m join roster_draft d on d.import_id = m.id and d.place = 0
  where m.applied_at is null and d.kept_until > cairn_now() and not (m.story->>'changesNothing')::boolean)`

const unmatched = sql`(select count(*) from unmatched_identity u join standing_provider s on s.id = u.provider_id
  where not exists (select 1 from identity i where i.provider_id = u.provider_id and i.issuer = u.issuer
    and i.subject = u.subject))`

/** Undefined for whoever has no office. */
export async function countWaiting({ db, viewer }: Context): Promise<CountedWaiting | undefined> {
  const me = person(viewer.personId)
  const found = await sql<CountedWaiting>`
    with house as materialized (select ${seesWholeHouse(me)} as sees)
    select jsonb_build_object('outside', t.outside, 'stuck-links', t.stuck) || case when h.sees then jsonb_build_object(
        'unmatched', ${unmatched}, 'stopped-imports', (select i.stopped from ${imports} i),
        'ready-imports', (select i.ready from ${imports} i), 'suspected', (select count(*) from ${suspectedPairs} s),
        'failed-work', ${failedCount(viewer.districtId)},
        'resting-hooks', (select count(*) from standing_program_hook p where p.rests_since is not null)) else '{}' end as counts,
      h.sees as "seesHouse", (select max(b.made_at) from backup_made b where h.sees) as "lastBackupAt"
    from house h, ${guardians(viewer.personId)} t where ${seesOffice(me)}`.execute(db)
  return found.rows[0]
}
