/**
 * Tickets and their turning. All tasks of a joint group meet a row with the same ticket, so they meet at the same doors;
 * another group sees the circle of tickets turned by an equal part, so it meets at other doors (README §6).
 */

/** Tickets are whole numbers from 0 below this. */
export const TICKETS = 2 ** 53;

/** ⌊g·2^53 / K⌋ exactly; the product does not fit a double. */
export const offsetOf = (group: number, groups: number): number =>
  Number((BigInt(group) * BigInt(TICKETS)) / BigInt(groups));

/** (t + o) mod 2^53 without leaving the safe integers. */
export const turn = (ticket: number, offset: number): number =>
  ticket >= TICKETS - offset ? ticket - (TICKETS - offset) : ticket + offset;

/** All tickets as group `group` of `groups` sees them; group 0 sees them as they are. */
export function turnAll(tickets: Float64Array, group: number, groups: number): Float64Array {
  const offset = offsetOf(group, groups);
  return offset === 0 ? tickets : tickets.map((ticket) => turn(ticket, offset));
}
