-- Policies in force, plans by revision, approvals.
create table policy_in_force (
  seq integer primary key,
  policy text not null,
  from_date text not null,
  body text not null
) strict;
--> statement-breakpoint
create table plan (
  no text not null,
  revision integer not null,
  version integer not null,
  state text not null,
  seq integer not null,
  body text not null,
  primary key (no, revision)
) strict, without rowid;
--> statement-breakpoint
create trigger plan_keep_update before update on plan begin select raise(abort, 'a revision of a plan stays as it was'); end;
--> statement-breakpoint
create trigger plan_keep_delete before delete on plan begin select raise(abort, 'a revision of a plan stays as it was'); end;
--> statement-breakpoint
create table plan_approval (
  no text not null,
  version integer not null,
  reviewer text not null,
  point text not null,
  by text not null,
  at text not null,
  seq integer not null,
  primary key (no, version, reviewer, point)
) strict, without rowid;
--> statement-breakpoint
create trigger plan_approval_keep_update before update on plan_approval begin select raise(abort, 'an approval stays on record'); end;
--> statement-breakpoint
create trigger plan_approval_keep_delete before delete on plan_approval begin select raise(abort, 'an approval stays on record'); end;
