/**
 * Parts of a reply that carry no opinion, by what they are about and not by their exact words: 盖章件已通过OA上报, 参检人员名单附后,
 * 积极配合做好检查工作. Such a part is made wholly of the words of its subject and holds all that the subject needs; one strange word
 * ends it, and that word then counts for itself.
 */
import type { Meaning } from './phrases.ts';

interface Subject {
  readonly meaning: Meaning;
  /** Groups of words: a part must hold one word of each. */
  readonly needs: readonly string[];
  /** Words that may stand between them. */
  readonly with: readonly string[];
  /** Words that may also end the part. */
  readonly ends: string;
}

const papers = `照片 截图 回复 答复 反馈 反馈件 回复件 盖章件 盖章版 盖章函 盖章的 盖章文件 盖章回函 盖章扫描件 盖了章的 章子 红章版 公章件 扫描件 原件 原件和扫描件 复印件 纸质件 纸质版 纸质 纸质稿
  纸质材料 纸质回函 纸质盖章件 正式文件 正式文本 正式函 正式函件 正式回函 正式复函 正式公函 公函 函件 回函 复函 回执 回执单 反馈表 意见反馈表 征询表
  签收单 书面回复 书面函 书面件 红头文件 红头 带章的 电子版 电子件 电子稿 回复函 反馈函 盖章表`;
const lists = `名单 具体名单 具体人员名单 人员名单 参检人员名单 参加人员名单 参检名单 检查人员名单 执法人员名单 抽查人员名单 抽查检查人员名单 联络员名单 人员信息 人员信息表 执法人员信息
  执法人员信息表 检查人员信息 人员表 报名表 花名册 执法人员库 检查人员名录 参检人员 参检人员信息 联络员信息 联络人信息 表格 附表 附件 附件表格 人员情况表
  执法证复印件 参检人员表 检查对象名录 名录库 信息`;
const sending = `附 报送 上报 报出 报过来 报过去 寄出 寄送 寄 邮寄 寄过去 寄给 送 送达 送到 送去 送过去 送过来 送至 呈送 发 发送 发出 发过去 发过来 发给 发至 发到
  发往 发你 发您 上传 上传至 提交 递交 交 交给 交到 传 传给 传过去 传到 回传 报 报给 报到 报至 补 补报 补上 补寄 补送 补发 后补 附上 附后 走 走了 走的 拿过去 带过去 送您 流转 推送`;
const attaching = `附后 后附 内附 录入 录入系统 导入 更新 附上 见附件 详见附件 如附件 请查收 查收 请收 请接收 请查阅 见下 另附 另报 另行报送 另发 随附`;
/** Ways that papers go and those whom they reach; where a part is whole they may end it. */
const ways = `oa oa系统 邮箱 邮件 电子邮件 电子邮箱 工作邮箱 公文系统 公文交换系统 公文交换 公文 公文平台 办公系统 协同办公 协同办公系统 协同系统 系统 系统里 平台
  政务平台 政务网 政务内网 内网 机要 机要交换 机要件 浙政钉 粤政易 赣政通 闽政通 钉钉 政务微信 微信 qq 传真 快递 ems 顺丰 专人 群 群里 线下 你办 贵办 贵局 你局
  联席办 县联席办 市联席办 区联席办 你们 你 您 您那 你那 你们那 你们那边 您那边 你们那里 办公室 各位 你单位 贵单位`;
const by = '通过 经 从 由 用 以 走 到 至 给';
const when = `今天 今日 今早 今 上午 下午 中午 昨天 昨日 昨 明天 明早 明日 明 后天 稍后 稍晚 随后 晚点 晚些 晚些时候 近日 即日 马上 这就 刚 刚刚 刚才 待会 待会儿 一会
  一会儿 回头 周一 周二 周三 周四 周五 下周 下周一 这两天 之后 后 前 同步 另行 一并 随 先前`;
const between = `扫描 扫描后 拍照 打印 签章 用印 盖公章 我 我局 我单位 我办 我委 我们 我方 我这边 这边 已 已经 将 会 均 都 也 并 和 及 与 的 了 啦 哈 哦 啊 呀 到 至 给 在 于 把 现 同时 请 您 一份 两份 去 过去
  好 完毕 出去 里 上 中 处 让 派 人 填好 填写 填报 填 盖好 盖了 盖好章 已盖章 盖章 签字 签好 按 按要求 按时 及时 已于 此 该 相关 本局 本单位 另外 另 ok 同事 谢谢 那个`;

