/**
 * The platform's counters behind ours: an isolate counts in its own memory, which blunts one flood; the binding counts for all isolates of a
 * place. It knows whole minutes only, so each is set (wrangler.toml) to what its bucket allows in any minute and never refuses what one
 * isolate alone would have allowed. A day's bucket (`allSending`) has no such counter.
 */
import { type Limiter, type Limits, usualLimits } from '../web/api/rate.ts';
import { type PublicLimits, publicLimits } from '../web/public/limits.ts';

/** A `[[ratelimits]]` binding. */
export interface Counter {
  limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

export interface Counters {
  readonly LIMIT_TOKEN?: Counter;
  readonly LIMIT_ADDRESS?: Counter;
  readonly LIMIT_SENDING?: Counter;
  readonly LIMIT_LOOKING?: Counter;
  readonly LIMIT_TICKETS?: Counter;
  readonly LIMIT_ALL_TICKETS?: Counter;
}

const here = usualLimits();
const window = publicLimits();

export const limitsAt = ({ LIMIT_TOKEN, LIMIT_ADDRESS }: Counters): Limits => ({
  token: both(here.token, LIMIT_TOKEN),
  address: both(here.address, LIMIT_ADDRESS),
});

export const publicLimitsAt = (counters: Counters): PublicLimits => ({
  sending: both(window.sending, counters.LIMIT_SENDING),
  allSending: window.allSending,
  looking: both(window.looking, counters.LIMIT_LOOKING),
  tickets: both(window.tickets, counters.LIMIT_TICKETS),
  allTickets: both(window.allTickets, counters.LIMIT_ALL_TICKETS),
});

/** Half of its minute: where in it we stand is not told. */
const waitSeconds = 30;

const both = (own: Limiter, counter: Counter | undefined): Limiter => ({
  waitFor: async (who) => {
    const seconds = await own.waitFor(who);
    if (seconds > 0 || counter === undefined) return seconds;
    try {
      const { success } = await counter.limit({ key: await digestOf(who) });
      return success ? 0 : waitSeconds;
    } catch {
      // A counter out of order stops nobody.
      return 0;
    }
  },
});

/** A token is a secret, an address is somebody's: neither leaves the Worker as it is. */
async function digestOf(who: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(who));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
