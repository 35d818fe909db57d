/** Buttons about visits, built and read in one place. What they are about is numbers only. */
import type { VisitProgress } from '../../../../core/visit/progress.ts';
import type { Choice, Part } from '../../../message/message.ts';
import { wholeNumber } from '../../whole-number.ts';
import { enterChoices } from '../outcome/choices.ts';

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

/** From what is owed to how far it is, and to the buttons of each draw there. */
export const showVisitsChoice: Choice = {
  id: 'visit-show',
  about: '',
  label: { zh: '办理检查', en: 'Go on with the visits' },
  weight: 'primary',
};

/**
 * What a department does on the way to the door and at it, for all or some of its visits, in the order in which it is done.
 * @param next the one that is to be done now; null where nothing presses
 */
export const workChoices = (
  book: string,
  department: string,
  next: VisitStep | null = 'visit-ask',
): readonly Choice[] => {
  const about = `${book} ${department}`;
  const all: readonly (Choice & { readonly id: string })[] = [
    { id: 'visit-ask', about, label: { zh: '呈批', en: 'Ask approval' } },
    { id: 'visit-agenda', about, label: { zh: '约定日程', en: 'Agenda' } },
    { id: 'visit-notice', about, label: { zh: '送达通知', en: 'Give notice' } },
    { id: 'visit-desk', about, label: { zh: '书面检查', en: 'Desk review' } },
    { id: 'visit-hold', about, label: { zh: '现场检查', en: 'At the door' } },
    { id: 'visit-finish', about, label: { zh: '办结', en: 'Finish' } },
  ];
  return all.map((each) => weighed(each, each.id === next));
};

/** Steps that a department's post may put first. */
export type VisitStep = 'visit-ask' | 'visit-notice' | 'outcome-enter' | 'outcome-sign' | 'visit-finish';

/** The first step that some visit still lacks. */
export function nextStep(
  { visits, waiting, approved, noticed, held, finished }: VisitProgress,
  { approvalBinds, left }: { readonly approvalBinds: boolean; readonly left: number },
): VisitStep | null {
  const asked = waiting + approved;
  if (approvalBinds && asked < visits && held < visits) return 'visit-ask';
  if (noticed < visits && held < visits && (approved > noticed || !approvalBinds)) return 'visit-notice';
  if (left > 0) return waiting > 0 && approved === 0 ? null : 'outcome-enter';
  if (held < visits) return 'outcome-sign';
  return finished < visits ? 'visit-finish' : null;
}

const weighed = ({ weight: _, ...choice }: Choice, isNext: boolean): Choice =>
  isNext ? { ...choice, weight: 'primary' } : choice;

/** All buttons of a department's post: one row before the door, one at it, with the next step alone put forward. */
export const departmentChoices = (
  book: string,
  department: string,
  next: VisitStep | null,
): readonly (readonly Choice[])[] => {
  const work = workChoices(book, department, next);
  const entering = enterChoices(book).map((each) => weighed(each, each.id === next));
  const of = (...ids: readonly string[]): readonly Choice[] =>
    [...work, ...entering].filter(({ id }) => ids.includes(id));
  return [
    of('visit-ask', 'visit-agenda', 'visit-notice'),
    [...of('visit-desk', 'visit-hold'), ...entering, ...of('visit-finish')],
  ];
};

/** An inspector's own share of it. */
export const ownWorkChoices = (book: string, department: string): readonly Choice[] =>
  workChoices(book, department).filter(({ id }) => id === 'visit-desk' || id === 'visit-hold' || id === 'visit-finish');

export const approvalChoices = (request: number): readonly Choice[] => [
  {
    id: 'visit-approve',
    about: String(request),
    label: { zh: '批准', en: 'Approve' },
    weight: 'primary',
  },
  { id: 'visit-return', about: String(request), label: { zh: '退回', en: 'Return' }, weight: 'danger' },
  { id: 'visit-decide', about: String(request), label: { zh: '逐户审批', en: 'Some of them' } },
];

export const agendaChoices = (agenda: number): readonly Choice[] => [
  { id: 'agenda-agree', about: String(agenda), label: { zh: '同意', en: 'Agree' }, weight: 'primary' },
  { id: 'agenda-against', about: String(agenda), label: { zh: '另行商议', en: 'Not so' } },
];

export const receiptChoices = (filing: number): readonly Choice[] => [
  { id: 'filing-receive', about: String(filing), label: { zh: '签收备案', en: 'Receive' }, weight: 'primary' },
  { id: 'filing-return', about: String(filing), label: { zh: '退回', en: 'Return' }, weight: 'danger' },
];

/** On a filing, for its head; all of it is approved or none. */
export const filingApprovalChoices = (filing: number): readonly Choice[] =>
  approvalChoices(filing).filter(({ id }) => id !== 'visit-decide');

export const listLink = (site: string, ceremony: number): Part => ({
  kind: 'link',
  words: { zh: '查看名单（登录后按权限显示）', en: 'The list (after signing in)' },
  url: `${site}/lists/${ceremony}`,
});

/** The number that it is about: of a ceremony, or of a case. */
export const numberIn = (about: string): number => wholeNumber(about.split(' ')[0] ?? '');

export const departmentIn = (about: string): string => about.slice(about.indexOf(' ') + 1);

export const filingHoldChoice = (filing: number): Choice => ({
  id: 'filing-hold',
  about: String(filing),
  label: { zh: '登记检查情况', en: 'Record the check' },
});

export const schemeChoice: Choice = {
  id: 'visit-scheme',
  about: '',
  label: { zh: '制定实施方案', en: 'Keep the scheme' },
};
