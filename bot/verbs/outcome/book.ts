/**
 * The visits of a draw, or of a list drawn elsewhere, as outcomes are entered for them: with items by code, and with the officers whom each
 * department sends. Working it out reads a whole record, so it is kept until something other than an outcome is recorded.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { dossierFacts } from '../../../core/ledger/dossier.ts';
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { OutcomeVisit } from '../../../core/outcome/outcome.ts';
import { requires } from '../../../core/policy/ask.ts';
import type { SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { lastOtherThan } from '../../../db/ledger.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { drawnBook } from './drawn.ts';
import { listedBook } from './listed.ts';

/** What one department does at a visit. */
export interface BookBody {
  readonly department: string;
  readonly tasks: readonly string[];
  readonly items: readonly { readonly code: string; readonly name: string }[];
  readonly sent: OutcomeVisit['sent'];
}

export interface BookVisit {
  /** Number in its source, from 0. */
  readonly visit: number;
  /** 检查编号, as on every paper about it. */
  readonly no: string;
  readonly subject: SubjectKey & { readonly name: string; readonly place: string };
  readonly window: OutcomeVisit['window'];
  readonly planned: OutcomeVisit['planned'];
  readonly bodies: readonly BookBody[];
}

export interface OutcomeBook {
  /** `3`, or `L3` for a list drawn elsewhere. */
  readonly book: string;
  /** As outcomes name it: after a corrected public number the same visit numbers mean other doors, so the edition is said. */
  readonly source: string;
  readonly plan: string;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly drawnOn: CivilDate;
  /** Visits that stand, by number. */
  readonly visits: ReadonlyMap<number, BookVisit>;
  /** Visits that a replacement ended. */
  readonly ended: ReadonlySet<number>;
  /** 违法行为分类 is asked of every problem (万年 2022 三(三)4). */
  readonly classified: boolean;
}

/** As the draw or the list says it; what the policy asks of outcomes is added for both alike. */
export type BookedVisits = Omit<OutcomeBook, 'classified'>;

/**
 * Facts that change neither a draw's visits nor who goes there: most of what is recorded while people inspect and after it, and all that
 * strangers send. A class that was answered is a row of a list.
 */
export const besideTheBook: readonly FactKind[] = [
  ...dossierFacts.filter((kind) => kind !== 'class-change-answered'),
  ...(['outcome-entered', 'reminder-sent', 'checkpoint-posted', 'chat-linked'] as const),
];

/** Refused where it is none, not handed out yet, annulled, or being corrected. */
export async function outcomeBook(deps: Deps, book: string): Promise<Result<OutcomeBook, Refusal>> {
  const { db } = deps;
  const at = await lastOtherThan(db, besideTheBook);
  const held = keptBooks.get(db) ?? new Map<string, Kept>();
  keptBooks.set(db, held);
  const known = held.get(book);
  if (known?.at === at) return known.worked;
  const worked = workedOut(deps, book);
  held.delete(book);
  held.set(book, { at, worked });
  const [oldest] = held.keys();
  if (held.size > keptMost && oldest !== undefined) held.delete(oldest);
  // What failed is tried anew.
  worked.catch(() => held.delete(book));
  return worked;
}

interface Kept {
  /** The last fact that may change a book. */
  readonly at: number;
  readonly worked: Promise<Result<OutcomeBook, Refusal>>;
}
const keptBooks = new WeakMap<Db, Map<string, Kept>>();
/** A year has a ceremony a month, and lists beside them. */
const keptMost = 16;

async function workedOut(deps: Deps, book: string): Promise<Result<OutcomeBook, Refusal>> {
  const found = /^(L?)([1-9]\d{0,5})$/.exec(book);
  if (found === null) return refuse('outcome', { reason: 'no-book', book });
  const no = Number(found[2]);
  const worked = await (found[1] === '' ? drawnBook(deps, no) : listedBook(deps, no));
  if (!worked.ok) return worked;
  const { to } = worked.value.window;
  const policy = await policyInForce(deps.db, to);
  const classified = policy !== null && requires(policy, 'violations-classified', to) !== null;
  return ok({ ...worked.value, classified });
}

export const bodyAt = ({ bodies }: BookVisit, department: string): BookBody | undefined =>
  bodies.find((each) => each.department === department);
