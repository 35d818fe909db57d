/** What a letter to partners says, in pairs of name and value; the printed page and the chat show the same. */
import { dateInChinese } from '../../core/calendar.ts';
import type { Letter } from '../../core/consult/invitation.ts';
import { methodWords, typeWords } from '../../core/plan/review/terms.ts';
import { wordsOfShare } from '../../core/plan/words.ts';
import { sayScheme } from '../../core/policy/words.ts';
import type { Words } from '../../core/words.ts';

export interface LetterFact {
  readonly name: Words;
  readonly value: Words;
}

export const letterTitle = (letter: Letter): Words =>
  letter.kind === 'notice'
    ? { zh: `关于组织实施“${letter.name}”专项抽查的通知`, en: `Notice of the special inspection “${letter.name}”` }
    : { zh: `关于会商“${letter.name}”有关事项的函`, en: `Letter on the joint inspection “${letter.name}”` };

/** The details of the plan (甘州 二(二)1: 该计划的详情). */
export function letterFacts(letter: Letter): readonly LetterFact[] {
  const pair = (zh: string, en: string, value: Words): LetterFact => ({ name: { zh, en }, value });
  const span = `${letter.window.from} — ${letter.window.to}`;
  return [
    pair('计划和任务编号', 'Plan and task', {
      zh: `${letter.plan}，任务${letter.task}`,
      en: `${letter.plan}, task ${letter.task}`,
    }),
    pair('牵头部门', 'Lead', { zh: letter.leadName, en: letter.leadName }),
    pair('抽查对象', 'Subjects', frameWords(letter.frame)),
    pair('抽查比例（数量）', 'How many', quotaWords(letter)),
    pair('抽查频次', 'Draws', { zh: `每年${letter.drawsPerYear}次`, en: `${letter.drawsPerYear} a year` }),
    pair('检查实施期', 'Visits', {
      zh: `${dateInChinese(letter.window.from)}至${dateInChinese(letter.window.to)}`,
      en: span,
    }),
    pair('完成期限', 'To be finished', { zh: dateInChinese(letter.due), en: letter.due }),
    pair('检查方式', 'Method', methodWords[letter.method]),
    ...(letter.experts.length === 0
      ? []
      : [
          pair('专家', 'Experts', {
            zh: letter.experts.map(({ field, number }) => `${field}${number}名`).join('、'),
            en: letter.experts.map(({ field, number }) => `${field}: ${number}`).join(', '),
          }),
        ]),
    pair('结果公示', 'Publication', {
      zh: `任务完成后${letter.publishWithin}个工作日内`,
      en: `within ${letter.publishWithin} working days after the end`,
    }),
    ...(letter.ground === '' ? [] : [pair('工作依据', 'Ground', { zh: letter.ground, en: letter.ground })]),
  ];
}

/** What each body does: its items, and how many officers it sends. */
export const partWords = ({ name, items, officers, needs }: Letter['parts'][number]): Words => ({
  zh: `${name}：${items.length === 0 ? '抽查事项待贵单位提出' : items.join('、')}；每户不少于${officers}名执法人员${needs.length === 0 ? '' : `，其中须有${needs.join('、')}专长`}`,
  en: `${name}: ${items.length === 0 ? 'items to be named by it' : items.join(', ')}; ${officers} officers to a door${needs.length === 0 ? '' : `, among them ${needs.join(', ')}`}`,
});

export function frameWords({ tags, types, places }: Letter['frame']): Words {
  const zh = [...tags, ...types.map((type) => typeWords[type].zh), ...places];
  const en = [...tags, ...types.map((type) => typeWords[type].en), ...places];
  return zh.length === 0
    ? { zh: '名录库全部检查对象', en: 'everybody on the roll' }
    : { zh: zh.join('、'), en: en.join(', ') };
}

/** A 类 for a letter; a class that is a word stands by itself. */
const classWord = (label: string): string => (/^[A-Z]$/.test(label) ? `${label}类` : `${label}：`);

function quotaWords({ quota, scheme }: Pick<Letter, 'quota' | 'scheme'>): Words {
  if (quota.kind === 'total') return { zh: `共${quota.n}户`, en: `${quota.n} in all` };
  const tiers = quota.tiers.map(({ label, share }) => ({ label, words: wordsOfShare(share) }));
  if (scheme === '') return tiers[0]?.words ?? { zh: '', en: '' };
  const by = sayScheme(scheme);
  return {
    zh: `${by.zh}：${tiers.map(({ label, words }) => `${classWord(label)}${words.zh}`).join('；')}`,
    en: `${by.en}: ${tiers.map(({ label, words }) => `${label} ${words.en}`).join(', ')}`,
  };
}
