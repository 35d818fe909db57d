/**
 * A refusal is a value, a bug is a throw. Callers write `if (!r.ok) return r`; there is no other control flow.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Ends an exhaustive switch: a new arm that nobody handles does not compile. */
export function never(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
