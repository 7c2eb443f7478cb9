/**
 * A district that grows in steps, made inside PostgreSQL. Twenty pieces a learner, two iterations a piece,
 * twenty-two learners a class with one teacher; the pieces of one learner lie scattered among everybody
 * else's, as they would after two years of school.
 */
export const piecesOfLearner = 20
export const learnersOfClass = 22

/** Numbered lists of who there is; they are the bench's own and stand beside Cairn's tables. */
export const beginnings = `
  create schema bench;
  create table bench.district as select uuidv7() as id, uuidv7() as school_id;
  select found_district(id, 'Bench district', 'America/Vancouver', now()) from bench.district;
  insert into school (id, district_id, name) select school_id, id, 'Bench school' from bench.district;
  create table bench.class (n int primary key, id uuid, space_id uuid, teacher_id uuid);
  create table bench.learner (n int primary key, id uuid, guardian_id uuid, class_n int);
  create function bench.name(n int) returns text language sql immutable as $$
    select (array['Mika','Théo','Amara','Jonas','Noor','Siaosi','Anya','Łukasz','Mei','Oluwaseun','Inés','Dakota'])[n % 12 + 1] $$;
  create function bench.family(n int) returns text language sql immutable as $$
    select (array['Rivera','Halvorsen','Okafor','Singh','Chen','Tremblay','Nguyễn','Kowalski','Joseph'])[n % 9 + 1] $$`

/** The people of learners `from` to `to` (not included), and the classes they need. */
const people = (from: number, to: number): string[] => [
  `insert into bench.class select n, uuidv7(), uuidv7(), uuidv7()
    from generate_series((select count(*) from bench.class)::int, ${Math.ceil(to / learnersOfClass)} - 1) n`,
  `insert into bench.learner select n, uuidv7(), uuidv7(), n / ${learnersOfClass}
    from generate_series(${from}, ${to} - 1) n`,
  `create temp table fresh_class as select c.*, d.id as district_id, d.school_id from bench.class c, bench.district d
    where not exists (select from class k where k.id = c.id)`,
  `insert into person (id, district_id, given_name, family_name, created_at)
    select teacher_id, district_id, bench.name(n), bench.family(n), now() from fresh_class`,
  `insert into class (id, district_id, school_id, name, opens_on, closes_on)
    select id, district_id, school_id, 'Class ' || n, current_date - 760, current_date + 200 from fresh_class`,
  `insert into space (id, district_id, class_id, name) select space_id, district_id, id, 'Class ' || n from fresh_class`,
  `insert into enrollment (id, district_id, class_id, person_id, role, opened_on)
    select uuidv7(), district_id, id, teacher_id, 'teacher', current_date - 760 from fresh_class`,
  `create temp table fresh_learner as
    select l.*, d.id as district_id, c.id as class_id, c.space_id, c.teacher_id
    from bench.learner l join bench.class c on c.n = l.class_n, bench.district d where l.n >= ${from}`,
  `insert into person (id, district_id, given_name, family_name, created_at)
    select id, district_id, bench.name(n), bench.family(n / 5), now() from fresh_learner
    union all select guardian_id, district_id, bench.name(n + 3), bench.family(n / 5), now() from fresh_learner`,
  `insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
    select uuidv7(), district_id, class_id, id, 'student', '4', current_date - 760 from fresh_learner`,
  `insert into guardianship (id, district_id, learner_id, guardian_id, relationship, opened_on)
    select uuidv7(), district_id, id, guardian_id, 'parent', current_date - 760 from fresh_learner`,
  `insert into account (id, district_id, person_id, username, password_hash, password_changed_at, created_at)
    select id, district_id, id, 'bench-' || n, 'none', now(), now() from fresh_learner`,
  // the token of learner n is bench-n
  `insert into session (id, district_id, account_id, person_id, token_hash, created_at, last_seen_at, expires_at)
    select uuidv7(), district_id, id, id, sha256(convert_to('bench-' || n, 'UTF8')), now(), now(), now() + interval '1 day'
    from fresh_learner`,
]

const words = (n: string, least: number) =>
  `repeat('The second bridge held because the beams are thicker. ', ${least} + (${n} % 7)::int)`

