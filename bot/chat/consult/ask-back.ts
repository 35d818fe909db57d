/** Words that are not beyond doubt are asked back with buttons; nothing is recorded until one is pressed. */
import type { AnswerKind, Doubt } from '../../../core/consult/reading/reading.ts';
import type { ConsultationState } from '../../../core/consult/state.ts';
import { deadlineOf } from '../../../core/consult/tally.ts';
import { answerWords, wordsOfDeadline } from '../../../core/consult/words.ts';
import type { Words } from '../../../core/words.ts';
import type { Choice, Message } from '../../message/message.ts';
import { answerChoices } from '../../post/say/consult/letter.ts';
import { shortly } from '../../post/say/consult/say-reply.ts';
import { type AskedWords, keepAskedWords } from '../../verbs/consult/asked-words.ts';
import { heldConsultation } from '../../verbs/consult/held.ts';
import { calendarInForce } from '../../verbs/registry/calendar-in-force.ts';
import { show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** Why we ask. */
export type Why = Doubt | 'no-reason' | 'changed' | 'file-and-declined' | 'beside';

/** @param perhaps the answers that the words may have meant; all four where there is no telling */
export async function askBack(
  asked: Asked,
  words: AskedWords,
  why: Why,
  perhaps: readonly AnswerKind[],
): Promise<Answer> {
  const digest = await keepAskedWords(asked.deps.db, words);
  const state = await heldConsultation(asked.deps.db, words.consultation);
  const standing = state?.replies.get(words.department)?.latest.answer;
  const known = [
    ...(standing === undefined ? [] : [stands(standing)]),
    ...(why === 'question' && state !== null ? await dueAndContact(asked, state) : []),
  ];
  return show(question(words, digest, known, { why, perhaps }));
}

function question(
  { consultation, department, words }: AskedWords,
  digest: string,
  known: readonly Words[],
  { why, perhaps }: { readonly why: Why; readonly perhaps: readonly AnswerKind[] },
): Message {
  const offered = answerChoices({ consultation, department, words: digest }).filter(({ id }) =>
    (perhaps.length === 0 ? allAnswers : perhaps).some((kind) => id === `consult-${kind}`),
  );
  const because = whyWords[why];
  const summary = {
    zh: `${because.zh}尚未记录，请点按钮确认贵单位的反馈。`,
    en: `${because.en} Nothing was recorded; please confirm your department's answer by a button.`,
  };
  return {
    summary,
    parts: [
      { kind: 'text', words: summary },
      ...(known.length === 0 ? [] : [{ kind: 'list', items: known } as const]),
      { kind: 'note', words: { zh: `原文：“${shortly(words, 200)}”`, en: `You wrote: “${shortly(words, 200)}”` } },
      { kind: 'choices', choices: offered.map(plain) },
    ],
  };
}

/** “尚未记录” is about these words; whoever answered before must not read that his answer is gone. */
const stands = (answer: AnswerKind): Words => ({
  zh: `贵单位此前的反馈“${answerWords[answer].zh}”仍然有效；点了按钮才更改。`,
  en: `Your answer “${answerWords[answer].en}” still stands; only a button changes it.`,
});

/** What is asked most: until when, and whom to ring. */
async function dueAndContact({ deps }: Asked, state: ConsultationState): Promise<readonly Words[]> {
  const due = wordsOfDeadline(deadlineOf(state, await calendarInForce(deps.db)));
  const contact = [state.contact?.person, state.contact?.phone, state.contact?.email].filter(Boolean).join('，');
  return [
    { zh: `反馈期限：${due.zh}`, en: `Due: ${due.en}` },
    ...(contact === '' ? [] : [{ zh: `联系人：${contact}`, en: `Contact: ${contact}` }]),
  ];
}

const allAnswers: readonly AnswerKind[] = ['joins', 'agrees', 'comments', 'declines'];

/** No answer is recommended before another. */
const plain = ({ id, about, label }: Choice): Choice => ({ id, about, label });

const whyWords = {
  'receipt-only': {
    zh: '已看到贵单位收到函件；“收到”不等于同意。',
    en: 'We see that the letter has arrived, which is no consent yet.',
  },
  conditional: { zh: '这段话带有条件或者保留。', en: 'These words carry a condition or reservation.' },
  postponed: { zh: '这段话表示稍后再反馈。', en: 'These words put the answer off.' },
  question: {
    zh: '这段话像是提问，联席办会在群内回答。',
    en: 'This looks like a question, which the office will answer here.',
  },
  mixed: { zh: '这段话里有两种不一致的反馈。', en: 'These words hold two answers that do not go together.' },
  quoted: { zh: '这段话引用了别人的文字，无法确定是否为贵单位的意见。', en: "These words quote somebody else's." },
  negated: {
    zh: '这段话有否定的意思，但没有说清楚意见。',
    en: 'These words deny something without saying what is wanted.',
  },
  'for-another-department': {
    zh: '这段话像是代别的单位反馈；各单位只能反馈本单位的意见。',
    en: 'These words seem to answer for another department; each answers for itself.',
  },
  partial: { zh: '这段话只涉及部分事项。', en: 'These words are about some of the matters only.' },
  elsewhere: {
    zh: '这段话没有直接写明意见；如有附件，请上传在本消息下。',
    en: 'The answer seems to stand elsewhere; please upload it here if it is in a file.',
  },
  'too-long': { zh: '这段话太长，无法准确理解。', en: 'These words are too long to be read with certainty.' },
  unclear: { zh: '没能确定这段话的意思。', en: 'We cannot tell what these words mean.' },
  'no-reason': { zh: '不参加的，请补充理由。', en: 'Not taking part needs a reason.' },
  changed: { zh: '这条消息发出后又作了修改。', en: 'This message was changed after it was sent.' },
  beside: {
    zh: '这句话像是对征询函的反馈，但没有写在征询函下面。',
    en: 'This looks like an answer to the letter, and does not stand under it.',
  },
  'file-and-declined': {
    zh: '文字说不参加，又附了表格。如参加，请确认后重新上传表格。',
    en: 'The words decline and yet a sheet came along; if you take part, confirm and upload it again.',
  },
} as const satisfies Record<Why, Words>;
