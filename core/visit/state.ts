/**
 * 检查 as it stands: what is recorded of one visit, folded in the order of the ledger. Each department has its own approval, notice and
 * record; the agenda, opinions and the signing are the visit's. A body that was erased on record counts as nothing recorded.
 */
import type { CivilDate } from '../calendar.ts';
import { never } from '../result.ts';
import { factIn, type Recorded, type VisitEntry } from './entry.ts';
import type {
  AgendaAnswered,
  AgendaProposed,
  ApprovalAsked,
  ApprovalDecided,
  DeskReviewed,
  Noticed,
  OpinionGiven,
  VisitFacts,
  VisitHeld,
} from './fact.ts';

export interface Approval extends Recorded {
  /** `seq` asked; the last decision on it, or null while it waits. */
  readonly asked: ApprovalAsked;
  readonly decided: (Recorded & Pick<ApprovalDecided, 'approved' | 'words'>) | null;
}

/** One department at the visit. */
export interface BodyState {
  /** The last that was asked; null where nobody did. */
  readonly approval: Approval | null;
  /** The first, which told everything that is to be got ready. */
  readonly firstNotice: (Recorded & Noticed) | null;
  /** The last, which names the day. */
  readonly notice: (Recorded & Noticed) | null;
  readonly desk: (Recorded & DeskReviewed) | null;
  /** Every time that somebody went, in order, each with those who stood at this door. */
  readonly went: readonly (Recorded & VisitHeld)[];
  /** The last time that the visit took place; null where nobody went, or it was put off each time. */
  readonly held: (Recorded & VisitHeld) | null;
  readonly finished: (Recorded & { readonly on: CivilDate; readonly where: 'door' | 'desk' }) | null;
}

export interface Agenda extends Recorded {
  readonly proposed: AgendaProposed;
  /** 组长: work number. */
  readonly leader: string;
  /** By department; the proposer agrees by proposing. */
  readonly answers: ReadonlyMap<string, Recorded & Pick<AgendaAnswered, 'agreed' | 'words'>>;
}

export interface VisitState {
  /** `source/number` */
  readonly id: string;
  /** By department; use `bodyState` for one about which nothing is recorded yet. */
  readonly bodies: ReadonlyMap<string, BodyState>;
  /** The last that was proposed. */
  readonly agenda: Agenda | null;
  readonly opinions: readonly (Recorded & OpinionGiven)[];
  /** The last signing of the form, whatever became of it; the outcome stage reads what it says. */
  readonly signed: Recorded | null;
}

const untouched: BodyState = {
  approval: null,
  firstNotice: null,
  notice: null,
  desk: null,
  went: [],
  held: null,
  finished: null,
};

export const bodyState = ({ bodies }: VisitState, department: string): BodyState => bodies.get(department) ?? untouched;

export const newVisit = (id: string): VisitState => ({
  id,
  bodies: new Map(),
  agenda: null,
  opinions: [],
  signed: null,
});

/** @param entries the visit's dossier, oldest first */
export const visitState = (id: string, entries: readonly VisitEntry[]): VisitState =>
  entries.reduce(after, newVisit(id));

/** The state after one more fact; facts of other stages change nothing here. */
export function after(state: VisitState, entry: VisitEntry): VisitState {
  const { seq, at, actor: by } = entry;
  const recorded: Recorded = { seq, at, by };
  // Written by the outcome stage, which reads what was signed; that somebody signed stands even where the words were erased.
  if (entry.kind === 'form-signed') return { ...state, signed: recorded };
  const fact = factIn<VisitFacts>(visitFacts, entry);
  if (fact === null) return state;
  const { kind, body } = fact;
  switch (kind) {
    case 'visits-approval-asked':
      return change(state, body.department, { approval: { ...recorded, asked: body, decided: null } });
    case 'visits-approval-decided':
      return decided(state, recorded, body);
    case 'visits-noticed': {
      const notice = { ...recorded, ...body };
      const { firstNotice } = bodyState(state, body.department);
      return change(state, body.department, { notice, firstNotice: firstNotice ?? notice });
    }
    case 'agenda-proposed': {
      const own = { ...recorded, agreed: true, words: '' };
      const leader = body.leaders.find(({ visit }) => visit === state.id)?.leader ?? '';
      const answers = new Map([[body.department, own]]);
      return { ...state, agenda: { ...recorded, proposed: body, leader, answers } };
    }
    case 'agenda-answered':
      return answered(state, recorded, body);
    case 'desk-reviewed':
      return change(state, body.department, { desk: { ...recorded, ...body } });
    case 'visit-held':
      return wentThere(state, recorded, body);
    case 'opinion-given':
      return { ...state, opinions: [...state.opinions, { ...recorded, ...body }] };
    case 'visit-finished': {
      const where = body.ends.find(({ visit }) => visit === state.id)?.where ?? 'door';
      return change(state, body.department, { finished: { ...recorded, on: body.on, where } });
    }
    default:
      return never(kind);
  }
}

const visitFacts = {
  'visits-approval-asked': true,
  'visits-approval-decided': true,
  'visits-noticed': true,
  'agenda-proposed': true,
  'agenda-answered': true,
  'desk-reviewed': true,
  'visit-held': true,
  'opinion-given': true,
  'visit-finished': true,
} as const satisfies Readonly<Record<keyof VisitFacts, true>>;

function decided(state: VisitState, recorded: Recorded, told: ApprovalDecided): VisitState {
  const { approval } = bodyState(state, told.department);
  // A decision on an earlier request says nothing about the one that stands.
  if (approval === null || approval.seq !== told.request) return state;
  const { approved, words } = told;
  return change(state, told.department, { approval: { ...approval, decided: { ...recorded, approved, words } } });
}

function answered(state: VisitState, recorded: Recorded, told: AgendaAnswered): VisitState {
  const { agenda } = state;
  if (agenda === null || agenda.seq !== told.agenda) return state;
  const { agreed, words } = told;
  const answers = new Map(agenda.answers).set(told.department, { ...recorded, agreed, words });
  return { ...state, agenda: { ...agenda, answers } };
}

/** Everybody who went in one act is told of; here stand those who were at this door. */
function wentThere(state: VisitState, recorded: Recorded, told: VisitHeld): VisitState {
  const there = told.there.find(({ visit }) => visit === state.id)?.officers ?? [];
  const went = { ...recorded, ...told, officers: told.officers.filter(({ number }) => there.includes(number)) };
  const before = bodyState(state, told.department);
  const held = told.coming === 'deferred' ? before.held : went;
  return change(state, told.department, { went: [...before.went, went], held });
}

const change = (state: VisitState, department: string, changed: Partial<BodyState>): VisitState => ({
  ...state,
  bodies: new Map(state.bodies).set(department, { ...bodyState(state, department), ...changed }),
});

/** The head has said yes to the last that was asked. */
export const isApproved = ({ approval }: Pick<BodyState, 'approval'>): boolean => approval?.decided?.approved === true;

/** Every department that goes has agreed to the last agenda. */
export const isAgreed = ({ agenda }: Pick<VisitState, 'agenda'>, departments: readonly string[]): boolean =>
  agenda !== null && departments.every((each) => agenda.answers.get(each)?.agreed === true);
