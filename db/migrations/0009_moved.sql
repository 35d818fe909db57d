-- An office that moved to another database is closed in this one, whichever program still has it open: its last fact says where it went.
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
