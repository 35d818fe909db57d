/** 列表: the last papers with number, title and day, and a private link to the page from which each is fetched. */

import { dateInChinese } from '../../../core/calendar.ts';
import { papersOfActor } from '../../verbs/paper/paper-again.ts';
import { webLink } from '../../web/link.ts';
import { refused, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** More stand on the page. */
const shownMost = 10;

export async function list({ deps, actor }: Asked): Promise<Answer> {
  const issued = await papersOfActor(deps, actor);
  if (!issued.ok) return refused(issued.error);
  const all = issued.value;
  if (all.length === 0) {
    const none = {
      zh: '还没有签发文书。输入 /paper 制作，方式选“取号签发”。',
      en: 'No paper has been issued. Type /paper and choose “numbered”.',
    };
    return show({ summary: none, parts: [{ kind: 'text', words: none }] });
  }
  const shown = all.slice(0, shownMost);
  const summary =
    shown.length < all.length
      ? {
          zh: `已签发文书${all.length}份，最近${shown.length}份：`,
          en: `${all.length} papers issued, the last ${shown.length}:`,
        }
      : { zh: `已签发文书${all.length}份：`, en: `${all.length} papers issued:` };
  return show({
    summary,
    parts: [
      { kind: 'text', words: summary },
      {
        kind: 'list',
        items: shown.map(({ paper, title, on }) => ({
          zh: `${paper}《${title}》，${dateInChinese(on)}`,
          en: `${paper} “${title}”, ${on}`,
        })),
      },
      {
        kind: 'link',
        words: {
          zh: '打开公文页下载（本人链接，十分钟内有效，请勿转发）',
          en: 'Fetch them on the page of papers (your own link, ten minutes, do not pass it on)',
        },
        url: await webLink(deps, actor, '/papers'),
      },
    ],
  });
}
