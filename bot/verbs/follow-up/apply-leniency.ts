/**
 * 适用从宽清单: the head names the entry of the stored list that fits, and says why it does (三明 三(六); 福安 二(三)2 限制自由裁量权: what is
 * not on the list cannot be chosen).
 */
import type { Leniency } from '../../../core/follow-up/act.ts';
import type { Degree } from '../../../core/outcome/degree.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { needed } from './given.ts';
import { leniencyEntries } from './leniency-entries.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface LeniencyApplied extends Cases {
  readonly list: Leniency;
  readonly entry: string;
  readonly words: string;
  readonly degree: Degree | null;
}

export const applyLeniency = (deps: Deps, actor: Actor, input: LeniencyApplied): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'apply-leniency' }, input, async ({ department, today }) => {
    const entries = await leniencyEntries(deps.db, department, today);
    if (entries.length === 0) return refuse('follow-up', { reason: 'no-leniency-list', department });
    const { list, degree } = input;
    const found = entries.find((each) => each.list === list && each.entry === input.entry.trim());
    if (found === undefined) {
      const of = entries.filter((each) => each.list === list).map(({ entry }) => entry);
      return refuse('follow-up', { reason: 'not-an-entry', entry: input.entry.slice(0, 60), entries: of });
    }
    const words = needed('words', input.words);
    if (!words.ok) return words;
    const { entry, document } = found;
    return ok([{ kind: 'leniency-applied', list, entry, document, words: words.value, degree }]);
  });
