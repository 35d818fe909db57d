import { describe, expect, it } from 'vitest';
import {
  directionOf,
  floorsOf,
  orderOf,
  owedOf,
  platformOf,
  publicationsOf,
  schemesOf,
} from '../../core/policy/ask.ts';
import { deadlineOf, dueDays, finishBy, publicationDue } from '../../core/policy/due.ts';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { bulletinsOf, targetsFor, targetsOf } from '../../core/policy/measure.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { said } from './tables.ts';

const ganzhou: Policy = ganzhou2023;
const ON = '2023-06-01';
const calendar = chineseCalendar();
const year2023 = { year: 2023, from: '2023-01-01', to: '2023-12-31' };

describe('甘州 2023：文件', () => {
  it('S4-01 文号和日期可查', () => {
    expect(ganzhou.head.number?.value).toBe('甘州联办发〔2023〕01号');
    expect(ganzhou.head.date.value).toBe('2023-03-31');
    expect(ganzhou.from).toBe('2023-03-31');
    expect(ganzhou.head.title.value).toBe('关于开展2023年度全区市场监管领域部门联合“双随机、一公开”监管工作的通知');
    expect(ganzhou.head.issuers.value).toEqual(['甘州区市场监管领域部门联合“双随机、一公开”监管联席会议办公室']);
    expect([ganzhou.head.indexNumber, ganzhou.head.publishedOn, ganzhou.head.disclosure]).toEqual([null, null, null]);
    expect(ganzhou.term.value).toEqual({ kind: 'year', year: 2023 });
  });

  it('S4-02 印发区政府各有关部门、单位', () => {
    expect(ganzhou.head.addressees.map(({ value }) => value)).toEqual([
      { name: '区政府各有关部门、单位', party: 'member', member: true },
    ]);
  });

  it('S4-22 S4-23 S4-24 S4-87 S4-88 五个附件', () => {
    expect(ganzhou.head.annexes.map(({ value }) => value)).toEqual([
      '抽查事项清单（第二版）',
      '全省联合抽查计划',
      '部门内抽查计划',
      '部门联合抽查会商函模板',
      '组织实施专项抽查计划通知模板',
    ]);
    expect(ganzhou.head.superiors.map(({ value }) => value)).toEqual([
      { title: '2023年全省市场监管领域部门联合“双随机、一公开”抽查计划', number: null },
    ]);
  });

  it('S4-89 落款代章，文件没有写明由谁代章', () => {
    expect(ganzhou.head.seal?.value).toEqual({ by: null });
  });
});

describe('甘州 2023：分类与比例', () => {
  it('S4-04 按信用风险四类差异化监管（四类的名称是我们的理解）', () => {
    expect(schemesOf(ganzhou, ON).map(said)).toEqual([
      [
        {
          id: 'credit',
          types: ['enterprise'],
          like: null,
          classes: [
            { label: 'A', zh: '信用风险低' },
            { label: 'B', zh: '信用风险一般' },
            { label: 'C', zh: '信用风险较高' },
            { label: 'D', zh: '信用风险高' },
          ],
        },
        '一',
      ],
    ]);
  });

  it('S4-06 无事不扰，S4-35 对高风险或有不良记录的加大抽查力度', () => {
    expect(said(directionOf(ganzhou, 'share', { scheme: 'credit', label: 'A' }, ON))).toEqual(['below-usual', '一']);
    expect(said(directionOf(ganzhou, 'share', { scheme: 'credit', label: 'D' }, ON))).toEqual([
      'above-usual',
      '二(二)2',
    ]);
    expect(said(orderOf(ganzhou, 'credit', ON))).toEqual([['A', 'B', 'C', 'D'], '二(二)2']);
    expect(ganzhou.directions).toHaveLength(2);
  });

  it('文件没有规定全年抽查比例', () => {
    expect(floorsOf(ganzhou, ON)).toEqual([]);
  });
});

describe('甘州 2023：时限', () => {
  it('S4-49 每次抽查任务完成后 20 个工作日内公示：2023-09-22 完成的，最后一天是 2023-10-26', () => {
    const task = { ended: '2023-09-22', field: '旅游', planDays: 5 };
    expect(publicationDue(ganzhou, task, calendar)).toMatchObject({
      date: '2023-10-26',
      provisional: false,
      whose: 'policy',
      workingDays: 20,
      source: { document: '甘州联办发〔2023〕01号', clause: '二(二)3', basis: 'text' },
    });
    expect(deadlineOf(ganzhou, 'publish', ON)?.value).toEqual({
      key: 'publish',
      when: { kind: 'working-days', n: 20, after: 'task-end' },
      by: ['member'],
      to: [],
      binding: 'firm',
    });
  });

  it('S4-84 所有任务原则上 11 月 30 日前全部完成', () => {
    expect(finishBy(ganzhou, year2023, calendar)).toMatchObject({
      deadline: { key: 'finish', by: ['member'], to: [], binding: 'in-principle' },
      due: '2023-11-30',
      andPublished: false,
      source: { clause: '二(四)2' },
    });
    expect(dueDays(ganzhou, year2023, calendar)).toHaveLength(1);
  });

  it('S4-19 计划发布前会商：牵头部门与配合部门', () => {
    expect(said(deadlineOf(ganzhou, 'consult-partners', ON))).toEqual([
      {
        key: 'consult-partners',
        when: { kind: 'before', event: 'plan-publication' },
        by: ['lead'],
        to: ['partner'],
        binding: 'firm',
      },
      '二(一)2',
    ]);
    expect(ganzhou.deadlines).toHaveLength(3);
  });

  it('S4-82 每季度通报，S4-85 定期通报计划执行情况', () => {
    expect(bulletinsOf(ganzhou, ON).map(said)).toEqual([
      [{ every: 'quarter', by: ['office'] }, '二(四)2'],
      [{ every: 'regular', by: ['office'] }, '二(四)2'],
    ]);
    expect(ganzhou.supervisors?.value).toEqual(['office']);
  });
});

