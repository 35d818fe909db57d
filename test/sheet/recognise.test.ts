import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../core/sheet/csv.ts';
import { inspectors } from '../../core/sheet/inspectors.ts';
import { items } from '../../core/sheet/items.ts';
import { folded } from '../../core/sheet/normalise.ts';
import { planTasks } from '../../core/sheet/plan-tasks.ts';
import { recognise, recogniseAmong } from '../../core/sheet/recognise.ts';
import { describeSheet } from '../../core/sheet/sheet.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { subjects } from '../../core/sheet/subjects.ts';
import { wordsOfRecogniseRefusal } from '../../core/sheet/words.ts';
import { gridOf } from './make.ts';

const found = (...rows: string[]) => {
  const result = recognise(gridOf(...rows), subjects);
  return result.ok ? result.value : null;
};

describe('the table in a file', () => {
  it('the header is found under titles and notes', () => {
    expect(
      found('清源县检查对象名录|', '填报单位：市场监管局|2026年3月', '序号|企业名称|信用代码', '1|望江|x'),
    ).toMatchObject({
      headerRow: 2,
      firstRow: 3,
      unmapped: [],
    });
  });

  it('a header in two rows is read with both', () => {
    const both = found(
      '主体|主体|登记情况|登记情况',
      '企业名称|统一社会信用代码|登记机关|登记状态',
      '望江|x|县局|存续',
    );
    expect(both).toMatchObject({ headerRow: 1, columns: [{}, {}, {}, {}] });
    const spanning = found(
      '企业名称|统一社会信用代码|登记情况|登记情况',
      '企业名称|统一社会信用代码|登记机关|登记状态',
    );
    expect(spanning?.columns).toHaveLength(4);
  });

  it.each(['统一社会信用代码*', '统一社会信用代码（必填）', ' 统一 社会信用代码 ', '注册号/统一社会信用代码'])(
    '%s is the number of a subject',
    (header) => {
      const result = recognise(gridOf(`企业名称|${header}`), subjects);
      if (header.startsWith('統')) expect(result).toMatchObject({ ok: false, error: { kind: 'missing-columns' } });
      else expect(result).toMatchObject({ ok: true, value: { columns: [{}, {}] } });
    },
  );

  it('columns that mean nothing here are named and left alone', () => {
    expect(found('企业名称|信用代码|注册资本|备注一')?.unmapped.map((each) => each.header)).toEqual([
      '注册资本',
      '备注一',
    ]);
  });

  it('of two columns that mean the same the surer word is taken, and the other named', () => {
    const both = found('名称|企业名称|信用代码');
    expect(both?.unmapped.map((each) => each.header)).toEqual(['名称']);
  });

  it('persons’ data are recognised and told as not kept', () => {
    const result = recognise(gridOf('工号|姓名|性别|身份证号|手机号|学历|单位'), inspectors);
    expect(result.ok && result.value.personal.map((each) => each.header)).toEqual([
      '性别',
      '身份证号',
      '手机号',
      '学历',
    ]);
  });

  it('a missing column is refused with the columns that there are', () => {
    const result = recognise(gridOf('企业名称|登记机关'), subjects);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'missing-columns', missing: ['统一社会信用代码/注册号'] },
    });
    expect(result.ok ? '' : wordsOfRecogniseRefusal(result.error).zh).toContain('表中现有的列：企业名称、登记机关');
  });

  it('a file without any header is refused with what is expected', () => {
    expect(recognise(gridOf('望江|1', '城关|2'), subjects)).toMatchObject({ ok: false, error: { kind: 'no-header' } });
  });

  it('S2-08: a policy that asks all nine elements makes the other columns required too', () => {
    const rows = gridOf('抽查事项名称|抽查依据|抽查主体|抽查对象');
    expect(recognise(rows, items).ok).toBe(true);
    expect(recognise(rows, items, [], ['content', 'points'])).toMatchObject({
      error: { missing: ['抽查内容', '抽查标准和要点'] },
    });
  });

  it('a column that the importer states for the whole file may be missing', () => {
    const rows = gridOf('抽查事项名称|抽查主体|抽查对象');
    expect(recognise(rows, items, ['basis'])).toMatchObject({ ok: true, value: { assumed: ['basis'] } });
  });

  it('every kind of sheet is known by its own headers', () => {
    for (const sheet of Object.values(sheets)) {
      const headers = sheet.fields.map((field) => field.header).join('|');
      expect(recogniseAmong(gridOf(headers), Object.values(sheets))?.name).toBe(sheet.name);
    }
  });
});

describe('field lists', () => {
  it.each(Object.values(sheets))('$name: no word means two fields', ({ fields }) => {
    const words = fields.flatMap((field) => [...new Set([field.header, ...field.aliases].map(folded))]);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });

  it('a description is plain data with the drop-down’s words', () => {
    const described = describeSheet(items);
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
    const field = (name: string) => described.fields.find((each) => each.name === name);
    expect(field('name')?.required).toBe(true);
    expect(field('category')?.shape).toEqual({ kind: 'option', options: ['一般检查事项', '重点检查事项'] });
  });
});

const seen = new URL('../../../shared/data/headers_seen_in_real_tables.csv', import.meta.url);
describe.skipIf(!existsSync(seen))('headers of real tables (needs ../shared, which is not part of the project)', () => {
  const rows = () => {
    const grid = parseCsv(readFileSync(seen, 'utf8'));
    return grid.ok ? grid.value.rows.slice(2).map(([, words]) => String(words).split('|')) : [];
  };
  // Headers that stand for more than one column of ours, or are notes of the collector.
  const beside = new Set([
    '一般事项/重点事项(两列打勾)',
    '抽取日期…抽取日期至…抽查完成时限(三列)',
    '抽查方式(浙江)',
    '抽查主体(池州作对象用)',
    '抽查基数',
    '抽取库总户数',
    '抽查基数和比例(合并)',
  ]);

  it('each one that was seen is known to the plan sheet or the item list', () => {
    const known = new Set(
      [...planTasks.fields, ...items.fields].flatMap((field) => [field.header, ...field.aliases]).map(folded),
    );
    const unknown = rows()
      .flat()
      .filter((word) => !beside.has(word) && !known.has(folded(word)));
    expect(rows().flat().length).toBeGreaterThan(80);
    expect(unknown).toEqual([]);
  });
});
