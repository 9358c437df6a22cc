-- Stages of one connection that fail now: what cannot be fetched from or handed to. H2 and PostgreSQL. Times are UTC.

create table stage_failure (
  stage           varchar(200) primary key,         -- such as outbound-send.amazon-us-as2 or inbound-deliver.sap
  id              varchar(26)  not null,            -- of this time of failing; its alarm's origin is stage:<id>
  since           timestamp(6) with time zone not null,
  last_at         timestamp(6) with time zone not null,
  failures        integer      not null,            -- since then, without a success between
  words           varchar(2000) not null            -- what the last one said
);
