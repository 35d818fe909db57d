/** Of a number of things. */
export const s = (n: number): string => (n === 1 ? '' : 's');
