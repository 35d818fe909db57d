import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Doubt, type Reading, readReply } from '../../../core/consult/reading/reading.ts';
import { never } from '../../../core/result.ts';

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const agreeing = lines(`
  我局无意见
  无意见
  无意见。
  没意见
  我单位没有意见
  无异议
  无异意
  无修改意见
  無意見
  我局無意見，謝謝
  我 局 无 意 见
  经研究，我局对征询函无不同意见。
  经认真研究，我单位对《关于征求2026年度双随机抽查计划意见的函》无意见。特此函复。
  您好，经我局研究，对来函无异议，请按程序办理。
  同意
  我委同意该方案
  同意联席办方案
  同意贵局意见
  完全同意，全力配合
  收到，无意见
  好的，无意见
  已阅，同意
  没有问题
  我局意见：无
  反馈意见：无异议
  我局意见如下：同意
  我局对“双随机、一公开”抽查计划（草案）无修改意见和建议
  无意见，纸质件稍后送达
  无意见，盖章件见附件
  无意见，回函已通过公文系统报送
  同意，无其他意见
  王主任好，我局无意见
  无意见。联系人：张三，电话：13800000000
  无需修改
  No objection.
  We agree, thanks!
  Hello, our bureau has no objections to the draft plan`);

const joining = lines(`
  参加
  我局参加
  我单位拟参加2026年部门联合抽查。
  同意参加
  我局愿意参加，无意见
  收到，我们参加
  我们参加，联系人：张三，电话13800000000
  確認參加
  We will join.
  Count us in, no objection`);

const declining: readonly (readonly [string, string])[] = [
  ['本单位不参加，无此类事项', '无此类事项'],
  ['我局不参加', ''],
  ['不参加。', ''],
  ['我局今年没有此类抽查任务', '我局今年没有此类抽查任务'],
  ['我局目前无此类事项', '我局目前无此类事项'],
  ['不涉及', '不涉及'],
  ['因机构改革职能划转，我局不参加', '因机构改革职能划转'],
  ['我局无执法权，不参加本次联合抽查', '我局无执法权'],
  ['不属于我局职责范围', '不属于我局职责范围'],
  ['无此类事项，无意见', '无此类事项'],
  ['收到，我局不再参加', ''],
  ['我局对此项工作没有职能', '我局对此项工作没有职能'],
  ['本局不參與', ''],
  ['Not participating', ''],
  ['We will not join: no such items', 'We will not join: no such items'],
];

const commenting: readonly (readonly [string, readonly string[]])[] = [
  ['同意，建议把抽查比例调到5%', ['ratio 500']],
  ['抽查比例由3%调整为5%', ['ratio 300→500']],
  ['能否将抽查比例调到百分之五？', ['ratio 500']],
  ['建议抽查比例调整为5％', ['ratio 500']],
  ['A类比例调到1%，B类建议调到5%', ['ratio A 100', 'ratio B 500']],
  ['lower the ratio to 5%, otherwise no objection', ['ratio 500']],
  ['每年两次改一次', ['frequency 1']],
  ['建议抽查频次调整为每年2次', ['frequency 2']],
  ['窗口期6-9月', ['window 6-9']],
  ['其他无意见，建议将检查时间调整为5月10日至6月30日', ['window 5.10-6.30']],
  ['建议窗口期由3-5月改为6-9月', ['window 6-9']],
  ['参加，同时建议增加县消防救援大队', ['department add 县消防救援大队']],
  ['建议将卫健局纳入', ['department add 卫健局']],
  ['建议删除广告抽查事项', ['item remove 广告']],
  ['请增加危险化学品抽查任务', ['item add 危险化学品']],
  ['由我局牵头，同意参加', ['lead own']],
  ['建议改由县住建局牵头', ['lead 县住建局']],
  ['原则上同意，但建议缩短窗口期', []],
  ['无意见，但须保证我局人手', []],
  ['除第三项外，无意见', []],
  ['不同意，理由是我局人手不足', []],
  ['不同意把抽查比例调到5%', []],
  ['建议不要把比例调到5%', []],
  ['意见如下：比例过高，企业负担重', []],
  ['一、比例偏高；二、名单有误', []],
  ['附表第三行单位名称有误', []],
  ['建议将“每年两次”改为“每年一次”', ['frequency 1']],
];

