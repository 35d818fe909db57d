import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { type ImportAnswer, rejectedCsv, rejectedWorkbook } from '../../bot/verbs/registry/import-report.ts';
import { beginImport, lastImport, snapshot } from '../../db/imports.ts';
import { readText } from '../../db/pages.ts';
import { kept } from '../../db/registry.ts';
import { heldSubjects } from '../../db/subjects.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { codes, csv, departmentsCsv, inspectorHeaders, sample, workbookOf } from './make.ts';

async function imported(desk: TestDesk, actor: Actor, bytes: Uint8Array, file = 'list.csv'): Promise<ImportAnswer> {
  const [answer] = value(await importList(desk, actor, { bytes, file }));
  if (answer === undefined) throw new Error('no table');
  return answer;
}

async function names(desk: TestDesk): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const page of heldSubjects(desk.db, await snapshot(desk.db))) all.push(...page.map(({ name }) => name));
  return all.sort();
}

const [first = '', second = '', third = ''] = codes;
const good = (code: string, name: string) => [code, name];
const headers = ['统一社会信用代码', '企业名称'];
const wrong = `${first.slice(0, 17)}${first.endsWith('0') ? '1' : '0'}`;

describe('importing a list', () => {
  it('keeps the good rows, refuses the bad ones with what would be right, and leaves one fact', async () => {
    const desk = await freshDesk([]);
    const file = csv(headers, good(first, '甲公司'), good(wrong, '乙公司'), good(second, ' 丙(清漪)公司 '));
    const answer = await imported(desk, people.office, file);
    expect(answer).toMatchObject({ state: 'imported', rows: 3, accepted: 2, added: 2 });
    expect(answer.rejected).toMatchObject([{ row: 2, faults: [{ value: wrong, fault: { kind: 'subject-number' } }] }]);
    expect(answer.corrections).toMatchObject([{ row: 3, to: '丙（清漪）公司' }]);
    expect(await names(desk)).toEqual(['丙（清漪）公司', '甲公司']);
    expect((await facts(desk)).slice(1)).toEqual([
      {
        kind: 'list-imported',
        actor: 'person:o1',
        body: expect.objectContaining({ list: 'subject', accepted: 2, corrected: 1, rejected: 1, added: 2, absent: 0 }),
      },
    ]);
  });

  it('the refused rows can be mended and given again, from CSV as from a workbook', async () => {
    const desk = await freshDesk([]);
    const answer = await imported(desk, people.office, csv(headers, good(first, '甲公司'), good(wrong, '乙公司')));
    expect(rejectedCsv(answer)).toContain('错误说明');
    const mended = new TextEncoder().encode(rejectedCsv(answer).replace(wrong, second));
    expect(await imported(desk, people.office, mended)).toMatchObject({ accepted: 1, added: 1, rejected: [] });
    expect(await names(desk)).toEqual(['乙公司', '甲公司']);
    const book = await rejectedWorkbook(answer, '2025-04-01');
    expect(await imported(desk, people.office, book, '未导入.xlsx')).toMatchObject({ state: 'nothing-kept', rows: 1 });
  });

  it('the same file twice changes nothing and says so', async () => {
    const desk = await freshDesk([]);
    const file = csv(headers, good(first, '甲公司'));
    await imported(desk, people.office, file);
    const before = await facts(desk);
    expect(await imported(desk, people.office, file)).toMatchObject({ state: 'same-file', same: 1 });
    expect(await facts(desk)).toEqual(before);
  });

  it('rows that the file lacks are told and never deleted', async () => {
    const desk = await freshDesk([]);
    await imported(desk, people.office, csv(headers, good(first, '甲公司'), good(second, '乙公司')));
    const answer = await imported(desk, people.office, csv(headers, good(first, '甲公司'), good(third, '丙公司')));
    expect(answer).toMatchObject({ added: 1, same: 1, absent: [`uscc:${second}`] });
    expect(await names(desk)).toEqual(['丙公司', '乙公司', '甲公司']);
    expect((await facts(desk)).at(-1)?.body).toMatchObject({ absent: 1 });
  });

  it('a changed row is told field by field; the earlier file given again changes it back', async () => {
    const desk = await freshDesk([]);
    const before = csv(headers, good(first, '甲公司'));
    await imported(desk, people.office, before);
    const answer = await imported(desk, people.office, csv(headers, good(first, '甲（更名）公司')));
    expect(answer.changed).toEqual([
      {
        key: `uscc:${first}`,
        fields: [expect.objectContaining({ field: 'name', from: '甲公司', to: '甲（更名）公司' })],
      },
    ]);
    expect(await imported(desk, people.office, before)).toMatchObject({ state: 'imported', changed: [{}] });
    expect(await names(desk)).toEqual(['甲公司']);
  });

  it('the whole report lies in pages that the fact names', async () => {
    const desk = await freshDesk([]);
    const answer = await imported(desk, people.office, csv(headers, good(first, '甲公司'), good(wrong, '乙公司')));
    expect((await facts(desk)).at(-1)?.body).toMatchObject({ report: answer.report, fileDigest: answer.fileDigest });
    const report: unknown = JSON.parse(await readText(desk.db, answer.report));
    expect(report).toMatchObject({ counts: { rejected: 1 }, rejected: [{ faults: [{ value: wrong }] }] });
  });

  it('a column with identity numbers is named, and nothing of it is kept anywhere', async () => {
    const desk = await freshDesk([]);
    await imported(desk, people.office, departmentsCsv);
    const secret = '990723199001011234';
    const file = csv(
      [...inspectorHeaders, '身份证号'],
      ['s-1', '周雅', 'scjg', 'Z-1', '2027-12-31', secret],
      ['s-2', '', 'scjg', 'Z-2', '2027-12-31', secret],
    );
    const answer = await imported(desk, people.office, file);
    expect(answer).toMatchObject({ accepted: 1, notKept: ['身份证号'] });
    expect(rejectedCsv(answer)).not.toContain(secret);
    for (const table of ['page', 'ledger_body'])
      expect(await desk.db.read(`select 1 from ${table} where text like '%${secret}%'`)).toEqual([]);
    expect(await desk.db.read(`select 1 from inspector where body like '%${secret}%'`)).toEqual([]);
  });

  it('a workbook with every list is taken in the order in which lists name each other', async () => {
    const desk = await freshDesk([]);
    const of = sample();
    const answers = value(await importList(desk, people.office, { bytes: await workbookOf(of), file: 'all.xlsx' }));
    expect(answers.map(({ sheet, accepted, rejected }) => [sheet, accepted, rejected.length])).toEqual([
      ['departments', of.departments.length, 0],
      ['items', of.items.length, 0],
      ['joint-matters', of.jointMatters.length, 0],
      ['inspectors', of.inspectors.length, 0],
      ['experts', of.experts.length, 0],
      ['subjects', of.subjects.length, 0],
      ['classifications', of.classifications.length, 0],
      ['recusals', of.recusals.length, 0],
      ['past-checks', of.pastChecks.length, 0],
    ]);
    const again = value(await importList(desk, people.office, { bytes: await workbookOf(of), file: 'all.xlsx' }));
    expect(again.map(({ state }) => state)).toEqual(again.map(() => 'same-file'));
  });

  it('an import that another one overtakes is compared and staged anew, and both stand', async () => {
    const desk = await freshDesk([]);
    const [a, b] = await Promise.all([
      imported(desk, people.office, csv(headers, good(first, '甲公司'))),
      imported(desk, people.office, csv(headers, good(second, '乙公司'))),
    ]);
    expect([a.state, b.state]).toEqual(['imported', 'imported']);
    expect(await names(desk)).toEqual(['乙公司', '甲公司']);
  });

  it('an import given up half way leaves nothing behind that a reader could see', async () => {
    const desk = await freshDesk([]);
    await beginImport(desk.db, 'subject', desk.now());
    expect(await lastImport(desk.db, 'subject')).toBeNull();
    await imported(desk, people.office, csv(headers, good(first, '甲公司')));
    expect(await names(desk)).toEqual(['甲公司']);
  });

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), { reason: 'file', why: { kind: 'not-text' } }],
    ['an empty file', new Uint8Array(), { reason: 'file', why: { kind: 'empty-file' } }],
    ['a table of something else', csv(['水果', '产地'], ['苹果', '某地']), { reason: 'not-recognised' }],
    [
      'a plan sheet',
      csv(['抽查任务名称', '牵头部门', '抽查比例'], ['餐饮抽查', 'scjg', '5%']),
      { reason: 'plan-sheet' },
    ],
  ])('%s is refused with words and nothing is written', async (_, bytes, why) => {
    const desk = await freshDesk([]);
    expect(refusal(await importList(desk, people.office, { bytes, file: 'x' }))).toMatchObject({
      stage: 'registry',
      why,
    });
    expect(await facts(desk)).toHaveLength(1);
  });
});

