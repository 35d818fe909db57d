/** 时间、人员、审查与公布、纪律与职责: one rule broken at a time. */
import { describe, expect, it } from 'vitest';
import { indicatorIn } from '../../core/plan/review/duties.ts';
import { appears, silent } from './appears.ts';
import { county, found, withPlan, withTask } from './county.ts';
import { makeBody, makeDepartment } from './make.ts';

const sanming = county('三明');
const shishi = county('石狮');
const fuan = county('福安');
const wannian = county('万年');
const ganzhou = county('甘州');

describe('time', () => {
  it('三明 S0-02: 依据已废止的文件编制的计划被拒绝，写明日期', () => {
    const abolished = {
      ...sanming,
      policy: { ...sanming.policy, state: { kind: 'abolished' as const, from: '2025-06-23' } },
    };
    appears(sanming, abolished, 'not-in-force', { state: 'abolished', from: '2025-06-23', weight: 'refused' });
  });

  it('三明 引言: a plan drafted before its policy was issued is compiled under it, and this is said', () =>
    appears(sanming, withPlan(sanming, { draftedOn: '2025-06-10' }), 'not-in-force', {
      state: 'before-effect',
      weight: 'notice',
    }));

  it('a yearly policy has no other year', () =>
    appears(sanming, withPlan(sanming, { year: 2026 }), 'no-policy-year', { year: 2026, weight: 'refused' }));

  it('窗口颠倒、超出年度、晚于完成时限的任务被拒绝', () => {
    appears(ganzhou, withTask(ganzhou, { window: { from: '2023-06-30', to: '2023-06-01' } }), 'window-reversed');
    appears(ganzhou, withTask(ganzhou, { window: { from: '2022-12-01', to: '2023-05-31' } }), 'window-outside-year', {
      year: { from: '2023-01-01', to: '2023-12-31' },
    });
    appears(ganzhou, withTask(ganzhou, { due: '2023-05-30' }), 'window-after-due', {
      to: '2023-05-31',
      due: '2023-05-30',
    });
  });

  it('甘州 S4-84: 完成时限晚于 11 月 30 日，被指出；原则上的要求可以说明理由', () => {
    const late = (due: string) => withTask(ganzhou, { due, window: { from: '2023-11-01', to: '2023-11-30' } });
    appears(ganzhou, late('2023-12-01'), 'due-too-late', {
      due: '2023-12-01',
      limit: '2023-11-30',
      weight: 'in-principle',
    });
    silent(late('2023-11-30'), 'due-too-late');
  });

  it('石狮 S1-34: 11 月 19 日才检查，来不及公示，被指出', () => {
    const late = withTask(shishi, { window: { from: '2024-11-01', to: '2024-11-19' }, due: '2024-11-20' });
    appears(shishi, late, 'no-time-to-publish', {
      to: '2024-11-19',
      publishedBy: '2024-12-17',
      limit: '2024-11-20',
      workingDays: 20,
      weight: 'refused',
    });
    silent(withTask(late, { publishWithin: 1 }), 'no-time-to-publish');
    appears(shishi, withTask(shishi, { due: '2024-11-21' }), 'due-too-late', {
      limit: '2024-11-20',
      weight: 'refused',
    });
  });

  it('石狮 S1-33: 上级任务的时限只可提前，不可推后', () => {
    const dated = (due: string) => ({ ...shishi, superiorDates: [{ task: 'R-001', due }] });
    appears(dated('2024-05-31'), dated('2024-05-30'), 'due-after-superior', { due: '2024-05-31', limit: '2024-05-30' });
  });

  it('甘州 S4-49: 计划的公示天数超过 20 个工作日，被拒绝', () =>
    appears(ganzhou, withTask(ganzhou, { publishWithin: 21 }), 'publishes-too-late', {
      days: 21,
      allowed: 20,
      weight: 'refused',
    }));

  it('文件没有规定公示天数的，写明是计划自己的天数', () => {
    expect(found(wannian, 'publication-by-plan').map(({ task }) => task)).toEqual(['R-002', 'R-003']);
    silent(ganzhou, 'publication-by-plan');
  });

  it('食品生产经营监督检查管理办法 39: 食品检查 2022 年起 20 个工作日内公示，别的领域和更早的年份不适用', () => {
    appears(wannian, withTask(wannian, { publishWithin: 21 }), 'publishes-too-late', {
      allowed: 20,
      source: { document: '食品生产经营监督检查管理办法' },
    });
    silent(withTask(wannian, { publishWithin: 21 }, 'R-002'), 'publishes-too-late');
    silent(withTask(fuan, { publishWithin: 21 }), 'publishes-too-late');
  });

  it('没有放假通知的年份，日期为暂定', () => {
    const notices = ganzhou.calendar.notices.filter(({ year }) => year !== 2023);
    const unknown = { ...ganzhou, calendar: { ...ganzhou.calendar, notices } };
    expect(found(unknown, 'provisional-date')[0]).toMatchObject({ weight: 'notice', missing: [2023] });
    silent(ganzhou, 'provisional-date');
  });

  const july = withTask(wannian, { window: { from: '2023-06-01', to: '2023-07-01' }, due: '2023-07-01' });
  it('万年 S3-39, S3-40: A、B 类库排到 7 月 1 日，属企业安静期，被拒绝；6 月 30 日可以', () =>
    appears(
      wannian,
      july,
      'quiet-month',
      { label: 'A', months: [7], open: [6], weight: 'refused' },
      { label: 'B', open: [6, 9] },
    ));

  it('万年 S3-40: B 类库 9 月 30 日可以，10 月 1 日不可以', () => {
    const at = (to: string) => withTask(wannian, { window: { from: '2023-09-01', to }, due: to }, 'R-003');
    silent(at('2023-09-30'), 'quiet-month');
    appears(wannian, at('2023-10-01'), 'quiet-month', { task: 'R-003', label: 'B', months: [10] });
  });

  it('万年 S3-44: C 类库 2 月检查不受限制', () => {
    const onlyC = withTask(wannian, {
      window: { from: '2023-02-01', to: '2023-02-28' },
      due: '2023-02-28',
      quota: {
        kind: 'tiers',
        denominator: 'frame',
        tiers: [{ label: 'C', share: { kind: 'share', bp: 10000, bound: 'exactly', atLeast: 0 } }],
      },
    });
    silent(onlyC, 'quiet-month');
  });

  it('万年 S3-42, S3-43: 安静期有理由并备案齐全的可以，缺一份回执仍被拒绝', () => {
    const filed = (receipts: readonly ('office' | 'legal')[], ground: 'complaint' | 'transferred' = 'complaint') => ({
      ...july,
      filings: [{ task: 'R-001', ground, receipts }],
    });
    silent(filed(['office', 'legal']), 'quiet-month');
    expect(found(filed(['office', 'legal']), 'quiet-with-filing')).toMatchObject([
      { ground: 'complaint', weight: 'notice' },
    ]);
    appears(july, filed(['office']), 'filing-incomplete', { missing: ['legal'], weight: 'refused' });
    appears(july, filed(['office', 'legal'], 'transferred'), 'ground-not-allowed', {
      ground: 'transferred',
      weight: 'refused',
    });
  });

  it.each([
    'safety',
    'environment',
    'fire',
    'occupational-health',
    'emergency',
    'complaint',
    'assigned',
    'other',
  ] as const)('万年 S3-42: %s是安静期入企的理由', (ground) => {
    const filed = { ...july, filings: [{ task: 'R-001', ground, receipts: ['office', 'legal'] as const }] };
    silent(filed, 'ground-not-allowed');
    expect(found(filed, 'quiet-with-filing')).toHaveLength(1);
  });

  it('万年 S3-46, S3-47: 3 月底前未录入平台的计划被指出，之前只作提示', () => {
    const open = withTask(wannian, { outside: { no: '', state: 'unregistered' } });
    appears(wannian, open, 'unregistered', { task: 'R-001', state: 'unregistered', weight: 'notice' });
    appears(wannian, { ...open, today: '2023-04-01' }, 'registered-late', { due: '2023-03-31', weight: 'refused' });
    silent({ ...open, today: '2023-03-31' }, 'registered-late');
  });

  it('万年 S3-48: 专项计划另行录入，不受 3 月底限制', () =>
    silent(
      { ...withTask(wannian, { kind: 'special', outside: { no: '', state: 'unregistered' } }), today: '2023-04-01' },
      'registered-late',
    ));

  it('石狮 S1-28: 未在省级平台登记的任务有提示；三明没有指定平台', () => {
    appears(shishi, withTask(shishi, { outside: { no: '', state: 'sent' } }), 'unregistered', { state: 'sent' });
    silent(withTask(sanming, { outside: { no: '', state: 'unregistered' } }), 'unregistered');
  });
});

