/** Between the draw and the door, and at it, in the chat: hand-out, recusals, approval, agenda, notice, what happened, checks outside the draw. */
import type { Chapter } from './door.ts';
import { substituteForm, unavailableForm } from './visit/absence.ts';
import { againstForm, agendaForm, agree } from './visit/agenda.ts';
import { approve, askForm, decideForm, returnForm } from './visit/approval.ts';
import { assign } from './visit/assign.ts';
import { allBooks, visitCommand } from './visit/command.ts';
import { filingForm } from './visit/filing.ts';
import { filingHoldForm } from './visit/filing-held.ts';
import { filingReturnForm, receive } from './visit/filing-receipt.ts';
import { deskForm, finishForm, holdForm } from './visit/held.ts';
import { noticeForm } from './visit/notice.ts';
import { mediaForm, opinionForm, outsideForm, schemeForm } from './visit/records.ts';
import { declareForm, denyForm, grantForm } from './visit/recusal.ts';

export const visitChapter: Chapter = {
  commands: { visit: visitCommand },
  choices: {
    'visit-show': { kind: 'act', act: allBooks },
    'visit-ask': { kind: 'form', form: 'visit-ask' },
    'visit-approve': { kind: 'act', act: approve },
    'visit-return': { kind: 'form', form: 'visit-return' },
    'visit-decide': { kind: 'form', form: 'visit-decide' },
    'visit-agenda': { kind: 'form', form: 'visit-agenda' },
    'agenda-agree': { kind: 'act', act: agree },
    'agenda-against': { kind: 'form', form: 'agenda-against' },
    'visit-notice': { kind: 'form', form: 'visit-notice' },
    'visit-desk': { kind: 'form', form: 'visit-desk' },
    'visit-hold': { kind: 'form', form: 'visit-hold' },
    'visit-finish': { kind: 'form', form: 'visit-finish' },
    'visit-scheme': { kind: 'form', form: 'visit-scheme' },
    'filing-receive': { kind: 'act', act: receive },
    'filing-return': { kind: 'form', form: 'filing-return' },
    'filing-hold': { kind: 'form', form: 'filing-hold' },
    'assign-visits': { kind: 'act', act: assign },
    'recusal-declare': { kind: 'form', form: 'recusal-declare' },
    'recusal-grant': { kind: 'form', form: 'recusal-grant' },
    'recusal-deny': { kind: 'form', form: 'recusal-deny' },
    'inspector-unavailable': { kind: 'form', form: 'inspector-unavailable' },
    'post-substitute': { kind: 'form', form: 'post-substitute' },
  },
  forms: {
    'visit-ask': askForm,
    'visit-return': returnForm,
    'visit-decide': decideForm,
    'visit-agenda': agendaForm,
    'agenda-against': againstForm,
    'visit-notice': noticeForm,
    'visit-desk': deskForm,
    'visit-hold': holdForm,
    'visit-finish': finishForm,
    'visit-scheme': schemeForm,
    'visit-opinion': opinionForm,
    'visit-outside': outsideForm,
    'draw-media': mediaForm,
    'filing-new': filingForm,
    'filing-return': filingReturnForm,
    'filing-hold': filingHoldForm,
    'recusal-declare': declareForm,
    'recusal-grant': grantForm,
    'recusal-deny': denyForm,
    'inspector-unavailable': unavailableForm,
    'post-substitute': substituteForm,
  },
};
