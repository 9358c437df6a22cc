-- Interface tables between the hub and an ERP. The same script runs on H2 and PostgreSQL. Times are UTC.
-- The producer of a row fills the business columns; the other side changes only status, lease, error and result columns.

create sequence if not exists iface_header_seq start with 1;

-- A document; the unit of work. The only row of it that has a status.
create table if not exists iface_doc (
  header_id      bigint       primary key,                -- from iface_header_seq
  direction      char(1)      not null,                   -- I = to the ERP, O = from the ERP
  doc_type       varchar(20)  not null,                   -- ORDER ORDER_CHANGE ORDER_ACK SHIPMENT INVOICE CREDIT PAYMENT STOCK
  source_system  varchar(30)  not null,                   -- AMAZON_US_EDI, ERP1 ...
  doc_key        varchar(80)  not null,                   -- business key: partner and PO number
  doc_version    integer      not null default 0,         -- 0 the original, 1.. changes
  payload_hash   char(64),                                -- SHA-256 of the document; the hub fills it in both directions
  control_ref    varchar(120),                            -- ISA13/GS06/ST02, or DOCNUM
  po_number      varchar(35),
  vendor_code    varchar(20),
  partner_doc_no varchar(35),                             -- the other side's number: sales order, invoice
  doc_date       date,
  currency       char(3),
  ship_from_date timestamp,                               -- ship window
  ship_to_date   timestamp,
  deliver_from   timestamp,                               -- delivery window
  deliver_to     timestamp,
  order_type     varchar(30),
  terms_code     varchar(20),
  net_days       integer,
  discount_pct   numeric(7,4),
  discount_days  integer,
  ref_doc_no     varchar(35),                             -- original invoice of a credit
  total_amount   numeric(18,4),
  tax_amount     numeric(18,4),
  total_qty      numeric(18,4),
  line_count     integer,
  shipment_id    varchar(40),
  bol_no         varchar(40),
  pro_no         varchar(40),
  scac           varchar(10),
  carrier_name   varchar(60),
  transport_mode varchar(20),
  gross_weight   numeric(18,4),
  weight_uom     varchar(5),
  volume         numeric(18,4),
  volume_uom     varchar(5),
  carton_count   integer,
  pallet_count   integer,
  shipped_at     timestamp,
  eta            timestamp,
  payment_ref    varchar(40),
  payment_date   date,
  payment_method varchar(20),
  status         varchar(12)  not null default 'NEW',     -- NEW PROCESSING DONE ERROR HOLD SKIPPED
  priority       smallint     not null default 5,         -- 1 first
  attempts       integer      not null default 0,
  next_try_at    timestamp,
  locked_by      varchar(60),
  locked_at      timestamp,
  lease_until    timestamp,
  error_code     varchar(40),
  error_text     varchar(2000),
  target_ref     varchar(60),                             -- what the consumer calls it
  created_at     timestamp    not null default current_timestamp,
  updated_at     timestamp,
  processed_at   timestamp,
  constraint uq_iface_doc unique (source_system, doc_type, doc_key, doc_version)
);
create index if not exists ix_iface_pick on iface_doc (direction, status, priority, header_id);
create index if not exists ix_iface_doc_key on iface_doc (doc_key, header_id);

create table if not exists iface_line (
  header_id      bigint       not null references iface_doc (header_id),
  line_no        varchar(20)  not null,                   -- the buyer's, exactly as received
  parent_line_no varchar(20),
  buyer_item     varchar(40),                             -- ASIN
  vendor_item    varchar(60),                             -- the vendor's own item number
  ean            varchar(14),
  upc            varchar(14),
  description    varchar(255),
  qty            numeric(18,4),
  uom            varchar(5),
  pack_size      integer,                                 -- eaches in one uom
  qty_each       numeric(18,4),                           -- derived, always eaches
  net_price      numeric(18,6),
  list_price     numeric(18,6),
  price_basis_uom varchar(5),
  price_per      numeric(9,3) default 1,
  line_amount    numeric(18,4),
  tax_code       varchar(10),
  tax_rate       numeric(7,4),
  tax_amount     numeric(18,4),
  po_number      varchar(35),
  po_line_no     varchar(20),
  backorder_allowed char(1),                              -- Y N, or null where the order does not say
  lot_no         varchar(35),
  expiry_date    date,
  origin_country char(3),
  primary key (header_id, line_no)
);

