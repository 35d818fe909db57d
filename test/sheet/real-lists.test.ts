import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Department } from '../../core/registry/department.ts';
import { compare } from '../../core/registry/diff.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { type Grid, textOf } from '../../core/sheet/grid.ts';
import { items } from '../../core/sheet/items.ts';
import { openFile } from '../../core/sheet/open.ts';
import { planTasks } from '../../core/sheet/plan-tasks.ts';
import { givenFields } from '../../core/sheet/read.ts';
import { subjects } from '../../core/sheet/subjects.ts';
import { wordsOfFault, wordsOfFaulty } from '../../core/sheet/words.ts';
import { aDepartment } from '../registry/make.ts';
import { read, valuesOf } from './make.ts';

const data = new URL('../../../shared/data/', import.meta.url);

async function grid(name: string): Promise<Grid> {
  const opened = await openFile(new Uint8Array(readFileSync(new URL(name, data))));
  if (!opened.ok || opened.value[0] === undefined) throw new Error(name);
  return opened.value[0];
}

/** Every body that a table names, as if each were a department: the tables come from many counties. */
function bodiesOf(table: Grid, headers: RegExp): readonly Department[] {
  const head = table.rows.findIndex((row) => row.filter((cell) => headers.test(textOf(cell))).length > 0);
  const columns = (table.rows[head] ?? []).flatMap((cell, i) => (headers.test(textOf(cell)) ? [i] : []));
  const names = table.rows
    .slice(head + 1)
    .flatMap((row) => columns.flatMap((i) => textOf(row[i]).split(/[、，,;；\n]/)));
  return [...new Set(names.map((each) => each.trim()))]
    .filter((each) => each !== '')
    .map((name, i) => aDepartment({ code: `d${i}`, name }));
}

describe.skipIf(!existsSync(data))('real lists (needs ../shared, which is not part of the project)', () => {
  it('42,774 enterprises: 42,772 kept; the two whose code is wrong are named with what is wrong', async () => {
    const reading = read(await grid('zj_drawn_annualreport_42774.csv'), subjects);
    const kinds = Object.groupBy(valuesOf(reading), (each) => each.kind);
    expect([kinds.uscc?.length, kinds.reg15?.length, kinds.older?.length]).toEqual([37_409, 5_232, 131]);
    expect(reading.rejected.map((row) => row.faults.map((fault) => wordsOfFaulty(fault).zh))).toEqual([
      [
        '第 18936 行 B18936 单元格“统一社会信用代码/注册号”“91330302l19373061U”：第 9 位是小写字母 l，代码中不使用该字符，是否应为 1；只改这一处校验仍不符，请对照营业执照逐位核对。',
      ],
      [
        '第 25700 行 B25700 单元格“统一社会信用代码/注册号”“91330481L392519426”：第 18 位校验码是 6，按其余各位应为 L，有一位或几位填错；请对照营业执照核对。',
      ],
    ]);
    expect(reading.doubts.map((each) => [each.doubt.kind, each.value.length])).toEqual(Array(7).fill(['check', 15]));
    expect(reading.recognised.unmapped).toEqual([]);
  });

  it('S4-16: the same list again changes nothing; without some rows it deletes nothing and names them', async () => {
    const reading = read(await grid('zj_drawn_dishonest_2882.csv'), subjects);
    const held = valuesOf(reading);
    const given = givenFields(reading, subjects);
    const context = contextOf({});
    expect(
      compare(subjects, held, valuesOf(read(await grid('zj_drawn_dishonest_2882.csv'), subjects)), given, context),
    ).toMatchObject({
      added: [],
      changed: [],
      absent: [],
      same: held.length,
    });
    expect(compare(subjects, held, held.slice(100), given, context).absent).toEqual(held.slice(0, 100));
  });

  it('S2-08: item lists of provinces and counties are read; what is refused has its reason', async () => {
    for (const name of readdirSync(data).filter((each) => /^items_.*\.csv$/.test(each))) {
      const table = await grid(name);
      const departments = bodiesOf(table, /^(抽查主体|发起部门)$/);
      // Joint lists print no basis, and one list no body: whoever imports them states it once for the file.
      const lacks = { basis: '部门联合抽查事项清单', body: departments[0]?.code ?? 'd0' };
      const assume = Object.fromEntries(
        Object.entries(lacks).filter(
          ([field]) =>
            !table.rows
              .slice(0, 3)
              .flat()
              .map(textOf)
              .some((text) => (field === 'basis' ? /依据$/ : /^(抽查主体|发起部门)$/).test(text)),
        ),
      );
      const given = departments.length > 0 ? departments : [aDepartment({ code: 'd0' })];
      const reading = read(table, items, contextOf({ departments: given, assume }));
      expect.soft(reading.accepted.length, name).toBeGreaterThan(0);
      for (const row of reading.rejected)
        for (const { fault } of row.faults) expect.soft(wordsOfFault(fault).zh, name).not.toBe('');
    }
  });

  it('plan tables of nine cities and counties: tasks with their ratio, or the reason why not', async () => {
    const counts: Record<string, string> = {};
    for (const name of readdirSync(data).filter((each) => /^plan_.*\.csv$/.test(each))) {
      const table = await grid(name);
      const departments = bodiesOf(table, /^(发起部门|牵头部门|配合部门|参与部门|检查主体|实施单位|抽查单位)$/);
      const reading = read(table, planTasks, contextOf({ departments, year: 2024 }));
      counts[name.replace(/^plan_|\.csv$/g, '')] = `${reading.accepted.length}+${reading.rejected.length}`;
    }
    expect(counts).toEqual({
      joint_changzhi_2024: '1+3',
      joint_county_2026_redacted: '6+0',
      joint_guangdong_city: '1+5',
      joint_taiyuan_2021: '5+0',
      scjgj_chizhou_2024: '0+1',
      scjgj_chongqing_2024: '1+1',
      shanggao_scjgj_2023: '7+0',
      wjw_lianzhou_2023: '5+0',
      yangjiang_2025: '1+0',
    });
  });
});
