/** Findings and acts as tests of the pure rules want them, each good as it is; a test changes one thing of it. */
import type { ActBodies, ActKind, CaseAct, Covers } from '../../core/follow-up/act.ts';
import { type Case, type Finding, foldCase } from '../../core/follow-up/case.ts';
import { type Demands, nothingAsked } from '../../core/follow-up/demand.ts';
import { type CaseRefusal, type NewAct, refusedBy } from '../../core/follow-up/rule.ts';

export const finding: Finding = {
  id: '3/12/scjg/SX010101',
  department: 'scjg',
  code: 'pending',
  outcome: 5,
  opened: '2025-07-01',
  checkedOn: '2025-06-30',
  wasOpen: true,
  person: 'i1',
  correctBy: null,
  degree: null,
  isVoid: false,
};

const covers: Covers = {
  cases: [finding.id],
  department: 'scjg',
  subject: 'uscc:91350000000000000X',
  tasks: ['计划/T-1'],
  visits: ['3/12'],
};

export const acts = {
  order: { kind: 'correction-ordered', by: '2025-07-20', words: '' },
  corrected: { kind: 'correction-checked', on: '2025-07-10', result: 'corrected', words: '', evidence: [] },
  notCorrected: { kind: 'correction-checked', on: '2025-07-10', result: 'not', words: '未整改', evidence: [] },
  penalty: {
    kind: 'penalty-decided',
    measure: 'penalty',
    number: '罚〔2025〕1号',
    on: '2025-07-10',
    words: '',
    degree: 'ordinary',
    repairFrom: '2025-10-10',
  },
  guidance: { kind: 'guidance-given', on: '2025-07-10', words: '请更换标识' },
  letter: { kind: 'repair-letter-sent', number: '罚〔2025〕1号', on: '2025-07-10', receipt: '回证1号' },
  noPenalty: {
    kind: 'leniency-applied',
    list: 'no-penalty',
    entry: '首次逾期',
    document: { title: '四张清单', version: 1 },
    words: '首次，已改正',
    degree: 'minor',
  },
  mitigated: {
    kind: 'leniency-applied',
    list: 'mitigated',
    entry: '主动减轻危害',
    document: { title: '四张清单', version: 1 },
    words: '主动消除',
    degree: 'minor',
  },
  transfer: { kind: 'case-transferred', to: 'wj', unit: '', reason: '属其职责', evidence: [], giver: 'l1' },
  crime: { kind: 'crime-referred', to: '公安机关', on: '2025-07-10', words: '数额较大', evidence: [] },
  crimeTaken: { kind: 'crime-answered', answer: 'accepted', number: '受案1号', on: '2025-07-10', words: '' },
  crimeBack: { kind: 'crime-answered', answer: 'declined', number: '不立1号', on: '2025-07-10', words: '' },
  remind: { kind: 'listing-reminded', until: '2025-07-20', way: '邮寄', words: '' },
  list: { kind: 'abnormal-listed', number: '列异1号', on: '2025-07-10', considered: '八条措施第二条', words: '' },
  joint: {
    kind: 'joint-punishment-recorded',
    basis: '条例第三条',
    field: '行业准入',
    from: '2025-07-10',
    to: '2026-07-10',
    told: ['wj'],
  },
  close: { kind: 'case-closed', as: 'disposed', words: '' },
  closeAsNone: { kind: 'case-closed', as: 'no-problem', words: '录入有误' },
} as const satisfies Readonly<Record<string, NewAct>>;

export const received = (transfer: number, receiver = 'l2'): NewAct => ({
  kind: 'transfer-received',
  transfer,
  to: 'wj',
  receiver,
});
export const returned = (transfer: number, result: ActBodies['transfer-returned']['result'] = 'penalised'): NewAct => ({
  kind: 'transfer-returned',
  transfer,
  to: 'wj',
  result,
  number: '卫罚1号',
  on: '2025-07-10',
  words: '',
});

export interface History {
  readonly finding: Finding;
  readonly acts: readonly CaseAct[];
  readonly demands: Demands;
  readonly today: string;
}
export const begun = (changes: Partial<Finding> = {}, demands: Partial<Demands> = {}): History => ({
  finding: { ...finding, ...changes },
  acts: [],
  demands: { ...nothingAsked, ...demands },
  today: '2025-07-10',
});

export const caseOf = ({ finding: of, acts: done, demands }: History): Case => foldCase(of, done, demands);

/** The act done by somebody, if the rules let him; otherwise why not. */
export function tried(history: History, act: NewAct, person = 'l1'): History | CaseRefusal {
  const { demands, today } = history;
  const why = refusedBy(caseOf(history), act, { demands, today, person });
  if (why !== null) return why;
  const { kind, ...body } = act;
  const seq = 10 + history.acts.length;
  const recorded = recordedAs(kind, { ...covers, ...body }, { seq, day: today, actor: `person:${person}` });
  return { ...history, acts: [...history.acts, recorded] };
}

/** Safe because body and kind come from one act. */
const recordedAs = (
  kind: ActKind,
  body: object,
  at: { readonly seq: number; readonly day: string; readonly actor: string },
): CaseAct => ({ kind, body, ...at }) as unknown as CaseAct;

export const isRefusal = (tried: History | CaseRefusal): tried is CaseRefusal => 'reason' in tried;

/** Acts in their order, none of which may be refused. */
export function having(history: History, ...all: readonly NewAct[]): History {
  return all.reduce<History>((held, act) => {
    // Whoever signs for a transfer is somebody else than the giver.
    const next = tried(held, act, act.kind === 'transfer-received' ? act.receiver : undefined);
    if (isRefusal(next)) throw new Error(`${act.kind} is refused: ${next.reason}`);
    return next;
  }, history);
}

/** The reason for which an act is refused, or null. */
export function why(history: History, act: NewAct, person = 'l1'): string | null {
  const next = tried(history, act, person);
  return isRefusal(next) ? next.reason : null;
}

export const stepsOf = (history: History): readonly string[] => caseOf(history).owed.map(({ kind }) => kind);
