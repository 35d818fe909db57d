/** 征询反馈、计划表: what is said at which cell, by the rules of the review and to whom. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewPlan } from '../../../core/plan/review/review.ts';
import { type County, county, withItem } from '../../plan/county.ts';
import { gridOf } from '../make.ts';
import { check, market, planHeaders, planReferenceOf, referenceOf, saidOf } from './make.ts';

const columns = planHeaders.split('|');
/** A good row of 三明 2025, with some of its cells replaced. */
const good: Readonly<Record<string, string>> = {
  抽查任务名称: '餐饮联合抽查',
  抽查领域: '食品',
  抽查事项: '餐饮监督检查、餐饮消防检查',
  抽查对象: '餐饮',
  牵头部门: '市场监管局',
  配合部门: '消防救援大队',
  抽查比例: 'A不纳入抽查；B4%；C10%；D30%',
  抽查频次: '1次/年',
  检查方式: '实地检查',
  抽查时间: '2025年7月1日-2025年7月31日',
  责任股室: '食品股',
  责任人: '食品股负责人',
};
const row = (change: Readonly<Record<string, string>> = {}): string =>
  columns.map((column) => change[column] ?? good[column] ?? '').join('|');
const hotels = { 抽查任务名称: '酒店联合抽查', 抽查事项: '酒店监督检查、酒店消防检查', 抽查对象: '酒店' };
const shops = { 抽查任务名称: '商超联合抽查', 抽查事项: '商超监督检查、商超消防检查', 抽查对象: '商超' };

const sanming = referenceOf('三明');
const said = (rows: readonly string[], reference = sanming) => saidOf(check(gridOf(planHeaders, ...rows), reference));

