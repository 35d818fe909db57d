/** What Slack hands out for a short time: triggers that open one form within three seconds, and addresses to answer at. */
import { randomUUID } from 'node:crypto';

export interface Answering {
  readonly user: string;
  readonly channel: string;
  /** The post that was pressed, to be replaced or deleted; null for a command. */
  readonly post: { readonly ts: string; readonly only: string | null } | null;
  readonly thread: string | null;
}

export interface Tickets {
  readonly trigger: (user: string) => string;
  /** Uses a trigger up. @returns whose it is, or the error that Slack answers with */
  readonly exchange: (trigger: string) => { readonly user: string } | { readonly error: string };
  readonly answering: (where: Answering) => string;
  readonly answer: (id: string) => Answering | null;
}

const triggerMs = 3000;
const answeringMs = 30 * 60 * 1000;
const answersMax = 5;

export function makeTickets(now: () => number): Tickets {
  const triggers = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  const answerings = new Map<string, { readonly where: Answering; readonly at: number; uses: number }>();
  let serial = 0;
  return {
    trigger: (user) => {
      serial += 1;
      const id = `${serial}.${now()}.${randomUUID().replaceAll('-', '')}`;
      triggers.set(id, { user, at: now(), used: false });
      return id;
    },
    exchange: (id) => {
      const found = triggers.get(id);
      if (found === undefined) return { error: 'invalid_trigger_id' };
      if (found.used) return { error: 'exchanged_trigger_id' };
      if (now() - found.at > triggerMs) return { error: 'expired_trigger_id' };
      found.used = true;
      return { user: found.user };
    },
    answering: (where) => {
      const id = randomUUID().replaceAll('-', '');
      answerings.set(id, { where, at: now(), uses: 0 });
      return id;
    },
    answer: (id) => {
      const found = answerings.get(id);
      if (found === undefined || found.uses >= answersMax || now() - found.at > answeringMs) return null;
      found.uses += 1;
      return found.where;
    },
  };
}
