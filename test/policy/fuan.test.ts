import { describe, expect, it } from 'vitest';
import {
  coverageOf,
  directionOf,
  drawsPerYearOf,
  drawWaysOf,
  entryGroundsOf,
  floorsOf,
  keyFieldsOf,
  keySafetiesOf,
  methodsOf,
  officeBarred,
  orderOf,
  owedOf,
  platformOf,
  publicationsOf,
  recordSignersOf,
  schemesOf,
  substitutesOf,
  witnessesOf,
} from '../../core/policy/ask.ts';
import { deadlineOf, dueDays, policyYear, policyYearOf } from '../../core/policy/due.ts';
import { fuan2018 } from '../../core/policy/fuan-2018.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { targetsOf } from '../../core/policy/measure.ts';
import { withOverride } from '../../core/policy/override.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { said } from './tables.ts';

const fuan: Policy = fuan2018;
const ON = '2018-10-15';
const key = { scheme: 'key-directory', label: '重点' };

describe('福安 2018：文件', () => {
  it('S2-01 标题、日期、两个印发机关；文件没有文号', () => {
    expect(fuan.head.title.value).toBe('2018年全面推行“双随机一公开”监管机制加强事中事后监管工作的实施方案');
    expect(fuan.head.number).toBeNull();
    expect(fuan.head.date.value).toBe('2018-09-21');
    expect(fuan.head.publishedOn?.value).toBe('2018-09-25');
    expect(fuan.head.issuers.value).toEqual(['福安市市场监督管理局', '福安市审改办']);
    expect(fuan.from).toBe('2018-09-21');
    expect(fuan.head.addressees.map(({ value }) => value)).toEqual([
      { name: '市直各有关单位', party: 'member', member: true },
    ]);
    expect([fuan.head.indexNumber, fuan.head.seal, fuan.head.disclosure, fuan.head.annexes]).toEqual([
      null,
      null,
      null,
      [],
    ]);
  });

  it('S2-01 首个政策年度是 2018 年，以后逐年', () => {
    const first = { year: 2018, from: '2018-01-01', to: '2018-12-31' };
    expect(fuan.term.value).toMatchObject({ kind: 'standing' });
    expect(policyYear(fuan, 2018)).toEqual({ ok: true, value: first });
    expect(policyYearOf(fuan, '2018-03-01')).toEqual({ ok: true, value: first });
    expect(policyYearOf(fuan, '2020-03-01')).toEqual({
      ok: true,
      value: { year: 2020, from: '2020-01-01', to: '2020-12-31' },
    });
  });

  it('S2-02 依据宁工商综〔2018〕74号', () => {
    expect(fuan.head.superiors.map(({ value }) => value)).toEqual([
      { title: '关于全面推行“双随机一公开”监管机制加强事中事后监管工作的实施方案', number: '宁工商综〔2018〕74号' },
    ]);
  });

  it('S2-80 九个部门加强重点领域监管，S2-81 四个部门提出管什么、怎么管', () => {
    expect(fuan.memberDuties.map(({ value }) => value)).toEqual([
      {
        members: [
          '市发改局',
          '市经信局',
          '市公安局',
          '市住建局',
          '市环保局',
          '市交通局',
          '市市场监管局',
          '市安监局',
          '市物价局',
        ],
        duty: {
          zh: '加强安全生产、公共安全、环境保护、交通安全、市场监管、食品安全等重点领域的监管',
          en: 'strengthen the key fields: work safety, public safety, environment, traffic, market, food',
        },
      },
      {
        members: ['市卫计局', '市教育局', '市科技局', '市文体新局'],
        duty: { zh: '提出部门“管什么、怎么管”的意见', en: 'say what they supervise and how' },
      },
    ]);
  });

  it('S2-77 S2-92 市市场监管局会同市审改办督查', () => {
    expect(fuan.supervisors?.value).toEqual(['regulator', 'reform-office']);
  });

  it('S2-94 涉企问题找市场监管局，社会组织问题找审改办', () => {
    expect(fuan.contactRoutes.map(({ value }) => value)).toEqual([
      { about: 'company', to: 'regulator' },
      { about: 'other-organisation', to: 'reform-office' },
    ]);
  });
});

