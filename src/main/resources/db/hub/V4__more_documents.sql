-- Holds that nobody can release, messages for operations.

alter table hold add column blocking boolean not null default false;   -- set by a guard in mode block: correct it in the ERP or drop it

-- What a partner says in words (864) or about what we sent (824), until somebody has read it.
create table notice (
  document_id     varchar(26)  primary key references document,
  partner         varchar(60)  not null,
  kind            varchar(20)  not null,            -- TEXT_MESSAGE APPLICATION_ADVICE
  subject         varchar(120),                     -- order, or the number the partner gave it
  text            varchar(2000) not null,
  at              timestamp(6) with time zone not null,
  read_at         timestamp(6) with time zone,
  read_by         varchar(60)
);
create index ix_notice_unread on notice (read_at, at);
