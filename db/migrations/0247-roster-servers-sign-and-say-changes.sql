-- Servers of OneRoster 1.1 may want each message signed (OAuth 1.0a) in place of a token.
alter table roster_server add column signing text not null default 'oauth2' check (signing in ('oauth2', 'oauth1'));
-- Also the command line keeps one, which is nobody.
alter table roster_server alter column kept_by drop not null;
-- When last everything was read, and when last only what had changed; whether it says that at all, once it was asked.
alter table roster_server add column whole_at timestamptz;
alter table roster_server add column changes_at timestamptz;
alter table roster_server add column gives_changes boolean;
-- Records of adults name children: then a child's own record says nothing of who is not named in it.
alter table roster_server add column adults_name boolean not null default false;