create table if not exists iface_schedule (
  header_id      bigint       not null references iface_doc (header_id),
  line_no        varchar(20)  not null,
  sched_no       integer      not null,
  action         varchar(10),                             -- ORDER ACCEPT BACKORDER REJECT SHIP
  qty            numeric(18,4),
  uom            varchar(5),
  ship_date      date,
  delivery_date  date,
  reason_code    varchar(20),                             -- code list rejection-reasons, column iface
  reason_text    varchar(255),
  primary key (header_id, line_no, sched_no)
);

create table if not exists iface_party (
  header_id      bigint       not null references iface_doc (header_id),
  role           varchar(12)  not null,                   -- BUYING SELLING SHIP_TO BILL_TO SHIP_FROM REMIT_TO CARRIER
  line_no        varchar(20)  not null default '-',       -- '-' for the whole document
  party_id       varchar(40),
  id_type        varchar(12),                             -- FC SAN GLN DUNS ASSIGNED
  name           varchar(80),
  name2          varchar(80),
  street1        varchar(80),
  street2        varchar(80),
  street3        varchar(80),
  city           varchar(60),
  region         varchar(30),
  postal_code    varchar(20),
  country        char(2),
  phone          varchar(40),
  email          varchar(100),
  tax_id         varchar(30),
  primary key (header_id, role, line_no)
);

create table if not exists iface_charge (
  header_id      bigint       not null references iface_doc (header_id),
  line_no        varchar(20)  not null default '-',
  seq            integer      not null,
  kind           char(1),                                 -- C charge, A allowance, T tax
  code           varchar(20),
  description    varchar(255),
  amount         numeric(18,4),
  pct            numeric(9,4),
  base_amount    numeric(18,4),
  tax_code       varchar(10),
  tax_rate       numeric(7,4),
  tax_amount     numeric(18,4),
  primary key (header_id, line_no, seq)
);

create table if not exists iface_package (
  header_id      bigint       not null references iface_doc (header_id),
  package_no     integer      not null,
  parent_package_no integer,
  kind           varchar(8),                              -- PALLET CARTON
  sscc           varchar(20),
  tracking_no    varchar(40),
  gross_weight   numeric(18,4),
  weight_uom     varchar(5),
  length         numeric(12,4),
  width          numeric(12,4),
  height         numeric(12,4),
  dim_uom        varchar(5),
  carton_count   integer,
  primary key (header_id, package_no)
);

create table if not exists iface_package_item (
  header_id      bigint       not null references iface_doc (header_id),
  package_no     integer      not null,
  line_no        varchar(20)  not null,
  qty            numeric(18,4),
  uom            varchar(5),
  lot_no         varchar(35)  not null default '-',
  expiry_date    date,
  primary key (header_id, package_no, line_no, lot_no)
);

create table if not exists iface_payment_item (
  header_id      bigint       not null references iface_doc (header_id),
  seq            integer      not null,
  invoice_no     varchar(35),
  doc_kind       varchar(10),
  po_number      varchar(35),
  gross          numeric(18,4),
  discount       numeric(18,4),
  adjustment     numeric(18,4),
  adjustment_code varchar(20),
  net            numeric(18,4),
  primary key (header_id, seq)
);

-- What is wrong with a document, one row a finding.
create table if not exists iface_error (
  header_id      bigint       not null references iface_doc (header_id),
  seq            integer      not null,
  line_no        varchar(20),
  severity       char(1),                                 -- E error, W warning
  code           varchar(40),
  field          varchar(60),
  text           varchar(2000),
  at             timestamp,
  primary key (header_id, seq)
);
