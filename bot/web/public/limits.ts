/** How often the public may send and look up; whoever only reads pages is not counted. */
import { type Limiter, limiter, type Rate } from '../api/rate.ts';

export interface PublicLimits {
  /** Feedback by address: a building may sit behind one. */
  readonly sending: Limiter;
  /** From everywhere together: a ledger is no place to be flooded. */
  readonly allSending: Limiter;
  /** Answers by their codes; eighty bits are not guessed anyway. */
  readonly looking: Limiter;
  /** A ticket is looked up in the whole record, which is read for it. */
  readonly tickets: Limiter;
  readonly allTickets: Limiter;
}

export const publicRates = {
  sending: { burst: 10, perSecond: 1 / 60 },
  allSending: { burst: 300, perSecond: 300 / 86_400 },
  looking: { burst: 20, perSecond: 1 / 10 },
  tickets: { burst: 20, perSecond: 1 / 3 },
  allTickets: { burst: 60, perSecond: 2 },
} as const satisfies Record<keyof PublicLimits, Rate>;

/** @param realNow in ms */
export const publicLimits = (realNow: () => number = Date.now): PublicLimits => ({
  sending: limiter(publicRates.sending, realNow),
  allSending: limiter(publicRates.allSending, realNow),
  looking: limiter(publicRates.looking, realNow),
  tickets: limiter(publicRates.tickets, realNow),
  allTickets: limiter(publicRates.allTickets, realNow),
});

/** For a limit that is not by address. */
export const everywhere = 'everywhere';