describe('福安 2018：比例与频次', () => {
  it('S2-17 随机抽查比例原则上不低于辖区市场主体的 5%，个体工商户、合作社都算', () => {
    expect(floorsOf(fuan, ON).map(said)).toEqual([
      [
        {
          bound: 'at-least',
          bp: 500,
          of: { kind: 'types', types: ['enterprise', 'sole-trader', 'cooperative'] },
          binding: 'in-principle',
        },
        '二(一)2',
      ],
    ]);
    expect(490 >= (floorsOf(fuan, ON)[0]?.value.bp ?? 0)).toBe(false);
  });

  it('S2-18 抽查频次原则上每年不少于 2 次', () => {
    expect(said(drawsPerYearOf(fuan, ON))).toEqual([{ atLeast: 2, binding: 'in-principle' }, '二(一)2']);
  });

  it('S2-04 食品、道路运输、安全生产、物业四个领域加大抽查力度', () => {
    expect(said(keyFieldsOf(fuan, ON))).toEqual([['食品', '道路运输', '安全生产', '物业'], '一']);
  });

  it('S2-74 涉及五种安全的事项重点监管', () => {
    expect(said(keySafetiesOf(fuan, ON))).toEqual([
      ['public', 'economic', 'ecological', 'production', 'ideological'],
      '二(四)',
    ]);
  });

  it('S2-05 高风险市场主体的抽查比例和频次都高于一般', () => {
    expect(said(directionOf(fuan, 'share', key, ON))).toEqual(['above-usual', '一']);
    expect(said(directionOf(fuan, 'frequency', key, ON))).toEqual(['above-usual', '二(三)1']);
    expect(said(orderOf(fuan, 'key-directory', ON))).toEqual([['一般', '重点'], '一']);
  });

  it('S2-20 重点领域、高风险的市场主体列入重点抽查名录库', () => {
    expect(said(entryGroundsOf(fuan, key, ON))).toEqual([['重点领域', '高风险'], '二(一)2']);
    expect(schemesOf(fuan, ON).map(said)).toEqual([
      [
        {
          id: 'key-directory',
          types: ['enterprise', 'sole-trader', 'cooperative'],
          like: null,
          classes: [
            { label: '一般', zh: '一般' },
            { label: '重点', zh: '重点' },
          ],
        },
        '二(一)2',
      ],
    ]);
  });

  it('S2-85 国务院、省、市另有规定的从其规定：自其施行之日起换值，两个出处都保留', () => {
    const entered = withOverride(fuan, {
      from: '2019-06-01',
      items: [],
      source: { document: '某省规定', clause: '第五条', quote: '不低于3%' },
      change: { kind: 'coverage', bound: 'at-least', bp: 300 },
    });
    if (!entered.ok) throw new Error(entered.error.kind);
    expect(coverageOf(entered.value, '2019-05-31')[0]?.value.bp).toBe(500);
    expect(coverageOf(entered.value, '2019-06-01')[0]).toMatchObject({
      value: { bp: 300 },
      source: { document: '某省规定' },
      instead: { clause: '二(一)2' },
    });
  });
});

describe('福安 2018：抽取', () => {
  it('S2-32 采用摇号、机选、抽签', () => {
    expect(said(drawWaysOf(fuan, ON))).toEqual([['lottery-machine', 'computer', 'lot'], '二(二)1']);
  });

  it('S2-35 S2-36 检查人员递补：依法回避或因客观原因无法参与', () => {
    expect(said(substitutesOf(fuan, ON))).toEqual([{ on: ['recusal', 'unable'] }, '二(二)1']);
  });

  it('S2-38 记录表由抽取工作人员和监督人员签字', () => {
    expect(said(recordSignersOf(fuan, ON))).toEqual([['drawer', 'supervisor'], '二(二)1']);
  });

  it('S2-42 可邀请人大代表、政协委员、纪检监察部门或社会第三方现场监督', () => {
    expect(said(witnessesOf(fuan, ON))).toEqual([['人大代表', '政协委员', '纪检监察部门', '社会第三方'], '二(二)1']);
  });

  it('S2-43 可以在自己的系统上抽取，外部平台不是抽取的记录', () => {
    expect(fuan.ownSystem?.value).toBe(true);
    for (const step of ['plan', 'subjects', 'inspectors', 'outcomes'] as const)
      expect(platformOf(fuan, step, ON)).toBeNull();
  });

  it('S2-47 可采取实地检查、书面检查和网络监测', () => {
    expect(said(methodsOf(fuan, ON))).toEqual([['on-site', 'desk', 'online'], '二(二)2']);
  });

  it('S2-69 可委托会计师、税务师、律师事务所', () => {
    expect(fuan.assistants?.value).toEqual(['会计师事务所', '税务师事务所', '律师事务所']);
  });

  it('国办发〔2024〕54号在 2018 年还没有，不约束那时的抽查', () => {
    expect(officeBarred(fuan, ON)).toBeNull();
  });
});

