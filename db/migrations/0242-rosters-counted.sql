-- Whoever applies a large roster may have PostgreSQL count what it wrote, before the next is compared with it.
grant maintain on class, person, enrollment, guardianship, roster_key to cairn_app;
