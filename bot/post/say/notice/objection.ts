/** An objection, privately to each head of the department: which outcome, what is objected to, and what was decided. */
import { decisionWords } from '../../../../core/notice/words.ts';
import { bookOfSource, outcomeKeyOf, visitNo } from '../../../../core/outcome/key.ts';
import { heading, same } from '../../../message/message.ts';
import { may } from '../../../rights.ts';
import { civil } from '../../../say/time.ts';
import { objections } from '../../../verbs/notice/objections.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import type { PostKind } from '../../post.ts';
import { decideObjectionChoices } from './choices.ts';

export const objection: PostKind<{ readonly objection: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { objection: no, person }) => {
    const held = (await objections(deps.db)).find((each) => each.objection === no);
    const head = await actorOf(deps, person);
    // A head who has moved on reads nothing of his former department any more.
    if (held === undefined || head === null || !may(head, 'decide-objection', { department: held.department }).ok)
      return null;
    const key = outcomeKeyOf(held.case);
    const visit = key === null ? held.case : visitNo(bookOfSource(key.source), key.visit);
    const { decided } = held;
    const outcome = decided === null ? { zh: '待决定', en: 'to be decided' } : decisionWords[decided.decision];
    const summary = {
      zh: `对检查编号 ${visit} 公示结果的异议（第 ${no} 号）：${outcome.zh}。`,
      en: `Objection ${no} to the published outcome of visit ${visit}: ${outcome.en}.`,
    };
    return {
      summary,
      parts: [
        heading('公示异议', 'An objection'),
        {
          kind: 'facts',
          facts: [
            { name: { zh: '检查编号', en: 'Visit' }, value: same(visit) },
            { name: { zh: '报送编号', en: 'Outcome' }, value: same(held.case) },
            { name: { zh: '收到日期', en: 'Received on' }, value: civil(held.receivedOn) },
            { name: { zh: '异议内容', en: 'Objection' }, value: same(held.words) },
            { name: { zh: '决定', en: 'Decision' }, value: outcome },
            ...(decided === null ? [] : [{ name: { zh: '理由', en: 'Reason' }, value: same(decided.words) }]),
          ],
        },
        ...(decided === null
          ? [
              { kind: 'choices' as const, choices: decideObjectionChoices(no) },
              {
                kind: 'note' as const,
                words: {
                  zh: '更正的，由检查单位重新录入、审核、公示；撤回的，立即停止公示。原版本都保留在记录中。',
                  en: 'To be corrected: entered, reviewed and published anew. Withdrawn: ends at once. The old version stays on record.',
                },
              },
            ]
          : []),
      ],
    };
  },
};
