-- What an import wrote, beside what was there before: undoing it leaves alone what people changed since.
alter table roster_change add column after jsonb;
-- so many rows were left as people had made them since
alter table roster_import add column kept_by_hand integer not null default 0;
