-- The hub's own tables. The same script runs on H2 and PostgreSQL. Times are UTC.

-- A file received from or sent to a partner or an ERP system. One row per interchange (ISA..IEA) or IDoc file.
create table interchange (
  id              varchar(26)  primary key,
  direction       varchar(8)   not null,            -- INBOUND (towards the ERP) | OUTBOUND (towards Amazon)
  side            varchar(8)   not null,            -- PARTNER | ERP: which side the bytes were exchanged with
  counterpart     varchar(60)  not null,            -- partner or ERP system name
  channel         varchar(60),
  ingress_key     varchar(200) unique,              -- one pick-up; the same pick-up after a crash finds its row
  file_name       varchar(255),
  sha256          char(64)     not null,            -- of the raw bytes, the archive's key
  size_bytes      bigint       not null,
  ordinal         integer      not null default 1,  -- of the interchange in its file
  header          varchar(400),                     -- the ISA segment as received or written
  sender          varchar(80),
  receiver        varchar(80),
  control_number  varchar(14),
  usage_indicator varchar(1),
  status          varchar(12)  not null,            -- RECEIVED ACCEPTED PARTIAL REJECTED DUPLICATE UNREADABLE | READY STAGED SENT
  answers         varchar(26),                      -- the interchange that this one acknowledges
  received_at     timestamp(6) with time zone not null,
  identified_at   timestamp(6) with time zone,
  sent_at         timestamp(6) with time zone,
  event_seq       integer      not null default 0,  -- end of its audit trail
  event_hash      char(64)
);
create index ix_interchange_control on interchange (control_number);
create index ix_interchange_file on interchange (file_name);
create index ix_interchange_open on interchange (status, received_at);

-- Every envelope ever taken in, for at least a year: the same key again is a resend or an alarm.
create table interchange_key (
  envelope_key    varchar(200) primary key,         -- sender, receiver, control number
  interchange_id  varchar(26)  not null,
  content_sha256  char(64)     not null,
  first_seen_at   timestamp(6) with time zone not null
);

-- One transaction set or IDoc, and the business document it carries.
create table document (
  id              varchar(26)  primary key,
  interchange_id  varchar(26)  not null references interchange,
  ordinal         integer      not null,            -- of the set in its interchange
  direction       varchar(8)   not null,
  partner         varchar(60),
  erp_system      varchar(60),                      -- where an outbound document came from
  message         varchar(12)  not null,            -- 850, 855, 997, ORDRSP ...
  release         varchar(12),
  group_control   varchar(14),
  set_control     varchar(16),
  group_header    varchar(200),                     -- the GS segment as received
  byte_offset     bigint,
  byte_length     bigint,
  canonical_type  varchar(40),
  canonical       varchar,                          -- canonical document as JSON; archive:<sha256> when very long
  business_key    varchar(80),                      -- PO number
  vendor_code     varchar(20),
  state           varchar(12)  not null,            -- RECEIVED TRANSLATED HELD PARKED REJECTED DISPATCHED DELIVERED SENT CLOSED DROPPED
  stage           varchar(20)  not null,            -- the last stage whose work is done
  outgoing_id     varchar(26),                      -- interchange this document left in
  released_by     varchar(60),                      -- who let it pass its holds
  validated_light    varchar(8) not null default 'grey',   -- the four lights: grey, amber, green, red
  delivered_light    varchar(8) not null default 'grey',
  acknowledged_light varchar(8) not null default 'grey',
  proven_light       varchar(8) not null default 'grey',
  acknowledgment_due timestamp(6) with time zone,
  created_at      timestamp(6) with time zone not null,
  updated_at      timestamp(6) with time zone not null,
  event_seq       integer      not null default 0,  -- end of its audit trail
  event_hash      char(64),
  constraint uq_document unique (interchange_id, ordinal)
);
create index ix_document_business on document (business_key);
create index ix_document_group on document (group_control);
create index ix_document_set on document (set_control);
create index ix_document_state on document (state, updated_at);
create index ix_document_outgoing on document (outgoing_id);

-- The transaction protocol: a row means that this stage's database work for this document is committed.
create table stage_done (
  document_id     varchar(26)  not null,
  stage           varchar(40)  not null,            -- stage, with .<system> for a delivery
  done_at         timestamp(6) with time zone not null,
  primary key (document_id, stage)
);

