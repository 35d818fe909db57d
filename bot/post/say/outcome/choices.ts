/** Buttons about outcomes, built and read in one place. What they are about is numbers and codes only. */
import type { Choice, Part } from '../../../message/message.ts';

const aboutOf = (book: string, department: string): string => `${book} ${department}`;

/** 录入 in the chat, and the phone page; for whoever goes to visits of this draw. */
export const enterChoices = (book: string): readonly Choice[] => [
  {
    id: 'outcome-enter',
    about: book,
    label: { zh: '录入检查结果', en: 'Enter outcomes' },
    weight: 'primary',
  },
  phoneChoice(`/visits/${book}`),
  { id: 'outcome-sign', about: book, label: { zh: '阅核签章', en: 'Read and signed' } },
];

/** @param path of the phone pages */
export const phoneChoice = (path: string): Choice => ({
  id: 'people-web',
  about: path,
  label: { zh: '手机检查表', en: 'Form on the phone' },
});

export const readChoice = (book: string, department: string): Choice => ({
  id: 'outcome-review',
  about: aboutOf(book, department),
  label: { zh: '逐条看', en: 'Read one by one' },
});

/**
 * Where a problem was found, what was found stands under 逐条看 alone: that comes first then.
 * @param upTo the last fact that the reviewer has seen counted: what is entered later waits for another look
 */
export function reviewChoices(
  { book, department, upTo }: { readonly book: string; readonly department: string; readonly upTo: number },
  { waiting, problems }: { readonly waiting: number; readonly problems: number },
): readonly Choice[] {
  const found =
    problems === 0 ? { zh: '', en: '' } : { zh: `，其中发现问题 ${problems} 项`, en: `, ${problems} with a problem,` };
  const passAll: Choice = {
    id: 'outcome-pass-all',
    about: `${aboutOf(book, department)} ${upTo}`,
    label: { zh: '全部通过', en: 'Pass all' },
    confirm: {
      title: { zh: '全部审核通过', en: 'Pass all' },
      text: {
        zh: `本条消息所列的 ${waiting} 项检查结果${found.zh}，将全部审核通过，通过后按期公示。请确认已看过。`,
        en: `All ${waiting} outcomes counted here${found.en} pass and are then published on their day. Have you read them?`,
      },
      yes: { zh: '全部通过', en: 'Pass all' },
      no: { zh: '取消', en: 'Cancel' },
    },
  };
  const read = readChoice(book, department);
  return [
    ...(problems === 0
      ? [{ ...passAll, weight: 'primary' as const }, read]
      : [{ ...read, weight: 'primary' as const }, passAll]),
    { id: 'outcome-return', about: aboutOf(book, department), label: { zh: '退回', en: 'Return' }, weight: 'danger' },
  ];
}

export const reviewLink = (site: string, book: string): Part => ({
  kind: 'link',
  words: { zh: '在网页上逐户看（登录后按权限显示）', en: 'Read them on the page (after signing in)' },
  url: `${site}/visits/${book}`,
});

/** `3 scjg 120` */
export function readAbout(about: string): {
  readonly book: string;
  readonly department: string;
  readonly upTo: number | null;
} {
  const [book = '', department = '', upTo = ''] = about.split(' ');
  return { book, department, upTo: /^\d{1,15}$/.test(upTo) ? Number(upTo) : null };
}
