/** Watches what one act leaves in the ledger, so that its door can say what is known if the act cannot be finished. */
import type { Recorded } from '../db/trouble.ts';
import type { Deps } from './deps.ts';
import { databaseTroubleIn } from './say/trouble.ts';

export interface Watched<D extends Deps> {
  /** For this act, and no other. */
  readonly deps: D;
  readonly leftBy: (thrown: unknown) => Recorded;
}

export function watched<D extends Deps>(deps: D): Watched<D> {
  let isRecorded = false;
  return {
    deps: {
      ...deps,
      recorded: () => {
        isRecorded = true;
        deps.recorded?.();
      },
    },
    leftBy: (thrown) =>
      databaseTroubleIn(thrown)?.recorded === 'unknown' ? 'unknown' : isRecorded ? 'something' : 'nothing',
  };
}
