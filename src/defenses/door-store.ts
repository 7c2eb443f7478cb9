import { type Database, sql, type Transaction } from '../platform/database.ts'
import { criterionOf, showcaseOf, standingNotes } from './attempt-store.ts'
import { mostGuestNotes, mostWrongPins, type NoteSide, type Step } from './defense.ts'
import { isCalledOff } from './policy.ts'

export async function districtOfPass(db: Database, id: string): Promise<string | undefined> {
  const found = await sql<{ id: string | null }>`select district_of_defense_pass(${id}::uuid) as id`.execute(
    db,
  )
  return found.rows[0]?.id ?? undefined
}

export type GuestNote = {
  id: string
  criterionId: string | null
  criterion: string | null
  side: NoteSide
  words: string
}

/** What the door must know of a presentation, for a guest of its panel who came with their link. */
export type Panel = {
  passId: string
  attemptId: string
  panelistId: string
  guest: string
  /** said: what it came to was said, and the guest's notes are the learner's to read */
  state: 'open' | 'said' | 'over'
  rests: boolean
  title: string
  givenName: string
  familyName: string
  number: number
  heldOn: string
  fromMinute: number | null
  place: string
  timeZone: string
  criteria: { id: string; words: string }[]
  /** looked for earlier and not any more, in the last words they had */
  gone: { id: string; words: string }[]
  protocol: Step[]
  opening: string
  showcaseId: string | null
  notes: GuestNote[]
}

const learnsToday = sql`exists (
  select 1 from open_enrollment e where e.person_id = d.learner_id and e.role = 'student')`
const sitsThere = sql`a.panel @> jsonb_build_array(jsonb_build_object('id', p.panelist_id, 'guest', p.guest))`
const lastOpening = sql`(select o.words, o.collection_id from defense_opening o where o.attempt_id = a.id
  order by o.written_at desc limit 1)`

const goneCriteria = sql`(select coalesce(jsonb_agg(g.k), '[]') from (
  select distinct on (k ->> 'id') k from defense_revision v cross join jsonb_array_elements(v.criteria) k
  where v.defense_id = d.id and not a.criteria @> jsonb_build_array(jsonb_build_object('id', k -> 'id'))
  order by k ->> 'id', v.revision desc) g)`

/** Asked anew each time, so that whatever shuts it shuts it at once. */
export async function lookBehindPass(db: Transaction, id: string): Promise<Panel | undefined> {
  const found = await sql<Panel>`
    select p.id as "passId", a.id as "attemptId", p.panelist_id as "panelistId", p.guest,
      case when p.withdrawn_at is not null or a.closes_at <= cairn_now() or ${isCalledOff} or not ${sitsThere} or not ${learnsToday}
        then 'over' when a.outcome is not null then 'said' else 'open' end as state,
      p.wrong_pins >= ${mostWrongPins} as rests, d.title, n.given_name as "givenName", n.family_name as "familyName",
      a.number, a.held_on::text as "heldOn", a.from_minute as "fromMinute", a.place, x.time_zone as "timeZone",
      a.criteria, ${goneCriteria} as gone, a.protocol, coalesce(o.words, '') as opening,
      (select y.id from ${showcaseOf('o.collection_id')} y where y.state = 'open') as "showcaseId",
      (select coalesce(json_agg(json_build_object('id', w.id, 'criterionId', w.criterion_id, 'criterion', ${criterionOf},
          'side', w.side, 'words', w.words) order by w.written_at, w.id), '[]')
        from ${standingNotes} and w.pass_id is not null and w.panelist_id = p.panelist_id
          and w.said_by_guest = p.guest) as notes
    from defense_pass p join defense_standing_attempt a on a.id = p.attempt_id
    join defense d on d.id = a.defense_id join person n on n.id = d.learner_id join district x on x.id = p.district_id
    left join lateral ${lastOpening} o on true
    where p.id = ${id}`.execute(db)
  return found.rows[0]
}

/** Counted before the PIN is looked at, so that guesses sent all at once are counted too. False when it rests. */
export async function countPanelPin(db: Transaction, id: string): Promise<boolean> {
  const result = await sql`
    update defense_pass set wrong_pins = wrong_pins + 1
    where id = ${id} and wrong_pins < ${mostWrongPins} and withdrawn_at is null`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

export async function forgetPanelPins(db: Transaction, id: string): Promise<void> {
  await sql`
    update defense_pass set wrong_pins = 0, last_used_at = cairn_now()
    where id = ${id} and withdrawn_at is null`.execute(db)
}

type Writing = { panel: Panel; districtId: string; now: Date }

export async function countGuestNotes(db: Transaction, { attemptId, panelistId }: Panel): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from defense_note
    where attempt_id = ${attemptId} and panelist_id = ${panelistId} and pass_id is not null`.execute(db)
  return found.rows[0]?.count ?? mostGuestNotes
}

export async function insertGuestNote(
  db: Transaction,
  { panel, districtId, now }: Writing,
  note: Pick<GuestNote, 'id' | 'criterionId' | 'side' | 'words'>,
): Promise<void> {
  await sql`
    insert into defense_note (id, district_id, attempt_id, criterion_id, side, words, panelist_id, said_by_guest, pass_id,
      written_at)
    values (${note.id}, ${districtId}, ${panel.attemptId}, ${note.criterionId}, ${note.side}, ${note.words},
      ${panel.panelistId}, ${panel.guest}, ${panel.passId}, ${now}::timestamptz)`.execute(db)
}

export async function retractGuestNote(
  db: Transaction,
  { districtId, now }: Writing,
  id: string,
): Promise<void> {
  await sql`
    insert into defense_note_retraction (note_id, district_id, retracted_at)
    values (${id}, ${districtId}, ${now}::timestamptz) on conflict do nothing`.execute(db)
}