const doubted: readonly (readonly [Doubt, string])[] = [
  ['receipt-only', '收到 已收到，谢谢 已阅 好的 嗯 OK 👍 知道了 可以 +1 收到~ 是 :+1:'],
  [
    'conditional',
    '原则同意 原则上无意见 基本同意 好像没意见 我个人无意见 我科室无意见 如无特殊情况，同意 经费落实的话我局参加 同意，但是',
  ],
  [
    'postponed',
    '稍后反馈 暂无意见 目前没意见 正在研究 待领导审定后反馈 没问题，我们尽快反馈 下周一回复 收到，稍后反馈 请示领导后再回复 暂不参加',
  ],
  ['question', '无意见吗 有问题吗？ 我们需要参加吗？ 是否同意 为什么我们局要牵头？ 同意与否'],
  ['mixed', '同意，不参加 参加，不参加 不参加，建议由城管局牵头 有意见，同意'],
  ['quoted', '请各单位回复“无意见” 他们说无意见 转发：各单位请反馈 逾期视为无意见 ~~无意见~~ 同意的请回复 &gt;无意见'],
  ['negated', '不同意 不是没有意见 并非不参加 并未同意 撤回之前的无意见 刚才的同意发错了 难以同意 从未同意 同意❌'],
  ['for-another-department', '卫健局无意见 同意市场监管局意见 公安局不参加 县应急管理局：无意见 同意卫健局牵头'],
  ['partial', '前两项无意见 第3项参加 其中一项不参加 部分同意 参加餐饮、特种设备两项 无其他意见'],
  [
    'elsewhere',
    '意见已通过公文系统报送 见附件 已填表请查收 同上 参照去年 具体任务见附件 无意见，具体修改内容见附件 同意按去年',
  ],
  [
    'unclear',
    '同意…… 贵局同意即可 请贵局参加 请同意 建议同意 不参加会议 餐饮类无此类任务 无 支持 我局同意张三的做法 无意见🤔 有意见 同意方案2',
  ],
];

const asides = lines(`
  谢谢
  您好
  请问联系电话是多少
  附件打不开
  比例是多少？
  今天天气不错
  王主任好
  🙏
  联系人：张三，电话13800000000
  辛苦了！`);

describe('a plain reply that is beyond doubt is understood', () => {
  it.each(agreeing)('%s: consent', (text) => {
    expect(readReply(text)).toEqual({ kind: 'agrees' });
  });
  it.each(joining)('%s: takes part', (text) => {
    expect(readReply(text)).toEqual({ kind: 'joins' });
  });
  it.each(declining)('%s: declines', (text, reason) => {
    expect(readReply(text)).toEqual({ kind: 'declines', reason });
  });
  it.each(commenting)('%s: remarks', (text, changes) => {
    const reading = readReply(text);
    expect(reading).toMatchObject({ kind: 'comments', words: text });
    expect(changesOf(reading)).toEqual(changes);
  });
});

describe('a reply that is not beyond doubt is asked back', () => {
  const each = doubted.flatMap(([why, texts]) => texts.split(' ').map((text) => [text, why] as const));
  it.each(each)('%s: %s', (text, why) => {
    const reading = readReply(text);
    expect(reading).toMatchObject({ kind: 'doubtful', why });
    expect(reading.kind === 'doubtful' && reading.perhaps.length > 0).toBe(true);
  });

  it('what follows a reservation is offered as remarks, and a bare dissent never as consent', () => {
    expect(readReply('原则同意')).toMatchObject({ perhaps: ['agrees', 'comments'] });
    expect(readReply('不同意')).toMatchObject({ perhaps: ['comments', 'declines'] });
  });

  it.each(asides)('%s: no answer at all, and nobody is asked', (text) => {
    expect(readReply(text)).toEqual({ kind: 'aside' });
  });
});

