-- The roll of people who may act: a row for each state of a person, the last one holds.
create table person (
  id text not null,
  seq integer not null,
  ended integer not null,
  body text not null,
  primary key (id, seq)
) strict, without rowid;
--> statement-breakpoint
create trigger person_keep_update before update on person begin select raise(abort, 'what a person could do stays on record'); end;
--> statement-breakpoint
create trigger person_keep_delete before delete on person begin select raise(abort, 'what a person could do stays on record'); end;
