/** 通报: the issued bulletin where everybody reads it: what it says in short, its figures with goals, its workbook. No enterprise is named. */
import type { Bulletin, PrintedFigure } from '../../../../core/bulletin/bulletin.ts';
import { valueWithUnit } from '../../../../core/bulletin/print.ts';
import { dateInChinese } from '../../../../core/calendar.ts';
import type { Words } from '../../../../core/words.ts';
import { choices, firstOf, heading, type Part, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { bulletinWorkbook } from '../../../paper/bulletin-workbook.ts';
import { issuedBulletin } from '../../../verbs/bulletin/draft.ts';
import type { PostKind } from '../../post.ts';
import { readBulletinChoice } from './choices.ts';

export const bulletinPost: PostKind<{ readonly period: string; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { period }) => {
    const held = await issuedBulletin(db, period);
    if (!held.ok) return null;
    const bulletin = held.value;
    const summary = same(`${bulletin.title}：${bulletin.opening}`);
    const file = {
      name: `${bulletin.title}-指标数据.xlsx`,
      bytes: await bulletinWorkbook(bulletin),
      alt: `${bulletin.title}的指标数据和图表`,
    };
    return {
      summary,
      parts: [
        ...bulletinParts(bulletin),
        choices(readBulletinChoice(period)),
        { kind: 'note', words: same(`${bulletin.issuers.join('、')}，${dateInChinese(bulletin.on)}`) },
      ],
      file,
    };
  },
};

/** What a thread can hold of it. */
export const bulletinParts = (bulletin: Bulletin): readonly Part[] => [
  heading(bulletin.title, bulletin.title),
  { kind: 'text', words: same(bulletin.opening) },
  ...(bulletin.figures.length === 0
    ? []
    : [{ kind: 'list' as const, items: firstOf(bulletin.figures.map(figureLine), 30, '项') }]),
  ...(bulletin.overdue.length === 0
    ? []
    : [
        {
          kind: 'text' as const,
          words: {
            zh: `逾期事项 ${bulletin.overdue.length} 项，涉及${unitsOf(bulletin)}。`,
            en: `${bulletin.overdue.length} matters are overdue.`,
          },
        },
      ]),
];

const unitsNamed = 12;

/** 县公安局、县财政局等 14 个单位 */
function unitsOf({ overdue }: Bulletin): string {
  const all = [...new Set(overdue.map(({ department }) => department))];
  const named = all.slice(0, unitsNamed).join('、');
  return all.length > unitsNamed ? `${named}等 ${all.length} 个单位` : named;
}

export const figureLine = ({ figure, name, value, goals }: PrintedFigure): Words => {
  const met = goals.map(({ text, met: is }) => `${text}${is === null ? '' : is ? '，达到' : '，未达到'}`).join('；');
  const zh = `${name}：${valueWithUnit(figure, value)}${met === '' ? '' : `（目标 ${met}）`}`;
  return { zh, en: zh };
};
