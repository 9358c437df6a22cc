-- Serial shipping container codes that were ever used, the hub's own and the ERP's. A code is on one row: its latest use.
create table sscc (
  sscc            varchar(18)  primary key,         -- 18 digits without application identifier
  partner         varchar(60)  not null,
  shipment_id     varchar(80)  not null,
  document_id     varchar(26)  not null,            -- the shipment notice that used it last
  package_no      varchar(40)  not null,
  allocated_by    varchar(3)   not null,            -- HUB: taken from the vendor's prefix; ERP: came with the notice
  allocated_at    timestamp(6) with time zone not null,
  used_at         timestamp(6) with time zone not null
);
create index ix_sscc_document on sscc (document_id);
create index ix_sscc_shipment on sscc (partner, shipment_id);

-- The serial numbers of SSCCs: one sequence per extension digit and GS1 company prefix, whatever partner it serves.
create table sscc_sequence (
  prefix          varchar(13)  primary key,
  last_serial     bigint       not null
);
