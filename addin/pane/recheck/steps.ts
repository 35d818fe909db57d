/** A record computed again, step by step, by the very code of the desk, of the public page and of the command line. */
import { parseRecord } from '../../../core/draw/format.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { type Failure, stepsOf, type VerifyStep } from '../../../core/draw/verify.ts';

export type Rechecked =
  | { readonly ok: true; readonly record: DrawRecord }
  | { readonly ok: false; readonly failure: Failure };

/**
 * @param held hears of each step that holds
 * @param breath lets the pane be painted, and people press buttons, between two steps
 */
export async function recheck(
  candidate: unknown,
  held: (step: VerifyStep) => void,
  breath: () => Promise<void>,
): Promise<Rechecked> {
  const parsed = parseRecord(candidate);
  if (!parsed.ok) return { ok: false, failure: { step: 'format', ...parsed.error } };
  held('format');
  await breath();
  for (const { step, difference } of stepsOf(parsed.value)) {
    if (difference !== null) return { ok: false, failure: { step, ...difference } };
    held(step);
    await breath();
  }
  return { ok: true, record: parsed.value };
}
