/**
 * 卷: what belongs together after the draw. A fact belongs to the dossier of every matter that its body names, under a field called after the
 * matter (`visit: "3/12"`) or its plural (`visits: ["3/12", "3/13"]`). Which facts do is said here once; the state of a matter is what
 * its stage makes of the dossier's facts in their order, so nothing else about it is stored.
 */
import type { Json } from '../canonical.ts';
import type { FactKind } from './fact.ts';

export const matters = {
  /** A visit: `source/number`, as outcomes name it (`3/12`, `3.1/0`, `L3/4`). */
  visit: 'visits',
  /** A task of a plan: `plan/number of the task`. */
  task: 'tasks',
  /** A finding, which is an outcome that needs a disposal: `source/number/department/item`. */
  case: 'cases',
  /** A subject by its key: `kind:number`. */
  subject: 'subjects',
  /** A ceremony by its number. */
  ceremony: 'ceremonies',
  /** A check outside the draw, by the number of the fact that filed it; so are the others below. */
  filing: 'filings',
  objection: 'objections',
  transfer: 'transfers',
  recheck: 'rechecks',
  risk: 'risks',
  suggestion: 'suggestions',
  meeting: 'meetings',
  practice: 'practices',
  problem: 'problems',
  voice: 'voices',
  lead: 'leads',
  /** What is owed for a period: `deadline or bulletin/year or quarter`, such as `half-year-report/2025`, `quarter/2023-2`. */
  period: 'periods',
  /** A sign of formalism, by what it is about. */
  sign: 'signs',
  /** A paper by its series and number. */
  paper: 'papers',
} as const;
export type MatterName = keyof typeof matters;

export interface MatterId {
  readonly matter: MatterName;
  readonly id: string;
}

const isMatter = (name: string): name is MatterName => Object.hasOwn(matters, name);
const matterNames = Object.keys(matters).filter(isMatter);

/** Facts that are kept by dossier, each with the matter that it opens itself (then its own number is the id). */
const kept = {
  'visits-approval-asked': null,
  'visits-approval-decided': null,
  'visits-noticed': null,
  'visit-scheme-kept': null,
  'agenda-proposed': null,
  'agenda-answered': null,
  'desk-reviewed': null,
  'visit-held': null,
  'opinion-given': null,
  'form-signed': null,
  'visit-finished': null,
  'task-finished': null,
  'unplanned-check-filed': 'filing',
  'filing-received': null,
  'unplanned-check-held': null,
  'outside-number-recorded': null,
  'draw-media-kept': null,
  'outcomes-reviewed': null,
  'outcomes-published': null,
  'notice-acknowledged': null,
  'outcome-withheld': null,
  'objection-received': 'objection',
  'objection-decided': null,
  'notice-ended': null,
  'matter-published': null,
  'records-reconciled': null,
  'correction-ordered': null,
  'correction-checked': null,
  'penalty-decided': null,
  'guidance-given': null,
  'leniency-applied': null,
  'case-transferred': 'transfer',
  'transfer-received': null,
  'transfer-returned': null,
  'crime-referred': null,
  'crime-answered': null,
  'listing-reminded': null,
  'abnormal-listed': null,
  'repair-letter-sent': null,
  'credit-repaired': null,
  'joint-punishment-recorded': null,
  'case-closed': null,
  'revisit-recorded': null,
  'class-change-suggested': 'suggestion',
  'class-change-answered': null,
  'recheck-drawn': 'recheck',
  'recheck-recorded': null,
  'recheck-answered': null,
  'sign-answered': null,
  'risk-recorded': 'risk',
  'risk-handled': null,
  'targeted-check-proposed': null,
  'number-stated': null,
  'summary-submitted': null,
  'summary-returned': null,
  'bulletin-issued': null,
  'meeting-called': 'meeting',
  'meeting-answered': null,
  'meeting-held': null,
  'practice-shared': 'practice',
  'practice-passed-on': null,
  'problem-raised': 'problem',
  'problem-assigned': null,
  'problem-solved': null,
  'voice-received': 'voice',
  'voice-answered': null,
  'misconduct-referred': 'lead',
  'misconduct-answered': null,
  'paper-issued': null,
} as const satisfies Partial<Record<FactKind, MatterName | null>>;

export type DossierFact = keyof typeof kept;

const isKept = (kind: string): kind is DossierFact => Object.hasOwn(kept, kind);
export const dossierFacts: readonly DossierFact[] = Object.keys(kept).filter(isKept);

/** Where a fact belongs. Pure, so that the index can be compared with the ledger at any time. */
export function mattersOf(kind: FactKind, body: Json, seq: number): readonly MatterId[] {
  if (!isKept(kind)) return [];
  const opened = kept[kind];
  const named = isObject(body)
    ? matterNames.flatMap((matter) => idsIn(body, matter).map((id) => ({ matter, id })))
    : [];
  return opened === null ? named : [{ matter: opened, id: String(seq) }, ...named];
}

function idsIn(body: { readonly [key: string]: Json }, matter: MatterName): readonly string[] {
  const [one, several] = [body[matter], body[matters[matter]]];
  const all = [one, ...(Array.isArray(several) ? several : [])];
  return [...new Set(all.flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? String(id) : [])))];
}

/** One fact of a dossier, as a stage reads it. */
export interface Filed {
  readonly seq: number;
  readonly kind: FactKind;
  /** Null once it was erased on record. */
  readonly body: Json | null;
}

/** A fact's body as the verb wrote it: safe because a kind of fact has one verb that writes it, and `T` is what that verb gives to its fact. */
export const writtenAs = <T>(body: Json): T => body as unknown as T;

const isObject = (body: Json): body is { readonly [key: string]: Json } =>
  typeof body === 'object' && body !== null && !Array.isArray(body);
