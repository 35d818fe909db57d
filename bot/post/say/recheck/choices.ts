/** The buttons under re-inspections. What they lead to stands in `bot/chat/recheck/`. */
import type { Choice } from '../../../message/message.ts';

export const recordChoice = (recheck: number): Choice => ({
  id: 'recheck-record',
  about: String(recheck),
  label: { zh: '登记情况', en: 'Record' },
  weight: 'primary',
});

export const answerChoice = (recheck: number): Choice => ({
  id: 'recheck-answer',
  about: String(recheck),
  label: { zh: '答复问题', en: 'Answer' },
  weight: 'primary',
});

export const listChoice = (recheck: number): Choice => ({
  id: 'recheck-list',
  about: String(recheck),
  label: { zh: '查看名单', en: 'The sample' },
});
