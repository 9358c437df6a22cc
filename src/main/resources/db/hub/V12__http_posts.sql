-- What was posted by HTTP, so that a post whose outcome nobody knows is found after a crash. H2 and PostgreSQL. Times are UTC.

create table http_post (
  connection      varchar(130) not null,            -- ERP system, or <partner>-<channel>
  subject         varchar(26)  not null,            -- document or interchange
  state           varchar(10)  not null,            -- POSTING, UNKNOWN: nobody knows, DONE: the other side has it
  begun_at        timestamp(6) with time zone not null,
  ended_at        timestamp(6) with time zone,
  reference       varchar(120),                     -- what names it on the other side
  words           varchar(500),                     -- why nobody knows
  primary key (connection, subject)
);
