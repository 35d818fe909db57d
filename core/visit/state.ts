/**
 * 检查 as it stands: what is recorded of one visit, folded in the order of the ledger. Each department has its own approval, notice and
 * record; the agenda, opinions and the signing are the visit's. A body that was erased on record counts as nothing recorded.
 */
import type { CivilDate } from '../calendar.ts';
import type { Json } from '../canonical.ts';
import type {
  AgendaAnswered,
  AgendaProposed,
  ApprovalAsked,
  ApprovalDecided,
  DeskReviewed,
  Noticed,
  OpinionGiven,
  VisitFinished,
  VisitHeld,
} from './fact.ts';

/** A fact of the visit's dossier. */
export interface VisitEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  /** `person:…` */
  readonly actor: string;
  readonly body: Json | null;
}

interface Recorded {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

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
  switch (entry.kind) {
    case 'visits-approval-asked': {
      const asked = bodyOf<ApprovalAsked>(entry);
      return asked === null
        ? state
        : change(state, asked.department, { approval: { ...recorded, asked, decided: null } });
    }
    case 'visits-approval-decided':
      return decided(state, recorded, bodyOf<ApprovalDecided>(entry));
    case 'visits-noticed': {
      const noticed = bodyOf<Noticed>(entry);
      if (noticed === null) return state;
      const notice = { ...recorded, ...noticed };
      const { firstNotice } = bodyState(state, noticed.department);
      return change(state, noticed.department, { notice, firstNotice: firstNotice ?? notice });
    }
    case 'agenda-proposed': {
      const proposed = bodyOf<AgendaProposed>(entry);
      if (proposed === null) return state;
      const own = { ...recorded, agreed: true, words: '' };
      const leader = proposed.leaders.find(({ visit }) => visit === state.id)?.leader ?? '';
      const answers = new Map([[proposed.department, own]]);
      return { ...state, agenda: { ...recorded, proposed, leader, answers } };
    }
    case 'agenda-answered':
      return answered(state, recorded, bodyOf<AgendaAnswered>(entry));
    case 'desk-reviewed': {
      const desk = bodyOf<DeskReviewed>(entry);
      return desk === null ? state : change(state, desk.department, { desk: { ...recorded, ...desk } });
    }
    case 'visit-held': {
      const told = bodyOf<VisitHeld>(entry);
      if (told === null) return state;
      const there = told.there.find(({ visit }) => visit === state.id)?.officers ?? [];
      const went = { ...recorded, ...told, officers: told.officers.filter(({ number }) => there.includes(number)) };
      const before = bodyState(state, told.department);
      const held = told.coming === 'deferred' ? before.held : went;
      return change(state, told.department, { went: [...before.went, went], held });
    }
    case 'opinion-given': {
      const opinion = bodyOf<OpinionGiven>(entry);
      return opinion === null ? state : { ...state, opinions: [...state.opinions, { ...recorded, ...opinion }] };
    }
    case 'form-signed':
      return { ...state, signed: recorded };
    case 'visit-finished': {
      const told = bodyOf<VisitFinished>(entry);
      if (told === null) return state;
      const where = told.ends.find(({ visit }) => visit === state.id)?.where ?? 'door';
      return change(state, told.department, { finished: { ...recorded, on: told.on, where } });
    }
    default:
      return state;
  }
}

function decided(state: VisitState, recorded: Recorded, told: ApprovalDecided | null): VisitState {
  if (told === null) return state;
  const { approval } = bodyState(state, told.department);
  // A decision on an earlier request says nothing about the one that stands.
  if (approval === null || approval.seq !== told.request) return state;
  const { approved, words } = told;
  return change(state, told.department, { approval: { ...approval, decided: { ...recorded, approved, words } } });
}

function answered(state: VisitState, recorded: Recorded, told: AgendaAnswered | null): VisitState {
  const { agenda } = state;
  if (told === null || agenda === null || agenda.seq !== told.agenda) return state;
  const { agreed, words } = told;
  const answers = new Map(agenda.answers).set(told.department, { ...recorded, agreed, words });
  return { ...state, agenda: { ...agenda, answers } };
}

const change = (state: VisitState, department: string, changed: Partial<BodyState>): VisitState => ({
  ...state,
  bodies: new Map(state.bodies).set(department, { ...bodyState(state, department), ...changed }),
});

/** Safe because a kind of fact has one verb that writes its body; null where it was erased on record. */
const bodyOf = <T>({ body }: VisitEntry): T | null => body as T | null;

/** The head has said yes to the last that was asked. */
export const isApproved = ({ approval }: Pick<BodyState, 'approval'>): boolean => approval?.decided?.approved === true;

/** Every department that goes has agreed to the last agenda. */
export const isAgreed = ({ agenda }: Pick<VisitState, 'agenda'>, departments: readonly string[]): boolean =>
  agenda !== null && departments.every((each) => agenda.answers.get(each)?.agreed === true);

export const isFinished = (state: VisitState, departments: readonly string[]): boolean =>
  departments.length > 0 && departments.every((each) => bodyState(state, each).finished !== null);
