/** 通报 of bad checks: what the document calls bad, beside what is on record of it. */
import { expect, it } from 'vitest';
import { type Added, compileBulletin } from '../../core/bulletin/compile.ts';
import { bulletinPeriod } from '../../core/bulletin/period.ts';
import { policies } from '../../core/policy/index.ts';
import { outcome, recorded } from './make.ts';

it('S0-66 the document’s bad checks come with what the record shows of each: doors opened again and signs of work for form’s sake, and no unit is named', () => {
  const period = bulletinPeriod('2025 全年');
  if (period === null) throw new Error('a year is a period');
  const outcomes = [
    outcome(),
    outcome({ visit: '3/1', item: 'X2', checkedOn: '2025-06-11' }),
    outcome({ visit: '3/2', subject: 'uscc:2' }),
  ];
  const names = { department: () => '甲局', row: () => '某任务' };
  const signs: Added['signs'] = [
    { kind: 'same-words', outcomes: 6, answered: false },
    { kind: 'same-words', outcomes: 5, answered: true },
    { kind: 'never-finds', outcomes: 12, answered: false },
  ];
  const compiled = (area: string) => {
    const policy = policies.find(({ id }) => id.startsWith(area)) ?? null;
    const counted = { policy, recorded: recorded({ outcomes }), area: [], departments: [] };
    const added = { issuers: [], practice: [], news: [], summaries: [], nextYear: [], overdue: [], next: [], signs };
    return Object.fromEntries(
      compileBulletin(period, counted, names, added).badChecks.map((each) => [each.name, each.signs]),
    );
  };
  const same = '多户使用相同表述 2 处，涉及检查结果 11 项，有关单位已说明 1 处';
  expect(compiled('sanming')).toEqual({
    任性检查: [],
    多头重复检查: ['本期有 1 户在不同日期被上门检查 2 次以上，请核对能否合并'],
    运动式检查: [],
    形式主义检查: [same, '同组人员多次检查均未发现问题 1 处，涉及检查结果 12 项，有关单位已说明 0 处'],
  });
  expect(compiled('shishi')).toMatchObject({ 随意录入检查结果: [same], 走形式: { length: 2 } });
  expect(compiled('ganzhou')).toEqual({});
  expect(JSON.stringify(compiled('sanming'))).not.toContain('甲局');
});