const subjects: readonly Subject[] = [
  // A stamped paper goes its way.
  {
    meaning: 'file',
    needs: [papers, `${sending} ${attaching} 盖好 盖了 盖好章`],
    with: [by, when, between],
    ends: ways,
  },
  // A list or a table goes with it.
  {
    meaning: 'file',
    needs: [lists, `${attaching} ${sending} 填好 填写`],
    with: [papers, by, when, between],
    ends: ways,
  },
  // How the department came to its answer, in its own order of words.
  {
    meaning: 'goodwill',
    needs: [
      '开过会 开了会 开会定了 开会通过 开会研究 开会讨论 会上定了 会议通过 会议定了 局里定了 研究 研读 研判 阅研 审阅 审核 审查 审议 核对 核实 讨论 学习 传阅 会商 商议 梳理 过目 把关 征求意见 征求了意见 通读 对照 自查 核查 查看 阅读',
    ],
    with: [
      `组织 召集 召开 会议 专题 集体 认真 仔细 逐项 逐条 充分 全面 相关 有关 各 业务 股室 科室 各股室 各科室 股室 大队 法规 法制 部门 内部 人员 班子 党组 党组会 局党组 局务会
      办公会 局长办公会 分管领导 局领导 主要领导 领导 对文件 对方案 对计划 文件 方案 计划 来文 来函 清单 附件 附表 内容 进行 进行了 开展 作了 做了 并 一遍 第一时间 及时 收到后 经 局里 会上 我 我局 我们 我单位 我委 我办
      本局 本单位 已 已经 均 都 也 和 及 与 的 了 对 于 把 一致 过 决定`,
    ],
    ends: '过 完毕 完 讨论 内容 附表 清单 计划 方案 文件 来函 来文 决定 过了',
  },
  // The office may go on.
  {
    meaning: 'goodwill',
    needs: [
      '汇总 推进 印发 下发 上报 报批 发文 存档 备案 归档 多关照 关照 多指导 指导 多支持 批评指正 指正 办理 统一印发',
    ],
    with: [
      `请 敬请 烦请 麻烦 按 按照 规定 规定程序 程序 流程 有关规定 后续 尽快 抓紧 一并 统筹 予以 贵办 你办 贵局 你局 联席办 各位领导 各位 老师 主任 科长 王主任 李主任 张主任 多 多多 继续
      下步 工作 统一 及时 审核 审定 大家 您 帮忙 辛苦 给 了`,
    ],
    ends: '',
  },
  // How the work will be done.
  {
    meaning: 'goodwill',
    needs: [
      `安排专人 安排专人负责 专人负责 明确专人 明确专人负责 配合 配合好 支持 落实 抓好 抓好落实 做好 执行 组织 组织好 组织实施 组织开展 实施 开展 贯彻 推进 完成 完成好 协助 派员 派人 安排人员 照办 照做 遵照执行
      照此执行 照此办理 照此落实 服从 服从安排 听从安排 听安排 全力以赴 纳入我局工作 纳入工作安排 纳入我局年度工作 纳入我单位工作 列入我局工作`,
    ],
    with: [
      `全力 积极 大力 认真 坚决 严格 切实 主动 一定 必将 定 保证 确保 按要求 按照要求 按贵办要求 按计划 按照计划 按方案 按照方案 按此 照此 据此 依此 按文件 按照文件要求
      按文件要求 按通知要求 按时间节点 按时 按期 按质按量 如期 保质保量 相关 有关 各项 检查 抽查 联合检查 联合抽查 双随机 工作 任务 部门 牵头部门 联席办 贵局 贵办 你局 你办
      后续 该项 此项 本次 这次 此次 抽查工作 检查工作 相关工作 各项工作 到位 后期 下一步 接下来 届时 统一 部署 安排 统一安排 我局职责 职责范围 本职工作 按职责 职责 分工 职责分工 按职责分工 按程序 各自职责 共同 今后 更好 承担 承担的 我局承担的 负责的 涉及的 原计划 既定 分内`,
      between,
    ],
    ends: '工作 相关工作 各项工作 抽查工作 检查工作 联合抽查工作 联合检查工作 任务 到位 完毕 抽查 检查 联合抽查 联合检查',
  },
];

/** By first character, longest first, with the groups it belongs to: those needed, or one of these two. */
const inside = -1;
const ending = -2;
type Vocabulary = ReadonlyMap<string, readonly (readonly [string, readonly number[]])[]>;

const read: readonly { readonly subject: Subject; readonly vocabulary: Vocabulary }[] = subjects.map((subject) => ({
  subject,
  vocabulary: vocabularyOf(subject),
}));

function vocabularyOf(subject: Subject): Vocabulary {
  const words = new Map<string, number[]>();
  const add = (text: string, group: number) => {
    for (const word of text.split(/\s+/).filter((each) => each !== ''))
      words.set(word, [...(words.get(word) ?? []), group]);
  };
  subject.needs.forEach(add);
  for (const text of subject.with) add(text, inside);
  add(subject.ends, ending);
  const table = new Map<string, (readonly [string, readonly number[]])[]>();
  for (const [word, groups] of words) table.set(word.charAt(0), [...(table.get(word.charAt(0)) ?? []), [word, groups]]);
  for (const list of table.values()) list.sort(([a], [b]) => b.length - a.length);
  return table;
}

/** A day, a time, a room, or whoever carries the paper. */
const beside =
  /(?:(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号点]|\d{3,4}室|[一二三四五六七八九十\d]{1,2}楼|小\p{Script=Han}(?=送|发|拿|带|交|传|报)|[ 、:-])/uy;
/** Nobody writes longer ones; a bound keeps the reading linear. */
const longest = 60;

/** The part that begins here, or null. */
export function neutralAt(text: string, at: number): readonly [string, Meaning] | null {
  let best: readonly [string, Meaning] | null = null;
  for (const { subject, vocabulary } of read) {
    const end = endOf(text, at, subject, vocabulary);
    if (end > at + (best?.[0].length ?? 0)) best = [text.slice(at, end), subject.meaning];
  }
  return best;
}

function endOf(text: string, at: number, subject: Subject, vocabulary: Vocabulary): number {
  const held = new Set<number>();
  let to = at;
  let whole = at;
  while (to < text.length && to - at < longest) {
    const found = vocabulary.get(text.charAt(to))?.find(([word]) => text.startsWith(word, to));
    const groups = found?.[1] ?? [];
    beside.lastIndex = to;
    const length = found?.[0].length ?? (to > at ? (beside.exec(text)?.[0].length ?? 0) : 0);
    if (length === 0) break;
    for (const group of groups) if (group >= 0) held.add(group);
    to += length;
    // It ends after a word of its own: what may stand between may also begin the next part.
    if (held.size === subject.needs.length && groups.some((group) => group !== inside)) whole = to;
  }
  if (whole === at) return at;
  return whole + (/^(?:的(?!话)|了|啦|哈|哦|即可)/.exec(text.slice(whole))?.[0].length ?? 0);
}
