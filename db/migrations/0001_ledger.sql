-- The ledger, what lies beside it, and what leaves through it.
create table ledger (
  seq integer primary key,
  prev text not null unique,
  at text not null,
  kind text not null,
  actor text not null,
  body_digest text not null,
  hash text not null unique
) strict;
--> statement-breakpoint
create index ledger_kind on ledger (kind, seq);
--> statement-breakpoint
create table ledger_body (
  seq integer primary key references ledger (seq),
  salt text,
  text text
) strict;
--> statement-breakpoint
create table ledger_erasure (
  seq integer primary key references ledger_body (seq),
  by_seq integer not null references ledger (seq)
) strict;
--> statement-breakpoint
create trigger ledger_append before insert on ledger
when new.seq <> (select coalesce(max(seq), 0) from ledger) + 1
  or new.prev <> coalesce((select hash from ledger where seq = new.seq - 1), '0000000000000000000000000000000000000000000000000000000000000000')
begin select raise(abort, 'UNIQUE ledger: another row stands there'); end;
--> statement-breakpoint
create trigger ledger_keep_update before update on ledger begin select raise(abort, 'the ledger is append-only'); end;
--> statement-breakpoint
create trigger ledger_keep_delete before delete on ledger begin select raise(abort, 'the ledger is append-only'); end;
--> statement-breakpoint
create trigger ledger_body_keep_delete before delete on ledger_body begin select raise(abort, 'bodies are erased on record, not deleted'); end;
--> statement-breakpoint
create trigger ledger_body_keep_update before update on ledger_body
when new.seq <> old.seq or new.salt is not null or new.text is not null
  or not exists (select 1 from ledger_erasure e join ledger l on l.seq = e.by_seq where e.seq = old.seq and l.kind = 'body-erased')
begin select raise(abort, 'bodies are erased on record, not changed'); end;
--> statement-breakpoint
create trigger ledger_erasure_keep_update before update on ledger_erasure begin select raise(abort, 'an erasure stays on record'); end;
--> statement-breakpoint
create trigger ledger_erasure_keep_delete before delete on ledger_erasure begin select raise(abort, 'an erasure stays on record'); end;
--> statement-breakpoint
create table checkpoint (
  size integer not null,
  head text not null,
  place text not null,
  at text not null,
  primary key (size, place)
) strict, without rowid;
--> statement-breakpoint
create trigger checkpoint_keep_update before update on checkpoint begin select raise(abort, 'a posted checkpoint stays on record'); end;
--> statement-breakpoint
create trigger checkpoint_keep_delete before delete on checkpoint begin select raise(abort, 'a posted checkpoint stays on record'); end;
--> statement-breakpoint
create table done (
  key text primary key,
  seq integer not null,
  answer text not null
) strict, without rowid;
--> statement-breakpoint
create trigger done_keep_update before update on done begin select raise(abort, 'an answer given stays given'); end;
--> statement-breakpoint
create table outbox (
  id integer primary key,
  seq integer not null references ledger (seq),
  destination text not null,
  message text not null,
  due text not null,
  attempts integer not null default 0,
  sent text,
  trouble text not null default ''
) strict;
--> statement-breakpoint
create index outbox_pending on outbox (due) where sent is null;
--> statement-breakpoint
create table page (
  digest text primary key,
  tag text not null,
  text text not null
) strict;
--> statement-breakpoint
create trigger page_keep_update before update on page begin select raise(abort, 'a page is immutable'); end;
--> statement-breakpoint
create trigger page_keep_delete before delete on page begin select raise(abort, 'a page is immutable'); end;
