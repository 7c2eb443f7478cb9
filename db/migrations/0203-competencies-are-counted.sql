-- Whoever brings a framework in may have PostgreSQL count its items before they are tied to each other.
grant maintain on competency to cairn_app;
