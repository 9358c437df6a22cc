-- Calls to Amazon's Selling Partner API, and when each client secret was first seen. H2 and PostgreSQL. Times are UTC.

-- One request each, kept for a time (acorn.selling-partner.keep-calls). No bodies and no secrets.
create table sp_call (
  id              varchar(26)  primary key,
  connection      varchar(120) not null,            -- partner and channel
  operation       varchar(60)  not null,            -- Amazon's operation id
  method          varchar(6)   not null,
  target          varchar(1000) not null,           -- path and parameters
  subject         varchar(120),                     -- order, shipment, invoice, transaction, report
  attempt         integer      not null,
  started_at      timestamp(6) with time zone not null,
  millis          bigint       not null,
  status          integer,                          -- null: no answer
  request_id      varchar(120),                     -- x-amzn-RequestId
  rate_limit      numeric(18,6),                    -- x-amzn-RateLimit-Limit, calls a second
  outcome         varchar(12)  not null,            -- ANSWERED REFUSED THROTTLED UNAVAILABLE UNKNOWN NOT_SENT
  words           varchar(1000)
);
create index ix_sp_call_latest on sp_call (connection, started_at);
create index ix_sp_call_subject on sp_call (connection, subject, started_at);
create index ix_sp_call_age on sp_call (started_at);

-- Client secrets by a hash; Amazon refuses one 180 days after it was made.
create table sp_secret (
  connection      varchar(120) not null,
  fingerprint     varchar(32)  not null,
  first_seen_at   timestamp(6) with time zone not null,
  primary key (connection, fingerprint)
);
