/** 决定异议 from the head's own post: each decision is a button, and its reason a form of one field. */
import type { ObjectionDecision } from '../../../core/notice/objection.ts';
import { decisionWords } from '../../../core/notice/words.ts';
import { one } from '../../message/form.ts';
import { decideObjection } from '../../verbs/notice/decide-objection.ts';
import { objections } from '../../verbs/notice/objections.ts';
import { authorisedFor } from '../../verbs/notice/whose.ts';
import { fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';

export const decideOneForm = (decision: ObjectionDecision): FormDoor => ({
  open: async ({ deps, actor }, about) => {
    const objection = Number(about);
    const held = (await objections(deps.db)).find((each) => each.objection === objection);
    const allowed =
      held === undefined ? { ok: false } : await authorisedFor(deps, actor, 'decide-objection', held.department);
    // Whoever may not decide reads nothing of it, not even that it exists.
    if (held === undefined || !allowed.ok)
      return noForm({ stage: 'notice', why: { reason: 'no-objection', objection } });
    if (held.decided !== null)
      return noForm({
        stage: 'notice',
        why: { reason: 'objection-decided', objection, decision: held.decided.decision },
      });
    return {
      form: {
        id: `objection-${decision}`,
        about,
        title: { zh: `异议：${decisionWords[decision].zh}`, en: `Objection: ${decisionWords[decision].en}` },
        submit: { zh: '决定', en: 'Decide' },
        intro: [{ kind: 'text', words: { zh: `异议内容：${held.words}`, en: `Objection: ${held.words}` } }],
        fields: [wordsField({ zh: '理由', en: 'Reason' })],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const done = await decideObjection(deps, actor, {
      objection: Number(about),
      decision,
      words: one(values, 'words'),
    });
    return filled(done, fieldsBy({ 'no-words': 'words', 'too-long': 'words' }), ({ decision: made }) => ({
      zh: `已决定：${decisionWords[made].zh}。`,
      en: `Decided: ${decisionWords[made].en}.`,
    }));
  },
});
