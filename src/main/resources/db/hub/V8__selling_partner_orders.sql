-- Orders by more than one door, and what polling the Selling Partner API leaves behind. The same script runs on H2 and PostgreSQL.

-- Amazon's operation ids are names of documents too.
alter table document alter column message set data type varchar(40);

-- The channels by which an order came. The first is the one whose document made it.
create table order_door (
  partner         varchar(60)  not null,
  po_number       varchar(40)  not null,
  channel         varchar(60)  not null,            -- name of the partner's channel
  document_id     varchar(26)  not null,            -- the document that brought it first by this channel
  at              timestamp(6) with time zone not null,
  primary key (partner, po_number, channel)
);
insert into order_door (partner, po_number, channel, document_id, at)
  select p.partner, p.po_number, substring(i.channel from char_length(p.partner) + 2), p.document_id, p.received_at
  from purchase_order p join document d on d.id = p.document_id join interchange i on i.id = d.interchange_id
  where i.channel like p.partner || '-%';

-- In what the copy of an order that came by another door says something else than the order as it is registered.
create table order_difference (
  document_id     varchar(26)  not null,            -- the copy
  seq             integer      not null,
  path            varchar(200) not null,            -- in the canonical document, such as lines[1].quantity.amount
  registered      varchar(500),
  offered         varchar(500),
  primary key (document_id, seq)
);

-- Up to where a connection has been read, with every page stored: new orders and changed ones apart.
create table sp_cursor (
  connection      varchar(121) not null,
  kind            varchar(8)   not null,            -- CREATED CHANGED
  begun_at        timestamp(6) with time zone not null,  -- how far back the first look reached
  reached         timestamp(6) with time zone not null,
  next_at         timestamp(6) with time zone not null,  -- the next look, at the pace that orders come
  pause_seconds   bigint       not null,            -- the pace: it grows while nothing comes
  failures        integer      not null default 0,  -- looks at the same window that failed one after another
  problem         varchar(500),                     -- why the last one failed; null when it did not
  looked_at       timestamp(6) with time zone,
  primary key (connection, kind)
);

-- Every version of an order that was seen: the same content is taken once. The hash leaves out purchaseOrderState, which our own
-- acknowledgment moves, and the order of members; it covers the changed date.
create table sp_order_version (
  connection      varchar(121) not null,
  po_number       varchar(40)  not null,            -- empty where the order has no number that can be read
  content_sha256  char(64)     not null,
  changed_at      timestamp(6) with time zone,      -- purchaseOrderChangedDate; null before the first change
  vendor_code     varchar(20),
  outcome         varchar(10)  not null,            -- TAKEN, NOT_SERVED (vendor code), REFUSED (cannot be read)
  document_id     varchar(26)  unique,              -- null where it was not served
  interchange_id  varchar(26)  not null,
  seen_at         timestamp(6) with time zone not null,
  counted_at      timestamp(6) with time zone,      -- when it came to count: as order, as change, or found equal
  primary key (connection, po_number, content_sha256)
);
create index ix_sp_order_version_seen on sp_order_version (connection, outcome, seen_at);

-- The sweeps that compare what Amazon has with what came in.
create table sp_gap_sweep (
  id              varchar(26)  primary key,
  connection      varchar(121) not null,
  due_at          timestamp(6) with time zone not null,  -- the time of the schedule that it was made for
  from_at         timestamp(6) with time zone not null,
  until_at        timestamp(6) with time zone not null,
  done_at         timestamp(6) with time zone not null,
  orders_there    integer      not null,            -- orders that Amazon shows
  missing         integer      not null,            -- of these not here by any door
  only_here       integer      not null,            -- orders here that Amazon does not show
  constraint uq_sp_gap_sweep unique (connection, due_at)
);
create table sp_gap (
  connection      varchar(121) not null,
  po_number       varchar(40)  not null,
  kind            varchar(9)   not null,            -- MISSING here, ONLY_HERE
  found_at        timestamp(6) with time zone not null,
  sweep_id        varchar(26)  not null,            -- the last sweep that found it
  filled_at       timestamp(6) with time zone,      -- when the order was fetched, or was no gap any more
  problem         varchar(500),                     -- why it could not be fetched
  primary key (connection, po_number, kind)
);
