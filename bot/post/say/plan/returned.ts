/** Under the plan: that a reviewer returned a version, with the words and the tasks. The root above is only renewed, and calls nobody. */
import { returnWords } from '../../../say/plan-reviews.ts';
import { factBodies } from '../../../verbs/ledger/fact-bodies.ts';
import { planView } from '../../../verbs/plan/plan-view.ts';
import type { ReturnNote } from '../../../verbs/plan/send-back.ts';
import type { PostKind } from '../../post.ts';

export const planReturned: PostKind<{ readonly plan: string; readonly version: number }> = {
  place: () => 'office',
  under: ({ plan }) => `plan/${plan}`,
  say: async (deps, { plan, version }) => {
    const notes = await factBodies<ReturnNote>(deps.db, 'plan-returned');
    const note = notes.find(({ body }) => body.plan === plan && body.version === version)?.body;
    const view = await planView(deps, plan);
    if (note === undefined || !view.ok) return null;
    const [said, ...tasks] = returnWords(note, view.value.names);
    if (said === undefined) return null;
    const summary = { zh: `${ended(said.zh)}。请修改后再送审。`, en: `${ended(said.en)}. Mend it and send it again.` };
    return {
      summary,
      parts: [
        { kind: 'text', words: summary },
        ...(tasks.length === 0 ? [] : [{ kind: 'list' as const, items: tasks }]),
      ],
    };
  },
};

/** Without the stop that the reviewer may have typed himself. */
const ended = (text: string): string => text.trimEnd().replace(/[。.；;]+$/u, '');
