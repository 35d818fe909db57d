/** Which of our notices a row of somebody else's file means: by our own number, or by task, subject and item as far as it gives them. */
import { outcomeId } from '../outcome/key.ts';
import { keyText, type SubjectKey } from '../registry/subject.ts';
import type { Notice } from './notice.ts';

/** What such a row tells. */
export interface Meant {
  readonly id: string;
  readonly taskId: string;
  readonly subject: SubjectKey | null;
  readonly itemName: string;
}

export type Match =
  /** Several where the row is about the subject as a whole. */
  | { readonly kind: 'found'; readonly notices: readonly Notice[] }
  | { readonly kind: 'unknown' }
  /** It tells too little: several outcomes fit. */
  | { readonly kind: 'ambiguous'; readonly fitting: number };

export function matcher(notices: readonly Notice[]): (meant: Meant) => Match {
  const byId = new Map(notices.map((each) => [outcomeId(each), each]));
  const bySubject = Map.groupBy(notices, ({ kind, number }) => `${kind}:${number}`);
  return ({ id, taskId, subject, itemName }) => {
    if (id !== '') {
      const found = byId.get(id);
      return found === undefined ? { kind: 'unknown' } : { kind: 'found', notices: [found] };
    }
    if (subject === null) return { kind: 'unknown' };
    const fitting = (bySubject.get(keyText(subject)) ?? []).filter(
      ({ body: { shown } }) =>
        (taskId === '' || shown?.taskId === taskId) && (itemName === '' || shown?.itemName === itemName),
    );
    if (fitting.length === 0) return { kind: 'unknown' };
    // A row without an item speaks of all that was found at the subject in one task, and nothing else.
    const tasks = new Set(fitting.map(({ body }) => body.shown?.taskId));
    const isOne = itemName === '' ? tasks.size === 1 : fitting.length === 1;
    return isOne ? { kind: 'found', notices: fitting } : { kind: 'ambiguous', fitting: fitting.length };
  };
}