const pieces: string[] = [
  `create temp table fresh as
    select row_number() over (order by k, l.n) as n, k, l.id as learner_id, l.district_id, l.space_id, l.teacher_id,
      l.guardian_id, uuidv7(at - now()) as id, at, array[uuidv7(at - now()), uuidv7(at + interval '3 days' - now())] as iterations,
      array[uuidv7(at - now()), uuidv7(at + interval '3 days' - now())] as media
    from fresh_learner l, generate_series(0, ${piecesOfLearner} - 1) k,
      lateral (select now() - interval '720 days' + k * interval '35 days'
        + (l.n % 30000) * interval '1 minute' as at) moment
    order by k, l.n`,
  `create temp table fresh_iteration as
    select f.*, i.number, f.iterations[i.number] as iteration_id, f.media[i.number] as media_id,
      f.at + (i.number - 1) * interval '3 days' as made_at
    from fresh f, generate_series(1, 2) i(number)`,
  `insert into piece (id, district_id, learner_id, title, created_by, created_at, grown_at)
    select id, district_id, learner_id, 'The bridge, number ' || k, learner_id, at, at + interval '3 days' from fresh order by n`,
  `insert into iteration (id, district_id, piece_id, number, made_by, made_at)
    select iteration_id, district_id, id, number, learner_id, made_at from fresh_iteration`,
  `insert into iteration_revision (iteration_id, district_id, revision, what_changed, written_by, written_at)
    select iteration_id, district_id, 1, case when number = 2 then 'Thicker beams' else '' end, learner_id, made_at
    from fresh_iteration`,
  `insert into media (id, district_id, uploaded_by, original_name, byte_size, state, progress, kind, type, width, height, placeholder, created_at, settled_at)
    select media_id, district_id, learner_id, 'IMG_' || n || '.jpg', 2400000, 'ready', 100, 'picture', 'image/jpeg', 3024, 4032,
      'h8cBBwAEd5eJiHiGeIiIeHiIgIh3B3cIeA', made_at, made_at from fresh_iteration`,
  `insert into rendition (media_id, district_id, name, type, width, height, byte_size)
    select media_id, district_id, r.name, 'image/webp', r.width, r.width * 4 / 3, r.width * 90
    from fresh_iteration, (values ('small', 480), ('screen', 1280), ('full', 3024)) r(name, width)`,
  `insert into part (iteration_id, district_id, revision, position, kind, body, media_id, caption, alt)
    select iteration_id, district_id, 1, 0, 'text', ${words('n', 2)}, null, '', '' from fresh_iteration
    union all select iteration_id, district_id, 1, 1, 'media', null, media_id, 'My bridge', 'A bridge of straws' from fresh_iteration`,
  `insert into share (id, district_id, piece_id, audience, space_id, shared_by, shared_at)
    select uuidv7(at - now()), district_id, id, a.audience, case a.audience when 'class' then space_id end, learner_id, at
    from fresh, (values ('teachers'), ('family'), ('class')) a(audience)
    where case a.audience when 'teachers' then k % 4 < 3 when 'family' then k % 2 = 0 else k % 3 = 0 end`,
  `insert into withdrawal (share_id, district_id, withdrawn_by, withdrawn_at)
    select s.id, s.district_id, s.shared_by, s.shared_at + interval '1 day'
    from fresh f join share s on s.piece_id = f.id where (f.n + k * 17) % 50 = 0 and s.audience = 'class'`,
  `insert into deletion (id, district_id, piece_id, deleted_by, deleted_at)
    select id, district_id, id, learner_id, at + interval '5 days' from fresh where (n + k * 17) % 100 = 7`,
  `insert into restoration (deletion_id, district_id, restored_by, restored_at)
    select id, district_id, learner_id, at + interval '6 days' from fresh where (n + k * 17) % 200 = 7`,
  `insert into look (piece_id, district_id, person_id, looked_on, first_at)
    select id, district_id, guardian_id, at::date + 1, at + interval '1 day' from fresh where k % 4 = 0`,
  `create temp table fresh_feedback as select *, uuidv7(made_at - now()) as feedback_id from fresh_iteration where (n + number) % 2 = 0`,
  `insert into feedback (id, district_id, iteration_id, given_by, given_at, body)
    select feedback_id, district_id, iteration_id, teacher_id, made_at + interval '1 day', ${words('n', 1)} from fresh_feedback`,
  `insert into reply (id, district_id, feedback_id, kind, iteration_id, replied_by, replied_at)
    select uuidv7(made_at - now()), district_id, feedback_id, 'used', case when number = 1 then iterations[2] end, learner_id,
      made_at + interval '3 days' from fresh_feedback where n % 3 > 0`,
]

/** The people alone, without any work. */
export const arrivals = (from: number, to: number): string[] => [
  'set session_replication_role = replica',
  ...people(from, to),
  'drop table fresh_class, fresh_learner',
]

/** All statements of one step. Foreign keys are not asked again: the lists above know what fits. */
export const growth = (from: number, to: number): string[] => [
  'set session_replication_role = replica',
  ...people(from, to),
  ...pieces,
  'drop table fresh_class, fresh_learner, fresh, fresh_iteration, fresh_feedback',
]
