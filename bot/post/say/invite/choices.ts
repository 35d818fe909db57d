/** The buttons under letters to partners, plans from above, missing items and offers. What they lead to stands in `bot/chat/invite/`. */
import type { MissingItemStep } from '../../../../core/registry/missing-item.ts';
import type { Words } from '../../../../core/words.ts';
import type { Choice } from '../../../message/message.ts';

export const joinChoice = (invitation: number): Choice => ({
  id: 'invitation-join',
  about: String(invitation),
  label: { zh: '参加并签收', en: 'Join and sign' },
  weight: 'primary',
});

export const joinWithChoice = (invitation: number): Choice => ({
  id: 'invitation-join-with',
  about: String(invitation),
  label: { zh: '参加，填报事项和人员', en: 'Join, with items' },
});

export const declineChoice = (invitation: number): Choice => ({
  id: 'invitation-decline',
  about: String(invitation),
  label: { zh: '不参加', en: 'Decline' },
  weight: 'danger',
});

export const signChoice = (superior: number): Choice => ({
  id: 'superior-sign',
  about: String(superior),
  label: { zh: '签收', en: 'Sign' },
  weight: 'primary',
});

export const returnChoice = (superior: number): Choice => ({
  id: 'superior-return',
  about: String(superior),
  label: { zh: '退回', en: 'Return' },
  weight: 'danger',
});

/** @param about `offerAbout(plan, tasks)`, for these three */
export const acceptJoiningChoice = (about: string): Choice => ({
  id: 'joining-accept',
  about,
  label: { zh: '同意合并', en: 'Accept' },
  weight: 'primary',
});

export const leadJoiningChoice = (about: string): Choice => ({
  id: 'joining-lead',
  about,
  label: { zh: '同意，另定牵头部门', en: 'Accept with another lead' },
});

export const declineJoiningChoice = (about: string): Choice => ({
  id: 'joining-decline',
  about,
  label: { zh: '不同意', en: 'Decline' },
  weight: 'danger',
});

const stepLabels = {
  'with-city': { zh: '已报市级', en: 'Taken to the city' },
  'with-province': { zh: '已报省级', en: 'Taken to the province' },
  added: { zh: '上级已添加', en: 'Added' },
  refused: { zh: '上级不予添加', en: 'Refused' },
} as const satisfies Record<MissingItemStep, Words>;

export const stepChoice = (no: number, step: MissingItemStep): Choice => ({
  id: 'missing-item-step',
  about: `${no} ${step}`,
  label: stepLabels[step],
});
