/** A desk whose market regulator has found problems at several doors. */
import { type CaseHeld, casesOf } from '../../bot/verbs/follow-up/cases.ts';
import { enter } from '../../bot/verbs/outcome/enter.ts';
import type { OutcomeCode } from '../../core/outcome/code.ts';
import type { Handling, OutcomeEntry } from '../../core/outcome/outcome.ts';
import { value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { dayIn, type HandedDesk, handedDesk, manned } from '../verbs/outcome/entered-desk.ts';

export interface FoundDesk extends HandedDesk {
  /** As they stand now. */
  readonly cases: () => Promise<readonly CaseHeld[]>;
  readonly today: string;
  /** Enters the outcome of one finding anew. */
  readonly reenter: (held: CaseHeld, code: OutcomeCode) => Promise<void>;
}

export async function foundDesk(
  codes: readonly OutcomeCode[] = ['pending', 'pending', 'unreachable'],
  handling: Handling = 'to-case',
): Promise<FoundDesk> {
  const made = await handedDesk();
  const { desk, ref } = made;
  const doors = new Map(manned(made.rows).map((row) => [row.id.split('/')[1], row]));
  const rows = [...doors.values()].slice(0, codes.length);
  if (rows.length < codes.length) throw new Error('too few doors');
  const entries = rows.map((row, i) => ({
    visit: Number(row.id.split('/')[1]),
    item: row.id.split('/').slice(3).join('/'),
    entry: found(codes[i] ?? 'pending', dayIn(row), handling),
  }));
  value(await enter(desk, hands.liaison, { book: ref.book, department: 'scjg', door: 'chat', key: 'found', entries }));
  const cases = () => casesOf(desk, { department: 'scjg' });
  return {
    ...made,
    cases,
    today: desk.now().slice(0, 10),
    reenter: async ({ id, entry }, code) => {
      const [, visit = '', , ...item] = id.split('/');
      const again = { visit: Number(visit), item: item.join('/'), entry: found(code, entry.checkedOn, handling) };
      const where = { book: ref.book, department: 'scjg', door: 'chat' as const, key: `again/${code}/${id}` };
      value(await enter(desk, hands.liaison, { ...where, entries: [again] }));
    },
  };
}

const found = (code: OutcomeCode, checkedOn: string, handling: Handling): OutcomeEntry => ({
  code,
  methods: ['on-site'],
  finding: code === 'no-problem' ? '' : '未按规定建立进货查验记录',
  handling: code === 'no-problem' ? null : handling,
  handlingWords: '',
  checkedOn,
  inspectors: ['同派出'],
  correctBy: null,
  evidence: code === 'no-problem' ? [] : [{ name: '现场照片', place: '案卷第一册', digest: null }],
  statement: '',
  remark: '如实记录',
});