describe('what a policy demands of a list', () => {
  const nine = [
    '抽查事项名称',
    '抽查依据',
    '抽查主体',
    '抽查对象',
    '抽查内容',
    '抽查标准和要点',
    '抽查方式',
    '抽查比例',
    '抽查频次',
  ];
  const item = [
    '食品经营许可检查',
    '《食品安全法》第三十五条',
    'scjg',
    '食品经营者',
    '许可情况',
    '许可证是否有效',
    '实地检查',
    '5%',
    '每年1次',
  ];

  it('福安 2018 二(一)1: an item list without one of the nine columns is refused and the column named', async () => {
    const desk = await freshDesk([]);
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    await imported(desk, people.office, departmentsCsv);
    for (const missing of nine) {
      const kept = nine.flatMap((header, i) => (header === missing ? [] : [i]));
      const file = csv(
        ['抽查事项编码', ...kept.map((i) => nine[i] ?? '')],
        ['SX01', ...kept.map((i) => item[i] ?? '')],
      );
      const request = { bytes: file, file: 'x.csv', sheet: 'items' } as const;
      expect(refusal(await importList(desk, people.office, request)), missing).toMatchObject({
        why: { reason: 'header', why: { kind: 'missing-columns', missing: [expect.any(String)] } },
      });
    }
  });

  it('福安 2018 二(一)1: an item that leaves one of the nine blank is given back, the others are kept', async () => {
    const desk = await freshDesk([]);
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    await imported(desk, people.office, departmentsCsv);
    const blanks = nine.map((_, blank) => [`SX1${blank}`, ...item.map((text, i) => (i === blank ? '' : text))]);
    const answer = await imported(desk, people.office, csv(['抽查事项编码', ...nine], ['SX01', ...item], ...blanks));
    expect(answer).toMatchObject({ accepted: 1 });
    expect(answer.rejected.map(({ faults }) => faults[0]?.fault.kind)).toEqual(nine.map(() => 'missing'));
  });

  it('under a policy that asks for none of them, name, basis, body and subjects are enough', async () => {
    const desk = await freshDesk([]);
    value(await adoptPolicy(desk, people.office, 'ganzhou-2023'));
    await imported(desk, people.office, departmentsCsv);
    const file = csv(['抽查事项编码', ...nine.slice(0, 4)], ['SX01', ...item.slice(0, 4)]);
    expect(await imported(desk, people.office, file)).toMatchObject({ sheet: 'items', accepted: 1 });
  });
});

