/** Posts that follow from entered outcomes: where a department and where the draw stands, renewed in place with every batch. */
import type { OutcomeEntered } from '../../verbs/outcome/enter.ts';
import type { After } from '../post.ts';

export const afterOutcome = {
  'outcome-entered': ({ book, department }: Pick<OutcomeEntered, 'book' | 'department'>) => [
    { kind: 'outcomes', about: { book, department } },
    { kind: 'outcomes-office', about: { book } },
  ],
} as const satisfies After;