describe('a department fills in its plan', () => {
  it('a good row is good: nothing is said, and it is sent as the desk would write it', () => {
    const checked = check(
      gridOf('2025年度抽查计划', planHeaders, row({ 行标识: 'r-17', 抽查比例: 'A不纳入抽查;B4%;C10%;D30%' })),
      sanming,
    );
    expect(saidOf(checked)).toEqual([]);
    expect(checked.remarks).toEqual([]);
    expect(checked.rows).toMatchObject([
      { row: 2, id: 'r-17', cells: { name: '餐饮联合抽查', lead: '市场监管局', partners: '消防救援大队' } },
    ]);
    expect(checked.rows[0]?.cells).not.toHaveProperty('count');
  });

  it('where no item list has been brought in yet, no row is refused for an item outside of it', () => {
    const plan = sanming.plan;
    if (plan === null) throw new Error('a plan is checked');
    const without = { ...sanming, plan: { ...plan, review: { ...plan.review, items: [] } } };
    const checked = check(gridOf(planHeaders, row()), without);
    const items = checked.rows[0]?.remarks.filter(({ header }) => header === '抽查事项') ?? [];
    expect(items.length).toBeGreaterThan(0);
    expect(saidOf(checked).filter((each) => each.includes(' refused '))).toEqual([]);
  });

  it('eight deliberate errors of one sheet are each named at their cell with what would be right', () => {
    expect(
      said([
        row({ ...hotels, 牵头部门: '清源县环保局' }),
        row({ ...hotels, 抽查比例: '5' }),
        row({ ...hotels, 抽查比例: 'A不纳入抽查；B4%；C30%；D30%' }),
        row({ ...shops, 抽查户数: '900户' }),
        row({ 抽查任务名称: '酒吧联合抽查', 抽查事项: '酒吧检查' }),
        row({ 抽查任务名称: '影院联合抽查', 配合部门: '市场监管局、消防救援大队' }),
        row({ 抽查任务名称: '消防抽查', 牵头部门: '消防救援大队', 配合部门: '', 抽查事项: '餐饮消防检查' }),
        row({ 抽查时间: '2026年1月5日-2026年2月5日' }),
      ]),
    ).toEqual([
      'E2 牵头部门 refused 成员单位中没有该单位，或有多个单位与此名称相符。请填写单位全称或代码',
      'G3 抽查比例 refused 抽查比例写得不明确（数字后没有 % 或 户）；可写成 5%、不低于10%、20户、A3% B4% C5% D6% 等形式',
      'G4 抽查比例 refused C类30%应低于D类30%，应按A<B<C<D递增',
      'H5 抽查户数 in-principle 所填“900户”与抽查比例不符：2025年1月1日名录库中符合条件的有3000户，按比例每次应抽164户',
      'C6 抽查事项 refused 事项“酒吧检查”不在2025年版随机抽查事项清单内，清单之外无检查',
      'F7 配合部门 refused 与“牵头部门”是同一单位',
      'E8 牵头部门 refused 本行的牵头部门、配合部门都不是本单位；只能填报本单位牵头或者配合的任务，其他单位的任务由该单位或联席办填报',
      'K9 抽查时间 refused 检查实施期2026年1月5日至2026年2月5日不在计划年度2025年1月1日至2025年12月31日内',
    ]);
  });

  it('the weight is the review’s own: what it refuses is refused beside the cell', () => {
    const reference = referenceOf('三明');
    const wrong = row({ 抽查比例: 'A1%；B5%；C10%；D30%' });
    expect(said([wrong], reference)).toEqual([
      'G2 抽查比例 refused B类抽查比例5%，应低于常规比例5%',
      'G2 抽查比例 in-principle A类“无事不扰”，计划抽查1%，应为不纳入抽查',
    ]);
  });

  it('a row that stands twice is named with the row that it repeats, and both stay in the answer', () => {
    const checked = check(
      gridOf(planHeaders, row(), row(), row({ 抽查比例: 'A不纳入抽查；B3%；C10%；D30%' })),
      sanming,
    );
    expect(checked.rows.map((each) => each.row)).toEqual([1, 2, 3]);
    expect(saidOf(checked)).toEqual([
      'A3 抽查任务名称 refused 与第 2 行内容相同，请删去多余的一行',
      'A4 抽查任务名称 refused 与第 2 行重复而内容不同，请只留下正确的一行',
    ]);
  });

  it('two tasks of its own that check the same items on the same subjects are named to each other', () => {
    expect(said([row(), row({ 抽查任务名称: '餐饮秋季抽查' })])).toEqual([
      'C3 抽查事项 in-principle 与任务“餐饮联合抽查”（第 2 行）对相同的3000户重复检查“餐饮监督检查、餐饮消防检查”，应合并',
    ]);
  });

  it('more visits than a class may have are named at the frequency', () => {
    expect(said([row({ 抽查比例: 'B60%；C70%；D80%', 抽查频次: '4次/年' })])).toContain(
      'I2 抽查频次 refused B类每户全年预计检查2.4次，上限1次',
    );
  });

  it('more draws than the statutory cap of an item of a key area allows are named at the frequency', () => {
    const capped = planReferenceOf(withItem(county('三明'), { category: 'key', statutoryCap: 1 }), market);
    expect(said([row({ 抽查频次: '2次/年' })], capped)).toEqual([
      'I2 抽查频次 refused 重点领域事项“餐饮监督检查”对同一对象全年安排2次抽查，法定上限1次',
    ]);
  });

  it('an item whose basis is repealed is named with the day and what takes its place', () => {
    const repealed = planReferenceOf(
      withItem(county('三明'), { repealedFrom: '2025-03-01', replacedBy: 'hotel' }),
      market,
    );
    expect(said([row()], repealed)).toEqual([
      'C2 抽查事项 refused 事项“餐饮监督检查”的依据自2025年3月1日起废止，不得安排，已由“酒店监督检查”替代',
    ]);
  });

  it('a row without dates is refused once, with how to write them', () => {
    expect(said([row({ 抽查时间: '开学前后' })])).toEqual([
      'K2 抽查时间 refused “开学前后”没有写明检查的起止日期；可写成 5月6日至6月30日、5—10月 或 2026-05-06至2026-06-30',
    ]);
  });

  it('subjects that no tag of the register names are left to drafting and refuse nothing', () => {
    expect(said([row({ 抽查对象: '海洋渔业船舶', 抽查领域: '渔业' })])).toEqual([
      'D2 抽查对象 notice “海洋渔业船舶”在名录库中没有对应的监管标签，抽查范围待编制任务时确定；如有对应标签，请按标签名称填写',
    ]);
  });

  it('a number of households that the register does not have is named', () => {
    expect(said([row({ 抽查比例: '5000户', 抽查户数: '' })])).toContain(
      'G2 抽查比例 in-principle 所填“5000户”多于2025年1月1日名录库中符合条件的3000户，请核对户数或者抽查对象',
    );
  });

  it('a number of households may be of one draw or of the year, and rounding is no fault', () => {
    for (const count of ['164户', '163户', '165', '不少于100户', '150-170户'])
      expect(said([row({ 抽查户数: count })])).toEqual([]);
    expect(said([row({ 抽查户数: '170户' })])).toHaveLength(1);
  });

  it('a department known by another name is taken, and the name that it will be sent under is shown', () => {
    expect(said([row({ 配合部门: '县消防救援大队' })])).toEqual([
      'F2 配合部门 notice 将按“消防救援大队”提交（按简称认定单位），请核对',
    ]);
  });

  it('full-width digits are sent as digits and nobody is asked to look', () => {
    const checked = check(gridOf(planHeaders, row({ 抽查比例: 'A不纳入抽查；B４%；C10%；D30%' })), sanming);
    expect(saidOf(checked)).toEqual([]);
    expect(checked.rows[0]?.cells.ratio).toBe('A不纳入抽查；B4%；C10%；D30%');
  });
});

