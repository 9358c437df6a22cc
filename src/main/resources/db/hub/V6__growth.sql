-- Indexes for statements that otherwise read more with each document that is stored. H2 and PostgreSQL.

-- A rejected document leaves the chain of replacements: which one replaced it?
create index ix_counted_document_replaces on counted_document (replaces);

-- What is awaited of a kind (shipped and not yet invoiced), soonest first; deadlines that were met stay in the table.
create index ix_deadline_awaited on deadline (kind, ended_at, due_at);

-- The answers to an interchange: looked for whenever one has been identified.
create index ix_interchange_answers on interchange (answers);

-- Orders whose acknowledgment is late, counted for the metrics; nearly all orders are acknowledged.
create index ix_purchase_order_awaits on purchase_order (acknowledged_at, acknowledgment_due);

-- Parked work that nobody replayed, and tasks that nobody closed, oldest first; both tables keep what is settled.
create index ix_parked_open on parked (replayed_at, id);
create index ix_task_open on task (closed_at, opened_at);
