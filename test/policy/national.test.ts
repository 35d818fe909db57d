import { describe, expect, it } from 'vitest';
import { officeBarred, officersPerBody } from '../../core/policy/ask.ts';
import { ruling } from '../../core/policy/cited.ts';
import { national, nationalOn } from '../../core/policy/national.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';

const on = '2025-06-23';

describe('国家规定：自施行之日起约束', () => {
  it.each([
    ['行政处罚法 37/42', 'officersPerBody', '1996-10-01'],
    ['行政处罚法 43', 'recusal', '2021-07-15'],
    ['行政处罚法 55', 'certificateShown', '2021-07-15'],
    ['优化营商环境条例 54', 'mergeOnOneSubject', '2020-01-01'],
    ['优化营商环境条例 58', 'wholeCourseRecorded', '2020-01-01'],
    ['国发〔2019〕5号', 'assistantsBesideOfficers', '2019-01-27'],
    ['国市监信〔2019〕38号', 'keyItemShare', '2019-03-01'],
    ['企业公示信息抽查办法 4', 'enterpriseFloor', '2025-03-18'],
    ['食品生产经营监督检查管理办法 39', 'foodPublication', '2022-03-15'],
    ['国办发〔2024〕54号', 'bannedBodies', '2025-01-03'],
    ['国办发〔2024〕54号', 'capPerAuthority', '2025-01-03'],
    ['国办发〔2024〕54号', 'mergeJoinDesk', '2025-01-03'],
    ['国办发〔2024〕54号', 'approvalBeforeVisit', '2025-01-03'],
    ['国办发〔2024〕54号', 'fiveBans', '2025-01-03'],
    ['国办发〔2024〕54号', 'eightMustsNot', '2025-01-03'],
  ] as const)('%s：%s 自 %s 起', (_document, key, from) => {
    expect(national[key][0].from).toBe(from);
    expect(national[key].at(-1)?.until).toBeNull();
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    expect(nationalOn<unknown>(national[key], before)).toBeNull();
    expect(nationalOn<unknown>(national[key], from)).not.toBeNull();
    for (const { rule } of national[key]) expect(rule.basis).toBe('text');
  });

  it('执法人员不得少于两人，新旧行政处罚法都这样规定', () => {
    expect(officersPerBody('2018-10-01')).toMatchObject({
      value: { atLeast: 2 },
      source: { document: '中华人民共和国行政处罚法(1996)', clause: '第三十七条' },
    });
    expect(officersPerBody('2021-07-14')?.source.clause).toBe('第三十七条');
    expect(officersPerBody('2021-07-15')).toMatchObject({
      value: { atLeast: 2 },
      source: { document: '中华人民共和国行政处罚法(2021)', clause: '第四十二条' },
    });
    expect(national.officersPerBody[0].until).toBe('2021-07-14');
  });

  it('企业有权申请回避，由行政机关负责人决定', () => {
    expect(nationalOn(national.recusal, on)?.value).toEqual({ subjectMayAsk: true, decides: 'head' });
  });

  it('出示证件、合并检查、全过程记录、检查前报批、专家在人数满足后参与', () => {
    const held = [
      national.certificateShown,
      national.mergeOnOneSubject,
      national.wholeCourseRecorded,
      national.approvalBeforeVisit,
      national.assistantsBesideOfficers,
    ].map((rules) => nationalOn<boolean>(rules, on)?.value);
    expect(held).toEqual([true, true, true, true, true]);
  });

  it('辖区企业不少于 3%；食品检查结果 20 个工作日内公开；重点事项比例不设上限', () => {
    expect(nationalOn(national.enterpriseFloor, on)?.value).toEqual({ bp: 300 });
    expect(nationalOn(national.foodPublication, on)?.value).toEqual({ field: '食品', workingDays: 20 });
    expect(nationalOn(national.keyItemShare, on)?.value).toEqual({ ceiling: null });
  });

  it('议事协调机构、第三方、无证人员不得实施检查；2025 年以前没有这一条', () => {
    expect(nationalOn(national.bannedBodies, on)?.value).toEqual([
      '政府议事协调机构',
      '检验检测机构',
      '科研院所',
      '外包中介',
      '执法辅助人员',
      '网格员',
      '临时工',
    ]);
    expect(officeBarred(shishi2024, '2024-12-31')).toBeNull();
    expect(officeBarred(shishi2024, '2025-01-03')?.document).toBe('国办发〔2024〕54号');
  });

  it('年度频次上限按同一行政机关对同一企业公布', () => {
    expect(nationalOn(national.capPerAuthority, on)?.value).toEqual({ across: 'each-department' });
  });

  it('能合并不重复、能联合不多头、能非现场不入企', () => {
    expect(nationalOn(national.mergeJoinDesk, on)?.value).toEqual(['merge', 'join', 'desk-first']);
  });

  it('五个严禁', () => {
    expect(nationalOn(national.fiveBans, on)?.value).toEqual([
      '严禁逐利检查',
      '严禁干扰企业正常生产经营',
      '严禁任性处罚企业',
      '严禁下达检查指标',
      '严禁变相检查',
    ]);
  });

  it('八个不得', () => {
    expect(nationalOn(national.eightMustsNot, on)?.value).toEqual([
      '不得接受被检查企业的任何馈赠、报酬、福利待遇',
      '不得参加被检查企业提供的宴请、娱乐、旅游等活动',
      '不得由被检查企业支付消费开支或将检查费用转嫁给企业',
      '不得强制企业接受指定的中介机构提供服务',
      '不得刻意要求法定代表人到场',
      '不得乱查封、乱扣押、乱冻结、动辄责令停产停业',
      '不得将考核考评、预算项目绩效与检查频次、罚款数额挂钩',
      '不得以观摩、督导、考察等名义行检查之实',
    ]);
  });
});

describe('上级规定代替本地规定', () => {
  const cited = {
    value: 1,
    document: '甲',
    clause: '一',
    quote: '一次',
    basis: 'text',
    replaced: [
      { from: '2025-05-01', items: [], by: { value: 2, document: '乙', clause: '二', quote: '两次', basis: 'text' } },
      {
        from: '2025-08-01',
        items: ['X'],
        by: { value: 3, document: '丙', clause: '三', quote: '三次', basis: 'text' },
      },
    ],
  } as const;

  it.each([
    ['2025-04-30', 'X', 1],
    ['2025-05-01', 'X', 2],
    ['2025-08-01', 'Y', 2],
    ['2025-08-01', 'X', 3],
  ])('在 %s 对事项 %s 适用的值是 %s', (date, item, value) => {
    expect(ruling<number>(cited, date, item).value).toBe(value);
  });

  it('代替之后，两个出处都在', () => {
    expect(ruling<number>(cited, '2025-06-01')).toEqual({
      value: 2,
      source: { document: '乙', clause: '二', quote: '两次', basis: 'text' },
      instead: { document: '甲', clause: '一', quote: '一次', basis: 'text' },
    });
  });
});
