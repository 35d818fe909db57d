import { describe, expect, it } from 'vitest';
import {
  capOf,
  ceilingsOf,
  coverageOf,
  directionOf,
  fallbackOf,
  floorsOf,
  orderOf,
  owedOf,
  ownRatiosOf,
  platformOf,
  publicationsOf,
  schemesOf,
} from '../../core/policy/ask.ts';
import { deadlineOf, dueDays, finishBy, publicationDue } from '../../core/policy/due.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { bulletinsOf, targetsFor, targetsOf } from '../../core/policy/measure.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import { asksFor, leavesInPeace, listsPeoplesWork, readsByItself, said } from './tables.ts';

const shishi: Policy = shishi2024;
const ON = '2024-06-01';
const calendar = chineseCalendar();
const year2024 = { year: 2024, from: '2024-01-01', to: '2024-12-31' };

describe('石狮 2024：文件', () => {
  it('S1-01 文号和日期可查', () => {
    expect(shishi.head.number?.value).toBe('狮市监[2024]7号');
    expect(shishi.head.date.value).toBe('2024-04-25');
    expect(shishi.from).toBe('2024-04-25');
    expect(shishi.head.title.value).toBe('石狮市市场监督管理局关于印发2024年“双随机、一公开”监管工作计划的通知');
    expect(shishi.head.issuers.value).toEqual(['石狮市市场监督管理局']);
    expect([shishi.head.indexNumber, shishi.head.publishedOn, shishi.head.seal]).toEqual([null, null, null]);
    expect(shishi.term.value).toEqual({ kind: 'year', year: 2024 });
  });

  it('S1-02 印发各内设股（室）、市场监督管理所、事业单位三类单位', () => {
    expect(shishi.head.addressees.map(({ value }) => value)).toEqual([
      { name: '各内设股(室)', party: 'section', member: true },
      { name: '市场监督管理所', party: 'section', member: true },
      { name: '事业单位', party: 'section', member: true },
    ]);
  });

  it('S1-03 此件主动公开', () => {
    expect(shishi.head.disclosure?.value).toBe('active');
  });

  it('S1-04 依据泉州市局泉市监[2024]52号', () => {
    expect(shishi.head.superiors.map(({ value }) => value)).toEqual([
      {
        title: '泉州市市场监管局关于印发2024年泉州市市场监管系统“双随机、一公开”抽查工作计划的通知',
        number: '泉市监[2024]52号',
      },
    ]);
  });

  it('S1-13 附件是抽查工作计划表', () => {
    expect(shishi.head.annexes.map(({ value }) => value)).toEqual(['抽查工作计划表']);
  });
});

describe('石狮 2024：抽查对象与比例', () => {
  it('S1-05 全年全市企业抽查比例不低于 3.5%：1000 户抽 34 户就不够', () => {
    expect(floorsOf(shishi, ON).map(said)).toEqual([
      [{ bound: 'at-least', bp: 350, of: { kind: 'types', types: ['enterprise'] }, binding: 'firm' }, '一'],
    ]);
    const [floor] = floorsOf(shishi, ON);
    expect(34 * 10000 >= (floor?.value.bp ?? 0) * 1000).toBe(false);
    expect(35 * 10000 >= (floor?.value.bp ?? 0) * 1000).toBe(true);
    expect(ceilingsOf(shishi, ON)).toEqual([]);
  });

  it('S1-05 全国的 3% 自 2025 年修订起另列在后，不替代本地的 3.5%', () => {
    expect(coverageOf(shishi, '2025-06-01').map(({ value }) => value.bp)).toEqual([350, 300]);
  });

  it('S1-21 常态化运用通用型信用分类，S1-17 并看监管风险指数', () => {
    expect(schemesOf(shishi, ON).map(said)).toEqual([
      [
        {
          id: 'credit',
          types: ['enterprise'],
          like: null,
          classes: [
            { label: 'A', zh: 'A类' },
            { label: 'B', zh: 'B类' },
            { label: 'C', zh: 'C类' },
            { label: 'D', zh: 'D类' },
          ],
        },
        '三(二)',
      ],
      [{ id: 'risk-index', types: ['enterprise'], like: null, classes: [] }, '三(一)'],
    ]);
    expect(fallbackOf(shishi, ON)).toBeNull();
  });

  it('S1-23 S1-24 ABCD 四类各有抽查比例，专业领域除外', () => {
    expect(said(ownRatiosOf(shishi, ON))).toEqual([{ scheme: 'credit', exceptProfessional: true }, '三(二)']);
  });

  it('S1-26 监管资源向信用异常主体倾斜：比例从 A 到 D 依次提高', () => {
    expect(said(orderOf(shishi, 'credit', ON))).toEqual([['A', 'B', 'C', 'D'], '三(二)']);
    expect(directionOf(shishi, 'share', { scheme: 'credit', label: 'D' }, ON)).toBeNull();
  });

  it('文件没有规定一年检查几次', () => {
    expect(capOf(shishi, { area: 'general', of: { scheme: 'credit', label: 'B' } }, ON)).toBeNull();
  });
});

