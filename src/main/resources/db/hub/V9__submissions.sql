-- What left by the Selling Partner API and what became of it; what Amazon received of orders; how far it paid invoices.
-- H2 and PostgreSQL. Times are UTC.

-- One document sent by API: one request, one row, from the moment its body is stored.
create table submission (
  id              varchar(26)  primary key,
  interchange_id  varchar(26)  not null unique references interchange,
  document_id     varchar(26)  not null references document,
  partner         varchar(60)  not null,
  connection      varchar(130) not null,            -- of the partner: <partner>-<channel>
  operation       varchar(40)  not null,            -- Amazon's operation id
  subject         varchar(120) not null,            -- PO number, shipment identifier, invoice number
  vendor_code     varchar(20),
  state           varchar(16)  not null,            -- READY POSTING UNKNOWN SUBMITTED ASSUMED_ACCEPTED CONFIRMED FAILED REFUSED HELD SUPERSEDED
  attempt         integer      not null default 0,  -- how often it was posted
  transaction_id  varchar(128),
  transaction_state varchar(20),                    -- what getTransaction said last, as Amazon writes it
  request_id      varchar(128),                     -- of the POST
  waiting_since   timestamp(6) with time zone,      -- the API has not taken it since then; null when it has
  posted_at       timestamp(6) with time zone,
  look_at         timestamp(6) with time zone,      -- when it is looked at next; null: nothing more is looked for
  looks           integer      not null default 0,  -- in this state
  decided_at      timestamp(6) with time zone,
  reason          varchar(2000),
  evidence        char(64),                         -- SHA-256 of the answer that decided, in the archive
  evidence_request varchar(128)                     -- request id of that answer
);
create index ix_submission_look on submission (connection, look_at);
create index ix_submission_document on submission (document_id);
create index ix_submission_subject on submission (partner, subject);
create index ix_submission_state on submission (state, id);

-- Every answer of Amazon that said something new of a submission; the bytes lie in the archive.
create table submission_answer (
  submission_id   varchar(26)  not null references submission,
  seq             integer      not null,
  at              timestamp(6) with time zone not null,
  operation       varchar(40)  not null,
  status          integer,                          -- HTTP status; null where no answer came
  request_id      varchar(128),
  sha256          char(64),
  words           varchar(2000) not null,
  primary key (submission_id, seq)
);

-- How far the reading of changes has come, by connection and kind of reading.
create table status_cursor (
  connection      varchar(130) not null,
  kind            varchar(20)  not null,            -- ORDERS INVOICES
  read_until      timestamp(6) with time zone not null,
  read_at         timestamp(6) with time zone not null,
  primary key (connection, kind)
);

-- What Amazon says it received of an order line, in the unit it says.
create table order_receipt (
  partner         varchar(60)  not null,
  po_number       varchar(40)  not null,
  line_no         varchar(20)  not null,
  received        numeric(18,4) not null,
  unit            varchar(20),
  unit_size       integer,
  status          varchar(30),                      -- NOT_RECEIVED PARTIALLY_RECEIVED RECEIVED, or as Amazon writes it
  last_receipt    timestamp(6) with time zone,
  updated_at      timestamp(6) with time zone,      -- Amazon's time of the order's last change
  read_at         timestamp(6) with time zone not null,
  primary key (partner, po_number, line_no)
);

-- What Amazon says of an invoice and its payment (Finances Invoices). Shown beside payments, never booked: an 820 does that.
create table invoice_settlement (
  partner         varchar(60)  not null,
  invoice_number  varchar(120) not null,
  identifier      varchar(200) not null,            -- InvoiceNumber~PayeeCode
  status          varchar(30)  not null,            -- IN_PROGRESS REJECTED PARTIALLY_PAID PAID PARTIALLY_DEDUCTED DEDUCTED
  currency        varchar(3),
  amount          numeric(18,4),
  paid            numeric(18,4),
  queued          numeric(18,4),
  discount        numeric(18,4),
  quantity_variance numeric(18,4),
  price_variance  numeric(18,4),
  due_date        timestamp(6) with time zone,
  remittances     varchar(2000),                    -- UNIQUE_PAYMENT_IDS, separated by spaces
  modified_at     timestamp(6) with time zone,
  read_at         timestamp(6) with time zone not null,
  evidence        char(64),
  primary key (partner, invoice_number)
);
create table invoice_settlement_line (
  partner         varchar(60)  not null,
  invoice_number  varchar(120) not null,
  ordinal         integer      not null,
  line_item       varchar(60),
  item            varchar(60),                      -- ASIN, else the first identifier
  quantity        numeric(18,4),
  amount          numeric(18,4),
  matched_quantity numeric(18,4),
  matched_amount  numeric(18,4),
  paid_quantity   numeric(18,4),
  paid_amount     numeric(18,4),
  quantity_variance numeric(18,4),
  price_variance  numeric(18,4),
  variances       varchar(500),                     -- PQV, PPV, OTHER with their defects
  shortage_invoices varchar(500),
  primary key (partner, invoice_number, ordinal)
);
