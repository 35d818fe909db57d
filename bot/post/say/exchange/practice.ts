/** Good practice, first to the office and then to everybody; and how much news each department has sent, in the order of the list. */
import { dateInChinese } from '../../../../core/calendar.ts';
import type { Words } from '../../../../core/words.ts';
import { firstOf, heading, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { dayOf } from '../../../today.ts';
import { practiceHeld } from '../../../verbs/exchange/practices.ts';
import { newsHeld } from '../../../verbs/exchange/send-news.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind } from '../../post.ts';
import { ownerWords } from './problem.ts';

export const practicePost: PostKind<{ readonly practice: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { practice: no, place }) => {
    const practice = await practiceHeld(db, no);
    if (practice === null) return null;
    const by = ownerWords(practice.department, await departmentNames(db));
    const summary = {
      zh: `经验做法：${practice.title}（${by.zh}）。`,
      en: `Good practice: ${practice.title} (${by.en}).`,
    };
    return {
      summary,
      parts: [
        heading(`经验做法：${practice.title}`, `Good practice: ${practice.title}`),
        { kind: 'text', words: same(practice.words) },
        { kind: 'note', words: { zh: `${by.zh}，${dateInChinese(practice.on)}`, en: `${by.en}, ${practice.on}` } },
        ...(place === 'office' && !practice.passedOn
          ? [
              {
                kind: 'choices' as const,
                choices: [
                  {
                    id: 'practice-pass-on',
                    about: String(no),
                    label: { zh: '通报各单位', en: 'Pass on to all' },
                    weight: 'primary' as const,
                  },
                ],
              },
            ]
          : []),
      ],
    };
  },
};

/** News that the post names; the rest is counted. */
const newsShown = 20;

export const newsPost: PostKind<Record<string, never>> = {
  place: () => 'office',
  under: () => null,
  say: async ({ db, now }) => {
    const year = dayOf(now()).slice(0, 4);
    const all = (await newsHeld(db)).filter(({ on }) => on.startsWith(year));
    if (all.length === 0) return null;
    const nameOf = await departmentNames(db);
    const lines = all.toReversed().map(({ title, where, department, on }): Words => {
      const by = ownerWords(department, nameOf);
      const at = where === '' ? '' : `，${where}`;
      return { zh: `${dateInChinese(on)} ${by.zh}：${title}${at}`, en: `${on} ${by.en}: ${title}${at}` };
    });
    const summary = { zh: `${year} 年工作动态 ${all.length} 条。`, en: `${all.length} items of news in ${year}.` };
    return {
      summary,
      parts: [
        heading(`${year} 年工作动态`, `News of ${year}`),
        { kind: 'list', items: firstOf(lines, newsShown, '条') },
      ],
    };
  },
};
