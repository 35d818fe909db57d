/** Papers about one visit: 审批表, 通知书, 记录表, 结果告知. */
import { kindOf } from '../../../core/outcome/code.ts';
import { digestOfForm, versionsOf } from '../../../core/outcome/form.ts';
import { reviewKey, reviewState } from '../../../core/outcome/review.ts';
import { changedSince } from '../../../core/outcome/sign.ts';
import { handlingWords, wordsOfCode } from '../../../core/outcome/words.ts';
import { approvalForm, visitNotice } from '../../paper/official/before-visit.ts';
import { type OutcomeLine, outcomeNotice } from '../../paper/official/outcome-notice.ts';
import { recordSheet } from '../../paper/official/record-sheet.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../act.ts';
import { formOf } from '../outcome/joint-form.ts';
import { ownerOf } from '../outcome/reach.ts';
import { reviewsOf } from '../outcome/reviewed.ts';
import { signatureOf } from '../outcome/sign.ts';
import { lacking, loaded, type Source } from './loaded.ts';
import { partFacts, partId, visitFacts } from './visit-facts.ts';

export const ofApproval: Source = async (deps, asked, desk) => {
  const found = await partFacts(deps, asked, desk);
  if (!found.ok) return found;
  const { id, department, body, value } = found.value;
  const { approval } = body;
  if (approval === null) return lacking(asked, 'approval');
  const { reason, from, to, urgent, warned } = approval.asked;
  const { decided } = approval;
  return loaded({
    issuer: department,
    about: partId(id, department),
    matters: { visit: id },
    build: (imprint) =>
      approvalForm(
        {
          ...{ visit: value, reason, from, to, urgent, warned: warned > 0 },
          askedOn: dayOf(approval.at),
          askedBy: desk.personName(approval.by),
          decided:
            decided === null
              ? null
              : {
                  approved: decided.approved,
                  words: decided.words,
                  on: dayOf(decided.at),
                  by: desk.personName(decided.by),
                },
        },
        imprint,
      ),
  });
};

export const ofNotice: Source = async (deps, asked, desk) => {
  const found = await partFacts(deps, asked, desk);
  if (!found.ok) return found;
  const { id, department, body, value } = found.value;
  const { notice, firstNotice } = body;
  if (notice === null) return lacking(asked, 'notice');
  const { on, hour, means, servedOn, words } = notice;
  // A later notice that only moves the day adds no materials.
  const materials = notice.materials.length > 0 ? notice.materials : (firstNotice?.materials ?? []);
  return loaded({
    issuer: department,
    about: partId(id, department),
    on: servedOn,
    matters: { visit: id },
    build: (imprint) => visitNotice({ visit: value, on, hour, means, servedOn, materials, words }, imprint),
  });
};

/** One sheet for all departments; the first that goes keeps the series. Whoever goes there may have it. */
export const ofSheet: Source = async (deps, asked, desk) => {
  const found = await visitFacts(deps, asked);
  if (!found.ok) return found;
  const { book, visit, id, printed } = found.value;
  const form = await formOf(deps, book, visit);
  const signed = await signatureOf(deps.db, id);
  const reviewed = await reviewsOf(deps.db, book.source);
  const reviews = new Map(
    form.parts.flatMap(({ department, items }) =>
      items.flatMap(({ code, entered }) => {
        const review = reviewed.get(reviewKey(visit.visit, department, code));
        return review === undefined || entered === null || review.outcome !== entered.seq
          ? []
          : [
              [
                `${department}/${code}`,
                { passed: review.passed, by: desk.personName(review.by), words: review.words },
              ] as const,
            ];
      }),
    ),
  );
  const goes = visit.bodies.some(
    ({ department }) => authorise(asked.actor, 'issue-paper', ownerOf(asked.actor, department, desk.departments)).ok,
  );
  const own = visit.bodies.some(({ department }) => department === desk.own);
  const lead = visit.bodies[0]?.department ?? null;
  return loaded({
    issuer: goes && own ? desk.own : lead,
    about: id,
    matters: { visit: id },
    build: (imprint) =>
      recordSheet(
        {
          form: { ...form, no: printed },
          plan: book.plan,
          signed: signed === null ? null : { ...signed, on: dayOf(signed.at) },
          changed:
            signed !== null &&
            (signed.digest !== digestOfForm(form) || changedSince(signed, versionsOf(form)).length > 0),
          reviews,
        },
        imprint,
      ),
  });
};

/** Told once everything was entered and has passed review. */
export const ofOutcome: Source = async (deps, asked, desk) => {
  const found = await partFacts(deps, asked, desk);
  if (!found.ok) return found;
  const { book, visit, id, department, value } = found.value;
  const part = (await formOf(deps, book, visit)).parts.find((each) => each.department === department);
  const items = part?.items ?? [];
  const entered = items.flatMap(({ code, name, entered: entry }) => (entry === null ? [] : [{ code, name, entry }]));
  if (entered.length === 0 || entered.length < items.length) return lacking(asked, 'outcomes');
  const reviews = await reviewsOf(deps.db, book.source);
  const passed = entered.every(
    ({ code, entry }) => reviewState(entry.seq, reviews.get(reviewKey(visit.visit, department, code))) === 'passed',
  );
  if (!passed) return lacking(asked, 'review');
  const reviewedOn = entered
    .map(({ code }) => dayOf(reviews.get(reviewKey(visit.visit, department, code))?.at ?? deps.now()))
    .reduce((last, each) => (each > last ? each : last), '');
  const days = entered.map(({ entry }) => entry.checkedOn).sort();
  const lines = entered.map(
    ({ name, entry }): OutcomeLine => ({
      item: name,
      outcome: wordsOfCode(entry.code).zh,
      finding: entry.finding,
      handling:
        entry.handling === null || entry.handling === 'nothing'
          ? ''
          : `${handlingWords[entry.handling].zh}${entry.handlingWords === '' ? '' : `：${entry.handlingWords}`}`,
      correctBy: entry.correctBy,
    }),
  );
  const problems = entered.filter(({ entry }) => kindOf(entry.code).problem).length;
  return loaded({
    issuer: department,
    about: partId(id, department),
    on: reviewedOn,
    matters: { visit: id },
    build: (imprint) =>
      outcomeNotice({ visit: value, from: days[0] ?? '', to: days.at(-1) ?? '', lines, problems }, imprint),
  });
};
