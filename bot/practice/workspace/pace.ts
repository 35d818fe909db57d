/**
 * Slack's rate limits as far as they shape a bot: one post per second and channel with short bursts, and calls per minute by the
 * method's tier. Off unless asked for, so that a person on the page waits for nothing.
 */
const burst = 4;
const perMinute: Readonly<Record<string, number>> = {
  'chat.update': 50,
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'conversations.history': 50,
  'conversations.replies': 50,
  'conversations.info': 50,
  'conversations.members': 100,
  'conversations.open': 50,
  'users.info': 100,
  'users.list': 20,
  'views.open': 100,
  'views.update': 100,
  'views.publish': 100,
};

export interface Pace {
  readonly set: (on: boolean) => void;
  /** Seconds to wait, or 0 where the call may go on. @param at real time in ms */
  readonly wait: (method: string, channel: string, at: number) => number;
}

interface Bucket {
  tokens: number;
  at: number;
}

export function makePace(on: boolean): Pace {
  let held = on;
  const buckets = new Map<string, Bucket>();

  function take(key: string, capacity: number, perMs: number, at: number): number {
    const bucket = buckets.get(key) ?? { tokens: capacity, at };
    bucket.tokens = Math.min(capacity, bucket.tokens + (at - bucket.at) * perMs);
    bucket.at = at;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  }

  return {
    set: (next) => {
      held = next;
      buckets.clear();
    },
    wait: (method, channel, at) => {
      if (!held) return 0;
      if (method === 'chat.postMessage') return take(`post ${channel}`, burst, 1 / 1000, at);
      const tier = perMinute[method];
      return tier === undefined ? 0 : take(method, tier, tier / 60_000, at);
    },
  };
}
