/** 诚信档案: what stays in an enterprise's file of its entries on lists of bad credit. */
import { describe, expect, it } from 'vitest';
import type { CaseAct } from '../../core/follow-up/act.ts';
import { creditEntries, wordsOfEntry } from '../../core/follow-up/credit-file.ts';

const told = { seq: 9, day: '2025-09-01', actor: 'person:l1' } as const;
const covers = {
  cases: ['1/3/scjg/A'],
  department: 'scjg',
  visits: ['1/3'],
  subject: 'uscc:91350000000000000X',
  tasks: [],
};
const joint = {
  ...{ kind: 'joint-punishment-recorded' as const, ...told },
  body: { ...covers, basis: '某条例第十条', field: '政府采购', from: '2025-09-01', to: '2026-08-31', told: [] },
};
const listed = {
  ...{ kind: 'abnormal-listed' as const, ...told },
  body: { ...covers, number: '列异决定〔2025〕1号', on: '2025-09-02', considered: '', words: '' },
};
const held = { department: 'scjg', no: '1-0003', repair: null };
const acts: readonly CaseAct[] = [joint, listed];

describe('the credit file of an enterprise (福安 2018 三)', () => {
  it('S2-82: an entry on a list has its basis, from, to and the way out; it stays in the file when it is over or repaired', () => {
    const states = (today: string, repair: Parameters<typeof creditEntries>[0][number]['repair'] = null) =>
      creditEntries([{ ...held, acts, repair }], today).map(({ state }) => state);
    expect(states('2025-08-31')).toEqual(['to-come', 'to-come']);
    expect(states('2025-12-01')).toEqual(['holds', 'holds']);
    expect(states('2026-09-01')).toEqual(['over', 'holds']);
    expect(states('2025-12-01', { seq: 12, step: 'granted', day: '2025-11-20' })).toEqual(['repaired', 'repaired']);
    const [first, second] = creditEntries([{ ...held, acts }], '2025-12-01').map((each) => wordsOfEntry(each).zh);
    expect(first).toBe(
      '联合惩戒（政府采购）：依据某条例第十条，自 2025-09-01 至 2026-08-31，有效（检查编号 1-0003）；退出：纠正违法行为后申请信用修复',
    );
    expect(second).toContain('列入经营异常名录：依据列异决定〔2025〕1号，自 2025-09-02 至修复时止');
  });
});
