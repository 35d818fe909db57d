/** 有意见 and 不参加: answers that need words. */
import { type ProposedChange, type Source, yearOfNumber } from '../../../core/consult/fact.ts';
import { readReply } from '../../../core/consult/reading/reading.ts';
import { parseRatio } from '../../../core/plan/ratio-parse.ts';
import { wordsOfRatioRefusal } from '../../../core/plan/words.ts';
import { readWindow } from '../../../core/sheet/civil-date.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, type Form, one, type Values } from '../../message/form.ts';
import { type Message, sentence } from '../../message/message.ts';
import type { ConsultAbout } from '../../post/say/consult/place.ts';
import { authorise } from '../../verbs/act.ts';
import { askedWords } from '../../verbs/consult/asked-words.ts';
import { standingConsultation } from '../../verbs/consult/held.ts';
import { type ReplyRequest, replyToConsultation } from '../../verbs/consult/reply.ts';
import { noForm, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { aboutOf, gone } from './about.ts';
import { atItsField } from './fields.ts';
import { afterReply } from './press.ts';

export const commentsForm: FormDoor = {
  open: (asked, about) =>
    opened(asked, about, (form, words) => ({
      ...form,
      id: 'consult-comments',
      title: { zh: '有意见', en: 'Comment' },
      fields: [
        {
          kind: 'text',
          id: 'words',
          label: { zh: '意见建议', en: 'Comments' },
          hint: {
            zh: '可以只填下面的建议；两处都不填的，不能提交。',
            en: 'Or only what is proposed below; one of the two is needed.',
          },
          lines: 'many',
          optional: true,
          atMost: 3000,
          ...(words === '' ? {} : { initial: words }),
        },
        ...changeFields,
      ],
    })),
  submit: async (asked, text, values) => {
    const about = aboutOf(asked, text);
    if (about === null) return tell(gone);
    const read = changesIn(values, yearOfNumber(about.consultation));
    if ('errors' in read) return { kind: 'errors', errors: read.errors };
    return reply(asked, about, { answer: 'comments', words: one(values, 'words'), changes: read.changes });
  },
};

export const declinesForm: FormDoor = {
  open: (asked, about) =>
    opened(asked, about, (form) => ({
      ...form,
      id: 'consult-declines',
      title: { zh: '不参加', en: 'Decline' },
      fields: [
        {
          kind: 'text',
          id: 'reason',
          label: { zh: '不参加的理由', en: 'Reason' },
          placeholder: { zh: '例如：本单位无此类抽查事项', en: 'e.g. we hold no such items' },
          lines: 'many',
          atMost: 1000,
        },
      ],
    })),
  submit: async (asked, text, values) => {
    const about = aboutOf(asked, text);
    if (about === null) return tell(gone);
    const words = await askedWords(asked.deps.db, about.words, about);
    return reply(asked, about, { answer: 'declines', words: words?.words ?? '', reason: one(values, 'reason') });
  },
};

const changeFields: readonly Field[] = [
  {
    kind: 'text',
    id: 'task',
    label: { zh: '涉及的任务（编号或名称）', en: 'Task concerned' },
    optional: true,
    atMost: 100,
  },
  {
    kind: 'text',
    id: 'ratio',
    label: { zh: '建议的抽查比例', en: 'Proposed ratio' },
    placeholder: { zh: '例如：5%；B类3%，C类10%', en: 'e.g. 5%' },
    optional: true,
    atMost: 200,
  },
  {
    kind: 'text',
    id: 'window',
    label: { zh: '建议的检查时间', en: 'Proposed window' },
    placeholder: { zh: '例如：6月至9月', en: 'e.g. 2026年6月至9月' },
    optional: true,
    atMost: 100,
  },
];

/** The same readers as the plan sheet's, so that what is proposed here can stand in a plan. */
function changesIn(
  values: Values,
  year: number | null,
): { readonly changes: readonly ProposedChange[] } | { readonly errors: Readonly<Record<string, Words>> } {
  const [task, ratio, window] = [one(values, 'task'), one(values, 'ratio'), one(values, 'window')];
  const read = ratio === '' ? null : parseRatio(ratio);
  if (read !== null && !read.ok) return { errors: { ratio: wordsOfRatioRefusal(read.error) } };
  if (window !== '' && readWindow(window, year) === null) return { errors: { window: badWindow(window) } };
  return {
    changes: [
      ...(ratio === '' ? [] : [{ task, of: 'ratio', words: ratio } as const]),
      ...(window === '' ? [] : [{ task, of: 'window', words: window } as const]),
    ],
  };
}

export const badWindow = (text: string): Words => ({
  zh: `“${text}”看不出起止时间，请写作“6月至9月”或者“2026年6月1日至9月30日”。`,
  en: `“${text}” names no first and last day; write 6月至9月 or 2026年6月1日至9月30日.`,
});

/** The form's frame with what the reader must know; a message where it cannot be filled. */
async function opened(
  asked: Asked,
  text: string,
  form: (frame: Omit<Form, 'id' | 'title' | 'fields'>, words: string) => Form,
): Promise<{ readonly form: Form } | { readonly message: Message }> {
  const about = aboutOf(asked, text);
  if (about === null) return { message: sentence(gone) };
  const allowed = authorise(asked.actor, 'reply-to-consultation', { department: about.department });
  if (!allowed.ok) return noForm(allowed.error);
  const held = await standingConsultation(asked.deps.db, about.consultation);
  if (!held.ok) return noForm(held.error);
  const words = await askedWords(asked.deps.db, about.words, about);
  const late = held.value.closed === null ? [] : [lateNote];
  const frame = { about: text, submit: { zh: '提交', en: 'Submit' }, intro: late };
  return { form: form(frame, worthKeeping(words?.words ?? '')) };
}

/** 收到 and 稍后反馈 are no comment to begin with. */
function worthKeeping(words: string): string {
  const reading = readReply(words);
  const isEmpty = reading.kind === 'doubtful' && (reading.why === 'receipt-only' || reading.why === 'postponed');
  return isEmpty || reading.kind === 'aside' ? '' : words;
}

const lateNote = {
  kind: 'note',
  words: { zh: '本次征询已截止，现在提交将标记为逾期。', en: 'It is closed; an answer now is marked late.' },
} as const;

async function reply(
  asked: Asked,
  about: ConsultAbout,
  said: Pick<ReplyRequest, 'answer' | 'words' | 'reason' | 'changes'>,
): Promise<Answer> {
  const { consultation, department } = about;
  const asking = await askedWords(asked.deps.db, about.words, about);
  // What was typed anew in place of the words that were asked back is an answer of its own.
  const words = said.words === asking?.words ? asking : null;
  const source: Source = words === null ? { kind: 'form', id: asked.key } : { kind: 'asked-back', id: words.source };
  const replied = await replyToConsultation(asked.deps, asked.actor, {
    consultation,
    department,
    ...said,
    source,
    key: asked.key,
  });
  return replied.ok ? afterReply(replied.value) : atItsField(replied.error);
}
