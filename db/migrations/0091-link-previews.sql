-- Whether the district lets Cairn ask the pages its learners link to what they are called: not, until its office
-- says so. The latest decision counts; who decided, and when, stays.
create table link_rule (
  id uuid primary key,
  district_id uuid not null references district,
  previews boolean not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
create index link_rule_of_district on link_rule (district_id, set_at desc);

-- What a page said of itself, asked once for the whole district, by the program and in nobody's name. Plain words
-- only; empty when it said nothing. The address stands beside its short form, because that alone could be feigned.
create table link_preview (
  district_id uuid not null references district,
  url_md5 text not null,
  url text not null,
  title text not null default '',
  description text not null default '',
  site text not null default '',
  asked_at timestamptz not null,
  primary key (district_id, url_md5)
);

create index part_with_link on part (md5(url)) where url is not null;
