/** Rows of documents that name somebody or something: editions of an item list, members by name, lists owed by a day, tasks from above first. */
import { describe, expect, it } from 'vitest';
import { sayBoard } from '../../bot/say/board.ts';
import { sayImported } from '../../bot/say/imported.ts';
import { owedLine } from '../../bot/say/owed.ts';
import { draftBulletin, periodTyped } from '../../bot/verbs/bulletin/draft.ts';
import { issueBulletin } from '../../bot/verbs/bulletin/issue-bulletin.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { listBoard } from '../../bot/verbs/registry/board.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { keepDocument } from '../../bot/verbs/registry/keep-document.ts';
import { receiveList } from '../../bot/verbs/registry/receive-list.ts';
import { sendList } from '../../bot/verbs/registry/send-list.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { fromTasks } from '../../core/owed/from-tasks.ts';
import { aboveFirst, inOrder } from '../../core/owed/owed.ts';
import { roundAt } from '../../core/owed/rounds.ts';
import { requires } from '../../core/policy/ask.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import type { Words } from '../../core/words.ts';
import { snapshot } from '../../db/imports.ts';
import { kept } from '../../db/registry.ts';
import { freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { makeTask } from '../plan/make.ts';
import { csv, departmentsCsv, inspectorHeaders } from './make.ts';

const read = (words: readonly Words[]): string => words.map(({ zh }) => zh).join('\n');
const imported = async (
  desk: TestDesk,
  bytes: Uint8Array,
  edition?: { readonly name: string; readonly from: string },
) =>
  value(
    await importList(desk, people.office, { bytes, file: 'x.csv', ...(edition === undefined ? {} : { edition }) }),
  )[0];

const itemHeaders = [
  '抽查事项编码',
  '抽查事项名称',
  '抽查依据',
  '抽查主体',
  '抽查对象',
  '抽查内容',
  '抽查标准和要点',
  '抽查方式',
  '抽查比例',
  '抽查频次',
  '清单类别',
  '抽查领域',
];
const item = (code: string, name: string, list = '部门联合抽查事项', body = 'scjg', field = '食品安全') => [
  code,
  name,
  '《食品安全法》第三十五条',
  body,
  '食品经营者',
  '许可证',
  '核对证照',
  '实地检查',
  '5%',
  '每年1次',
  list,
  field,
];

describe('a newer edition of the item list (甘州 2023 二(二)1)', () => {
  it('S4-22: importing the third edition marks the items of the second “replaced by” from its day, and the list stands with its edition', async () => {
    const desk = await freshDesk(undefined, '2023-06-05T01:00:00.000Z');
    value(await adoptPolicy(desk, people.office, 'ganzhou-2023'));
    await imported(desk, departmentsCsv);
    const second = csv(
      itemHeaders,
      item('E2-1', '食品经营许可检查'),
      item('E2-2', '取消的检查'),
      item('D-1', '食品经营许可检查', '部门抽查事项'),
    );
    await imported(desk, second, { name: '第二版', from: '2023-01-01' });
    const third = csv(itemHeaders, item('E3-1', '食品经营许可检查'));
    const answer = await imported(desk, third, { name: '第三版', from: '2023-06-01' });
    expect(answer).toMatchObject({ edition: '第三版', added: 1, replaced: [{ key: 'E2-1', by: 'E3-1' }] });
    expect(answer?.absent).toContain('E2-2');
    if (answer !== undefined) expect(read(sayImported(answer))).toContain('E2-1 由 E3-1 替代');
    const items = new Map((await kept(desk.db, await snapshot(desk.db), 'item')).map((each) => [each.code, each]));
    expect(items.get('E2-1')).toMatchObject({ repealedFrom: '2023-06-01', replacedBy: 'E3-1' });
    // The department's own item of the same name is of another list.
    expect(items.get('D-1')?.repealedFrom).toBeNull();
    expect(items.get('E2-2')?.repealedFrom).toBeNull();
    expect(await imported(desk, third, { name: '第三版', from: '2023-06-01' })).toMatchObject({ state: 'same-file' });
    expect(read(sayBoard(value(await listBoard(desk))))).toContain('第三版');
  });

  it('S4-22: without an edition stated nothing is replaced', async () => {
    const desk = await freshDesk(undefined, '2023-03-01T01:00:00.000Z');
    await imported(desk, departmentsCsv);
    await imported(desk, csv(itemHeaders, item('E2-1', '食品经营许可检查')));
    expect(await imported(desk, csv(itemHeaders, item('E3-1', '食品经营许可检查')))).toMatchObject({
      edition: '',
      replaced: [],
      absent: ['E2-1'],
    });
  });
});

describe('members that a document names (福安 2018 三)', () => {
  it('S2-80, S2-81: the nine stand with the fields of their items, who is missing is named; of the four each opinion shows given or not', async () => {
    const desk = await freshDesk(undefined, '2025-04-01T01:00:00.000Z');
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    const headers = ['单位代码', '单位名称', '其他名称', '单位类别', '行政执法主体资格', '加入日期'];
    const member = (code: string, name: string, other: string) => [code, name, other, '成员单位', '是', '2020-01-01'];
    await imported(
      desk,
      csv(
        headers,
        ['office', '福安市联席会议办公室', '', '联席会议办公室', '否', '2020-01-01'],
        member('scjg', '福安市市场监督管理局', '市市场监管局'),
        member('gaj', '福安市公安局', ''),
        member('wjw', '福安市卫生和计划生育局', '市卫计局'),
        member('jyj', '福安市教育局', ''),
      ),
    );
    await imported(
      desk,
      csv(itemHeaders, item('S1', '食品经营许可检查'), item('G1', '旅馆业检查', '部门抽查事项', 'gaj', '公共安全')),
    );
    const keeping = {
      list: 'opinion',
      department: 'wjw',
      title: '管什么怎么管的意见',
      digest: 'b'.repeat(64),
      inForce: '2025-03-01',
      parts: [],
    };
    value(await keepDocument(desk, people.otherLiaison, keeping));
    const board = value(await listBoard(desk));
    const [nine, four] = board.duties;
    expect(nine?.members.map(({ department }) => department)).toEqual([
      null,
      null,
      'gaj',
      null,
      null,
      null,
      'scjg',
      null,
      null,
    ]);
    expect(nine?.members.find(({ department }) => department === 'gaj')?.fields).toEqual(['公共安全']);
    expect(four?.members.map(({ department }) => department)).toEqual(['wjw', 'jyj', null, null]);
    const shown = read(sayBoard(board));
    expect(shown).toContain('福安市公安局（领域：公共安全）');
    expect(shown).toContain('市物价局（单位名录中没有）');
    expect(shown).toContain('福安市卫生和计划生育局（领域：尚无事项，意见已于 2025-04-01 提出）');
    expect(shown).toContain('福安市教育局（领域：尚无事项，意见未提出）');
    // Nobody but the four owes it.
    expect(board.missing.find(({ list }) => list === 'opinion')?.departments).toEqual(['jyj']);
  });
});

describe('lists that are owed anew each March (万年 2022 三(一)2、3)', () => {
  it('S3-36, S3-38: who has not renewed the joint roll or filed the A list is reminded in March and listed late in April, until both receivers have it', async () => {
    const desk = await freshDesk(undefined, '2023-03-27T01:00:00.000Z');
    value(await adoptPolicy(desk, people.office, 'wannian-2022'));
    const headers = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '合法性审查单位', '加入日期'];
    const member = (code: string, name: string, legal: string) => [code, name, '成员单位', '是', legal, '2020-01-01'];
    await imported(
      desk,
      csv(
        headers,
        ['office', '万年县联席会议办公室', '联席会议办公室', '否', '否', '2020-01-01'],
        member('scjg', '万年县市场监督管理局', '否'),
        member('sfj', '万年县司法局', '是'),
      ),
    );
    await imported(desk, csv(itemHeaders, item('A1', '食品经营许可检查')));
    const renewals = async () => {
      const { owed, today, now } = await owedNow(desk);
      return owed.flatMap(({ matter, by, due, rounds }) =>
        matter.kind === 'renewal' && (by === 'department:scjg' || matter.list === 'joint-inspectors')
          ? [{ list: matter.list, by, due, reminded: roundAt(rounds, today, now) !== null }]
          : [],
      );
    };
    const items = { list: 'joint-items', by: 'department:scjg', due: '2023-03-31', reminded: true };
    expect(await renewals()).toContainEqual(items);
    expect((await renewals()).some(({ list, reminded }) => list === 'joint-inspectors' && reminded)).toBe(true);
    desk.setNow('2023-04-03T01:00:00.000Z');
    expect(await renewals()).toContainEqual({ ...items, reminded: true });
    expect(read(sayBoard(value(await listBoard(desk))))).toContain('本年度应于2023年3月31日前更新，已逾期');
    value(await sendList(desk, people.liaison, { list: 'joint-items' }));
    value(await receiveList(desk, people.office, { list: 'joint-items', department: 'scjg', as: 'office' }));
    expect((await renewals()).some(({ list }) => list === 'joint-items')).toBe(true);
    value(await receiveList(desk, people.legal, { list: 'joint-items', department: 'scjg', as: 'legal' }));
    expect((await renewals()).some(({ list, by }) => list === 'joint-items' && by === 'department:scjg')).toBe(false);
    await imported(
      desk,
      csv([...inspectorHeaders, '联合检查执法人员库'], ['scjg-1', '周雅', 'scjg', 'Z-1', '2030-01-01', '是']),
    );
    expect((await renewals()).some(({ list }) => list === 'joint-inspectors')).toBe(false);
  });
});

