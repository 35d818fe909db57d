/** The office's buttons under a consultation. What they lead to stands in `bot/chat/consult/` and `bot/chat/remind/`. */
import type { Choice } from '../../../message/message.ts';

export const extendChoice = (no: string): Choice => ({
  id: 'consult-extend',
  about: no,
  label: { zh: '延期', en: 'Extend' },
});

export const remindChoice = (no: string): Choice => ({
  id: 'remind-consultation',
  about: no,
  label: { zh: '催办', en: 'Remind' },
});

export const closeChoice = (no: string, silent: number): Choice => ({
  id: 'consult-close',
  about: no,
  label: { zh: '截止', en: 'Close' },
  weight: 'danger',
  confirm: {
    title: { zh: '截止征询', en: 'Close the consultation' },
    text: {
      zh: `征询 ${no} 截止后不能重新开放，之后的反馈将标记为逾期。目前还有 ${silent} 个单位未反馈。`,
      en: `A closed consultation is not opened again; later replies are marked late. ${silent} have not answered.`,
    },
    yes: { zh: '截止', en: 'Close' },
    no: { zh: '返回', en: 'Back' },
  },
});
