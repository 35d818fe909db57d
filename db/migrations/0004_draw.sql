-- Ceremonies, sealed secrets, records of draws, and what came of them. Visits and posts lie under the digest of the record
-- that they follow from: rows of a record that never came true belong to nothing and harm nobody.
create table ceremony (
  no integer primary key,
  stage text not null,
  seq integer not null,
  body text not null
) strict;
--> statement-breakpoint
create trigger ceremony_keep_no before update of no on ceremony begin select raise(abort, 'the number of a ceremony is burned when used'); end;
--> statement-breakpoint
create trigger ceremony_keep_delete before delete on ceremony begin select raise(abort, 'the number of a ceremony is burned when used'); end;
--> statement-breakpoint
create trigger ceremony_in_order before insert on ceremony
when new.no <> (select coalesce(max(no), 0) from ceremony) + 1
begin select raise(abort, 'ceremonies are numbered one after the other'); end;
--> statement-breakpoint
create table sealed_secret (
  ceremony integer not null references ceremony (no),
  participant text not null,
  sealed text not null,
  at text not null,
  primary key (ceremony, participant)
) strict, without rowid;
--> statement-breakpoint
create trigger sealed_secret_keep_update before update on sealed_secret begin select raise(abort, 'a sealed secret stays sealed'); end;
--> statement-breakpoint
create trigger sealed_secret_keep_delete before delete on sealed_secret begin select raise(abort, 'a sealed secret stays sealed'); end;
--> statement-breakpoint
create table draw_record (
  ceremony integer not null references ceremony (no),
  edition integer not null,
  digest text not null unique,
  manifest_digest text not null,
  root text not null,
  pages text not null,
  seq integer not null,
  primary key (ceremony, edition)
) strict, without rowid;
--> statement-breakpoint
create trigger draw_record_once before insert on draw_record
when new.edition <> (select count(*) from draw_record where ceremony = new.ceremony)
  or (new.edition > 0 and not exists (select 1 from ledger where seq = new.seq and kind = 'public-number-corrected'))
begin select raise(abort, 'a ceremony has one record; only a corrected public number brings another edition'); end;
--> statement-breakpoint
create trigger draw_record_keep_update before update on draw_record begin select raise(abort, 'a record is immutable'); end;
--> statement-breakpoint
create trigger draw_record_keep_delete before delete on draw_record begin select raise(abort, 'a record is immutable'); end;
--> statement-breakpoint
create table visit (
  record text not null,
  no integer not null,
  event integer not null,
  row integer not null,
  kind text not null,
  number text not null,
  grp integer not null,
  tasks text not null,
  ended integer not null,
  primary key (record, no, event)
) strict, without rowid;
--> statement-breakpoint
create index visit_subject on visit (kind, number);
--> statement-breakpoint
create trigger visit_keep_update before update on visit begin select raise(abort, 'visits follow from the record'); end;
--> statement-breakpoint
create trigger visit_keep_delete before delete on visit begin select raise(abort, 'visits follow from the record'); end;
--> statement-breakpoint
create table post (
  record text not null,
  no integer not null,
  event integer not null,
  visit integer not null,
  department text not null,
  pool text not null,
  need text not null,
  officer text,
  start integer not null,
  primary key (record, no, event)
) strict, without rowid;
--> statement-breakpoint
create index post_officer on post (record, officer);
--> statement-breakpoint
create trigger post_keep_update before update on post begin select raise(abort, 'posts follow from the record'); end;
--> statement-breakpoint
create trigger post_keep_delete before delete on post begin select raise(abort, 'posts follow from the record'); end;
--> statement-breakpoint
create table draw_event (
  record text not null references draw_record (digest),
  no integer not null,
  kind text not null,
  digest text not null,
  body text not null,
  seq integer not null,
  primary key (record, no)
) strict, without rowid;
--> statement-breakpoint
create trigger draw_event_in_order before insert on draw_event
when new.no <> (select coalesce(max(no), 0) from draw_event where record = new.record) + 1
begin select raise(abort, 'events of a record are numbered one after the other'); end;
--> statement-breakpoint
create trigger draw_event_keep_update before update on draw_event begin select raise(abort, 'an event stays on record'); end;
--> statement-breakpoint
create trigger draw_event_keep_delete before delete on draw_event begin select raise(abort, 'an event stays on record'); end;