describe('石狮 2024：平台与时限', () => {
  it.each([
    ['S1-28', '抽查方案的制定', 'plan'],
    ['S1-29', '检查对象的抽取', 'subjects'],
    ['S1-30', '检查人员的抽取', 'inspectors'],
    ['S1-31', '检查结果的录入', 'outcomes'],
  ] as const)('%s %s以省级平台为准', (_id, _what, step) => {
    expect(said(platformOf(shishi, step, ON))).toEqual(['福建省市场监管智慧应用一体化平台', '三(三)']);
  });

  it('S1-34 各个抽查任务 2024 年 11 月 20 日前完成抽查并向社会公示', () => {
    expect(finishBy(shishi, year2024, calendar)).toMatchObject({
      deadline: { key: 'finish-and-publish', by: ['section'], to: [], binding: 'firm' },
      due: '2024-11-20',
      andPublished: true,
      source: { clause: '三(四)' },
    });
    const task = { ended: '2024-11-19', field: '', planDays: 20 };
    expect(publicationDue(shishi, task, calendar)).toMatchObject({ date: '2024-11-20', whose: 'policy' });
    expect(deadlineOf(shishi, 'publish', ON)).toBeNull();
    expect(publicationsOf(shishi, 'outcome', ON).map(said)).toEqual([
      [{ what: 'outcome', channels: ['福建省市场监管智慧应用一体化平台'], each: 'all' }, '三(四)'],
    ]);
  });

  it('S1-54 S1-55 6月25日前报上半年、12月5日前报全年，报市场规范监管股', () => {
    const reports = dueDays(shishi, year2024, calendar).filter(({ deadline }) => deadline.key.endsWith('report'));
    expect(reports).toMatchObject([
      {
        deadline: { key: 'half-year-report', by: ['section'], to: ['market-section'], binding: 'firm' },
        due: '2024-06-25',
        source: { clause: '末段' },
      },
      {
        deadline: { key: 'year-report', by: ['section'], to: ['market-section'], binding: 'firm' },
        due: '2024-12-05',
        source: { clause: '末段' },
      },
    ]);
    expect(shishi.deadlines).toHaveLength(3);
  });

  it('S1-56 平台和抽查中的问题、好的做法反馈市场规范监管股', () => {
    expect(shishi.contactRoutes.map(({ value }) => value)).toEqual([
      { about: 'platform-or-practice', to: 'market-section' },
    ]);
  });
});

describe('石狮 2024：指标', () => {
  it.each([
    ['S1-06', '抽查任务按时完成率 100%', 'on-time', { kind: 'share', bp: 10000 }],
    ['S1-07', '抽查结果公示率 100%', 'published', { kind: 'share', bp: 10000 }],
    ['S1-08', '抽查发现问题后续处置率 100%', 'followed-up', { kind: 'share', bp: 10000 }],
    ['S1-25', '采取差异化抽查的户数占比不低于 85%', 'differentiated', { kind: 'share', bp: 8500 }],
    ['S1-27', '提高问题发现率，不定数字', 'finding-rate', { kind: 'rise' }],
    ['S1-50', '保证抽查任务全面完成', 'plan-finished', { kind: 'all' }],
  ] as const)('%s %s', (_id, _says, figure, goal) => {
    expect(targetsFor(shishi, figure, ON).map(({ value }) => value.goal)).toEqual([goal]);
  });

  it('没有别的指标，也没有规定通报', () => {
    expect(targetsOf(shishi, ON)).toHaveLength(6);
    expect(bulletinsOf(shishi, ON)).toEqual([]);
  });

  it('S1-14 S1-37 部门内部和部门联合两种计划', () => {
    expect(owedOf(shishi, 'own-plan', ON).map(said)).toEqual([
      [{ list: 'own-plan', by: ['section'], to: [], elements: ['部门内部', '部门联合'] }, '四(二)'],
    ]);
    expect(shishi.owed).toHaveLength(1);
  });

  it('S1-46 杜绝走形式、随意录入', () => {
    expect(shishi.badChecks?.value).toEqual(['走形式', '随意录入检查结果']);
  });
});

