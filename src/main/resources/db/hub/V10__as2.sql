-- AS2 messages in both directions with their receipts (MDN), and what came that fits nothing. H2 and PostgreSQL. Times are UTC.

-- One message; the row is committed before the sender of one that came in is answered, and before one of ours is first posted.
create table as2_message (
  id              varchar(26)  primary key,
  direction       varchar(8)   not null,            -- INBOUND OUTBOUND
  partner         varchar(60)  not null,
  channel         varchar(60)  not null,            -- of the partner's file
  own_id          varchar(128) not null,            -- AS2 identifiers, without quotes
  partner_id      varchar(128) not null,
  message_id      varchar(500) not null,            -- as the header says, with angle brackets
  state           varchar(16)  not null,            -- in: TAKEN REFUSED; out: POSTING AWAITING_MDN DELIVERED FAILED EXPIRED
  receipt         varchar(12)  not null,            -- in: NONE ANSWERED DUE POSTED GIVEN_UP; out: NONE SYNC ASYNC, as asked for
  interchange_id  varchar(26)  references interchange,
  message_sha256  char(64)     not null,            -- HTTP headers, an empty line, the body: as it was on the wire
  signed_sha256   char(64),                         -- the signed MIME entity, decrypted
  content_sha256  char(64),                         -- the payload
  mic             varchar(200),                     -- base64, comma, algorithm
  mdn_sha256      char(64),                         -- headers, an empty line, the body of the receipt that counts
  disposition     varchar(255),                     -- of that receipt
  own_certificate char(64),                         -- certificates as PEM in the archive: ours, the partner's
  partner_certificate char(64),
  mdn_url         varchar(500),                     -- where an asynchronous receipt goes
  attempts        integer      not null default 0,  -- posts of ours: of the message, or of an asynchronous receipt
  look_at         timestamp(6) with time zone,      -- when it is looked at next; null: nothing more is to be done
  received_at     timestamp(6) with time zone not null,
  decided_at      timestamp(6) with time zone,
  words           varchar(2000),                    -- what it comes to, for a person
  constraint uq_as2_message unique (direction, own_id, partner_id, message_id)
);
create index ix_as2_message_look on as2_message (partner, channel, look_at);
create index ix_as2_message_interchange on as2_message (interchange_id);
create index ix_as2_message_state on as2_message (state, id);
create index ix_as2_message_id on as2_message (message_id);

-- What happened to a message after it was taken: repeats, receipts, attempts.
create table as2_step (
  message         varchar(26)  not null references as2_message,
  seq             integer      not null,
  at              timestamp(6) with time zone not null,
  what            varchar(30)  not null,
  words           varchar(2000) not null,
  sha256          char(64),                         -- the bytes that came or went, where they were kept
  primary key (message, seq)
);

-- What came that fits nothing: messages of unknown pairs of identifiers, receipts for what was not sent. Once each, with a count.
create table as2_stray (
  id              varchar(26)  primary key,
  kind            varchar(16)  not null,            -- UNKNOWN_PAIR ORPHAN_MDN
  own_id          varchar(128) not null,
  partner_id      varchar(128) not null,
  about           varchar(500) not null,            -- Original-Message-ID; empty for a pair
  address         varchar(60),                      -- it came from, the last time
  times           integer      not null,
  first_at        timestamp(6) with time zone not null,
  last_at         timestamp(6) with time zone not null,
  words           varchar(2000) not null,
  constraint uq_as2_stray unique (kind, own_id, partner_id, about)
);
