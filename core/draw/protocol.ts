/**
 * The name that every digest of a draw begins with (README §1), and the one form of a time in a record.
 * A change of any byte rule is a new protocol name, never a new meaning of this one.
 */
import type { CivilDate } from '../calendar.ts';

export const PROTOCOL = 'mingchou/draw/1' as const;
export const RECORD_PROTOCOL = `${PROTOCOL}/record` as const;

/** `P/name`: the tag line of a digest. */
export const tag = (name: string): string => `${PROTOCOL}/${name}`;

/** `YYYY-MM-DDTHH:mm:ss.sssZ`; times compare as text. */
export type Time = string;

/** The civil day that a time's own text names (README §9: evidence is older than this day). */
export const dayOf = (time: Time): CivilDate => time.slice(0, 10);
