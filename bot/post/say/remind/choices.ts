/** The buttons by which a matter is done. Each leads to the chapter that the matter belongs to; a matter done elsewhere has none. */
import type { Debtor, Matter } from '../../../../core/owed/owed.ts';
import { never } from '../../../../core/result.ts';
import type { Choice } from '../../../message/message.ts';
import { departmentIn } from '../../../say/owed.ts';
import {
  draftChoice,
  issueChoice,
  ownFiguresChoice,
  sendNewsChoice,
  submitSummaryChoice,
} from '../bulletin/choices.ts';
import { extendChoice, remindChoice } from '../consult/choices.ts';
import { answerChoices } from '../consult/letter.ts';
import {
  confirmAnnulmentChoice,
  confirmCorrectionChoice,
  cosignChoice,
  freezeChoice,
  numberChoice,
  openChoice,
  revealChoice,
  sealChoice,
} from '../draw/choices.ts';
import { answerMeetingChoices, minutesChoice, solveChoice } from '../exchange/choices.ts';
import { followUpChoice, receiveChoice, returnChoice as resultChoice } from '../follow-up-choices.ts';
import { offerAbout } from '../invite/about.ts';
import {
  acceptJoiningChoice,
  declineChoice,
  declineJoiningChoice,
  joinChoice,
  leadJoiningChoice,
  returnChoice,
  signChoice,
  stepChoice,
} from '../invite/choices.ts';
import {
  acknowledgeChoice,
  endRepairedChoice,
  finishChoice,
  matterChoice,
  objectionChoice,
  publishChoice,
} from '../notice/choices.ts';
import { enterChoices, readChoice } from '../outcome/choices.ts';
import { planChoice } from '../plan/choices.ts';
import { answerChoice, recordChoice } from '../recheck/choices.ts';
import { answerClassChoices, handleChoice } from '../risk/choices.ts';
import {
  agendaChoices,
  approvalChoices,
  decideChoices,
  filingApprovalChoices,
  receiptChoices,
  schemeChoice,
  showVisitsChoice,
  workChoices,
} from '../visit/choices.ts';

export function choicesFor(matter: Matter, by: Debtor): readonly Choice[] {
  switch (matter.kind) {
    case 'reply':
      return answerChoices({ consultation: matter.consultation, department: departmentIn(by) ?? '' }).slice(0, 4);
    case 'visit-work':
      return visitChoices(matter);
    case 'silent':
      return [{ ...remindChoice(matter.consultation), weight: 'primary' }, extendChoice(matter.consultation)];
    case 'invitation':
      return [joinChoice(matter.invitation), declineChoice(matter.invitation)];
    case 'superior-plan':
      return [signChoice(matter.no), returnChoice(matter.no)];
    case 'joining': {
      const about = offerAbout(matter.plan, matter.tasks);
      const first: Choice =
        matter.way === 'accept'
          ? acceptJoiningChoice(about)
          : {
              ...leadJoiningChoice(about),
              label: { zh: '同意，确定牵头部门', en: 'Accept, name the lead' },
              weight: 'primary',
            };
      return [first, declineJoiningChoice(about)];
    }
    case 'missing-item':
      return [{ ...stepChoice(matter.no, 'with-city'), weight: 'primary' }];
    case 'plan':
      return [planChoice(matter.step, { plan: matter.plan, version: matter.version })];
    case 'ceremony':
      return [ceremonyChoices[matter.step](matter.ceremony)];
    case 'notice':
      return [noticeSteps[matter.step](`${matter.book} ${departmentIn(by) ?? ''}`.trim())];
    case 'matter-publication':
      return [matterChoice];
    case 'outcome-entry':
      return enterChoices(matter.book);
    case 'outcome-review':
      return [readChoice(matter.book, matter.department)];
    case 'recusal':
      return decideChoices(matter.case);
    case 'voices':
      return [{ id: 'voice-list', about: '', label: { zh: '查看并答复', en: 'Read and answer' }, weight: 'primary' }];
    case 'risk':
      return matter.step === 'handle' ? [handleChoice(matter.no)] : answerClassChoices(matter.no);
    case 'recheck':
      return [matter.step === 'record' ? recordChoice(matter.no) : answerChoice(matter.no)];
    case 'problem':
      return [solveChoice(matter.no)];
    case 'meeting':
      return matter.step === 'answer' ? answerMeetingChoices(matter.no) : [minutesChoice(matter.no)];
    case 'follow-up':
      if (matter.transfer !== null)
        return [matter.step === 'receive' ? receiveChoice(matter.transfer) : resultChoice(matter.transfer)];
      return [followUpChoice(departmentIn(by) ?? '')];
    case 'draw':
      return [freezeChoice(matter.plan)];
    case 'summary':
      return [submitSummaryChoice({ period: matter.period, department: departmentIn(by) ?? '' })];
    case 'bulletin':
      return [draftChoice(matter.period), issueChoice(matter.period)];
    case 'own-points':
      return [ownFiguresChoice(matter.period), followUpChoice(departmentIn(by) ?? '')];
    case 'news':
      return [sendNewsChoice];
    case 'visits':
      return [showVisitsChoice];
    case 'deadline':
    case 'publication':
    case 'lists':
    case 'renewal':
    case 'pool-checks':
    case 'receipt':
    case 'holidays':
      return [];
    default:
      return never(matter);
  }
}

const noticeSteps = {
  finish: finishChoice,
  publish: publishChoice,
  acknowledge: acknowledgeChoice,
  objection: objectionChoice,
  repaired: endRepairedChoice,
} as const;

const ceremonyChoices = {
  cosign: cosignChoice,
  seal: sealChoice,
  reveal: revealChoice,
  number: numberChoice,
  open: (no: number) => openChoice(no, false),
  'confirm-correction': confirmCorrectionChoice,
  'confirm-annulment': confirmAnnulmentChoice,
} as const;

function visitChoices({ step, no, book, name }: Extract<Matter, { readonly kind: 'visit-work' }>): readonly Choice[] {
  switch (step) {
    case 'approval':
      return approvalChoices(no);
    case 'afterwards':
      return workChoices(book, name).slice(0, 1);
    case 'agenda':
      return agendaChoices(no);
    case 'receipt':
      return receiptChoices(no);
    case 'filing-approval':
      return filingApprovalChoices(no);
    case 'scheme':
      return [schemeChoice];
    default:
      return never(step);
  }
}
