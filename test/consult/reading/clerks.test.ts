/**
 * Replies in the manner of different people, each with what a careful colleague takes it for. `open`: there is nothing to record yet, and
 * whoever reads it must ask. What matters is measured over all of them: no false consent, no false refusal, few needless questions.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, readReply } from '../../../core/consult/reading/reading.ts';

type Meaning = 'consent' | 'comments' | 'declines' | 'open';

const own = ['清漪县水利局', '县水务局'];

const clerks: Readonly<Record<string, Readonly<Partial<Record<Meaning, string>>>>> = {
  'a clerk of the general office': {
    consent: `
      经我局党组会审议，对《清漪县2026年度部门联合抽查计划（征求意见稿）》及附件无修改意见，正式回函已通过公文交换系统报送。
      来函收悉，经逐项核对，我局无不同意见。联络员：陈明，办公电话：0793-5551234。
      已报分管领导审核同意，我局无意见，纸质盖章件明日送达联席办。
      我局同意作为参与单位参加跨部门联合检查，参检人员名单随后报送。
      县水利局：经研究，对征询稿无补充意见。
      对本年度涉企行政检查计划无意见，将按要求认真组织实施。
      我局无意见建议，回执已盖章，请查收。
      贵办来函已收悉，我局对所附任务清单没有不同意见，将全力配合做好相关工作。
      清漪县水利局对该函无异议，盖章扫描件已发至你办邮箱。
    `,
    comments: `
      我局原则同意，建议将河道采砂检查由5月调整至9月。
      经研究，我局建议增加“取水许可”抽查事项，其余无意见。
      附件1第12行我局联系人写错了，应为李红。
      同意，但请将抽查比例由10%降为5%。
      除第2项外，我局对其他事项无异议。
      我局拟申请牵头水土保持联合抽查1项。
      对附表中第4项的检查时间有不同意见，汛期不宜开展。
    `,
    declines: `
      经梳理，我局无相关涉企检查事项，不参加本次联合抽查。
      因机构改革，我局水行政执法职能已划转至综合执法局，不再参与。
      我局无行政执法主体资格，不列入本年度抽查计划。
    `,
    open: `
      此件已呈局主要领导，待批示后函复。
      我局意见待党组会研究后另行报送。
      贵局所提方案我局正在会商，暂无法答复。
      请明确我局是否列入本次抽查范围。
      我局反馈意见已通过公文系统上报，请查收。
      县林业局无不同意见。
    `,
  },
  'an old hand': {
    consent: `
      敬悉大函，我局并无异议，此复。
      来文已阅，甚妥，同意。
      别无意见，即请照办。
      尊函收悉，我局均表赞同，专此函复。
      兹复：无意见。
    `,
    comments: `
      大体可行，惟抽查比例似宜酌减。
      同意。唯第三项所列单位早已注销，请予更正。
      比例偏高，请斟酌。
      拙见：两次检查可并作一次，以免扰企。
    `,
    declines: `
      敝局无此职权，恕不参与。
      我局向无此项业务，不便参加。
    `,
    open: `
      容后再复。
      此事尚需从长计议。
      悉听尊便。
      未置可否。
    `,
  },
  'a young clerk': {
    consent: `
      我们没意见哈~
      我们这边没问题啦😊
      收到收到！我局没意见哒
      不好意思刚看到群消息，我局无意见哈🙏
      同意同意，辛苦大家啦
      ok的，我们单位没有意见～
      参加滴，名单稍后发您邮箱哈
      报名参加！联系人小李 13800001234
    `,
    comments: `
      没意见，不过能不能把时间往后挪一挪呀，6月我们防汛超忙的
      可以参加～但是餐饮那项就别放我们牵头啦
      哈喽，表里我们局名字打错啦，是水利局不是水务局
      同意！就是比例能不能低点🥺
    `,
    declines: `
      我们没有这块业务哦，就不参加啦
      不参加哈，我们没有执法权的
    `,
    open: `
      收到啦~
      好哒
      我去问问我们科长哈
      这个要怎么填呀
      哈哈哈同意个锤子
      没意见才怪
      应该没问题吧～
    `,
  },
  'a legal reviewer': {
    consent: `
      经法制审核，我局对该计划无异议。
      经核，未发现不妥，我局同意。
      经法规科室审核，该计划内容符合规定，我局无修改意见。
    `,
    comments: `
      依据《行政处罚法》，第6项应由综合执法局实施，建议删除。
      同意，但应注明同一企业每年检查不超过一次。
      第8项缺少法律依据，建议核实后再列入。
      计划中“行政执法检查”表述不准确，建议改为“行政检查”。
    `,
    declines: `
      我局不具备行政执法主体资格，无法参加。
      该事项不属于我局职责范围，不参加。
    `,
    open: `
      仅就程序部分无意见。
      并非对计划全无异议。
      不能认为我局已同意。
      未经我局书面同意，不得视为无意见。
    `,
  },
  'in chat, without marks': {
    consent: `
      领导看过了没意见
      无意见 盖章的下午送过去
      我局没意见 联系人王伟 电话5552233
      同意 谢谢
      水利局没意见
      我们水利局无意见
      看了没啥意见
      参加 名单见附件
    `,
    comments: `
      同意 把比例改成5%
      没意见 时间改到9月就行
      第5项取消其他没意见
      比例太高 降到3%
      加上县应急局一起查
    `,
    declines: `
      不参加 没有这个职能
      我局无此项业务不参加
    `,
    open: `
      领导同意我们就同意
      他们同意我们也同意
      没意见的话要不要盖章
      同意的扣1
      不知道有没有意见
      先报无意见吧
    `,
  },
  'spoken into the telephone': {
    consent: `
      嗯那个我们局没有意见然后盖章件我下午让小刘送过去
      你好我看了一下我们没意见谢谢
      呃经过我们研究我们局同意参加
      哎不好意思回复晚了我们单位没有意见
    `,
    comments: `
      那个我们没什么意见就是希望检查时间能往后推一推
      嗯我们觉得比例有点高能不能降到百分之三
    `,
    declines: `
      我们局没有这个职能我们就不参加了
    `,
    open: `
      喂你好我问一下这个表是不是都要填
      嗯嗯好的好的我看一下
      这个我们领导还没看等他看了再说
    `,
  },
  'in the manner of the place': {
    consent: `
      阿拉局没意见
      俺们没啥意见
      我局莫得意见，要得
      我哋冇意見
      咱们单位没啥说的，同意
    `,
    comments: `
      中是中，就是这比例恁高，降点儿呗，5%就中
      要得，就是时间莫安排在汛期噻
    `,
    declines: `
      俺们没这块业务，不参加
    `,
    open: `
      整不明白，这是弄啥嘞
      得嘞
      晓得咯
    `,
  },
  'in English or mixed': {
    consent: `
      No objections from our side, thanks.
      Agreed. Stamped copy sent by email.
      OK 我们没意见
      We have no comments on the draft plan.
      We will participate. Contact: Chen, tel 5551234.
    `,
    comments: `
      Agree, but please change the ratio to 5%.
      No objection, however we suggest September instead of May.
      ratio太高，建议降到3%
    `,
    declines: `
      Not participating, no relevant items.
      We cannot join because we have no inspection power.
    `,
    open: `
      Will get back to you next week.
      No objection in principle.
      Not that we have no objection.
      Do we need to reply?
    `,
  },
  'full of traps': {
    open: `
      参照市水利局意见。
      市水利局无意见
      同去年
      按去年那样报
      待汛期结束再定
      我们没说没意见
      谁说没意见？
      不可能没意见
      真没意见？假的
      “无意见”三个字我写不出来
      王主任说“无意见”
      张局让我先问问你们
      没有理由同意
      好像都没意见
      同意才怪呢
      前三项同意
      无意见的部分见附件
      我局无意见，仅代表个人
      你们觉得没意见就没意见
      我说没意见你信吗
      非常同意，才怪
    `,
    comments: `
      如第6项删除，我局即无异议。
      在不增加企业负担的前提下，我局同意。
      除非增加经费，否则不同意
      只要不牵头就同意
      我们对所有安排都没意见，除了第3项的比例，建议5%。
      无意见。抽查时间请避开6月
    `,
  },
};

const sentences = Object.entries(clerks).flatMap(([, texts]) =>
  Object.entries(texts).flatMap(([meaning, text]) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ text: line, meaning: meaning as Meaning })),
  ),
);

const recordsConsent = ({ kind }: Reading): boolean => kind === 'agrees' || kind === 'joins';
const asks = ({ kind }: Reading): boolean => kind === 'doubtful' || kind === 'aside';
const of = (...meanings: readonly Meaning[]) => sentences.filter(({ meaning }) => meanings.includes(meaning));

describe('replies in the manner of different people', () => {
  it.each(of('comments', 'declines', 'open'))('“$text” is no consent', ({ text }) => {
    expect(recordsConsent(readReply(text, own))).toBe(false);
  });

  it.each(of('consent', 'comments', 'open'))('“$text” is no refusal', ({ text }) => {
    expect(readReply(text, own).kind).not.toBe('declines');
  });

  it.each(of('consent'))('“$text” is never taken for a remark', ({ text }) => {
    expect(readReply(text, own).kind).not.toBe('comments');
  });

  it('hardly one in twenty of those that can be answered is asked back', () => {
    const answerable = of('consent', 'comments', 'declines');
    const needless = answerable.filter(({ text }) => asks(readReply(text, own))).map(({ text }) => text);
    expect(needless.length / answerable.length, needless.join('\n')).toBeLessThan(0.05);
  });

  it('what needs an answer from the clerk is not recorded as one', () => {
    expect(of('open').filter(({ text }) => !asks(readReply(text, own)))).toEqual([]);
  });

  it('the same words under the name of another department are not its own', () => {
    const named = of('consent').filter(({ text }) => /^(?:县|清漪县)?水利局/.test(text));
    expect(named.length).toBeGreaterThan(2);
    for (const { text } of named) expect(recordsConsent(readReply(text, ['清漪县林业局']))).toBe(false);
  });
});

describe('properties', () => {
  const consents = of('consent').filter(({ text }) => !/[a-z]/i.test(text));
  const reservations =
    `但 不过 只是 希望 建议 除第二项外 需 应 要求 如 若 待 暂 先 再 原则上 部分 比例 加上 取消 增加 减少 调整 改为 有误 漏了 错了 尚 未 不 非 等领导回来
    前提是 倘若 除非 只要 基本 大体 可能 也许 好像 个别 其中 稍后 明天再 视情况 以会议为准 至少 最好 能否 是否 吗 ？ 保留 撤回 他们说 据说 同去年 参照 市林业局`.split(
      /\s+/,
    );

  it('a reservation put anywhere into a consent makes it no consent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...consents),
        fc.constantFrom(...reservations),
        fc.constantFrom('，', '。', '', ' ', '\n'),
        fc.boolean(),
        ({ text }, reservation, mark, before) => {
          const bare = text.replace(/[。！!~～]+$/u, '');
          const said = before ? reservation + mark + bare : bare + mark + reservation;
          // 无意见建议 is one phrase.
          fc.pre(!/(?:意[见見]|[异異][议議])建议$/u.test(said));
          expect(recordsConsent(readReply(said, own)), said).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
