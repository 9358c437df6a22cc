-- Files put on servers of others under a temporary name first. H2 and PostgreSQL. Times are UTC.

-- The one upload that counts: committed when all bytes lie there under the temporary name, before it is renamed. From then on a
-- temporary name that is not there any more means that the rename had happened.
create table remote_upload (
  connection      varchar(130) not null,
  subject         varchar(255) not null,            -- id of the interchange, or name of an ERP system's file
  temporary_name  varchar(320) not null,
  staged_at       timestamp(6) with time zone not null,
  done_at         timestamp(6) with time zone,      -- renamed, known for certain
  primary key (connection, subject)
);

-- Every temporary name ever begun, so that what a crash or a cut left there is deleted.
create table remote_attempt (
  connection      varchar(130) not null,
  temporary_name  varchar(320) not null,
  subject         varchar(255) not null,
  begun_at        timestamp(6) with time zone not null,
  primary key (connection, temporary_name)
);
create index ix_remote_attempt_subject on remote_attempt (connection, subject);
