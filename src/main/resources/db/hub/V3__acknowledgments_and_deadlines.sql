-- Acknowledgments by partners of what we sent, deadlines with their marks, alarms and tasks. H2 and PostgreSQL. Times are UTC.

-- A functional group that left, until its 997 or 999 has come.
create table group_acknowledgment (
  id              varchar(26)  primary key,
  interchange_id  varchar(26)  not null references interchange,
  partner         varchar(60)  not null,
  functional_id   varchar(4)   not null,            -- GS01, comes back in AK101
  release         varchar(12)  not null,            -- GS08
  group_control   varchar(14)  not null,            -- GS06 without leading zeros, comes back in AK102
  state           varchar(22)  not null,            -- READY SENT TRANSPORT_RECEIPT OVERDUE ACCEPTED ACCEPTED_WITH_ERRORS PARTLY REJECTED SUPERSEDED
  resends         integer      not null default 0,  -- technical resends of the same bytes
  within_seconds  bigint       not null,            -- how long the answer may take once it is sent
  sent_at         timestamp(6) with time zone,
  due_at          timestamp(6) with time zone,
  answered_at     timestamp(6) with time zone,
  late            boolean      not null default false,
  answer_document varchar(26),                      -- the 997 or 999
  words           varchar(2000),
  constraint uq_group_acknowledgment unique (interchange_id, group_control)
);
create index ix_group_acknowledgment_key on group_acknowledgment (partner, group_control);
create index ix_group_acknowledgment_state on group_acknowledgment (state, due_at);

-- The same by transaction set; a document that was sent again under new numbers has a row for each time.
create table document_acknowledgment (
  group_id        varchar(26)  not null references group_acknowledgment,
  document_id     varchar(26)  not null references document,
  set_id          varchar(12)  not null,            -- ST01, comes back in AK201
  set_control     varchar(16)  not null,            -- ST02, comes back in AK202
  state           varchar(22)  not null,
  answered_at     timestamp(6) with time zone,
  late            boolean      not null default false,
  answer_document varchar(26),
  words           varchar(2000),
  primary key (group_id, document_id)
);
create index ix_document_acknowledgment_document on document_acknowledgment (document_id);

-- Acknowledgments that answer nothing of ours, or say the opposite of an earlier one.
create table stray_acknowledgment (
  id              varchar(26)  primary key,
  kind            varchar(15)  not null,            -- ORPHAN CONTRADICTION
  partner         varchar(60)  not null,
  source          varchar(26)  not null,            -- the 997 or 999 document, the interchange of a TA1
  message         varchar(12)  not null,            -- 997 999 TA1
  document_id     varchar(26),                      -- what it contradicts about
  words           varchar(2000) not null,
  seen_at         timestamp(6) with time zone not null
);
create index ix_stray_acknowledgment_partner on stray_acknowledgment (partner, kind);

-- Something that is due. The clock only moves the marks; the event that meets it ends it.
create table deadline (
  id              varchar(26)  primary key,
  partner         varchar(60)  not null,
  kind            varchar(20)  not null,            -- 855 856 810, or 997:855 for the partner's answer to an 855
  subject         varchar(120) not null,            -- PO number, shipment, document and group
  document_id     varchar(26),
  starts_at       timestamp(6) with time zone not null,
  due_at          timestamp(6) with time zone not null,
  state           varchar(10)  not null,            -- RUNNING MET MISSED CANCELLED; MISSED with ended_at was met late
  mark            integer      not null default 0,  -- percent of the time that was last found gone: 0 50 80 100
  look_at         timestamp(6) with time zone,      -- when the next mark is reached; null when there is none
  ended_at        timestamp(6) with time zone,
  constraint uq_deadline unique (partner, kind, subject)
);
create index ix_deadline_look on deadline (look_at);
create index ix_deadline_state on deadline (state, due_at);
create index ix_deadline_document on deadline (document_id);

-- What somebody should look at. The key is for good, so that no restart and no second hub raises an alarm twice.
create table alarm (
  id              varchar(26)  primary key,
  dedup_key       varchar(160) not null unique,
  kind            varchar(30)  not null,
  level           varchar(8)   not null,            -- NOTICE WARNING ALARM
  partner         varchar(60),
  subject         varchar(120) not null,
  document_id     varchar(26),
  origin          varchar(80)  not null,            -- what clears it: deadline:<id>, document:<id>, ...
  words           varchar(2000) not null,
  raised_at       timestamp(6) with time zone not null,
  cleared_at      timestamp(6) with time zone
);
create index ix_alarm_origin on alarm (origin);
create index ix_alarm_open on alarm (cleared_at, raised_at);

-- Work for a person on one document. open_key is unique while the task is open and null afterwards.
create table task (
  id              varchar(26)  primary key,
  open_key        varchar(60)  unique,
  document_id     varchar(26)  not null references document,
  partner         varchar(60),
  kind            varchar(10)  not null,            -- RESEND CORRECT
  words           varchar(2000) not null,
  opened_at       timestamp(6) with time zone not null,
  closed_at       timestamp(6) with time zone,
  closed_by       varchar(60),
  outcome         varchar(500)
);
create index ix_task_document on task (document_id);

-- What the hub had sent before these tables were there: all of it order acknowledgments, one group an interchange.
insert into group_acknowledgment (id, interchange_id, partner, functional_id, release, group_control, state, within_seconds, sent_at,
    due_at, words)
  select o.id, o.outgoing_id, o.partner, 'PR', '004010', o.group_control,
    case when o.state = 'REJECTED' then 'REJECTED' when o.state = 'CLOSED' then 'ACCEPTED'
      when o.state = 'SENT' then 'SENT' else 'READY' end,
    86400, i.sent_at, o.acknowledgment_due, 'taken over from an earlier version'
  from document o join interchange i on i.id = o.outgoing_id
  where o.direction = 'OUTBOUND' and o.group_control is not null and o.partner is not null;
insert into document_acknowledgment (group_id, document_id, set_id, set_control, state, words)
  select g.id, o.id, '855', o.set_control, g.state, g.words
  from group_acknowledgment g join document o on o.id = g.id;
insert into deadline (id, partner, kind, subject, document_id, starts_at, due_at, state, look_at)
  select g.id, g.partner, '997:855', o.business_key || '/' || g.group_control, o.id, g.sent_at, g.due_at, 'RUNNING', g.due_at
  from group_acknowledgment g join document o on o.id = g.id
  where g.state = 'SENT' and g.sent_at is not null and g.due_at is not null and o.business_key is not null;
insert into deadline (id, partner, kind, subject, document_id, starts_at, due_at, state, look_at)
  select document_id, partner, '855', po_number, document_id, received_at, acknowledgment_due, 'RUNNING', acknowledgment_due
  from purchase_order where acknowledged_at is null and acknowledgment_due is not null and state <> 'CANCELLED';
