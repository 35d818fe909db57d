/**
 * Letters to partners, plans from above, missing items and offers to join tasks. This stage has no command of its own: everything is
 * a button on a post, or a form that another chapter's command leads to.
 */
import type { Chapter, Route } from './door.ts';
import * as joining from './invite/joining.ts';
import * as letter from './invite/letter.ts';
import * as missing from './invite/missing.ts';
import * as outside from './invite/outside.ts';
import * as partner from './invite/partner.ts';
import * as superior from './invite/superior.ts';

/** For words after `/consult` and `/draw`: 上级计划, 缺项, 外部名单. */
export const inviteRoutes = {
  superior: { kind: 'form', form: 'superior-plan', about: '' },
  missing: { kind: 'form', form: 'report-missing-item', about: '' },
  outside: { kind: 'form', form: 'outside-list', about: '' },
} as const satisfies Record<string, Route>;

export const inviteChapter: Chapter = {
  choices: {
    /** About a plan: its joint tasks, with a button for each that has partners to write to. */
    'invite-list': { kind: 'act', act: letter.list },
    /** About `planTask(plan, task)` (`bot/post/say/invite/about.ts`). */
    'invite-partners': { kind: 'form', form: 'invite-partners' },
    /** About the number of a letter and a partner's code. */
    'invitation-adopt': { kind: 'act', act: letter.adopt },
    'invitation-join': { kind: 'act', act: partner.join },
    'invitation-join-with': { kind: 'form', form: 'invitation-join-with' },
    'invitation-decline': { kind: 'form', form: 'invitation-decline' },
    /** About `planTask(plan, task)`, or ''. */
    'report-missing-item': { kind: 'form', form: 'report-missing-item' },
    'missing-item-step': { kind: 'act', act: missing.step },
    'superior-plan': { kind: 'form', form: 'superior-plan' },
    'superior-sign': { kind: 'act', act: superior.sign },
    'superior-return': { kind: 'form', form: 'superior-return' },
    'superior-enter': { kind: 'form', form: 'superior-enter' },
    /** About the number of a plan from above, or ''. */
    'outside-list': { kind: 'form', form: 'outside-list' },
    'joining-accept': { kind: 'act', act: joining.accept },
    'joining-lead': { kind: 'form', form: 'joining-lead' },
    'joining-decline': { kind: 'form', form: 'joining-decline' },
  },
  forms: {
    'invite-partners': letter.letterForm,
    'invitation-join-with': partner.joinForm,
    'invitation-decline': partner.declineForm,
    'report-missing-item': missing.reportForm,
    'missing-item-step': missing.stepForm,
    'superior-plan': superior.receiveForm,
    'superior-return': superior.returnForm,
    'superior-enter': superior.enterForm,
    'outside-list': outside.takeInForm,
    'joining-lead': joining.leadForm,
    'joining-decline': joining.declineForm,
  },
  talk: { 'superior-plan': outside.listUnderPlan, 'superior-plan-own': outside.listUnderPlan },
};
