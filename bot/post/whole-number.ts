/** A number that a button or a form brought back; 0, which is nobody's, where it is none. */
export const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
