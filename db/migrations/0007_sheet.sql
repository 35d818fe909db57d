-- Rows that departments send from their workbooks, and what inspectors found; every change is a new row beside the old ones.
create table reply_row (
  consultation text not null,
  department text not null,
  id text not null,
  seq integer not null references ledger (seq),
  person text not null,
  at text not null,
  body text not null,
  primary key (consultation, department, id, seq)
) strict, without rowid;
--> statement-breakpoint
create table outcome (
  source text not null,
  visit integer not null,
  department text not null,
  item text not null,
  seq integer not null references ledger (seq),
  person text not null,
  at text not null,
  door text not null,
  body text not null,
  primary key (source, visit, department, item, seq)
) strict, without rowid;
--> statement-breakpoint
create index outcome_department on outcome (source, department);
--> statement-breakpoint
create trigger outcome_keep_update before update on outcome begin select raise(abort, 'an outcome is entered anew, not altered'); end;
--> statement-breakpoint
create trigger outcome_keep_delete before delete on outcome begin select raise(abort, 'an outcome is entered anew, not deleted'); end;
--> statement-breakpoint
alter table chat_code add column bound text not null default '';
