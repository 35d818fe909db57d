/**
 * 报送小结、总结、工作打算: a unit's summary with the document's parts, its own figures of that day, and for next year the rows of its plan.
 * A late one is taken and marked; the last version holds, earlier ones stay on record.
 */
import { isReported } from '../../../core/bulletin/figure.ts';
import { printed } from '../../../core/bulletin/print.ts';
import { isIn, type SummaryAsked, type SummarySubmitted, summariesHeld } from '../../../core/bulletin/summary.ts';
import { canonical } from '../../../core/canonical.ts';
import type { SentSheet } from '../../../core/consult/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import { cut, stagePages } from '../../../db/pages.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf, minuteOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { type GivenSheet, keepSheet, plainDefaults, planNumberOf, readSent, type SheetRead } from '../consult/sheet.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentNamed, departmentsAsHeld } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';
import { figuresOf } from './figures.ts';
import { rowNames } from './names.ts';
import { askedPeriod } from './summaries.ts';

/** A part of a summary is a page or two. */
export const partMost = 5000;
const figuresTag = 'mingchou/page/summary-figures/1';

export interface SummaryInput {
  /** `half-year-report/2025` */
  readonly period: string;
  /** Code or name; the person's own where it is left out. */
  readonly department?: string;
  readonly parts: readonly { readonly name: string; readonly words: string }[];
  /** 抽查计划表 of the next year. */
  readonly sheet?: Pick<GivenSheet, 'file' | 'bytes'>;
  /** 没有牵头任务: said instead of a sheet without a row. */
  readonly leadsNothing?: boolean;
}

export interface SummaryTaken {
  readonly period: string;
  readonly department: string;
  readonly late: boolean;
  readonly again: boolean;
  /** What the plan sheet came to. */
  readonly read: SheetRead | null;
}

export async function submitSummary(
  deps: Deps,
  actor: Actor,
  input: SummaryInput,
): Promise<Result<SummaryTaken, Refusal>> {
  const named = input.department ?? actor.department;
  const own = await departmentNamed(deps.db, named);
  if (own === null) return refuse('bulletin', { reason: 'no-department', department: named });
  const department = own.code;
  const allowed = authorise(actor, 'submit-summary', ownerOf(actor, department, await departmentsAsHeld(deps.db)));
  if (!allowed.ok) return allowed;
  const period = await askedPeriod(deps, input.period);
  if (!period.ok) return period;
  const asked = period.value;
  const parts = partsOf(asked, input.parts);
  if (!parts.ok) return parts;
  const file = await planOf(deps, asked, department, input);
  if (!file.ok) return file;
  const figures = await ownFigures(deps, asked, department);
  return enact<SummaryTaken>(deps, async (at) => {
    const on = dayOf(at.now);
    const late = asked.due !== null && on > asked.due;
    const held = summariesHeld(await dossierOf(deps.db, { matter: 'period', id: asked.period })).get(department);
    const sent = file.value?.kept ?? null;
    const leadsNothing = asked.withRows && sent === null;
    const value = { period: asked.period, department, late, again: held !== undefined, read: file.value?.read ?? null };
    // The same words again, while they stand: a second press. Sent back, they are sent anew with the figures of the day.
    if (held !== undefined && isIn(held) && same(held, { parts: parts.value, file: sent, leadsNothing }))
      return already({ ...value, late: held.late });
    const body: SummarySubmitted = {
      period: asked.period,
      department,
      parts: parts.value,
      late,
      on,
      figures,
      file: sent,
      leadsNothing,
    };
    return ok({ facts: [factOf(actor, 'submit-summary', asJson(body))], value });
  });
}

/** Each part that the document names has something in it, and no other is given. */
function partsOf({ parts }: SummaryAsked, given: SummaryInput['parts']): Result<SummarySubmitted['parts'], Refusal> {
  const strange = given.find(({ name }) => !parts.includes(name));
  if (strange !== undefined) return refuse('bulletin', { reason: 'no-such-part', part: strange.name, parts });
  const written: { name: string; words: string }[] = [];
  for (const name of parts) {
    const words = (given.find((each) => each.name === name)?.words ?? '').toWellFormed().trim();
    if (words === '') return refuse('bulletin', { reason: 'part-empty', part: name });
    const long = tooLong(words, partMost);
    if (long !== null) return refuse('bulletin', long);
    written.push({ name, words });
  }
  return ok(written);
}

async function planOf(
  deps: Deps,
  { withRows, year, period }: SummaryAsked,
  department: string,
  { sheet, leadsNothing = false }: SummaryInput,
): Promise<Result<{ readonly kept: SummarySubmitted['file']; readonly read: SheetRead } | null, Refusal>> {
  if (!withRows) return ok(null);
  const next = year + 1;
  if (leadsNothing && sheet === undefined) return ok(null);
  if (sheet === undefined) return refuse('bulletin', { reason: 'rows-missing', year: next });
  if (leadsNothing) return refuse('bulletin', { reason: 'rows-and-none', file: sheet.file });
  const read = await readSent(deps, sheet, nextYear(next, period, department, minuteOf(deps.now())));
  if (read.trouble !== null) return { ok: false, error: read.trouble };
  if (read.sheet === null || read.sheet.rows.length === 0)
    return refuse('bulletin', { reason: 'no-row', file: sheet.file, rejected: read.sheet?.rejected ?? [] });
  const kept = await keepSheet(deps.db, { kind: 'file', ...sheet }, read);
  return ok({ kept: fileOf(kept), read });
}

/** As the plan's sheets of that year are read everywhere. */
export const nextYear = (year: number, period: string, department: string, at: string) => ({
  year,
  plan: planNumberOf(year),
  reply: { id: period, department, at },
  defaults: plainDefaults,
  before: 0,
});

const fileOf = ({ file: name, bytes, pages, taken, left }: SentSheet): SummarySubmitted['file'] => ({
  name,
  bytes,
  pages,
  taken,
  left,
});

async function ownFigures(deps: Deps, { from, to }: SummaryAsked, department: string): Promise<readonly string[]> {
  const names = await rowNames(deps);
  const figures = await figuresOf(deps, { from, to, department });
  return stagePages(
    deps.db,
    figuresTag,
    cut(canonical(asJson(figures.filter(isReported).map((each) => printed(each, names))))),
  );
}

type Said = Pick<SummarySubmitted, 'parts' | 'file' | 'leadsNothing'>;

const same = (held: Said, now: Said): boolean => canonical(asJson(saidIn(held))) === canonical(asJson(saidIn(now)));

const saidIn = ({ parts, file, leadsNothing }: Said) => [parts, file?.pages ?? null, leadsNothing];
