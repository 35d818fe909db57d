-- Who is who in a chat, where its channels are, and which posts stand there. None of this decides anything: it can be made anew.
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
