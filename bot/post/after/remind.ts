/**
 * The post of a reminder. It is not made by a rule over facts, as other posts are: a reminder that is sent by hand at night goes out in
 * the morning, and only the verb knows when that is (`bot/verbs/remind/remind.ts`).
 */
import type { Reminder } from '../../verbs/remind/sent.ts';
import type { After, Post } from '../post.ts';

export const afterRemind = {} as const satisfies After;

/** What goes to one place at one time is one message. */
export const postOfReminder = ({ to, batch }: Pick<Reminder, 'to' | 'batch'>): Post => ({
  kind: 'reminder',
  about: { to, batch },
});
