/** Words under a reminder are no answer, and whoever means one is told where it is given: silence would pass for consent taken. */
import { readReply } from '../../../core/consult/reading/reading.ts';
import { quiet, tell } from '../answer.ts';
import type { Answer, Asked, Talk } from '../door.ts';

export async function talkUnderReminder(_asked: Asked, { what, text, files }: Talk): Promise<Answer> {
  if (what !== 'written') return quiet;
  const { kind } = readReply(text);
  // 收到 and small talk are said to the colleagues.
  const isMeant = files.length > 0 || (kind !== 'aside' && kind !== 'doubtful');
  return isMeant ? tell(elsewhere) : quiet;
}

const elsewhere = {
  zh: '写在提醒下的内容没有记录。反馈征询意见，请点提醒中的按钮，或者到征询函下回复、上传。',
  en: 'What is written under a reminder is not recorded. Use its buttons, or answer under the letter itself.',
};