describe('people', () => {
  const body = (department: string) => ({
    bodies: [makeBody('market', ['food']), makeBody(department, ['fire-food'])],
  });

  it.each([
    ['万年 S3-65', wannian, '万府办字〔2022〕55号'],
    ['国办发〔2024〕54号', sanming, '国办发〔2024〕54号'],
  ] as const)('%s: 联席办不得作为检查机关', (_, input, document) =>
    appears(input, withTask(input, body('office')), 'office-inspects', {
      department: 'office',
      weight: 'refused',
      source: { document },
    }),
  );

  it('a body that nobody knows, and one without power of its own, are refused', () => {
    appears(sanming, withTask(sanming, body('culture')), 'unknown-department', { department: 'culture' });
    appears(sanming, withTask(sanming, body('justice')), 'no-power', { department: 'justice', weight: 'refused' });
    const town = {
      ...sanming,
      departments: [...sanming.departments, makeDepartment('town', '某镇', { kind: 'township' })],
    };
    appears(town, withTask(town, body('town')), 'no-power', { department: 'town' });
  });

  it('石狮 S1-02: 任务属于股室，检查权属于局', () => {
    const section = {
      ...shishi,
      departments: [
        ...shishi.departments,
        makeDepartment('food-section', '食品股', { kind: 'section', parent: 'market' }),
      ],
    };
    appears(section, withTask(section, body('food-section')), 'no-power', { department: 'food-section' });
  });

  it('行政处罚法 42: 每个部门不少于两人', () =>
    appears(
      sanming,
      withTask(sanming, { bodies: [makeBody('market', ['food'], { officers: 1 }), makeBody('fire', ['fire-food'])] }),
      'too-few-officers',
      {
        department: 'market',
        officers: 1,
        atLeast: 2,
        weight: 'refused',
        source: { clause: '第四十二条' },
      },
    ));

  it('三明 S0-42: 没有相应专长的人，在抽取前指出', () => {
    const asks = (need: string) =>
      withTask(sanming, { bodies: [makeBody('market', ['food'], { needs: [need] }), makeBody('fire', ['fire-food'])] });
    appears(sanming, asks('特种设备'), 'no-holder', { department: 'market', field: '特种设备' });
    silent(asks('食品安全'), 'no-holder');
  });

  it('福安 S2-21: 持证人员不够一次入户，被指出，并提示可用的共用人员库', () => {
    const few = {
      ...fuan,
      people: fuan.people.map((each) => ({ ...each, certified: each.department === 'fire' ? 1 : 40 })),
    };
    const pooled = {
      ...few,
      departments: few.departments.map((each) => (each.code === 'fire' ? { ...each, sharedPool: '宁德消防' } : each)),
    };
    expect(found(pooled, 'inspectors-short')[0]).toMatchObject({
      department: 'fire',
      have: 1,
      need: 2,
      pool: '宁德消防',
    });
    silent(fuan, 'inspectors-short');
  });

  it('一次抽取所需人次超过能承担的人次，被指出', () => {
    // 3,000 food businesses: 64 of B, 40 of C, 60 of D are 164 doors with two officers each.
    const tight = (capacity: number) => ({ ...sanming, people: sanming.people.map((each) => ({ ...each, capacity })) });
    appears(
      sanming,
      tight(327),
      'capacity-short',
      { department: 'market', posts: 328, capacity: 327 },
      { department: 'fire' },
    );
    silent(tight(328), 'capacity-short');
  });

  it('福安 S2-23: 需要的专家不够，被指出', () =>
    appears(fuan, withTask(fuan, { experts: [{ field: '特种设备', number: 4 }] }), 'experts-short', {
      have: 3,
      need: 4,
    }));
});

