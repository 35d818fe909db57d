/** How often the public may send and look up; whoever only reads pages is not counted. */
import { type Limiter, limiter } from '../api/rate.ts';

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

/** @param realNow in ms */
export const publicLimits = (realNow: () => number = Date.now): PublicLimits => ({
  sending: limiter({ burst: 10, perSecond: 1 / 60 }, realNow),
  allSending: limiter({ burst: 300, perSecond: 300 / 86_400 }, realNow),
  looking: limiter({ burst: 20, perSecond: 1 / 10 }, realNow),
  tickets: limiter({ burst: 20, perSecond: 1 / 3 }, realNow),
  allTickets: limiter({ burst: 60, perSecond: 2 }, realNow),
});

/** For a limit that is not by address. */
export const everywhere = 'everywhere';
