/** What a form sent, as text; whatever it calls itself and whatever is in it. */
import type { Context } from 'hono';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Fields of a form; none where the body is no form. */
export async function bodyOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody();
  } catch (thrown) {
    if (thrown instanceof TypeError) return {};
    throw thrown;
  }
}
