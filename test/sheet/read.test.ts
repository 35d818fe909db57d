import { describe, expect, it } from 'vitest';
import { contextOf } from '../../core/sheet/context.ts';
import { departments as departmentSheet } from '../../core/sheet/departments.ts';
import { rejectedGrid } from '../../core/sheet/give-back.ts';
import type { Grid } from '../../core/sheet/grid.ts';
import { inspectors } from '../../core/sheet/inspectors.ts';
import { items } from '../../core/sheet/items.ts';
import { jointMatters } from '../../core/sheet/joint-matters.ts';
import { planTasks } from '../../core/sheet/plan-tasks.ts';
import { subjects } from '../../core/sheet/subjects.ts';
import { reasonOf, wordsOfChange, wordsOfFaulty, wordsOfFaultyUnquoted } from '../../core/sheet/words.ts';
import { codeOf } from '../registry/make.ts';
import { context, departments, gridOf, read, valuesOf } from './make.ts';

const one = codeOf(1);
const two = codeOf(2);
const said = (grid: Grid, sheet: Parameters<typeof read>[1]) =>
  read(grid, sheet).rejected.flatMap((row) => row.faults.map((fault) => wordsOfFaulty(fault).zh));

describe('rows of the directory of subjects', () => {
  it('what is corrected is named with what was done', () => {
    const reading = read(
      gridOf('企业名称|信用代码|登记状态', `望江 食品(清源)店| ${one.toLowerCase()}|在营`),
      subjects,
    );
    expect(valuesOf(reading)[0]).toMatchObject({ name: '望江食品（清源）店', number: one, status: 'active' });
    expect(
      reading.corrections.map(({ header, to, changes }) => [header, to, changes.map((each) => wordsOfChange(each).zh)]),
    ).toEqual([
      ['统一社会信用代码/注册号', one, ['删去多余空格', '字母改为大写'].slice(0, /[A-Z]/.test(one) ? 2 : 1)],
      ['检查对象名称', '望江食品（清源）店', ['删去多余空格', '名称中的括号统一为全角']],
      ['登记状态', '存续', ['统一为规定用语']],
    ]);
  });

  it('a refused row says row, cell, value and what would be right; the others are kept', () => {
    const wrong = `${one.slice(0, 17)}${one.endsWith('Y') ? 'X' : 'Y'}`;
    const grid = gridOf('企业名称|信用代码', `望江店|${wrong}`, `城关店|${two}`, `|${one}`);
    expect(valuesOf(read(grid, subjects)).map((each) => each.name)).toEqual(['城关店']);
    expect(said(grid, subjects)).toEqual([
      `第 2 行 B2 单元格“统一社会信用代码/注册号”“${wrong}”：第 18 位校验码是 ${wrong.charAt(17)}，按其余各位应为 ${one.charAt(17)}，有一位或几位填错；请对照营业执照核对。`,
      '第 4 行 A4 单元格“检查对象名称”：必填，不能为空。',
    ]);
  });

  it('a cell of any length and content is quoted as one short line without control characters', () => {
    const hostile = `\u001b[2J${'长'.repeat(5000)}`;
    const [line = ''] = said(gridOf('企业名称|信用代码', `望江店|${hostile}`), subjects);
    expect(line).toMatch(/^第 2 行 B2 单元格“统一社会信用代码\/注册号”“\[2J长{57}…”：/);
    expect(line).not.toMatch(/\p{Cc}/u);
  });

  it('the same row twice is told once; the same number with another name is refused with the first row’s number', () => {
    const reading = read(gridOf('企业名称|信用代码', `望江店|${one}`, `望江店|${one}`, `城关店|${one}`), subjects);
    expect(reading.repeated).toEqual([{ row: 2, firstRow: 1 }]);
    expect(reading.rejected.map((row) => row.faults[0]?.fault)).toEqual([{ kind: 'duplicate', firstRow: 2 }]);
  });

  it('a firm in two 专项库 stands once, with the tags of both', () => {
    const reading = read(gridOf('专项库|企业名称|信用代码', `旅馆|望江店|${one}`, `食品生产|望江店|${one}`), subjects);
    expect(valuesOf(reading).map((each) => each.tags)).toEqual([['旅馆', '食品生产']]);
    expect([reading.repeated.length, reading.rejected.length]).toEqual([1, 0]);
  });

  it('blank rows, and notes under the table, are no rows of it', () => {
    const reading = read(
      gridOf(
        '序号|企业名称|信用代码|登记机关',
        `1|望江店|${one}|县局`,
        '||',
        '合计|1 户||',
        '注：以上为食品生产企业||',
        '填表人：某某|||',
      ),
      subjects,
    );
    expect([reading.accepted.length, reading.rejected.length, reading.notes.map((note) => note.row)]).toEqual([
      1,
      0,
      [3, 4, 5],
    ]);
  });

  it('同上 repeats the cell above; a blank does so only where the title says 空=承上', () => {
    const rows = ['企业名称|信用代码|登记机关', `望江店|${one}|县局`, `城关店|${two}|同上`, `旧街店|${codeOf(3)}|`];
    expect(valuesOf(read(gridOf(...rows), subjects)).map((each) => each.authority)).toEqual(['县局', '县局', '']);
    const continued = read(gridOf('名录；空=承上', ...rows), subjects);
    expect(valuesOf(continued).map((each) => each.authority)).toEqual(['县局', '县局', '县局']);
  });

  it('the type that a code states is taken where the cell is blank, and counted', () => {
    const reading = read(
      gridOf('企业名称|信用代码|主体类型', `望江店|${one}|`, `某某合作社|${two}|农民专业合作社`),
      subjects,
    );
    expect(valuesOf(reading).map((each) => each.type)).toEqual(['enterprise', 'cooperative']);
    expect(reading.deduced.get('主体类型')).toEqual(new Map([['企业', 1]]));
  });

  it('a number that a workbook cut to 15 digits is refused and not guessed', () => {
    const grid: Grid = {
      name: '',
      rows: [
        ['企业名称', '信用代码'],
        ['望江店', { text: '913501000001000000', was: 'imprecise' }],
      ],
    };
    expect(said(grid, subjects)[0]).toContain('超过 15 位，Excel 已丢失后面的数字');
  });
});

describe('refused rows are given back', () => {
  const grid = gridOf(
    '企业名称|身份证号|信用代码|备注',
    '望江店|110101190001010000|123|甲',
    `城关店||${two}|乙`,
    '旧街店||x|丙',
  );
  const reading = read(grid, subjects);
  const given = rejectedGrid(grid, reading, reasonOf);

  it('under their own headers, with their row number and 错误说明, without persons’ data', () => {
    expect(given[0]).toEqual(['原行号', '企业名称', '信用代码', '备注', '错误说明']);
    expect(given.map((row) => row.slice(0, 4)).slice(1)).toEqual([
      ['2', '望江店', '123', '甲'],
      ['4', '旧街店', 'x', '丙'],
    ]);
    expect(given[1]?.[4]).toContain('18 位');
  });

  it('mended they are read, and the two columns are ignored', () => {
    const mended = given.map((row, i) => (i === 0 ? row : row.with(2, codeOf(10 + i))));
    const again = read({ name: '', rows: mended }, subjects);
    expect([again.accepted.length, again.recognised.unmapped.map((each) => each.header)]).toEqual([2, ['备注']]);
  });
});

describe('rows of the directory of inspectors', () => {
  const header = '工号|姓名|单位|人员类别|执法证号|执法证有效期|业务专长';

  it('S2-15, S3-33: certificate, fields and department are read; 长期有效 is 9999-09-09', () => {
    const [value] = valuesOf(
      read(gridOf(header, '0012|林试一|县市场监管局|公务员|1309|长期有效|食品；特种设备'), inspectors),
    );
    expect(value).toMatchObject({
      department: 'scjg',
      kind: 'civil-servant',
      certificate: { number: '1309', validUntil: '9999-09-09' },
      fields: ['食品', '特种设备'],
    });
  });

  it('an expired certificate is kept', () => {
    expect(
      valuesOf(read(gridOf(header, '1|林试一|scjg|公务员|1309|2020/1/5|'), inspectors))[0]?.certificate?.validUntil,
    ).toBe('2020-01-05');
  });

  it('S3-32: without certificate a person is kept as 日常监管人员; called qualified without one, refused', () => {
    expect(valuesOf(read(gridOf(header, '1|林试一|scjg||||'), inspectors))[0]).toMatchObject({
      kind: 'daily',
      certificate: null,
    });
    expect(said(gridOf(header, '1|林试一|scjg|执法人员|||'), inspectors)).toHaveLength(1);
  });

  it('a certificate without its date, or a date that no month has, is refused', () => {
    expect(
      said(gridOf(header, '1|林试一|scjg|公务员|1309||', '2|林试二|scjg|公务员|1310|2027-02-29|'), inspectors),
    ).toEqual([
      '第 2 行 F2 单元格“执法证有效期”：与“执法证号”应一并填写、相互一致。',
      '第 3 行 F3 单元格“执法证有效期”“2027-02-29”：不是日期；应写成 2026-03-31 的形式，长期有效填“长期有效”。',
    ]);
  });

  it('staff numbers stored as numbers that are shorter than their neighbours are refused: zeros may be lost', () => {
    const row = (number: Grid['rows'][number][number]) => [number, '林试一', 'scjg', '', '', '', ''];
    const grid: Grid = {
      name: '',
      rows: [
        header.split('|'),
        row('00123'),
        row({ text: '456', was: 'number' }),
        row({ text: '78901', was: 'number' }),
      ],
    };
    expect(said(grid, inspectors)).toEqual([
      '第 3 行 A3 单元格“单位工号”“456”：按数值存储，只有 3 位，而同列有 5 位的，前面的 0 可能已丢失；请把该列设为“文本”后重新填写。',
    ]);
  });

  it('a department that nobody knows is refused with those it may be', () => {
    expect(said(gridOf(header, '1|林试一|文旅|||||'), inspectors)[0]).toContain('清源县文化和旅游局');
  });
});

describe('rows of the item list', () => {
  const header = '抽查事项名称|抽查依据|抽查主体|抽查对象|抽查内容|抽查标准和要点|抽查方式|抽查比例|抽查频次';

  it('S2-08: an item without basis is refused and the cell named; the other rows are kept', () => {
    const grid = gridOf(
      header,
      '甲检查||县文旅局|网吧|证照|一看证\n二看人|现场|5%|2次/年',
      '乙检查|《旅游法》|县文旅局|旅行社|合同|看合同|书面检查、现场检查|不低于3%|每年2次',
    );
    expect(said(grid, items)).toEqual(['第 2 行 B2 单元格“抽查依据”：必填，不能为空。']);
    expect(valuesOf(read(grid, items))).toMatchObject([
      {
        name: '乙检查',
        body: 'wtlj',
        methods: ['desk', 'on-site'],
        ratioText: '不低于3%',
        drawsPerYear: 2,
        points: ['看合同'],
      },
    ]);
  });

  it('a ratio that names no number is kept in its own words with a doubt, never guessed', () => {
    const reading = read(
      gridOf('抽查事项名称|抽查依据|抽查主体|抽查对象|抽查比例', '甲检查|《旅游法》|县文旅局|旅行社|根据实际情况确定'),
      items,
    );
    expect(valuesOf(reading)).toMatchObject([{ ratio: null, ratioText: '根据实际情况确定', drawsPerYear: 0 }]);
    expect(reading.doubts.map((each) => each.doubt.kind)).toEqual(['ratio-unread']);
  });

  it('an item without a code gets one of its body and name, the same at every import', () => {
    const grid = gridOf(
      '抽查事项名称|抽查依据|抽查主体|抽查对象',
      '甲检查|《旅游法》|县文旅局|旅行社',
      '乙检查|《旅游法》|县文旅局|旅行社',
    );
    const codes = () => valuesOf(read(grid, items)).map((each) => each.code);
    expect(codes()).toEqual(codes());
    expect(new Set(codes()).size).toBe(2);
  });
});

describe('rows of the list of joint matters', () => {
  const header = '监管责任事项|检查依据|牵头责任部门|相关配合部门';

  it('S2-09, S2-10: matter, basis, lead and partners; the last 部门 stands for all named before it', () => {
    const grid = gridOf(
      header,
      '娱乐场所检查|《娱乐场所管理条例》|文化和旅游局|公安、卫生健康、市场监管部门,消防救援机构',
    );
    expect(valuesOf(read(grid, jointMatters))).toMatchObject([
      { lead: 'wtlj', partners: ['gaj', 'wjj', 'scjg', 'xfdd'] },
    ]);
  });

  it('S2-10: a row without a lead is refused, and so is one whose lead is among its partners', () => {
    const grid = gridOf(header, '甲|《法》||公安部门', '乙|《法》|公安部门|公安部门');
    expect(said(grid, jointMatters)).toEqual([
      '第 2 行 C2 单元格“牵头责任部门”：必填，不能为空。',
      '第 3 行 D3 单元格“相关配合部门”“公安部门”：与“牵头责任部门”是同一单位。',
    ]);
  });
});

describe('rows of the departments', () => {
  it('54号: the office as inspecting body is refused', () => {
    const grid = gridOf(
      '单位代码|单位名称|单位类别|行政执法主体资格|加入日期',
      'ljb|联席会议办公室|联席会议办公室|是|2020-01-01',
    );
    expect(said(grid, departmentSheet)[0]).toContain('国办发〔2024〕54号');
  });

  it('an importer’s statement fills a column that the file lacks, and the report repeats it', () => {
    const stated = contextOf({ departments, assume: { joined: '2020-01-01' } });
    const reading = read(gridOf('单位代码|单位名称', 'a|清源县林业局'), departmentSheet, stated);
    expect([valuesOf(reading)[0]?.joined, reading.recognised.assumed]).toEqual(['2020-01-01', ['joined']]);
  });

  it('a cell with several departments says which of them is wrong and what is near; a list for the chat does not quote it', () => {
    const header = '抽查任务名称|抽查事项|牵头部门|配合部门|抽查比例|抽查时间';
    const plan = (partners: string) => gridOf(header, `甲抽查|证照|县文旅局|${partners}|5%|2026-05-06至2026-06-30`);
    expect(said(plan('县公安局、民政局、卫生监康局'), planTasks)).toEqual([
      '第 2 行 D2 单元格“配合部门”“县公安局、民政局、卫生监康局”：“民政局”；“卫生监康局”（是否为：清源县卫生健康局）：成员单位中没有该单位，或有多个单位与此名称相符。请填写单位全称或代码。',
    ]);
    expect(said(plan('民政局'), planTasks)).toEqual([
      '第 2 行 D2 单元格“配合部门”“民政局”：成员单位中没有该单位，或有多个单位与此名称相符。请填写单位全称或代码。',
    ]);
    const [faulty] = read(plan('县公安局、民政局'), planTasks).rejected.flatMap(({ faults }) => faults);
    expect(faulty === undefined ? '' : wordsOfFaultyUnquoted(faulty).zh).toBe(
      '第 2 行 D2 单元格“配合部门”：所列第 2 个不是成员单位，或有多个单位与此名称相符。请填写单位全称或代码。',
    );
  });

  it('a slip of one character still finds what is near, and no other body', () => {
    const near = ['卫生监康局', '消防救援大', '市场监督管里局', '民政局', '公交局'].map((text) => {
      const named = context.departments.find(text);
      return named.kind === 'unknown' ? named.near : named.code;
    });
    expect(near).toEqual([['清源县卫生健康局'], ['清源县消防救援大队'], ['清源县市场监督管理局'], [], []]);
  });

  it('short names and 部门 mean a department only where one can be meant', () => {
    const found = ['市场监管部门', '县文旅局', '清源县公安局', '局'].map((text) => context.departments.find(text));
    expect(found.map((each) => (each.kind === 'found' ? each.code : null))).toEqual(['scjg', 'wtlj', 'gaj', null]);
  });
});
