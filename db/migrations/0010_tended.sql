-- Until when nothing is due that follows from the time alone, as long as the ledger ends where it ended: a minute in which nothing is due
-- reads a few rows instead of everything that is recorded. Bookkeeping: it may be lost at any time.
create table tended (
  task text primary key,
  head text not null,
  until text not null
) strict, without rowid;
--> statement-breakpoint
create index chat_delivery_at on chat_delivery (at);
