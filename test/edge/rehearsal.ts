/** What a rehearsed Worker and whoever stands before it say to each other, beside the requests. */

/** Header of a request: the instant of the county's clock, ISO. */
export const instantHeader = 'x-rehearsal-instant';
/** Answered once nothing that any request began is still at work. */
export const idlePath = '/rehearsal/idle';
/** Setting: what chance follows from. */
export const seedSetting = 'REHEARSAL_SEED';
