/** Made by `node db/migrations/bundle.ts` from the .sql files beside it. Do not edit. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  {
    name: '0001_ledger',
    sql: `-- The ledger, what lies beside it, and what leaves through it.
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
`,
  },
  {
    name: '0002_registry',
    sql: `-- The standing lists. A row carries the number of the import that brought it and holds from the moment that this import is
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
`,
  },
  {
    name: '0003_plan',
    sql: `-- Policies in force, plans by revision, approvals.
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
`,
  },
  {
    name: '0004_draw',
    sql: `-- Ceremonies, sealed secrets, records of draws, and what came of them. Visits and posts lie under the digest of the record
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
`,
  },
  {
    name: '0005_people',
    sql: `-- The roll of people who may act: a row for each state of a person, the last one holds.
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
`,
  },
  {
    name: '0006_chat',
    sql: `-- Who is who in a chat, where its channels are, and which posts stand there. None of this decides anything: it can be made anew.
create table chat_user (
  platform text not null,
  user text not null,
  person text not null,
  seq integer not null references ledger (seq),
  primary key (platform, user)
) strict, without rowid;
--> statement-breakpoint
create index chat_user_person on chat_user (person);
--> statement-breakpoint
create table chat_code (
  digest text primary key,
  purpose text not null,
  person text not null,
  until text not null,
  used text
) strict, without rowid;
--> statement-breakpoint
create index chat_code_person on chat_code (person);
--> statement-breakpoint
create table chat_try (
  who text not null,
  at text not null
) strict;
--> statement-breakpoint
create index chat_try_who on chat_try (who);
--> statement-breakpoint
create table chat_channel (
  platform text not null,
  place text not null,
  channel text not null,
  seq integer not null references ledger (seq),
  primary key (platform, place)
) strict, without rowid;
--> statement-breakpoint
create unique index chat_channel_channel on chat_channel (platform, channel);
--> statement-breakpoint
create table chat_post (
  platform text not null,
  slot text not null,
  channel text not null,
  message text not null,
  root text,
  said text not null,
  at text not null,
  primary key (platform, slot)
) strict, without rowid;
--> statement-breakpoint
create unique index chat_post_message on chat_post (platform, channel, message);
--> statement-breakpoint
create table chat_delivery (
  key text primary key,
  at text not null
) strict, without rowid;
--> statement-breakpoint
create index outbox_destination on outbox (destination) where sent is null;
`,
  },
  {
    name: '0007_sheet',
    sql: `-- Rows that departments send from their workbooks, and what inspectors found; every change is a new row beside the old ones.
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
`,
  },
  {
    name: '0008_dossier',
    sql: `-- After the draw: facts by the matter they belong to, and which outcomes are public where.
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
`,
  },
  {
    name: '0009_moved',
    sql: `-- An office that moved to another database is closed in this one, whichever program still has it open: its last fact says where it went.
create trigger ledger_moved before insert on ledger
when new.kind not in ('office-arrived', 'move-cancelled') and (select kind from ledger where seq = new.seq - 1) = 'office-moved'
begin select raise(abort, 'the office has moved'); end;
--> statement-breakpoint
create trigger outbox_moved before update on outbox
when (select kind from ledger order by seq desc limit 1) = 'office-moved'
begin select raise(abort, 'the office has moved'); end;
--> statement-breakpoint
create trigger chat_post_moved before insert on chat_post
when (select kind from ledger order by seq desc limit 1) = 'office-moved'
begin select raise(abort, 'the office has moved'); end;
--> statement-breakpoint
create trigger chat_post_moved_update before update on chat_post
when (select kind from ledger order by seq desc limit 1) = 'office-moved'
begin select raise(abort, 'the office has moved'); end;
`,
  },
  {
    name: '0010_tended',
    sql: `-- Until when nothing is due that follows from the time alone, as long as the ledger ends where it ended: a minute in which nothing is due
-- reads a few rows instead of everything that is recorded. Bookkeeping: it may be lost at any time.
create table tended (
  task text primary key,
  head text not null,
  until text not null
) strict, without rowid;
--> statement-breakpoint
create index chat_delivery_at on chat_delivery (at);
`,
  },
];