describe('review and publication', () => {
  it('编制人不得审核自己编制的计划', () => {
    const approvals = wannian.plan.approvals.map((each) =>
      each.point === 'share' ? { ...each, by: 'u-drafter' } : each,
    );
    const own = withPlan(wannian, { approvals });
    appears(wannian, own, 'drafter-reviews', { by: 'u-drafter', point: 'share', weight: 'refused' });
    expect(found(own, 'review-missing')).toMatchObject([{ point: 'share', by: 'office' }]);
  });

  it.each(['share', 'frequency', 'repetition'] as const)('万年 S3-50: 联席办对 %s 的审核缺一不可', (point) =>
    appears(
      wannian,
      withPlan(wannian, { approvals: wannian.plan.approvals.filter((each) => each.point !== point) }),
      'review-missing',
      {
        point,
        by: 'office',
        weight: 'refused',
        source: { clause: '三(二)3' },
      },
    ),
  );

  it('万年 S3-51: 合法性只由司法局审核，联席办的意见无效', () => {
    const approvals = wannian.plan.approvals.map((each) =>
      each.point === 'legality' ? { ...each, reviewer: 'office' } : each,
    );
    const wrong = withPlan(wannian, { approvals });
    appears(wannian, wrong, 'wrong-reviewer', { reviewer: 'office', point: 'legality', right: 'legal' });
    expect(found(wrong, 'review-missing')).toMatchObject([{ point: 'legality', by: 'legal' }]);
  });

  it('三明 sets up no review', () => silent(withPlan(sanming, { approvals: [] }), 'review-missing'));

  it('福安 S2-26: 首次抽取时计划尚未公布，被拒绝；公布晚于抽取也被拒绝', () => {
    const on = (day: string) => withPlan(fuan, { published: [{ channel: '公告栏', where: '照片', on: day }] });
    appears(fuan, { ...fuan, today: '2018-10-08' }, 'published-after-draw', {
      on: null,
      firstDraw: '2018-10-08',
      weight: 'refused',
    });
    appears(fuan, on('2018-10-08'), 'published-after-draw', { on: '2018-10-08' });
    silent(on('2018-10-07'), 'published-after-draw');
    silent({ ...ganzhou, today: '2023-12-01' }, 'published-after-draw');
  });

  it('三明 S0-11, 福安 S2-27: 公布渠道须是文件所列之一', () => {
    const by = (input: typeof fuan, channel: string) =>
      withPlan(input, { published: [{ channel, where: '', on: input.today }] });
    appears(sanming, by(sanming, '微信公众号'), 'wrong-channel', {
      missing: ['国家企业信用信息公示系统(福建)', '本部门官网'],
      each: 'any',
    });
    silent(by(sanming, '本部门官网'), 'wrong-channel');
    appears(fuan, by(fuan, '微信公众号'), 'wrong-channel', { each: 'any' });
    expect(found(sanming, 'unpublished')).toHaveLength(1);
    silent(by(sanming, '本部门官网'), 'unpublished');
  });
});

