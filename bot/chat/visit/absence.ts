/** 人员不能到场 and 递补一个岗位: the head reports who cannot come; who steps in follows from the draw, and nobody is picked. */
import type { Words } from '../../../core/words.ts';
import { type Form, one, optionsMost } from '../../message/form.ts';
import { sentence, withLines } from '../../message/message.ts';
import { departmentIn, numberIn } from '../../post/say/visit/choices.ts';
import { postWords } from '../../say/visits.ts';
import { authorise } from '../../verbs/act.ts';
import { substitutePost } from '../../verbs/visit/substitute.ts';
import { reportUnavailable, type Substitution } from '../../verbs/visit/unavailable.ts';
import { visitsHeld } from '../../verbs/visit/visits-held.ts';
import { atField, fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';

const reasonField = {
  kind: 'text',
  id: 'reason',
  label: { zh: '客观原因', en: 'Reason' },
  hint: { zh: '只供本单位和联席办存档', en: 'Kept by the department and the office only' },
  lines: 'many',
  atMost: 1000,
} as const;

const nobody: Words = { zh: '现在没有人员担任岗位。', en: 'Nobody holds a post now.' };

export const unavailableForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const [ceremony, department] = [numberIn(about), departmentIn(about)];
    const allowed = authorise(actor, 'report-unavailable', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) return noForm(held.error);
    const { posts, inspectorName } = held.value;
    const own = posts.filter((post) => post.department === department && post.officer !== null);
    const going = [...Map.groupBy(own, ({ officer }) => officer ?? '')].sort(([a], [b]) => (a < b ? -1 : 1));
    if (going.length === 0) return { message: sentence(nobody) };
    const form: Form = {
      id: 'inspector-unavailable',
      about: `${ceremony} ${department}`,
      title: { zh: '人员不能到场', en: 'Somebody cannot come' },
      submit: { zh: '登记并递补', en: 'Record it' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: '其全部岗位由抽取确定的下一位递补人员接替，此后也不再递补他人。',
            en: 'All posts of that person go to the next of the draw, and he substitutes nobody from then on.',
          },
        },
      ],
      fields: [
        {
          kind: 'one-of',
          id: 'inspector',
          label: { zh: '哪位检查人员', en: 'Which inspector' },
          options: going.map(([number, theirs]) => ({
            value: number,
            label: {
              zh: `${inspectorName(number)}（${number}），${theirs.length} 个岗位`,
              en: `${inspectorName(number)} (${number}), ${theirs.length} posts`,
            },
          })),
        },
        reasonField,
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const input = { ceremony: numberIn(about), inspector: one(values, 'inspector'), reason: one(values, 'reason') };
    const done = await reportUnavailable(deps, actor, input);
    return filled(done, fieldsBy({ 'no-reason-given': 'reason' }), (moved) => {
      const summary =
        moved.length === 0
          ? { zh: '没有担任岗位，或已登记过。', en: 'No post was held, or it was on record already.' }
          : {
              zh: `已登记；${moved.length} 个岗位按抽取顺序递补。`,
              en: `On record; ${moved.length} posts go to the next of the draw.`,
            };
      return withLines(summary, moved.slice(0, 20).map(takenWords));
    });
  },
};

export const substituteForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const [ceremony, department] = [numberIn(about), departmentIn(about)];
    const allowed = authorise(actor, 'substitute', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) return noForm(held.error);
    const { posts, inspectorName } = held.value;
    const own = posts.filter((post) => post.department === department && post.officer !== null);
    if (own.length === 0) return { message: sentence(nobody) };
    const label = { zh: '哪个岗位', en: 'Which post' };
    const form: Form = {
      id: 'post-substitute',
      about: `${ceremony} ${department}`,
      title: { zh: '递补一个岗位', en: 'Substitute one post' },
      submit: { zh: '登记并递补', en: 'Record it' },
      intro: [],
      fields: [
        own.length > optionsMost
          ? {
              kind: 'text',
              id: 'post',
              label,
              hint: { zh: '岗位号和现任工号，如 12 SCJG003', en: 'post and holder, such as 12 SCJG003' },
              atMost: 80,
            }
          : {
              kind: 'one-of',
              id: 'post',
              label,
              // The holder goes with it: asked twice, nobody is moved twice.
              options: own.map((each) => {
                const at = postWords(each);
                const name = inspectorName(each.officer ?? '');
                return {
                  value: `${each.post} ${each.officer}`,
                  label: { zh: `${name}：${at.zh}`, en: `${name}: ${at.en}` },
                };
              }),
            },
        reasonField,
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const [, post = '', holder = ''] = /^(\d{1,9})\s+(\S.*)$/u.exec(one(values, 'post')) ?? [];
    if (post === '') return atField('post', { zh: '请选择岗位。', en: 'Choose a post.' });
    const input = { ceremony: numberIn(about), post: Number(post), holder, reason: one(values, 'reason') };
    const done = await substitutePost(deps, actor, input);
    return filled(done, fieldsBy({ 'no-reason-given': 'reason' }), takenWords);
  },
};

const takenWords = ({ post, in: taken }: Substitution): Words => ({
  zh: `${post} 号岗位：${taken === null ? '无递补人员，空缺' : `由 ${taken} 接替，请确认已通知到其本人`}。`,
  en: `Post ${post}: ${taken === null ? 'open, no substitute is left' : `${taken} steps in; see that he knows`}.`,
});
