-- Written by scripts/schema.ts after the migrations; never edited by hand.

-- Tables

table account (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  username text,
  password_hash text,
  password_changed_at timestamp with time zone,
  created_at timestamp with time zone not null
);
table activity (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  revision integer not null default 1
);
table activity_closing (
  id uuid not null,
  district_id uuid not null,
  activity_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null
);
table activity_deletion (
  id uuid not null,
  district_id uuid not null,
  activity_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null
);
table activity_learner (
  activity_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  person_id uuid not null
);
table activity_look (
  activity_id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  first_at timestamp with time zone not null
);
table activity_media (
  activity_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  place text not null,
  "position" integer not null,
  media_id uuid not null,
  caption text not null default ''::text,
  alt text not null default ''::text
);
table activity_origin (
  activity_id uuid not null,
  district_id uuid not null,
  from_activity_id uuid,
  title text not null,
  made_by uuid not null,
  school_id uuid not null,
  copied_by uuid not null,
  copied_at timestamp with time zone not null
);
table activity_publication (
  activity_id uuid not null,
  district_id uuid not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  published_on date not null
);
table activity_reopening (
  closing_id uuid not null,
  district_id uuid not null,
  reopened_by uuid not null,
  reopened_at timestamp with time zone not null
);
table activity_restoration (
  deletion_id uuid not null,
  district_id uuid not null,
  restored_by uuid not null,
  restored_at timestamp with time zone not null
);
table activity_revision (
  activity_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  title text not null,
  instructions text not null,
  exemplar text not null,
  prompts text[] not null,
  opens_on date,
  due_on date,
  for_everyone boolean not null,
  group_name text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table answer_rule (
  school_id uuid not null,
  district_id uuid not null,
  holds boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table asking (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  body text not null default ''::text,
  media_id uuid,
  written_by uuid not null,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
table asking_answer (
  id uuid not null,
  district_id uuid not null,
  asking_id uuid not null,
  body text not null default ''::text,
  media_id uuid,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  held boolean not null,
  taken_back_at timestamp with time zone
);
table asking_answer_decision (
  answer_id uuid not null,
  district_id uuid not null,
  passes boolean not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);
table backup_made (
  id uuid not null,
  district_id uuid not null,
  made_at timestamp with time zone not null
);
table bringing (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  learner_id uuid not null,
  iteration_id uuid not null,
  question text not null default ''::text,
  brought_at timestamp with time zone not null
);
table bringing_withdrawal (
  bringing_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table card (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  learner_id uuid not null,
  code_hash bytea not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null
);
table card_ending (
  card_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table card_picture (
  id uuid not null,
  district_id uuid not null,
  card_id uuid not null,
  picture text not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null
);
table claim (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  competency_id uuid not null,
  made_at timestamp with time zone not null,
  revision integer not null default 1
);
table claim_deletion (
  claim_id uuid not null,
  district_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  restored_by uuid,
  restored_at timestamp with time zone
);
table claim_evidence (
  claim_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  "position" integer not null,
  piece_id uuid,
  iteration_id uuid,
  reflection_id uuid,
  place text,
  words text not null default ''::text
);
table claim_part (
  claim_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  "position" integer not null,
  media_id uuid not null,
  alt text not null default ''::text
);
table claim_revision (
  claim_id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  revision integer not null,
  words text not null default ''::text,
  profile integer,
  profile_words text not null default ''::text,
  reflection text not null default ''::text,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table claim_share (
  claim_id uuid not null,
  district_id uuid not null,
  audience text not null,
  shared_by uuid not null,
  shared_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone
);
table class (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  name text not null,
  opens_on date not null,
  closes_on date not null
);
table class_archiving (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  closes_before date not null,
  archived_by uuid not null,
  archived_at timestamp with time zone not null,
  reopened_by uuid,
  reopened_at timestamp with time zone
);
table class_device (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  token_hash bytea not null,
  device text not null default ''::text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone not null
);
table class_device_closing (
  class_device_id uuid not null,
  district_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null
);
table collection (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  template_id uuid,
  template_revision integer,
  begun_at timestamp with time zone not null,
  revision integer not null default 1
);
table collection_choice (
  collection_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  choice_id uuid not null,
  scope text not null,
  piece_id uuid,
  iteration_id uuid,
  second_id uuid,
  growth boolean not null default false,
  why_media_id uuid,
  beside uuid[] not null default '{}'::uuid[],
  chosen_at timestamp with time zone not null
);
table collection_copy (
  id uuid not null,
  district_id uuid not null,
  collection_id uuid,
  learner_id uuid not null,
  kind text not null,
  year integer,
  revision integer not null,
  content jsonb not null,
  copied_at timestamp with time zone not null
);
table collection_copy_deletion (
  copy_id uuid not null,
  district_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  restored_by uuid,
  restored_at timestamp with time zone
);
table collection_copy_media (
  copy_id uuid not null,
  district_id uuid not null,
  media_id uuid not null
);
table collection_deletion (
  collection_id uuid not null,
  district_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  restored_by uuid,
  restored_at timestamp with time zone
);
table collection_look (
  collection_id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  looked_on date not null,
  first_at timestamp with time zone not null
);
table collection_revision (
  collection_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  said jsonb not null,
  about_media_id uuid,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table collection_share (
  id uuid not null default gen_random_uuid(),
  district_id uuid not null,
  collection_id uuid not null,
  audience text not null,
  space_id uuid,
  opens_on date,
  shared_by uuid not null,
  shared_on date not null,
  shared_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone
);
table collection_template (
  id uuid not null,
  district_id uuid not null,
  school_id uuid,
  class_id uuid,
  revision integer not null default 1,
  closed_by uuid,
  closed_at timestamp with time zone
);
table collection_template_revision (
  template_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  title text not null,
  words text not null default ''::text,
  sections jsonb not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table communication (
  id uuid not null,
  district_id uuid not null,
  pack text not null,
  pack_version text not null,
  key text not null,
  year integer not null,
  "position" integer not null,
  kind text not null,
  name jsonb not null,
  added_at timestamp with time zone not null
);
table communication_plan (
  district_id uuid not null,
  pack text not null,
  pack_version text not null,
  adopted_by uuid,
  adopted_at timestamp with time zone not null
);
table communication_window (
  id uuid not null,
  district_id uuid not null,
  communication_id uuid not null,
  school_id uuid,
  opens_on date,
  closes_on date,
  asks text[] not null,
  set_by uuid,
  set_at timestamp with time zone not null
);
table competency (
  id uuid not null,
  district_id uuid not null,
  framework_id uuid not null,
  identifier text not null,
  uri text not null default ''::text,
  code text not null default ''::text,
  statement text not null,
  short text not null default ''::text,
  notes text not null default ''::text,
  kind text not null default ''::text,
  grades text[] not null default '{}'::text[],
  "position" integer not null,
  translations jsonb not null default '{}'::jsonb,
  search_words text not null,
  raw text,
  revision integer not null default 1,
  retired_at timestamp with time zone,
  replaced_by uuid,
  judged_by text not null default 'learner'::text
);
table competency_tie (
  framework_id uuid not null,
  district_id uuid not null,
  identifier text not null,
  kind text not null,
  origin text not null,
  destination text not null,
  origin_id uuid,
  destination_id uuid,
  sequence real,
  retired_at timestamp with time zone
);
table conference (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  learner_id uuid not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null
);
table conference_agreement (
  id uuid not null,
  district_id uuid not null,
  conference_id uuid not null,
  goal_id uuid not null,
  goal_revision integer not null,
  role text not null,
  agreed_by uuid,
  name text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table conference_booking (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  slot_id uuid not null,
  learner_id uuid not null,
  guardian_id uuid,
  language text not null default ''::text,
  interpreter boolean not null default false,
  comes text not null default ''::text,
  phone text not null default ''::text,
  booked_by uuid not null,
  booked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_how text
);
table conference_choice (
  preparation_id uuid not null,
  district_id uuid not null,
  "position" integer not null,
  kind text not null,
  piece_id uuid,
  why text not null default ''::text,
  cue text not null default ''::text
);
table conference_closing (
  conference_id uuid not null,
  district_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null
);
table conference_day (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  held_on date not null,
  from_minute smallint not null,
  to_minute smallint not null,
  length_minutes smallint not null,
  break_minutes smallint not null,
  stations smallint not null,
  way text not null,
  place text not null default ''::text,
  languages text[] not null default '{}'::text[],
  interpreter boolean not null default false,
  planned_by uuid not null,
  planned_at timestamp with time zone not null
);
table conference_latecomer (
  id uuid not null,
  district_id uuid not null,
  conference_id uuid not null,
  role text not null,
  person_id uuid,
  name text not null,
  written_by uuid not null,
  came_at timestamp with time zone not null
);
table conference_nudge (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  learner_id uuid not null,
  nudged_by uuid not null,
  nudged_at timestamp with time zone not null
);
table conference_page (
  conference_id uuid not null,
  district_id uuid not null,
  number integer not null,
  turned_at timestamp with time zone not null
);
table conference_person (
  conference_id uuid not null,
  district_id uuid not null,
  "position" integer not null,
  role text not null,
  person_id uuid,
  name text not null
);
table conference_preparation (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  learner_id uuid not null,
  welcome_cue text not null default ''::text,
  goal_id uuid,
  goal_cue text not null default ''::text,
  written_at timestamp with time zone not null
);
table conference_readiness (
  round_id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  said_at timestamp with time zone not null,
  ready boolean not null default true,
  arrived_at timestamp with time zone not null default clock_timestamp()
);
table conference_round_revision (
  round_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  place text not null default ''::text,
  asks text[] not null default '{proud,grew,hard,goal}'::text[]
);
table conference_rounds (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  revision integer not null default 1,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  place text not null default ''::text,
  asks text[] not null default '{proud,grew,hard,goal}'::text[]
);
table conference_shown (
  conference_id uuid not null,
  district_id uuid not null,
  "position" integer not null,
  kind text not null,
  piece_id uuid not null,
  why text not null,
  title text not null default ''::text,
  attempt integer
);
table conference_slot (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  day_id uuid not null,
  from_minute smallint not null,
  to_minute smallint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  station smallint not null,
  cancelled_by uuid,
  cancelled_at timestamp with time zone
);
table conference_wish (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  learner_id uuid not null,
  guardian_id uuid not null,
  words text not null,
  said_at timestamp with time zone not null
);
table conference_word (
  id uuid not null,
  district_id uuid not null,
  conference_id uuid not null,
  kind text not null,
  role text not null,
  said_by uuid,
  name text not null,
  words text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  media_id uuid
);
table contact (
  person_id uuid not null,
  district_id uuid not null,
  email text,
  phone text,
  noted_by uuid not null,
  noted_at timestamp with time zone not null
);
table critique (
  id uuid not null,
  district_id uuid not null,
  bringing_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  revision integer not null default 1
);
table critique_answer (
  id uuid not null,
  district_id uuid not null,
  critique_id uuid not null,
  kind text not null,
  why text not null default ''::text,
  answered_by uuid not null,
  answered_at timestamp with time zone not null
);
table critique_arrangement (
  round_id uuid not null,
  district_id uuid not null,
  arrangement integer not null,
  arranged_by uuid not null,
  arranged_at timestamp with time zone not null
);
table critique_decision (
  id uuid not null,
  district_id uuid not null,
  critique_id uuid not null,
  hidden boolean not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);
table critique_reply (
  id uuid not null,
  district_id uuid not null,
  critique_id uuid not null,
  step text not null,
  leave boolean,
  body text not null default ''::text,
  replied_by uuid not null,
  replied_at timestamp with time zone not null
);
table critique_report (
  id uuid not null,
  district_id uuid not null,
  critique_id uuid not null,
  why text not null default ''::text,
  reported_by uuid not null,
  reported_at timestamp with time zone not null
);
table critique_revision (
  critique_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  written_at timestamp with time zone not null
);
table critique_round (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  title text not null default ''::text,
  protocol text not null,
  protocol_version text not null,
  gives smallint not null,
  opens_on date not null,
  closes_on date not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  arrangement integer not null default 1
);
table critique_round_ending (
  round_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table critique_seat (
  round_id uuid not null,
  district_id uuid not null,
  arrangement integer not null,
  table_number smallint not null,
  place smallint not null,
  learner_id uuid not null
);
table critique_word (
  critique_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  step text not null,
  body text not null default ''::text,
  media_id uuid
);
table defense (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  title text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table defense_answer (
  id uuid not null,
  district_id uuid not null,
  attempt_id uuid not null,
  words text not null,
  written_at timestamp with time zone not null
);
table defense_arrangement (
  attempt_id uuid not null,
  district_id uuid not null,
  arranged_at timestamp with time zone not null,
  arranged_by uuid not null,
  held_on date not null,
  from_minute integer,
  place text not null default ''::text,
  panel jsonb not null
);
table defense_attempt (
  id uuid not null,
  district_id uuid not null,
  defense_id uuid not null,
  number integer not null,
  called_by uuid not null,
  called_at timestamp with time zone not null
);
table defense_calling_off (
  defense_id uuid not null,
  district_id uuid not null,
  called_off_by uuid not null,
  called_off_at timestamp with time zone not null
);
table defense_invitation (
  attempt_id uuid not null,
  district_id uuid not null,
  guardian_id uuid not null,
  shows text not null,
  said_at timestamp with time zone not null
);
table defense_note (
  id uuid not null,
  district_id uuid not null,
  attempt_id uuid not null,
  criterion_id uuid,
  side text not null,
  words text not null,
  panelist_id uuid not null,
  said_by uuid,
  said_by_guest text,
  written_by uuid,
  written_at timestamp with time zone not null,
  pass_id uuid
);
table defense_note_retraction (
  note_id uuid not null,
  district_id uuid not null,
  retracted_by uuid,
  retracted_at timestamp with time zone not null
);
table defense_opening (
  attempt_id uuid not null,
  district_id uuid not null,
  written_at timestamp with time zone not null,
  words text not null default ''::text,
  collection_id uuid
);
table defense_outcome (
  attempt_id uuid not null,
  district_id uuid not null,
  outcome text not null,
  words text not null default ''::text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);
table defense_pass (
  id uuid not null,
  district_id uuid not null,
  attempt_id uuid not null,
  panelist_id uuid not null,
  guest text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  wrong_pins integer not null default 0,
  last_used_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone
);
table defense_revision (
  defense_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  criteria jsonb not null,
  protocol jsonb not null,
  revised_by uuid not null,
  revised_at timestamp with time zone not null
);
table deletion (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid not null,
  iteration_id uuid,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null
);
table departure (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  closed jsonb not null,
  left_by uuid not null,
  left_at timestamp with time zone not null,
  returned_by uuid,
  returned_at timestamp with time zone
);
table digest (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  due_on date not null,
  since timestamp with time zone not null,
  made_at timestamp with time zone not null,
  message_id uuid
);
table digest_choice (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  way text not null,
  weekday smallint not null,
  hour smallint not null,
  by_link boolean not null default false,
  chosen_at timestamp with time zone not null
);
table digest_rule (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  tells text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table district (
  id uuid not null,
  district_id uuid not null generated id,
  name text not null,
  time_zone text not null,
  created_at timestamp with time zone not null
);
table drawing (
  media_id uuid not null,
  district_id uuid not null,
  drawing jsonb not null,
  kept_at timestamp with time zone not null
);
table duty (
  id uuid not null,
  district_id uuid not null,
  school_id uuid,
  person_id uuid not null,
  kind text not null,
  opened_on date not null,
  closed_on date,
  roster_source text
);
table earlier_competency (
  competency_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  statement text not null,
  short text not null,
  notes text not null,
  code text not null,
  replaced_by uuid not null,
  replaced_at timestamp with time zone not null
);
table earlier_feedback (
  feedback_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  body text not null,
  replaced_at timestamp with time zone not null
);
table earlier_title (
  piece_id uuid not null,
  district_id uuid not null,
  title text not null,
  replaced_by uuid not null,
  replaced_at timestamp with time zone not null
);
table encouragement (
  id uuid not null,
  district_id uuid not null,
  goal_id uuid not null,
  words text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
table enrollment (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  role text not null,
  grade text,
  opened_on date not null,
  closed_on date,
  roster_source text,
  sourced_id text
);
table exemplar (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid not null,
  feedback_id uuid,
  kind text not null,
  body text,
  url text,
  media_id uuid,
  shown_piece_id uuid,
  caption text not null default ''::text,
  alt text not null default ''::text,
  placed_by uuid not null,
  placed_at timestamp with time zone not null
);
table exemplar_removal (
  exemplar_id uuid not null,
  district_id uuid not null,
  removed_by uuid not null,
  removed_at timestamp with time zone not null
);
table exhibition (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  revision integer not null default 1,
  opened_by uuid not null,
  opened_at timestamp with time zone not null
);
table exhibition_class (
  exhibition_id uuid not null,
  district_id uuid not null,
  class_id uuid not null
);
table exhibition_ending (
  exhibition_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table exhibition_revision (
  exhibition_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  title text not null,
  words text not null default ''::text,
  held_on date not null,
  from_minute integer not null,
  to_minute integer not null,
  guests_from date not null,
  places jsonb not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table exhibition_use (
  exhibition_id uuid not null,
  district_id uuid not null,
  used_on date not null,
  times integer not null
);
table feedback (
  id uuid not null,
  district_id uuid not null,
  iteration_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  body text not null,
  revision integer not null default 1,
  media_id uuid
);
table filing_move (
  deletion_id uuid not null,
  district_id uuid not null,
  iteration_id uuid not null
);
table first_password (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);
table focus (
  id uuid not null,
  district_id uuid not null,
  iteration_id uuid not null,
  words text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table framework (
  id uuid not null,
  district_id uuid not null,
  identifier text not null,
  uri text not null default ''::text,
  title text not null,
  creator text not null default ''::text,
  version text not null default ''::text,
  language text not null default ''::text,
  notes text not null default ''::text,
  judged_by text not null,
  origin text not null,
  pack text,
  translations jsonb not null default '{}'::jsonb,
  raw text,
  adopted_by uuid not null,
  adopted_at timestamp with time zone not null
);
table framework_closure (
  framework_id uuid not null,
  district_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null,
  reopened_by uuid,
  reopened_at timestamp with time zone
);
table framework_import (
  id uuid not null,
  district_id uuid not null,
  name text not null,
  draft text not null,
  brought_by uuid not null,
  brought_at timestamp with time zone not null,
  framework_id uuid,
  applied_by uuid,
  applied_at timestamp with time zone,
  outcome jsonb
);
table given_password (
  account_id uuid not null,
  district_id uuid not null,
  given_by uuid,
  given_at timestamp with time zone not null
);
table goal (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  form text not null,
  competency_id uuid,
  set_at timestamp with time zone not null,
  revision integer not null default 1
);
table goal_check (
  id uuid not null,
  district_id uuid not null,
  goal_id uuid not null,
  standing text not null,
  words text not null default ''::text,
  checked_by uuid not null,
  checked_at timestamp with time zone not null
);
table goal_check_evidence (
  goal_check_id uuid not null,
  district_id uuid not null,
  "position" integer not null,
  piece_id uuid,
  iteration_id uuid,
  reflection_id uuid
);
table goal_deletion (
  goal_id uuid not null,
  district_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  restored_by uuid,
  restored_at timestamp with time zone
);
table goal_ending (
  goal_id uuid not null,
  district_id uuid not null,
  kind text not null,
  words text not null default ''::text,
  ended_by uuid not null,
  ended_at timestamp with time zone not null,
  reopened_at timestamp with time zone
);
table goal_part (
  goal_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  "position" integer not null,
  media_id uuid not null,
  alt text not null default ''::text
);
table goal_revision (
  goal_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  words jsonb not null,
  check_on date,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table goal_share (
  goal_id uuid not null,
  district_id uuid not null,
  audience text not null,
  shared_by uuid not null,
  shared_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone
);
table guardianship (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  guardian_id uuid not null,
  relationship text not null,
  opened_on date not null,
  closed_on date,
  roster_source text,
  learner_says boolean not null default true,
  guardian_says text
);
table guardianship_ending (
  guardianship_id uuid not null,
  district_id uuid not null,
  kind text not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table handover (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  session_id uuid,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  audiences text[] not null default '{}'::text[]
);
table handover_ending (
  handover_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table handover_piece (
  piece_id uuid not null,
  district_id uuid not null,
  handover_id uuid not null,
  brought_at timestamp with time zone not null
);
table home_card (
  id uuid not null,
  district_id uuid not null,
  class_id uuid not null,
  learner_id uuid not null,
  picture text not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
table home_card_ending (
  home_card_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table home_visit (
  id uuid not null,
  district_id uuid not null,
  home_card_id uuid not null,
  token_hash bytea not null,
  opened_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  left_at timestamp with time zone
);
table identity (
  id uuid not null,
  district_id uuid not null,
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  linked_by uuid,
  linked_at timestamp with time zone not null
);
table iteration (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid not null,
  number integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  revision integer not null default 1,
  claimed_at timestamp with time zone
);
table iteration_return (
  id uuid not null,
  district_id uuid not null,
  iteration_id uuid not null,
  try_next text not null,
  returned_by uuid not null,
  returned_at timestamp with time zone not null
);
table iteration_revision (
  iteration_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  what_changed text not null default ''::text,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table letter (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  opens_on date not null,
  body text not null default ''::text,
  sealed_at timestamp with time zone not null
);
table letter_deletion (
  letter_id uuid not null,
  district_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  restored_by uuid,
  restored_at timestamp with time zone
);
table letter_opening (
  letter_id uuid not null,
  district_id uuid not null,
  opened_at timestamp with time zone not null
);
table letter_part (
  letter_id uuid not null,
  district_id uuid not null,
  "position" integer not null,
  media_id uuid not null
);
table library_item (
  id uuid not null,
  district_id uuid not null,
  activity_id uuid not null,
  revision integer not null,
  shelf text not null,
  school_id uuid not null,
  published_by uuid not null,
  published_at timestamp with time zone not null
);
table library_withdrawal (
  item_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table link_preview (
  district_id uuid not null,
  url_md5 text not null,
  url text not null,
  title text not null default ''::text,
  description text not null default ''::text,
  site text not null default ''::text,
  asked_at timestamp with time zone not null
);
table link_rule (
  id uuid not null,
  district_id uuid not null,
  previews boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table logbook_line (
  id uuid not null,
  district_id uuid not null,
  act text not null,
  done_by uuid,
  done_at timestamp with time zone not null,
  person_id uuid,
  school_id uuid,
  class_id uuid,
  said jsonb not null default '{}'::jsonb
);
table look (
  piece_id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  looked_on date not null,
  first_at timestamp with time zone not null
);
table media (
  id uuid not null,
  district_id uuid not null,
  uploaded_by uuid,
  original_name text not null,
  byte_size bigint not null,
  state text not null default 'arriving'::text,
  progress smallint not null default 0,
  failure text,
  kind text,
  type text,
  width integer,
  height integer,
  duration_seconds real,
  placeholder text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  remarks text[] not null default '{}'::text[],
  attempts smallint not null default 0
);
table message (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  way text not null,
  subject text,
  body text,
  ends_at_address text,
  queued_at timestamp with time zone not null,
  tries integer not null default 0,
  tried_at timestamp with time zone,
  sent_at timestamp with time zone,
  given_up_at timestamp with time zone,
  trouble text,
  html text,
  by_day boolean not null default false,
  claimed_until timestamp with time zone,
  about text,
  about_id uuid
);
table own_password_rule (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  who text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);
table own_prompt (
  id uuid not null,
  district_id uuid not null,
  class_id uuid,
  stage text,
  words text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  school_id uuid,
  band text,
  french text not null default ''::text,
  revision integer not null default 1,
  revised_by uuid,
  revised_at timestamp with time zone
);
table own_prompt_revision (
  own_prompt_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  stage text,
  band text,
  words text not null,
  french text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table paper (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  learner_id uuid not null,
  activity_id uuid,
  printed_by uuid not null,
  printed_at timestamp with time zone not null
);
table part (
  iteration_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  "position" integer not null,
  kind text not null,
  body text,
  url text,
  media_id uuid,
  caption text not null default ''::text,
  alt text not null default ''::text,
  rich jsonb
);
table passkey (
  id uuid not null,
  district_id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  name text not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  ended_at timestamp with time zone
);
table peer_setting (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  allowed boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table person (
  id uuid not null,
  district_id uuid not null,
  given_name text not null,
  family_name text not null default ''::text,
  legal_given_name text,
  legal_family_name text,
  created_at timestamp with time zone not null,
  search_words text not null generated name_words(((((((given_name || ' '::text) || family_name) || ' '::text) || COALESCE(legal_given_name, ''::text)) || ' '::text) || COALESCE(legal_family_name, ''::text)))
);
table person_apart (
  id uuid not null,
  district_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  told_by uuid not null,
  told_at timestamp with time zone not null
);
table person_merge (
  id uuid not null,
  district_id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  merged_by uuid not null,
  merged_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone
);
table person_merge_move (
  merge_id uuid not null,
  district_id uuid not null,
  table_name text not null,
  moved_rows jsonb not null
);
table person_merge_tie (
  merge_id uuid not null,
  district_id uuid not null,
  kind text not null,
  tie_id uuid not null,
  closed_before date
);
table person_renaming (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  given_name text not null,
  family_name text not null,
  legal_given_name text,
  legal_family_name text,
  was jsonb not null,
  renamed_by uuid not null,
  renamed_at timestamp with time zone not null
);
table phrase_list (
  person_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  phrases text[] not null,
  written_at timestamp with time zone not null
);
table piece (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  title text not null default ''::text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  grown_at timestamp with time zone not null
);
table pin (
  feedback_id uuid not null,
  district_id uuid not null,
  iteration_id uuid not null,
  revision integer not null,
  "position" integer not null,
  kind text not null,
  area_x double precision,
  area_y double precision,
  area_width double precision,
  area_height double precision,
  from_second double precision,
  to_second double precision,
  page integer,
  quote text,
  quote_start integer
);
table preference (
  person_id uuid not null,
  district_id uuid not null,
  locale text,
  appearance text,
  voice text,
  reading_language text
);
table profile (
  competency_id uuid not null,
  district_id uuid not null,
  number integer not null,
  language text not null,
  statement text not null,
  source text not null,
  loaded_by uuid not null,
  loaded_at timestamp with time zone not null
);
table program_call (
  id uuid not null,
  district_id uuid not null,
  hook_id uuid not null,
  event text not null,
  subject jsonb not null,
  happened_at timestamp with time zone not null,
  tries integer not null default 0,
  tried_at timestamp with time zone,
  trouble text,
  taken_at timestamp with time zone,
  given_up_at timestamp with time zone
);
table program_change (
  thing_id uuid not null,
  district_id uuid not null,
  changed_at timestamp with time zone not null
);
table program_hook (
  id uuid not null,
  district_id uuid not null,
  address text not null,
  events text[] not null,
  secret bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  waits_until timestamp with time zone,
  failures integer not null default 0,
  earlier_secret bytea,
  earlier_until timestamp with time zone
);
table program_hook_end (
  hook_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table program_hook_rest (
  id uuid not null,
  district_id uuid not null,
  hook_id uuid not null,
  began_at timestamp with time zone not null,
  resumed_by uuid,
  resumed_at timestamp with time zone
);
table program_key (
  id uuid not null,
  district_id uuid not null,
  name text not null,
  reads text[] not null,
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);
table program_key_end (
  key_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table prompt_skip (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  prompt text not null,
  skipped_at timestamp with time zone not null
);
table provider (
  id uuid not null,
  district_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null
);
table provider_closing (
  provider_id uuid not null,
  district_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null
);
table provider_key (
  id uuid not null,
  district_id uuid not null,
  provider_id uuid not null,
  certificate text not null,
  private_key bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);
table provider_key_use (
  key_id uuid not null,
  district_id uuid not null,
  used_by uuid not null,
  used_at timestamp with time zone not null
);
table provider_revision (
  id uuid not null,
  district_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea,
  domains text[] not null default '{}'::text[],
  tenant text,
  claim text,
  identifier text,
  revised_by uuid not null,
  revised_at timestamp with time zone not null,
  sign_in_at text,
  certificates text[] not null default '{}'::text[],
  signs_requests boolean not null default false,
  sign_out_at text,
  offers_sign_out boolean not null default false
);
table provider_session (
  session_id uuid not null,
  district_id uuid not null,
  provider_id uuid not null,
  name_id text not null,
  name_format text,
  name_qualifier text,
  name_qualifier_here text,
  session_index text,
  was_encrypted boolean not null,
  opened_at timestamp with time zone not null,
  id_token bytea
);
table recovery_code (
  id uuid not null,
  district_id uuid not null,
  second_factor_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);
table reflection (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  stage text,
  prompt text,
  prompt_words text not null default ''::text,
  answers_id uuid,
  piece_id uuid,
  iteration_id uuid,
  term_id uuid,
  made_at timestamp with time zone not null,
  revision integer not null default 1,
  goal_id uuid,
  collection_id uuid
);
table reflection_deletion (
  reflection_id uuid not null,
  district_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  restored_by uuid,
  restored_at timestamp with time zone
);
table reflection_part (
  reflection_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  "position" integer not null,
  media_id uuid not null,
  caption text not null default ''::text,
  alt text not null default ''::text
);
table reflection_revision (
  reflection_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  body text not null default ''::text,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table reflection_share (
  reflection_id uuid not null,
  district_id uuid not null,
  audience text not null,
  shared_by uuid not null,
  shared_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone
);
table rehearsal (
  id uuid not null,
  district_id uuid not null,
  round_id uuid not null,
  learner_id uuid not null,
  media_id uuid,
  seconds integer not null,
  rehearsed_at timestamp with time zone not null,
  deleted_at timestamp with time zone
);
table rehearsal_page (
  rehearsal_id uuid not null,
  district_id uuid not null,
  "position" smallint not null,
  kind text not null,
  piece_id uuid,
  seconds integer not null
);
table remark (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid,
  space_id uuid not null,
  author_id uuid not null,
  sign text,
  body text not null default ''::text,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
table remark_decision (
  id uuid not null,
  district_id uuid not null,
  remark_id uuid not null,
  hidden boolean not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);
table remark_report (
  id uuid not null,
  district_id uuid not null,
  remark_id uuid not null,
  why text not null,
  reported_by uuid not null,
  reported_at timestamp with time zone not null,
  title text not null default ''::text,
  learner_id uuid not null
);
table reminder (
  communication_id uuid not null,
  learner_id uuid not null,
  district_id uuid not null,
  reminded_by uuid not null,
  reminded_at timestamp with time zone not null,
  put_away_at timestamp with time zone
);
table rendition (
  media_id uuid not null,
  district_id uuid not null,
  name text not null,
  type text not null,
  width integer,
  height integer,
  byte_size bigint not null
);
table reply (
  id uuid not null,
  district_id uuid not null,
  feedback_id uuid not null,
  kind text not null,
  why text not null default ''::text,
  iteration_id uuid,
  replied_by uuid not null,
  replied_at timestamp with time zone not null,
  media_id uuid
);
table response (
  id uuid not null,
  district_id uuid not null,
  activity_id uuid not null,
  piece_id uuid not null,
  responded_by uuid not null,
  responded_at timestamp with time zone not null
);
table response_withdrawal (
  response_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table restoration (
  deletion_id uuid not null,
  district_id uuid not null,
  restored_by uuid not null,
  restored_at timestamp with time zone not null
);
table retraction (
  feedback_id uuid not null,
  district_id uuid not null,
  why text not null default ''::text,
  retracted_by uuid not null,
  retracted_at timestamp with time zone not null
);
table return_answer (
  return_id uuid not null,
  district_id uuid not null,
  why text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null
);
table return_withdrawal (
  return_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table roster_change (
  import_id uuid not null,
  district_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  sourced_id text not null default ''::text,
  before jsonb,
  after jsonb
);
table roster_columns (
  id uuid not null,
  district_id uuid not null,
  columns jsonb not null,
  kept_by uuid not null,
  kept_at timestamp with time zone not null
);
table roster_draft (
  import_id uuid not null,
  district_id uuid not null,
  sealed bytea not null,
  kept_until timestamp with time zone not null,
  place integer not null,
  part text not null
);
table roster_identifier (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  kind text not null,
  value text not null
);
table roster_import (
  id uuid not null,
  district_id uuid not null,
  source text not null,
  name text not null,
  format text not null,
  digest text not null,
  story jsonb not null,
  brought_by uuid,
  brought_at timestamp with time zone not null,
  applied_by uuid,
  applied_at timestamp with time zone,
  accepted text[] not null default '{}'::text[],
  undone_by uuid,
  undone_at timestamp with time zone,
  kept_by_hand integer not null default 0
);
table roster_key (
  district_id uuid not null,
  source text not null,
  kind text not null,
  sourced_id text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}'::jsonb,
  left_on date
);
table roster_progress (
  import_id uuid not null,
  district_id uuid not null,
  name text not null,
  began_at timestamp with time zone not null,
  how_far integer not null
);
table roster_server (
  id uuid not null,
  district_id uuid not null,
  address text not null,
  token_address text not null,
  version text not null,
  client_id text not null,
  client_secret bytea not null,
  kept_by uuid,
  kept_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  asked_at timestamp with time zone,
  trouble text not null default ''::text,
  signing text not null default 'oauth2'::text,
  whole_at timestamp with time zone,
  changes_at timestamp with time zone,
  gives_changes boolean
);
table schema_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now()
);
table school (
  id uuid not null,
  district_id uuid not null,
  name text not null
);
table school_closing (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  closed_by uuid not null,
  closed_at timestamp with time zone not null,
  reopened_by uuid,
  reopened_at timestamp with time zone
);
table school_naming (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  name text not null,
  instead_of text not null,
  named_by uuid,
  named_at timestamp with time zone not null
);
table second_factor (
  id uuid not null,
  district_id uuid not null,
  account_id uuid not null,
  sealed bytea not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  last_step bigint not null default 0
);
table second_step_demand (
  id uuid not null,
  district_id uuid not null,
  from_on date not null,
  demanded_by uuid not null,
  demanded_at timestamp with time zone not null
);
table second_step_demand_ending (
  demand_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table second_step_help (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  given_by uuid,
  given_at timestamp with time zone not null,
  lasts_until timestamp with time zone not null
);
table session (
  id uuid not null,
  district_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  device text not null default ''::text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  lasts_seconds integer not null default 1209600,
  card_id uuid,
  class_device_id uuid,
  provider_id uuid,
  asks_password boolean not null default false
);
table share (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid not null,
  audience text not null,
  space_id uuid,
  shared_by uuid not null,
  shared_at timestamp with time zone not null
);
table share_suggestion (
  id uuid not null,
  district_id uuid not null,
  voice text not null,
  audiences text[],
  set_by uuid not null,
  set_at timestamp with time zone not null,
  school_id uuid
);
table showcase (
  id uuid not null,
  district_id uuid not null,
  collection_id uuid not null,
  learner_id uuid not null,
  copy_id uuid,
  closes_at timestamp with time zone not null,
  passcode_hash text,
  needs_guardian boolean not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null
);
table showcase_answer (
  showcase_id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  role text not null,
  agrees boolean not null,
  words text not null default ''::text,
  answered_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
table showcase_rule (
  district_id uuid not null,
  guardian_through_grade integer not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table showcase_use (
  showcase_id uuid not null,
  district_id uuid not null,
  used_on date not null,
  times integer not null
);
table showcase_withdrawal (
  showcase_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table sign_in_throttle (
  name_hash bytea not null,
  failures integer not null,
  last_failed_at timestamp with time zone not null
);
table slip (
  id uuid not null,
  district_id uuid not null,
  stand_id uuid not null,
  words text not null,
  signed text not null default ''::text,
  written_at timestamp with time zone not null,
  media_id uuid,
  digest bytea
);
table slip_decision (
  slip_id uuid not null,
  district_id uuid not null,
  releases boolean not null,
  reason text not null default ''::text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);
table space (
  id uuid not null,
  district_id uuid not null,
  class_id uuid,
  name text not null,
  kind text not null default 'class'::text,
  school_id uuid,
  opened_by uuid,
  opened_at timestamp with time zone
);
table space_archiving (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  archived_by uuid not null,
  archived_at timestamp with time zone not null,
  reopened_by uuid,
  reopened_at timestamp with time zone
);
table space_rule (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  about text not null,
  says text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table space_seat (
  id uuid not null,
  district_id uuid not null,
  space_id uuid not null,
  person_id uuid not null,
  role text not null,
  seated_by uuid not null,
  seated_at timestamp with time zone not null,
  unseated_by uuid,
  unseated_at timestamp with time zone
);
table stand (
  id uuid not null,
  district_id uuid not null,
  exhibition_id uuid not null,
  learner_id uuid not null
);
table stand_choice (
  stand_id uuid not null,
  district_id uuid not null,
  chosen_at timestamp with time zone not null,
  stays boolean not null,
  title text not null,
  showcase_id uuid
);
table stand_placing (
  stand_id uuid not null,
  district_id uuid not null,
  placed_at timestamp with time zone not null,
  placed_by uuid not null,
  place_id uuid,
  from_minute integer,
  to_minute integer
);
table stand_title_release (
  stand_id uuid not null,
  district_id uuid not null,
  title text not null,
  released_by uuid not null,
  released_at timestamp with time zone not null
);
table storage_count (
  district_id uuid not null,
  counted_at timestamp with time zone not null,
  schools jsonb not null
);
table support_grant (
  id uuid not null,
  district_id uuid not null,
  person_id uuid not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
table support_grant_ending (
  support_grant_id uuid not null,
  district_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null
);
table support_person (
  person_id uuid not null,
  district_id uuid not null,
  host text not null,
  named_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table tag (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid not null,
  learner_id uuid not null,
  competency_id uuid not null,
  tagged_by uuid not null,
  tagged_at timestamp with time zone not null,
  removed_at timestamp with time zone
);
table tag_answer (
  suggestion_id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null
);
table tag_suggestion (
  id uuid not null,
  district_id uuid not null,
  piece_id uuid not null,
  learner_id uuid not null,
  competency_id uuid not null,
  words text not null default ''::text,
  suggested_by uuid not null,
  suggested_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
table term (
  id uuid not null,
  district_id uuid not null,
  school_id uuid not null,
  name text not null,
  opens_on date not null,
  closes_on date not null
);
table thanks (
  id uuid not null,
  district_id uuid not null,
  stand_id uuid not null,
  words text not null,
  written_at timestamp with time zone not null
);
table thanks_release (
  thanks_id uuid not null,
  district_id uuid not null,
  released_by uuid not null,
  released_at timestamp with time zone not null
);
table thanks_withdrawal (
  thanks_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table timeline_entry (
  id uuid not null,
  district_id uuid not null,
  learner_id uuid not null,
  kind text not null,
  made_at timestamp with time zone not null,
  iteration_id uuid,
  reflection_id uuid,
  goal_id uuid,
  goal_check_id uuid,
  mediums text[] not null,
  said text not null,
  beginning text not null,
  search tsvector not null,
  claim_id uuid,
  letter_id uuid
);
table transcript (
  media_id uuid not null,
  district_id uuid not null,
  revision integer not null,
  locale text not null,
  body text not null default ''::text,
  captions text not null default ''::text,
  written_by uuid not null,
  written_at timestamp with time zone not null
);
table translation (
  id uuid not null,
  district_id uuid not null,
  asking_id uuid,
  piece_id uuid,
  iteration_id uuid,
  reflection_id uuid,
  feedback_id uuid,
  original_hash text not null,
  language text not null,
  words text not null,
  made_at timestamp with time zone not null
);
table translator (
  id uuid not null,
  district_id uuid not null,
  address text,
  sealed_key bytea,
  languages text[] not null default '{}'::text[],
  set_by uuid not null,
  set_at timestamp with time zone not null
);
table unmatched_identity (
  id uuid not null,
  district_id uuid not null,
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  said_name text not null default ''::text,
  said_identifier text not null default ''::text,
  came_at timestamp with time zone not null
);
table used_assertion (
  id uuid not null,
  district_id uuid not null,
  provider_id uuid not null,
  id_hash bytea not null,
  runs_out_at timestamp with time zone not null
);
table used_challenge (
  id uuid not null,
  district_id uuid not null,
  challenge text not null,
  runs_out_at timestamp with time zone not null
);
table walkthrough (
  conference_id uuid not null,
  district_id uuid not null,
  media_id uuid not null,
  preparation_id uuid not null,
  marks integer[] not null,
  sent_at timestamp with time zone not null,
  pages integer[]
);
table walkthrough_telling (
  id uuid not null,
  conference_id uuid not null,
  district_id uuid not null,
  guardian_id uuid not null,
  kind text not null,
  told_at timestamp with time zone not null,
  message_id uuid
);
table welcome (
  id uuid not null,
  district_id uuid not null,
  guardian_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  wrong_pins integer not null default 0,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone
);
table welcome_use (
  session_id uuid not null,
  welcome_id uuid not null,
  district_id uuid not null,
  used_at timestamp with time zone not null
);
table withdrawal (
  share_id uuid not null,
  district_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null
);
table year_ago_wish (
  learner_id uuid not null,
  district_id uuid not null,
  wished_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

-- Constraints

account: CHECK (((username IS NULL) = (password_hash IS NULL)))
account: CHECK ((username = lower(username)))
account: FOREIGN KEY (district_id) REFERENCES district(id)
account: FOREIGN KEY (person_id) REFERENCES person(id)
account: PRIMARY KEY (id)
account: UNIQUE (person_id)
account: UNIQUE (username)
activity: FOREIGN KEY (created_by) REFERENCES person(id)
activity: FOREIGN KEY (district_id) REFERENCES district(id)
activity: FOREIGN KEY (space_id) REFERENCES space(id)
activity: PRIMARY KEY (id)
activity_closing: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
activity_closing: FOREIGN KEY (closed_by) REFERENCES person(id)
activity_closing: FOREIGN KEY (district_id) REFERENCES district(id)
activity_closing: PRIMARY KEY (id)
activity_deletion: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
activity_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
activity_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
activity_deletion: PRIMARY KEY (id)
activity_learner: FOREIGN KEY (activity_id, revision) REFERENCES activity_revision(activity_id, revision) ON DELETE CASCADE
activity_learner: FOREIGN KEY (district_id) REFERENCES district(id)
activity_learner: FOREIGN KEY (person_id) REFERENCES person(id)
activity_learner: PRIMARY KEY (activity_id, revision, person_id)
activity_look: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
activity_look: FOREIGN KEY (district_id) REFERENCES district(id)
activity_look: FOREIGN KEY (person_id) REFERENCES person(id)
activity_look: PRIMARY KEY (activity_id, person_id)
activity_media: CHECK ((place = ANY (ARRAY['instructions'::text, 'exemplar'::text])))
activity_media: FOREIGN KEY (activity_id, revision) REFERENCES activity_revision(activity_id, revision) ON DELETE CASCADE
activity_media: FOREIGN KEY (district_id) REFERENCES district(id)
activity_media: FOREIGN KEY (media_id) REFERENCES media(id)
activity_media: PRIMARY KEY (activity_id, revision, place, "position")
activity_origin: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
activity_origin: FOREIGN KEY (copied_by) REFERENCES person(id)
activity_origin: FOREIGN KEY (district_id) REFERENCES district(id)
activity_origin: FOREIGN KEY (from_activity_id) REFERENCES activity(id) ON DELETE SET NULL
activity_origin: FOREIGN KEY (made_by) REFERENCES person(id)
activity_origin: FOREIGN KEY (school_id) REFERENCES school(id)
activity_origin: PRIMARY KEY (activity_id)
activity_publication: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
activity_publication: FOREIGN KEY (district_id) REFERENCES district(id)
activity_publication: FOREIGN KEY (published_by) REFERENCES person(id)
activity_publication: PRIMARY KEY (activity_id)
activity_reopening: FOREIGN KEY (closing_id) REFERENCES activity_closing(id) ON DELETE CASCADE
activity_reopening: FOREIGN KEY (district_id) REFERENCES district(id)
activity_reopening: FOREIGN KEY (reopened_by) REFERENCES person(id)
activity_reopening: PRIMARY KEY (closing_id)
activity_restoration: FOREIGN KEY (deletion_id) REFERENCES activity_deletion(id) ON DELETE CASCADE
activity_restoration: FOREIGN KEY (district_id) REFERENCES district(id)
activity_restoration: FOREIGN KEY (restored_by) REFERENCES person(id)
activity_restoration: PRIMARY KEY (deletion_id)
activity_revision: CHECK ((due_on >= opens_on))
activity_revision: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
activity_revision: FOREIGN KEY (district_id) REFERENCES district(id)
activity_revision: FOREIGN KEY (written_by) REFERENCES person(id)
activity_revision: PRIMARY KEY (activity_id, revision)
answer_rule: FOREIGN KEY (district_id) REFERENCES district(id)
answer_rule: FOREIGN KEY (school_id) REFERENCES school(id) ON DELETE CASCADE
answer_rule: FOREIGN KEY (set_by) REFERENCES person(id)
answer_rule: PRIMARY KEY (school_id)
asking: CHECK (((body <> ''::text) OR (media_id IS NOT NULL)))
asking: FOREIGN KEY (district_id) REFERENCES district(id)
asking: FOREIGN KEY (learner_id) REFERENCES person(id)
asking: FOREIGN KEY (media_id) REFERENCES media(id)
asking: FOREIGN KEY (written_by) REFERENCES person(id)
asking: PRIMARY KEY (id)
asking_answer: CHECK (((body <> ''::text) OR (media_id IS NOT NULL)))
asking_answer: FOREIGN KEY (asking_id) REFERENCES asking(id) ON DELETE CASCADE
asking_answer: FOREIGN KEY (district_id) REFERENCES district(id)
asking_answer: FOREIGN KEY (given_by) REFERENCES person(id)
asking_answer: FOREIGN KEY (media_id) REFERENCES media(id)
asking_answer: PRIMARY KEY (id)
asking_answer_decision: FOREIGN KEY (answer_id) REFERENCES asking_answer(id) ON DELETE CASCADE
asking_answer_decision: FOREIGN KEY (decided_by) REFERENCES person(id)
asking_answer_decision: FOREIGN KEY (district_id) REFERENCES district(id)
asking_answer_decision: PRIMARY KEY (answer_id)
backup_made: FOREIGN KEY (district_id) REFERENCES district(id)
backup_made: PRIMARY KEY (id)
bringing: FOREIGN KEY (district_id) REFERENCES district(id)
bringing: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
bringing: FOREIGN KEY (learner_id) REFERENCES person(id)
bringing: FOREIGN KEY (round_id) REFERENCES critique_round(id) ON DELETE CASCADE
bringing: PRIMARY KEY (id)
bringing_withdrawal: FOREIGN KEY (bringing_id) REFERENCES bringing(id) ON DELETE CASCADE
bringing_withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
bringing_withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
bringing_withdrawal: PRIMARY KEY (bringing_id)
card: FOREIGN KEY (class_id) REFERENCES class(id)
card: FOREIGN KEY (district_id) REFERENCES district(id)
card: FOREIGN KEY (issued_by) REFERENCES person(id)
card: FOREIGN KEY (learner_id) REFERENCES person(id)
card: PRIMARY KEY (id)
card: UNIQUE (class_id, code_hash)
card_ending: FOREIGN KEY (card_id) REFERENCES card(id) ON DELETE CASCADE
card_ending: FOREIGN KEY (district_id) REFERENCES district(id)
card_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
card_ending: PRIMARY KEY (card_id)
card_picture: FOREIGN KEY (card_id) REFERENCES card(id) ON DELETE CASCADE
card_picture: FOREIGN KEY (chosen_by) REFERENCES person(id)
card_picture: FOREIGN KEY (district_id) REFERENCES district(id)
card_picture: PRIMARY KEY (id)
claim: FOREIGN KEY (competency_id) REFERENCES competency(id)
claim: FOREIGN KEY (district_id) REFERENCES district(id)
claim: FOREIGN KEY (learner_id) REFERENCES person(id)
claim: PRIMARY KEY (id)
claim: UNIQUE (id, learner_id)
claim_deletion: FOREIGN KEY (claim_id) REFERENCES claim(id) ON DELETE CASCADE
claim_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
claim_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
claim_deletion: FOREIGN KEY (restored_by) REFERENCES person(id)
claim_deletion: PRIMARY KEY (claim_id, deleted_at)
claim_evidence: CHECK (((iteration_id IS NULL) OR (piece_id IS NOT NULL)))
claim_evidence: CHECK ((num_nonnulls(piece_id, reflection_id, place) = 1))
claim_evidence: CHECK ((place = ANY (ARRAY['sport'::text, 'job'::text, 'home'::text, 'community'::text, 'elsewhere'::text])))
claim_evidence: FOREIGN KEY (claim_id, revision) REFERENCES claim_revision(claim_id, revision) ON DELETE CASCADE
claim_evidence: FOREIGN KEY (district_id) REFERENCES district(id)
claim_evidence: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
claim_evidence: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
claim_evidence: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
claim_evidence: PRIMARY KEY (claim_id, revision, "position")
claim_part: FOREIGN KEY (claim_id, revision) REFERENCES claim_revision(claim_id, revision) ON DELETE CASCADE
claim_part: FOREIGN KEY (district_id) REFERENCES district(id)
claim_part: FOREIGN KEY (media_id) REFERENCES media(id)
claim_part: PRIMARY KEY (claim_id, revision, "position")
claim_revision: CHECK (((revision = 1) OR (written_by = learner_id)))
claim_revision: FOREIGN KEY (claim_id, learner_id) REFERENCES claim(id, learner_id) ON DELETE CASCADE DEFERRABLE
claim_revision: FOREIGN KEY (district_id) REFERENCES district(id)
claim_revision: FOREIGN KEY (written_by) REFERENCES person(id)
claim_revision: PRIMARY KEY (claim_id, revision)
claim_share: CHECK ((audience = ANY (ARRAY['teachers'::text, 'family'::text])))
claim_share: FOREIGN KEY (claim_id) REFERENCES claim(id) ON DELETE CASCADE
claim_share: FOREIGN KEY (district_id) REFERENCES district(id)
claim_share: FOREIGN KEY (shared_by) REFERENCES person(id)
claim_share: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
claim_share: PRIMARY KEY (claim_id, audience, shared_at)
class: CHECK ((closes_on >= opens_on))
class: FOREIGN KEY (district_id) REFERENCES district(id)
class: FOREIGN KEY (school_id) REFERENCES school(id)
class: PRIMARY KEY (id)
class_archiving: FOREIGN KEY (archived_by) REFERENCES person(id)
class_archiving: FOREIGN KEY (class_id) REFERENCES class(id)
class_archiving: FOREIGN KEY (district_id) REFERENCES district(id)
class_archiving: FOREIGN KEY (reopened_by) REFERENCES person(id)
class_archiving: PRIMARY KEY (id)
class_device: FOREIGN KEY (class_id) REFERENCES class(id)
class_device: FOREIGN KEY (district_id) REFERENCES district(id)
class_device: FOREIGN KEY (opened_by) REFERENCES person(id)
class_device: PRIMARY KEY (id)
class_device: UNIQUE (token_hash)
class_device_closing: FOREIGN KEY (class_device_id) REFERENCES class_device(id) ON DELETE CASCADE
class_device_closing: FOREIGN KEY (closed_by) REFERENCES person(id)
class_device_closing: FOREIGN KEY (district_id) REFERENCES district(id)
class_device_closing: PRIMARY KEY (class_device_id)
collection: FOREIGN KEY (district_id) REFERENCES district(id)
collection: FOREIGN KEY (learner_id) REFERENCES person(id)
collection: FOREIGN KEY (template_id, template_revision) REFERENCES collection_template_revision(template_id, revision)
collection: PRIMARY KEY (id)
collection_choice: CHECK ((scope = ANY (ARRAY['piece'::text, 'iteration'::text, 'pair'::text])))
collection_choice: FOREIGN KEY (collection_id, revision) REFERENCES collection_revision(collection_id, revision) ON DELETE CASCADE
collection_choice: FOREIGN KEY (district_id) REFERENCES district(id)
collection_choice: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE SET NULL
collection_choice: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE SET NULL
collection_choice: FOREIGN KEY (second_id) REFERENCES iteration(id) ON DELETE SET NULL
collection_choice: FOREIGN KEY (why_media_id) REFERENCES media(id)
collection_choice: PRIMARY KEY (collection_id, revision, choice_id)
collection_copy: CHECK (((kind = 'year'::text) = (year IS NOT NULL)))
collection_copy: CHECK ((kind = ANY (ARRAY['showcase'::text, 'year'::text])))
collection_copy: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE SET NULL
collection_copy: FOREIGN KEY (district_id) REFERENCES district(id)
collection_copy: FOREIGN KEY (learner_id) REFERENCES person(id)
collection_copy: PRIMARY KEY (id)
collection_copy_deletion: FOREIGN KEY (copy_id) REFERENCES collection_copy(id) ON DELETE CASCADE
collection_copy_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
collection_copy_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
collection_copy_deletion: FOREIGN KEY (restored_by) REFERENCES person(id)
collection_copy_deletion: PRIMARY KEY (copy_id, deleted_at)
collection_copy_media: FOREIGN KEY (copy_id) REFERENCES collection_copy(id) ON DELETE CASCADE
collection_copy_media: FOREIGN KEY (district_id) REFERENCES district(id)
collection_copy_media: FOREIGN KEY (media_id) REFERENCES media(id)
collection_copy_media: PRIMARY KEY (copy_id, media_id)
collection_deletion: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE CASCADE
collection_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
collection_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
collection_deletion: FOREIGN KEY (restored_by) REFERENCES person(id)
collection_deletion: PRIMARY KEY (collection_id, deleted_at)
collection_look: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE CASCADE
collection_look: FOREIGN KEY (district_id) REFERENCES district(id)
collection_look: FOREIGN KEY (person_id) REFERENCES person(id)
collection_look: PRIMARY KEY (collection_id, person_id, looked_on)
collection_revision: FOREIGN KEY (about_media_id) REFERENCES media(id)
collection_revision: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE CASCADE
collection_revision: FOREIGN KEY (district_id) REFERENCES district(id)
collection_revision: FOREIGN KEY (written_by) REFERENCES person(id)
collection_revision: PRIMARY KEY (collection_id, revision)
collection_share: CHECK (((audience = 'class'::text) = (space_id IS NOT NULL)))
collection_share: CHECK (((audience = 'next'::text) = (opens_on IS NOT NULL)))
collection_share: CHECK ((audience = ANY (ARRAY['teachers'::text, 'family'::text, 'class'::text, 'next'::text])))
collection_share: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE CASCADE
collection_share: FOREIGN KEY (district_id) REFERENCES district(id)
collection_share: FOREIGN KEY (shared_by) REFERENCES person(id)
collection_share: FOREIGN KEY (space_id) REFERENCES space(id)
collection_share: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
collection_share: PRIMARY KEY (id)
collection_template: CHECK (((school_id IS NULL) OR (class_id IS NULL)))
collection_template: FOREIGN KEY (class_id) REFERENCES class(id)
collection_template: FOREIGN KEY (closed_by) REFERENCES person(id)
collection_template: FOREIGN KEY (district_id) REFERENCES district(id)
collection_template: FOREIGN KEY (school_id) REFERENCES school(id)
collection_template: PRIMARY KEY (id)
collection_template_revision: FOREIGN KEY (district_id) REFERENCES district(id)
collection_template_revision: FOREIGN KEY (template_id) REFERENCES collection_template(id) ON DELETE CASCADE
collection_template_revision: FOREIGN KEY (written_by) REFERENCES person(id)
collection_template_revision: PRIMARY KEY (template_id, revision)
communication: CHECK ((kind = ANY (ARRAY['informal'::text, 'written'::text, 'summary'::text])))
communication: FOREIGN KEY (district_id) REFERENCES district(id)
communication: PRIMARY KEY (id)
communication: UNIQUE (district_id, year, key)
communication_plan: FOREIGN KEY (adopted_by) REFERENCES person(id)
communication_plan: FOREIGN KEY (district_id) REFERENCES district(id)
communication_plan: PRIMARY KEY (district_id)
communication_window: CHECK (((opens_on IS NULL) = (closes_on IS NULL)))
communication_window: CHECK (((school_id IS NOT NULL) OR (opens_on IS NOT NULL)))
communication_window: CHECK ((closes_on >= opens_on))
communication_window: FOREIGN KEY (communication_id) REFERENCES communication(id)
communication_window: FOREIGN KEY (district_id) REFERENCES district(id)
communication_window: FOREIGN KEY (school_id) REFERENCES school(id)
communication_window: FOREIGN KEY (set_by) REFERENCES person(id)
communication_window: PRIMARY KEY (id)
competency: CHECK ((judged_by = ANY (ARRAY['learner'::text, 'teacher'::text])))
competency: FOREIGN KEY (district_id) REFERENCES district(id)
competency: FOREIGN KEY (framework_id) REFERENCES framework(id)
competency: FOREIGN KEY (framework_id, judged_by) REFERENCES framework(id, judged_by)
competency: FOREIGN KEY (replaced_by) REFERENCES competency(id)
competency: PRIMARY KEY (id)
competency: UNIQUE (framework_id, identifier)
competency: UNIQUE (id, judged_by)
competency_tie: FOREIGN KEY (destination_id) REFERENCES competency(id)
competency_tie: FOREIGN KEY (district_id) REFERENCES district(id)
competency_tie: FOREIGN KEY (framework_id) REFERENCES framework(id)
competency_tie: FOREIGN KEY (origin_id) REFERENCES competency(id)
competency_tie: PRIMARY KEY (framework_id, identifier)
conference: FOREIGN KEY (begun_by) REFERENCES person(id)
conference: FOREIGN KEY (district_id) REFERENCES district(id)
conference: FOREIGN KEY (learner_id) REFERENCES person(id)
conference: FOREIGN KEY (round_id) REFERENCES conference_rounds(id)
conference: PRIMARY KEY (id)
conference_agreement: CHECK ((role = ANY (ARRAY['learner'::text, 'guardian'::text, 'teacher'::text])))
conference_agreement: FOREIGN KEY (agreed_by) REFERENCES person(id)
conference_agreement: FOREIGN KEY (conference_id) REFERENCES conference(id)
conference_agreement: FOREIGN KEY (district_id) REFERENCES district(id)
conference_agreement: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
conference_agreement: FOREIGN KEY (written_by) REFERENCES person(id)
conference_agreement: PRIMARY KEY (id)
conference_booking: CHECK (((ended_at IS NULL) = (ended_how IS NULL)))
conference_booking: CHECK ((ended_how = ANY (ARRAY['changed'::text, 'given_back'::text, 'cancelled'::text, 'gone'::text])))
conference_booking: FOREIGN KEY (booked_by) REFERENCES person(id)
conference_booking: FOREIGN KEY (district_id) REFERENCES district(id)
conference_booking: FOREIGN KEY (ended_by) REFERENCES person(id)
conference_booking: FOREIGN KEY (guardian_id) REFERENCES person(id)
conference_booking: FOREIGN KEY (learner_id) REFERENCES person(id)
conference_booking: FOREIGN KEY (round_id) REFERENCES conference_rounds(id) ON DELETE CASCADE
conference_booking: FOREIGN KEY (slot_id) REFERENCES conference_slot(id) ON DELETE CASCADE
conference_booking: PRIMARY KEY (id)
conference_choice: CHECK ((kind = ANY (ARRAY['proud'::text, 'grew'::text, 'hard'::text, 'more'::text])))
conference_choice: FOREIGN KEY (district_id) REFERENCES district(id)
conference_choice: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE SET NULL
conference_choice: FOREIGN KEY (preparation_id) REFERENCES conference_preparation(id) ON DELETE CASCADE
conference_choice: PRIMARY KEY (preparation_id, "position")
conference_closing: FOREIGN KEY (closed_by) REFERENCES person(id)
conference_closing: FOREIGN KEY (conference_id) REFERENCES conference(id)
conference_closing: FOREIGN KEY (district_id) REFERENCES district(id)
conference_closing: PRIMARY KEY (conference_id)
conference_day: CHECK (((break_minutes >= 0) AND (break_minutes <= 60)))
conference_day: CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
conference_day: CHECK (((length_minutes >= 5) AND (length_minutes <= 120)))
conference_day: CHECK (((stations >= 1) AND (stations <= 20)))
conference_day: CHECK (((to_minute > from_minute) AND (to_minute <= 1440)))
conference_day: CHECK ((way = ANY (ARRAY['in_person'::text, 'phone'::text, 'video'::text])))
conference_day: FOREIGN KEY (district_id) REFERENCES district(id)
conference_day: FOREIGN KEY (planned_by) REFERENCES person(id)
conference_day: FOREIGN KEY (round_id) REFERENCES conference_rounds(id) ON DELETE CASCADE
conference_day: PRIMARY KEY (id)
conference_latecomer: CHECK ((role = ANY (ARRAY['guardian'::text, 'teacher'::text])))
conference_latecomer: FOREIGN KEY (conference_id) REFERENCES conference(id)
conference_latecomer: FOREIGN KEY (district_id) REFERENCES district(id)
conference_latecomer: FOREIGN KEY (person_id) REFERENCES person(id)
conference_latecomer: FOREIGN KEY (written_by) REFERENCES person(id)
conference_latecomer: PRIMARY KEY (id)
conference_nudge: FOREIGN KEY (district_id) REFERENCES district(id)
conference_nudge: FOREIGN KEY (learner_id) REFERENCES person(id)
conference_nudge: FOREIGN KEY (nudged_by) REFERENCES person(id)
conference_nudge: FOREIGN KEY (round_id) REFERENCES conference_rounds(id)
conference_nudge: PRIMARY KEY (id)
conference_page: FOREIGN KEY (conference_id) REFERENCES conference(id)
conference_page: FOREIGN KEY (district_id) REFERENCES district(id)
conference_page: PRIMARY KEY (conference_id)
conference_person: CHECK ((role = ANY (ARRAY['guardian'::text, 'teacher'::text])))
conference_person: FOREIGN KEY (conference_id) REFERENCES conference(id)
conference_person: FOREIGN KEY (district_id) REFERENCES district(id)
conference_person: FOREIGN KEY (person_id) REFERENCES person(id)
conference_person: PRIMARY KEY (conference_id, "position")
conference_preparation: FOREIGN KEY (district_id) REFERENCES district(id)
conference_preparation: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE SET NULL
conference_preparation: FOREIGN KEY (learner_id) REFERENCES person(id)
conference_preparation: FOREIGN KEY (round_id) REFERENCES conference_rounds(id)
conference_preparation: PRIMARY KEY (id)
conference_readiness: FOREIGN KEY (district_id) REFERENCES district(id)
conference_readiness: FOREIGN KEY (learner_id) REFERENCES person(id)
conference_readiness: FOREIGN KEY (round_id) REFERENCES conference_rounds(id)
conference_readiness: PRIMARY KEY (round_id, learner_id, said_at, ready)
conference_round_revision: FOREIGN KEY (district_id) REFERENCES district(id)
conference_round_revision: FOREIGN KEY (round_id) REFERENCES conference_rounds(id)
conference_round_revision: FOREIGN KEY (written_by) REFERENCES person(id)
conference_round_revision: PRIMARY KEY (round_id, revision)
conference_rounds: CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
conference_rounds: CHECK ((ends_on >= starts_on))
conference_rounds: FOREIGN KEY (class_id) REFERENCES class(id)
conference_rounds: FOREIGN KEY (district_id) REFERENCES district(id)
conference_rounds: FOREIGN KEY (opened_by) REFERENCES person(id)
conference_rounds: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
conference_rounds: PRIMARY KEY (id)
conference_shown: FOREIGN KEY (conference_id) REFERENCES conference_closing(conference_id)
conference_shown: FOREIGN KEY (district_id) REFERENCES district(id)
conference_shown: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
conference_shown: PRIMARY KEY (conference_id, "position")
conference_slot: CHECK (((cancelled_by IS NULL) = (cancelled_at IS NULL)))
conference_slot: CHECK ((ends_at > starts_at))
conference_slot: FOREIGN KEY (cancelled_by) REFERENCES person(id)
conference_slot: FOREIGN KEY (day_id) REFERENCES conference_day(id) ON DELETE CASCADE
conference_slot: FOREIGN KEY (district_id) REFERENCES district(id)
conference_slot: FOREIGN KEY (round_id) REFERENCES conference_rounds(id) ON DELETE CASCADE
conference_slot: PRIMARY KEY (id)
conference_slot: UNIQUE (day_id, starts_at, station)
conference_wish: FOREIGN KEY (district_id) REFERENCES district(id)
conference_wish: FOREIGN KEY (guardian_id) REFERENCES person(id)
conference_wish: FOREIGN KEY (learner_id) REFERENCES person(id)
conference_wish: FOREIGN KEY (round_id) REFERENCES conference_rounds(id) ON DELETE CASCADE
conference_wish: PRIMARY KEY (id)
conference_word: CHECK ((kind = ANY (ARRAY['noticed'::text, 'wonder'::text, 'will'::text])))
conference_word: CHECK ((role = ANY (ARRAY['learner'::text, 'guardian'::text, 'teacher'::text])))
conference_word: FOREIGN KEY (conference_id) REFERENCES conference(id)
conference_word: FOREIGN KEY (district_id) REFERENCES district(id)
conference_word: FOREIGN KEY (media_id) REFERENCES media(id)
conference_word: FOREIGN KEY (said_by) REFERENCES person(id)
conference_word: FOREIGN KEY (written_by) REFERENCES person(id)
conference_word: PRIMARY KEY (id)
contact: CHECK (((length(email) >= 3) AND (length(email) <= 254)))
contact: CHECK (((length(phone) >= 5) AND (length(phone) <= 32)))
contact: FOREIGN KEY (district_id) REFERENCES district(id)
contact: FOREIGN KEY (noted_by) REFERENCES person(id)
contact: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
contact: PRIMARY KEY (person_id)
critique: FOREIGN KEY (bringing_id) REFERENCES bringing(id) ON DELETE CASCADE
critique: FOREIGN KEY (district_id) REFERENCES district(id)
critique: FOREIGN KEY (given_by) REFERENCES person(id)
critique: PRIMARY KEY (id)
critique: UNIQUE (bringing_id, given_by)
critique_answer: CHECK ((kind = ANY (ARRAY['used'::text, 'not_yet'::text, 'differently'::text])))
critique_answer: FOREIGN KEY (answered_by) REFERENCES person(id)
critique_answer: FOREIGN KEY (critique_id) REFERENCES critique(id) ON DELETE CASCADE
critique_answer: FOREIGN KEY (district_id) REFERENCES district(id)
critique_answer: PRIMARY KEY (id)
critique_arrangement: FOREIGN KEY (arranged_by) REFERENCES person(id)
critique_arrangement: FOREIGN KEY (district_id) REFERENCES district(id)
critique_arrangement: FOREIGN KEY (round_id) REFERENCES critique_round(id) ON DELETE CASCADE
critique_arrangement: PRIMARY KEY (round_id, arrangement)
critique_decision: FOREIGN KEY (critique_id) REFERENCES critique(id) ON DELETE CASCADE
critique_decision: FOREIGN KEY (decided_by) REFERENCES person(id)
critique_decision: FOREIGN KEY (district_id) REFERENCES district(id)
critique_decision: PRIMARY KEY (id)
critique_reply: FOREIGN KEY (critique_id) REFERENCES critique(id) ON DELETE CASCADE
critique_reply: FOREIGN KEY (district_id) REFERENCES district(id)
critique_reply: FOREIGN KEY (replied_by) REFERENCES person(id)
critique_reply: PRIMARY KEY (id)
critique_report: FOREIGN KEY (critique_id) REFERENCES critique(id) ON DELETE CASCADE
critique_report: FOREIGN KEY (district_id) REFERENCES district(id)
critique_report: FOREIGN KEY (reported_by) REFERENCES person(id)
critique_report: PRIMARY KEY (id)
critique_revision: FOREIGN KEY (critique_id) REFERENCES critique(id) ON DELETE CASCADE
critique_revision: FOREIGN KEY (district_id) REFERENCES district(id)
critique_revision: PRIMARY KEY (critique_id, revision)
critique_round: CHECK (((gives >= 1) AND (gives <= 5)))
critique_round: CHECK ((closes_on >= opens_on))
critique_round: FOREIGN KEY (district_id) REFERENCES district(id)
critique_round: FOREIGN KEY (opened_by) REFERENCES person(id)
critique_round: FOREIGN KEY (space_id) REFERENCES space(id)
critique_round: PRIMARY KEY (id)
critique_round_ending: FOREIGN KEY (district_id) REFERENCES district(id)
critique_round_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
critique_round_ending: FOREIGN KEY (round_id) REFERENCES critique_round(id) ON DELETE CASCADE
critique_round_ending: PRIMARY KEY (round_id)
critique_seat: FOREIGN KEY (district_id) REFERENCES district(id)
critique_seat: FOREIGN KEY (learner_id) REFERENCES person(id)
critique_seat: FOREIGN KEY (round_id, arrangement) REFERENCES critique_arrangement(round_id, arrangement) ON DELETE CASCADE
critique_seat: PRIMARY KEY (round_id, arrangement, learner_id)
critique_seat: UNIQUE (round_id, arrangement, table_number, place)
critique_word: FOREIGN KEY (critique_id, revision) REFERENCES critique_revision(critique_id, revision) ON DELETE CASCADE
critique_word: FOREIGN KEY (district_id) REFERENCES district(id)
critique_word: FOREIGN KEY (media_id) REFERENCES media(id)
critique_word: PRIMARY KEY (critique_id, revision, step)
defense: FOREIGN KEY (district_id) REFERENCES district(id)
defense: FOREIGN KEY (learner_id) REFERENCES person(id)
defense: FOREIGN KEY (set_by) REFERENCES person(id)
defense: PRIMARY KEY (id)
defense_answer: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_answer: FOREIGN KEY (district_id) REFERENCES district(id)
defense_answer: PRIMARY KEY (id)
defense_arrangement: CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
defense_arrangement: FOREIGN KEY (arranged_by) REFERENCES person(id)
defense_arrangement: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_arrangement: FOREIGN KEY (district_id) REFERENCES district(id)
defense_arrangement: PRIMARY KEY (attempt_id, arranged_at)
defense_attempt: FOREIGN KEY (called_by) REFERENCES person(id)
defense_attempt: FOREIGN KEY (defense_id) REFERENCES defense(id)
defense_attempt: FOREIGN KEY (district_id) REFERENCES district(id)
defense_attempt: PRIMARY KEY (id)
defense_attempt: UNIQUE (defense_id, number)
defense_calling_off: FOREIGN KEY (called_off_by) REFERENCES person(id)
defense_calling_off: FOREIGN KEY (defense_id) REFERENCES defense(id)
defense_calling_off: FOREIGN KEY (district_id) REFERENCES district(id)
defense_calling_off: PRIMARY KEY (defense_id)
defense_invitation: CHECK ((shows = ANY (ARRAY['nothing'::text, 'day'::text, 'outcome'::text, 'notes'::text])))
defense_invitation: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_invitation: FOREIGN KEY (district_id) REFERENCES district(id)
defense_invitation: FOREIGN KEY (guardian_id) REFERENCES person(id)
defense_invitation: PRIMARY KEY (attempt_id, guardian_id, said_at)
defense_note: CHECK (((said_by IS NULL) <> (said_by_guest IS NULL)))
defense_note: CHECK (((written_by IS NULL) = (pass_id IS NOT NULL)))
defense_note: CHECK ((side = ANY (ARRAY['shown'::text, 'next'::text])))
defense_note: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_note: FOREIGN KEY (district_id) REFERENCES district(id)
defense_note: FOREIGN KEY (pass_id) REFERENCES defense_pass(id)
defense_note: FOREIGN KEY (said_by) REFERENCES person(id)
defense_note: FOREIGN KEY (written_by) REFERENCES person(id)
defense_note: PRIMARY KEY (id)
defense_note_retraction: FOREIGN KEY (district_id) REFERENCES district(id)
defense_note_retraction: FOREIGN KEY (note_id) REFERENCES defense_note(id)
defense_note_retraction: FOREIGN KEY (retracted_by) REFERENCES person(id)
defense_note_retraction: PRIMARY KEY (note_id)
defense_opening: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_opening: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE SET NULL
defense_opening: FOREIGN KEY (district_id) REFERENCES district(id)
defense_opening: PRIMARY KEY (attempt_id, written_at)
defense_outcome: CHECK (((outcome = 'through'::text) OR (words <> ''::text)))
defense_outcome: CHECK ((outcome = ANY (ARRAY['through'::text, 'again'::text])))
defense_outcome: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_outcome: FOREIGN KEY (decided_by) REFERENCES person(id)
defense_outcome: FOREIGN KEY (district_id) REFERENCES district(id)
defense_outcome: PRIMARY KEY (attempt_id)
defense_pass: FOREIGN KEY (attempt_id) REFERENCES defense_attempt(id)
defense_pass: FOREIGN KEY (district_id) REFERENCES district(id)
defense_pass: FOREIGN KEY (made_by) REFERENCES person(id)
defense_pass: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
defense_pass: PRIMARY KEY (id)
defense_revision: FOREIGN KEY (defense_id) REFERENCES defense(id)
defense_revision: FOREIGN KEY (district_id) REFERENCES district(id)
defense_revision: FOREIGN KEY (revised_by) REFERENCES person(id)
defense_revision: PRIMARY KEY (defense_id, revision)
deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
deletion: FOREIGN KEY (district_id) REFERENCES district(id)
deletion: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
deletion: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
deletion: PRIMARY KEY (id)
departure: FOREIGN KEY (district_id) REFERENCES district(id)
departure: FOREIGN KEY (left_by) REFERENCES person(id)
departure: FOREIGN KEY (person_id) REFERENCES person(id)
departure: FOREIGN KEY (returned_by) REFERENCES person(id)
departure: PRIMARY KEY (id)
digest: FOREIGN KEY (district_id) REFERENCES district(id)
digest: FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL
digest: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
digest: PRIMARY KEY (id)
digest: UNIQUE (person_id, due_on)
digest_choice: CHECK (((hour >= 7) AND (hour <= 19)))
digest_choice: CHECK (((weekday >= 1) AND (weekday <= 7)))
digest_choice: CHECK ((way = ANY (ARRAY['mail'::text, 'text'::text, 'none'::text])))
digest_choice: FOREIGN KEY (district_id) REFERENCES district(id)
digest_choice: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
digest_choice: PRIMARY KEY (id)
digest_rule: CHECK ((tells = ANY (ARRAY['nothing'::text, 'notice'::text, 'words'::text])))
digest_rule: FOREIGN KEY (district_id) REFERENCES district(id)
digest_rule: FOREIGN KEY (school_id) REFERENCES school(id) ON DELETE CASCADE
digest_rule: FOREIGN KEY (set_by) REFERENCES person(id)
digest_rule: PRIMARY KEY (id)
district: PRIMARY KEY (id)
drawing: FOREIGN KEY (district_id) REFERENCES district(id)
drawing: FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE
drawing: PRIMARY KEY (media_id)
duty: CHECK ((closed_on >= opened_on))
duty: CHECK ((kind = ANY (ARRAY['principal'::text, 'office'::text, 'safeguarding'::text, 'staff'::text])))
duty: FOREIGN KEY (district_id) REFERENCES district(id)
duty: FOREIGN KEY (person_id) REFERENCES person(id)
duty: FOREIGN KEY (school_id) REFERENCES school(id)
duty: PRIMARY KEY (id)
earlier_competency: FOREIGN KEY (competency_id) REFERENCES competency(id)
earlier_competency: FOREIGN KEY (district_id) REFERENCES district(id)
earlier_competency: FOREIGN KEY (replaced_by) REFERENCES person(id)
earlier_competency: PRIMARY KEY (competency_id, revision)
earlier_feedback: FOREIGN KEY (district_id) REFERENCES district(id)
earlier_feedback: FOREIGN KEY (feedback_id) REFERENCES feedback(id) ON DELETE CASCADE
earlier_feedback: PRIMARY KEY (feedback_id, revision)
earlier_title: FOREIGN KEY (district_id) REFERENCES district(id)
earlier_title: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
earlier_title: FOREIGN KEY (replaced_by) REFERENCES person(id)
earlier_title: PRIMARY KEY (piece_id, replaced_at)
encouragement: FOREIGN KEY (district_id) REFERENCES district(id)
encouragement: FOREIGN KEY (given_by) REFERENCES person(id)
encouragement: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
encouragement: PRIMARY KEY (id)
enrollment: CHECK ((closed_on >= opened_on))
enrollment: CHECK ((role = ANY (ARRAY['student'::text, 'teacher'::text])))
enrollment: FOREIGN KEY (class_id) REFERENCES class(id)
enrollment: FOREIGN KEY (district_id) REFERENCES district(id)
enrollment: FOREIGN KEY (person_id) REFERENCES person(id)
enrollment: PRIMARY KEY (id)
exemplar: CHECK (
CASE kind
    WHEN 'text'::text THEN (body IS NOT NULL)
    WHEN 'link'::text THEN (url IS NOT NULL)
    WHEN 'media'::text THEN (media_id IS NOT NULL)
    ELSE (shown_piece_id IS NOT NULL)
END)
exemplar: CHECK ((kind = ANY (ARRAY['text'::text, 'media'::text, 'link'::text, 'work'::text])))
exemplar: FOREIGN KEY (district_id) REFERENCES district(id)
exemplar: FOREIGN KEY (feedback_id) REFERENCES feedback(id) ON DELETE CASCADE
exemplar: FOREIGN KEY (media_id) REFERENCES media(id)
exemplar: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
exemplar: FOREIGN KEY (placed_by) REFERENCES person(id)
exemplar: FOREIGN KEY (shown_piece_id) REFERENCES piece(id) ON DELETE CASCADE
exemplar: PRIMARY KEY (id)
exemplar_removal: FOREIGN KEY (district_id) REFERENCES district(id)
exemplar_removal: FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE
exemplar_removal: FOREIGN KEY (removed_by) REFERENCES person(id)
exemplar_removal: PRIMARY KEY (exemplar_id)
exhibition: FOREIGN KEY (district_id) REFERENCES district(id)
exhibition: FOREIGN KEY (opened_by) REFERENCES person(id)
exhibition: FOREIGN KEY (school_id) REFERENCES school(id)
exhibition: PRIMARY KEY (id)
exhibition_class: FOREIGN KEY (class_id) REFERENCES class(id)
exhibition_class: FOREIGN KEY (district_id) REFERENCES district(id)
exhibition_class: FOREIGN KEY (exhibition_id) REFERENCES exhibition(id)
exhibition_class: PRIMARY KEY (exhibition_id, class_id)
exhibition_ending: FOREIGN KEY (district_id) REFERENCES district(id)
exhibition_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
exhibition_ending: FOREIGN KEY (exhibition_id) REFERENCES exhibition(id)
exhibition_ending: PRIMARY KEY (exhibition_id)
exhibition_revision: CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
exhibition_revision: CHECK (((to_minute >= 1) AND (to_minute <= 1440)))
exhibition_revision: CHECK ((from_minute < to_minute))
exhibition_revision: CHECK ((guests_from <= held_on))
exhibition_revision: FOREIGN KEY (district_id) REFERENCES district(id)
exhibition_revision: FOREIGN KEY (exhibition_id) REFERENCES exhibition(id)
exhibition_revision: FOREIGN KEY (written_by) REFERENCES person(id)
exhibition_revision: PRIMARY KEY (exhibition_id, revision)
exhibition_use: FOREIGN KEY (district_id) REFERENCES district(id)
exhibition_use: FOREIGN KEY (exhibition_id) REFERENCES exhibition(id)
exhibition_use: PRIMARY KEY (exhibition_id, used_on)
feedback: FOREIGN KEY (district_id) REFERENCES district(id)
feedback: FOREIGN KEY (given_by) REFERENCES person(id)
feedback: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
feedback: FOREIGN KEY (media_id) REFERENCES media(id)
feedback: PRIMARY KEY (id)
filing_move: FOREIGN KEY (deletion_id) REFERENCES deletion(id) ON DELETE CASCADE
filing_move: FOREIGN KEY (district_id) REFERENCES district(id)
filing_move: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
filing_move: PRIMARY KEY (deletion_id)
first_password: FOREIGN KEY (district_id) REFERENCES district(id)
first_password: FOREIGN KEY (made_by) REFERENCES person(id)
first_password: FOREIGN KEY (person_id) REFERENCES person(id)
first_password: PRIMARY KEY (id)
first_password: UNIQUE (person_id)
focus: FOREIGN KEY (district_id) REFERENCES district(id)
focus: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
focus: FOREIGN KEY (set_by) REFERENCES person(id)
focus: PRIMARY KEY (id)
framework: CHECK (((pack IS DISTINCT FROM 'bc/core-competencies'::text) OR (judged_by = 'learner'::text)))
framework: CHECK ((judged_by = ANY (ARRAY['learner'::text, 'teacher'::text])))
framework: CHECK ((origin = ANY (ARRAY['pack'::text, 'case'::text, 'table'::text, 'own'::text])))
framework: FOREIGN KEY (adopted_by) REFERENCES person(id)
framework: FOREIGN KEY (district_id) REFERENCES district(id)
framework: PRIMARY KEY (id)
framework: UNIQUE (district_id, identifier)
framework: UNIQUE (id, judged_by)
framework_closure: FOREIGN KEY (closed_by) REFERENCES person(id)
framework_closure: FOREIGN KEY (district_id) REFERENCES district(id)
framework_closure: FOREIGN KEY (framework_id) REFERENCES framework(id)
framework_closure: FOREIGN KEY (reopened_by) REFERENCES person(id)
framework_closure: PRIMARY KEY (framework_id, closed_at)
framework_import: FOREIGN KEY (applied_by) REFERENCES person(id)
framework_import: FOREIGN KEY (brought_by) REFERENCES person(id)
framework_import: FOREIGN KEY (district_id) REFERENCES district(id)
framework_import: FOREIGN KEY (framework_id) REFERENCES framework(id)
framework_import: PRIMARY KEY (id)
given_password: FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
given_password: FOREIGN KEY (district_id) REFERENCES district(id)
given_password: FOREIGN KEY (given_by) REFERENCES person(id)
given_password: PRIMARY KEY (account_id)
goal: CHECK ((form = ANY (ARRAY['step'::text, 'picture'::text, 'smart'::text, 'woop'::text])))
goal: FOREIGN KEY (competency_id) REFERENCES competency(id)
goal: FOREIGN KEY (district_id) REFERENCES district(id)
goal: FOREIGN KEY (learner_id) REFERENCES person(id)
goal: PRIMARY KEY (id)
goal_check: CHECK ((standing = ANY (ARRAY['there'::text, 'closer'::text, 'same'::text, 'harder'::text])))
goal_check: FOREIGN KEY (checked_by) REFERENCES person(id)
goal_check: FOREIGN KEY (district_id) REFERENCES district(id)
goal_check: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
goal_check: PRIMARY KEY (id)
goal_check_evidence: CHECK (((iteration_id IS NULL) OR (piece_id IS NOT NULL)))
goal_check_evidence: CHECK (((piece_id IS NULL) <> (reflection_id IS NULL)))
goal_check_evidence: FOREIGN KEY (district_id) REFERENCES district(id)
goal_check_evidence: FOREIGN KEY (goal_check_id) REFERENCES goal_check(id) ON DELETE CASCADE
goal_check_evidence: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
goal_check_evidence: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
goal_check_evidence: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
goal_check_evidence: PRIMARY KEY (goal_check_id, "position")
goal_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
goal_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
goal_deletion: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
goal_deletion: FOREIGN KEY (restored_by) REFERENCES person(id)
goal_deletion: PRIMARY KEY (goal_id, deleted_at)
goal_ending: CHECK ((kind = ANY (ARRAY['reached'::text, 'set_aside'::text])))
goal_ending: FOREIGN KEY (district_id) REFERENCES district(id)
goal_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
goal_ending: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
goal_ending: PRIMARY KEY (goal_id, ended_at)
goal_part: FOREIGN KEY (district_id) REFERENCES district(id)
goal_part: FOREIGN KEY (goal_id, revision) REFERENCES goal_revision(goal_id, revision) ON DELETE CASCADE
goal_part: FOREIGN KEY (media_id) REFERENCES media(id)
goal_part: PRIMARY KEY (goal_id, revision, "position")
goal_revision: FOREIGN KEY (district_id) REFERENCES district(id)
goal_revision: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
goal_revision: FOREIGN KEY (written_by) REFERENCES person(id)
goal_revision: PRIMARY KEY (goal_id, revision)
goal_share: CHECK ((audience = ANY (ARRAY['teachers'::text, 'family'::text])))
goal_share: FOREIGN KEY (district_id) REFERENCES district(id)
goal_share: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
goal_share: FOREIGN KEY (shared_by) REFERENCES person(id)
goal_share: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
goal_share: PRIMARY KEY (goal_id, audience, shared_at)
guardianship: CHECK ((closed_on >= opened_on))
guardianship: CHECK ((guardian_id <> learner_id))
guardianship: FOREIGN KEY (district_id) REFERENCES district(id)
guardianship: FOREIGN KEY (guardian_id) REFERENCES person(id)
guardianship: FOREIGN KEY (learner_id) REFERENCES person(id)
guardianship: PRIMARY KEY (id)
guardianship_ending: CHECK ((kind = ANY (ARRAY['over'::text, 'mistake'::text])))
guardianship_ending: FOREIGN KEY (district_id) REFERENCES district(id)
guardianship_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
guardianship_ending: FOREIGN KEY (guardianship_id) REFERENCES guardianship(id)
guardianship_ending: PRIMARY KEY (guardianship_id)
handover: CHECK ((audiences <@ ARRAY['family'::text, 'class'::text]))
handover: FOREIGN KEY (class_id) REFERENCES class(id)
handover: FOREIGN KEY (district_id) REFERENCES district(id)
handover: FOREIGN KEY (opened_by) REFERENCES person(id)
handover: FOREIGN KEY (session_id) REFERENCES session(id) ON DELETE SET NULL
handover: PRIMARY KEY (id)
handover_ending: FOREIGN KEY (district_id) REFERENCES district(id)
handover_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
handover_ending: FOREIGN KEY (handover_id) REFERENCES handover(id) ON DELETE CASCADE
handover_ending: PRIMARY KEY (handover_id)
handover_piece: FOREIGN KEY (district_id) REFERENCES district(id)
handover_piece: FOREIGN KEY (handover_id) REFERENCES handover(id)
handover_piece: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
handover_piece: PRIMARY KEY (piece_id)
home_card: FOREIGN KEY (class_id) REFERENCES class(id)
home_card: FOREIGN KEY (district_id) REFERENCES district(id)
home_card: FOREIGN KEY (issued_by) REFERENCES person(id)
home_card: FOREIGN KEY (learner_id) REFERENCES person(id) ON DELETE CASCADE
home_card: PRIMARY KEY (id)
home_card_ending: FOREIGN KEY (district_id) REFERENCES district(id)
home_card_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
home_card_ending: FOREIGN KEY (home_card_id) REFERENCES home_card(id) ON DELETE CASCADE
home_card_ending: PRIMARY KEY (home_card_id)
home_visit: FOREIGN KEY (district_id) REFERENCES district(id)
home_visit: FOREIGN KEY (home_card_id) REFERENCES home_card(id) ON DELETE CASCADE
home_visit: PRIMARY KEY (id)
home_visit: UNIQUE (token_hash)
identity: FOREIGN KEY (district_id) REFERENCES district(id)
identity: FOREIGN KEY (linked_by) REFERENCES person(id)
identity: FOREIGN KEY (person_id) REFERENCES person(id)
identity: FOREIGN KEY (provider_id) REFERENCES provider(id)
identity: PRIMARY KEY (id)
identity: UNIQUE (provider_id, issuer, subject)
iteration: CHECK ((number > 0))
iteration: FOREIGN KEY (district_id) REFERENCES district(id)
iteration: FOREIGN KEY (made_by) REFERENCES person(id)
iteration: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
iteration: PRIMARY KEY (id)
iteration: UNIQUE (piece_id, number)
iteration_return: FOREIGN KEY (district_id) REFERENCES district(id)
iteration_return: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
iteration_return: FOREIGN KEY (returned_by) REFERENCES person(id)
iteration_return: PRIMARY KEY (id)
iteration_revision: FOREIGN KEY (district_id) REFERENCES district(id)
iteration_revision: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
iteration_revision: FOREIGN KEY (written_by) REFERENCES person(id)
iteration_revision: PRIMARY KEY (iteration_id, revision)
letter: FOREIGN KEY (district_id) REFERENCES district(id)
letter: FOREIGN KEY (learner_id) REFERENCES person(id)
letter: PRIMARY KEY (id)
letter_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
letter_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
letter_deletion: FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE
letter_deletion: FOREIGN KEY (restored_by) REFERENCES person(id)
letter_deletion: PRIMARY KEY (letter_id, deleted_at)
letter_opening: FOREIGN KEY (district_id) REFERENCES district(id)
letter_opening: FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE
letter_opening: PRIMARY KEY (letter_id)
letter_part: FOREIGN KEY (district_id) REFERENCES district(id)
letter_part: FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE
letter_part: FOREIGN KEY (media_id) REFERENCES media(id)
letter_part: PRIMARY KEY (letter_id, "position")
library_item: CHECK ((shelf = ANY (ARRAY['school'::text, 'district'::text])))
library_item: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
library_item: FOREIGN KEY (activity_id, revision) REFERENCES activity_revision(activity_id, revision) ON DELETE CASCADE
library_item: FOREIGN KEY (district_id) REFERENCES district(id)
library_item: FOREIGN KEY (published_by) REFERENCES person(id)
library_item: FOREIGN KEY (school_id) REFERENCES school(id)
library_item: PRIMARY KEY (id)
library_withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
library_withdrawal: FOREIGN KEY (item_id) REFERENCES library_item(id) ON DELETE CASCADE
library_withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
library_withdrawal: PRIMARY KEY (item_id)
link_preview: FOREIGN KEY (district_id) REFERENCES district(id)
link_preview: PRIMARY KEY (district_id, url_md5)
link_rule: FOREIGN KEY (district_id) REFERENCES district(id)
link_rule: FOREIGN KEY (set_by) REFERENCES person(id)
link_rule: PRIMARY KEY (id)
logbook_line: CHECK ((jsonb_typeof(said) = 'object'::text))
logbook_line: FOREIGN KEY (district_id) REFERENCES district(id)
logbook_line: PRIMARY KEY (id)
look: FOREIGN KEY (district_id) REFERENCES district(id)
look: FOREIGN KEY (person_id) REFERENCES person(id)
look: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
look: PRIMARY KEY (piece_id, person_id, looked_on)
media: CHECK (((progress >= 0) AND (progress <= 100)))
media: CHECK ((kind = ANY (ARRAY['picture'::text, 'document'::text, 'audio'::text, 'video'::text, 'file'::text])))
media: CHECK ((state = ANY (ARRAY['arriving'::text, 'waiting'::text, 'working'::text, 'ready'::text, 'failed'::text])))
media: FOREIGN KEY (district_id) REFERENCES district(id)
media: FOREIGN KEY (uploaded_by) REFERENCES person(id)
media: PRIMARY KEY (id)
message: CHECK (((about IS NULL) = (about_id IS NULL)))
message: CHECK ((about = ANY (ARRAY['digest'::text, 'welcome'::text, 'walkthrough'::text])))
message: CHECK ((way = ANY (ARRAY['mail'::text, 'text'::text])))
message: FOREIGN KEY (district_id) REFERENCES district(id)
message: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
message: PRIMARY KEY (id)
own_password_rule: CHECK ((who = ANY (ARRAY['everybody'::text, 'grade-4'::text, 'staff'::text, 'nobody'::text])))
own_password_rule: FOREIGN KEY (decided_by) REFERENCES person(id)
own_password_rule: FOREIGN KEY (district_id) REFERENCES district(id)
own_password_rule: FOREIGN KEY (school_id) REFERENCES school(id)
own_password_rule: PRIMARY KEY (id)
own_prompt: CHECK (((class_id IS NULL) <> (school_id IS NULL)))
own_prompt: CHECK ((band = ANY (ARRAY['k2'::text, '35'::text, '69'::text, '1012'::text])))
own_prompt: CHECK ((stage = ANY (ARRAY['planning'::text, 'stuck'::text, 'after_feedback'::text, 'finished'::text, 'looking_back'::text])))
own_prompt: FOREIGN KEY (added_by) REFERENCES person(id)
own_prompt: FOREIGN KEY (class_id) REFERENCES class(id)
own_prompt: FOREIGN KEY (closed_by) REFERENCES person(id)
own_prompt: FOREIGN KEY (district_id) REFERENCES district(id)
own_prompt: FOREIGN KEY (revised_by) REFERENCES person(id)
own_prompt: FOREIGN KEY (school_id) REFERENCES school(id)
own_prompt: PRIMARY KEY (id)
own_prompt_revision: FOREIGN KEY (district_id) REFERENCES district(id)
own_prompt_revision: FOREIGN KEY (own_prompt_id) REFERENCES own_prompt(id) ON DELETE CASCADE
own_prompt_revision: FOREIGN KEY (written_by) REFERENCES person(id)
own_prompt_revision: PRIMARY KEY (own_prompt_id, revision)
paper: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
paper: FOREIGN KEY (district_id) REFERENCES district(id)
paper: FOREIGN KEY (learner_id) REFERENCES person(id)
paper: FOREIGN KEY (printed_by) REFERENCES person(id)
paper: FOREIGN KEY (space_id) REFERENCES space(id)
paper: PRIMARY KEY (id)
paper: UNIQUE NULLS NOT DISTINCT (space_id, learner_id, activity_id)
part: CHECK (
CASE kind
    WHEN 'text'::text THEN (body IS NOT NULL)
    WHEN 'link'::text THEN (url IS NOT NULL)
    ELSE (media_id IS NOT NULL)
END)
part: CHECK (((rich IS NULL) OR (kind = 'text'::text)))
part: CHECK ((kind = ANY (ARRAY['text'::text, 'media'::text, 'link'::text])))
part: FOREIGN KEY (district_id) REFERENCES district(id)
part: FOREIGN KEY (iteration_id, revision) REFERENCES iteration_revision(iteration_id, revision) ON DELETE CASCADE
part: FOREIGN KEY (media_id) REFERENCES media(id)
part: PRIMARY KEY (iteration_id, revision, "position")
passkey: FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
passkey: FOREIGN KEY (district_id) REFERENCES district(id)
passkey: PRIMARY KEY (id)
passkey: UNIQUE (credential_id)
peer_setting: FOREIGN KEY (district_id) REFERENCES district(id)
peer_setting: FOREIGN KEY (set_by) REFERENCES person(id)
peer_setting: FOREIGN KEY (space_id) REFERENCES space(id)
peer_setting: PRIMARY KEY (id)
person: FOREIGN KEY (district_id) REFERENCES district(id)
person: PRIMARY KEY (id)
person_apart: CHECK ((other_id <> one_id))
person_apart: FOREIGN KEY (district_id) REFERENCES district(id)
person_apart: FOREIGN KEY (one_id) REFERENCES person(id)
person_apart: FOREIGN KEY (other_id) REFERENCES person(id)
person_apart: FOREIGN KEY (told_by) REFERENCES person(id)
person_apart: PRIMARY KEY (id)
person_merge: CHECK ((gone_id <> kept_id))
person_merge: FOREIGN KEY (district_id) REFERENCES district(id)
person_merge: FOREIGN KEY (gone_id) REFERENCES person(id)
person_merge: FOREIGN KEY (kept_id) REFERENCES person(id)
person_merge: FOREIGN KEY (merged_by) REFERENCES person(id)
person_merge: FOREIGN KEY (undone_by) REFERENCES person(id)
person_merge: PRIMARY KEY (id)
person_merge_move: FOREIGN KEY (district_id) REFERENCES district(id)
person_merge_move: FOREIGN KEY (merge_id) REFERENCES person_merge(id) ON DELETE CASCADE
person_merge_move: PRIMARY KEY (merge_id, table_name)
person_merge_tie: CHECK ((kind = ANY (ARRAY['enrollment'::text, 'guardianship'::text, 'duty'::text])))
person_merge_tie: FOREIGN KEY (district_id) REFERENCES district(id)
person_merge_tie: FOREIGN KEY (merge_id) REFERENCES person_merge(id) ON DELETE CASCADE
person_merge_tie: PRIMARY KEY (merge_id, kind, tie_id)
person_renaming: FOREIGN KEY (district_id) REFERENCES district(id)
person_renaming: FOREIGN KEY (person_id) REFERENCES person(id)
person_renaming: FOREIGN KEY (renamed_by) REFERENCES person(id)
person_renaming: PRIMARY KEY (id)
phrase_list: CHECK ((revision > 0))
phrase_list: FOREIGN KEY (district_id) REFERENCES district(id)
phrase_list: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
phrase_list: PRIMARY KEY (person_id, revision)
piece: FOREIGN KEY (created_by) REFERENCES person(id)
piece: FOREIGN KEY (district_id) REFERENCES district(id)
piece: FOREIGN KEY (learner_id) REFERENCES person(id)
piece: PRIMARY KEY (id)
pin: CHECK (
CASE kind
    WHEN 'spot'::text THEN (area_x IS NOT NULL)
    WHEN 'moment'::text THEN (from_second IS NOT NULL)
    WHEN 'words'::text THEN ((quote IS NOT NULL) AND (quote_start IS NOT NULL))
    ELSE (page IS NOT NULL)
END)
pin: CHECK (((area_height >= (0)::double precision) AND (area_height <= (1)::double precision)))
pin: CHECK (((area_width >= (0)::double precision) AND (area_width <= (1)::double precision)))
pin: CHECK (((area_x >= (0)::double precision) AND (area_x <= (1)::double precision)))
pin: CHECK (((area_y >= (0)::double precision) AND (area_y <= (1)::double precision)))
pin: CHECK ((from_second >= (0)::double precision))
pin: CHECK ((kind = ANY (ARRAY['spot'::text, 'moment'::text, 'words'::text, 'page'::text])))
pin: CHECK ((num_nulls(area_x, area_y, area_width, area_height) = ANY (ARRAY[0, 4])))
pin: CHECK ((page > 0))
pin: CHECK ((quote_start >= 0))
pin: CHECK ((to_second >= from_second))
pin: FOREIGN KEY (district_id) REFERENCES district(id)
pin: FOREIGN KEY (feedback_id) REFERENCES feedback(id) ON DELETE CASCADE
pin: FOREIGN KEY (iteration_id, revision, "position") REFERENCES part(iteration_id, revision, "position") ON DELETE CASCADE
pin: PRIMARY KEY (feedback_id)
preference: CHECK ((appearance = ANY (ARRAY['light'::text, 'dark'::text, 'contrast'::text])))
preference: CHECK ((locale ~ '^[a-z]{2}$'::text))
preference: CHECK ((voice = ANY (ARRAY['early'::text, 'middle'::text, 'older'::text])))
preference: FOREIGN KEY (district_id) REFERENCES district(id)
preference: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
preference: PRIMARY KEY (person_id)
profile: CHECK (((number >= 1) AND (number <= 12)))
profile: FOREIGN KEY (competency_id) REFERENCES competency(id)
profile: FOREIGN KEY (district_id) REFERENCES district(id)
profile: FOREIGN KEY (loaded_by) REFERENCES person(id)
profile: PRIMARY KEY (competency_id, number, language)
program_call: FOREIGN KEY (district_id) REFERENCES district(id)
program_call: FOREIGN KEY (hook_id) REFERENCES program_hook(id) ON DELETE CASCADE
program_call: PRIMARY KEY (id)
program_change: FOREIGN KEY (district_id) REFERENCES district(id)
program_change: PRIMARY KEY (thing_id, changed_at)
program_hook: CHECK ((cardinality(events) > 0))
program_hook: FOREIGN KEY (created_by) REFERENCES person(id)
program_hook: FOREIGN KEY (district_id) REFERENCES district(id)
program_hook: PRIMARY KEY (id)
program_hook_end: FOREIGN KEY (district_id) REFERENCES district(id)
program_hook_end: FOREIGN KEY (ended_by) REFERENCES person(id)
program_hook_end: FOREIGN KEY (hook_id) REFERENCES program_hook(id) ON DELETE CASCADE
program_hook_end: PRIMARY KEY (hook_id)
program_hook_rest: FOREIGN KEY (district_id) REFERENCES district(id)
program_hook_rest: FOREIGN KEY (hook_id) REFERENCES program_hook(id) ON DELETE CASCADE
program_hook_rest: FOREIGN KEY (resumed_by) REFERENCES person(id)
program_hook_rest: PRIMARY KEY (id)
program_key: CHECK (((cardinality(reads) > 0) AND (reads <@ ARRAY['people'::text, 'counts'::text])))
program_key: FOREIGN KEY (created_by) REFERENCES person(id)
program_key: FOREIGN KEY (district_id) REFERENCES district(id)
program_key: PRIMARY KEY (id)
program_key: UNIQUE (token_hash)
program_key_end: FOREIGN KEY (district_id) REFERENCES district(id)
program_key_end: FOREIGN KEY (ended_by) REFERENCES person(id)
program_key_end: FOREIGN KEY (key_id) REFERENCES program_key(id) ON DELETE CASCADE
program_key_end: PRIMARY KEY (key_id)
prompt_skip: FOREIGN KEY (district_id) REFERENCES district(id)
prompt_skip: FOREIGN KEY (learner_id) REFERENCES person(id)
prompt_skip: PRIMARY KEY (id)
provider: FOREIGN KEY (created_by) REFERENCES person(id)
provider: FOREIGN KEY (district_id) REFERENCES district(id)
provider: PRIMARY KEY (id)
provider_closing: FOREIGN KEY (closed_by) REFERENCES person(id)
provider_closing: FOREIGN KEY (district_id) REFERENCES district(id)
provider_closing: FOREIGN KEY (provider_id) REFERENCES provider(id) ON DELETE CASCADE
provider_closing: PRIMARY KEY (provider_id)
provider_key: FOREIGN KEY (district_id) REFERENCES district(id)
provider_key: FOREIGN KEY (made_by) REFERENCES person(id)
provider_key: FOREIGN KEY (provider_id) REFERENCES provider(id) ON DELETE CASCADE
provider_key: PRIMARY KEY (id)
provider_key_use: FOREIGN KEY (district_id) REFERENCES district(id)
provider_key_use: FOREIGN KEY (key_id) REFERENCES provider_key(id) ON DELETE CASCADE
provider_key_use: FOREIGN KEY (used_by) REFERENCES person(id)
provider_key_use: PRIMARY KEY (key_id)
provider_revision: CHECK (((claim IS NULL) = (identifier IS NULL)))
provider_revision: CHECK (((kind = 'saml'::text) = (client_secret IS NULL)))
provider_revision: CHECK (((kind = 'saml'::text) = (sign_in_at IS NOT NULL)))
provider_revision: CHECK (((kind = 'saml'::text) OR ((NOT signs_requests) AND (sign_out_at IS NULL))))
provider_revision: CHECK (((kind = ANY (ARRAY['entra'::text, 'openid'::text])) OR (NOT offers_sign_out)))
provider_revision: CHECK ((identifier = ANY (ARRAY['student_number'::text, 'staff_number'::text, 'username'::text])))
provider_revision: CHECK ((kind = ANY (ARRAY['google'::text, 'entra'::text, 'openid'::text, 'saml'::text])))
provider_revision: FOREIGN KEY (district_id) REFERENCES district(id)
provider_revision: FOREIGN KEY (provider_id) REFERENCES provider(id) ON DELETE CASCADE
provider_revision: FOREIGN KEY (revised_by) REFERENCES person(id)
provider_revision: PRIMARY KEY (id)
provider_session: FOREIGN KEY (district_id) REFERENCES district(id)
provider_session: FOREIGN KEY (provider_id) REFERENCES provider(id) ON DELETE CASCADE
provider_session: FOREIGN KEY (session_id) REFERENCES session(id) ON DELETE CASCADE
provider_session: PRIMARY KEY (session_id)
recovery_code: FOREIGN KEY (district_id) REFERENCES district(id)
recovery_code: FOREIGN KEY (second_factor_id) REFERENCES second_factor(id) ON DELETE CASCADE
recovery_code: PRIMARY KEY (id)
recovery_code: UNIQUE (second_factor_id, code_hash)
reflection: CHECK (((iteration_id IS NULL) OR (piece_id IS NOT NULL)))
reflection: CHECK ((stage = ANY (ARRAY['planning'::text, 'stuck'::text, 'after_feedback'::text, 'finished'::text, 'looking_back'::text])))
reflection: FOREIGN KEY (answers_id) REFERENCES reflection(id) ON DELETE SET NULL
reflection: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE SET NULL
reflection: FOREIGN KEY (district_id) REFERENCES district(id)
reflection: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE SET NULL
reflection: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE SET NULL
reflection: FOREIGN KEY (learner_id) REFERENCES person(id)
reflection: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE SET NULL
reflection: FOREIGN KEY (term_id) REFERENCES term(id)
reflection: PRIMARY KEY (id)
reflection_deletion: FOREIGN KEY (deleted_by) REFERENCES person(id)
reflection_deletion: FOREIGN KEY (district_id) REFERENCES district(id)
reflection_deletion: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
reflection_deletion: FOREIGN KEY (restored_by) REFERENCES person(id)
reflection_deletion: PRIMARY KEY (reflection_id, deleted_at)
reflection_part: FOREIGN KEY (district_id) REFERENCES district(id)
reflection_part: FOREIGN KEY (media_id) REFERENCES media(id)
reflection_part: FOREIGN KEY (reflection_id, revision) REFERENCES reflection_revision(reflection_id, revision) ON DELETE CASCADE
reflection_part: PRIMARY KEY (reflection_id, revision, "position")
reflection_revision: FOREIGN KEY (district_id) REFERENCES district(id)
reflection_revision: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
reflection_revision: FOREIGN KEY (written_by) REFERENCES person(id)
reflection_revision: PRIMARY KEY (reflection_id, revision)
reflection_share: CHECK ((audience = ANY (ARRAY['teachers'::text, 'family'::text])))
reflection_share: FOREIGN KEY (district_id) REFERENCES district(id)
reflection_share: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
reflection_share: FOREIGN KEY (shared_by) REFERENCES person(id)
reflection_share: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
reflection_share: PRIMARY KEY (reflection_id, audience, shared_at)
rehearsal: CHECK ((seconds >= 0))
rehearsal: FOREIGN KEY (district_id) REFERENCES district(id)
rehearsal: FOREIGN KEY (learner_id) REFERENCES person(id)
rehearsal: FOREIGN KEY (media_id) REFERENCES media(id)
rehearsal: FOREIGN KEY (round_id) REFERENCES conference_rounds(id)
rehearsal: PRIMARY KEY (id)
rehearsal_page: CHECK ((kind = ANY (ARRAY['welcome'::text, 'proud'::text, 'grew'::text, 'hard'::text, 'more'::text, 'goal'::text, 'together'::text])))
rehearsal_page: CHECK ((seconds >= 0))
rehearsal_page: FOREIGN KEY (district_id) REFERENCES district(id)
rehearsal_page: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE SET NULL
rehearsal_page: FOREIGN KEY (rehearsal_id) REFERENCES rehearsal(id) ON DELETE CASCADE
rehearsal_page: PRIMARY KEY (rehearsal_id, "position")
remark: CHECK (((sign IS NULL) <> (body = ''::text)))
remark: FOREIGN KEY (author_id) REFERENCES person(id)
remark: FOREIGN KEY (district_id) REFERENCES district(id)
remark: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE SET NULL
remark: FOREIGN KEY (space_id) REFERENCES space(id)
remark: PRIMARY KEY (id)
remark_decision: FOREIGN KEY (decided_by) REFERENCES person(id)
remark_decision: FOREIGN KEY (district_id) REFERENCES district(id)
remark_decision: FOREIGN KEY (remark_id) REFERENCES remark(id) ON DELETE CASCADE
remark_decision: PRIMARY KEY (id)
remark_report: FOREIGN KEY (district_id) REFERENCES district(id)
remark_report: FOREIGN KEY (learner_id) REFERENCES person(id)
remark_report: FOREIGN KEY (remark_id) REFERENCES remark(id) ON DELETE CASCADE
remark_report: FOREIGN KEY (reported_by) REFERENCES person(id)
remark_report: PRIMARY KEY (id)
reminder: FOREIGN KEY (communication_id) REFERENCES communication(id)
reminder: FOREIGN KEY (district_id) REFERENCES district(id)
reminder: FOREIGN KEY (learner_id) REFERENCES person(id)
reminder: FOREIGN KEY (reminded_by) REFERENCES person(id)
reminder: PRIMARY KEY (communication_id, learner_id)
rendition: CHECK ((name = ANY (ARRAY['small'::text, 'screen'::text, 'full'::text, 'page'::text, 'download'::text, 'medium'::text, 'low'::text, 'peaks'::text])))
rendition: FOREIGN KEY (district_id) REFERENCES district(id)
rendition: FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE
rendition: PRIMARY KEY (media_id, name)
reply: CHECK ((kind = ANY (ARRAY['used'::text, 'not_yet'::text, 'differently'::text])))
reply: FOREIGN KEY (district_id) REFERENCES district(id)
reply: FOREIGN KEY (feedback_id) REFERENCES feedback(id) ON DELETE CASCADE
reply: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE SET NULL
reply: FOREIGN KEY (media_id) REFERENCES media(id)
reply: FOREIGN KEY (replied_by) REFERENCES person(id)
reply: PRIMARY KEY (id)
response: FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
response: FOREIGN KEY (district_id) REFERENCES district(id)
response: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
response: FOREIGN KEY (responded_by) REFERENCES person(id)
response: PRIMARY KEY (id)
response_withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
response_withdrawal: FOREIGN KEY (response_id) REFERENCES response(id) ON DELETE CASCADE
response_withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
response_withdrawal: PRIMARY KEY (response_id)
restoration: FOREIGN KEY (deletion_id) REFERENCES deletion(id) ON DELETE CASCADE
restoration: FOREIGN KEY (district_id) REFERENCES district(id)
restoration: FOREIGN KEY (restored_by) REFERENCES person(id)
restoration: PRIMARY KEY (deletion_id)
retraction: FOREIGN KEY (district_id) REFERENCES district(id)
retraction: FOREIGN KEY (feedback_id) REFERENCES feedback(id) ON DELETE CASCADE
retraction: FOREIGN KEY (retracted_by) REFERENCES person(id)
retraction: PRIMARY KEY (feedback_id)
return_answer: FOREIGN KEY (answered_by) REFERENCES person(id)
return_answer: FOREIGN KEY (district_id) REFERENCES district(id)
return_answer: FOREIGN KEY (return_id) REFERENCES iteration_return(id) ON DELETE CASCADE
return_answer: PRIMARY KEY (return_id)
return_withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
return_withdrawal: FOREIGN KEY (return_id) REFERENCES iteration_return(id) ON DELETE CASCADE
return_withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
return_withdrawal: PRIMARY KEY (return_id)
roster_change: FOREIGN KEY (district_id) REFERENCES district(id)
roster_change: FOREIGN KEY (import_id) REFERENCES roster_import(id) ON DELETE CASCADE
roster_change: PRIMARY KEY (import_id, kind, subject_id, sourced_id)
roster_columns: FOREIGN KEY (district_id) REFERENCES district(id)
roster_columns: FOREIGN KEY (kept_by) REFERENCES person(id)
roster_columns: PRIMARY KEY (id)
roster_draft: CHECK ((part = ANY (ARRAY['rest'::text, 'people'::text, 'enrollments'::text, 'guardianships'::text, 'rejected'::text])))
roster_draft: CHECK ((place >= 0))
roster_draft: FOREIGN KEY (district_id) REFERENCES district(id)
roster_draft: FOREIGN KEY (import_id) REFERENCES roster_import(id) ON DELETE CASCADE
roster_draft: PRIMARY KEY (import_id, place)
roster_identifier: CHECK ((kind = ANY (ARRAY['student_number'::text, 'staff_number'::text])))
roster_identifier: FOREIGN KEY (district_id) REFERENCES district(id)
roster_identifier: FOREIGN KEY (person_id) REFERENCES person(id)
roster_identifier: PRIMARY KEY (id)
roster_identifier: UNIQUE (district_id, kind, value)
roster_import: FOREIGN KEY (applied_by) REFERENCES person(id)
roster_import: FOREIGN KEY (brought_by) REFERENCES person(id)
roster_import: FOREIGN KEY (district_id) REFERENCES district(id)
roster_import: FOREIGN KEY (undone_by) REFERENCES person(id)
roster_import: PRIMARY KEY (id)
roster_key: CHECK ((kind = ANY (ARRAY['school'::text, 'term'::text, 'class'::text, 'person'::text])))
roster_key: FOREIGN KEY (district_id) REFERENCES district(id)
roster_key: PRIMARY KEY (district_id, source, kind, sourced_id)
roster_progress: CHECK (((how_far >= 0) AND (how_far <= 100)))
roster_progress: FOREIGN KEY (district_id) REFERENCES district(id)
roster_progress: PRIMARY KEY (import_id)
roster_server: CHECK ((signing = ANY (ARRAY['oauth2'::text, 'oauth1'::text])))
roster_server: CHECK ((version = ANY (ARRAY['1.1'::text, '1.2'::text])))
roster_server: FOREIGN KEY (district_id) REFERENCES district(id)
roster_server: FOREIGN KEY (kept_by) REFERENCES person(id)
roster_server: PRIMARY KEY (id)
schema_migration: PRIMARY KEY (number)
school: FOREIGN KEY (district_id) REFERENCES district(id)
school: PRIMARY KEY (id)
school_closing: CHECK (((reopened_by IS NULL) = (reopened_at IS NULL)))
school_closing: FOREIGN KEY (closed_by) REFERENCES person(id)
school_closing: FOREIGN KEY (district_id) REFERENCES district(id)
school_closing: FOREIGN KEY (reopened_by) REFERENCES person(id)
school_closing: FOREIGN KEY (school_id) REFERENCES school(id)
school_closing: PRIMARY KEY (id)
school_naming: CHECK ((name <> ''::text))
school_naming: FOREIGN KEY (district_id) REFERENCES district(id)
school_naming: FOREIGN KEY (named_by) REFERENCES person(id)
school_naming: FOREIGN KEY (school_id) REFERENCES school(id)
school_naming: PRIMARY KEY (id)
second_factor: FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
second_factor: FOREIGN KEY (district_id) REFERENCES district(id)
second_factor: PRIMARY KEY (id)
second_step_demand: FOREIGN KEY (demanded_by) REFERENCES person(id)
second_step_demand: FOREIGN KEY (district_id) REFERENCES district(id)
second_step_demand: PRIMARY KEY (id)
second_step_demand_ending: FOREIGN KEY (demand_id) REFERENCES second_step_demand(id) ON DELETE CASCADE
second_step_demand_ending: FOREIGN KEY (district_id) REFERENCES district(id)
second_step_demand_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
second_step_demand_ending: PRIMARY KEY (demand_id)
second_step_help: FOREIGN KEY (district_id) REFERENCES district(id)
second_step_help: FOREIGN KEY (given_by) REFERENCES person(id)
second_step_help: FOREIGN KEY (person_id) REFERENCES person(id)
second_step_help: PRIMARY KEY (id)
session: FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
session: FOREIGN KEY (card_id) REFERENCES card(id)
session: FOREIGN KEY (class_device_id) REFERENCES class_device(id)
session: FOREIGN KEY (district_id) REFERENCES district(id)
session: FOREIGN KEY (person_id) REFERENCES person(id)
session: FOREIGN KEY (provider_id) REFERENCES provider(id)
session: PRIMARY KEY (id)
session: UNIQUE (token_hash)
share: CHECK (
CASE audience
    WHEN 'class'::text THEN (space_id IS NOT NULL)
    WHEN 'family'::text THEN (space_id IS NULL)
    ELSE true
END)
share: CHECK ((audience = ANY (ARRAY['teachers'::text, 'family'::text, 'class'::text])))
share: FOREIGN KEY (district_id) REFERENCES district(id)
share: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
share: FOREIGN KEY (shared_by) REFERENCES person(id)
share: FOREIGN KEY (space_id) REFERENCES space(id)
share: PRIMARY KEY (id)
share_suggestion: CHECK (((audiences IS NOT NULL) OR (school_id IS NOT NULL)))
share_suggestion: CHECK ((audiences <@ ARRAY['teachers'::text, 'family'::text]))
share_suggestion: CHECK ((voice = ANY (ARRAY['early'::text, 'middle'::text, 'older'::text])))
share_suggestion: FOREIGN KEY (district_id) REFERENCES district(id)
share_suggestion: FOREIGN KEY (school_id) REFERENCES school(id)
share_suggestion: FOREIGN KEY (set_by) REFERENCES person(id)
share_suggestion: PRIMARY KEY (id)
showcase: FOREIGN KEY (collection_id) REFERENCES collection(id) ON DELETE CASCADE
showcase: FOREIGN KEY (copy_id) REFERENCES collection_copy(id) ON DELETE SET NULL
showcase: FOREIGN KEY (district_id) REFERENCES district(id)
showcase: FOREIGN KEY (learner_id) REFERENCES person(id)
showcase: FOREIGN KEY (proposed_by) REFERENCES person(id)
showcase: PRIMARY KEY (id)
showcase_answer: CHECK ((role = ANY (ARRAY['learner'::text, 'teacher'::text, 'guardian'::text])))
showcase_answer: FOREIGN KEY (district_id) REFERENCES district(id)
showcase_answer: FOREIGN KEY (person_id) REFERENCES person(id)
showcase_answer: FOREIGN KEY (showcase_id) REFERENCES showcase(id) ON DELETE CASCADE
showcase_answer: PRIMARY KEY (showcase_id, person_id, role, answered_at)
showcase_rule: CHECK (((guardian_through_grade >= '-1'::integer) AND (guardian_through_grade <= 12)))
showcase_rule: FOREIGN KEY (district_id) REFERENCES district(id)
showcase_rule: FOREIGN KEY (set_by) REFERENCES person(id)
showcase_rule: PRIMARY KEY (district_id)
showcase_use: FOREIGN KEY (district_id) REFERENCES district(id)
showcase_use: FOREIGN KEY (showcase_id) REFERENCES showcase(id) ON DELETE CASCADE
showcase_use: PRIMARY KEY (showcase_id, used_on)
showcase_withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
showcase_withdrawal: FOREIGN KEY (showcase_id) REFERENCES showcase(id) ON DELETE CASCADE
showcase_withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
showcase_withdrawal: PRIMARY KEY (showcase_id)
sign_in_throttle: PRIMARY KEY (name_hash)
slip: CHECK (((words <> ''::text) OR (media_id IS NOT NULL)))
slip: FOREIGN KEY (district_id) REFERENCES district(id)
slip: FOREIGN KEY (media_id) REFERENCES media(id) DEFERRABLE INITIALLY DEFERRED
slip: FOREIGN KEY (stand_id) REFERENCES stand(id)
slip: PRIMARY KEY (id)
slip_decision: CHECK ((releases OR (reason <> ''::text)))
slip_decision: FOREIGN KEY (decided_by) REFERENCES person(id)
slip_decision: FOREIGN KEY (district_id) REFERENCES district(id)
slip_decision: FOREIGN KEY (slip_id) REFERENCES slip(id)
slip_decision: PRIMARY KEY (slip_id)
space: CHECK ((((kind = 'class'::text) = (class_id IS NOT NULL)) AND ((kind = 'class'::text) = (school_id IS NULL)) AND ((kind = 'class'::text) = (opened_by IS NULL)) AND ((kind = 'class'::text) = (opened_at IS NULL))))
space: CHECK ((kind = ANY (ARRAY['class'::text, 'group'::text, 'one-to-one'::text])))
space: FOREIGN KEY (class_id) REFERENCES class(id)
space: FOREIGN KEY (district_id) REFERENCES district(id)
space: FOREIGN KEY (opened_by) REFERENCES person(id)
space: FOREIGN KEY (school_id) REFERENCES school(id)
space: PRIMARY KEY (id)
space: UNIQUE (class_id)
space_archiving: FOREIGN KEY (archived_by) REFERENCES person(id)
space_archiving: FOREIGN KEY (district_id) REFERENCES district(id)
space_archiving: FOREIGN KEY (reopened_by) REFERENCES person(id)
space_archiving: FOREIGN KEY (space_id) REFERENCES space(id)
space_archiving: PRIMARY KEY (id)
space_rule: CHECK ((((says = ANY (ARRAY['hidden'::text, 'visible'::text, 'active'::text])) AND (about <> 'remarks'::text)) OR ((says = ANY (ARRAY['yes'::text, 'no'::text])) AND (about = 'remarks'::text))))
space_rule: CHECK ((about = ANY (ARRAY['learners'::text, 'families'::text, 'remarks'::text])))
space_rule: FOREIGN KEY (district_id) REFERENCES district(id)
space_rule: FOREIGN KEY (set_by) REFERENCES person(id)
space_rule: FOREIGN KEY (space_id) REFERENCES space(id)
space_rule: PRIMARY KEY (id)
space_seat: CHECK (((unseated_by IS NULL) = (unseated_at IS NULL)))
space_seat: CHECK ((role = ANY (ARRAY['student'::text, 'teacher'::text])))
space_seat: FOREIGN KEY (district_id) REFERENCES district(id)
space_seat: FOREIGN KEY (person_id) REFERENCES person(id)
space_seat: FOREIGN KEY (seated_by) REFERENCES person(id)
space_seat: FOREIGN KEY (space_id) REFERENCES space(id)
space_seat: FOREIGN KEY (unseated_by) REFERENCES person(id)
space_seat: PRIMARY KEY (id)
stand: FOREIGN KEY (district_id) REFERENCES district(id)
stand: FOREIGN KEY (exhibition_id) REFERENCES exhibition(id)
stand: FOREIGN KEY (learner_id) REFERENCES person(id)
stand: PRIMARY KEY (id)
stand: UNIQUE (exhibition_id, learner_id)
stand_choice: FOREIGN KEY (district_id) REFERENCES district(id)
stand_choice: FOREIGN KEY (showcase_id) REFERENCES showcase(id) ON DELETE SET NULL
stand_choice: FOREIGN KEY (stand_id) REFERENCES stand(id)
stand_choice: PRIMARY KEY (stand_id, chosen_at)
stand_placing: CHECK ((((from_minute IS NULL) = (to_minute IS NULL)) AND ((from_minute IS NULL) OR (from_minute < to_minute))))
stand_placing: CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
stand_placing: CHECK (((to_minute >= 1) AND (to_minute <= 1440)))
stand_placing: FOREIGN KEY (district_id) REFERENCES district(id)
stand_placing: FOREIGN KEY (placed_by) REFERENCES person(id)
stand_placing: FOREIGN KEY (stand_id) REFERENCES stand(id)
stand_placing: PRIMARY KEY (stand_id, placed_at)
stand_title_release: FOREIGN KEY (district_id) REFERENCES district(id)
stand_title_release: FOREIGN KEY (released_by) REFERENCES person(id)
stand_title_release: FOREIGN KEY (stand_id) REFERENCES stand(id)
stand_title_release: PRIMARY KEY (stand_id, title)
storage_count: FOREIGN KEY (district_id) REFERENCES district(id)
storage_count: PRIMARY KEY (district_id)
support_grant: CHECK ((ends_at > granted_at))
support_grant: FOREIGN KEY (district_id) REFERENCES district(id)
support_grant: FOREIGN KEY (granted_by) REFERENCES person(id)
support_grant: FOREIGN KEY (person_id) REFERENCES support_person(person_id) ON DELETE CASCADE
support_grant: PRIMARY KEY (id)
support_grant_ending: FOREIGN KEY (district_id) REFERENCES district(id)
support_grant_ending: FOREIGN KEY (ended_by) REFERENCES person(id)
support_grant_ending: FOREIGN KEY (support_grant_id) REFERENCES support_grant(id) ON DELETE CASCADE
support_grant_ending: PRIMARY KEY (support_grant_id)
support_person: FOREIGN KEY (district_id) REFERENCES district(id)
support_person: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
support_person: PRIMARY KEY (person_id)
tag: CHECK ((tagged_by = learner_id))
tag: FOREIGN KEY (competency_id) REFERENCES competency(id)
tag: FOREIGN KEY (district_id) REFERENCES district(id)
tag: FOREIGN KEY (learner_id) REFERENCES person(id)
tag: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
tag: FOREIGN KEY (tagged_by) REFERENCES person(id)
tag: PRIMARY KEY (id)
tag_answer: CHECK ((answer = ANY (ARRAY['accepted'::text, 'left'::text])))
tag_answer: CHECK ((answered_by = learner_id))
tag_answer: FOREIGN KEY (answered_by) REFERENCES person(id)
tag_answer: FOREIGN KEY (district_id) REFERENCES district(id)
tag_answer: FOREIGN KEY (suggestion_id, learner_id) REFERENCES tag_suggestion(id, learner_id) ON DELETE CASCADE DEFERRABLE
tag_answer: PRIMARY KEY (suggestion_id)
tag_suggestion: FOREIGN KEY (competency_id) REFERENCES competency(id)
tag_suggestion: FOREIGN KEY (district_id) REFERENCES district(id)
tag_suggestion: FOREIGN KEY (learner_id) REFERENCES person(id)
tag_suggestion: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
tag_suggestion: FOREIGN KEY (suggested_by) REFERENCES person(id)
tag_suggestion: PRIMARY KEY (id)
tag_suggestion: UNIQUE (id, learner_id)
term: CHECK ((closes_on >= opens_on))
term: FOREIGN KEY (district_id) REFERENCES district(id)
term: FOREIGN KEY (school_id) REFERENCES school(id)
term: PRIMARY KEY (id)
thanks: FOREIGN KEY (district_id) REFERENCES district(id)
thanks: FOREIGN KEY (stand_id) REFERENCES stand(id)
thanks: PRIMARY KEY (id)
thanks_release: FOREIGN KEY (district_id) REFERENCES district(id)
thanks_release: FOREIGN KEY (released_by) REFERENCES person(id)
thanks_release: FOREIGN KEY (thanks_id) REFERENCES thanks(id)
thanks_release: PRIMARY KEY (thanks_id)
thanks_withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
thanks_withdrawal: FOREIGN KEY (thanks_id) REFERENCES thanks(id)
thanks_withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
thanks_withdrawal: PRIMARY KEY (thanks_id)
timeline_entry: CHECK ((kind = ANY (ARRAY['attempt'::text, 'reflection'::text, 'goal'::text, 'check'::text, 'claim'::text, 'letter'::text])))
timeline_entry: FOREIGN KEY (claim_id) REFERENCES claim(id) ON DELETE CASCADE
timeline_entry: FOREIGN KEY (district_id) REFERENCES district(id)
timeline_entry: FOREIGN KEY (goal_check_id) REFERENCES goal_check(id) ON DELETE CASCADE
timeline_entry: FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE
timeline_entry: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
timeline_entry: FOREIGN KEY (learner_id) REFERENCES person(id)
timeline_entry: FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE
timeline_entry: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
timeline_entry: PRIMARY KEY (id, kind)
transcript: CHECK ((revision > 0))
transcript: FOREIGN KEY (district_id) REFERENCES district(id)
transcript: FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE
transcript: FOREIGN KEY (written_by) REFERENCES person(id)
transcript: PRIMARY KEY (media_id, revision)
translation: CHECK ((num_nonnulls(asking_id, piece_id, iteration_id, reflection_id, feedback_id) = 1))
translation: FOREIGN KEY (asking_id) REFERENCES asking(id) ON DELETE CASCADE
translation: FOREIGN KEY (district_id) REFERENCES district(id)
translation: FOREIGN KEY (feedback_id) REFERENCES feedback(id) ON DELETE CASCADE
translation: FOREIGN KEY (iteration_id) REFERENCES iteration(id) ON DELETE CASCADE
translation: FOREIGN KEY (piece_id) REFERENCES piece(id) ON DELETE CASCADE
translation: FOREIGN KEY (reflection_id) REFERENCES reflection(id) ON DELETE CASCADE
translation: PRIMARY KEY (id)
translator: CHECK (((address IS NULL) = (languages = '{}'::text[])))
translator: FOREIGN KEY (district_id) REFERENCES district(id)
translator: FOREIGN KEY (set_by) REFERENCES person(id)
translator: PRIMARY KEY (id)
unmatched_identity: FOREIGN KEY (district_id) REFERENCES district(id)
unmatched_identity: FOREIGN KEY (provider_id) REFERENCES provider(id) ON DELETE CASCADE
unmatched_identity: PRIMARY KEY (id)
unmatched_identity: UNIQUE (provider_id, issuer, subject)
used_assertion: FOREIGN KEY (district_id) REFERENCES district(id)
used_assertion: FOREIGN KEY (provider_id) REFERENCES provider(id) ON DELETE CASCADE
used_assertion: PRIMARY KEY (id)
used_assertion: UNIQUE (provider_id, id_hash)
used_challenge: FOREIGN KEY (district_id) REFERENCES district(id)
used_challenge: PRIMARY KEY (id)
used_challenge: UNIQUE (challenge)
walkthrough: FOREIGN KEY (conference_id) REFERENCES conference(id)
walkthrough: FOREIGN KEY (district_id) REFERENCES district(id)
walkthrough: FOREIGN KEY (media_id) REFERENCES media(id)
walkthrough: FOREIGN KEY (preparation_id) REFERENCES conference_preparation(id)
walkthrough: PRIMARY KEY (conference_id)
walkthrough_telling: CHECK ((kind = ANY (ARRAY['waits'::text, 'reminder'::text])))
walkthrough_telling: FOREIGN KEY (conference_id) REFERENCES walkthrough(conference_id)
walkthrough_telling: FOREIGN KEY (district_id) REFERENCES district(id)
walkthrough_telling: FOREIGN KEY (guardian_id) REFERENCES person(id)
walkthrough_telling: FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL
walkthrough_telling: PRIMARY KEY (conference_id, guardian_id, kind)
walkthrough_telling: UNIQUE (id)
welcome: FOREIGN KEY (district_id) REFERENCES district(id)
welcome: FOREIGN KEY (guardian_id) REFERENCES person(id) ON DELETE CASCADE
welcome: FOREIGN KEY (made_by) REFERENCES person(id)
welcome: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
welcome: PRIMARY KEY (id)
welcome_use: FOREIGN KEY (district_id) REFERENCES district(id)
welcome_use: FOREIGN KEY (session_id) REFERENCES session(id) ON DELETE CASCADE
welcome_use: FOREIGN KEY (welcome_id) REFERENCES welcome(id) ON DELETE CASCADE
welcome_use: PRIMARY KEY (session_id)
withdrawal: FOREIGN KEY (district_id) REFERENCES district(id)
withdrawal: FOREIGN KEY (share_id) REFERENCES share(id) ON DELETE CASCADE
withdrawal: FOREIGN KEY (withdrawn_by) REFERENCES person(id)
withdrawal: PRIMARY KEY (share_id)
year_ago_wish: FOREIGN KEY (district_id) REFERENCES district(id)
year_ago_wish: FOREIGN KEY (learner_id) REFERENCES person(id)
year_ago_wish: PRIMARY KEY (learner_id, wished_at)

-- Indexes

CREATE INDEX activity_closing_of_activity ON public.activity_closing USING btree (activity_id)
CREATE INDEX activity_deletion_of_activity ON public.activity_deletion USING btree (activity_id)
CREATE INDEX activity_in_space ON public.activity USING btree (space_id, created_at DESC)
CREATE INDEX activity_media_of_media ON public.activity_media USING btree (media_id)
CREATE INDEX activity_of_author ON public.activity USING btree (created_by, created_at DESC)
CREATE INDEX activity_origin_from ON public.activity_origin USING btree (from_activity_id)
CREATE INDEX asking_answer_of_media ON public.asking_answer USING btree (media_id)
CREATE INDEX asking_answer_to ON public.asking_answer USING btree (asking_id, given_at)
CREATE INDEX asking_of_learner ON public.asking USING btree (learner_id, said_at DESC)
CREATE INDEX asking_of_media ON public.asking USING btree (media_id)
CREATE INDEX backup_made_lately ON public.backup_made USING btree (district_id, made_at DESC)
CREATE INDEX bringing_in_round ON public.bringing USING btree (round_id, learner_id, brought_at DESC)
CREATE INDEX bringing_of_iteration ON public.bringing USING btree (iteration_id)
CREATE INDEX card_of_learner ON public.card USING btree (learner_id)
CREATE INDEX card_picture_of_card ON public.card_picture USING btree (card_id, chosen_at DESC, id DESC)
CREATE INDEX claim_at_competency ON public.claim USING btree (competency_id)
CREATE INDEX claim_evidence_of_piece ON public.claim_evidence USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX claim_of_learner ON public.claim USING btree (learner_id, made_at DESC)
CREATE INDEX claim_part_of_media ON public.claim_part USING btree (media_id)
CREATE INDEX class_device_of_class ON public.class_device USING btree (class_id, opened_at DESC)
CREATE INDEX collection_choice_media ON public.collection_choice USING btree (why_media_id) WHERE (why_media_id IS NOT NULL)
CREATE INDEX collection_choice_of_piece ON public.collection_choice USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX collection_copy_media_of ON public.collection_copy_media USING btree (media_id)
CREATE INDEX collection_copy_of_learner ON public.collection_copy USING btree (learner_id, kind)
CREATE INDEX collection_of_learner ON public.collection USING btree (learner_id, begun_at DESC)
CREATE INDEX collection_revision_media ON public.collection_revision USING btree (about_media_id) WHERE (about_media_id IS NOT NULL)
CREATE INDEX collection_share_of ON public.collection_share USING btree (collection_id) WHERE (withdrawn_at IS NULL)
CREATE INDEX collection_template_of_class ON public.collection_template USING btree (class_id) WHERE (class_id IS NOT NULL)
CREATE INDEX communication_window_of ON public.communication_window USING btree (communication_id, school_id, set_at DESC)
CREATE INDEX competency_code ON public.competency USING btree (district_id, lower(code))
CREATE INDEX competency_in_framework ON public.competency USING btree (framework_id, "position")
CREATE INDEX competency_tie_down ON public.competency_tie USING btree (destination_id, kind)
CREATE INDEX competency_tie_up ON public.competency_tie USING btree (origin_id, kind)
CREATE INDEX competency_words ON public.competency USING gin (search_words gin_trgm_ops)
CREATE INDEX conference_agreement_of ON public.conference_agreement USING btree (conference_id, written_at)
CREATE INDEX conference_booking_of_learner ON public.conference_booking USING btree (learner_id, booked_at DESC)
CREATE INDEX conference_choice_of_piece ON public.conference_choice USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX conference_day_of_round ON public.conference_day USING btree (round_id, held_on)
CREATE INDEX conference_latecomer_of ON public.conference_latecomer USING btree (conference_id, came_at)
CREATE INDEX conference_latecomer_person ON public.conference_latecomer USING btree (person_id) WHERE (person_id IS NOT NULL)
CREATE INDEX conference_nudge_of ON public.conference_nudge USING btree (round_id, learner_id, nudged_at DESC)
CREATE INDEX conference_nudge_of_learner ON public.conference_nudge USING btree (learner_id)
CREATE INDEX conference_of ON public.conference USING btree (round_id, learner_id)
CREATE INDEX conference_of_learner ON public.conference USING btree (learner_id, begun_at DESC)
CREATE INDEX conference_person_of ON public.conference_person USING btree (person_id) WHERE (person_id IS NOT NULL)
CREATE INDEX conference_preparation_of ON public.conference_preparation USING btree (round_id, learner_id, written_at DESC, id DESC)
CREATE INDEX conference_rounds_of_class ON public.conference_rounds USING btree (class_id, starts_on DESC)
CREATE INDEX conference_shown_of_piece ON public.conference_shown USING btree (piece_id)
CREATE INDEX conference_slot_of_round ON public.conference_slot USING btree (round_id, starts_at)
CREATE INDEX conference_wish_of_round ON public.conference_wish USING btree (round_id, learner_id, said_at DESC)
CREATE INDEX conference_word_of ON public.conference_word USING btree (conference_id, written_at)
CREATE INDEX conference_word_of_media ON public.conference_word USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX contact_email ON public.contact USING btree (district_id, lower(email) text_pattern_ops)
CREATE INDEX critique_answer_to ON public.critique_answer USING btree (critique_id, answered_at DESC)
CREATE INDEX critique_decision_on ON public.critique_decision USING btree (critique_id, decided_at DESC)
CREATE INDEX critique_given_by ON public.critique USING btree (given_by, given_at DESC)
CREATE INDEX critique_reply_to ON public.critique_reply USING btree (critique_id, replied_at DESC)
CREATE INDEX critique_report_on ON public.critique_report USING btree (critique_id, reported_at DESC)
CREATE INDEX critique_round_of_space ON public.critique_round USING btree (space_id, opens_on DESC)
CREATE INDEX critique_seat_of_learner ON public.critique_seat USING btree (learner_id)
CREATE INDEX critique_word_with_media ON public.critique_word USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX defense_answer_of_attempt ON public.defense_answer USING btree (attempt_id, written_at DESC)
CREATE INDEX defense_note_of_attempt ON public.defense_note USING btree (attempt_id, written_at)
CREATE INDEX defense_of_learner ON public.defense USING btree (learner_id, set_at DESC)
CREATE INDEX deletion_of_iteration ON public.deletion USING btree (iteration_id) WHERE (iteration_id IS NOT NULL)
CREATE INDEX deletion_of_piece ON public.deletion USING btree (piece_id)
CREATE INDEX digest_choice_of ON public.digest_choice USING btree (person_id, chosen_at DESC)
CREATE INDEX digest_rule_of ON public.digest_rule USING btree (school_id, set_at DESC)
CREATE INDEX duty_of_person ON public.duty USING btree (person_id)
CREATE INDEX encouragement_of_goal ON public.encouragement USING btree (goal_id, given_at)
CREATE INDEX enrollment_of_class ON public.enrollment USING btree (class_id, role)
CREATE INDEX enrollment_of_person ON public.enrollment USING btree (person_id, role)
CREATE INDEX enrollment_of_roster ON public.enrollment USING btree (roster_source, sourced_id) WHERE (roster_source IS NOT NULL)
CREATE INDEX exemplar_of_feedback ON public.exemplar USING btree (feedback_id) WHERE (feedback_id IS NOT NULL)
CREATE INDEX exemplar_of_piece ON public.exemplar USING btree (piece_id, placed_at)
CREATE INDEX exemplar_showing ON public.exemplar USING btree (shown_piece_id) WHERE (shown_piece_id IS NOT NULL)
CREATE INDEX exemplar_with_media ON public.exemplar USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX exhibition_class_of ON public.exhibition_class USING btree (class_id)
CREATE INDEX exhibition_of_school ON public.exhibition USING btree (school_id)
CREATE INDEX feedback_on_iteration ON public.feedback USING btree (iteration_id, given_at)
CREATE INDEX feedback_with_media ON public.feedback USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX filing_move_to_iteration ON public.filing_move USING btree (iteration_id)
CREATE INDEX focus_of_iteration ON public.focus USING btree (iteration_id, set_at DESC)
CREATE INDEX framework_import_lately ON public.framework_import USING btree (district_id, brought_at DESC)
CREATE INDEX goal_check_evidence_of_piece ON public.goal_check_evidence USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX goal_check_of_goal ON public.goal_check USING btree (goal_id, checked_at)
CREATE INDEX goal_of_learner ON public.goal USING btree (learner_id, set_at DESC)
CREATE INDEX goal_part_of_media ON public.goal_part USING btree (media_id)
CREATE INDEX guardianship_of_guardian ON public.guardianship USING btree (guardian_id)
CREATE INDEX guardianship_of_learner ON public.guardianship USING btree (learner_id)
CREATE INDEX handover_of_class ON public.handover USING btree (class_id, opened_at DESC)
CREATE INDEX handover_of_session ON public.handover USING btree (session_id)
CREATE INDEX handover_piece_of_handover ON public.handover_piece USING btree (handover_id)
CREATE INDEX home_card_of_class ON public.home_card USING btree (class_id)
CREATE INDEX home_card_of_learner ON public.home_card USING btree (learner_id)
CREATE INDEX home_visit_of_card ON public.home_visit USING btree (home_card_id)
CREATE INDEX identity_of_person ON public.identity USING btree (person_id)
CREATE INDEX iteration_made_by ON public.iteration USING btree (made_by, made_at DESC)
CREATE INDEX letter_of_learner ON public.letter USING btree (learner_id, opens_on)
CREATE INDEX letter_part_of_media ON public.letter_part USING btree (media_id)
CREATE INDEX library_item_of_activity ON public.library_item USING btree (activity_id)
CREATE INDEX library_item_on_shelf ON public.library_item USING btree (shelf, school_id, published_at DESC)
CREATE INDEX link_rule_of_district ON public.link_rule USING btree (district_id, set_at DESC)
CREATE INDEX logbook_line_lately ON public.logbook_line USING btree (district_id, done_at DESC, id DESC)
CREATE INDEX logbook_line_on_person ON public.logbook_line USING btree (person_id, done_at DESC) WHERE (person_id IS NOT NULL)
CREATE INDEX media_unsettled ON public.media USING btree (created_at) WHERE (state = ANY (ARRAY['arriving'::text, 'waiting'::text, 'working'::text]))
CREATE INDEX message_about ON public.message USING btree (about_id) WHERE (about_id IS NOT NULL)
CREATE INDEX message_on_its_way ON public.message USING btree (queued_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL))
CREATE INDEX message_to_person ON public.message USING btree (person_id, queued_at DESC)
CREATE INDEX own_password_rule_of_school ON public.own_password_rule USING btree (school_id, decided_at DESC, id DESC)
CREATE INDEX own_prompt_of_class ON public.own_prompt USING btree (class_id)
CREATE INDEX own_prompt_of_school ON public.own_prompt USING btree (school_id) WHERE (school_id IS NOT NULL)
CREATE INDEX paper_for_activity ON public.paper USING btree (activity_id)
CREATE INDEX paper_of_learner ON public.paper USING btree (learner_id)
CREATE INDEX part_of_media ON public.part USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX part_with_link ON public.part USING btree (md5(url)) WHERE (url IS NOT NULL)
CREATE INDEX passkey_of_account ON public.passkey USING btree (account_id) WHERE (ended_at IS NULL)
CREATE INDEX peer_setting_of_space ON public.peer_setting USING btree (space_id, set_at DESC)
CREATE INDEX person_apart_of ON public.person_apart USING btree (one_id, other_id)
CREATE INDEX person_merge_into ON public.person_merge USING btree (kept_id)
CREATE INDEX person_renaming_of ON public.person_renaming USING btree (person_id, renamed_at DESC)
CREATE INDEX person_renaming_words ON public.person_renaming USING gin (former_words(was, 'given'::text, 'family'::text, 'legalGiven'::text, 'legalFamily'::text) gin_trgm_ops)
CREATE INDEX person_words ON public.person USING gin (search_words gin_trgm_ops)
CREATE INDEX piece_of_learner ON public.piece USING btree (learner_id, grown_at DESC)
CREATE INDEX pin_on_part ON public.pin USING btree (iteration_id, revision, "position")
CREATE INDEX program_call_of_hook ON public.program_call USING btree (hook_id, happened_at DESC)
CREATE INDEX program_call_waiting ON public.program_call USING btree (hook_id, tries, happened_at, id) WHERE ((taken_at IS NULL) AND (given_up_at IS NULL))
CREATE INDEX program_change_at ON public.program_change USING btree (district_id, changed_at)
CREATE INDEX prompt_skip_of_learner ON public.prompt_skip USING btree (learner_id, skipped_at DESC)
CREATE INDEX provider_key_of_provider ON public.provider_key USING btree (provider_id, made_at DESC, id DESC)
CREATE INDEX provider_revision_of_provider ON public.provider_revision USING btree (provider_id, revised_at DESC, id DESC)
CREATE INDEX provider_session_by_time ON public.provider_session USING btree (provider_id, opened_at DESC)
CREATE INDEX provider_session_of_index ON public.provider_session USING btree (provider_id, session_index)
CREATE INDEX provider_session_of_name ON public.provider_session USING btree (provider_id, name_id)
CREATE INDEX provider_session_with_token ON public.provider_session USING btree (session_id) WHERE (id_token IS NOT NULL)
CREATE INDEX reflection_of_learner ON public.reflection USING btree (learner_id, made_at DESC)
CREATE INDEX reflection_on_collection ON public.reflection USING btree (collection_id) WHERE (collection_id IS NOT NULL)
CREATE INDEX reflection_on_goal ON public.reflection USING btree (goal_id) WHERE (goal_id IS NOT NULL)
CREATE INDEX reflection_on_piece ON public.reflection USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX reflection_part_of_media ON public.reflection_part USING btree (media_id)
CREATE INDEX rehearsal_of ON public.rehearsal USING btree (learner_id, round_id, rehearsed_at DESC)
CREATE INDEX rehearsal_of_media ON public.rehearsal USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX rehearsal_page_of_piece ON public.rehearsal_page USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX remark_decision_of ON public.remark_decision USING btree (remark_id, decided_at DESC)
CREATE INDEX remark_in_space ON public.remark USING btree (space_id)
CREATE INDEX remark_on_piece ON public.remark USING btree (piece_id, space_id, said_at)
CREATE INDEX remark_report_of ON public.remark_report USING btree (remark_id)
CREATE INDEX reminder_of_learner ON public.reminder USING btree (learner_id) WHERE (put_away_at IS NULL)
CREATE INDEX reply_of_person ON public.reply USING btree (replied_by, replied_at DESC)
CREATE INDEX reply_to_feedback ON public.reply USING btree (feedback_id, replied_at DESC)
CREATE INDEX reply_with_iteration ON public.reply USING btree (iteration_id) WHERE (iteration_id IS NOT NULL)
CREATE INDEX reply_with_media ON public.reply USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX response_of_piece ON public.response USING btree (piece_id)
CREATE INDEX response_to_activity ON public.response USING btree (activity_id)
CREATE INDEX return_of_iteration ON public.iteration_return USING btree (iteration_id, returned_at DESC)
CREATE INDEX roster_change_words ON public.roster_change USING gin (former_words(before, 'given_name'::text, 'family_name'::text, 'legal_given_name'::text, 'legal_family_name'::text) gin_trgm_ops) WHERE ((kind = 'person'::text) AND (before IS NOT NULL))
CREATE INDEX roster_columns_lately ON public.roster_columns USING btree (district_id, kept_at DESC, id DESC)
CREATE INDEX roster_identifier_of_person ON public.roster_identifier USING btree (person_id)
CREATE INDEX roster_identifier_value ON public.roster_identifier USING btree (district_id, lower(value) text_pattern_ops)
CREATE INDEX roster_import_lately ON public.roster_import USING btree (district_id, brought_at DESC)
CREATE INDEX roster_key_email ON public.roster_key USING btree (district_id, lower((facts ->> 'email'::text)) text_pattern_ops) WHERE (kind = 'person'::text)
CREATE INDEX roster_key_identifiers ON public.roster_key USING gin (((facts -> 'identifiers'::text))) WHERE (kind = 'person'::text)
CREATE INDEX roster_key_of_person ON public.roster_key USING btree (district_id, lower(sourced_id)) WHERE (kind = 'person'::text)
CREATE INDEX roster_key_of_subject ON public.roster_key USING btree (subject_id)
CREATE INDEX roster_key_username ON public.roster_key USING btree (district_id, lower((facts ->> 'username'::text))) WHERE (kind = 'person'::text)
CREATE INDEX roster_progress_of_district ON public.roster_progress USING btree (district_id)
CREATE INDEX roster_server_lately ON public.roster_server USING btree (district_id, kept_at DESC, id DESC)
CREATE INDEX school_naming_of ON public.school_naming USING btree (school_id, named_at DESC, id DESC)
CREATE INDEX second_step_demand_of_district ON public.second_step_demand USING btree (district_id)
CREATE INDEX second_step_help_of_person ON public.second_step_help USING btree (person_id, lasts_until DESC)
CREATE INDEX session_of_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL)
CREATE INDEX share_in_space ON public.share USING btree (space_id, shared_at DESC) WHERE (space_id IS NOT NULL)
CREATE INDEX share_of_piece ON public.share USING btree (piece_id)
CREATE INDEX share_suggestion_of ON public.share_suggestion USING btree (district_id, voice, set_at DESC)
CREATE INDEX share_suggestion_of_school ON public.share_suggestion USING btree (school_id, voice, set_at DESC) WHERE (school_id IS NOT NULL)
CREATE INDEX showcase_of_collection ON public.showcase USING btree (collection_id, proposed_at DESC)
CREATE INDEX showcase_of_copy ON public.showcase USING btree (copy_id)
CREATE INDEX showcase_of_learner ON public.showcase USING btree (learner_id, closes_at)
CREATE INDEX slip_of_media ON public.slip USING btree (media_id) WHERE (media_id IS NOT NULL)
CREATE INDEX slip_of_stand ON public.slip USING btree (stand_id, written_at)
CREATE INDEX space_of_school ON public.space USING btree (school_id) WHERE (school_id IS NOT NULL)
CREATE INDEX space_rule_lately ON public.space_rule USING btree (space_id, about, set_at DESC, id DESC)
CREATE INDEX space_seat_of_person ON public.space_seat USING btree (person_id) WHERE (unseated_at IS NULL)
CREATE INDEX stand_of_learner ON public.stand USING btree (learner_id)
CREATE INDEX support_grant_of_district ON public.support_grant USING btree (district_id, granted_at DESC)
CREATE INDEX support_grant_of_person ON public.support_grant USING btree (person_id, ends_at)
CREATE INDEX tag_at_competency ON public.tag USING btree (competency_id, learner_id) WHERE (removed_at IS NULL)
CREATE INDEX tag_of_learner ON public.tag USING btree (learner_id) WHERE (removed_at IS NULL)
CREATE INDEX tag_suggestion_for_learner ON public.tag_suggestion USING btree (learner_id)
CREATE INDEX tag_suggestion_on_piece ON public.tag_suggestion USING btree (piece_id)
CREATE INDEX thanks_of_stand ON public.thanks USING btree (stand_id, written_at DESC)
CREATE INDEX timeline_of_check ON public.timeline_entry USING btree (goal_check_id) WHERE (goal_check_id IS NOT NULL)
CREATE INDEX timeline_of_claim ON public.timeline_entry USING btree (claim_id) WHERE (claim_id IS NOT NULL)
CREATE INDEX timeline_of_goal ON public.timeline_entry USING btree (goal_id) WHERE (goal_id IS NOT NULL)
CREATE INDEX timeline_of_iteration ON public.timeline_entry USING btree (iteration_id) WHERE (iteration_id IS NOT NULL)
CREATE INDEX timeline_of_learner ON public.timeline_entry USING btree (learner_id, made_at DESC, id DESC)
CREATE INDEX timeline_of_letter ON public.timeline_entry USING btree (letter_id) WHERE (letter_id IS NOT NULL)
CREATE INDEX timeline_of_reflection ON public.timeline_entry USING btree (reflection_id) WHERE (reflection_id IS NOT NULL)
CREATE INDEX translation_of_asking ON public.translation USING btree (asking_id) WHERE (asking_id IS NOT NULL)
CREATE INDEX translation_of_feedback ON public.translation USING btree (feedback_id) WHERE (feedback_id IS NOT NULL)
CREATE INDEX translation_of_iteration ON public.translation USING btree (iteration_id) WHERE (iteration_id IS NOT NULL)
CREATE INDEX translation_of_piece ON public.translation USING btree (piece_id) WHERE (piece_id IS NOT NULL)
CREATE INDEX translation_of_reflection ON public.translation USING btree (reflection_id) WHERE (reflection_id IS NOT NULL)
CREATE INDEX translator_of_district ON public.translator USING btree (district_id, set_at DESC)
CREATE INDEX used_assertion_by_end ON public.used_assertion USING btree (runs_out_at)
CREATE INDEX used_challenge_by_end ON public.used_challenge USING btree (runs_out_at)
CREATE INDEX walkthrough_of_media ON public.walkthrough USING btree (media_id)
CREATE INDEX walkthrough_of_preparation ON public.walkthrough USING btree (preparation_id)
CREATE INDEX welcome_use_of ON public.welcome_use USING btree (welcome_id, used_at)
CREATE UNIQUE INDEX class_archiving_standing ON public.class_archiving USING btree (class_id) WHERE (reopened_at IS NULL)
CREATE UNIQUE INDEX collection_copy_of_year ON public.collection_copy USING btree (collection_id, year) WHERE (kind = 'year'::text)
CREATE UNIQUE INDEX conference_booking_of_household ON public.conference_booking USING btree (round_id, learner_id, guardian_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX conference_booking_of_slot ON public.conference_booking USING btree (slot_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX defense_pass_of_seat ON public.defense_pass USING btree (attempt_id, panelist_id) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX departure_standing ON public.departure USING btree (person_id) WHERE (returned_at IS NULL)
CREATE UNIQUE INDEX person_merge_standing ON public.person_merge USING btree (gone_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX program_hook_rests ON public.program_hook_rest USING btree (hook_id) WHERE (resumed_at IS NULL)
CREATE UNIQUE INDEX remark_sign_once ON public.remark USING btree (piece_id, space_id, author_id, sign) WHERE (taken_back_at IS NULL)
CREATE UNIQUE INDEX school_closing_standing ON public.school_closing USING btree (school_id) WHERE (reopened_at IS NULL)
CREATE UNIQUE INDEX second_factor_standing ON public.second_factor USING btree (account_id) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL))
CREATE UNIQUE INDEX space_archiving_standing ON public.space_archiving USING btree (space_id) WHERE (reopened_at IS NULL)
CREATE UNIQUE INDEX space_seat_standing ON public.space_seat USING btree (space_id, person_id) WHERE (unseated_at IS NULL)
CREATE UNIQUE INDEX tag_once ON public.tag USING btree (piece_id, competency_id) WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX translation_once ON public.translation USING btree (COALESCE(asking_id, piece_id, iteration_id, reflection_id, feedback_id), language, original_hash)
CREATE UNIQUE INDEX welcome_of_guardian ON public.welcome USING btree (guardian_id) WHERE (withdrawn_at IS NULL)

-- Walls

account: same_district
activity: same_district
activity_closing: same_district
activity_deletion: same_district
activity_learner: same_district
activity_look: same_district
activity_media: same_district
activity_origin: same_district
activity_publication: same_district
activity_reopening: same_district
activity_restoration: same_district
activity_revision: same_district
answer_rule: same_district
asking: same_district
asking_answer: same_district
asking_answer_decision: same_district
backup_made: same_district
bringing: same_district
bringing_withdrawal: same_district
card: same_district
card_ending: same_district
card_picture: same_district
claim: same_district
claim_deletion: same_district
claim_evidence: same_district
claim_part: same_district
claim_revision: same_district
claim_share: same_district
class: same_district
class_archiving: same_district
class_device: same_district
class_device_closing: same_district
collection: same_district
collection_choice: same_district
collection_copy: same_district
collection_copy_deletion: same_district
collection_copy_media: same_district
collection_deletion: same_district
collection_look: same_district
collection_revision: same_district
collection_share: same_district
collection_template: same_district
collection_template_revision: same_district
communication: same_district
communication_plan: same_district
communication_window: same_district
competency: same_district
competency_tie: same_district
conference: same_district
conference_agreement: same_district
conference_booking: same_district
conference_choice: same_district
conference_closing: same_district
conference_day: same_district
conference_latecomer: same_district
conference_nudge: same_district
conference_page: same_district
conference_person: same_district
conference_preparation: same_district
conference_readiness: same_district
conference_round_revision: same_district
conference_rounds: same_district
conference_shown: same_district
conference_slot: same_district
conference_wish: same_district
conference_word: same_district
contact: same_district
critique: same_district
critique_answer: same_district
critique_arrangement: same_district
critique_decision: same_district
critique_reply: same_district
critique_report: same_district
critique_revision: same_district
critique_round: same_district
critique_round_ending: same_district
critique_seat: same_district
critique_word: same_district
defense: same_district
defense_answer: same_district
defense_arrangement: same_district
defense_attempt: same_district
defense_calling_off: same_district
defense_invitation: same_district
defense_note: same_district
defense_note_retraction: same_district
defense_opening: same_district
defense_outcome: same_district
defense_pass: same_district
defense_revision: same_district
deletion: same_district
departure: same_district
digest: same_district
digest_choice: same_district
digest_rule: same_district
district: same_district
drawing: same_district
duty: same_district
earlier_competency: same_district
earlier_feedback: same_district
earlier_title: same_district
encouragement: same_district
enrollment: same_district
exemplar: same_district
exemplar_removal: same_district
exhibition: same_district
exhibition_class: same_district
exhibition_ending: same_district
exhibition_revision: same_district
exhibition_use: same_district
feedback: same_district
filing_move: same_district
first_password: same_district
focus: same_district
framework: same_district
framework_closure: same_district
framework_import: same_district
given_password: same_district
goal: same_district
goal_check: same_district
goal_check_evidence: same_district
goal_deletion: same_district
goal_ending: same_district
goal_part: same_district
goal_revision: same_district
goal_share: same_district
guardianship: same_district
guardianship_ending: same_district
handover: same_district
handover_ending: same_district
handover_piece: same_district
home_card: same_district
home_card_ending: same_district
home_visit: same_district
identity: same_district
iteration: same_district
iteration_return: same_district
iteration_revision: same_district
letter: same_district
letter_deletion: same_district
letter_opening: same_district
letter_part: same_district
library_item: same_district
library_withdrawal: same_district
link_preview: same_district
link_rule: same_district
logbook_line: same_district
look: same_district
media: same_district
message: same_district
own_password_rule: same_district
own_prompt: same_district
own_prompt_revision: same_district
paper: same_district
part: same_district
passkey: same_district
peer_setting: same_district
person: same_district
person_apart: same_district
person_merge: same_district
person_merge_move: same_district
person_merge_tie: same_district
person_renaming: same_district
phrase_list: same_district
piece: same_district
pin: same_district
preference: same_district
profile: same_district
program_call: same_district
program_change: same_district
program_hook: same_district
program_hook_end: same_district
program_hook_rest: same_district
program_key: same_district
program_key_end: same_district
prompt_skip: same_district
provider: same_district
provider_closing: same_district
provider_key: same_district
provider_key_use: same_district
provider_revision: same_district
provider_session: same_district
recovery_code: same_district
reflection: same_district
reflection_deletion: same_district
reflection_part: same_district
reflection_revision: same_district
reflection_share: same_district
rehearsal: same_district
rehearsal_page: same_district
remark: same_district
remark_decision: same_district
remark_report: same_district
reminder: same_district
rendition: same_district
reply: same_district
response: same_district
response_withdrawal: same_district
restoration: same_district
retraction: same_district
return_answer: same_district
return_withdrawal: same_district
roster_change: same_district
roster_columns: same_district
roster_draft: same_district
roster_identifier: same_district
roster_import: same_district
roster_key: same_district
roster_progress: same_district
roster_server: same_district
schema_migration: out of reach of the application
school: same_district
school_closing: same_district
school_naming: same_district
second_factor: same_district
second_step_demand: same_district
second_step_demand_ending: same_district
second_step_help: same_district
session: same_district
share: same_district
share_suggestion: same_district
showcase: same_district
showcase_answer: same_district
showcase_rule: same_district
showcase_use: same_district
showcase_withdrawal: same_district
sign_in_throttle: out of reach of the application
slip: same_district
slip_decision: same_district
space: same_district
space_archiving: same_district
space_rule: same_district
space_seat: same_district
stand: same_district
stand_choice: same_district
stand_placing: same_district
stand_title_release: same_district
storage_count: same_district
support_grant: same_district
support_grant_ending: same_district
support_person: same_district
tag: same_district
tag_answer: same_district
tag_suggestion: same_district
term: same_district
thanks: same_district
thanks_release: same_district
thanks_withdrawal: same_district
timeline_entry: same_district
transcript: same_district
translation: same_district
translator: same_district
unmatched_identity: same_district
used_assertion: same_district
used_challenge: same_district
walkthrough: same_district
walkthrough_telling: same_district
welcome: same_district
welcome_use: same_district
withdrawal: same_district
year_ago_wish: same_district

-- Views

view belongs as
 SELECT e.person_id,
    e.space_id,
    e.class_id,
    e.role,
        CASE e.role
            WHEN 'teacher'::text THEN 'active'::text
            ELSE space_says(e.space_id, 'learners'::text)
        END AS state
   FROM open_enrollment e
UNION ALL
 SELECT t.person_id,
    t.space_id,
    NULL::uuid AS class_id,
    t.role,
        CASE t.role
            WHEN 'teacher'::text THEN 'active'::text
            ELSE space_says(t.space_id, 'learners'::text)
        END AS state
   FROM standing_seat t
  WHERE space_is_kept(t.space_id);
view chosen_beside as
 SELECT x.collection_id,
    x.choice_id,
    r.id AS reflection_id,
    NULL::uuid AS feedback_id,
    NULL::uuid AS tag_id
   FROM (present_choice x
     JOIN standing_reflection r ON (((r.id = ANY (x.beside)) AND (r.piece_id = x.piece_id) AND (r.learner_id = x.learner_id))))
  WHERE (x.rests IS NULL)
UNION ALL
 SELECT x.collection_id,
    x.choice_id,
    NULL::uuid AS reflection_id,
    f.id AS feedback_id,
    NULL::uuid AS tag_id
   FROM ((present_choice x
     JOIN iteration i ON ((i.piece_id = x.piece_id)))
     JOIN feedback f ON (((f.iteration_id = i.id) AND (f.id = ANY (x.beside)))))
  WHERE ((x.rests IS NULL) AND (NOT (EXISTS ( SELECT 1
           FROM standing_deletion d
          WHERE (d.iteration_id = i.id)))) AND (NOT (EXISTS ( SELECT 1
           FROM retraction t
          WHERE (t.feedback_id = f.id)))))
UNION ALL
 SELECT x.collection_id,
    x.choice_id,
    NULL::uuid AS reflection_id,
    NULL::uuid AS feedback_id,
    g.id AS tag_id
   FROM (present_choice x
     JOIN tag g ON (((g.id = ANY (x.beside)) AND (g.piece_id = x.piece_id) AND (g.learner_id = x.learner_id) AND (g.removed_at IS NULL))))
  WHERE (x.rests IS NULL);
view chosen_iteration as
 SELECT x.collection_id,
    x.choice_id,
    i.id AS iteration_id,
    i.revision
   FROM (present_choice x
     JOIN iteration i ON ((i.piece_id = x.piece_id)))
  WHERE ((x.rests IS NULL) AND (NOT (EXISTS ( SELECT 1
           FROM standing_deletion d
          WHERE (d.iteration_id = i.id)))) AND
        CASE x.scope
            WHEN 'piece'::text THEN (x.growth OR (i.number = ( SELECT max(l.number) AS max
               FROM iteration l
              WHERE ((l.piece_id = x.piece_id) AND (NOT (EXISTS ( SELECT 1
                       FROM standing_deletion d
                      WHERE (d.iteration_id = l.id))))))))
            ELSE ((i.id = x.iteration_id) OR (i.id = x.second_id))
        END);
view conference_attendee as
 SELECT t.conference_id,
    t."position",
    t.role,
    t.person_id,
    t.name,
    NULL::timestamp with time zone AS came_at
   FROM conference_person t
UNION ALL
 SELECT t.conference_id,
    1000 AS "position",
    t.role,
    t.person_id,
    t.name,
    t.came_at
   FROM conference_latecomer t;
view conference_learner as
 SELECT r.id AS round_id,
    s.id AS space_id,
    b.person_id AS learner_id
   FROM ((conference_rounds r
     JOIN space s ON ((s.class_id = r.class_id)))
     JOIN belongs b ON (((b.space_id = s.id) AND (b.role = 'student'::text))))
UNION
 SELECT r.id AS round_id,
    s.id AS space_id,
    p.learner_id
   FROM ((conference_preparation p
     JOIN conference_rounds r ON ((r.id = p.round_id)))
     JOIN space s ON ((s.class_id = r.class_id)))
UNION
 SELECT r.id AS round_id,
    s.id AS space_id,
    c.learner_id
   FROM ((conference c
     JOIN conference_rounds r ON ((r.id = c.round_id)))
     JOIN space s ON ((s.class_id = r.class_id)));
view critique_table as
 SELECT s.round_id,
    s.table_number,
    s.place,
    s.learner_id,
    count(*) OVER (PARTITION BY s.round_id, s.table_number) AS seats
   FROM (critique_seat s
     JOIN critique_round r ON (((r.id = s.round_id) AND (r.arrangement = s.arrangement))));
view defense_standing_attempt as
 SELECT a.id,
    a.district_id,
    a.defense_id,
    a.number,
    g.held_on,
    g.from_minute,
    g.place,
    ( SELECT COALESCE(jsonb_agg(
                CASE
                    WHEN (m.id IS NULL) THEN q.seat
                    ELSE jsonb_set(q.seat, '{personId}'::text[], to_jsonb(goes_on_as(m.kept_id)))
                END ORDER BY q.at), '[]'::jsonb) AS "coalesce"
           FROM (jsonb_array_elements(g.panel) WITH ORDINALITY q(seat, at)
             LEFT JOIN person_merge m ON (((m.gone_id = ((q.seat ->> 'personId'::text))::uuid) AND (m.undone_at IS NULL))))) AS panel,
    o.outcome,
    o.words AS outcome_words,
    o.decided_by,
    o.decided_at,
    (a.number = ( SELECT max(l.number) AS max
           FROM defense_attempt l
          WHERE (l.defense_id = a.defense_id))) AS is_latest,
    v.revision,
    v.criteria,
    v.protocol,
    ((g.held_on + make_interval(mins => COALESCE(g.from_minute, 0))) AT TIME ZONE d.time_zone) AS begins_at,
    (((g.held_on + 1))::timestamp without time zone AT TIME ZONE d.time_zone) AS closes_at
   FROM ((((defense_attempt a
     JOIN district d ON ((d.id = a.district_id)))
     JOIN LATERAL ( SELECT g_1.attempt_id,
            g_1.district_id,
            g_1.arranged_at,
            g_1.arranged_by,
            g_1.held_on,
            g_1.from_minute,
            g_1.place,
            g_1.panel
           FROM defense_arrangement g_1
          WHERE (g_1.attempt_id = a.id)
          ORDER BY g_1.arranged_at DESC
         LIMIT 1) g ON (true))
     LEFT JOIN defense_outcome o ON ((o.attempt_id = a.id)))
     JOIN LATERAL ( SELECT v_1.defense_id,
            v_1.district_id,
            v_1.revision,
            v_1.criteria,
            v_1.protocol,
            v_1.revised_by,
            v_1.revised_at
           FROM defense_revision v_1
          WHERE ((v_1.defense_id = a.defense_id) AND (v_1.revised_at <= COALESCE(o.decided_at, 'infinity'::timestamp with time zone)))
          ORDER BY v_1.revision DESC
         LIMIT 1) v ON (true));
view defense_standing_invitation as
 SELECT attempt_id,
    district_id,
    guardian_id,
    shows,
    said_at
   FROM ( SELECT DISTINCT ON (defense_invitation.attempt_id, (goes_on_as(defense_invitation.guardian_id))) defense_invitation.attempt_id,
            defense_invitation.district_id,
            goes_on_as(defense_invitation.guardian_id) AS guardian_id,
            defense_invitation.shows,
            defense_invitation.said_at
           FROM defense_invitation
          ORDER BY defense_invitation.attempt_id, (goes_on_as(defense_invitation.guardian_id)), defense_invitation.said_at DESC) i
  WHERE (shows <> 'nothing'::text);
view exhibition_standing as
 SELECT id,
    district_id,
    school_id,
    revision,
    opened_by,
    opened_at,
    title,
    words,
    held_on,
    from_minute,
    to_minute,
    guests_from,
    places,
    time_zone,
    opens_at,
    closes_at,
    is_ended,
        CASE
            WHEN is_ended THEN 'ended'::text
            WHEN (closes_at <= cairn_now()) THEN 'over'::text
            WHEN (opens_at > cairn_now()) THEN 'before'::text
            ELSE 'open'::text
        END AS state
   FROM ( SELECT x.id,
            x.district_id,
            x.school_id,
            x.revision,
            x.opened_by,
            x.opened_at,
            v.title,
            v.words,
            v.held_on,
            v.from_minute,
            v.to_minute,
            v.guests_from,
            v.places,
            d.time_zone,
            ((v.guests_from)::timestamp without time zone AT TIME ZONE d.time_zone) AS opens_at,
            (((v.held_on + 1))::timestamp without time zone AT TIME ZONE d.time_zone) AS closes_at,
            (EXISTS ( SELECT 1
                   FROM exhibition_ending e
                  WHERE (e.exhibition_id = x.id))) AS is_ended
           FROM ((exhibition x
             JOIN exhibition_revision v ON (((v.exhibition_id = x.id) AND (v.revision = x.revision))))
             JOIN district d ON ((d.id = x.district_id)))) w;
view filed_conference as
 SELECT c.id,
    c.round_id,
    c.learner_id,
    k.closed_at
   FROM (conference c
     JOIN conference_closing k ON ((k.conference_id = c.id)));
view guards as
 SELECT guardian_id,
    learner_id,
    relationship
   FROM guardianship
  WHERE ((opened_on <= cairn_today()) AND ((closed_on IS NULL) OR (closed_on > cairn_today())));
view hidden_critique as
 SELECT critique_id,
    decided_by,
    decided_at
   FROM critique_decision d
  WHERE (hidden AND (NOT (EXISTS ( SELECT 1
           FROM critique_decision later
          WHERE ((later.critique_id = d.critique_id) AND (ROW(later.decided_at, later.id) > ROW(d.decided_at, d.id)))))));
view hidden_remark as
 SELECT remark_id,
    decided_by,
    decided_at
   FROM remark_decision d
  WHERE (hidden AND (NOT (EXISTS ( SELECT 1
           FROM remark_decision later
          WHERE ((later.remark_id = d.remark_id) AND (ROW(later.decided_at, later.id) > ROW(d.decided_at, d.id)))))));
view live_library_item as
 SELECT id,
    district_id,
    activity_id,
    revision,
    shelf,
    school_id,
    published_by,
    published_at
   FROM library_item i
  WHERE (NOT (EXISTS ( SELECT 1
           FROM library_withdrawal w
          WHERE (w.item_id = i.id))));
view live_share as
 SELECT id,
    district_id,
    piece_id,
    audience,
    space_id,
    shared_by,
    shared_at
   FROM share s
  WHERE (NOT (EXISTS ( SELECT 1
           FROM withdrawal w
          WHERE (w.share_id = s.id))));
view open_critique_report as
 SELECT id,
    district_id,
    critique_id,
    why,
    reported_by,
    reported_at
   FROM critique_report r
  WHERE (NOT (EXISTS ( SELECT 1
           FROM critique_decision d
          WHERE ((d.critique_id = r.critique_id) AND (d.decided_at >= r.reported_at)))));
view open_enrollment as
 SELECT e.id,
    e.class_id,
    e.person_id,
    e.role,
    e.grade,
    s.id AS space_id,
    c.school_id
   FROM ((enrollment e
     JOIN class c ON ((c.id = e.class_id)))
     JOIN space s ON ((s.class_id = c.id)))
  WHERE ((e.opened_on <= cairn_today()) AND ((e.closed_on IS NULL) OR (e.closed_on > cairn_today())) AND (c.opens_on <= cairn_today()) AND (c.closes_on >= cairn_today()));
view open_handover as
 SELECT id,
    district_id,
    class_id,
    session_id,
    opened_by,
    opened_at,
    audiences
   FROM handover h
  WHERE (NOT (EXISTS ( SELECT 1
           FROM handover_ending e
          WHERE (e.handover_id = h.id))));
view open_remark_report as
 SELECT id,
    remark_id,
    why,
    reported_by,
    reported_at
   FROM remark_report r
  WHERE (NOT (EXISTS ( SELECT 1
           FROM remark_decision d
          WHERE ((d.remark_id = r.remark_id) AND (d.decided_at >= r.reported_at)))));
view present_choice as
 SELECT x.collection_id,
    x.district_id,
    x.revision,
    x.choice_id,
    x.scope,
    x.piece_id,
    x.iteration_id,
    x.second_id,
    x.growth,
    x.why_media_id,
    x.beside,
    x.chosen_at,
    o.learner_id,
        CASE
            WHEN ((p.id IS NULL) OR (EXISTS ( SELECT 1
               FROM standing_deletion d
              WHERE ((d.piece_id = p.id) AND (d.iteration_id IS NULL))))) THEN 'deleted'::text
            WHEN ((x.scope <> 'piece'::text) AND (NOT (EXISTS ( SELECT 1
               FROM iteration i
              WHERE ((i.id = ANY (ARRAY[x.iteration_id, x.second_id])) AND (NOT (EXISTS ( SELECT 1
                       FROM standing_deletion d
                      WHERE (d.iteration_id = i.id))))))))) THEN 'deleted'::text
            WHEN ((EXISTS ( SELECT 1
               FROM (share s
                 JOIN withdrawal w ON ((w.share_id = s.id)))
              WHERE ((s.piece_id = p.id) AND (w.withdrawn_at > x.chosen_at)))) AND (NOT (EXISTS ( SELECT 1
               FROM live_share s
              WHERE (s.piece_id = p.id))))) THEN 'withdrawn'::text
            ELSE NULL::text
        END AS rests
   FROM ((collection o
     JOIN collection_choice x ON (((x.collection_id = o.id) AND (x.revision = o.revision))))
     LEFT JOIN piece p ON (((p.id = x.piece_id) AND (p.learner_id = o.learner_id))));
view present_conference_choice as
 SELECT x.preparation_id,
    x.district_id,
    x."position",
    x.kind,
    x.piece_id,
    x.why,
    x.cue,
    p.round_id,
    p.learner_id,
        CASE
            WHEN ((w.id IS NULL) OR (EXISTS ( SELECT 1
               FROM standing_deletion d
              WHERE ((d.piece_id = w.id) AND (d.iteration_id IS NULL))))) THEN 'deleted'::text
            WHEN ((EXISTS ( SELECT 1
               FROM standing_readiness y
              WHERE ((y.round_id = p.round_id) AND (y.learner_id = p.learner_id)))) AND (NOT (EXISTS ( SELECT 1
               FROM live_share s
              WHERE ((s.piece_id = w.id) AND (s.audience = 'family'::text)))))) THEN 'withdrawn'::text
            ELSE NULL::text
        END AS rests
   FROM ((present_preparation p
     JOIN conference_choice x ON ((x.preparation_id = p.id)))
     LEFT JOIN piece w ON ((w.id = x.piece_id)));
view present_preparation as
 SELECT DISTINCT ON (round_id, learner_id) id,
    district_id,
    round_id,
    learner_id,
    welcome_cue,
    goal_id,
    goal_cue,
    written_at
   FROM conference_preparation p
  ORDER BY round_id, learner_id, written_at DESC, id DESC;
view running_critique_round as
 SELECT id,
    district_id,
    space_id,
    title,
    protocol,
    protocol_version,
    gives,
    opens_on,
    closes_on,
    opened_by,
    opened_at,
    arrangement
   FROM critique_round r
  WHERE ((opens_on <= cairn_today()) AND (closes_on >= cairn_today()) AND (NOT (EXISTS ( SELECT 1
           FROM critique_round_ending e
          WHERE (e.round_id = r.id)))) AND COALESCE(( SELECT s.allowed
           FROM peer_setting s
          WHERE (s.space_id = r.space_id)
          ORDER BY s.set_at DESC, s.id DESC
         LIMIT 1), false));
view serves as
 SELECT duty.person_id,
    duty.school_id,
    duty.kind
   FROM duty
  WHERE ((duty.kind <> 'staff'::text) AND (duty.opened_on <= cairn_today()) AND ((duty.closed_on IS NULL) OR (duty.closed_on > cairn_today())))
UNION ALL
 SELECT p.person_id,
    NULL::uuid AS school_id,
    'office'::text AS kind
   FROM support_person p
  WHERE (support_grant_of(p.person_id, cairn_now()) IS NOT NULL);
view showcase_resting as
 SELECT s.id AS showcase_id,
    (c.value ->> 'id'::text) AS rests
   FROM ((((showcase s
     JOIN collection_copy k ON ((k.id = s.copy_id)))
     CROSS JOIN LATERAL jsonb_array_elements((k.content -> 'sections'::text)) e(value))
     CROSS JOIN LATERAL jsonb_array_elements((e.value -> 'choices'::text)) c(value))
     LEFT JOIN piece p ON ((p.id = (((c.value -> 'piece'::text) ->> 'id'::text))::uuid)))
  WHERE ((p.id IS NULL) OR (EXISTS ( SELECT 1
           FROM standing_deletion d
          WHERE ((d.piece_id = p.id) AND (d.iteration_id IS NULL)))) OR ((EXISTS ( SELECT 1
           FROM (share h
             JOIN withdrawal w ON ((w.share_id = h.id)))
          WHERE ((h.piece_id = p.id) AND (w.withdrawn_at > k.copied_at)))) AND (NOT (EXISTS ( SELECT 1
           FROM live_share h
          WHERE (h.piece_id = p.id))))) OR (EXISTS ( SELECT 1
           FROM (jsonb_array_elements((c.value -> 'iterations'::text)) t(value)
             LEFT JOIN iteration i ON ((i.id = ((t.value ->> 'id'::text))::uuid)))
          WHERE ((i.id IS NULL) OR (i.revision <> ((t.value ->> 'revision'::text))::integer) OR (EXISTS ( SELECT 1
                   FROM standing_deletion d
                  WHERE (d.iteration_id = i.id)))))))
UNION ALL
 SELECT s.id AS showcase_id,
    (b.value ->> 'id'::text) AS rests
   FROM ((((showcase s
     JOIN collection_copy k ON ((k.id = s.copy_id)))
     CROSS JOIN LATERAL jsonb_array_elements((k.content -> 'sections'::text)) e(value))
     CROSS JOIN LATERAL jsonb_array_elements((e.value -> 'choices'::text)) c(value))
     CROSS JOIN LATERAL jsonb_array_elements((c.value -> 'beside'::text)) b(value))
  WHERE
        CASE (b.value ->> 'kind'::text)
            WHEN 'reflection'::text THEN (NOT (EXISTS ( SELECT 1
               FROM standing_reflection r
              WHERE ((r.id = ((b.value ->> 'id'::text))::uuid) AND (r.revision = ((b.value ->> 'revision'::text))::integer)))))
            WHEN 'tag'::text THEN (NOT (EXISTS ( SELECT 1
               FROM tag g
              WHERE ((g.id = ((b.value ->> 'id'::text))::uuid) AND (g.removed_at IS NULL)))))
            ELSE ((NOT (EXISTS ( SELECT 1
               FROM feedback f
              WHERE ((f.id = ((b.value ->> 'id'::text))::uuid) AND (f.revision = ((b.value ->> 'revision'::text))::integer))))) OR (EXISTS ( SELECT 1
               FROM retraction t
              WHERE (t.feedback_id = ((b.value ->> 'id'::text))::uuid))))
        END;
view showcase_standing as
 SELECT id,
    district_id,
    collection_id,
    learner_id,
    copy_id,
    closes_at,
    passcode_hash,
    needs_guardian,
    proposed_by,
    proposed_at,
    is_withdrawn,
    is_declined,
    teacher_agrees,
    guardian_agrees,
        CASE
            WHEN is_withdrawn THEN 'withdrawn'::text
            WHEN (closes_at <= cairn_now()) THEN 'ended'::text
            WHEN is_declined THEN 'declined'::text
            WHEN (teacher_agrees AND (guardian_agrees OR (NOT needs_guardian))) THEN 'open'::text
            ELSE 'waiting'::text
        END AS state
   FROM ( SELECT s.id,
            s.district_id,
            s.collection_id,
            s.learner_id,
            s.copy_id,
            s.closes_at,
            s.passcode_hash,
            s.needs_guardian,
            s.proposed_by,
            s.proposed_at,
            ((EXISTS ( SELECT 1
                   FROM showcase_withdrawal d
                  WHERE (d.showcase_id = s.id))) OR (NOT (EXISTS ( SELECT 1
                   FROM standing_collection o
                  WHERE (o.id = s.collection_id))))) AS is_withdrawn,
            (EXISTS ( SELECT 1
                   FROM showcase_answer a
                  WHERE ((a.showcase_id = s.id) AND (a.taken_back_at IS NULL) AND (NOT a.agrees)))) AS is_declined,
            (EXISTS ( SELECT 1
                   FROM showcase_answer a
                  WHERE ((a.showcase_id = s.id) AND (a.taken_back_at IS NULL) AND a.agrees AND (a.role = 'teacher'::text)))) AS teacher_agrees,
            (EXISTS ( SELECT 1
                   FROM showcase_answer a
                  WHERE ((a.showcase_id = s.id) AND (a.taken_back_at IS NULL) AND a.agrees AND (a.role = 'guardian'::text)))) AS guardian_agrees
           FROM showcase s) w;
view staffs as
 SELECT d.person_id,
    k.id AS school_id
   FROM (duty d
     JOIN school k ON (((k.district_id = d.district_id) AND (k.id = COALESCE(d.school_id, k.id)))))
  WHERE ((d.kind = 'staff'::text) AND (d.opened_on <= cairn_today()) AND ((d.closed_on IS NULL) OR (d.closed_on > cairn_today())));
view stand_standing as
 SELECT id,
    district_id,
    exhibition_id,
    learner_id,
    title,
    showcase_id,
    chosen_at,
    showcase_state,
    (is_open AND is_here) AS is_shown,
    place_id,
    from_minute,
    to_minute,
    is_here,
    waits_for,
    (is_released OR (title = agreed_title)) AS is_read,
        CASE
            WHEN is_released THEN title
            ELSE agreed_title
        END AS shown_title
   FROM ( SELECT t.id,
            t.district_id,
            t.exhibition_id,
            t.learner_id,
            c.title,
            c.showcase_id,
            c.chosen_at,
            s.state AS showcase_state,
            COALESCE(((s.state = 'open'::text) AND (s.passcode_hash IS NULL)), false) AS is_open,
            p.place_id,
            p.from_minute,
            p.to_minute,
            (EXISTS ( SELECT 1
                   FROM (exhibition_class k
                     JOIN belongs b ON ((b.class_id = k.class_id)))
                  WHERE ((k.exhibition_id = t.exhibition_id) AND (b.person_id = t.learner_id) AND (b.role = 'student'::text)))) AS is_here,
            array_remove(ARRAY[
                CASE
                    WHEN (NOT s.teacher_agrees) THEN 'teacher'::text
                    ELSE NULL::text
                END,
                CASE
                    WHEN (s.needs_guardian AND (NOT s.guardian_agrees)) THEN 'guardian'::text
                    ELSE NULL::text
                END], NULL::text) AS waits_for,
            (EXISTS ( SELECT 1
                   FROM stand_title_release r
                  WHERE ((r.stand_id = t.id) AND (r.title = c.title)))) AS is_released,
                CASE
                    WHEN (s.state = 'open'::text) THEN COALESCE(( SELECT (k.content ->> 'title'::text)
                       FROM collection_copy k
                      WHERE (k.id = s.copy_id)), ''::text)
                    ELSE ''::text
                END AS agreed_title
           FROM (((stand t
             JOIN LATERAL ( SELECT c_1.stand_id,
                    c_1.district_id,
                    c_1.chosen_at,
                    c_1.stays,
                    c_1.title,
                    c_1.showcase_id
                   FROM stand_choice c_1
                  WHERE (c_1.stand_id = t.id)
                  ORDER BY c_1.chosen_at DESC
                 LIMIT 1) c ON (c.stays))
             LEFT JOIN LATERAL ( SELECT p_1.stand_id,
                    p_1.district_id,
                    p_1.placed_at,
                    p_1.placed_by,
                    p_1.place_id,
                    p_1.from_minute,
                    p_1.to_minute
                   FROM stand_placing p_1
                  WHERE (p_1.stand_id = t.id)
                  ORDER BY p_1.placed_at DESC
                 LIMIT 1) p ON (true))
             LEFT JOIN showcase_standing s ON ((s.id = c.showcase_id)))) w;
view standing_activity_deletion as
 SELECT id,
    district_id,
    activity_id,
    deleted_by,
    deleted_at
   FROM activity_deletion d
  WHERE (NOT (EXISTS ( SELECT 1
           FROM activity_restoration r
          WHERE (r.deletion_id = d.id))));
view standing_bringing as
 SELECT id,
    district_id,
    round_id,
    learner_id,
    iteration_id,
    question,
    brought_at
   FROM bringing b
  WHERE (NOT (EXISTS ( SELECT 1
           FROM bringing_withdrawal w
          WHERE (w.bringing_id = b.id))));
view standing_card as
 SELECT id,
    district_id,
    class_id,
    learner_id,
    code_hash,
    issued_by,
    issued_at,
    ( SELECT c.picture
           FROM card_picture c
          WHERE (c.card_id = k.id)
          ORDER BY c.chosen_at DESC, c.id DESC
         LIMIT 1) AS picture
   FROM card k
  WHERE (NOT (EXISTS ( SELECT 1
           FROM card_ending e
          WHERE (e.card_id = k.id))));
view standing_claim as
 SELECT id,
    district_id,
    learner_id,
    competency_id,
    made_at,
    revision
   FROM claim k
  WHERE (NOT (EXISTS ( SELECT 1
           FROM claim_deletion d
          WHERE ((d.claim_id = k.id) AND (d.restored_at IS NULL)))));
view standing_closing as
 SELECT id,
    district_id,
    activity_id,
    closed_by,
    closed_at
   FROM activity_closing c
  WHERE (NOT (EXISTS ( SELECT 1
           FROM activity_reopening r
          WHERE (r.closing_id = c.id))));
view standing_collection as
 SELECT id,
    district_id,
    learner_id,
    template_id,
    template_revision,
    begun_at,
    revision
   FROM collection o
  WHERE (NOT (EXISTS ( SELECT 1
           FROM collection_deletion d
          WHERE ((d.collection_id = o.id) AND (d.restored_at IS NULL)))));
view standing_deletion as
 SELECT id,
    district_id,
    piece_id,
    iteration_id,
    deleted_by,
    deleted_at
   FROM deletion d
  WHERE (NOT (EXISTS ( SELECT 1
           FROM restoration r
          WHERE (r.deletion_id = d.id))));
view standing_goal as
 SELECT id,
    district_id,
    learner_id,
    form,
    competency_id,
    set_at,
    revision
   FROM goal g
  WHERE (NOT (EXISTS ( SELECT 1
           FROM goal_deletion d
          WHERE ((d.goal_id = g.id) AND (d.restored_at IS NULL)))));
view standing_home_card as
 SELECT id,
    district_id,
    class_id,
    learner_id,
    picture,
    issued_by,
    issued_at,
    ends_at
   FROM home_card k
  WHERE ((ends_at > cairn_now()) AND (NOT (EXISTS ( SELECT 1
           FROM home_card_ending e
          WHERE (e.home_card_id = k.id)))));
view standing_program_hook as
 SELECT id,
    district_id,
    address,
    events,
    secret,
    created_by,
    created_at,
    waits_until,
    failures,
    earlier_secret,
    earlier_until,
    ( SELECT r.began_at
           FROM program_hook_rest r
          WHERE ((r.hook_id = h.id) AND (r.resumed_at IS NULL))) AS rests_since
   FROM program_hook h
  WHERE (NOT (EXISTS ( SELECT 1
           FROM program_hook_end e
          WHERE (e.hook_id = h.id))));
view standing_program_key as
 SELECT id,
    district_id,
    name,
    reads,
    token_hash,
    created_by,
    created_at,
    expires_at,
    last_used_at
   FROM program_key k
  WHERE (NOT (EXISTS ( SELECT 1
           FROM program_key_end e
          WHERE (e.key_id = k.id))));
view standing_provider as
 SELECT p.id,
    p.district_id,
    v.kind,
    v.name,
    v.issuer,
    v.client_id,
    v.client_secret,
    v.domains,
    v.tenant,
    v.claim,
    v.identifier,
    v.revised_by,
    v.revised_at,
    v.id AS revision_id,
    v.sign_in_at,
    v.certificates,
    v.signs_requests,
    v.sign_out_at,
    v.offers_sign_out
   FROM (provider p
     CROSS JOIN LATERAL ( SELECT v_1.id,
            v_1.district_id,
            v_1.provider_id,
            v_1.kind,
            v_1.name,
            v_1.issuer,
            v_1.client_id,
            v_1.client_secret,
            v_1.domains,
            v_1.tenant,
            v_1.claim,
            v_1.identifier,
            v_1.revised_by,
            v_1.revised_at,
            v_1.sign_in_at,
            v_1.certificates,
            v_1.signs_requests,
            v_1.sign_out_at,
            v_1.offers_sign_out
           FROM provider_revision v_1
          WHERE (v_1.provider_id = p.id)
          ORDER BY v_1.revised_at DESC, v_1.id DESC
         LIMIT 1) v)
  WHERE (NOT (EXISTS ( SELECT 1
           FROM provider_closing c
          WHERE (c.provider_id = p.id))));
view standing_readiness as
 SELECT round_id,
    district_id,
    learner_id,
    said_at
   FROM ( SELECT DISTINCT ON (e.round_id, e.learner_id) e.round_id,
            e.district_id,
            e.learner_id,
            e.said_at,
            e.ready,
            e.arrived_at
           FROM conference_readiness e
          ORDER BY e.round_id, e.learner_id, e.said_at DESC, e.arrived_at DESC) y
  WHERE ready;
view standing_reflection as
 SELECT id,
    district_id,
    learner_id,
    stage,
    prompt,
    prompt_words,
    answers_id,
    piece_id,
    iteration_id,
    term_id,
    made_at,
    revision,
    goal_id,
    collection_id
   FROM reflection r
  WHERE (NOT (EXISTS ( SELECT 1
           FROM reflection_deletion d
          WHERE ((d.reflection_id = r.id) AND (d.restored_at IS NULL)))));
view standing_response as
 SELECT id,
    district_id,
    activity_id,
    piece_id,
    responded_by,
    responded_at
   FROM response r
  WHERE (NOT (EXISTS ( SELECT 1
           FROM response_withdrawal w
          WHERE (w.response_id = r.id))));
view standing_seat as
 SELECT id,
    space_id,
    person_id,
    role,
    seated_at
   FROM space_seat t
  WHERE ((unseated_at IS NULL) AND seat_stands(space_id, person_id, role));
view standing_window as
 SELECT c.id AS communication_id,
    c.key,
    c.year,
    c."position",
    c.kind,
    c.name,
    s.id AS school_id,
    w.opens_on,
    w.closes_on,
        CASE
            WHEN points.at THEN w.asks
            ELSE array_remove(w.asks, 'claim'::text)
        END AS asks,
    ((w.opens_on)::timestamp without time zone AT TIME ZONE d.time_zone) AS opens_at,
    (((w.closes_on + 1))::timestamp without time zone AT TIME ZONE d.time_zone) AS closes_at
   FROM ((((((communication c
     JOIN school s ON ((s.district_id = c.district_id)))
     JOIN district d ON ((d.id = c.district_id)))
     CROSS JOIN LATERAL ( SELECT (EXISTS ( SELECT 1
                   FROM framework f
                  WHERE ((f.district_id = d.id) AND (NOT (EXISTS ( SELECT 1
                           FROM framework_closure l
                          WHERE ((l.framework_id = f.id) AND (l.reopened_at IS NULL)))))))) AS at) points)
     LEFT JOIN LATERAL ( SELECT o.id,
            o.district_id,
            o.communication_id,
            o.school_id,
            o.opens_on,
            o.closes_on,
            o.asks,
            o.set_by,
            o.set_at
           FROM communication_window o
          WHERE ((o.communication_id = c.id) AND (o.school_id = s.id))
          ORDER BY o.set_at DESC, o.id DESC
         LIMIT 1) own ON (true))
     JOIN LATERAL ( SELECT o.id,
            o.district_id,
            o.communication_id,
            o.school_id,
            o.opens_on,
            o.closes_on,
            o.asks,
            o.set_by,
            o.set_at
           FROM communication_window o
          WHERE ((o.communication_id = c.id) AND (o.school_id IS NULL))
          ORDER BY o.set_at DESC, o.id DESC
         LIMIT 1) shared ON (true))
     CROSS JOIN LATERAL ( SELECT COALESCE(own.opens_on, shared.opens_on) AS opens_on,
            COALESCE(own.closes_on, shared.closes_on) AS closes_on,
                CASE
                    WHEN (own.opens_on IS NULL) THEN shared.asks
                    ELSE own.asks
                END AS asks) w);
view taken_back as
 SELECT d.id,
    d.district_id,
    d.piece_id,
    d.iteration_id,
    d.deleted_by,
    d.deleted_at
   FROM (standing_deletion d
     JOIN piece q ON ((q.id = d.piece_id)))
  WHERE (d.deleted_by <> q.learner_id);
view teaches as
 SELECT t.person_id AS teacher_id,
    s.person_id AS learner_id,
    t.class_id,
    t.space_id
   FROM (open_enrollment t
     JOIN open_enrollment s ON (((s.class_id = t.class_id) AND (s.role = 'student'::text))))
  WHERE (t.role = 'teacher'::text);
view will_teach as
 SELECT t.person_id AS teacher_id,
    s.person_id AS learner_id,
    s.class_id,
    GREATEST(s.opened_on, c.opens_on) AS begins_on
   FROM ((enrollment s
     JOIN class c ON (((c.id = s.class_id) AND (c.closes_on >= cairn_today()))))
     JOIN enrollment t ON (((t.class_id = s.class_id) AND (t.role = 'teacher'::text))))
  WHERE ((s.role = 'student'::text) AND ((s.closed_on IS NULL) OR (s.closed_on > GREATEST(cairn_today(), s.opened_on))) AND ((t.closed_on IS NULL) OR (t.closed_on > GREATEST(cairn_today(), t.opened_on))) AND (t.opened_on <= GREATEST(cairn_today(), c.opens_on)));
view works_at as
 SELECT e.person_id,
    e.school_id
   FROM open_enrollment e
  WHERE (e.role = 'teacher'::text)
UNION ALL
 SELECT s.person_id,
    s.school_id
   FROM staffs s;

-- Functions

CREATE OR REPLACE FUNCTION public.account_named(wanted text)
 RETURNS TABLE(account_id uuid, person_id uuid, district_id uuid, password_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select a.id, a.person_id, a.district_id, a.password_hash from account a
  where a.username = lower(wanted)
    and not exists (select 1 from person_merge m where m.gone_id = a.person_id and m.undone_at is null)
$function$

CREATE OR REPLACE FUNCTION public.all_districts()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id from district $function$

CREATE OR REPLACE FUNCTION public.attempts_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_attempts(array(select id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.audiences_suggested(school uuid, band text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select g.audiences from share_suggestion g where g.school_id = school and g.voice = band
      order by g.set_at desc, g.id desc limit 1),
    (select g.audiences from share_suggestion g where g.school_id is null and g.voice = band
      order by g.set_at desc, g.id desc limit 1), '{}')
$function$

CREATE OR REPLACE FUNCTION public.cairn_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select current_setting('cairn.now')::timestamptz $function$

CREATE OR REPLACE FUNCTION public.cairn_today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ select current_setting('cairn.today')::date $function$

CREATE OR REPLACE FUNCTION public.checks_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_checks(array(select id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.claims_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_claims(array(select id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.claims_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_claims(array(select distinct claim_id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.class_device_here(hash bytea, moment timestamp with time zone)
 RETURNS TABLE(device_id uuid, class_id uuid, district_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select d.id, d.class_id, d.district_id from class_device d
  where d.token_hash = hash and d.closes_at > moment
    and not exists (select 1 from class_device_closing e where e.class_device_id = d.id)
$function$

CREATE OR REPLACE FUNCTION public.count_anew(filled text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if filled not in ('competency', 'class', 'person', 'enrollment', 'guardianship', 'roster_key') then
    raise 'the rows of % are not counted by the application', filled;
  end if;
  execute format('analyze public.%I', filled);
end $function$

CREATE OR REPLACE FUNCTION public.count_person(someone uuid)
 RETURNS TABLE(table_name text, there bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
AS $function$
declare
  one record;
begin
  for one in select c.table_name as name, string_agg(format('%I = $1', c.person_column), ' or ') as rule
    from person_columns() c group by c.table_name
  loop
    execute format('select count(*) from %I where (%s)%s', one.name, one.rule,
      case when one.name = 'roster_key' then ' and kind = ''person''' else '' end) into there using someone;
    if there > 0 then table_name := one.name; return next; end if;
  end loop;
end $function$

CREATE OR REPLACE FUNCTION public.district_of_defense_pass(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select district_id from defense_pass where id = wanted $function$

CREATE OR REPLACE FUNCTION public.district_of_home_card(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select district_id from home_card where id = wanted $function$

CREATE OR REPLACE FUNCTION public.district_of_provider(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select p.district_id from standing_provider p where p.id = wanted $function$

CREATE OR REPLACE FUNCTION public.district_of_welcome(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select district_id from welcome where id = wanted $function$

CREATE OR REPLACE FUNCTION public.end_passkeys(account uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public'
AS $function$ update passkey set ended_at = moment where account_id = account and ended_at is null $function$

CREATE OR REPLACE FUNCTION public.end_session_before(hash bytea, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ update session set ended_at = moment where token_hash = hash and ended_at is null $function$

CREATE OR REPLACE FUNCTION public.exhibition_behind(wanted uuid, moment timestamp with time zone)
 RETURNS TABLE(district_id uuid, state text, title text, words text, held_on text, from_minute integer, to_minute integer, time_zone text, closes_at timestamp with time zone, places jsonb, stands jsonb, cards jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform set_config('cairn.now', moment::text, true);
  perform set_config('cairn.today', coalesce((select (moment at time zone d.time_zone)::date
    from exhibition o join district d on d.id = o.district_id where o.id = wanted), moment::date)::text, true);
  return query
    select x.district_id, x.state, x.title, x.words, x.held_on::text, x.from_minute, x.to_minute, x.time_zone,
      x.closes_at, x.places,
      coalesce((select jsonb_agg(case when t.is_shown
          then jsonb_build_object('id', t.id, 'title', t.shown_title, 'placeId', t.place_id, 'fromMinute', t.from_minute,
            'toMinute', t.to_minute, 'showcaseId', t.showcase_id, 'givenName', n.given_name, 'familyName', n.family_name)
          else jsonb_build_object('id', t.id, 'placeId', t.place_id) end
          order by t.from_minute nulls last, n.given_name, t.id)
        from stand_standing t join person n on n.id = t.learner_id where t.exhibition_id = x.id and t.is_here), '[]'),
      -- thanks stay with who stands there: who has left is not quoted
      coalesce((select jsonb_agg(jsonb_build_object('standId', t.id, 'words', c.words) order by c.written_at)
        from stand_standing t join lateral (select c.words, c.written_at from thanks c join thanks_release r on r.thanks_id = c.id
          where c.stand_id = t.id and not exists (select 1 from thanks_withdrawal d where d.thanks_id = c.id)
          order by c.written_at desc limit 1) c on true
        where t.exhibition_id = x.id and t.is_here), '[]')
    from exhibition_standing x where x.id = wanted;
end $function$

CREATE OR REPLACE FUNCTION public.find_competencies(pieces text[], whole_code text, among uuid)
 RETURNS TABLE(id uuid, place bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'public'
AS $function$
  with here as (select nullif(current_setting('cairn.district', true), '')::uuid as district),
  closed as (select l.framework_id from framework_closure l where l.reopened_at is null),
  named as (
    select c.id, c.statement, c.position from competency c, here
    where c.district_id = here.district and lower(c.code) = whole_code and c.retired_at is null
      and (among is null or c.framework_id = among) and c.framework_id not in (select framework_id from closed)
    limit 30),
  worded as (
    select c.id, c.statement, c.position from competency c, here
    where c.district_id = here.district and c.search_words like pieces[1] and c.search_words like coalesce(pieces[2], pieces[1])
      and c.search_words like coalesce(pieces[3], pieces[1]) and c.search_words like all (pieces)
      and c.retired_at is null and (among is null or c.framework_id = among)
      and c.framework_id not in (select framework_id from closed)
    limit 1000),
  either as (
    select id, 0 as rank, statement, position from named
    union all
    select id, 1, statement, position from worded where id not in (select id from named))
  select id, row_number() over (order by rank, length(statement), position, id) as place from either order by place limit 30
$function$

CREATE OR REPLACE FUNCTION public.find_people(asked text, most integer)
 RETURNS TABLE(id uuid, place bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'public'
AS $function$
  select f.id, f.place from find_people(asked, most, null) f
$function$

CREATE OR REPLACE FUNCTION public.find_people(asked text, most integer, only_kind text)
 RETURNS TABLE(id uuid, place bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'public'
AS $function$
  with recursive here as (select nullif(current_setting('cairn.district', true), '')::uuid as district,
    array_remove(string_to_array(plain_name(asked), ' '), '') as words, lower(trim(asked)) as raw,
    regexp_replace(regexp_replace(asked, '\D', '', 'g'), '^1(?=.{10}$)', '') as digits),
  -- the longest first, because it finds the fewest
  pieces as (select coalesce(array_agg('%' || w || '%' order by length(w) desc), '{}') as all_of
    from here, unnest(here.words) w),
  named as (
    select p.id, p.search_words from person p, here, pieces
    where p.district_id = here.district and cardinality(pieces.all_of) > 0
      and p.search_words like pieces.all_of[1] and p.search_words like all (pieces.all_of)
      and case only_kind
        when 'learner' then exists (select 1 from enrollment e where e.person_id = p.id and e.role = 'student')
        when 'teacher' then exists (select 1 from open_enrollment e where e.person_id = p.id and e.role = 'teacher')
        when 'guardian' then exists (select 1 from guards g where g.guardian_id = p.id)
        when 'office' then exists (select 1 from serves s where s.person_id = p.id)
        else true end
    limit 2000),
  formerly as (
    select r.person_id as id from person_renaming r, here, pieces
    where r.district_id = here.district and cardinality(pieces.all_of) > 0
      and former_words(r.was, 'given', 'family', 'legalGiven', 'legalFamily') like pieces.all_of[1]
      and former_words(r.was, 'given', 'family', 'legalGiven', 'legalFamily') like all (pieces.all_of)
    union
    select r.subject_id from roster_change r, here, pieces
    where r.district_id = here.district and cardinality(pieces.all_of) > 0 and r.kind = 'person' and r.before is not null
      and former_words(r.before, 'given_name', 'family_name', 'legal_given_name', 'legal_family_name') like pieces.all_of[1]
      and former_words(r.before, 'given_name', 'family_name', 'legal_given_name', 'legal_family_name') like all (pieces.all_of)
    limit 500),
  numbered as (
    select r.person_id as id from roster_identifier r, here
    where r.district_id = here.district and length(here.raw) > 1
      and lower(r.value) like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and lower(k.sourced_id) = here.raw
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and k.facts->'identifiers' ? trim(asked)
    union select a.person_id from account a, here where a.username = here.raw and a.district_id = here.district
    union select c.person_id from contact c, here
    where c.district_id = here.district and length(here.raw) > 2
      and lower(c.email) like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and length(here.raw) > 2 and lower(k.facts->>'email')
      like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || case when here.raw ~ '@' then '%' else '@%' end
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and lower(k.facts->>'username') = here.raw
    -- written in any way, with or without the country and the region
    union select c.person_id from contact c, here
    where c.district_id = here.district and length(here.digits) > 6 and here.raw !~ '[[:alpha:]]'
      and regexp_replace(c.phone, '\D', '', 'g') like '%' || here.digits),
  either as (
    select n.id, 0 as rank from numbered n
    union all
    select n.id, case when ' ' || n.search_words like '% ' || here.words[1] || '%' then 1 else 2 end
    from named n, here
    union all select f.id, 3 from formerly f),
  now_are as (
    select e.id, e.rank from either e
    union select m.kept_id, n.rank from now_are n join person_merge m on m.gone_id = n.id and m.undone_at is null),
  standing as (
    select n.id, min(n.rank) as rank, p.search_words,
      exists (select 1 from departure d where d.person_id = n.id and d.returned_at is null) as left_us
    from now_are n join person p on p.id = n.id
    where not exists (select 1 from person_merge m where m.gone_id = n.id and m.undone_at is null)
    group by n.id, p.search_words)
  select id, row_number() over (order by left_us, rank, search_words, id) as place from standing order by place limit most
$function$

CREATE OR REPLACE FUNCTION public.former_words(was jsonb, given text, family text, legal_given text, legal_family text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select public.name_words(coalesce(was->>given, '') || ' ' || coalesce(was->>family, '') || ' '
    || coalesce(was->>legal_given, '') || ' ' || coalesce(was->>legal_family, ''))
$function$

CREATE OR REPLACE FUNCTION public.found_district(district uuid, called text, zone text, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ insert into district (id, name, time_zone, created_at) values (district, called, zone, moment) $function$

CREATE OR REPLACE FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$

CREATE OR REPLACE FUNCTION public.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$

CREATE OR REPLACE FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$

CREATE OR REPLACE FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$

CREATE OR REPLACE FUNCTION public.goals_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_goals(array(select id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.goals_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_goals(array(select distinct goal_id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.goes_on_as(someone uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  with recursive going (id, steps) as (
    select someone, 0
    union all
    select m.kept_id, g.steps + 1 from going g join person_merge m on m.gone_id = g.id and m.undone_at is null)
  select id from going order by steps desc limit 1
$function$

CREATE OR REPLACE FUNCTION public.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$

CREATE OR REPLACE FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$

CREATE OR REPLACE FUNCTION public.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$

CREATE OR REPLACE FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$

CREATE OR REPLACE FUNCTION public.gtrgm_in(cstring)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$

CREATE OR REPLACE FUNCTION public.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$

CREATE OR REPLACE FUNCTION public.gtrgm_out(gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$

CREATE OR REPLACE FUNCTION public.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$

CREATE OR REPLACE FUNCTION public.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$

CREATE OR REPLACE FUNCTION public.gtrgm_same(gtrgm, gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$

CREATE OR REPLACE FUNCTION public.gtrgm_union(internal, internal)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$

CREATE OR REPLACE FUNCTION public.has_passkey(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select exists (select 1 from passkey k where k.account_id = account and k.ended_at is null) $function$

CREATE OR REPLACE FUNCTION public.has_second_step(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select 1 from second_factor f join account a on a.id = f.account_id
    where a.person_id = who and f.confirmed_at is not null and f.ended_at is null)
  or exists (select 1 from passkey k join account a on a.id = k.account_id
    where a.person_id = who and k.ended_at is null)
$function$

CREATE OR REPLACE FUNCTION public.home_visit_here(hash bytea, moment timestamp with time zone)
 RETURNS TABLE(home_card_id uuid, district_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select v.home_card_id, v.district_id from home_visit v
  where v.token_hash = hash and v.ends_at > moment and v.left_at is null
$function$

CREATE OR REPLACE FUNCTION public.is_now(earlier uuid, today uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with recursive later as (
    select m.kept_id as id from person_merge m where m.gone_id = earlier and m.undone_at is null
    union select m.kept_id from later l join person_merge m on m.gone_id = l.id and m.undone_at is null)
  select exists (select 1 from later where id = today)
$function$

CREATE OR REPLACE FUNCTION public.is_staff_on(who uuid, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select 1 from enrollment e where e.person_id = who and e.role = 'teacher'
      and e.opened_on <= day and (e.closed_on is null or e.closed_on > day))
    or exists (select 1 from duty y where y.person_id = who
      and y.opened_on <= day and (y.closed_on is null or y.closed_on > day))
$function$

CREATE OR REPLACE FUNCTION public.is_username_taken(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select exists (select 1 from account where username = lower(wanted)) $function$

CREATE OR REPLACE FUNCTION public.judged_as_its_framework()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select w.judged_by into new.judged_by from framework w where w.id = new.framework_id;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.keep_logbook()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'the logbook is only added to'; end $function$

CREATE OR REPLACE FUNCTION public.letters_opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_letters(array(select letter_id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.media_address(media uuid, rendition text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select '/media/' || media || '/' || rendition || '?until=' || current_setting('cairn.media_until') || '&key=' ||
    encode(substr(sha256(decode(current_setting('cairn.media_key'), 'hex') ||
      sha256(decode(current_setting('cairn.media_key'), 'hex') || convert_to(media || '/' || rendition, 'UTF8'))),
      1, 16), 'hex')
$function$

CREATE OR REPLACE FUNCTION public.media_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_media(array(select f.id from fresh f join stale s on s.id = f.id where f.kind is distinct from s.kind));
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.media_told()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_media(array(select distinct media_id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.medium_of(media uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when exists (select 1 from drawing d where d.media_id = m.id) then 'drawing' else m.kind end
  from media m where m.id = media
$function$

CREATE OR REPLACE FUNCTION public.move_person(merge uuid, gone uuid, kept uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
declare
  one record;
  statement text;
  moved jsonb;
  row_at tid;
  one_row jsonb;
begin
  set constraints all deferred;
  for one in select c.table_name as name,
      string_agg(format('%1$I = case when t.%1$I = $1 then $2 else t.%1$I end', c.person_column), ', ') as setting,
      string_agg(format('case when t.%1$I = $1 then %1$L end', c.person_column), ', ') as which,
      '(' || string_agg(format('t.%I = $1', c.person_column), ' or ') || ')'
        || case when c.table_name = 'roster_key' then ' and t.kind = ''person''' else '' end as rule,
      (select string_agg(format('t.%I::text', k), ', ') from unnest(table_key(c.table_name)) k) as keys
    from person_columns() c group by c.table_name order by c.table_name
  loop
    statement := format('with old as (select t.ctid as at, to_jsonb(array_remove(array[%s]::text[], null)) as which
        from %I t where %%s),
      moved as (update %2$I t set %s from old where t.ctid = old.at
        returning jsonb_build_object(''key'', jsonb_build_array(%s), ''which'', old.which) as told)
      select jsonb_agg(told) from moved', one.which, one.name, one.setting, one.keys);
    begin
      execute format(statement, one.rule) into moved using gone, kept;
    exception when unique_violation or check_violation or exclusion_violation then
      moved := null;
      for row_at in execute format('select t.ctid from %I t where %s', one.name, one.rule) using gone loop
        begin
          execute format(statement, 't.ctid = $3') into one_row using gone, kept, row_at;
          moved := coalesce(moved, '[]') || one_row;
        exception when unique_violation or check_violation or exclusion_violation then null;
        end;
      end loop;
    end;
    if moved is not null then
      insert into person_merge_move (merge_id, district_id, table_name, moved_rows)
      select merge, m.district_id, one.name, moved from person_merge m where m.id = merge;
    end if;
  end loop;
  set constraints all immediate;
end $function$

CREATE OR REPLACE FUNCTION public.move_person_back(merge uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
declare
  one record;
begin
  set constraints all deferred;
  for one in select v.table_name as name, v.moved_rows, m.gone_id, m.kept_id,
      (select string_agg(format('%1$I = case when t.%1$I = $2 and r.told->''which'' ? %1$L then $1 else t.%1$I end',
        c.person_column), ', ') from person_columns() c where c.table_name = v.table_name) as setting,
      (select string_agg(format('t.%I::text', k), ', ') from unnest(table_key(v.table_name)) k) as keys
    from person_merge_move v join person_merge m on m.id = v.merge_id where v.merge_id = merge order by v.table_name
  loop
    execute format('update %I t set %s from jsonb_array_elements($3) as r(told)
      where jsonb_build_array(%s) = r.told->''key''', one.name, one.setting, one.keys)
      using one.gone_id, one.kept_id, one.moved_rows;
  end loop;
  for one in select f.conrelid::regclass as child, f.confrelid::regclass as parent, a.attname as its, b.attname as theirs,
      m.gone_id, m.kept_id, (select string_agg(format('%1$I = case when t.%1$I = $2 then $1 else t.%1$I end', c.person_column), ', ')
        from person_columns() c where c.table_name = (select r.relname from pg_class r where r.oid = f.conrelid)) as setting
    from person_merge m cross join pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
    join pg_attribute l on l.attrelid = f.conrelid and l.attnum = f.conkey[2] and l.attname = 'learner_id'
    where m.id = merge and f.contype = 'f' and f.connamespace = 'public'::regnamespace and cardinality(f.conkey) = 2
  loop
    execute format('update %s t set %s from %s p
      where p.%I = t.%I and p.learner_id = $1 and t.learner_id = $2', one.child, one.setting, one.parent, one.theirs, one.its)
      using one.gone_id, one.kept_id;
  end loop;
  set constraints all immediate;
end $function$

CREATE OR REPLACE FUNCTION public.name_district(called text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ update district set name = called where id = nullif(current_setting('cairn.district', true), '')::uuid $function$

CREATE OR REPLACE FUNCTION public.name_words(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select public.plain_name(said) || case when j.joined = public.plain_name(said) then '' else ' ' || j.joined end
  from (select public.plain_name(regexp_replace(normalize(said, NFKD), U&'[''’‘ʼʻ`´ˊ.\2010\2011–-]|[ʔʕ]', '', 'g')) as joined) j
$function$

CREATE OR REPLACE FUNCTION public.note_attempts(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_entry(i.id, i.district_id, p.learner_id, 'attempt', i.made_at, held.mediums,
    concat_ws(E'\n', held.said, nullif(v.what_changed, ''), nullif(p.title, '')), nullif(p.title, ''))
  from iteration i join piece p on p.id = i.piece_id
  left join iteration_revision v on v.iteration_id = i.id and v.revision = i.revision
  cross join lateral (
    select coalesce(array_agg(distinct h.medium) filter (where h.medium is not null), '{}') as mediums,
      string_agg(h.said, E'\n' order by h.position) as said
    from (select t.position, case t.kind when 'media' then medium_of(t.media_id) else t.kind end as medium,
        concat_ws(E'\n', nullif(t.body, ''), nullif(t.caption, ''), nullif(t.alt, ''), spoken_in(t.media_id)) as said
      from part t where t.iteration_id = i.id and t.revision = i.revision) h) held
  where i.id = any(ids)
$function$

CREATE OR REPLACE FUNCTION public.note_checks(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_entry(k.id, k.district_id, g.learner_id, 'check', k.checked_at,
    case when k.words = '' then '{}' else array['text'] end, k.words, null)
  from goal_check k join goal g on g.id = k.goal_id where k.id = any(ids)
$function$

CREATE OR REPLACE FUNCTION public.note_claims(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_entry(k.id, k.district_id, k.learner_id, 'claim', k.made_at,
    case when concat(v.words, v.profile_words, v.reflection) = '' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', nullif(v.words, ''), nullif(v.profile_words, ''), nullif(v.reflection, ''), held.said, (
      select string_agg(x.words, E'\n' order by x.position) from claim_evidence x
      where x.claim_id = k.id and x.revision = k.revision and x.words <> '')), null)
  from claim k left join claim_revision v on v.claim_id = k.id and v.revision = k.revision
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(concat_ws(E'\n', nullif(t.alt, ''), spoken_in(t.media_id)), E'\n' order by t.position) as said
    from claim_part t where t.claim_id = k.id and t.revision = k.revision) held
  where k.id = any(ids)
$function$

CREATE OR REPLACE FUNCTION public.note_entry(entry uuid, district uuid, learner uuid, what text, moment timestamp with time zone, held text[], words text, called text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into timeline_entry (id, district_id, learner_id, kind, made_at, iteration_id, reflection_id, goal_id,
    goal_check_id, claim_id, letter_id, mediums, said, beginning, search)
  select entry, district, learner, what, moment,
    case what when 'attempt' then entry end, case what when 'reflection' then entry end,
    case what when 'goal' then entry end, case what when 'check' then entry end,
    case what when 'claim' then entry end, case what when 'letter' then entry end,
    held, w.said, plain_words(left(concat_ws(' ', called, w.said), 64)), timeline_vector(w.plain)
  from (select left(words, 50000) as said, plain_words(left(words, 50000)) as plain) w
  on conflict (id, kind) do update set mediums = excluded.mediums, said = excluded.said,
    beginning = excluded.beginning, search = excluded.search
$function$

CREATE OR REPLACE FUNCTION public.note_goals(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_entry(g.id, g.district_id, g.learner_id, 'goal', g.set_at,
    case when v.words = '{}' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', (select string_agg(w.value, E'\n') from jsonb_each_text(v.words) w), held.said), null)
  from goal g left join goal_revision v on v.goal_id = g.id and v.revision = g.revision
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(concat_ws(E'\n', nullif(t.alt, ''), spoken_in(t.media_id)), E'\n' order by t.position) as said
    from goal_part t where t.goal_id = g.id and t.revision = g.revision) held
  where g.id = any(ids)
$function$

CREATE OR REPLACE FUNCTION public.note_letters(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_entry(l.id, l.district_id, l.learner_id, 'letter', o.opened_at,
    case when l.body = '' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', nullif(l.body, ''), held.said), null)
  from letter_opening o join letter l on l.id = o.letter_id
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(spoken_in(t.media_id), E'\n' order by t.position) as said
    from letter_part t where t.letter_id = l.id) held
  where l.id = any(ids)
$function$

CREATE OR REPLACE FUNCTION public.note_media(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if cardinality(ids) = 0 then return; end if;
  perform note_attempts(array(select distinct t.iteration_id from part t where t.media_id = any(ids)));
  perform note_reflections(array(select distinct t.reflection_id from reflection_part t where t.media_id = any(ids)));
  perform note_goals(array(select distinct t.goal_id from goal_part t where t.media_id = any(ids)));
  perform note_claims(array(select distinct t.claim_id from claim_part t where t.media_id = any(ids)));
  perform note_letters(array(select distinct t.letter_id from letter_part t where t.media_id = any(ids)));
end $function$

CREATE OR REPLACE FUNCTION public.note_program_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  execute format($statement$
    insert into program_change
    select x.%1$I, (array_agg(x.district_id))[1], coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now())
    from changed x group by 1 order by 1
    on conflict do nothing
  $statement$, tg_argv[0]);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.note_reflections(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_entry(r.id, r.district_id, r.learner_id, 'reflection', r.made_at,
    case when v.body = '' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', nullif(v.body, ''), held.said, nullif(r.prompt_words, '')), null)
  from reflection r left join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(concat_ws(E'\n', nullif(t.caption, ''), nullif(t.alt, ''), spoken_in(t.media_id)), E'\n' order by t.position) as said
    from reflection_part t where t.reflection_id = r.id and t.revision = r.revision) held
  where r.id = any(ids)
$function$

CREATE OR REPLACE FUNCTION public.note_username()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into program_change values (new.person_id, new.district_id,
    coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now())) on conflict do nothing;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.open_program_key(hash bytea, moment timestamp with time zone)
 RETURNS TABLE(id uuid, district_id uuid, reads text[], last_used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select k.id, k.district_id, k.reads, k.last_used_at from standing_program_key k
  where k.token_hash = hash and k.expires_at > moment
$function$

CREATE OR REPLACE FUNCTION public.open_session(hash bytea, moment timestamp with time zone, window_key text, window_end text)
 RETURNS TABLE(session_id uuid, account_id uuid, person_id uuid, district_id uuid, last_seen_at timestamp with time zone, handed_over boolean, lasts_seconds integer, asks_password boolean, support_grant_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare found_session session;
begin
  select * into found_session from session s
  where s.token_hash = hash and s.ended_at is null and s.expires_at > moment
    and (s.card_id is null or not exists (select 1 from card_ending e where e.card_id = s.card_id))
    and (s.class_device_id is null or exists (select 1 from class_device d
      where d.id = s.class_device_id and d.closes_at > moment
        and not exists (select 1 from class_device_closing e where e.class_device_id = d.id)))
    and (not exists (select 1 from welcome_use u where u.session_id = s.id) or not (
      exists (select 1 from enrollment e where e.person_id = s.person_id)
      or exists (select 1 from duty y where y.person_id = s.person_id)
      or exists (select 1 from account a where a.person_id = s.person_id and a.password_hash is not null)))
    and (s.provider_id is not null or s.card_id is not null
      or not second_step_missing(s.person_id, s.district_id, moment));
  if not found then return; end if;
  perform open_transaction(found_session.district_id, found_session.person_id, moment, window_key, window_end);
  return query select found_session.id, found_session.account_id, found_session.person_id,
    found_session.district_id, found_session.last_seen_at,
    exists (select 1 from handover h where h.session_id = found_session.id
      and not exists (select 1 from handover_ending e where e.handover_id = h.id)),
    found_session.lasts_seconds,
    found_session.asks_password,
    support_grant_of(found_session.person_id, moment);
end $function$

CREATE OR REPLACE FUNCTION public.open_transaction(district uuid, person uuid, moment timestamp with time zone, window_key text, window_end text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select set_config('cairn.district', d.id::text, true),
         set_config('cairn.now', moment::text, true),
         set_config('cairn.today', (moment at time zone d.time_zone)::date::text, true),
         set_config('cairn.media_key', encode(sha256(decode(window_key, 'hex') || uuid_send(person)), 'hex'), true),
         set_config('cairn.media_until', window_end, true)
  from district d where d.id = district
$function$

CREATE OR REPLACE FUNCTION public.own_password_wanted(wanted uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (
    select 1 from account a join district r on r.id = a.district_id
    cross join lateral (select (moment at time zone r.time_zone)::date as day) t
    where a.id = wanted
      and (exists (select 1 from first_password p where p.person_id = a.person_id and p.made_at >= a.password_changed_at)
        or exists (select 1 from given_password g where g.account_id = a.id and g.given_at >= a.password_changed_at))
      and coalesce((select bool_or(case coalesce((select u.who from own_password_rule u where u.school_id = here.school_id
            order by u.decided_at desc, u.id desc limit 1), 'grade-4')
          when 'everybody' then true
          when 'grade-4' then here.staff or not (ltrim(coalesce(here.grade, ''), '0')
            = any (array['IT', 'PR', 'PK', 'TK', 'KG', 'K', 'JK', 'SK', '1', '2', '3']))
          when 'staff' then here.staff else false end)
        from (
          select c.school_id, e.role = 'teacher' as staff, e.grade from enrollment e join class c on c.id = e.class_id
            where e.person_id = a.person_id and (e.closed_on is null or e.closed_on > t.day)
          union all select y.school_id, true, null from duty y
            where y.person_id = a.person_id and (y.closed_on is null or y.closed_on > t.day)) here), true))
$function$

CREATE OR REPLACE FUNCTION public.parts_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_attempts(array(select distinct iteration_id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.passkey_called(credential text)
 RETURNS TABLE(passkey_id uuid, account_id uuid, person_id uuid, district_id uuid, public_key bytea, counter bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select k.id, k.account_id, a.person_id, k.district_id, k.public_key, k.counter
  from passkey k join account a on a.id = k.account_id
  where k.credential_id = credential and k.ended_at is null
    and not exists (select 1 from person_merge m where m.gone_id = a.person_id and m.undone_at is null)
$function$

CREATE OR REPLACE FUNCTION public.person_columns()
 RETURNS TABLE(table_name text, person_column text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select c.relname::text, a.attname::text
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
    and c.relname not in ('person_merge', 'person_merge_move', 'person_merge_tie', 'person_renaming', 'departure', 'logbook_line', 'session')
    and ((a.attname = 'learner_id' and a.atttypid = 'uuid'::regtype) or exists (
      select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'person'::regclass
        and f.conkey = array[a.attnum]))
  union select 'roster_key', 'subject_id'
$function$

CREATE OR REPLACE FUNCTION public.pieces_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_attempts(array(select i.id from fresh f join stale s on s.id = f.id join iteration i on i.piece_id = f.id
    where f.title <> s.title));
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.plain_name(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select trim(regexp_replace(translate(
    replace(replace(replace(replace(public.plain_words(said), 'ß', 'ss'), 'þ', 'th'), 'θ', 'th'), 'ð', 'd'),
    'øłđıħŋɬɫƛəɛɔɣχɨʉ', 'oldihnllleeogxiu'), '\s+', ' ', 'g'))
$function$

CREATE OR REPLACE FUNCTION public.plain_words(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select translate(replace(replace(regexp_replace(lower(normalize(said, NFKD)), U&'[\0300-\036F]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), '''’‘ʼ"“”«».,;:!?¿¡…()[]{}<>/\|@#$%&*+=_~`^-–—•·', repeat(' ', 60))
$function$

CREATE OR REPLACE FUNCTION public.providers_to_choose()
 RETURNS TABLE(id uuid, name text, kind text, district text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.id, p.name, p.kind, d.name from standing_provider p join district d on d.id = p.district_id
  order by d.name, p.name
$function$

CREATE OR REPLACE FUNCTION public.reflection_left_alone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update reflection_share set withdrawn_by = new.learner_id, withdrawn_at = cairn_now()
  where reflection_id = new.id and withdrawn_at is null;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.reflections_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_reflections(array(select id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.reflections_written()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin perform note_reflections(array(select distinct reflection_id from fresh)); return null; end $function$

CREATE OR REPLACE FUNCTION public.refuse_altering()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- an erased collection lets go of its copies, which stay as they are
  if new.collection_id is null and to_jsonb(new) - 'collection_id' = to_jsonb(old) - 'collection_id' then
    return new;
  end if;
  if to_jsonb(new) - 'learner_id' = to_jsonb(old) - 'learner_id' and exists (
    select 1 from person_merge m where m.undone_at is null
      and (m.gone_id, m.kept_id) in ((old.learner_id, new.learner_id), (new.learner_id, old.learner_id))) then
    return new;
  end if;
  raise exception 'A copy of a collection is never altered';
end $function$

CREATE OR REPLACE FUNCTION public.seat_stands(seat_space uuid, seat_person uuid, seat_role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 1000
AS $function$
  select case seat_role
    when 'teacher' then exists (select 1 from space o join works_at w on w.school_id = o.school_id
      where o.id = seat_space and w.person_id = seat_person)
    else exists (select 1 from space o join open_enrollment e on e.school_id = o.school_id
      where o.id = seat_space and e.person_id = seat_person and e.role = seat_role) end
$function$

CREATE OR REPLACE FUNCTION public.second_step_asked_from(who uuid, district uuid, moment timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select d.from_on from second_step_demand d join district r on r.id = d.district_id
  where d.district_id = district
    and not exists (select 1 from second_step_demand_ending e where e.demand_id = d.id)
    and not has_second_step(who) and is_staff_on(who, (moment at time zone r.time_zone)::date)
  order by d.demanded_at desc, d.id desc limit 1
$function$

CREATE OR REPLACE FUNCTION public.second_step_missing(who uuid, district uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(second_step_asked_from(who, district, moment)
      <= (moment at time zone (select r.time_zone from district r where r.id = district))::date, false)
    and not exists (select 1 from second_step_help h where h.person_id = who and h.lasts_until > moment)
$function$

CREATE OR REPLACE FUNCTION public.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$

CREATE OR REPLACE FUNCTION public.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$

CREATE OR REPLACE FUNCTION public.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$

CREATE OR REPLACE FUNCTION public.showcase_behind(wanted uuid, moment timestamp with time zone)
 RETURNS TABLE(district_id uuid, learner_id uuid, copy_id uuid, state text, closes_at timestamp with time zone, time_zone text, passcode_hash text, given_name text, family_name text, resting text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform set_config('cairn.now', moment::text, true);
  return query
    select s.district_id, s.learner_id, s.copy_id, s.state, s.closes_at, d.time_zone, s.passcode_hash,
      n.given_name, n.family_name,
      coalesce((select array_agg(r.rests) from showcase_resting r where r.showcase_id = s.id), '{}')
    from showcase_standing s join district d on d.id = s.district_id join person n on n.id = s.learner_id
    where s.id = wanted;
end $function$

CREATE OR REPLACE FUNCTION public.sign_in_failed(name bytea, moment timestamp with time zone, since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into sign_in_throttle (name_hash, failures, last_failed_at) values (name, 1, moment)
  on conflict (name_hash) do update set
    failures = case when sign_in_throttle.last_failed_at > since then sign_in_throttle.failures + 1 else 1 end,
    last_failed_at = moment
  returning failures
$function$

CREATE OR REPLACE FUNCTION public.sign_in_failure_taken_back(name bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ update sign_in_throttle set failures = greatest(failures - 1, 0) where name_hash = name $function$

CREATE OR REPLACE FUNCTION public.sign_in_failures(name bytea, since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select coalesce((select failures from sign_in_throttle where name_hash = name and last_failed_at > since), 0) $function$

CREATE OR REPLACE FUNCTION public.sign_in_succeeded(name bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ delete from sign_in_throttle where name_hash = name $function$

CREATE OR REPLACE FUNCTION public.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$

CREATE OR REPLACE FUNCTION public.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$

CREATE OR REPLACE FUNCTION public.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$

CREATE OR REPLACE FUNCTION public.space_is_kept(space uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 1000
AS $function$
  select not exists (select 1 from space_archiving x where x.space_id = space and x.reopened_at is null)
    and exists (select 1 from standing_seat k where k.space_id = space and k.role = 'teacher')
$function$

CREATE OR REPLACE FUNCTION public.space_says(space uuid, what text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select r.says from space_rule r where r.space_id = space and r.about = what
    order by r.set_at desc, r.id desc limit 1),
    case what when 'learners' then 'active' when 'families' then 'visible' else 'no' end)
$function$

CREATE OR REPLACE FUNCTION public.spoken_in(media uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select t.body from transcript t where t.media_id = media order by t.revision desc limit 1
$function$

CREATE OR REPLACE FUNCTION public.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$

CREATE OR REPLACE FUNCTION public.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$

CREATE OR REPLACE FUNCTION public.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$

CREATE OR REPLACE FUNCTION public.support_grant_of(who uuid, moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select g.id from support_grant g join support_person p on p.person_id = g.person_id
  where g.person_id = who and g.granted_at <= moment and g.ends_at > moment and p.ended_at is null
    and not exists (select 1 from support_grant_ending e where e.support_grant_id = g.id)
    and has_second_step(who)
  order by g.ends_at desc limit 1
$function$

CREATE OR REPLACE FUNCTION public.table_key(wanted text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = wanted::regclass and i.indisprimary
$function$

CREATE OR REPLACE FUNCTION public.timeline_query(tokens text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  token text;
  one tsquery;
  every tsquery;
begin
  foreach token in array tokens loop
    one := to_tsquery('simple', '''' || token || ''':*') || plainto_tsquery('english', token) || plainto_tsquery('french', token);
    every := case when every is null then one else every && one end;
  end loop;
  return every;
end $function$

CREATE OR REPLACE FUNCTION public.timeline_vector(plain text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select strip(to_tsvector('simple', plain)) || strip(to_tsvector('english', plain)) || strip(to_tsvector('french', plain))
$function$

CREATE OR REPLACE FUNCTION public.usual_name(p person)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select trim(p.given_name || ' ' || p.family_name) $function$

CREATE OR REPLACE FUNCTION public.voice_of(grade text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when grade in ('PK', 'KG', 'K', '1', '2', '3') then 'early' when grade in ('4', '5', '6', '7') then 'middle'
    else 'older' end
$function$

CREATE OR REPLACE FUNCTION public.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$

CREATE OR REPLACE FUNCTION public.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$

CREATE OR REPLACE FUNCTION public.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$

CREATE OR REPLACE FUNCTION public.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$

CREATE OR REPLACE FUNCTION public.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$

