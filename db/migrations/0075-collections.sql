-- Named sections to begin a collection from, with what belongs in them: a class's, a school's (school_id), or
-- the whole district's (neither). Every revision stays, because collections were begun from it.
create table collection_template (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid references school,
  class_id uuid references class,
  revision integer not null default 1,
  closed_by uuid references person,
  closed_at timestamptz,
  check (school_id is null or class_id is null)
);
create index collection_template_of_class on collection_template (class_id) where class_id is not null;

create table collection_template_revision (
  template_id uuid not null references collection_template on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  title text not null,
  words text not null default '',
  sections jsonb not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (template_id, revision)
);

-- Work a learner chose to show together.
create table collection (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  template_id uuid,
  template_revision integer,
  begun_at timestamptz not null,
  revision integer not null default 1,
  foreign key (template_id, template_revision) references collection_template_revision
);
create index collection_of_learner on collection (learner_id, begun_at desc);

-- What it says, as a whole: title, who its learner is, look, cover, sections with their choices in order.
create table collection_revision (
  collection_id uuid not null references collection on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  said jsonb not null,
  about_media_id uuid references media,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (collection_id, revision)
);
create index collection_revision_media on collection_revision (about_media_id) where about_media_id is not null;

-- The chosen pieces of one revision, as rows, because who may see a file is asked of them. Without its piece a
-- choice keeps its place and its words; `scope` keeps an erased attempt from widening to the whole piece.
create table collection_choice (
  collection_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  choice_id uuid not null,
  scope text not null check (scope in ('piece', 'iteration', 'pair')),
  piece_id uuid references piece on delete set null,
  iteration_id uuid references iteration on delete set null,
  second_id uuid references iteration on delete set null,
  growth boolean not null default false,
  why_media_id uuid references media,
  -- reflections and feedback that come along
  beside uuid[] not null default '{}',
  -- when its learner chose it; what is taken back after that rests until it is chosen anew
  chosen_at timestamptz not null,
  primary key (collection_id, revision, choice_id),
  foreign key (collection_id, revision) references collection_revision on delete cascade
);
create index collection_choice_of_piece on collection_choice (piece_id) where piece_id is not null;
create index collection_choice_media on collection_choice (why_media_id) where why_media_id is not null;

-- 'next' are those who will teach its learner in a class that begins after shared_on, from opens_on.
create table collection_share (
  id uuid primary key default gen_random_uuid(),
  district_id uuid not null references district,
  collection_id uuid not null references collection on delete cascade,
  audience text not null check (audience in ('teachers', 'family', 'class', 'next')),
  space_id uuid references space,
  opens_on date,
  shared_by uuid not null references person,
  shared_on date not null,
  shared_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check ((audience = 'class') = (space_id is not null)),
  check ((audience = 'next') = (opens_on is not null))
);
create index collection_share_of on collection_share (collection_id) where withdrawn_at is null;

create table collection_deletion (
  collection_id uuid not null references collection on delete cascade,
  district_id uuid not null references district,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null,
  restored_by uuid references person,
  restored_at timestamptz,
  primary key (collection_id, deleted_at)
);

create table collection_look (
  collection_id uuid not null references collection on delete cascade,
  district_id uuid not null references district,
  person_id uuid not null references person,
  looked_on date not null,
  first_at timestamptz not null,
  primary key (collection_id, person_id, looked_on)
);

create view standing_collection with (security_invoker = true) as
  select o.* from collection o where not exists (
    select 1 from collection_deletion d where d.collection_id = o.id and d.restored_at is null);

-- The choices of today's revisions, and why one rests: its work was deleted, or taken back from everybody
-- after it was chosen. Nobody but the learner is shown that it is there.
create view present_choice with (security_invoker = true) as
  select x.*, o.learner_id, case
    when p.id is null or exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)
      then 'deleted'
    when x.scope <> 'piece' and not exists (
      select 1 from iteration i where i.id in (x.iteration_id, x.second_id) and not exists (
        select 1 from standing_deletion d where d.iteration_id = i.id)) then 'deleted'
    when exists (select 1 from share s join withdrawal w on w.share_id = s.id
        where s.piece_id = p.id and w.withdrawn_at > x.chosen_at)
      and not exists (select 1 from live_share s where s.piece_id = p.id) then 'withdrawn'
  end as rests
  from collection o
  join collection_choice x on x.collection_id = o.id and x.revision = o.revision
  left join piece p on p.id = x.piece_id and p.learner_id = o.learner_id;

-- The attempts that those choices show: the latest, those of the way there, or the ones that were picked.
create view chosen_iteration with (security_invoker = true) as
  select x.collection_id, x.choice_id, i.id as iteration_id, i.revision
  from present_choice x join iteration i on i.piece_id = x.piece_id
  where x.rests is null
    and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)
    and case x.scope
      when 'piece' then x.growth or i.number = (
        select max(l.number) from iteration l where l.piece_id = x.piece_id and not exists (
          select 1 from standing_deletion d where d.iteration_id = l.id))
      else i.id in (x.iteration_id, x.second_id) end;

-- The reflections and feedback that come along with them.
create view chosen_beside with (security_invoker = true) as
  select x.collection_id, x.choice_id, r.id as reflection_id, null::uuid as feedback_id
  from present_choice x join standing_reflection r
    on r.id = any(x.beside) and r.piece_id = x.piece_id and r.learner_id = x.learner_id
  where x.rests is null
  union all
  select x.collection_id, x.choice_id, null, f.id
  from present_choice x join iteration i on i.piece_id = x.piece_id
    join feedback f on f.iteration_id = i.id and f.id = any(x.beside)
  where x.rests is null
    and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)
    and not exists (select 1 from retraction t where t.feedback_id = f.id);

-- Those who will teach somebody, or do since begins_on, through enrollments of both in one class.
create view will_teach with (security_invoker = true) as
  select t.person_id as teacher_id, s.person_id as learner_id, s.class_id,
    greatest(s.opened_on, c.opens_on) as begins_on
  from enrollment s
  join class c on c.id = s.class_id and c.closes_on >= cairn_today()
  join enrollment t on t.class_id = s.class_id and t.role = 'teacher'
  where s.role = 'student'
    and (s.closed_on is null or s.closed_on > greatest(cairn_today(), s.opened_on))
    and (t.closed_on is null or t.closed_on > greatest(cairn_today(), t.opened_on));