describe('discipline and duties', () => {
  it.each(['罚款不少于20万元', '发现问题30个以上', '立案5件', '查处违法行为十起', '完成30件案件', '罚没款达到100万元'])(
    '三明 S0-77: “%s”是检查指标',
    (words) => expect(indicatorIn(words)).not.toBeNull(),
  );
  it.each(['抽查20户', '餐饮服务单位联合抽查', '对5%的企业开展抽查', '投诉举报问题较多的领域', '2025年第3季度'])(
    '“%s”不是检查指标',
    (words) => expect(indicatorIn(words)).toBeNull(),
  );

  it('三明 S0-77: 计划写有罚款、问题数的，被拒绝；国办发〔2024〕54号以前的 2018 年计划不适用', () => {
    const counts = { ground: '食品安全重点领域，发现问题不少于30个' };
    appears(sanming, withTask(sanming, counts), 'sets-indicator', {
      words: '发现问题不少于30个',
      weight: 'refused',
      source: { document: '国办发〔2024〕54号' },
    });
    silent(withTask(fuan, counts), 'sets-indicator');
  });

  it('石狮 S1-18: 未写明责任股室或责任人的任务被指出', () => {
    appears(shishi, withTask(shishi, { section: '' }), 'no-section', { weight: 'refused' });
    appears(shishi, withTask(shishi, { responsible: ' ' }), 'no-responsible', { task: 'R-001' });
    silent(withTask(wannian, { section: '' }), 'no-section');
  });

  it('石狮 S1-12: 自定任务没有写明重点领域或多发风险，被指出；上级任务不需要', () => {
    appears(shishi, withTask(shishi, { ground: '' }), 'no-ground', { task: 'R-001', weight: 'refused' });
    silent(withTask(shishi, { ground: '', origin: 'province' }), 'no-ground');
  });

  const culture = (input: typeof fuan, change = {}) => ({
    ...input,
    departments: [...input.departments, makeDepartment('culture', '文旅局', change)],
  });
  it('三明 S0-09: 没有抽查计划的部门被点名；福安 S2-07: 没有事项清单的部门被点名', () => {
    appears(sanming, culture(sanming), 'no-own-plan', { department: 'culture', weight: 'notice' });
    appears(fuan, culture(fuan), 'no-item-list', { department: 'culture' });
    silent(culture(sanming, { ended: '2025-01-01' }), 'no-own-plan');
  });

  it('福安 S2-93, S2-86, 三明 S0-68: 未明确牵头科室、联络员、第一责任人的部门被点名', () => {
    appears(fuan, culture(fuan, { leadSection: '' }), 'no-lead-section', { department: 'culture' });
    appears(fuan, culture(fuan, { liaison: '' }), 'no-liaison', { department: 'culture' });
    appears(sanming, culture(sanming, { liaison: '' }), 'no-liaison', { department: 'culture' });
    appears(fuan, culture(fuan, { head: '' }), 'no-head', { department: 'culture' });
    silent(culture(wannian, { liaison: '' }), 'no-liaison');
  });
});
