/** Buttons about findings, built and read in one place. What they are about is codes and numbers only. */
import type { Choice } from '../../message/message.ts';

export const followUpChoice = (department: string): Choice => ({
  id: 'follow-up',
  about: department,
  label: { zh: '处置', en: 'Deal with it' },
  weight: 'primary',
});

export const receiveChoice = (transfer: number): Choice => ({
  id: 'transfer-receive',
  about: String(transfer),
  label: { zh: '签收', en: 'Sign for it' },
  weight: 'primary',
  confirm: {
    title: { zh: '签收移交', en: 'Sign for a transfer' },
    text: {
      zh: '签收表示线索和证据材料已当面交接清楚，并记录在案。',
      en: 'Signing says that leads and evidence have changed hands. It goes on record.',
    },
    yes: { zh: '签收', en: 'Sign' },
    no: { zh: '取消', en: 'Cancel' },
  },
});

export const returnChoice = (transfer: number): Choice => ({
  id: 'transfer-return',
  about: String(transfer),
  label: { zh: '反馈办理结果', en: 'Tell the result' },
  weight: 'primary',
});
