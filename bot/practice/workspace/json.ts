/** Reading JSON that somebody else made: what is not of the expected kind is empty, never an error. */
export type Obj = { readonly [key: string]: unknown };

export const isObj = (value: unknown): value is Obj =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const objOf = (value: unknown): Obj => (isObj(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const objsOf = (value: unknown): readonly Obj[] => listOf(value).filter(isObj);
export const strOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The value of a JSON text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
