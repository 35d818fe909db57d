/** 抽查事项、联合: one rule broken at a time. */
import { describe, expect, it } from 'vitest';
import { appears, silent } from './appears.ts';
import { county, found, items, withItem, withPlan, withTask } from './county.ts';
import { makeBody, makeMatter, makeTask, percent } from './make.ts';

const sanming = county('三明');
const shishi = county('石狮');
const fuan = county('福安');
const wannian = county('万年');
const ganzhou = county('甘州');
const alone = (input: typeof sanming) =>
  withTask(input, { reach: 'department', partners: [], bodies: [makeBody('market', ['food'])] });

describe('items', () => {
  it.each([
    ['三明 S0-10', sanming, '明双随机〔2025〕1号'],
    ['万年 S3-52', wannian, '万府办字〔2022〕55号'],
    ['甘州 S4-20', ganzhou, '甘州联办发〔2023〕01号'],
  ] as const)('%s: 清单之外的事项被拒绝，写明任务、事项和清单', (_, input, document) => {
    const off = withTask(input, { bodies: [makeBody('market', ['food', 'lifts']), makeBody('fire', ['fire-food'])] });
    appears(input, off, 'off-list', {
      task: 'R-001',
      item: 'lifts',
      weight: 'refused',
      list: input.itemList,
      source: { document },
    });
  });

  it('三明 S0-10: 联合任务的事项不在联合抽查清单内，被指出', () =>
    appears(sanming, withItem(sanming, { list: 'department' }), 'not-on-joint-list', {
      item: 'food',
      weight: 'refused',
    }));

  it('福安 S2-12: 依据废止的事项不得安排，写明日期和替代事项', () => {
    const repealed = withItem(fuan, { repealedFrom: '2018-10-31', replacedBy: 'hotel' });
    appears(fuan, repealed, 'repealed', { item: 'food', from: '2018-10-31', replacedBy: 'hotel', weight: 'refused' });
    silent(withItem(fuan, { repealedFrom: '2018-11-01' }), 'repealed');
  });

  it('福安 S2-44: 没有检查表格的事项被指出；别处不要求', () => {
    appears(fuan, withItem(fuan, { points: [] }), 'no-form', { item: 'food', weight: 'refused' });
    silent(withItem(sanming, { points: [] }), 'no-form');
  });

  it('福安 S2-08: 没有抽查依据的事项被指出', () =>
    appears(fuan, withItem(fuan, { basis: '' }), 'no-basis', { item: 'food' }));

  it.each([
    ['福安 S2-11', fuan],
    ['万年 S3-37, S3-51', wannian],
  ] as const)('%s: 没有权责清单编号的事项被列出', (_, input) =>
    appears(input, withItem(input, { powerNumber: '' }), 'no-power-number', { item: 'food', weight: 'notice' }),
  );

  it('甘州 S4-13, S4-65: 未认领、没有检查实施清单的事项被列出', () => {
    appears(ganzhou, withItem(ganzhou, { claimed: false }), 'not-claimed', { item: 'food' });
    appears(ganzhou, withItem(ganzhou, { implemented: false }), 'not-implemented', { item: 'food' });
  });

  it('福安 S2-47: 事项不能用任务的检查方式，被指出并列出可用方式', () =>
    appears(
      fuan,
      withTask(fuan, { method: 'online' }),
      'method-not-allowed',
      {
        item: 'food',
        method: 'online',
        allowed: ['on-site', 'desk'],
      },
      { item: 'fire-food' },
    ));

  it('福安 二(二)2: 检查方式须为文件所列', () => {
    const narrow = {
      ...fuan,
      policy: {
        ...fuan.policy,
        methods: {
          ...(fuan.policy.methods ?? { value: [], document: '', clause: '', quote: '', basis: 'text' as const }),
          value: ['desk' as const],
        },
      },
    };
    appears(fuan, narrow, 'method-not-in-policy', { method: 'on-site', allowed: ['desk'] }, {}, {});
  });

  it('三明 S0-29: 部门只检查自己的事项', () =>
    appears(
      sanming,
      withTask(sanming, { bodies: [makeBody('market', ['food', 'fire-food']), makeBody('fire', ['fire-food'])] }),
      'not-its-item',
      { item: 'fire-food', department: 'market', holder: 'fire', weight: 'refused' },
    ));

  it('a body that goes without an item is refused', () =>
    appears(
      sanming,
      withTask(sanming, { bodies: [makeBody('market', ['food']), makeBody('fire', [])] }),
      'body-without-items',
      {
        department: 'fire',
      },
    ));

  it('万年 S3-05, S3-50: 同一事项对同一对象在两个任务中重复，被指出', () => {
    const first = wannian.plan.tasks[0] ?? makeTask();
    const again = withPlan(wannian, { tasks: [...wannian.plan.tasks, { ...first, no: 'R-009' }] });
    appears(wannian, again, 'duplicate', {
      task: 'R-009',
      other: 'R-001',
      items: ['food', 'fire-food'],
      weight: 'in-principle',
    });
  });

  it('a second draw of classes that the first leaves out is no repetition', () => {
    const first = sanming.plan.tasks[0] ?? makeTask();
    const onlyD = {
      ...first,
      no: 'R-009',
      quota: { kind: 'tiers' as const, denominator: 'frame' as const, tiers: [{ label: 'D', share: percent(40) }] },
    };
    const bc = withTask(sanming, {
      quota: {
        kind: 'tiers',
        denominator: 'frame',
        tiers: [
          { label: 'B', share: percent(4) },
          { label: 'C', share: percent(10) },
        ],
      },
    });
    silent(withPlan(bc, { tasks: [...bc.plan.tasks, onlyD] }), 'duplicate');
  });
});