describe('regular reports (万年 2022 四(四))', () => {
  it('S3-74: a report on any day that the office sets is issued by the office and the justice bureau together', async () => {
    const desk = await freshDesk(undefined, '2023-05-10T01:00:00.000Z');
    value(await adoptPolicy(desk, people.office, 'wannian-2022'));
    const headers = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '合法性审查单位', '加入日期'];
    await imported(desk, csv(headers, ['sfj', '万年县司法局', '成员单位', '是', '是', '2020-01-01']));
    for (const day of ['2023-03-31', '2023-05-10']) {
      const { period } = value(periodTyped(day));
      expect(period).toBe(`regular/${day}`);
      const report = value(await draftBulletin(desk, value(periodTyped(day))));
      expect(report.issuers).toEqual([desk.office, '万年县司法局']);
    }
    value(await issueBulletin(desk, people.office, { period: '2023-05-10' }));
    const again = refusal(await issueBulletin(desk, people.office, { period: '2023-05-11' }));
    expect(again).toMatchObject({ stage: 'bulletin', why: { reason: 'not-over' } });
  });
});

describe('tasks from above (石狮 2024 二)', () => {
  it('S1-11: what is owed for an unfinished task from above stands before all local matters, however late its day', () => {
    const on = '2024-05-06';
    const window = { from: '2024-06-03', to: '2024-07-31' };
    const local = makeTask({ no: 'L-1', window });
    const above = makeTask({ no: 'P-1', origin: 'province', window: { from: '2024-09-02', to: '2024-10-31' } });
    const same = makeTask({ no: 'C-1', origin: 'city', window });
    const owed = fromTasks(
      { plan: { no: 'P', tasks: [local, above, same] }, drawn: new Set(), inspected: new Set() },
      shishi2024,
      chineseCalendar(),
      on,
    );
    expect(requires(shishi2024, 'superior-tasks-first', on)).not.toBeNull();
    const order = aboveFirst(inOrder(owed)).map(({ matter }) => (matter.kind === 'draw' ? matter.tasks : []));
    expect(order).toEqual([['C-1'], ['P-1'], ['L-1']]);
    expect(new Set(owed.map(({ key }) => key)).size).toBe(3);
    const [first] = aboveFirst(inOrder(owed));
    if (first !== undefined) expect(owedLine(first, (code) => code, on).zh).toContain('【上级任务】');
  });
});
