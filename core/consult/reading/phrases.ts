/**
 * What clerks write, phrase by phrase, with the meaning that each has in a reply. The longest phrase wins, so that 没有意见 is not read
 * as 有意见, nor 不同意见 as 不同意. A phrase that is not here has no meaning, and keeps a text from being read as consent.
 */

export type Meaning =
  /** 我局: the writer's department */
  | 'own'
  /** 市场监管局: a department, not known to be the writer's */
  | 'other'
  /** 贵局: the office that asks, or everybody; the subject of nothing that the writer answers */
  | 'office'
  /** Bears on nothing: courtesies, the letter's own name, 经研究 */
  | 'filler'
  | 'no-objection'
  /** 无其他意见: beyond what is said beside it */
  | 'no-more'
  | 'assent'
  | 'join'
  | 'decline'
  /** 无此类事项: nothing to take part with, which declines and says why */
  | 'none'
  | 'dissent'
  /** 有意见: that there are remarks, not which */
  | 'remark'
  /** 意见如下: remarks or an answer follow */
  | 'label'
  /** 建议, 调整为: what follows or goes before is asked to change */
  | 'propose'
  /** 因: a reason follows */
  | 'because'
  | 'receipt'
  /** 全力支持: kind, and no answer */
  | 'goodwill'
  /** 但、原则上、可能: what is said holds with a reservation */
  | 'reserve'
  /** 目前: holds for now */
  | 'for-now'
  | 'postpone'
  | 'ask'
  | 'not'
  /** Part of the items */
  | 'part'
  /** Somebody else's words, or words to all departments */
  | 'quote'
  /** An earlier answer is taken back */
  | 'retract'
  /** The answer stands in another place */
  | 'elsewhere'
  /** 见附件, 公文系统: a way that papers go */
  | 'file'
  /** 盖章件: the paper form of what is said here, which may follow later */
  | 'paper'
  /** What the answer would be about, in 修改意见见附件 */
  | 'content'
  | 'contact'
  | 'unknown';

