/** The buttons under a letter: the answers themselves, and keeping an answer whose text was changed. */
import type { Answer as Said } from '../../../core/consult/fact.ts';
import { answerWords } from '../../../core/consult/words.ts';
import { askedWords } from '../../verbs/consult/asked-words.ts';
import { closeConsultation } from '../../verbs/consult/close.ts';
import { heldConsultation } from '../../verbs/consult/held.ts';
import { type Receipt, replyToConsultation } from '../../verbs/consult/reply.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { quiet, refused, tell } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { aboutOf, gone } from './about.ts';

/** 参加 or 无意见; of words that were asked back it is what they meant. */
export const pressAnswer =
  (answer: Extract<Said, 'joins' | 'agrees'>) =>
  async (asked: Asked, text: string): Promise<Answer> => {
    const about = aboutOf(asked, text);
    if (about === null) return tell(gone);
    const { consultation, department } = about;
    const words = await askedWords(asked.deps.db, about.words, about);
    const replied = await replyToConsultation(asked.deps, asked.actor, {
      consultation,
      department,
      answer,
      words: words?.words ?? '',
      source: words === null ? { kind: 'button', id: asked.key } : { kind: 'asked-back', id: words.source },
      key: asked.key,
    });
    return replied.ok ? afterReply(replied.value) : refused(replied.error);
  };

/** The receipt stands in the thread; only a press that changed nothing would leave the presser wondering. */
export const afterReply = ({ known, reply }: Receipt): Answer =>
  known
    ? tell({
        zh: `贵单位的反馈已经是“${answerWords[reply.answer].zh}”（台账第 ${reply.seq} 号），没有重复记录。`,
        en: `Your answer is “${answerWords[reply.answer].en}” already (ledger no. ${reply.seq}); nothing was recorded twice.`,
      })
    : quiet;

/** 维持原反馈: the same answer given anew, by a press. */
export async function keepAnswer(asked: Asked, text: string): Promise<Answer> {
  const about = aboutOf(asked, text);
  if (about === null) return tell(gone);
  const { consultation, department } = about;
  const replies = (await heldConsultation(asked.deps.db, consultation))?.replies.get(department);
  if (replies === undefined) return tell(gone);
  const { answer, words, reason, changes } = replies.latest;
  const replied = await replyToConsultation(asked.deps, asked.actor, {
    consultation,
    department,
    answer,
    words,
    reason,
    changes,
    source: { kind: 'button', id: asked.key },
    key: asked.key,
  });
  return replied.ok ? afterReply(replied.value) : refused(replied.error);
}

export async function pressClose(asked: Asked, consultation: string): Promise<Answer> {
  const closed = await closeConsultation(asked.deps, asked.actor, consultation);
  if (!closed.ok) return refused(closed.error);
  const name = await departmentNames(asked.deps.db);
  const silent = closed.value.silent.map(name);
  return tell(
    silent.length === 0
      ? {
          zh: `征询 ${consultation} 已截止，各单位均已反馈。`,
          en: `${consultation} is closed; everybody has answered.`,
        }
      : {
          zh: `征询 ${consultation} 已截止。未反馈的单位（${silent.length}）：${silent.join('、')}。`,
          en: `${consultation} is closed. Silent (${silent.length}): ${silent.join(', ')}.`,
        },
  );
}
