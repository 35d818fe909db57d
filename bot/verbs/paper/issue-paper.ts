/**
 * 制发文书: a paper is drawn up from what is recorded, and gets the next number of the series of whoever issues it. A number is burned when it is
 * given. The same paper with the same content again is a marked copy under its old number; with other content it is another paper and
 * another number. Without a number it is a draft, and nothing is recorded.
 */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { canonical, type Json } from '../../../core/canonical.ts';
import { type Digest, digestText } from '../../../core/digest.ts';
import { isSeries, nextNumber, numberText, type PaperNumber, readNumber } from '../../../core/paper/series.ts';
import { ok, type Result } from '../../../core/result.ts';
import { plans } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import type { Imprint, OfficialPaper } from '../../paper/official/official-paper.ts';
import { type PaperKind, paperNamed, papers } from '../../paper/official/papers.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type Asked, contactOf, issuersOf, type Loaded, type PaperDesk, paperDesk } from './loaded.ts';
import { isOwn } from './own-area.ts';
import { type PaperIssued, papersIssued } from './papers-issued.ts';
import { sources } from './sources.ts';

export interface PaperInput {
  /** Code or Chinese title. */
  readonly kind: string;
  readonly about: string;
  /** 机关代字, where the issuer has none on record yet or takes another; '' otherwise. */
  readonly series: string;
}

export interface DrawnUp {
  readonly kind: PaperKind;
  readonly about: string;
  readonly paper: OfficialPaper;
  /** Null for a draft. */
  readonly number: string | null;
  /** It had its number before. */
  readonly copy: boolean;
  /** Number of the fact that gave it; null for a draft. */
  readonly seq: number | null;
}

