/** The value of what cannot be refused here; a refusal is a fault of the bench. */
import type { Result } from '../../core/result.ts';

export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
