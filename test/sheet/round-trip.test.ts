import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../core/registry/diff.ts';
import { classifications } from '../../core/sheet/classifications.ts';
import { parseCsv, writeCsv } from '../../core/sheet/csv.ts';
import { departments as departmentSheet } from '../../core/sheet/departments.ts';
import { experts } from '../../core/sheet/experts.ts';
import { layOut } from '../../core/sheet/give-back.ts';
import { inspectors } from '../../core/sheet/inspectors.ts';
import { items } from '../../core/sheet/items.ts';
import { jointMatters } from '../../core/sheet/joint-matters.ts';
import { pastChecks } from '../../core/sheet/past-checks.ts';
import { planTasks } from '../../core/sheet/plan-tasks.ts';
import { givenFields } from '../../core/sheet/read.ts';
import { recusals } from '../../core/sheet/recusals.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { subjects } from '../../core/sheet/subjects.ts';
import { aClassification, aDepartment, anInspector, anItem, aSubject, codeOf } from '../registry/make.ts';
import { anySubject, context, gridOf, read, valuesOf } from './make.ts';

/** Written as CSV and read again. */
function again<V>(sheet: Sheet<V>, values: readonly V[]) {
  const grid = parseCsv(writeCsv(layOut(sheet, values, context)));
  if (!grid.ok) throw new Error(grid.error.kind);
  return read(grid.value, sheet);
}

const number = { kind: 'uscc' as const, number: codeOf(1) };
const planRow = valuesOf(
  read(
    gridOf(
      '抽查任务编号|任务名称|抽查事项|抽查对象|牵头部门|配合部门|抽查比例|抽查户数|抽查类型|检查方式|起止时间|备注',
      'JH-1|网吧联合检查|1.证照\n2.消防|网吧|县文旅局|消防救援机构、公安部门|A3% B4% C5% D6%|12户|定向|现场检查|3月—11月|无',
    ),
    planTasks,
  ),
);

describe('what is written is read back', () => {
  it.each([
    [
      'subjects',
      () => again(subjects, [aSubject(), aSubject({ kind: 'reg15', number: '110108000000016', tags: [] })]),
      2,
    ],
    ['classifications', () => again(classifications, [aClassification()]), 1],
    [
      'inspectors',
      () =>
        again(inspectors, [
          anInspector(),
          anInspector({ number: '0013', kind: 'daily', certificate: null, left: '2026-01-01' }),
        ]),
      2,
    ],
    [
      'experts',
      () => again(experts, [{ number: 'Z1', name: '专家一', body: '检测院', fields: ['食品'], left: null }]),
      1,
    ],
    ['recusals', () => again(recusals, [{ inspector: '0012', ...number }]), 1],
    [
      'items',
      () =>
        again(items, [
          anItem(),
          anItem({
            code: '2',
            ratioText: '',
            ratio: null,
            repealedFrom: '2026-01-01',
            safety: 'public',
            list: 'joint',
          }),
        ]),
      2,
    ],
    [
      'joint matters',
      () =>
        again(jointMatters, [
          {
            code: 'L1',
            matter: '娱乐场所',
            basis: '《条例》',
            lead: 'wtlj',
            partners: ['gaj'],
            items: ['SC-001'],
            powerNumber: '',
          },
        ]),
      1,
    ],
    [
      'departments',
      () =>
        again(departmentSheet, [
          aDepartment(),
          aDepartment({ code: 'x', name: '司法局', aliases: ['法制办'], legal: true, ended: '2027-01-01' }),
        ]),
      2,
    ],
    [
      'past checks',
      () =>
        again(pastChecks, [
          { ...number, date: '2026-01-05', department: 'gaj', items: [], method: 'on-site', occasion: 'triggered' },
        ]),
      1,
    ],
    ['plan rows', () => again(planTasks, planRow), 1],
  ] as const)('%s', (_, make, size) => {
    const reading = make();
    expect([reading.accepted.length, reading.rejected, reading.corrections]).toEqual([size, [], []]);
  });

  it('each value as it was', () => {
    expect(valuesOf(again(items, [anItem()]))).toEqual([anItem()]);
    expect(valuesOf(again(inspectors, [anInspector()]))).toEqual([anInspector()]);
    expect(valuesOf(again(departmentSheet, [aDepartment()]))).toEqual([aDepartment()]);
    expect(valuesOf(again(planTasks, planRow))).toEqual(planRow);
    expect(planRow).toMatchObject([
      { lead: 'wtlj', partners: ['xfdd', 'gaj'], window: { from: '2026-03-01', to: '2026-11-30' } },
    ]);
  });

  it('subjects of any kind, and the second import changes nothing', () => {
    const several = fc.uniqueArray(anySubject, { selector: (subject) => subject.number, maxLength: 30 });
    fc.assert(
      fc.property(several, (values) => {
        const reading = again(subjects, values);
        expect(valuesOf(reading)).toEqual(values);
        const difference = compare(subjects, values, valuesOf(reading), givenFields(reading, subjects), context);
        expect(difference).toEqual({ added: [], changed: [], same: values.length, absent: [], refused: [] });
      }),
    );
  });
});