describe('福安 2018：公开', () => {
  const channels = (what: 'plan' | 'item-list' | 'joint-list' | 'outcome' | 'draw') =>
    publicationsOf(fuan, what, ON).map(said);
  const publicity = '国家企业信用信息公示系统(福建)';

  it('S2-27 年度计划通过门户网站、公示系统、公告栏等任一途径公布', () => {
    expect(channels('plan')).toEqual([
      [{ what: 'plan', channels: ['门户网站', publicity, '公告栏'], each: 'any' }, '二(一)3'],
    ]);
  });

  it('S2-26 计划在抽取前公布', () => {
    expect(said(deadlineOf(fuan, 'publish-plan', ON))).toEqual([
      {
        key: 'publish-plan',
        when: { kind: 'before', event: 'first-draw' },
        by: ['member'],
        to: [],
        binding: 'firm',
      },
      '二(一)3',
    ]);
    const year = { year: 2018, from: '2018-01-01', to: '2018-12-31' };
    expect(dueDays(fuan, year, chineseCalendar())).toEqual([]);
    expect(fuan.deadlines).toHaveLength(1);
  });

  it('S2-28 事项清单在政府门户或部门网站公布，S2-14 两单及时公布、动态管理', () => {
    expect(channels('item-list')).toEqual([
      [{ what: 'item-list', channels: ['政府门户网站', '部门网站'], each: 'any' }, '二(一)4'],
    ]);
    expect(channels('joint-list')).toEqual([[{ what: 'joint-list', channels: [], each: 'any' }, '二(一)1']]);
  });

  it('S2-30 S2-31 结果录入部门协同监管平台，再推送公示系统', () => {
    expect(channels('outcome')).toEqual([
      [{ what: 'outcome', channels: ['部门协同监管平台', publicity], each: 'all' }, '二(一)4'],
    ]);
  });

  it('S2-51 S2-52 抽查情况和结果通过六种渠道公布', () => {
    expect(channels('draw')).toEqual([
      [
        {
          what: 'draw',
          channels: ['网站', '报刊', '广播电视', '服务大厅(窗口)', '公开栏', '国家企业信用信息公示系统'],
          each: 'any',
        },
        '二(二)3',
      ],
    ]);
  });

  it('S2-06 监管全覆盖；S2-89 清单事项都要抽查；S2-90 结果均要公示', () => {
    expect(targetsOf(fuan, ON).map(said)).toEqual([
      [{ figure: 'departments-drawing', goal: { kind: 'all' } }, '一'],
      [{ figure: 'items-finished', goal: { kind: 'all' } }, '四(二)'],
      [{ figure: 'published', goal: { kind: 'all' } }, '四(二)'],
    ]);
  });
});

describe('福安 2018：两单两库一细则及其他', () => {
  it.each([
    [
      'S2-07 S2-08 S2-13',
      'items',
      '随机抽查事项清单有九个要素，报审改办和市场监管局',
      '二(一)1',
      ['reform-office', 'regulator'],
      [
        '抽查事项名称',
        '抽查依据',
        '抽查主体',
        '抽查对象',
        '抽查内容',
        '抽查标准和要点',
        '抽查方式',
        '抽查比例',
        '抽查频次',
      ],
    ],
    [
      'S2-09 S2-10 S2-13',
      'joint-matters',
      '多部门监管责任事项清单有四个要素',
      '二(一)1',
      ['reform-office', 'regulator'],
      ['监管责任事项', '检查依据', '牵头责任部门', '相关配合部门'],
    ],
    ['S2-15', 'inspectors', '执法检查人员名录库', '二(一)2', [], []],
    ['S2-16', 'subjects', '所有监管对象的名录库', '二(一)2', [], []],
    ['S2-20', 'key-directory', '重点抽查名录库', '二(一)2', [], []],
    ['S2-21', 'shared-pool', '本系统同类执法人员建库', '二(一)2', [], []],
    ['S2-22', 'experts', '专家名录库', '二(一)2', [], []],
    [
      'S2-24 S2-25',
      'rule',
      '细则明确目标、重点、方式、程序四部分',
      '二(一)3',
      [],
      ['抽查目标', '抽查重点', '抽查方式', '联合抽查、综合执法的具体程序'],
    ],
    ['S2-26', 'own-plan', '各部门年度抽查工作计划', '二(一)3', [], []],
    ['S2-44', 'check-form', '逐项制定检查表格', '二(二)2', [], []],
    [
      'S2-72',
      'key-supervision',
      '重点监管内容四项',
      '二(四)',
      [],
      ['监管责任科室', '重点监管事项', '年度重点监管任务', '监管计划'],
    ],
    ['S2-79', 'work-report', '监管工作情况报市市场监管局', '三', ['regulator'], []],
    ['S2-81', 'opinion', '管什么、怎么管的意见', '三', [], []],
    ['S2-88', 'system-rule', '本系统实施细则', '四(一)', [], []],
  ] as const)('%s %s：%s', (_id, list, _says, clause, to, elements) => {
    expect(owedOf(fuan, list, ON).map(said)).toEqual([
      [expect.objectContaining({ list, by: ['member'], to, elements }), clause],
    ]);
  });

  it('S2-81 意见只由点名的四个部门提出', () => {
    expect(owedOf(fuan, 'opinion', ON).map(({ value }) => value.members)).toEqual([
      ['市卫计局', '市教育局', '市科技局', '市文体新局'],
    ]);
  });

  it('S2-82 诚信档案和行业黑名单由市场监管局建立', () => {
    expect(owedOf(fuan, 'credit-files', ON).map(said)).toEqual([
      [{ list: 'credit-files', by: ['regulator'], to: [], elements: ['市场主体诚信档案', '行业黑名单'] }, '三'],
    ]);
    expect(fuan.owed).toHaveLength(15);
  });
});