describe('whose lists they are', () => {
  const inspectors = csv(
    inspectorHeaders,
    ['scjg-1', '周雅', 'scjg', 'Z-1', '2027-12-31'],
    ['wjw-1', '吴宁', 'wjw', 'Z-2', '2027-12-31'],
  );

  it('a liaison takes in her own department’s inspectors; rows of others are given back with words', async () => {
    const desk = await freshDesk();
    await imported(desk, people.office, departmentsCsv);
    const answer = await imported(desk, people.liaison, inspectors);
    expect(answer).toMatchObject({ accepted: 1, added: 1 });
    expect(answer.rejected).toMatchObject([
      { row: 2, faults: [{ fault: { kind: 'other-department', own: '清漪县市场监督管理局' } }] },
    ]);
    expect(answer.rejectedTable[1]?.at(-1)).toContain('清漪县市场监督管理局');
    expect((await kept(desk.db, await snapshot(desk.db), 'inspector')).map(({ number }) => number)).toEqual(['scjg-1']);
  });

  it('what a liaison took from a file does not make it the same file for the office', async () => {
    const desk = await freshDesk();
    await imported(desk, people.office, departmentsCsv);
    await imported(desk, people.liaison, inspectors);
    expect(await imported(desk, people.office, inspectors)).toMatchObject({ state: 'imported', added: 1, same: 1 });
  });

  it('for a liaison only rows of her own department count as absent', async () => {
    const desk = await freshDesk();
    await imported(desk, people.office, departmentsCsv);
    await imported(desk, people.office, inspectors);
    const other = csv(inspectorHeaders, ['scjg-2', '郑川', 'scjg', 'Z-3', '2027-12-31']);
    expect((await imported(desk, people.liaison, other)).absent).toEqual(['scjg-1']);
  });

  it('a recusal belongs to the department of its inspector', async () => {
    const desk = await freshDesk();
    await imported(desk, people.office, departmentsCsv);
    await imported(desk, people.office, inspectors);
    const recusals = csv(['单位工号', '统一社会信用代码'], ['scjg-1', first], ['wjw-1', first]);
    const answer = await imported(desk, people.liaison, recusals);
    expect(answer).toMatchObject({ sheet: 'recusals', accepted: 1 });
    expect(answer.rejected.map(({ row }) => row)).toEqual([2]);
  });

  it.each([
    ['liaison', 'of the common register'],
    ['inspector', 'at all'],
    ['witness', 'at all'],
    ['supervisor', 'at all'],
    ['legal', 'at all'],
  ] as const)('a %s imports nothing %s', async (who, _) => {
    const desk = await freshDesk();
    const file = csv(headers, good(first, '甲公司'));
    const before = (await facts(desk)).length;
    expect(refusal(await importList(desk, people[who], { bytes: file, file: 'x.csv' }))).toMatchObject({
      stage: 'rights',
    });
    expect(await facts(desk)).toHaveLength(before);
  });
});