describe('a plan holds less than a reply', () => {
  const asPlan = (reference = sanming) => ({ ...reference, ref: { ...reference.ref, book: 'P-2025' } });
  const wide = `${planHeaders}|备注`;
  const one = (change: Readonly<Record<string, string>>, remark = '') => `${row(change)}|${remark}`;
  const saidInPlan = (line: string, reference = sanming) => saidOf(check(gridOf(wide, line), asPlan(reference)));

  it('what a task cannot hold is refused at its cell, in the words of the desk', () => {
    expect(saidInPlan(one({}, '请尽快'))).toEqual([
      'P2 备注 refused 计划中的备注只记载专业领域例外，须含“专业”二字并写明理由；其他说明请写在修改理由里',
    ]);
    expect(saidInPlan(one({ 检查方式: '实地检查、书面检查', 抽查频次: '根据需要' }))).toEqual([
      'I2 抽查频次 refused 请写明每年几次，例如“2次/年”',
      'J2 检查方式 refused 计划中一项任务只写一种检查方式',
    ]);
    expect(saidInPlan(one({}, '专业领域：检验周期长'))).toEqual([]);
  });

  it('a reply to a consultation may say all of it, and is sent as it was written', () => {
    const checked = check(
      gridOf(wide, one({ 检查方式: '实地检查、书面检查', 抽查频次: '根据 需要' }, '请尽快')),
      sanming,
    );
    expect(saidOf(checked, 'in-principle')).toEqual([]);
    expect(checked.rows[0]?.cells).toMatchObject({
      methods: '实地检查、书面检查',
      frequency: '根据 需要',
      remark: '请尽快',
    });
  });

  it('a remark that its task holds already is no reason to keep the row back; on another row it is', () => {
    const { plan } = sanming;
    if (plan === null) throw new Error('a plan is checked');
    const holding = { ...sanming, plan: { ...plan, remarks: { 'T-1': '随机确定检查批次' } } };
    expect(saidInPlan(one({ 行标识: 'T-1' }, '随机确定检查批次'), holding)).toEqual([]);
    expect(saidInPlan(one({ 行标识: 'T-1' }, '请尽快'), holding)).toHaveLength(1);
    expect(saidInPlan(one({ 行标识: '' }, '随机确定检查批次'), holding)).toHaveLength(1);
  });

  it('columns that a plan does not keep are named once, where anything stands in them', () => {
    const remarks = (line: string) => check(gridOf(wide, line), asPlan()).remarks.map(({ words }) => words.zh);
    expect(remarks(one({ 抽查户数: '164户' }))).toEqual(['计划不保存“抽查户数”栏的内容，这些内容不会提交']);
    expect(remarks(one({}))).toEqual([]);
  });
});

