/** Buttons about visits, built and read in one place. What they are about is numbers only. */
import type { Choice, Part } from '../../../message/message.ts';
import { wholeNumber } from '../../whole-number.ts';

export const assignChoice = (ceremony: number): Choice => ({
  id: 'assign-visits',
  about: String(ceremony),
  label: { zh: '派发检查任务', en: 'Hand out the visits' },
  weight: 'primary',
  confirm: {
    title: { zh: '派发检查任务', en: 'Hand out the visits' },
    text: {
      zh: '检查人员和各有关单位将立即收到各自的检查任务，并记录在案。',
      en: 'Inspectors and departments get their visits at once. It goes on record.',
    },
    yes: { zh: '派发', en: 'Hand out' },
    no: { zh: '取消', en: 'Cancel' },
  },
});

export const recuseChoice = (ceremony: number): Choice => ({
  id: 'recusal-declare',
  about: String(ceremony),
  label: { zh: '申请回避', en: 'Ask to be recused' },
});

export const decideChoices = (no: number): readonly Choice[] => [
  { id: 'recusal-grant', about: String(no), label: { zh: '准予', en: 'Grant' }, weight: 'primary' },
  { id: 'recusal-deny', about: String(no), label: { zh: '不准', en: 'Deny' }, weight: 'danger' },
];

export const absenceChoices = (ceremony: number, department: string): readonly Choice[] => [
  {
    id: 'inspector-unavailable',
    about: `${ceremony} ${department}`,
    label: { zh: '人员不能到场', en: 'Somebody cannot come' },
  },
  {
    id: 'post-substitute',
    about: `${ceremony} ${department}`,
    label: { zh: '递补一个岗位', en: 'Substitute one post' },
  },
];

export const listLink = (site: string, ceremony: number): Part => ({
  kind: 'link',
  words: { zh: '查看名单（登录后按权限显示）', en: 'The list (after signing in)' },
  url: `${site}/lists/${ceremony}`,
});

/** The number that it is about: of a ceremony, or of a case. */
export const numberIn = (about: string): number => wholeNumber(about.split(' ')[0] ?? '');

export const departmentIn = (about: string): string => about.slice(about.indexOf(' ') + 1);