describe('甘州 2023：指标', () => {
  const all = { kind: 'all' };
  const full = { kind: 'share', bp: 10000 };
  const ninety = { kind: 'share', bp: 9000 };
  it.each([
    ['S4-05', '减少对企业检查频率', 'visits-merged', '一', { kind: 'rise' }],
    ['S4-25', '部门内监管全覆盖', 'items-planned', '二(二)1', all],
    ['S4-26', '制订的计划 100% 组织实施完成', 'plan-finished', '二(二)1', full],
    ['S4-36', '提高问题发现率', 'finding-rate', '二(二)2', { kind: 'rise' }],
    ['S4-37', '信用风险分类结果应用率达 90% 以上', 'classes-applied', '二(二)2', ninety],
    ['S4-45', '发现问题后续处置率达 100%', 'followed-up', '二(二)2', full],
    ['S4-47', '掌上执法率达 90% 以上', 'mobile-entry', '二(二)3', ninety],
    ['S4-52', '到期任务按时完成率 100%', 'on-time', '二(二)3', full],
    ['S4-53', '检查结果公示率达 100%', 'published', '二(二)3', full],
    ['S4-61', '所有执法人员信息全部录入', 'officers-entered', '二(三)1', all],
    ['S4-63', '执法人员 100% 正常使用系统', 'officers-active', '二(三)1', full],
    ['S4-64', '目录清单认领率达到 100%', 'claimed', '二(三)2', full],
    ['S4-65', '检查实施清单制定率 100%', 'implemented', '二(三)2', full],
    ['S4-66', '检查实施清单合规率 100%', 'compliant', '二(三)2', full],
    ['S4-67', '监管事项分解率达到 100%', 'broken-down', '二(三)2', full],
    ['S4-68', '监管事项检查覆盖率达到 100%', 'items-finished', '二(三)2', full],
    ['S4-69', '五类信息 100% 录入', 'records-entered', '二(三)3', full],
    ['S4-70', '五类信息公示率达到 100%', 'records-published', '二(三)3', full],
    ['S4-71', '荣誉、惩戒、扶持信息 100% 归集公示', 'other-records', '二(三)3', full],
    [
      'S4-74',
      '全年发布曝光台信息 5 条以上',
      'exposures',
      '二(三)3',
      { kind: 'count', n: 5, per: 'year', each: 'department' },
    ],
  ] as const)('%s %s', (_id, _says, figure, clause, goal) => {
    expect(targetsFor(ganzhou, figure, ON).map(said)).toEqual([[{ figure, goal }, clause]]);
  });

  it('S4-72 S4-73 监管动态信息每月至少 2 条、全年 20 条以上，两条都要算', () => {
    expect(targetsFor(ganzhou, 'news', ON).map(({ value }) => value.goal)).toEqual([
      { kind: 'count', n: 2, per: 'month', each: 'department' },
      { kind: 'count', n: 20, per: 'year', each: 'department' },
    ]);
    expect(targetsOf(ganzhou, ON)).toHaveLength(22);
  });
});

describe('甘州 2023：平台、清单、处置', () => {
  it('S4-51 结果录入“双随机监管”系统，S4-32 计划邀约也在系统上', () => {
    expect(said(platformOf(ganzhou, 'outcomes', ON))).toEqual(['“双随机监管”系统', '二(二)3']);
    expect(said(platformOf(ganzhou, 'plan', ON))).toEqual(['“双随机监管”系统', '二(二)1']);
    expect(platformOf(ganzhou, 'subjects', ON)).toBeNull();
    expect(publicationsOf(ganzhou, 'outcome', ON).map(({ value }) => value)).toEqual([
      { what: 'outcome', channels: ['“双随机监管”系统'], each: 'all' },
    ]);
    expect(publicationsOf(ganzhou, 'penalty', ON).map(({ value }) => value)).toEqual([
      { what: 'penalty', channels: ['甘肃省“互联网+监管”系统'], each: 'all' },
    ]);
  });

  it.each([
    ['S4-12', 'items', '一单', '二(一)1'],
    ['S4-12', 'subjects', '检查对象库', '二(一)1'],
    ['S4-12', 'inspectors', '执法人员库', '二(一)1'],
    ['S4-12', 'rule', '一细则', '二(一)1'],
    ['S4-65', 'implementation', '检查实施清单', '二(三)2'],
    ['S4-24', 'own-plan', '部门内抽查计划', '二(二)1'],
  ] as const)('%s %s：%s由各部门完善', (_id, list, _what, clause) => {
    expect(owedOf(ganzhou, list, ON).map(said)).toEqual([[{ list, by: ['member'], to: [], elements: [] }, clause]]);
  });

  it('S4-59 综合运用行政强制、行政处罚、联合惩戒、移送司法机关', () => {
    expect(ganzhou.disposals?.value).toEqual(['coercion', 'penalty', 'joint-punishment', 'judicial-transfer']);
  });

  it('S4-60 在行业准入、项目审批、获得信贷方面联合惩戒', () => {
    expect(ganzhou.punishmentFields?.value).toEqual(['行业准入', '项目审批', '获得信贷']);
  });
});
