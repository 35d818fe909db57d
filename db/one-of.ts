/**
 * A word that a row holds, as one of the few that it may hold. The tables check most of them and we wrote them all, so another
 * one means that the database was altered by something else.
 */

/** @throws Error where the value is none of the words */
export function oneOf<const T extends string>(words: readonly T[], value: unknown): T {
  const found = words.find((each) => each === value);
  if (found === undefined)
    throw new Error(`the database holds an unknown word where one of ${words.join(', ')} stands`);
  return found;
}
