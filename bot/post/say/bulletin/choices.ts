/** Buttons about summaries, figures and bulletins, built and read in one place. What they are about is names of periods and codes only. */
import type { Figure } from '../../../../core/policy/figure.ts';
import type { Choice } from '../../../message/message.ts';

export interface OfUnit {
  readonly period: string;
  readonly department: string;
}

export const unitAbout = ({ period, department }: OfUnit): string => `${period} ${department}`;
/** Codes of departments hold no blank. */
export function readUnit(about: string): OfUnit {
  const [period = '', department = ''] = about.split(' ');
  return { period, department };
}

export const submitSummaryChoice = (of: OfUnit): Choice => ({
  id: 'summary-submit',
  about: unitAbout(of),
  label: { zh: '填写并报送', en: 'Write and send' },
  weight: 'primary',
});

export const readSummaryChoice = (of: OfUnit): Choice => ({
  id: 'summary-read',
  about: unitAbout(of),
  label: { zh: '查看内容', en: 'Read it' },
});

export const returnSummaryChoice = (of: OfUnit): Choice => ({
  id: 'summary-return',
  about: unitAbout(of),
  label: { zh: '退回补充', en: 'Return it' },
  weight: 'danger',
});

export const boardChoice = (period: string): Choice => ({
  id: 'summary-board',
  about: period,
  label: { zh: '逐个查看', en: 'One by one' },
});

/** A department's own figures of a quarter, each opening to what does not count. */
export const ownFiguresChoice = (period: string): Choice => ({
  id: 'figures-own',
  about: period,
  label: { zh: '查看本单位指标', en: 'Your own figures' },
  weight: 'primary',
});

export const draftChoice = (period: string): Choice => ({
  id: 'bulletin-draft',
  about: period,
  label: { zh: '查看初稿', en: 'Look at the draft' },
});

export const issueChoice = (period: string): Choice => ({
  id: 'bulletin-issue',
  about: period,
  label: { zh: '核对并发布', en: 'Check and issue' },
  weight: 'primary',
});

export const readBulletinChoice = (period: string): Choice => ({
  id: 'bulletin-read',
  about: period,
  label: { zh: '查看全文', en: 'Read it all' },
});

export const sendNewsChoice: Choice = {
  id: 'news-of-month',
  about: '',
  label: { zh: '报送动态', en: 'Send news' },
  weight: 'primary',
};

export interface OfFigure {
  readonly figure: Figure;
  readonly from: string;
  readonly to: string;
  /** '' is the whole area. */
  readonly department: string;
}

export const rowsChoice = ({ figure, from, to, department }: OfFigure, name: string): Choice => ({
  id: 'figure-rows',
  about: `${figure} ${from} ${to} ${department}`,
  label: { zh: name, en: figure },
});

export const carryChoice = (consultation: string, department: string, rows: number): Choice => ({
  id: 'intentions-carry',
  about: `${consultation} ${department}`,
  label: { zh: `沿用已报的 ${rows} 项`, en: `Take over ${rows} rows` },
  spoken: {
    zh: `以随工作打算报送的 ${rows} 项抽查任务作为反馈`,
    en: `Answer with the ${rows} rows sent as intentions`,
  },
});
