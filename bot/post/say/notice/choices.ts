/** Buttons about publication, built in one place: what can be done now, as far as it is known from what stands. */
import { objectionDecisions } from '../../../../core/notice/objection.ts';
import { decisionWords } from '../../../../core/notice/words.ts';
import type { Choice, Part } from '../../../message/message.ts';
import type { Publication } from '../../../verbs/notice/publications.ts';

interface Standing {
  readonly book: string;
  readonly department: string;
  /** Its own, and those of others in tasks that it leads. */
  readonly all: readonly Publication[];
  /** Objections that wait. */
  readonly open: number;
}

export function noticeChoices({ book, department, all, open }: Standing): readonly Part[] {
  const about = `${book} ${department}`;
  const mine = all.filter((each) => each.department === department);
  const leads = all.filter((each) => each.lead === department && each.ended === null);
  const ready = mine.some(({ rows }) =>
    rows.some(({ counted, passed, corrected }) => passed && (counted === 'not-public' || corrected)),
  );
  const shown = mine.some(({ outcomes }) => outcomes.public > 0);
  const list: readonly Choice[] = [
    ...(leads.length > 0 ? [finishChoice(about)] : []),
    ...(ready ? [publishChoice(about)] : []),
    ...(shown ? [acknowledgeChoice(about), reconcileChoice(about)] : []),
    ...(open > 0 ? [objectionChoice(about)] : []),
  ];
  const more: readonly Choice[] = shown
    ? [objectChoice(about), endChoice(about), withholdChoice(about)]
    : ready
      ? [withholdChoice(about)]
      : [];
  return [list, more].flatMap((choices): readonly Part[] =>
    choices.length === 0 ? [] : [{ kind: 'choices', choices }],
  );
}

export const finishChoice = (about: string): Choice => ({
  id: 'notice-finish',
  about,
  label: { zh: '完成任务', en: 'Task finished' },
});
export const publishChoice = (about: string): Choice => ({
  id: 'notice-publish',
  about,
  label: { zh: '公示', en: 'Publish' },
  spoken: { zh: '公示已审核的检查结果', en: 'Publish the reviewed outcomes' },
  weight: 'primary',
});
export const acknowledgeChoice = (about: string): Choice => ({
  id: 'notice-acknowledge',
  about,
  label: { zh: '登记回执', en: 'Acknowledgement' },
});
export const reconcileChoice = (about: string): Choice => ({
  id: 'notice-reconcile',
  about,
  label: { zh: '比对平台数据', en: 'Compare' },
});
export const objectChoice = (about: string): Choice => ({
  id: 'notice-object',
  about,
  label: { zh: '登记异议', en: 'Objection' },
});
export const objectionChoice = (about: string): Choice => ({
  id: 'notice-decide',
  about,
  label: { zh: '决定异议', en: 'Decide objection' },
});
export const endChoice = (about: string): Choice => ({
  id: 'notice-end',
  about,
  label: { zh: '停止公示', en: 'End publication' },
});
export const withholdChoice = (about: string): Choice => ({
  id: 'notice-withhold',
  about,
  label: { zh: '不予公开', en: 'Keep back' },
});
export const matterChoice: Choice = {
  id: 'notice-matter',
  about: '',
  label: { zh: '登记公布', en: 'Made public' },
  spoken: { zh: '登记其他公布事项', en: 'Record what was made public' },
};
export const endRepairedChoice = (about: string): Choice => ({
  id: 'notice-end-repaired',
  about,
  label: { zh: '停止公示', en: 'End publication' },
  spoken: { zh: '停止公示已修复信用的检查结果', en: 'End the publication of outcomes whose credit is repaired' },
  weight: 'primary',
  confirm: {
    title: { zh: '停止公示', en: 'End publication' },
    text: {
      zh: '信用修复已办结的检查结果自今天起停止公示，各版本保留在记录中。',
      en: 'Outcomes whose credit is repaired are public no more from today; every version stays on record.',
    },
    yes: { zh: '停止公示', en: 'End it' },
    no: { zh: '取消', en: 'Cancel' },
  },
});
/** Of one objection: each decision is a form of its own. */
export const decideObjectionChoices = (objection: number): readonly Choice[] =>
  objectionDecisions.map((decision) => ({
    id: `objection-${decision}`,
    about: String(objection),
    label: decisionWords[decision],
    ...(decision === 'keep' ? {} : { weight: 'primary' as const }),
  }));