describe('石狮 2024：没有数字的规则', () => {
  asksFor(shishi, [
    ['S1-09', '有效整合抽查实施任务', 'merge-tasks', '一'],
    ['S1-10', '突出信用风险主体监管', 'risk-subjects-first', '一'],
    ['S1-11', '先完成省、市统一任务', 'superior-tasks-first', '二'],
    ['S1-12', '本级任务根据重点领域、多发风险', 'local-task-ground', '二'],
    ['S1-14', '制定辖区内年度抽查计划', 'one-plan-a-year', '三(一)'],
    ['S1-15', '跟踪年度计划执行情况', 'plan-tracked', '三(一)'],
    ['S1-16', '督促按时完成各项抽查任务', 'sections-reminded', '三(一)'],
    ['S1-17', '按事项类型、信用等级、风险指数细化安排', 'tiers-from-attributes', '三(一)'],
    ['S1-18', '任务分工到股室和人', 'section-and-officer-named', '三(一)'],
    ['S1-19', '省、市局牵头，本局配合', 'superior-leads-we-assist', '三(一)'],
    ['S1-20', '牵头股室根据派发任务组织实施', 'sign-superior-tasks', '三(一)'],
    ['S1-22', '动态调整抽查比例和频次', 'changes-are-versions', '三(二)'],
    ['S1-32', '数据互联互通、涉企信息统一归集公示', 'records-reconciled', '三(三)'],
    ['S1-33', '按时限要求完成上级任务', 'superior-dates-kept', '三(四)'],
    ['S1-37', '部门内部及部门联合计划都要制定与实施', 'internal-and-joint-plans', '四(二)'],
    ['S1-38', '无事不扰、无处不在', 'no-disturbance', '四(二)'],
    ['S1-39', '进一次门、查多项事', 'one-combined-visit', '四(三)'],
    ['S1-40', '认真录入、严格审核、按时公示', 'entry-review-publish', '四(三)'],
    ['S1-41', '列入经营异常名录前事前提醒', 'remind-before-abnormal-list', '四(三)'],
    ['S1-42', '落实八条措施，审慎列异', 'caution-in-listing', '四(三)'],
    ['S1-43', '引导企业及时纠错、尽快修复信用', 'correct-and-repair', '四(三)'],
    ['S1-45', '开展抽查回访和调研', 'revisit', '四(五)'],
    ['S1-46', '杜绝随意录入检查结果', 'no-careless-entry', '四(五)'],
    ['S1-47', '与省、市局计划衔接', 'fit-superior-plans', '四(五)'],
    ['S1-48', '多个任务重复抽到的主体合并检查', 'merge-drawn-twice', '四(五)'],
    ['S1-49', '加强沟通反馈、及时协调解决', 'problems-solved', '四(五)'],
    ['S1-52', '严格按照年度抽查计划组织实施', 'only-planned-tasks', '末段'],
    ['S1-53', '及时报送工作进展', 'progress-sent', '末段'],
  ]);
});

describe('石狮 2024：无事不扰', () => leavesInPeace(shishi, 'S1-38', '四(二)'));

describe('石狮 2024：人的工作', () => {
  listsPeoplesWork(shishi, [
    ['S1-35', '强化组织领导和统筹协调', 'leading and overall planning', '四(一)'],
    ['S1-36', '业务股(室)对本条线的业务指导', 'sections guide their line of work', '四(一)'],
    [
      'S1-44',
      '一线执法人员培训：平台应用、工作指引、后续处理',
      'training of front-line staff in platform, guide and follow-up',
      '四(四)',
    ],
    [
      'S1-51',
      '上级纳入绩效考评和优化营商环境评价',
      'counted by the superior bureau in performance and business-environment evaluation',
      '末段',
    ],
  ]);
  readsByItself(shishi, ['order', 'exceptions.0']);
});
