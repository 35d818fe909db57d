/** Small words that the posts and forms of a ceremony share. */
import type { Participant, PublicSource } from '../../../../core/draw/manifest.ts';
import type { Words } from '../../../../core/words.ts';
import { beijing } from '../../../say/time.ts';

export const custodyWords = {
  'own-page': { zh: '本人网页封签', en: 'own page' },
  desk: { zh: '会务台代为封存', en: 'kept by the desk' },
} as const satisfies Record<Participant['custody'], Words>;

export function sourceWords({ source, name, issue, after, count, from, to }: PublicSource): Words {
  const [zh, en] = [`${count} 个号码，每个 ${from}—${to}`, `${count} numbers of ${from}–${to}`];
  const when = beijing(after);
  return source === 'dice'
    ? { zh: `${name}（当场投掷，${zh}）`, en: `${name} (thrown in the room: ${en})` }
    : {
        zh: `${name}第 ${issue} 期开奖号码（${zh}，${when.zh}开奖）`,
        en: `${name} ${issue} (${en}, drawn ${when.en})`,
      };
}

/** 第 3 次抽取 */
export const ceremonyWords = (no: number): Words => ({ zh: `第 ${no} 次抽取`, en: `Ceremony ${no}` });

/** A类; a class that is called by a word keeps it: 全部. */
export const classWords = (label: string): Words => {
  if (label === '') return { zh: '不分类', en: 'all' };
  return { zh: /^[A-Za-z0-9]+$/.test(label) ? `${label}类` : label, en: label };
};

/** Words in both languages. */
export const both = (zh: string, en: string): Words => ({ zh, en });
