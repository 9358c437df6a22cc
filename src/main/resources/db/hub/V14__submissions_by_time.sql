-- H2 and PostgreSQL.

-- How many were posted since a time decides whether a few old ones are looked for alone.
create index ix_submission_posted on submission (connection, operation, posted_at);