/** A draft: nobody's number is used up, and nothing is recorded. */
export async function drawUp(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<DrawnUp, Refusal>> {
  const found = await loadPaper(deps, actor, input);
  if (!found.ok) return found;
  const { asked, held } = found.value;
  const series = await seriesOf(deps, held, input.series);
  if (!series.ok) return series;
  const on = held.on ?? dayOf(deps.now());
  const paper = held.build(
    await imprintOf(deps, found.value, { series: series.value ?? '', on, number: null, mark: '' }),
  );
  return ok({ kind: asked.kind, about: asked.about, paper, number: null, copy: false, seq: null });
}

export async function issuePaper(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<DrawnUp, Refusal>> {
  return enact<DrawnUp>(deps, async (at) => {
    const found = await loadPaper(deps, actor, input);
    if (!found.ok) return found;
    const { asked, held, desk } = found.value;
    const known = await seriesOf(deps, held, input.series);
    if (!known.ok) return known;
    const series = known.value;
    if (series === null)
      return refuse('paper', { reason: 'no-series', department: desk.nameOf(held.issuer ?? '') || deps.office });
    const on = held.on ?? dayOf(at.now);
    const made = (with_: { readonly on: CivilDate; readonly number: string; readonly mark: string }) =>
      imprintOf(deps, found.value, { series, ...with_ }).then(held.build);
    const digest = digestOfPaper(await made({ on, number: '', mark: '' }));
    const issued = await papersIssued(deps);
    const before = issued.findLast(
      (each) => each.kind === asked.kind && each.about === asked.about && each.digest === digest,
    );
    const about = { kind: asked.kind, about: asked.about };
    if (before !== undefined) {
      const paper = await made({ on: before.on, number: before.paper, mark: '副本' });
      return already({ ...about, paper, number: before.paper, copy: true, seq: before.seq });
    }
    const year = yearOf(on);
    const number = nextNumber(series, year, [...issued, ...(await usedElsewhere(deps, dayOf(at.now)))]);
    const text = numberText(number);
    const paper = await made({ on, number: text, mark: '' });
    const body: PaperIssued = {
      paper: text,
      ...number,
      ...about,
      department: held.issuer ?? '',
      title: paper.title,
      on,
      digest,
    };
    return ok({
      facts: [factOf(actor, 'issue-paper', asJson({ ...held.matters, ...body }))],
      value: { ...about, paper, number: text, copy: false, seq: at.seq },
    });
  });
}

interface Found {
  readonly asked: Asked;
  readonly held: Loaded;
  readonly desk: PaperDesk;
}

/** Rights are asked before anything is told of the matter where the asker has none at all, and of the issuer once it is known. */
export async function loadPaper(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<Found, Refusal>> {
  const any = authorise(actor, 'issue-paper', { department: actor.department });
  if (!any.ok) return any;
  const kind = paperNamed(input.kind);
  if (kind === null) return refuse('paper', { reason: 'no-such-paper', typed: input.kind.slice(0, 40) });
  const desk = await paperDesk(deps, actor);
  const asked: Asked = { kind, about: input.about.trim().slice(0, 200), actor };
  const held = await sources[kind](deps, asked, desk);
  if (!held.ok) return held;
  const { issuer, ownOnly } = held.value;
  const owner = issuer === null ? {} : ownerOf(actor, issuer, desk.departments);
  const allowed = authorise(actor, 'issue-paper', owner);
  if (!allowed.ok) return allowed;
  if (ownOnly && issuer !== desk.own)
    return refuse('rights', {
      reason: 'not-own',
      verb: 'issue-paper',
      person: actor.person,
      department: actor.department,
      owner: issuer ?? '',
    });
  return ok({ asked: { ...asked, about: held.value.about ?? asked.about }, held: held.value, desk });
}

/**
 * As given now; else the last on record; else, for the office, that of its plans' numbers or of the document in force where that is its own.
 * Null where there is none.
 */
async function seriesOf(deps: Deps, { issuer }: Loaded, given: string): Promise<Result<string | null, Refusal>> {
  const typed = given.normalize('NFC').trim();
  if (typed !== '')
    return isSeries(typed) ? ok(typed) : refuse('paper', { reason: 'series-unread', series: typed.slice(0, 40) });
  const last = (await papersIssued(deps)).findLast(({ department }) => department === (issuer ?? ''));
  if (last !== undefined) return ok(last.series);
  if (issuer !== null) return ok(null);
  const own = (await plans(deps.db)).flatMap(({ no }) => readNumber(no) ?? []).at(-1);
  const policy = await policyInForce(deps.db, dayOf(deps.now()));
  const document = policy !== null && isOwn(policy, deps.office) ? (policy.head.number?.value ?? '') : '';
  return ok((own ?? readNumber(document))?.series ?? null);
}

export async function imprintOf(
  deps: Deps,
  { asked, held, desk }: Found,
  said: { readonly series: string; readonly on: CivilDate; readonly number: string | null; readonly mark: string },
): Promise<Imprint> {
  const { series, on, number, mark } = said;
  return {
    issuers: await issuersOf(deps, held, desk),
    ...{ number, series, mark },
    year: yearOf(on),
    date: on,
    contact: contactOf(held, desk),
    disclosure: papers[asked.kind].disclosure,
  };
}

/** Of what a paper says; its number, mark and day are no part of that. */
export const digestOfPaper = (paper: OfficialPaper): Digest => {
  const { number: _, mark: __, date, series: ___, year: ____, ...said } = paper;
  // Whether it bears a date is its form; which one is the day's.
  const plain: Json = JSON.parse(JSON.stringify({ ...said, dated: date !== null }));
  return digestText('mingchou/paper/1', canonical(plain));
};

/** The document in force and the plans bear numbers of the office's series too (明双随机〔2025〕1号 is the year's plan itself). */
async function usedElsewhere({ db }: Deps, on: CivilDate): Promise<readonly PaperNumber[]> {
  const policy = await policyInForce(db, on);
  const texts = [policy?.head.number?.value ?? '', ...(await plans(db)).map(({ no }) => no)];
  return texts.flatMap((text) => readNumber(text) ?? []);
}