-- What a document can be found by: PO, vendor code, control numbers, IDoc number, file name.
create table document_key (
  key_value       varchar(120) not null,
  document_id     varchar(26)  not null,
  kind            varchar(30)  not null,
  primary key (key_value, document_id, kind)
);
create index ix_document_key_document on document_key (document_id);

-- The audit trail. Append only; each row's hash covers the one before it of the same subject.
create table event (
  subject         varchar(26)  not null,            -- document or interchange id
  seq             integer      not null,
  at              timestamp(6) with time zone not null,
  stage           varchar(40)  not null,
  what            varchar(40)  not null,
  detail          varchar(2000),
  hash            char(64)     not null,
  primary key (subject, seq)
);

create table fault (
  subject         varchar(26)  not null,            -- document or interchange id
  seq             integer      not null,
  code            varchar(60)  not null,
  segment         varchar(40),
  position        integer,
  element         varchar(200),
  value_found     varchar(500),
  text            varchar(2000) not null,
  primary key (subject, seq)
);

-- A document a rule or guard stopped; RELEASED lets it pass, DROPPED ends it.
create table hold (
  document_id     varchar(26)  not null,
  seq             integer      not null,
  code            varchar(60)  not null,
  text            varchar(2000) not null,
  status          varchar(10)  not null,            -- HELD RELEASED DROPPED
  held_at         timestamp(6) with time zone not null,
  decided_by      varchar(60),
  decided_at      timestamp(6) with time zone,
  reason          varchar(500),
  primary key (document_id, seq)
);
create index ix_hold_status on hold (status, held_at);

-- A document's delivery to one ERP system: PENDING, PREPARED (bytes staged), DELIVERED, PARKED.
create table delivery (
  document_id     varchar(26)  not null references document,
  erp_system      varchar(60)  not null,
  status          varchar(10)  not null,
  reference       varchar(120),                     -- file name or header id on the other side
  attempts        integer      not null default 0,
  last_error      varchar(2000),
  updated_at      timestamp(6) with time zone not null,
  primary key (document_id, erp_system)
);
create index ix_delivery_open on delivery (status, updated_at);

-- Work that waits in a .parked queue for a person.
create table parked (
  id              varchar(26)  primary key,
  subject         varchar(26)  not null,            -- document or interchange id
  queue           varchar(80)  not null,
  family          varchar(10)  not null,            -- MAPPING CHANNEL BUG
  text            varchar(2000) not null,
  parked_at       timestamp(6) with time zone not null,
  replayed_at     timestamp(6) with time zone,
  replayed_by     varchar(60)
);
create index ix_parked_subject on parked (subject);

-- One sequence per (own id, partner id, usage, kind): ISA13, GS06.
create table control_number (
  sequence_key    varchar(200) primary key,
  last_value      bigint       not null
);

-- One order across its documents.
create table purchase_order (
  partner         varchar(60)  not null,
  po_number       varchar(40)  not null,
  document_id     varchar(26)  not null unique,     -- the 850 that made it
  vendor_code     varchar(20),
  order_date      date,
  state           varchar(16)  not null,            -- NEW ACKNOWLEDGED CANCELLED
  received_at     timestamp(6) with time zone not null,
  acknowledgment_due timestamp(6) with time zone,
  acknowledged_at timestamp(6) with time zone,
  acknowledgment_document varchar(26),
  primary key (partner, po_number)
);
create table order_line (
  partner         varchar(60)  not null,
  po_number       varchar(40)  not null,
  line_no         varchar(20)  not null,
  gtin            varchar(14),
  buyer_item      varchar(40),
  vendor_item     varchar(60),
  ordered         numeric(18,4) not null,
  unit            varchar(20)  not null,
  net_price       numeric(18,6),
  accepted        numeric(18,4) not null default 0,
  back_ordered    numeric(18,4) not null default 0,
  rejected        numeric(18,4) not null default 0,
  primary key (partner, po_number, line_no)
);

-- Who runs a single-flight poller or timer, and until when.
create table lease (
  name            varchar(80)  primary key,
  holder          varchar(80)  not null,
  until           timestamp(6) with time zone not null
);
