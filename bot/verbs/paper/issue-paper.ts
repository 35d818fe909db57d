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
import { factBodies } from '../ledger/fact-bodies.ts';
import { ownerOf } from '../outcome/reach.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type Asked, contactOf, issuersOf, type Loaded, type PaperDesk, paperDesk } from './loaded.ts';
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

/** The fact's body, with the matters that it is filed under. */
export interface PaperIssued extends PaperNumber {
  readonly paper: string;
  readonly kind: PaperKind;
  readonly about: string;
  /** Code of whoever issues it; '' for the office. */
  readonly department: string;
  readonly title: string;
  readonly on: CivilDate;
  /** Of what the paper says, but for number, mark and date. */
  readonly digest: Digest;
}

/** A draft: nobody's number is used up, and nothing is recorded. */
export async function drawUp(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<DrawnUp, Refusal>> {
  const found = await load(deps, actor, input);
  if (!found.ok) return found;
  const { asked, held } = found.value;
  const series = await seriesOf(deps, held, input.series);
  if (!series.ok) return series;
  const on = dayOf(deps.now());
  const paper = held.build(
    await imprintOf(deps, found.value, { series: series.value ?? '', on, number: null, mark: '' }),
  );
  return ok({ kind: asked.kind, about: asked.about, paper, number: null, copy: false, seq: null });
}

export async function issuePaper(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<DrawnUp, Refusal>> {
  return enact<DrawnUp>(deps, async (at) => {
    const found = await load(deps, actor, input);
    if (!found.ok) return found;
    const { asked, held, desk } = found.value;
    const known = await seriesOf(deps, held, input.series);
    if (!known.ok) return known;
    const series = known.value;
    if (series === null)
      return refuse('paper', { reason: 'no-series', department: desk.nameOf(held.issuer ?? '') || deps.office });
    const on = dayOf(at.now);
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
    const number = nextNumber(series, year, [...issued, ...(await usedElsewhere(deps, on))]);
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

/** For an archive: under its number where it has one and would say the same, as a draft otherwise. Nothing is recorded. */
export async function asFiled(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<DrawnUp, Refusal>> {
  const draft = await drawUp(deps, actor, input);
  if (!draft.ok) return draft;
  const { kind, about } = draft.value;
  const issued = (await papersIssued(deps)).findLast((each) => each.kind === kind && each.about === about);
  if (issued === undefined) return draft;
  const again = await paperAgain(deps, actor, issued.seq);
  return again.ok ? again : draft;
}

interface Found {
  readonly asked: Asked;
  readonly held: Loaded;
  readonly desk: PaperDesk;
}

/** Rights are asked before anything is told of the matter where the asker has none at all, and of the issuer once it is known. */
async function load(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<Found, Refusal>> {
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
  return ok({ asked, held: held.value, desk });
}

/** As given now; else the last on record; else, for the office, that of its plans' numbers or of the policy's. Null where there is none. */
async function seriesOf(deps: Deps, { issuer }: Loaded, given: string): Promise<Result<string | null, Refusal>> {
  const typed = given.normalize('NFC').trim();
  if (typed !== '')
    return isSeries(typed) ? ok(typed) : refuse('paper', { reason: 'series-unread', series: typed.slice(0, 40) });
  const last = (await papersIssued(deps)).findLast(({ department }) => department === (issuer ?? ''));
  if (last !== undefined) return ok(last.series);
  if (issuer !== null) return ok(null);
  const own = (await plans(deps.db)).flatMap(({ no }) => readNumber(no) ?? []).at(-1);
  const policy = await policyInForce(deps.db, dayOf(deps.now()));
  return ok((own ?? readNumber(policy?.head.number?.value ?? ''))?.series ?? null);
}

async function imprintOf(
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

const digestOfPaper = (paper: OfficialPaper): Digest => {
  const { number: _, mark: __, date, series: ___, year: ____, ...said } = paper;
  // Whether it bears a date is its form; which one is the day's.
  const plain: Json = JSON.parse(JSON.stringify({ ...said, dated: date !== null }));
  return digestText('mingchou/paper/1', canonical(plain));
};

/** All numbers that were given, oldest first. */
export const papersIssued = async ({ db }: Pick<Deps, 'db'>): Promise<readonly PaperOnRecord[]> =>
  (await factBodies<PaperIssued>(db, 'paper-issued')).map(({ body, seq }) => ({ ...body, seq }));

export interface PaperOnRecord extends PaperIssued {
  readonly seq: number;
}

/** Numbered papers that somebody reads: the office all, a department its own, the latest first. */
export async function papersOfActor(deps: Deps, actor: Actor): Promise<Result<readonly PaperOnRecord[], Refusal>> {
  const any = authorise(actor, 'issue-paper', { department: actor.department });
  if (!any.ok) return any;
  const { departments } = await paperDesk(deps, actor);
  const mine = ({ department }: PaperIssued): boolean =>
    authorise(actor, 'issue-paper', department === '' ? {} : ownerOf(actor, department, departments)).ok;
  return ok((await papersIssued(deps)).filter(mine).reverse());
}

/** A numbered paper once more, as long as it would say the same: to fetch a file is not to issue it. */
export async function paperAgain(deps: Deps, actor: Actor, seq: number): Promise<Result<DrawnUp, Refusal>> {
  const mine = await papersOfActor(deps, actor);
  if (!mine.ok) return mine;
  const issued = mine.value.find((each) => each.seq === seq);
  if (issued === undefined) return refuse('paper', { reason: 'no-paper', seq });
  const { kind, about, series, on, paper: number } = issued;
  const found = await load(deps, actor, { kind, about, series });
  if (!found.ok) return found;
  const paper = found.value.held.build(await imprintOf(deps, found.value, { series, on, number, mark: '' }));
  return digestOfPaper(paper) === issued.digest
    ? ok({ kind, about, paper, number, copy: false, seq })
    : refuse('paper', { reason: 'changed-since', paper: number, on });
}

/** The document in force and the plans bear numbers of the office's series too (明双随机〔2025〕1号 is the year's plan itself). */
async function usedElsewhere({ db }: Deps, on: CivilDate): Promise<readonly PaperNumber[]> {
  const policy = await policyInForce(db, on);
  const texts = [policy?.head.number?.value ?? '', ...(await plans(db)).map(({ no }) => no)];
  return texts.flatMap((text) => readNumber(text) ?? []);
}
