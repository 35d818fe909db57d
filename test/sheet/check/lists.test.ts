/** The standing lists and 检查结果录入 beside their cells. */
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../registry/make.ts';
import { gridOf } from '../make.ts';
import { check, listReferenceOf, market, saidOf } from './make.ts';

const [first, second] = [codeOf(1), codeOf(2)];
/** The same code with its check character wrong. */
const wrong = `${first.slice(0, 17)}${first.endsWith('1') ? '2' : '1'}`;

describe('检查对象名录库', () => {
  const headers = '统一社会信用代码|检查对象名称|主体类型|监管标签|校验结果|行标识';
  const reference = listReferenceOf('subjects');

  it('a code that does not check is refused with the character that would be right', () => {
    const [remark] = saidOf(check(gridOf(headers, `${wrong}|清源县望江饭店|企业|餐饮||s-1`), reference));
    expect(remark).toMatch(/^A2 统一社会信用代码\/注册号 refused 第 18 位校验码是 .，按其余各位应为 .，/);
  });

  it('every row is answered for: good, refused and doubled ones, with the id that stands in it', () => {
    const checked = check(
      gridOf(
        headers,
        `${first}|清源县望江饭店|企业|餐饮||s-1`,
        `${first}|清源县望江饭店|企业|餐饮||s-1`,
        `${first}|清源县城关饭店|企业|餐饮||s-3`,
        '||||旧的说明|s-4',
        `${second}||企业|||`,
      ),
      reference,
    );
    expect(checked.rows.map(({ row, id }) => [row, id])).toEqual([
      [1, 's-1'],
      [2, 's-1'],
      [3, 's-3'],
      [5, ''],
    ]);
    expect(saidOf(checked)).toEqual([
      'A3 统一社会信用代码/注册号 notice 与第 2 行内容相同，请删去多余的一行',
      'A4 统一社会信用代码/注册号 refused 与第 2 行重复而内容不同，请只留下正确的一行',
      'B6 检查对象名称 refused 必填，不能为空',
    ]);
  });

  it('what follows from other cells is sent, and fields without a column are not', () => {
    const checked = check(gridOf(headers, `${first}|清源县望江饭店||餐饮||`), reference);
    expect(checked.rows[0]?.cells).toEqual({
      number: first,
      name: '清源县望江饭店',
      type: expect.stringMatching(/./),
      tags: '餐饮',
    });
  });

  it('a 专项库 that has no column of tags beside it is sent as it stands', () => {
    const checked = check(gridOf('统一社会信用代码|检查对象名称|专项库', `${first}|清源县望江饭店|食品`), reference);
    expect(checked.rows[0]?.cells).toMatchObject({ libraries: '食品' });
  });

  it('a small letter that was made a capital, and a character that nobody can see, are shown to the person', () => {
    const checked = check(gridOf(headers, `${first.toLowerCase()}|清源县\ue000江饭店|企业|餐饮||`), reference);
    expect(saidOf(checked)).toContain(
      'B2 检查对象名称 notice 将按“清源县〓江饭店”提交（自造字无法显示，以〓代替，请核对），请核对',
    );
  });

  it('a code that a workbook stored as a number is refused before its last digits are believed', () => {
    const rows = [
      ['注册号', '检查对象名称'],
      [{ text: '1234567890123450', was: 'imprecise' as const }, '清源县望江饭店'],
    ];
    expect(saidOf(check({ name: '', rows }, reference))[0]).toMatch(/refused 按数值存储且超过 15 位/);
  });

  it('a department is told that the office keeps this list', () => {
    const { remarks } = check(gridOf(headers, `${first}|清源县望江饭店|企业|餐饮||`), { ...reference, own: market });
    expect(remarks).toMatchObject([{ weight: 'notice', words: { zh: expect.stringContaining('由联席办维护') } }]);
  });
});

describe('抽查事项清单、执法检查人员名录库', () => {
  const items = '抽查事项名称|抽查依据|抽查主体|抽查对象|抽查内容';
  const row = '餐饮监督检查|《食品安全法》第一百一十条|消防救援大队|餐饮|';

  it('a department keeps its own items; another’s is refused at the cell that names the body', () => {
    const reference = listReferenceOf('items', { own: market });
    expect(saidOf(check(gridOf(items, row), reference))).toEqual([
      'C2 抽查主体 refused 应为“市场监管局”；只能填报本单位的数据，其他单位的由该单位或联席办填报',
    ]);
    expect(saidOf(check(gridOf(items, row), listReferenceOf('items')))).toEqual([]);
  });

  it('福安 2018 二(一)1: elements that the policy demands are missing where they are blank', () => {
    const reference = listReferenceOf('items', { demand: ['content'] });
    expect(saidOf(check(gridOf(items, row), reference))).toEqual(['E2 抽查内容 refused 必填，不能为空']);
  });

  it('a certificate without its last day is refused where the day belongs', () => {
    const headers = '单位工号|姓名|所在单位|执法证号|执法证有效期';
    const said = saidOf(
      check(
        gridOf(headers, '001|张合|市场监管局|Z-001|', '002|李安|市场监管局|Z-002|长期'),
        listReferenceOf('inspectors'),
      ),
    );
    expect(said).toEqual([
      'E2 执法证有效期 refused 与“执法证号”应一并填写、相互一致',
      'E3 执法证有效期 notice 将按“9999-09-09”提交（长期有效记为 9999-09-09），请核对',
    ]);
  });
});