describe('what only the year as a whole shows', () => {
  const one = [row()];

  it('a department is not told of floors and orders that its sheet alone cannot meet', () => {
    expect(check(gridOf(planHeaders, ...one), sanming).remarks).toEqual([]);
  });

  it('the office is told of them, of the sheet and not as a reason to keep a row back', () => {
    const office = referenceOf('三明', null);
    const { remarks } = check(gridOf(planHeaders, ...one), office);
    expect(remarks.map(({ weight, words }) => `${weight} ${words.zh}`)).toContain(
      'in-principle 企业合并后预计抽查约82户（2025-01-01在册4500户），不足3%即135户（1个联合组）',
    );
    expect(remarks.filter(({ weight }) => weight === 'refused')).toEqual([]);
  });

  it('a department is told, as a notice, of its own items that have no task, and of nobody else’s', () => {
    const { remarks } = check(
      gridOf(planHeaders, row({ 抽查时间: '2023年6月1日-2023年6月30日', 抽查比例: 'A8%；B5%；C100%' })),
      referenceOf('万年'),
    );
    expect(remarks).toMatchObject([
      { weight: 'notice', words: { zh: '事项“酒店监督检查”（市场监管局）全年没有抽查任务，应至少一项' } },
      { weight: 'notice', words: { zh: '事项“商超监督检查”（市场监管局）全年没有抽查任务，应至少一项' } },
    ]);
  });

  it('without the partner’s numbers nothing is said of its inspectors', () => {
    const reference = planReferenceOf({ ...county('三明'), people: [] }, market);
    expect(said([row()], reference)).toEqual([]);
  });

  it('answers to a letter are asked of the plan and not of a consultation', () => {
    const input = { ...county('三明'), answers: [] };
    const consultation = planReferenceOf(input, null);
    const plan = { ...consultation, ref: { sheet: 'plan-tasks' as const, book: 'P-2025' } };
    expect(said(one, consultation)).toEqual([]);
    expect(said(one, plan)).toEqual(['F2 配合部门 notice 配合部门消防救援大队尚未答复会商函']);
  });
});

describe('each jurisdiction by its own document', () => {
  const year = (name: County, change: Readonly<Record<string, string>>) => said([row(change)], referenceOf(name));

  it('三明: the classes rise from A to D', () => {
    expect(year('三明', { 抽查比例: 'A不纳入抽查；B4%；C40%；D30%' })).toContain(
      'G2 抽查比例 refused C类40%应低于D类30%，应按A<B<C<D递增',
    );
  });

  it('石狮: each class has a ratio of its own, and a task names its section and who is responsible', () => {
    const window = { 抽查时间: '2024年5月6日-2024年5月31日' };
    expect(year('石狮', { ...window, 抽查比例: 'A2%；B4%；C10%' })).toContain(
      'G2 抽查比例 refused A、B、C、D类应分别规定抽查比例，缺D类；专业领域须注明',
    );
    expect(year('石狮', { ...window, 抽查比例: 'A2%；B4%；C10%；D30%', 责任股室: '', 责任人: '' })).toEqual([
      'L2 责任股室 refused 未填写责任股室',
      'M2 责任人 refused 未填写责任人',
    ]);
  });

  it('福安: the key directory is drawn more than others', () => {
    const found = year('福安', { 抽查时间: '2018年10月8日-2018年10月31日', 抽查比例: '一般类6%；重点类5%' });
    expect(found).toContain('G2 抽查比例 refused 重点类抽查比例5%，应高于常规比例5%');
  });

  it('万年: pools A and B are left in peace outside their months, and A is drawn to a tenth at most', () => {
    const found = year('万年', { 抽查时间: '2023年3月1日-2023年3月31日', 抽查比例: 'A15%；B5%；C100%' });
    expect(found).toContain('K2 抽查时间 refused A类3月属“企业安静期”，应安排在6月，或有理由并备案');
    expect(found).toContain('K2 抽查时间 refused B类3月属“企业安静期”，应安排在6、9月，或有理由并备案');
    expect(year('万年', { 抽查时间: '2023年6月1日-2023年6月30日', 抽查比例: 'A35%；B5%；C100%' })).toEqual([
      'G2 抽查比例 refused A类（检查对象监管库）全年预计抽查约280户（在册2400户），超过10%即240户',
    ]);
  });

  it('甘州: a class of high risk is drawn more than usual', () => {
    expect(year('甘州', { 抽查时间: '2023年5月4日-2023年5月31日', 抽查比例: 'A1%；B4%；C5%；D5%' })).toContain(
      'G2 抽查比例 in-principle D类抽查比例5%，应高于常规比例5%',
    );
  });
});

