/** Which screens there are, and the way back from each. */

export type Screen =
  | { readonly at: 'sign-in' }
  | { readonly at: 'home' }
  | { readonly at: 'adopt' }
  | { readonly at: 'check' | 'preview' | 'conflicts' | 'refresh'; readonly worksheet: string }
  | { readonly at: 'sent' }
  | { readonly at: 'draws' }
  | { readonly at: 'draw'; readonly no: number }
  | { readonly at: 'figures' }
  | { readonly at: 'help' };

/** The last is the one that is shown. */
export type Trail = readonly [Screen, ...Screen[]];

export const shownOf = (trail: Trail): Screen => trail.at(-1) ?? trail[0];

/** What an address may ask for: the ribbon has a button for each. */
export function screenAsked(hash: string): Screen | null {
  switch (hash.replace(/^#/, '')) {
    case 'verify':
      return { at: 'draws' };
    case 'help':
      return { at: 'help' };
    default:
      return null;
  }
}

/** Who is not signed in is asked to; verifying and help may be read without. */
export function trailAtStart(asked: Screen | null, isSignedIn: boolean): Trail {
  const home: Trail = [{ at: 'home' }];
  if (asked?.at === 'help') return [...home, asked];
  const wanted: Trail = asked === null ? home : [...home, asked];
  return isSignedIn ? wanted : [...wanted, { at: 'sign-in' }];
}

/** A screen that is in the trail already is gone back to, so that the way back never turns in a circle. */
export function forward(trail: Trail, to: Screen): Trail {
  const [first, ...rest] = trail;
  const before = [first, ...rest].findIndex((each) => sameScreen(each, to));
  if (before === 0) return [first];
  return before === -1 ? [first, ...rest, to] : [first, ...rest.slice(0, before - 1), to];
}

export function backward(trail: Trail): Trail {
  const [first, ...rest] = trail;
  return [first, ...rest.slice(0, -1)];
}

const sameScreen = (one: Screen, other: Screen): boolean => JSON.stringify(one) === JSON.stringify(other);