describe('who writes is known', () => {
  it('words quoted before an answer are not the answer', () => {
    expect(readReply('> 请于本周内反馈意见\n我局无意见')).toEqual({ kind: 'agrees' });
    expect(readReply('> 无意见\n我局不同意')).toMatchObject({ kind: 'doubtful' });
  });

  it('the name of the department itself is its own word, in its short forms too', () => {
    const own = ['万年县应急管理局'];
    for (const text of [
      '万年县应急管理局无意见',
      '县应急管理局：无意见',
      '应急管理局同意',
      '無意見。\n\n万年县应急管理局\n2026年3月5日',
    ])
      expect(readReply(text, own)).toEqual({ kind: 'agrees' });
    expect(readReply('县卫健局无意见', own)).toMatchObject({ why: 'for-another-department' });
  });
});

describe('properties', () => {
  it('consent, joining and declining do not change with blanks, width, zero-width signs and closing marks', () => {
    const known = [...agreeing, ...joining, ...declining.map(([text]) => text)].filter((text) =>
      /^[\p{Script=Han}，。：]+$/u.test(text),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.constantFrom('', ' ', '\u3000', '\u200b', '\u00a0'),
        fc.constantFrom('', '。', '！', '!', ' ', '\n'),
        (text, blank, end) => {
          expect(readReply([...text].join(blank) + end).kind).toBe(readReply(text).kind);
        },
      ),
    );
  });

  it('a clause that nobody knows the meaning of is never passed over in consent', () => {
    const strange = fc
      .array(fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸山川草木鸟兽虫鱼金银铜铁锡'), { minLength: 1, maxLength: 12 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...[...agreeing, ...joining].filter((text) => !text.startsWith('王主任'))),
        strange,
        fc.constantFrom('，', '。', '\n', ''),
        fc.boolean(),
        (text, unknown, mark, before) => {
          const reading = readReply(before ? unknown + mark + text : text + mark + unknown);
          expect(['agrees', 'joins']).not.toContain(reading.kind);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a negation or reservation put before a consent is never consent', () => {
    const turns = [
      '不',
      '不是',
      '并非',
      '没有',
      '未',
      '如果',
      '除了第一项，',
      '但是',
      '待领导审定后',
      '原则上',
      '他们说',
      '卫健局',
      '是否',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom('同意', '无意见', '没有意见', '参加', '无异议', '同意参加'),
        fc.constantFrom(...turns),
        fc.constantFrom('', '我局'),
        (core, turn, own) => {
          expect(['agrees', 'joins']).not.toContain(readReply(turn + own + core).kind);
          expect(['agrees', 'joins']).not.toContain(readReply(own + turn + core).kind);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('whatever is written, reading ends, soon and without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => readReply(text).kind.length > 0));
    const started = performance.now();
    for (const part of [
      '无意见县',
      '建议由3%',
      '“',
      '《',
      '<@',
      '_ ',
      '~a',
      '将增加',
      '由1月-2月',
      '1.',
      '&gt;',
      '经我局',
    ])
      readReply(part.repeat(6000 / part.length));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(readReply('同意'.repeat(100_000))).toMatchObject({ kind: 'doubtful', why: 'too-long' });
  });
});

// Helpers

function changesOf(reading: Reading): readonly string[] {
  if (reading.kind !== 'comments') return [];
  return reading.changes.map((change) => {
    switch (change.kind) {
      case 'ratio':
        return `ratio ${[change.from, change.to].flatMap((ratio) => (ratio === null ? [] : [shown(ratio)])).join('→')}`;
      case 'frequency':
        return `frequency ${change.to.atLeast}`;
      case 'window':
        return `window ${[change.from, change.to].map(({ month, day }) => (day === null ? `${month}` : `${month}.${day}`)).join('-')}`;
      case 'item':
      case 'department':
        return `${change.kind} ${change.change} ${change.name}`;
      case 'lead':
        return `lead ${change.department}`;
      default:
        return never(change);
    }
  });
}

type Ratio = Extract<Extract<Reading, { kind: 'comments' }>['changes'][number], { kind: 'ratio' }>['to'];
function shown(ratio: Ratio): string {
  if (ratio.kind === 'whole') return ratio.share.kind === 'share' ? `${ratio.share.bp}` : ratio.share.kind;
  if (ratio.kind === 'levels') return 'levels';
  return ratio.tiers.map(({ label, share }) => `${label} ${share.kind === 'share' ? share.bp : share.kind}`).join();
}
