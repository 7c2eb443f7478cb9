-- Which languages there are is said in one place (src/platform/locales.ts), so that one more needs no migration.
alter table preference drop constraint preference_locale_check;
alter table preference add constraint preference_locale_check check (locale ~ '^[a-z]{2}$');
