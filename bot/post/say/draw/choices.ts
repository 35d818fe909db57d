/** The buttons of a ceremony. What they lead to stands in `bot/chat/draw/`. */
import type { Choice } from '../../../message/message.ts';

const choice = (id: string, no: number, zh: string, en: string, rest: Partial<Choice> = {}): Choice => ({
  id,
  about: String(no),
  label: { zh, en },
  ...rest,
});

/** Opens the form that freezes a roster, about a plan. */
export const freezeChoice = (plan: string): Choice => ({
  id: 'draw-freeze',
  about: plan,
  label: { zh: '锁定待抽名单', en: 'Freeze a roster' },
  weight: 'primary',
});

export const cosignChoice = (no: number): Choice => choice('draw-cosign', no, '会签', 'Co-sign', { weight: 'primary' });
export const sealChoice = (no: number): Choice => choice('draw-seal', no, '封签', 'Seal', { weight: 'primary' });

export const revealChoice = (no: number): Choice =>
  choice('draw-reveal', no, '启封', 'Open my seal', {
    weight: 'primary',
    confirm: {
      title: { zh: '启封', en: 'Open the seal' },
      text: {
        zh: '启封后不能收回。会务台将按封存的原样启封。',
        en: 'This cannot be taken back. The desk opens what it keeps for you, as it is.',
      },
      yes: { zh: '启封', en: 'Open' },
      no: { zh: '返回', en: 'Back' },
    },
  });

export const numberChoice = (no: number): Choice =>
  choice('draw-number', no, '录入公共数', 'Type the public number', { weight: 'primary' });
export const passOverChoice = (no: number): Choice =>
  choice('draw-pass-over', no, '改用下一顺位', 'Use the next number');

export const openChoice = (no: number, isAgain: boolean): Choice =>
  choice('draw-open', no, isAgain ? '重新开签' : '开签', isAgain ? 'Open again' : 'Open the draw', {
    weight: 'primary',
    confirm: {
      title: { zh: '开签', en: 'Open the draw' },
      text: {
        zh: '开签后结果即定，不能重抽。名单已锁定、封签已启、公共数已定，结果由此唯一算出。',
        en: 'Opening is final: nothing is redrawn. The result follows from what is frozen, opened and typed, and from nothing else.',
      },
      yes: { zh: '开签', en: 'Open' },
      no: { zh: '返回', en: 'Back' },
    },
  });

/** Leads to the page that prints it; the slip itself stands in no chat. */
export const slipChoice = (no: number): Choice => choice('draw-slip', no, '密封条', 'Sealed slip');
export const abortChoice = (no: number): Choice => choice('draw-abort', no, '中止', 'Abort', { weight: 'danger' });
export const correctChoice = (no: number): Choice =>
  choice('draw-correct', no, '更正公共数', 'Correct the public number');
export const postsChoice = (no: number): Choice => choice('draw-posts', no, '补抽人员', 'Draw for open posts');
/** About a list that another platform drew. */
export const listPeopleChoice = (list: number): Choice =>
  choice('draw-list-people', list, '抽取检查人员', 'Draw the inspectors', { weight: 'primary' });
export const checkpointChoice = (no: number): Choice =>
  choice('draw-checkpoint', no, '张贴台账校验点', 'Post the checkpoint');
export const discloseChoice = (no: number): Choice =>
  choice('draw-disclose', no, '公开完整记录', 'Disclose the record');

export const confirmCorrectionChoice = (no: number): Choice =>
  choice('draw-confirm-correction', no, '确认更正', 'Confirm the correction', {
    weight: 'primary',
    confirm: {
      title: { zh: '确认更正公共数', en: 'Correct the number' },
      text: {
        zh: '请先对照公告核对更正后的号码。确认后以更正后的公共数重新开签，原录入保留在记录中。',
        en: 'Check the number against the announcement first. The draw is then opened from it; the old reading stays on record.',
      },
      yes: { zh: '确认', en: 'Confirm' },
      no: { zh: '返回', en: 'Back' },
    },
  });

export const confirmAnnulmentChoice = (no: number): Choice =>
  choice('draw-confirm-annulment', no, '确认撤销', 'Confirm the annulment', {
    weight: 'danger',
    confirm: {
      title: { zh: '确认撤销本次抽取', en: 'Annul the draw' },
      text: {
        zh: '撤销不能收回。被撤销的抽取仍在公示页保留。',
        en: 'This cannot be taken back. The annulled draw stays on the public page.',
      },
      yes: { zh: '确认撤销', en: 'Annul' },
      no: { zh: '返回', en: 'Back' },
    },
  });
