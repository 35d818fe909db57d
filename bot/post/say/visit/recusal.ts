/** An application for recusal, privately to each head of the department: who, which visit, why, and what was decided. */
import { type Part, same } from '../../../message/message.ts';
import { postWords } from '../../../say/visits.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import { recusalCases } from '../../../verbs/visit/recusals.ts';
import { visitsHeld } from '../../../verbs/visit/visits-held.ts';
import type { PostKind } from '../../post.ts';
import { decideChoices, listLink } from './choices.ts';
import { gone } from './gone.ts';

export const recusal: PostKind<{ readonly case: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { case: no, person }) => {
    const declared = (await recusalCases(deps.db)).find((each) => each.case === no);
    const head = await actorOf(deps, person);
    // A head who has moved on reads nothing of his former department any more.
    if (
      declared === undefined ||
      head === null ||
      head.department !== declared.department ||
      !head.roles.includes('head')
    )
      return null;
    const held = await visitsHeld(deps, declared.ceremony);
    if (!held.ok) return gone(declared.ceremony, held.error);
    const { posts, inspectorName, departmentName } = held.value;
    const at = posts.find(({ post }) => post === declared.post);
    const name = `${inspectorName(declared.inspector)}（${declared.inspector}）`;
    const where = at === undefined ? { zh: `${declared.post} 号岗位`, en: `post ${declared.post}` } : postWords(at);
    const { decided } = declared;
    const outcome =
      decided === null
        ? { zh: '待决定', en: 'to be decided' }
        : decided.granted
          ? decided.substitute === null
            ? {
                zh: '准予；递补人员已用完，岗位空缺，由联席办另行抽取人员',
                en: 'granted; no substitute is left, the post is open',
              }
            : {
                zh: `准予；由${inspectorName(decided.substitute)}（${decided.substitute}）接替`,
                en: `granted; ${inspectorName(decided.substitute)} (${decided.substitute}) steps in`,
              }
          : { zh: '不准，原人员参加', en: 'denied; the inspector stays' };
    const summary = {
      zh: `${name}申请回避（第 ${declared.ceremony} 次抽取，${where.zh}）：${outcome.zh}。`,
      en: `${name} asks to be recused (ceremony ${declared.ceremony}, ${where.en}): ${outcome.en}.`,
    };
    const words = decided === null ? '' : decided.words.trim();
    const parts: readonly Part[] = [
      { kind: 'heading', words: { zh: '回避申请', en: 'A recusal' } },
      {
        kind: 'facts',
        facts: [
          {
            name: { zh: '申请人', en: 'Applicant' },
            value: {
              zh: `${name}，${departmentName(declared.department)}`,
              en: `${name}, ${departmentName(declared.department)}`,
            },
          },
          {
            name: { zh: '检查任务', en: 'Visit' },
            value: {
              zh: `第 ${declared.ceremony} 次抽取，${where.zh}`,
              en: `ceremony ${declared.ceremony}, ${where.en}`,
            },
          },
          { name: { zh: '理由', en: 'Reason' }, value: { zh: declared.reason, en: declared.reason } },
          { name: { zh: '决定', en: 'Decision' }, value: outcome },
          ...(words === '' ? [] : [{ name: { zh: '意见', en: 'Words' }, value: same(words) }]),
        ],
      },
      ...(decided === null
        ? [
            { kind: 'choices' as const, choices: decideChoices(no) },
            {
              kind: 'note' as const,
              words: {
                zh: '依据行政处罚法第四十三条，由部门负责人决定；准予的，由抽取确定的下一位递补人员接替。理由只供本单位负责人决定时查看。',
                en: 'By 行政处罚法 43 the head decides; if granted, the next of the draw steps in. The reason is for the heads of the department only.',
              },
            },
            listLink(deps.site, declared.ceremony),
          ]
        : []),
    ];
    return { summary, parts };
  },
};
