-- The standing lists. A row carries the number of the import that brought it and holds from the moment that this import is
-- committed, so that an import of any size becomes true in one small batch, old rows stay, and a reader sees one state.
create table staging (
  no integer primary key,
  list text not null,
  base integer not null,
  at text not null,
  state text not null default 'open' check (state in ('open', 'abandoned', 'swept'))
) strict;
--> statement-breakpoint
create table import (
  no integer primary key references staging (no),
  list text not null,
  file_digest text not null,
  report text not null,
  rows integer not null,
  seq integer not null,
  at text not null
) strict;
--> statement-breakpoint
create index import_list on import (list, no);
--> statement-breakpoint
create trigger import_in_order before insert on import
when exists (select 1 from import i where i.list = new.list and i.no >= new.no)
  or not exists (select 1 from staging s where s.no = new.no and s.list = new.list and s.state = 'open')
begin select raise(abort, 'the list has changed since this import was staged'); end;
--> statement-breakpoint
create trigger import_keep_update before update on import begin select raise(abort, 'an import stays on record'); end;
--> statement-breakpoint
create trigger import_keep_delete before delete on import begin select raise(abort, 'an import stays on record'); end;
--> statement-breakpoint
create table profile (
  no integer primary key,
  text text not null unique
) strict;
--> statement-breakpoint
create trigger profile_keep_update before update on profile begin select raise(abort, 'a profile is immutable'); end;
--> statement-breakpoint
create trigger profile_keep_delete before delete on profile begin select raise(abort, 'a profile is immutable'); end;
--> statement-breakpoint
create table subject (
  kind text not null,
  number text not null,
  import integer not null,
  profile integer not null,
  name text not null,
  primary key (kind, number, import)
) strict, without rowid;
--> statement-breakpoint
create table classification (
  scheme text not null,
  kind text not null,
  number text not null,
  date text not null,
  import integer not null,
  class text not null,
  source text not null,
  primary key (scheme, kind, number, date, import)
) strict, without rowid;
--> statement-breakpoint
create table past_check (
  kind text not null,
  number text not null,
  date text not null,
  department text not null,
  occasion text not null,
  method text not null,
  items text not null,
  import integer not null,
  primary key (kind, number, date, department, occasion, method, items, import)
) strict, without rowid;
--> statement-breakpoint
create table department (key text not null, import integer not null, removed integer not null, body text not null, primary key (key, import)) strict, without rowid;
--> statement-breakpoint
create table inspector (key text not null, import integer not null, removed integer not null, body text not null, primary key (key, import)) strict, without rowid;
--> statement-breakpoint
create table expert (key text not null, import integer not null, removed integer not null, body text not null, primary key (key, import)) strict, without rowid;
--> statement-breakpoint
create table recusal (key text not null, import integer not null, removed integer not null, body text not null, primary key (key, import)) strict, without rowid;
--> statement-breakpoint
create table item (key text not null, import integer not null, removed integer not null, body text not null, primary key (key, import)) strict, without rowid;
--> statement-breakpoint
create table joint_matter (key text not null, import integer not null, removed integer not null, body text not null, primary key (key, import)) strict, without rowid;
--> statement-breakpoint
create table list_version (
  list text not null,
  version integer not null,
  seq integer not null,
  act text not null,
  party text not null,
  at text not null,
  body text not null,
  primary key (list, version, seq, act, party)
) strict, without rowid;
--> statement-breakpoint
create trigger list_version_keep_update before update on list_version begin select raise(abort, 'what became of a list stays on record'); end;
--> statement-breakpoint
create trigger list_version_keep_delete before delete on list_version begin select raise(abort, 'what became of a list stays on record'); end;
