-- After the draw: facts by the matter they belong to, and which outcomes are public where.
create table dossier (
  matter text not null,
  id text not null,
  seq integer not null references ledger (seq),
  primary key (matter, id, seq)
) strict, without rowid;
--> statement-breakpoint
create index dossier_seq on dossier (seq);
--> statement-breakpoint
create trigger dossier_keep_update before update on dossier begin select raise(abort, 'a dossier is added to, not altered'); end;
--> statement-breakpoint
create trigger dossier_keep_delete before delete on dossier begin select raise(abort, 'a dossier is added to, not emptied'); end;
--> statement-breakpoint
create table notice (
  source text not null,
  visit integer not null,
  department text not null,
  item text not null,
  seq integer not null references ledger (seq),
  state text not null,
  day text not null,
  outcome integer not null references ledger (seq),
  plan text not null,
  task text not null,
  kind text not null,
  number text not null,
  name text not null,
  body text not null,
  primary key (source, visit, department, item, seq)
) strict, without rowid;
--> statement-breakpoint
create index notice_subject on notice (kind, number);
--> statement-breakpoint
create index notice_name on notice (name);
--> statement-breakpoint
create index notice_task on notice (plan, task);
--> statement-breakpoint
create trigger notice_keep_update before update on notice begin select raise(abort, 'a notice is made anew, not altered'); end;
--> statement-breakpoint
create trigger notice_keep_delete before delete on notice begin select raise(abort, 'a notice is ended, not deleted'); end;
--> statement-breakpoint
create table notice_receipt (
  source text not null,
  visit integer not null,
  department text not null,
  item text not null,
  destination text not null,
  seq integer not null references ledger (seq),
  notice integer not null references ledger (seq),
  state text not null,
  number text not null,
  words text not null,
  primary key (source, visit, department, item, destination, seq)
) strict, without rowid;
--> statement-breakpoint
create trigger notice_receipt_keep_update before update on notice_receipt begin select raise(abort, 'a receipt is added, not altered'); end;
--> statement-breakpoint
create trigger notice_receipt_keep_delete before delete on notice_receipt begin select raise(abort, 'a receipt is kept'); end;