describe('cells from anywhere', () => {
  it('what stands in a cell is quoted short and on one line', () => {
    const long = `酒吧\u202e\n检查${'长'.repeat(3000)}`;
    const checked = check(
      {
        name: '',
        rows: [
          columns,
          row({ 抽查事项: '' })
            .split('|')
            .map((cell, i) => (i === 2 ? long : cell)),
        ],
      },
      sanming,
    );
    for (const { value, words } of checked.rows[0]?.remarks ?? []) {
      expect(value).not.toMatch(/[\n\u202e]/);
      expect(value.length).toBeLessThan(70);
      expect(words.zh.length).toBeLessThan(200);
      expect(words.zh).not.toMatch(/[\n\u202e]/);
    }
    expect(checked.rows[0]?.remarks).not.toEqual([]);
  });

  it('more draws than a year has days are refused, and counted by nobody', () => {
    expect(said([row({ 抽查频次: '99999999次/年' })])).toEqual(['I2 抽查频次 refused 应为 1 到 366 之间的整数']);
  });

  it('a line of notes, a numbered blank row and our own columns are no rows', () => {
    const headers = `序号|${planHeaders}`;
    const checked = check(
      gridOf(
        headers,
        `1|${row()}`,
        '2',
        `3|${columns.map((c) => (c === '校验结果' ? '旧的说明' : '')).join('|')}`,
        '注：以实际为准',
      ),
      sanming,
    );
    expect(checked.rows.map((each) => each.row)).toEqual([1]);
    expect(checked.notes).toEqual([{ row: 4, text: '注：以实际为准' }]);
  });

  it('a sheet of more rows than any plan has is checked cell by cell, and says so', () => {
    const rows = Array.from({ length: 1001 }, (_, i) => row({ 抽查任务名称: `抽查${i}` }));
    expect(check(gridOf(planHeaders, ...rows), sanming).remarks).toMatchObject([
      { weight: 'notice', words: { zh: expect.stringContaining('超过 1000 行') } },
    ]);
  });

  it('whatever stands in the cells, every row is answered for and nothing is thrown', () => {
    const piece = fc.constantFrom(
      ...[
        'A',
        'B',
        'C',
        'D',
        '%',
        '户',
        '5',
        '0',
        '99999999',
        '3-',
        '1000000000',
        '不低于',
        '待定',
        '每年',
        '次',
        '月',
        '年',
        '至',
      ],
      ...[
        '2025',
        '12',
        '31',
        '日',
        '餐饮',
        '酒店监督检查',
        '市场监管局',
        '消防救援大队',
        '、',
        '；',
        '\n',
        '（',
        '）',
        '=1+1',
        '\u0000',
        '全年',
      ],
      ...['以上', '以下', '所', '一般类', '重点类', '市级', '区级', '10', '同上', '__proto__', 'constructor', '\ud800'],
    );
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const anyRow = fc.tuple(
      ...columns.map((column) => fc.oneof({ weight: 3, arbitrary: fc.constant(good[column] ?? '') }, cell)),
    );
    const references = (['三明', '石狮', '福安', '万年', '甘州'] as const).map((name) => referenceOf(name, null));
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...references),
        (rows, reference) => {
          const { rows: checked, notes } = check({ name: '', rows: [columns, ...rows] }, reference);
          const filled = rows.filter((cells) => cells.slice(0, -2).some((text) => text.trim() !== ''));
          expect(checked.length + notes.length).toBe(filled.length);
          for (const { remarks } of checked) for (const { words } of remarks) expect(words.zh.length).toBeLessThan(600);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a table without the columns that a plan needs is refused with their names', () => {
    expect(() => check(gridOf('甲|乙', '1|2'), sanming)).toThrow();
  });
});

it('the plan of the review’s own tests is as clean here as there', () => {
  const input = county('三明');
  expect(reviewPlan(input).findings.filter(({ weight }) => weight === 'refused')).toEqual([]);
  const rows = [
    row(),
    row({ ...hotels, 抽查比例: 'A不纳入抽查；C12%；D40%', 抽查时间: '2025年8月1日-2025年8月31日' }),
    row({ ...shops, 抽查比例: 'A不纳入抽查；D50%', 抽查时间: '2025年9月1日-2025年9月30日' }),
  ];
  expect(saidOf(check(gridOf(planHeaders, ...rows), planReferenceOf(input, null)), 'in-principle')).toEqual([]);
});