describe('joining', () => {
  it('三明 S0-30: 单部门任务而其他部门对同类对象也有事项，被指出；有理由的列入计划', () => {
    appears(sanming, alone(sanming), 'alone', {
      others: [{ department: 'fire', item: 'fire-food' }],
      weight: 'in-principle',
    });
    const reasoned = withTask(alone(sanming), { reasons: [{ finding: 'alone', words: '专用设备检测，消防不宜同去' }] });
    expect(found(reasoned, 'alone')[0]?.reason).toBe('专用设备检测，消防不宜同去');
  });

  it('甘州 S4-09: 对同一主体有事项的部门一起去', () =>
    appears(ganzhou, alone(ganzhou), 'alone', { weight: 'in-principle' }));

  it('万年 S3-20: 各单位自行组织 B 类库，不因此被指出', () => silent(alone(wannian), 'alone'));

  it('万年 S3-15: A 类库全部联合检查，单部门任务抽取 A 类被拒绝', () => {
    appears(wannian, alone(wannian), 'only-jointly', { label: 'A', weight: 'refused' });
    silent(alone(sanming), 'only-jointly');
  });

  it('石狮 S1-37: a joint task has a partner and an internal one has none', () => {
    appears(shishi, withTask(shishi, { partners: [], bodies: [makeBody('market', ['food'])] }), 'joint-alone', {
      departments: ['market'],
    });
    appears(shishi, withTask(shishi, { reach: 'department' }), 'department-with-others', {
      departments: ['market', 'fire'],
    });
  });

  it.each([
    ['没有牵头部门', { lead: '' }],
    ['两个牵头部门', { lead: 'market、fire' }],
    ['牵头部门又列为配合部门', { lead: 'fire', partners: ['fire'] }],
  ])('三明 S0-12, 福安 S2-76: %s，被拒绝', (_, change) => {
    appears(sanming, withTask(sanming, change), 'lead-not-one', { lead: change.lead, weight: 'refused' });
    appears(fuan, withTask(fuan, change), 'lead-not-one', { source: { clause: '二(四)' } });
  });

  it('福安 S2-10, S2-67: 牵头和配合部门与监管责任事项清单不一致，被指出', () => {
    const other = {
      ...fuan,
      matters: [makeMatter({ items: ['food', 'fire-food'], lead: 'fire', partners: ['market'] })],
    };
    appears(fuan, other, 'lead-not-of-matter', { lead: 'market', expected: 'fire', matter: 'M-01' });
    appears(fuan, other, 'partners-not-of-matter', { partners: ['fire'], expected: ['market'] });
    silent({ ...sanming, matters: other.matters }, 'lead-not-of-matter');
  });

  it.each([
    ['三明 S0-29', sanming],
    ['福安 S2-03', fuan],
  ] as const)('%s: 牵头部门既非主管也非审批部门，被指出', (_, input) => {
    const justice = withTask(input, { lead: 'justice', partners: ['market', 'fire'] });
    appears(input, justice, 'lead-not-competent', {
      lead: 'justice',
      competent: ['market', 'fire'],
      weight: 'in-principle',
    });
  });

  it('甘州 S4-19: 配合部门未答复会商函，联合计划不得公布', () => {
    appears(ganzhou, { ...ganzhou, answers: ganzhou.answers.slice(1) }, 'partner-silent', {
      task: 'R-001',
      partner: 'fire',
      weight: 'refused',
      source: { clause: '二(一)2' },
    });
    const declines = ganzhou.answers.map((each) => ({ ...each, answer: 'declines' as const }));
    expect(found({ ...ganzhou, answers: declines }, 'partner-refused')).toHaveLength(3);
  });

  it('三明 S0-35: elsewhere a silent partner is named and binds nobody', () =>
    appears(sanming, { ...sanming, answers: sanming.answers.slice(1) }, 'partner-silent', { weight: 'notice' }));

  it('三明 S0-13: 已列入计划的领域再部署专项检查，被指出并要求理由', () => {
    const campaign = makeTask({ ...sanming.plan.tasks[0], no: 'S-001', kind: 'special', name: '餐饮专项整治' });
    const more = (input: typeof sanming) => withPlan(input, { tasks: [...input.plan.tasks, campaign] });
    appears(sanming, more(sanming), 'campaign-over-plan', {
      task: 'S-001',
      planned: 'R-001',
      common: 3000,
      weight: 'in-principle',
    });
    silent(more(wannian), 'campaign-over-plan');
  });

  it('石狮 S1-47: 自定任务与上级任务对象重合，被指出并建议合并', () => {
    const above = { ...(shishi.plan.tasks[0] ?? makeTask()), no: 'Q-001', origin: 'city' as const };
    const more = withPlan(shishi, { tasks: [...shishi.plan.tasks, above] });
    appears(shishi, more, 'overlaps-superior', {
      task: 'R-001',
      other: 'Q-001',
      shareBp: 10000,
      weight: 'in-principle',
    });
  });

  it('石狮 S1-09, 甘州 S4-03: 对象基本相同的两个任务可整合，被列出', () => {
    const [first] = ganzhou.plan.tasks;
    if (first === undefined) throw new Error('no task');
    const fire = {
      ...first,
      no: 'R-009',
      lead: 'fire',
      partners: [],
      reach: 'department' as const,
      bodies: [makeBody('fire', ['fire-food'])],
    };
    const apart = (input: typeof ganzhou) =>
      withPlan(alone(input), { tasks: [...alone(input).plan.tasks, { ...fire, section: '二股' }] });
    appears(ganzhou, apart(ganzhou), 'could-be-joined', {
      task: 'R-009',
      other: 'R-001',
      shareBp: 10000,
      weight: 'notice',
    });
    expect(found(apart(shishi), 'could-be-joined')).toHaveLength(1);
  });

  it('甘州 S4-05: 一次入户的部门和人数超过计划上限，被拒绝', () => {
    const limited = withPlan(ganzhou, { doorLimit: { departments: 1, officers: 8 } });
    expect(found(limited, 'door-crowded')[0]).toMatchObject({ departments: 2, officers: 4, limit: { departments: 1 } });
    silent(ganzhou, 'door-crowded');
  });

  it('knows others by the responsibility list as well as by the subjects of the item list', () => {
    const apart = { ...sanming, items: items.map((item) => ({ ...item, subjects: '' })) };
    expect(found(alone(apart), 'alone')).toHaveLength(1);
    silent({ ...alone(apart), matters: [] }, 'alone');
    expect(found({ ...alone(sanming), matters: [] }, 'alone')).toHaveLength(1);
  });
});
