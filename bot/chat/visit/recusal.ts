/** 申请回避 and its decision. The form is the inspector's own: it names visits by their numbers, as his post and his list do. */
import { type Form, one } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { postWords } from '../../say/visits.ts';
import { recusalCases } from '../../verbs/visit/recusals.ts';
import { decideRecusal, declareRecusal } from '../../verbs/visit/recuse.ts';
import { visitsHeld } from '../../verbs/visit/visits-held.ts';
import { headsOf } from '../../verbs/visit/who.ts';
import { atField, fieldsBy, filled, noForm, told } from '../answer.ts';
import type { FormDoor } from '../door.ts';

export const declareForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const ceremony = numberIn(about);
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) return noForm(held.error);
    const { posts, recusals, handed } = held.value;
    const waiting = new Set(recusals.filter(({ inspector }) => inspector === actor.inspector).map(({ post }) => post));
    const mine = posts.filter(
      ({ officer, post }) => handed && actor.inspector !== '' && officer === actor.inspector && !waiting.has(post),
    );
    if (mine.length === 0) {
      const words = {
        zh: `第 ${ceremony} 次抽取中，您没有可以申请回避的岗位（没有任务，或已申请）。`,
        en: `No post of ceremony ${ceremony} is yours to be recused from: none is yours, or you asked already.`,
      };
      return { message: sentence(words) };
    }
    const form: Form = {
      id: 'recusal-declare',
      about: String(ceremony),
      title: { zh: '申请回避', en: 'Ask to be recused' },
      submit: { zh: '提交', en: 'Submit' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: '检查对象的名称见名单页同一检查编号。理由只提供给本单位负责人决定时查看，不在任何群组出现，也不进入公开记录。',
            en: 'The list has the enterprise under the same number. The reason is for the heads of your department only; no channel and no public record has it.',
          },
        },
      ],
      fields: [
        {
          kind: 'one-of',
          id: 'post',
          label: { zh: '哪一户', en: 'Which visit' },
          options: mine.map((each) => ({ value: String(each.post), label: postWords(each) })),
        },
        { kind: 'text', id: 'reason', label: { zh: '理由', en: 'Reason' }, lines: 'many', atMost: 1000 },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const typed = one(values, 'post');
    if (!/^\d{1,9}$/.test(typed)) return atField('post', { zh: '请选择哪一户。', en: 'Choose a visit.' });
    const done = await declareRecusal(deps, actor, {
      ceremony: numberIn(about),
      post: Number(typed),
      reason: one(values, 'reason'),
    });
    const heads = await headsOf(deps.db, actor.department, actor.person);
    return filled(done, fieldsBy({ 'no-reason-given': 'reason' }), () =>
      heads.length === 0
        ? {
            zh: '回避申请已登记，但本单位没有登记在册的负责人可以决定，请联系联席办登记。',
            en: 'The application is on record, but no head of your department is on the roll; ask the office to enrol one.',
          }
        : {
            zh: '回避申请已登记，已送部门负责人决定；决定之前请勿对该户实施检查。',
            en: 'The application is on record and with the head; do not inspect there until it is decided.',
          },
    );
  },
};

const decideForm = (granted: boolean): FormDoor => ({
  open: async ({ deps, actor }, about) => {
    const no = numberIn(about);
    const declared = (await recusalCases(deps.db)).find((each) => each.case === no);
    // Whoever may not decide reads nothing of the case, not even that it exists.
    if (declared === undefined || declared.department !== actor.department || !actor.roles.includes('head'))
      return noForm({ stage: 'visit', why: { reason: 'no-case', case: no } });
    if (declared.decided !== null)
      return noForm({
        stage: 'visit',
        why: { reason: 'decided-already', case: no, granted: declared.decided.granted },
      });
    const form: Form = {
      id: granted ? 'recusal-grant' : 'recusal-deny',
      about: String(no),
      title: granted ? { zh: '准予回避', en: 'Grant the recusal' } : { zh: '不准回避', en: 'Deny the recusal' },
      submit: granted ? { zh: '准予', en: 'Grant' } : { zh: '不准', en: 'Deny' },
      intro: [{ kind: 'text', words: { zh: `申请理由：${declared.reason}`, en: `Reason: ${declared.reason}` } }],
      fields: [
        {
          kind: 'text',
          id: 'words',
          label: { zh: '决定意见', en: 'Words of the decision' },
          lines: 'many',
          atMost: 1000,
          ...(granted ? { optional: true } : {}),
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const words = one(values, 'words');
    if (!granted && words === '')
      return atField('words', { zh: '不准回避的，请写明意见。', en: 'Say why it is denied.' });
    return told(await decideRecusal(deps, actor, { case: numberIn(about), granted, words }), ({ substitute }) =>
      !granted
        ? { zh: '已决定：不准回避，原人员参加。', en: 'Decided: denied; the inspector stays.' }
        : substitute === null
          ? {
              zh: '已准予回避；递补人员已用完，岗位空缺，由联席办另行抽取人员。',
              en: 'Granted; no substitute is left, the post is open.',
            }
          : {
              zh: `已准予回避；由递补人员 ${substitute} 接替，请确认已通知到其本人。`,
              en: `Granted; ${substitute} steps in; see that he knows.`,
            },
    );
  },
});

export const grantForm = decideForm(true);
export const denyForm = decideForm(false);
