/** How long a browser keeps what it was given. */

/** Its name says its content. */
export const forEver = 'public, max-age=31536000, immutable';
export const forADay = 'public, max-age=86400';
/** Kept, and used after asking whether it is still the same. */
export const eachTime = 'no-cache';