/** Apart by blanks. */
const chinese: Readonly<Partial<Record<Meaning, string>>> = {
  own: `我们这块 我局这块 我局这边 我们局这边 我单位这边 敝局 敝单位 敝委 敝办 阿拉局 阿拉单位 我哋局 我哋 伲局 我们局里 我局里
    我们这边 我们这 我这边 我这 俺们 俺局 俺 我馆 本馆 我社 本社 本方 我司 我分局 本分局 咱 我们馆 我们院 我们所
    我们单位 我们局 我们委 我们大队 我们部门 我们中心 咱们局 咱们单位
    我局 本局 我单位 本单位 我委 本委 我办 本办 我中心 本中心 我大队 本大队 我支队 本支队 我队 本队 我所 本所
    我会 我院 我厅 我部门 本部门 我方 我们 咱们 咱局 我处 我站 我公司 我街道 我镇 我乡 我`,
  filler: `请放心 放心 提出的 制定的 起草的 草拟的 印发的 转来的 送来的 编制的 报来的 收到后
    即请
    再次 再次感谢 然后 那个 就是说 呃 额 哎 诶 唉 嘛 哟 噻 咯 咧 喽 哩 捏 滴 哒 之 矣 敬悉 顷接 兹复 谨复 谨此 此覆 敬复 为盼 为荷 一定
    为歉 迟复为歉 见谅 请见谅 敬请谅解 请谅解 谅解 海涵 敬请海涵 久等了 让您久等了 耽误了 忘了回 忘记回复 忘了回复 忙忘了 刚忙完 刚开完会 刚散会
    涉企 征询稿 计划表 征询表 看了一下 看了下 看了看 仔细看了 认真看了 都看了 看完了 仔细看过 权力清单 权责清单
    权力清单中 权责清单中 权力清单里 清单里 清单中 以及 连同 一并 作为 所发 发的 下发的 大函 尊函
    祝顺利 周末愉快 节日好 局长好 主任好 科长好 此复为盼 请知 请知晓 请悉 收文
    已核对 已核实
    请予以 看过了 看过 已看 看了 已看过 做好 相关 相关工作 各项工作 谢谢领导 感谢领导 领导辛苦了
    已研究 同志们 安排 工作安排 计划安排
    故 因此 所以 这边 一起
    决定 由 向 经研究 经认真研究 经研究讨论 经讨论研究 经讨论 经集体研究 经会议研究 经党组研究 经局党组研究 经局党组会议研究
    经局长办公会研究 经核对 经核实 经审核 经审阅 经审议 经梳理 经认真梳理 经自查 经对照 经查 经了解 经认真学习 经学习
    经学习研究 认真研究 认真学习 研究后 认真 仔细 经我局研究 经内部研究 经领导同意 经局领导同意 经主要领导同意
    经分管领导同意 经领导审定 经局领导审定 经请示领导同意 经商议 经内部征求意见 已经 已 现 现将 将 兹 有关 情况
    相关情况 具体情况 回复如下 反馈如下 答复如下 函复如下 复函如下 现回复如下 现反馈如下 现函复如下 现答复如下 如下
    特此回复 特此函复 特此复函 特此反馈 特此说明 特此报告 此复 专此函复 专此回复 专此 函复 回复 反馈 答复 复函 复
    各位领导 各位同事
    各位老师 发来的 发来 来文 来函 该函 此函 函 征询函 征询 征求意见函 征求意见稿 征求意见 会商函
    意见征询函 邀约 通知 该通知 文件 材料 草案 初稿 送审稿 稿 方案 该方案 实施方案 工作方案 计划 该计划 年度计划
    抽查计划 年度抽查计划 抽查工作计划 工作计划 任务清单 任务表 抽查任务 抽查任务清单 抽查事项清单 事项清单 清单 所附
    所列 所提 所拟 拟定的 拟定 附表 全部内容 全部 全文 上述 以上 此 该 本 本次 此次 这次 这个 这份 这项 该项
    此项 各项 所有 内容 事项 任务 工作 意见内容 的 了 啦 哈 呀 啊 哦 噢 呵呵 哈哈 嘞 对于 关于 对 就 于
    按 按照 双随机 随机 抽查 联合抽查 部门联合抽查 跨部门联合抽查 联合检查 跨部门 部门联合 部门内
    跨部门联合 年度 今年 本年度 本年 当年 全年 全县 全市 全区 均 都 全 一致 完全 十分 非常 表示 予以
    确认 明确 正式 同步 并 且 和 及 与 也 同时 请 烦请 敬请 请予 予 办理 按程序 按程序办理 按程序推进 按规定
    依规 依法 下发 发文 汇总 审阅 查阅 审定 知悉 请知悉 请查收 查收 敬请查收 请审阅
    请领导审阅 请领导审定 请予以汇总 您好 你好 大家好 领导好 老师好 早上好 上午好 中午好 下午好 晚上好 早 谢谢
    谢谢您 多谢 感谢 非常感谢 谢了 辛苦 辛苦了 您辛苦了 麻烦了 麻烦您了 打扰了 不好意思 抱歉 不客气 客气了 此致
    敬礼 此致敬礼 顺祝商祺 顺颂商祺 祝好 祝工作顺利 新年好 节日快乐 一公开 回函 我局意见 我单位意见 本单位意见
    本局意见 坚决 充分`,
  label: `意见 意见为 意见是 回复意见 反馈意见 修改意见 意见和建议 意见建议 意见如下 意见建议如下 建议如下 反馈意见如下
    回复意见如下 修改意见如下 有如下意见 有如下建议 提出如下意见 提出以下意见 提出如下建议 有以下意见 有以下建议 答复意见
    答复意见如下`,
  office: `同志 老师们 亲 贵县 我县 我市 我区 贵局 贵办 贵单位 贵委 贵方 你局 你办 你单位 你们 联席办 联席会议办公室 联席会议
    办公室 各位 同事 大家`,
  'no-objection': `没啥 没啥说的 没啥子意见 莫得意见 莫意见 冇意见 没甚意见 没有啥意见 无甚意见 并无意见 并无异议 别无意见 无不妥 未发现不妥 无不妥之处 没有不妥
    没啥问题 没得问题 没有什么问题 没什么问题 没有啥问题 没啥要改的 没有要改的 没什么要改的 没啥补充
    没得意见 未见异议
    无意见 没意见 没有意见 无异议 没异议 没有异议 无异意 无疑义 无疑意 无疑异 无议 没有不同意见 无不同意见 没不同意见
    无修改意见 没有修改意见 没修改意见 无修改建议 没有修改建议 无修改 无任何意见 没有任何意见 无任何异议 没有任何异议
    没任何意见 没什么意见 没有什么意见 没啥意见 无反对意见 没有反对意见 无意见建议 无意见和建议 没有意见建议
    没有意见和建议 无意见或建议 没有意见或建议 无建议 没有建议 没建议 没什么建议 没有什么建议 无修改意见建议
    无修改意见和建议 没有修改意见和建议 没有修改意见建议 无意见及建议 无相关意见 无相关意见建议 无反馈意见 无补充意见
    无补充 没有补充 没补充 无需补充 没有要补充的 没有补充意见 无需修改 无须修改 不需修改 不需要修改 不用修改 不用改
    不作修改 不做修改 无需调整 不需要调整 没问题 没有问题 没有任何问题 无问题 没有疑问 无疑问 未提出意见
    未提出异议 不持异议 无调整意见 无须调整 无意建 无已见 无议见 没议见 没有议见 无义见 木有意见`,
  'no-more': `无其他意见 无其它意见 没有其他意见 没其他意见
    没有其它意见 无其他异议 无其他修改意见 其他无意见 其它无意见 其余无意见 无其他意见和建议`,
  assent: `举双手赞成 双手赞成 甚妥 甚为妥当 妥当 认同 完全认同 均表赞同 深表赞同 
    同意 表示同意 予以同意 赞同 赞成 完全同意 一致同意 均同意 同意实施 同意印发 同意执行 同意办理 同意上报 认可
    同意并支持`,
  join: `愿意加入 同意加入 可以派人参加 按时派员参加 会按时参加 乐意参加 很乐意参加 一定参加 准时参加 全力参与 参加没问题
    派员参加 派人参加 将派员参加
    按计划参加 拟按计划参加 算我们一个 算上我们
    参加 参与 愿意参加 同意参加 同意参与 愿意参与 拟参加 拟参与 确认参加 确定参加 将参加 会参加 会参与 可以参加
    可参加 能参加 能够参加 按时参加 积极参加 积极参与 全部参加 全程参加 报名参加 继续参加 也参加`,
  decline: `无力参加 无力参与 无暇参加 无人参加 抽不出人参加
    恕不参与 恕不参加 恕难参加 恕难参与
    不再配合参与 不参与了 不参加啦 谢绝参与 不予参与 不拟参与 不便参与 无法参与 不能参与 不宜参与 不派员参加 不再参加了
    不参加 不参与 不拟参加 拟不参加 不打算参加 不再参加 不再参与 不能参加 无法参加 没法参加 不便参加 不予参加 不宜参加
    不愿参加 未参加 不参加了 不用参加 无需参加 无须参加 不需要参加 不需参加 不加入 没办法参加 参加不了`,
  none: `无执法主体资格 没有执法主体资格 没得这块业务 没得这项业务 没有这方面业务 没这块职能 没这个职能 没这项职能 没有这个职能 没有这项职能 没有这类企业
    无此类企业 无此项 没有这块 不归我们管 不归我局管 不是我们管的 不是我们的事
    不涉及 不涉及该项工作 不涉及此项工作 不涉及相关事项 未涉及 均不涉及 无涉及事项 与我局无关 与本单位无关 与我单位无关
    和我局无关 不适用 没有这项工作 没有这块工作 没有这块职能 没有这块业务 无这块业务 没有执法权 无执法权 不具有执法权
    不具备执法权 无行政执法权 没有行政执法权 无执法职能 没有执法职能 无行政执法职能`,
  dissent: `不同意 不赞同 不赞成 不认可 不予同意 反对 有异议 不能同意 无法同意 难以同意 不敢苟同 持反对意见`,
  remark: `有意见 有建议 有不同意见 有几点意见 有几点建议 有一点意见 有点意见 有一点建议 有些意见 有修改意见 有修改建议
    有几条意见 有补充 有问题 有疑问 有疑义 不同意见`,
  propose: `别超过 不超过 不得超过 不要超过 最多 控制在 限制在 有冲突 冲突 重叠 没更新 未更新
    过密 过紧 过严 过频 认为 觉得 感觉
    请予更正 予以更正 应更正 需更正 并更正 应予更正 并作 合为 合成 降点 降点儿 低点 低一点 低些 高点 别放 别安排 莫安排 避免
    加上 加个 加入 加进 加进去 加到 加一个 加一项 加一条 补上 补进 补一个 列入 列进 列上 并入 归到 划到 写上 写成 写明 写清 注明 挪到 移到 错开 避开 改期 换成 换到 改在 放在 放到 安排在
    推后 延后 往后 往后推 推迟 延迟 提早 提前 划掉 撤掉 拿掉 太紧 太密 偏早 偏晚 太早 太晚 有错 不对 不准确 漏了 遗漏 漏列 漏项 漏掉 少了 多了 多列 明确 请明确 明确一下 细化 完善 斟酌 商榷
    酌情 拟牵头 申请 要求 最好 宜改 减一点 少一点 少抽 多抽 降一点 降一降 高了点 低了点 高了些 偏大 偏小 过大 过小 重复 重了 统筹 缩减 减到 减为 加到 升到 压到 压减 减轻 放宽 改掉 更换 替换 变更 调换 换人
    请核实 请核对 请核减 请予调整
    取消
    建议 提议 希望 望 请将 请把 请补充 请增加 请删除 请删去 请调整 请修改 请改 请考虑 请更正 请更新 调整为 调整到
    调整至 调到 调至 调为 调成 下调 上调 调高 调低 改为 改成 改到 修改为 变更为 更改为 更正为 提高到 提高至 降到
    降至 降低到 降低至 降低 增加 新增 补充 增列 纳入 删除 删去 删掉 去掉 剔除 移除 移出 合并 拆分 改由 应改
    应为 应当 不宜 宜 不妥 欠妥 偏高 偏低 过高 过低 太高 太低 高了 低了 太多 太少 过多 过少 偏多 偏少 有误
    错别字 错误 不一致 能否 可否 是否可以 可不可以 能不能 压缩 推迟到 推迟至 提前到 提前至 延长至 延长到 缩短 展期
    减少 提高 牵头`,
  because: `因 因为 由于 鉴于 原因是 理由是 原因 理由 考虑到`,
  receipt: `已收 收讫 已阅悉 阅悉 敬阅 要得 行嘞
    +1 收到 已收到 收悉 已收悉 收到了 已阅 已阅知 阅 已读 好 好的 好滴 好嘞 好呀 好吧 嗯 嗯嗯 恩 恩恩 知道了 知道
    已知悉 悉知 知晓 已知晓 明白 明白了 了解 了解了 已了解 晓得了 行 行的 中 可 可以 可以的 对的 是的 是 阅知
    👍 👌 ✅ ✔ 💯 🆗 🫡 :+1: :thumbsup: :ok_hand: :ok: :white_check_mark:
    :heavy_check_mark: :100: 遵命 没毛病`,
  reserve: `的是 就同意 就没意见 就没有意见 就无意见 就没问题 就参加 就可以 就行 唯 惟 唯一 之外 以外 外 若是 若能 暂按 先按 先 姑且 权且 尚可 差不多 一般 照说 按理 按说 理论上
    有点 有些担心 担心 顾虑 怕 恐 恐怕 难说 不好说 不好表态 否则 才能 方可 方能 再 还要 还得 得先 要先 另 就是 至少 暂且
    没什么大的意见 没什么大意见 意见不大 能有什么意见
    但 但是 不过 然而 只是 可是 却 原则 原则上 原则性 基本 基本上 大体 大体上 总体 总体上 大致 初步 初步意见
    如果 如 若 假如 假设 倘若 要是 万一 的话 除 除了 除外 前提 前提是 前提下 须 需 需要 仍需 还需 必须 等 待
    俟 视 视情 视情况 尽量 尽可能 争取 可能 也许 大概 应该 估计 好像 似乎 或许 吧 个人 我个人 个人意见 我科
    本科室 我科室 我股 我股室 本股室 科室 本人 口头 同意后 审定后 批准后 研究同意后 领导同意后 默认 视为 只要 仅限
    限于 保留 有条件 才 倾向 倾向于 宜再 勉强 试`,
  'for-now': `目前 暂 暂时 现阶段 当前 暂未 暂不 至今 截至目前 眼下 暂无意见 目前无意见 暂无异议 暂没意见 暂没有意见
    暂无修改意见`,
  postpone: `领导 局领导 分管领导 主要领导 已呈 呈 签批 批示 阅示
    稍后 稍候 稍晚 晚点 晚些 晚一点 回头 明天 明日 明早 后天 下午 上午再 下周 下周一 下周二 下周三 下周四 下周五
    下个月 下月 节后 月底 月底前 周五前 周一 周二 周三 周四 周五 尽快 再回复 再反馈 再答复 再报 再说 再议 再定
    再看 再研究 再议定 研究中 正在研究 正研究 还在研究 在研究 仍在研究 正在征求 正在汇总 正在走程序 走流程 走程序
    在走流程 征求意见中 汇报 请示 请示领导 待研究 待领导 待定 待审定 待局党组 待上会 上会 容后 另行 近日 马上 这就
    抓紧 尚未 还没 还没有 还未 后续 后期 过几天 过两天 几天 看看 看一下 看下 研究一下 研究研究 研究后回复
    研究后反馈 考虑一下 考虑考虑 商量 商量一下 沟通 延期 宽限 宽限几天 等领导 等局长 等一下 等等 随后 之后 今天内
    这两天 近期 择日`,
  ask: `空的
    发我 发下 发一下 传一下 给我发 再发一份
    打不开 下载不了 找不到 看不到 没收到 ? 吗 么 呢 什么 啥 哪 哪个 哪些 哪里 怎么 怎样 怎么样 如何 是否 有没有 有无 几时 何时 多少 谁 请问 想问
    问一下 问下 咨询 咨询一下 请教 难道 与否 同不同意 有没有意见 参不参加 要不要 需不需要 是不是 为什么 为何 啥时候
    什么时候 妥否 当否 可否批准`,
  not: `不 没 没有 无 未 非 并非 并不 并无 不是 不能 不会 不要 不可 不得 不应 不必 并未 绝不 决不 别 勿 莫 难以
    拒绝 无法 很难 不予 👎 ❌ 🙅 ✖ :-1: :thumbsdown: :x: :no_entry:`,
  part: `多数 大部分 大多 绝大部分 绝大多数 半数 一半 若干 前几个 后几个 几项 几个
    其中 部分 个别 其他 其它 其余 余下 另外 另一 仅 只 只有 单独 某些 有些 有的 前两项 前三项 前几项 后两项
    后几项 后面 前面 上半年 下半年 `,
  quote: `的请 请回复 请反馈 请答复 请函复 请予回复 请尽快反馈 请于 请各单位 请各部门 请各成员单位 请你单位 请贵单位 请你局 请大家 各单位 各部门 各成员单位 各有关单位 各有关部门
    各相关单位 各县 转发 转自 以下是 原文 据说 听说 他说 她说 对方 他们 他局 说是 表示过 回的 所说 所谓
    的意见是 逾期 转: 答复口径 模板 范例 示例 例如 比如 样例 格式 某局`,
  retract: `发串了 刚才那条 上一条 上条
    撤回 收回 作废 更正 纠正 取消参加 退出 之前的 之前 上次 前面的 刚才 刚刚
    原来的 原先 先前 此前 不算 不算数 忽略 请忽略 以此为准 以本次为准 重新反馈 收回意见`,
  elsewhere: `为准 以公文为准 以正式文件为准 以正式函为准
    同上 同前 如前 同去年 参照去年 参照上年 按去年 按去年的 照去年 去年 上年 上年度 往年 历年 沿用 照旧 一样
    书面意见 电话沟通 私聊`,
  file: `同意函 回复函 无意见函
    附件 见附件 详见附件 附后 附上 如附件 已上传 上传 已报送 报送 已发送 已提交 提交 已送 已报 已填表 填表 已填
    已填写 已填好 填报 表格 反馈表 回执 已盖章 电子版 正式文件 正式函 回执单 签收单 征询表 意见反馈表 见邮件 见公文
    见系统 已通过公文系统报送 已在系统 通过公文系统 公文系统 协同办公 浙政钉 粤政易 钉钉 微信 邮箱 邮件 传真 机要
    线下 书面 电话回复 系统里 系统 通过 通过系统 传 书面回复 另附 送达 寄送 送到 报到 送 寄 发送 上报 报 交 发`,
  content: `建议内容 修改内容 具体内容 具体意见 具体任务 具体事项 详细意见 具体 详情 详见 参加人员 我局任务`,
  contact: `参检人员 检查人员 执法人员 抽查人员
    联络员 联络人 经办同志 承办人 对接人 具体联系人 负责人 手机号 手机号码 电话号码 办公电话 办公室电话 座机 内线 分机 短号 微信号 联系 请联系 有事联系 有事请联系 有事找 固话 电话同微信 微信同号 同微信
    联系人 联系电话 电话 手机 经办人 联系方式 经办`,
  paper: `参检人员名单 参检名单 执法人员名单 检查人员名单 花名册 盖章的 正式回函
    人员名单 参加人员名单 名单 报名表 具体人员名单 具体人员
    纸质件 纸质版 盖章件 盖章 签章 扫描件 原件 复印件 盖章版 纸质回函 盖章回函`,
  goodwill: `高度重视 重视 已签字盖章 签字盖章 已盖章签字 已签章 相符
    符合规定 符合要求 符合实际 符合我局实际 内容完整 内容准确 切实可行 可行 合理 科学合理 安排合理 准确无误 安排得当
    无误 核对无误 配合好 会配合好 会配合 会积极配合
    报批 上报 按程序报批 服从安排 服从 听从 听从安排 一切按规定来 按规定来 听安排
    按这个来 按此办理 就这样 就按这个办 认真抓好落实 抓好落实 抓落实 认真落实 做好落实 按要求落实 落实 组织实施 组织开展 开展 愿意 贯彻落实
    执行 照此 按此 照办 实施 印发 推进 照此执行 按文件办 按文件执行
    支持 积极支持 全力支持 大力支持 配合 积极配合 全力配合 做好配合 配合做好 将积极配合 全力以赴`,
};

