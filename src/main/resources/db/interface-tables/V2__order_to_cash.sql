-- Interface tables for everything from order to cash. Goes over version 1, whether the hub or a person made it, and may be run
-- again. The same script runs on H2 and PostgreSQL.

-- The hub's own number of a document it wrote: with it a document that is delivered again is known.
alter table iface_doc add column if not exists hub_id varchar(40);
alter table iface_doc add column if not exists purpose varchar(10);         -- ORIGINAL REPLACE CANCEL CHANGE; STOCK: FULL PARTIAL
alter table iface_doc add column if not exists change_no varchar(40);       -- what tells one change of an order from another
alter table iface_doc add column if not exists request_no varchar(40);      -- ROUTING to the ERP: the request that is answered
alter table iface_doc add column if not exists issued_at timestamp;         -- when the document was made
alter table iface_doc add column if not exists ready_at timestamp;          -- ROUTING: from when freight can be collected
alter table iface_doc add column if not exists appointment_at timestamp;    -- SHIPMENT: when it is to be received
alter table iface_doc add column if not exists order_date date;             -- INVOICE, CREDIT: the day of the order
alter table iface_doc add column if not exists due_date date;               -- INVOICE: when it is due, where that is said
alter table iface_doc add column if not exists period_from date;            -- REPORT
alter table iface_doc add column if not exists period_to date;
alter table iface_doc add column if not exists amazon_ref varchar(40);      -- ARN of a collect shipment
alter table iface_doc add column if not exists seal_no varchar(40);
alter table iface_doc add column if not exists freight_terms varchar(10);   -- COLLECT PREPAID
alter table iface_doc add column if not exists deal_code varchar(40);
alter table iface_doc add column if not exists related_po varchar(35);      -- ORDER: the order it belongs to
alter table iface_doc add column if not exists contact_name varchar(80);
alter table iface_doc add column if not exists contact_phone varchar(40);
alter table iface_doc add column if not exists contact_email varchar(100);
alter table iface_doc add column if not exists report varchar(30);          -- REPORT: what is reported; STATUS: of which message
alter table iface_doc add column if not exists outcome varchar(30);         -- REPORT, STATUS: ACCEPTED REJECTED ...
alter table iface_doc add column if not exists outcome_code varchar(20);    -- STATUS: the same in the ERP's code
create unique index if not exists uq_iface_doc_hub on iface_doc (source_system, hub_id);

alter table iface_line add column if not exists action varchar(10);         -- ORDER_CHANGE: ADD DELETE CHANGE QUANTITY PRICE REPLACE NONE
alter table iface_line add column if not exists warehouse varchar(40);      -- STOCK: where it lies; null for all together
alter table iface_line add column if not exists next_qty numeric(18,4);     -- STOCK: what comes next, in uom
alter table iface_line add column if not exists next_date date;
alter table iface_line add column if not exists discontinued char(1);       -- STOCK: Y N
alter table iface_line add column if not exists place varchar(60);          -- REPORT: fulfilment centre or city

alter table iface_charge add column if not exists jurisdiction varchar(20); -- kind T: state or province
alter table iface_charge add column if not exists registration varchar(40); -- kind T: the seller's number there

alter table iface_payment_item add column if not exists reference varchar(60);         -- as Amazon writes it, suffix included
alter table iface_payment_item add column if not exists item_date date;
alter table iface_payment_item add column if not exists adjustment_reason varchar(30); -- Amazon's own code
alter table iface_payment_item add column if not exists remark varchar(500);
alter table iface_payment_item alter column adjustment_code set data type varchar(40); -- SHORTAGE_CLAIM CHARGEBACK ...

-- Free text; line_no '-' for the whole document.
create table if not exists iface_text (
  header_id      bigint       not null references iface_doc (header_id),
  line_no        varchar(20)  not null default '-',
  seq            integer      not null,
  text           varchar(2000),
  primary key (header_id, line_no, seq)
);

-- What a mapping of yours adds to a document or line, by name.
create table if not exists iface_extra (
  header_id      bigint       not null references iface_doc (header_id),
  line_no        varchar(20)  not null default '-',
  name           varchar(60)  not null,
  content        varchar(500),
  primary key (header_id, line_no, name)
);

-- ROUTING: what is or will be collected, a row for each load and order.
create table if not exists iface_load (
  header_id      bigint       not null references iface_doc (header_id),
  seq            integer      not null,
  load_no        integer      not null default 1,
  po_number      varchar(35),
  amazon_ref     varchar(40),                             -- ARN
  scac           varchar(10),
  carrier_name   varchar(60),
  transport_mode varchar(20),                             -- TRUCKLOAD LESS_THAN_TRUCKLOAD SMALL_PARCEL AIR OCEAN
  pickup_date    date,
  pickup_time    varchar(5),                              -- HH:MM where the freight stands
  ship_to        varchar(20),                             -- fulfilment centre
  carton_count   integer,
  pallet_count   integer,
  gross_weight   numeric(18,4),
  weight_uom     varchar(5),
  volume         numeric(18,4),
  volume_uom     varchar(5),
  stackable      char(1),                                 -- Y N
  freight_class  varchar(10),
  primary key (header_id, seq)
);

-- REPORT: numbers that the report refers to.
create table if not exists iface_ref (
  header_id      bigint       not null references iface_doc (header_id),
  seq            integer      not null,
  kind           varchar(40),                             -- PURCHASE_ORDER INVOICE BILL_OF_LADING ...
  number         varchar(80),
  primary key (header_id, seq)
);

-- REPORT: a quantity, amount or event of a line.
create table if not exists iface_figure (
  header_id      bigint       not null references iface_doc (header_id),
  line_no        varchar(20)  not null,
  seq            integer      not null,
  code           varchar(30),
  qty            numeric(18,4),
  uom            varchar(5),
  amount         numeric(18,4),
  from_date      date,
  to_date        date,
  happened_at    timestamp,
  remark         varchar(500),
  primary key (header_id, line_no, seq)
);
