-- A stored file. Nobody but the one who brought it can reach it until a part of a piece carries it, and
-- nobody at all until the worker has taken location and device data out of it.
create table media (
  id uuid primary key,
  district_id uuid not null references district,
  uploaded_by uuid not null references person,
  original_name text not null,
  byte_size bigint not null,
  state text not null default 'arriving' check (state in ('arriving', 'waiting', 'working', 'ready', 'failed')),
  progress smallint not null default 0 check (progress between 0 and 100),
  failure text,
  kind text check (kind in ('picture', 'document', 'audio', 'video', 'file')),
  type text,
  width integer,
  height integer,
  duration_seconds real,
  -- a thumbhash, base64: what is shown while the picture travels
  placeholder text,
  created_at timestamptz not null,
  settled_at timestamptz
);
create index media_unsettled on media (created_at) where state in ('arriving', 'waiting', 'working');

-- What people are shown of a media: small, screen, full, page (of a document), download.
create table rendition (
  media_id uuid not null references media on delete cascade,
  district_id uuid not null references district,
  name text not null check (name in ('small', 'screen', 'full', 'page', 'download')),
  type text not null,
  width integer,
  height integer,
  byte_size bigint not null,
  primary key (media_id, name)
);

-- The address of a rendition for the person of this transaction, good until the end of the window the
-- key was made for. cairn.media_key is derived from the server's secret, the person and the window;
-- the nested hash is what keeps a keyed SHA-256 safe from extension.
create function media_address(media uuid, rendition text) returns text language sql stable as $$
  select '/media/' || media || '/' || rendition || '?until=' || current_setting('cairn.media_until') || '&key=' ||
    encode(substr(sha256(decode(current_setting('cairn.media_key'), 'hex') ||
      sha256(decode(current_setting('cairn.media_key'), 'hex') || convert_to(media || '/' || rendition, 'UTF8'))),
      1, 16), 'hex')
$$;