/** Apart by bars, since they hold blanks. */
const english: Readonly<Partial<Record<Meaning, string>>> = {
  own: `we|our|bureau|department|us|i`,
  filler: `hi|hello|thanks|thank you|dear|all|colleagues|regards|best|
    please|have|has|had|the|a|an|to|this|that|is|are|be|for|from|
    side|letter|plan|it|on|with|consultation|proceed|kind|kindly|
    draft|annual|inspection|inspections|joint|year|and`,
  label: `reply:|our reply:|our reply is|comments:`,
  'no-objection': `no objection|no objections|have no objection|have no objections|
    no comment|no comments|no comments or objections|
    no objection or comment|no objections or comments|do not object|
    don't object`,
  assent: `agree|agreed|agrees|we agree|approve|approved`,
  join: `join|joining|participate|participating|take part|taking part|
    will join|will participate|will take part|would like to join|
    happy to join|count us in`,
  decline: `not participating|not participate|not join|not joining|
    not take part|not taking part|not be participating|
    not be joining|will not participate|will not join|won't join|
    won't participate|cannot join|cannot participate|can't join|
    can't participate|unable to join|unable to participate|
    do not participate|don't participate|decline|declines|
    decline to participate`,
  none: `no inspection power|no inspection powers|no power|no authority|no enforcement power|no jurisdiction|
    n/a|not applicable|no such items|no such item|no such tasks|
    no such task|no relevant items|no relevant tasks`,
  dissent: `disagree|disagreed|not agree|do not agree|don't agree|
    cannot agree|can't agree|not approve|object|we object`,
  remark: `objection|objections|comments|comment`,
  propose: `suggest|suggests|suggestion|propose|proposes|recommend|
    should be|change|reduce|increase|lower|raise`,
  because: `because|due to|since`,
  receipt: `ok|okay|okk|received|noted|well noted|roger|got it|copy|
    copy that|will do|yes|yep|sure|fine|lgtm|understood`,
  reserve: `but|however|except|if|unless|provided|subject to|in principle|
    conditional|conditionally|maybe|perhaps|probably|tentatively|
    basically|mostly|generally|personally|though|although|only`,
  'for-now': `for now|at present|currently|at the moment|so far|yet`,
  postpone: `later|tomorrow|next week|soon|will reply|will get back|get back|
    pending|under review`,
  ask: `what|when|who|why|how|which|where|could you|can you`,
  not: `not|no|never|none|cannot|can't|don't|won't|isn't|doesn't|
    without|nope`,
  part: `some|part of|partly|partially|others|rest|other|half`,
  quote: `fw:|fwd:|re:|forwarded`,
  retract: `retract|withdraw|ignore|mistake`,
  elsewhere: `same as above|same as last year|last year`,
  file: `stamped copy|sent|stamped|copy|by post|will follow|signed copy|
    attached|attachment|enclosed|see attached|by email|see email|oa`,
  contact: `contact|tel|phone`,
};

/** By first character, longest first. */
export const lexicon: ReadonlyMap<string, readonly (readonly [string, Meaning])[]> = byFirst([
  ...spread(chinese, /\s+/),
  ...spread(english, /\|\s*/),
]);

function spread(
  table: Readonly<Partial<Record<Meaning, string>>>,
  between: RegExp,
): readonly (readonly [string, Meaning])[] {
  const entries = Object.entries(table) as readonly (readonly [Meaning, string])[];
  return entries.flatMap(([meaning, words]) => words.split(between).map((phrase) => [phrase, meaning] as const));
}

export function byFirst(
  phrases: readonly (readonly [string, Meaning])[],
): ReadonlyMap<string, readonly (readonly [string, Meaning])[]> {
  const table = new Map<string, (readonly [string, Meaning])[]>();
  for (const entry of phrases) {
    const first = entry[0].charAt(0);
    const list = table.get(first);
    if (list === undefined) table.set(first, [entry]);
    else list.push(entry);
  }
  for (const list of table.values()) list.sort(([a], [b]) => b.length - a.length);
  return table;
}
