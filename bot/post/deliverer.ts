/** One deliverer a process: rounds over the outbox never overlap, and what is asked for meanwhile is one round more. */
import type { ChatDeps } from '../chat/door.ts';
import type { Messenger } from '../message/messenger.ts';
import { type Delivered, deliverDue } from './outbox.ts';

export interface Deliverer {
  /** Delivers what is due now; asked for again meanwhile, it goes round once more. */
  readonly deliverDue: () => Promise<Delivered>;
  /** The same, without waiting for it. */
  readonly kick: () => void;
}

export function deliverer(deps: ChatDeps, messenger: Messenger): Deliverer {
  let running: Promise<Delivered> | null = null;
  let following: Promise<Delivered> | null = null;
  const round = (): Promise<Delivered> => {
    running = deliverDue(deps, messenger).finally(() => {
      running = null;
    });
    return running;
  };
  const deliver = (): Promise<Delivered> => {
    if (running === null) return round();
    following ??= running
      .catch(() => {})
      .then(() => {
        following = null;
        return round();
      });
    return following;
  };
  return {
    deliverDue: deliver,
    kick: () => {
      deliver().catch((thrown) => console.error(`outbox ${thrown instanceof Error ? thrown.name : typeof thrown}`));
    },
  };
}
