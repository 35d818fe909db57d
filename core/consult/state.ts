/**
 * Where a consultation stands: folded from its facts alone, so that whoever holds the ledger comes to the same. An edit or a deletion
 * of a message never changes an answer; it is kept beside the answer until the department answers anew.
 */
import type { CivilDate } from '../calendar.ts';
import { never } from '../result.ts';
import {
  type Closed,
  type ConsultationFact,
  type Contact,
  type Deleted,
  type Edited,
  type Extended,
  isWithoutLetter,
  type Replied,
  yearOfNumber,
} from './fact.ts';

export type ReplyOnRecord = Omit<Replied, 'consultation'> & { readonly seq: number };

/** What became of a message after it was written. */
export type Alteration =
  | ({ readonly kind: 'edited'; readonly seq: number } & Omit<Edited, 'consultation'>)
  | ({ readonly kind: 'deleted'; readonly seq: number } & Omit<Deleted, 'consultation'>);

export interface DepartmentReplies {
  readonly department: string;
  /** The standing answer. */
  readonly latest: ReplyOnRecord;
  /** All of them, oldest first, the standing one last. */
  readonly history: readonly ReplyOnRecord[];
  /** Changes of the standing answer's own text that the department has not answered since. */
  readonly altered: readonly Alteration[];
}

export interface ConsultationState {
  readonly no: string;
  readonly year: number;
  readonly letter: string;
  readonly matters: string;
  readonly contact: Contact | null;
  readonly openedOn: CivilDate;
  readonly deadline: CivilDate;
  /** Null where the deadline is a date or was extended to one. */
  readonly workingDays: number | null;
  readonly extensions: readonly Pick<Extended, 'before' | 'deadline' | 'reason'>[];
  readonly asked: readonly string[];
  readonly closed: Pick<Closed, 'at' | 'silent'> | null;
  readonly replies: ReadonlyMap<string, DepartmentReplies>;
  /** Every change and deletion of a message in order, also of messages that no reply was taken from. */
  readonly changes: readonly Alteration[];
  /** The last of them by message. */
  readonly alterations: ReadonlyMap<string, Alteration>;
}

/** @returns null where no such consultation was opened */
export function consultationOf(no: string, facts: readonly ConsultationFact[]): ConsultationState | null {
  const own = facts.filter(({ body }) => body.consultation === no);
  const opened = isWithoutLetter(no) ? unasked(no) : started(own);
  return opened === null ? null : own.reduce(after, opened);
}

function started(facts: readonly ConsultationFact[]): ConsultationState | null {
  const first = facts.find((fact) => fact.kind === 'consultation-opened');
  if (first === undefined) return null;
  const { consultation: no, by: _, ...body } = first.body;
  return { ...body, no, extensions: [], closed: null, replies: new Map(), changes: [], alterations: new Map() };
}

/** Sheets that departments send without a letter belong to a file that is always open: 石狮, 福安, 万年 begin at their lists. */
function unasked(no: string): ConsultationState | null {
  const year = yearOfNumber(no);
  if (year === null) return null;
  return {
    no,
    year,
    letter: '',
    matters: '',
    contact: null,
    openedOn: `${year}-01-01`,
    deadline: `${year}-12-31`,
    workingDays: null,
    extensions: [],
    asked: [],
    closed: null,
    replies: new Map(),
    changes: [],
    alterations: new Map(),
  };
}

function after(state: ConsultationState, fact: ConsultationFact): ConsultationState {
  switch (fact.kind) {
    case 'consultation-opened':
      return state;
    case 'consultation-extended': {
      const { before, deadline, reason } = fact.body;
      return { ...state, deadline, workingDays: null, extensions: [...state.extensions, { before, deadline, reason }] };
    }
    case 'consultation-closed':
      return { ...state, closed: { at: fact.body.at, silent: fact.body.silent } };
    case 'reply-received': {
      const { consultation: _, ...body } = fact.body;
      const latest = { ...body, seq: fact.seq };
      const before = state.replies.get(body.department)?.history ?? [];
      const replies = { department: body.department, latest, history: [...before, latest], altered: [] };
      return { ...state, replies: new Map(state.replies).set(body.department, replies) };
    }
    case 'reply-edited': {
      const { consultation: _, ...body } = fact.body;
      return altered(state, { kind: 'edited', seq: fact.seq, ...body });
    }
    case 'reply-deleted': {
      const { consultation: _, ...body } = fact.body;
      return altered(state, { kind: 'deleted', seq: fact.seq, ...body });
    }
    default:
      return never(fact);
  }
}

function altered(before: ConsultationState, alteration: Alteration): ConsultationState {
  const state = { ...before, changes: [...before.changes, alteration] };
  const alterations = new Map(state.alterations).set(alteration.source, alteration);
  const standing = state.replies.get(alteration.department);
  if (standing === undefined || standing.latest.source.id !== alteration.source) return { ...state, alterations };
  const marked = { ...standing, altered: [...standing.altered, alteration] };
  return { ...state, alterations, replies: new Map(state.replies).set(alteration.department, marked) };
}
