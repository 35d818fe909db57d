/** Papers from the letter to the draw: 征询函, 会商函, 组织实施通知, 抽查计划, 抽取记录表, 实施方案. */
import { dateInChinese } from '../../../core/calendar.ts';
import { dueDays, policyYear } from '../../../core/policy/due.ts';
import { targetsOf } from '../../../core/policy/measure.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { deadlineWords, partyWords, wordsOfTarget } from '../../../core/policy/words.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import type { Deps } from '../../deps.ts';
import { visitScheme } from '../../paper/official/before-visit.ts';
import { consultationLetter } from '../../paper/official/consultation.ts';
import { drawRecord } from '../../paper/official/draw-record.ts';
import { jointLetter, specialNotice } from '../../paper/official/invitation.ts';
import { planNotice } from '../../paper/official/plan.ts';
import { planRows } from '../../paper/plan-rows.ts';
import { methodWords } from '../../paper/words.ts';
import { refuse } from '../../refusal.ts';
import { frameWords } from '../../say/letter.ts';
import { dayOf } from '../../today.ts';
import { heldConsultation, heldConsultations } from '../consult/held.ts';
import { recordFor } from '../draw/disclose.ts';
import { papersOf } from '../draw/papers.ts';
import { invitationsIn } from '../invite/recorded.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { schemesOf } from '../visit/schemes.ts';
import { lacking, loaded, type PaperDesk, type Source, unread } from './loaded.ts';
import { isOwn, ownArea } from './own-area.ts';

export const ofConsultation: Source = async (deps, asked) => {
  const held = await heldConsultation(deps.db, asked.about);
  if (held === null || held.letter === '') return lacking(asked, 'consultation');
  const { year, letter, matters, deadline, contact } = held;
  return loaded({
    issuer: null,
    matters: {},
    on: held.openedOn,
    contact: contact === null ? null : { person: contact.person, phone: contact.phone },
    build: (imprint) =>
      consultationLetter({ no: asked.about, year, letter, matters, deadline, office: deps.office }, imprint),
  });
};

export const ofInvitation: Source = async (deps, asked) => {
  if (!/^[1-9]\d{0,5}$/.test(asked.about)) return unread(asked);
  const held = (await invitationsIn(deps.db)).find(({ no }) => no === Number(asked.about));
  if (held === undefined) return lacking(asked, 'invitation');
  const { letter } = held;
  const kind = letter.kind === 'notice' ? 'special-notice' : 'joint-letter';
  if (kind !== asked.kind)
    return refuse('paper', { reason: 'other-paper', kind: asked.kind, about: asked.about, instead: kind });
  const { person, phone } = letter.contact;
  return loaded({
    issuer: letter.lead,
    matters: { task: `${held.plan}/${held.task}` },
    on: letter.date,
    contact: person === '' ? null : { person, phone },
    build: (imprint) => (kind === 'special-notice' ? specialNotice(letter, imprint) : jointLetter(letter, imprint)),
  });
};

export const ofPlan: Source = async (deps, asked, desk) => {
  const { db } = deps;
  const held = await heldPlan(db, asked.about);
  if (held === null) return refuse('draw', { reason: 'no-plan', plan: asked.about });
  const { plan } = held;
  const today = dayOf(deps.now());
  const policy = await policyInForce(db, today);
  const rows = planRows(plan, await kept(db, await snapshot(db), 'item'));
  const [consulted] = (await heldConsultations(db)).filter(({ year }) => year === plan.year);
  const title = policy?.head.title.value ?? '';
  const number = policy?.head.number?.value ?? '';
  const deadlines = policy === null ? [] : await deadlinesOf(deps, policy, plan.year);
  return loaded({
    issuer: null,
    matters: {},
    build: (imprint) =>
      planNotice(
        {
          no: plan.no,
          year: plan.year,
          version: plan.version,
          area: ownArea(policy, deps.office),
          basis: title === '' ? '' : `《${title}》${number === '' ? '' : `（${number}）`}`,
          consulted: consulted?.openedOn ?? null,
          addressees: addresseesOf(policy, deps.office, desk),
          targets: policy === null ? [] : targetsOf(policy, today).map(({ value }) => wordsOfTarget(value).zh),
          deadlines,
          lines: plan.tasks.map((task, i) => ({
            no: task.no,
            name: task.name,
            items: rows[i]?.items ?? [],
            subjects: frameWords(task.frame).zh,
            ratio: rows[i]?.ratioText ?? '',
            draws: task.drawsPerYear,
            lead: desk.nameOf(task.lead),
            partners: task.partners.map(desk.nameOf),
            method: methodWords[task.method],
            window: task.window,
            due: task.due,
            reach: task.reach,
            kind: task.kind,
          })),
          printedBy: deps.office,
        },
        imprint,
      ),
  });
};

/**
 * As the document names them at its head, where it is the office's own; of another's, those that stand on this list of departments too. Where
 * none does, the members.
 */
function addresseesOf(policy: Policy | null, office: string, { departments }: PaperDesk): readonly string[] {
  const names = policy === null ? [] : policy.head.addressees.map(({ value }) => value.name);
  const known = new Set(departments.map(({ name }) => name));
  const ours = policy !== null && isOwn(policy, office) ? names : names.filter((name) => known.has(name));
  return ours.length === 0 ? ['联席会议各成员单位'] : ours;
}

/** What the document gives a day for, in its year. */
async function deadlinesOf({ db }: Deps, policy: Policy, year: number): Promise<readonly string[]> {
  const held = policyYear(policy, year);
  if (!held.ok) return [];
  return dueDays(policy, held.value, await calendarInForce(db))
    .filter(({ state }) => state === 'binding')
    .map(({ deadline: { key, by }, due }) => {
      const who = by.map((each) => partyWords[each].zh).join('、');
      return `${dateInChinese(due)}前，${who}${who === '' ? '' : '：'}${deadlineWords[key].zh}`;
    });
}

/** Whoever may have the record; where it was held and what was filmed stands in its own form. */
export const ofCeremony: Source = async (deps, asked) => {
  if (!/^[1-9]\d{0,5}$/.test(asked.about)) return unread(asked);
  const ceremony = Number(asked.about);
  const record = await recordFor(deps, asked.actor, ceremony);
  if (!record.ok) return record;
  const papers = await papersOf(deps, { ceremony, place: '', media: [], verifyAt: 'npx mingchou verify record.json' });
  if (!papers.ok) return papers;
  const { form } = papers.value;
  return loaded({ issuer: null, matters: { ceremony: asked.about }, build: (imprint) => drawRecord(form, imprint) });
};

/** Numbers of plans hold no slash of their own; a task's may not either. */
export const ofScheme: Source = async (deps, asked, desk) => {
  const at = asked.about.lastIndexOf('/');
  if (at <= 0) return unread(asked);
  const [no, taskNo] = [asked.about.slice(0, at), asked.about.slice(at + 1)];
  const plan = (await heldPlan(deps.db, no))?.plan;
  const task = plan?.tasks.find((each) => each.no === taskNo);
  if (task === undefined) return lacking(asked, 'task');
  const scheme = (await schemesOf(deps.db, no)).get(taskNo);
  if (scheme === undefined) return lacking(asked, 'scheme');
  return loaded({
    issuer: task.lead,
    on: dayOf(scheme.at),
    matters: { task: asked.about },
    build: (imprint) =>
      visitScheme(
        {
          scheme,
          task: task.name,
          lead: desk.nameOf(task.lead),
          partners: task.partners.map(desk.nameOf),
          window: task.window,
          due: task.due,
        },
        imprint,
      ),
  });
};
