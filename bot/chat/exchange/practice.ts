/** Good practice shared and passed on, and news sent. */
import { one } from '../../message/form.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { passOnPractice } from '../../verbs/exchange/pass-on-practice.ts';
import { sendNews } from '../../verbs/exchange/send-news.ts';
import { practiceMost, sharePractice } from '../../verbs/exchange/share-practice.ts';
import { filled, noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fieldOf, titleField } from './fields.ts';

export const practiceForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'share-practice', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'practice-share',
        about,
        title: { zh: '交流经验做法', en: 'Share good practice' },
        submit: { zh: '报送', en: 'Share' },
        intro: [],
        fields: [
          titleField,
          {
            kind: 'text',
            id: 'words',
            label: { zh: '做法和成效', en: 'What was done, and what came of it' },
            lines: 'many',
            atMost: Math.min(practiceMost, 3000),
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) =>
    filled(
      await sharePractice(deps, actor, { title: one(values, 'title'), words: one(values, 'words') }),
      fieldOf,
      ({ practice }) => ({
        zh: `经验做法已报送，编号 ${practice}；由联席办通报各单位，总结时可以引用。`,
        en: `Good practice ${practice} is with the office, and can be quoted in the summary.`,
      }),
    ),
};

export const passOn = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(await passOnPractice(deps, actor, readNumber(about).no), ({ to }) => ({
    zh: `已通报 ${to.length} 个单位。`,
    en: `Passed on to ${to.length} departments.`,
  }));

export const newsForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const allowed = authorise(actor, 'send-news', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'news-send',
        about,
        title: { zh: '报送工作动态', en: 'Send work news' },
        submit: { zh: '报送', en: 'Send' },
        intro: [],
        fields: [
          titleField,
          { kind: 'date', id: 'on', label: { zh: '日期', en: 'Day' }, initial: dayOf(deps.now()) },
          {
            kind: 'text',
            id: 'where',
            label: { zh: '刊发处或网址', en: 'Where it was published' },
            optional: true,
            atMost: 500,
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) =>
    filled(
      await sendNews(deps, actor, { title: one(values, 'title'), where: one(values, 'where'), on: one(values, 'on') }),
      fieldOf,
      ({ title }) => ({ zh: `工作动态“${title}”已报送。`, en: `News “${title}” is on record.` }),
    ),
};
