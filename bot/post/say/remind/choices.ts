/** The buttons by which a matter is done. Each leads to the chapter that the matter belongs to; a matter done elsewhere has none. */
import type { Debtor, Matter } from '../../../../core/owed/owed.ts';
import { never } from '../../../../core/result.ts';
import { planChoice } from '../../../chat/plan/choice.ts';
import { decideChoices } from '../../../chat/visit/choice.ts';
import type { Choice } from '../../../message/message.ts';
import { departmentIn } from '../../../say/owed.ts';
import { answerChoices } from '../consult/letter.ts';
import {
  confirmAnnulmentChoice,
  confirmCorrectionChoice,
  cosignChoice,
  numberChoice,
  openChoice,
  revealChoice,
  sealChoice,
} from '../draw/choices.ts';
import { offerAbout } from '../invite/about.ts';

export function choicesFor(matter: Matter, by: Debtor): readonly Choice[] {
  switch (matter.kind) {
    case 'reply':
      return answerChoices({ consultation: matter.consultation, department: departmentIn(by) ?? '' }).slice(0, 4);
    case 'silent':
      return [
        { ...remindChoice(matter.consultation), weight: 'primary' },
        { id: 'consult-extend', about: matter.consultation, label: { zh: '延期', en: 'Extend' } },
      ];
    case 'invitation': {
      const about = String(matter.invitation);
      return [
        { id: 'invitation-join', about, label: { zh: '参加并签收', en: 'Join and sign' }, weight: 'primary' },
        { id: 'invitation-decline', about, label: { zh: '不参加', en: 'Decline' }, weight: 'danger' },
      ];
    }
    case 'superior-plan': {
      const about = String(matter.no);
      return [
        { id: 'superior-sign', about, label: { zh: '签收', en: 'Sign' }, weight: 'primary' },
        { id: 'superior-return', about, label: { zh: '退回', en: 'Return' }, weight: 'danger' },
      ];
    }
    case 'joining': {
      const about = offerAbout(matter.plan, matter.tasks);
      const first: Choice =
        matter.way === 'accept'
          ? { id: 'joining-accept', about, label: { zh: '同意合并', en: 'Accept' }, weight: 'primary' }
          : {
              id: 'joining-lead',
              about,
              label: { zh: '同意，确定牵头部门', en: 'Accept, name the lead' },
              weight: 'primary',
            };
      return [first, { id: 'joining-decline', about, label: { zh: '不同意', en: 'Decline' }, weight: 'danger' }];
    }
    case 'missing-item':
      return [
        {
          id: 'missing-item-step',
          about: `${matter.no} with-city`,
          label: { zh: '已报市级', en: 'Taken to the city' },
          weight: 'primary',
        },
      ];
    case 'plan':
      return [planChoice(matter.step, { plan: matter.plan, version: matter.version })];
    case 'ceremony':
      return [ceremonyChoices[matter.step](matter.ceremony)];
    case 'recusal':
      return decideChoices(matter.case);
    case 'deadline':
    case 'draw':
    case 'visits':
    case 'publication':
    case 'lists':
    case 'renewal':
    case 'receipt':
    case 'holidays':
      return [];
    default:
      return never(matter);
  }
}

const remindChoice = (consultation: string): Choice => ({
  id: 'remind-consultation',
  about: consultation,
  label: { zh: '催办', en: 'Remind' },
});

const ceremonyChoices = {
  cosign: cosignChoice,
  seal: sealChoice,
  reveal: revealChoice,
  number: numberChoice,
  open: (no: number) => openChoice(no, false),
  'confirm-correction': confirmCorrectionChoice,
  'confirm-annulment': confirmAnnulmentChoice,
} as const;