it('a certificate that has run out is kept, and said', () => {
  const headers = '单位工号|姓名|所在单位|执法证号|执法证有效期';
  const grid = gridOf(headers, '001|张合|市场监管局|Z-001|2024-12-31', '002|李安|市场监管局|Z-002|2027-12-31');
  expect(saidOf(check(grid, listReferenceOf('inspectors')))).toEqual([
    'E2 执法证有效期 notice 001 的执法证有效期至 2024-12-31，检查期内已过期，保留在库，不参与抽取',
  ]);
});

describe('检查结果录入', () => {
  const headers =
    '检查编号|检查对象名称|抽查任务|事项编码|抽查事项|检查实施期|抽取日期|计划检查方式|派出检查人员|检查结果|检查日期|核查方式|发现问题情况|后续处置措施|实际检查人员|备注|行标识';
  const given = (no: string) =>
    `${no}|清源县望江饭店|餐饮联合抽查|food|餐饮监督检查|2025-07-01至2025-07-31|2025-06-20|实地检查|张合（001）、李安（002）`;
  const reference = listReferenceOf('outcomes', { ref: { sheet: 'outcomes', book: '3' }, today: '2025-08-01' });

  it('a row that holds only what the desk gave waits, and nothing is missing from it', () => {
    const checked = check(gridOf(headers, `${given('3-1')}||||||||o-1`), reference);
    expect(checked.rows).toMatchObject([{ row: 1, id: 'o-1', remarks: [], cells: { no: '3-1' } }]);
  });

  it('a problem that nobody describes, and a day outside the window, are named at their cells', () => {
    const said = saidOf(
      check(
        gridOf(
          headers,
          `${given('3-1')}|未发现问题|2025-07-10|实地检查|||同派出||o-1`,
          `${given('3-2')}|发现问题已责令改正|2025-07-10|实地检查|||同派出||o-2`,
          `${given('3-3')}|未发现问题|2025-09-10|实地检查|||同派出||o-3`,
        ),
        reference,
      ),
    );
    expect(said.filter((each) => each.includes('2 '))).toEqual([]);
    expect(said).toContainEqual(expect.stringMatching(/^M3 发现问题情况 refused .*应写明发现的具体情况/));
    expect(said).toContainEqual(expect.stringMatching(/^K4 检查日期 refused 检查日期不能晚于今天/));
  });

  it('who was there is asked of whoever was, and not taken from who was sent', () => {
    const blank = `${given('3-1')}|未发现问题|2025-07-10|实地检查|||||o-1`;
    expect(saidOf(check(gridOf(headers, blank), reference))).toEqual([
      'O2 实际检查人员 refused 请填写实际检查人员；与派出人员相同的，写“同派出”',
    ]);
    const [row] = check(gridOf(headers, blank.replace('|||||o-1', '|||同派出||o-1')), reference).rows;
    expect(row).toMatchObject({ remarks: [], cells: { inspectors: '张合（001）、李安（002）' } });
    // Of a firm that the register shows struck off nobody was anywhere.
    expect(saidOf(check(gridOf(headers, `${given('3-1')}|注销|2025-07-10||||||o-1`), reference))).toEqual([]);
  });

  it('a date of which the workbook made a number is told with the day that was meant, in the year of the draw', () => {
    const said = (cell: string) => {
      const row = `${given('3-1')}|未发现问题|${cell}|实地检查|||同派出||o-1`;
      return check(gridOf(headers, row), { ...reference, year: 2025 }).rows[0];
    };
    // 7.8 in a cell that is formatted as a date, as both hosts read it.
    expect(said('1900-01-07 19:12:00')).toMatchObject({
      cells: { checkedOn: '7.8' },
      remarks: [{ header: '检查日期', value: '7.8', weight: 'refused' }],
    });
    expect(said('1900-01-07 19:12:00')?.remarks[0]?.words.zh).toBe('“7.8”被表格当成数字，请写成 2025-07-08 这样的日期');
    expect(said('7.8')?.remarks[0]?.words.zh).toBe('没有写年份，请写成 2025-07-08 这样的日期');
    expect(said('长期有效')?.remarks[0]?.words.zh).toBe('不是日期；应写成 2026-03-31 的形式');
  });

  it('the same item of the same visit is entered once', () => {
    const row = `${given('3-1')}|未发现问题|2025-07-10|实地检查|||同派出||`;
    expect(saidOf(check(gridOf(headers, `${row}o-1`, `${row}o-9`), reference))).toEqual([
      'A3 检查编号 notice 与第 2 行内容相同，请删去多余的一行',
    ]);
  });

  it('two items of one door that cannot both be so are named to each other, and of another door they may', () => {
    const other = (no: string) => given(no).replace('food|餐饮监督检查', 'alcohol|酒类监督检查');
    const said = saidOf(
      check(
        gridOf(
          headers,
          `${given('3-1')}|未发现问题|2025-07-10|实地检查|||同派出||o-1`,
          `${other('3-1')}|迁出|2025-07-10||||||o-2`,
          `${other('3-2')}|迁出|2025-07-10||||||o-3`,
        ),
        reference,
      ),
    );
    expect(said).toEqual([
      expect.stringMatching(/^J2 检查结果 notice .*“迁出”/),
      expect.stringMatching(/^J3 检查结果 notice .*“未发现问题”/),
    ]);
  });
});
