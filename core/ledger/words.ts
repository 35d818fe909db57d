/** What a person reads about the ledger: the name of each fact, how a chain is broken, how a checkpoint is refused. */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { CheckpointRefusal } from './checkpoint.ts';
import type { FactKind } from './fact.ts';
import type { Break } from './verify.ts';

export const factWords = {
  practice: { zh: '演练库启用', en: 'practice database begun' },
  'body-erased': { zh: '内容依规清除', en: 'contents erased on record' },
  'checkpoint-posted': { zh: '台账校验点公布', en: 'checkpoint posted' },
  'checkpoint-gap-resolved': { zh: '校验点缺口处理', en: 'gap to a posted checkpoint resolved' },
  'backup-made': { zh: '备份', en: 'backup made' },
  'office-moved': { zh: '数据迁出', en: 'office moved to another database' },
  'office-arrived': { zh: '数据迁入', en: 'office arrived from another database' },
  'move-cancelled': { zh: '数据迁移取消', en: 'move to another database cancelled' },

  'person-enrolled': { zh: '人员登记', en: 'person enrolled' },
  'person-dismissed': { zh: '人员注销', en: 'person dismissed' },

  'person-invited': { zh: '发放绑定邀请码', en: 'invitation code issued' },
  'chat-linked': { zh: '聊天账号绑定', en: 'chat account linked' },
  'chat-unlinked': { zh: '聊天账号解除绑定', en: 'chat account unlinked' },
  'channel-named': { zh: '指定群组（频道）', en: 'channel named' },

  'policy-in-force': { zh: '制度文件启用', en: 'policy put in force' },
  'policy-overridden': { zh: '上位规定替换', en: 'policy value replaced by a higher rule' },
  'holidays-loaded': { zh: '放假安排录入', en: 'holiday notice loaded' },

  'list-imported': { zh: '名录清单导入', en: 'list imported' },
  'list-changed': { zh: '名录清单调整', en: 'list changed' },
  'list-sent': { zh: '清单报送', en: 'list sent' },
  'list-received': { zh: '清单签收', en: 'list received' },
  'list-published': { zh: '清单公布', en: 'list published' },
  'item-repealed': { zh: '抽查事项依据废止', en: 'basis of an item repealed' },
  'pool-round-opened': { zh: '监管库调整开始', en: 'round of pool adjustment opened' },
  'pool-move-proposed': { zh: '移库申请（推荐）', en: 'move between pools proposed' },
  'pool-move-confirmed': { zh: '移库确认', en: 'move between pools confirmed' },
  'pool-move-refused': { zh: '移库不予确认', en: 'move between pools refused' },

  'consultation-opened': { zh: '发起征询', en: 'consultation opened' },
  'consultation-extended': { zh: '征询延期', en: 'consultation extended' },
  'consultation-closed': { zh: '征询截止', en: 'consultation closed' },
  'reply-received': { zh: '收到反馈', en: 'reply received' },
  'reply-edited': { zh: '反馈原文被修改', en: 'text of a reply edited' },
  'reply-deleted': { zh: '反馈原文被删除', en: 'text of a reply deleted' },
  'invitation-sent': { zh: '发出会商函（邀约）', en: 'invitation to a joint task sent' },
  'invitation-answered': { zh: '答复会商函（邀约）', en: 'invitation to a joint task answered' },
  'missing-item-reported': { zh: '反映缺失事项', en: 'missing item reported' },
  'missing-item-advanced': { zh: '缺失事项办理进展', en: 'missing item taken a step further' },
  'superior-plan-received': { zh: '收到上级计划', en: 'plan from above received' },
  'superior-plan-answered': { zh: '签收（退回）上级计划', en: 'plan from above signed for or returned' },
  'joining-answered': { zh: '答复合并建议', en: 'suggestion to join answered' },

  'tasks-joined': { zh: '任务合并为部门联合', en: 'tasks joined' },
  'plan-drafted': { zh: '计划起草', en: 'plan drafted' },
  'plan-revised': { zh: '计划修改', en: 'plan revised' },
  'plan-checked': { zh: '计划自动核对', en: 'plan checked' },
  'plan-submitted': { zh: '计划送审', en: 'plan submitted for review' },
  'plan-approved': { zh: '计划审核通过', en: 'plan approved' },
  'plan-returned': { zh: '计划退回', en: 'plan returned' },
  'task-reviewed': { zh: '计划事项逐项审核', en: 'task of a plan reviewed' },
  'plan-seen': { zh: '计划阅知', en: 'plan seen' },
  'plan-issued': { zh: '计划印发', en: 'plan issued' },
  'plan-published': { zh: '计划公示', en: 'plan published' },
  'unplanned-check-filed': { zh: '计划外检查备案', en: 'unplanned check filed' },
  'filing-received': { zh: '备案回执', en: 'receipt of a filing' },
  'finding-overridden': { zh: '说明理由后保留', en: 'finding overridden with a reason' },

  'ceremony-frozen': { zh: '锁定名单', en: 'roster frozen' },
  'ceremony-cosigned': { zh: '监督人员会签', en: 'manifest co-signed' },
  'secret-sealed': { zh: '封签', en: 'secret sealed' },
  'slip-printed': { zh: '密封条打印', en: 'sealed slip printed' },
  'sealing-closed': { zh: '封签截止', en: 'sealing closed' },
  'secret-opened': { zh: '启封', en: 'secret opened' },
  'opening-closed': { zh: '启封截止', en: 'openings closed' },
  'public-number-passed-over': { zh: '公共数改用下一来源', en: 'public number passed over' },
  'public-number-typed': { zh: '公共数录入（一人）', en: 'public number typed by one person' },
  'public-number-entered': { zh: '公共数确认（两人一致）', en: 'public number confirmed by two persons' },
  'public-number-correction-asked': { zh: '申请更正公共数', en: 'correction of the public number asked for' },
  'public-number-corrected': { zh: '公共数误录更正', en: 'mistyped public number corrected' },
  'ceremony-opened': { zh: '开签抽取', en: 'draw opened' },
  'ceremony-aborted': { zh: '封签前中止', en: 'ceremony aborted' },
  'annulment-asked': { zh: '申请撤销抽取', en: 'annulment asked for' },
  'ceremony-annulled': { zh: '抽取撤销', en: 'draw annulled' },
  'ceremony-disclosed': { zh: '抽取记录公开', en: 'draw record disclosed' },
  'outside-draw-taken-in': { zh: '外部平台抽取结果录入', en: 'draw held elsewhere taken in' },

  'visits-assigned': { zh: '检查人员匹配', en: 'visits assigned' },
  'recusal-declared': { zh: '回避申请', en: 'recusal declared' },
  'recusal-decided': { zh: '回避决定', en: 'recusal decided' },
  'inspector-unavailable': { zh: '检查人员不能参加', en: 'inspector unavailable' },
  'inspector-substituted': { zh: '检查人员递补', en: 'inspector substituted' },
  'subject-replaced': { zh: '检查对象递补', en: 'subject replaced' },
  'outside-number-recorded': { zh: '外部平台编号登记', en: 'outside number recorded' },
  'visits-approval-asked': { zh: '呈请检查审批', en: 'approval of visits asked for' },
  'visits-approval-decided': { zh: '检查审批', en: 'approval of visits decided' },
  'visits-noticed': { zh: '检查通知送达', en: 'notice of visits given' },
  'visit-scheme-kept': { zh: '联合检查实施方案', en: 'scheme of joint visits kept' },
  'agenda-proposed': { zh: '联合检查日程提出', en: 'agenda of visits proposed' },
  'agenda-answered': { zh: '联合检查日程答复', en: 'agenda of visits answered' },
  'desk-reviewed': { zh: '书面检查', en: 'desk review' },
  'visit-held': { zh: '现场检查记录', en: 'what happened at the door' },
  'opinion-given': { zh: '专家意见', en: 'expert opinion' },
  'unplanned-check-held': { zh: '备案检查完成', en: 'filed check held' },
  'draw-media-kept': { zh: '抽取影像资料登记', en: 'pictures of a draw kept' },
  'form-signed': { zh: '检查记录阅核签章', en: 'record of the check signed' },
  'visit-finished': { zh: '检查完成', en: 'visit finished' },
  'task-finished': { zh: '任务完成', en: 'task finished' },

  'outcome-entered': { zh: '检查结果录入', en: 'outcomes entered' },
  'outcomes-reviewed': { zh: '检查结果审核', en: 'outcomes reviewed' },

  'outcomes-published': { zh: '检查结果公示', en: 'outcomes published' },
  'notice-acknowledged': { zh: '公示平台回执', en: 'notice acknowledged' },
  'outcome-withheld': { zh: '不予公示或调整公示', en: 'outcome withheld' },
  'objection-received': { zh: '公示异议', en: 'objection to a notice' },
  'objection-decided': { zh: '公示异议处理', en: 'objection decided' },
  'notice-ended': { zh: '停止公示', en: 'notice ended' },
  'matter-published': { zh: '其他事项公布', en: 'another matter published' },
  'records-reconciled': { zh: '归集信息核对', en: 'records reconciled' },

  'correction-ordered': { zh: '责令改正', en: 'correction ordered' },
  'correction-checked': { zh: '整改复查', en: 'correction checked' },
  'penalty-decided': { zh: '行政处罚决定', en: 'penalty decided' },
  'guidance-given': { zh: '整改辅导单', en: 'guidance slip given' },
  'leniency-applied': { zh: '从宽清单适用', en: 'leniency list applied' },
  'case-transferred': { zh: '案源移交', en: 'case transferred' },
  'transfer-received': { zh: '移交签收', en: 'transfer received' },
  'transfer-returned': { zh: '移交办理结果反馈', en: 'result of a transfer told' },
  'crime-referred': { zh: '涉嫌犯罪移送', en: 'suspected crime referred' },
  'crime-answered': { zh: '涉嫌犯罪移送结果', en: 'answer to a referral' },
  'listing-reminded': { zh: '列异事前提醒', en: 'reminded before abnormal listing' },
  'abnormal-listed': { zh: '列入经营异常名录', en: 'listed as abnormal' },
  'repair-letter-sent': { zh: '信用修复告知', en: 'letter on credit repair sent' },
  'credit-repaired': { zh: '信用修复', en: 'credit repaired' },
  'joint-punishment-recorded': { zh: '联合惩戒', en: 'joint punishment recorded' },
  'case-closed': { zh: '后续处置完结', en: 'finding closed' },
  'revisit-recorded': { zh: '抽查回访', en: 'revisit recorded' },
  'class-change-suggested': { zh: '分类调整建议', en: 'change of class suggested' },
  'class-change-answered': { zh: '分类调整建议答复', en: 'suggested change of class answered' },
  'recheck-drawn': { zh: '再检查抽取', en: 're-inspection drawn' },
  'recheck-recorded': { zh: '再检查情况', en: 're-inspection recorded' },
  'recheck-answered': { zh: '再检查问题整改', en: 'faults of a re-inspection answered' },
  'sign-answered': { zh: '形式化迹象说明', en: 'sign of formalism answered' },
  'risk-recorded': { zh: '风险预警线索', en: 'risk warning recorded' },
  'risk-handled': { zh: '风险预警处置', en: 'risk warning handled' },
  'targeted-check-proposed': { zh: '定向抽查、专项检查建议', en: 'targeted check proposed' },

  'number-stated': { zh: '数据申报', en: 'number stated' },
  'summary-submitted': { zh: '工作小结报送', en: 'summary submitted' },
  'summary-returned': { zh: '工作小结退回', en: 'summary returned' },
  'bulletin-issued': { zh: '通报、小结印发', en: 'bulletin issued' },
  'meeting-called': { zh: '会议通知', en: 'meeting called' },
  'meeting-answered': { zh: '会议回执', en: 'meeting answered' },
  'meeting-held': { zh: '会议召开', en: 'meeting held' },
  'practice-passed-on': { zh: '经验做法通报', en: 'practice passed on' },
  'practice-shared': { zh: '经验做法交流', en: 'practice shared' },
  'news-sent': { zh: '工作动态报送', en: 'work news sent' },
  'problem-raised': { zh: '问题提出', en: 'problem raised' },
  'problem-assigned': { zh: '问题交办', en: 'problem assigned' },
  'problem-solved': { zh: '问题办结', en: 'problem solved' },
  'supervision-recorded': { zh: '指导督查', en: 'guidance and supervision recorded' },
  'voice-received': { zh: '群众反映', en: 'word from the public received' },
  'voice-answered': { zh: '群众反映答复', en: 'word from the public answered' },
  'misconduct-referred': { zh: '违纪线索移送', en: 'lead on misconduct referred' },
  'misconduct-answered': { zh: '违纪线索办理', en: 'lead on misconduct answered' },

  'paper-issued': { zh: '文书编号签发', en: 'paper numbered and issued' },

  'reminder-sent': { zh: '催办（提醒）', en: 'reminder sent' },
} as const satisfies Record<FactKind, Words>;

export function breakWords(broken: Break): Words {
  switch (broken.reason) {
    case 'number':
      return {
        zh: `台账第 ${broken.seq} 行缺失或错位（此处为第 ${broken.found} 行）`,
        en: `row ${broken.seq} of the ledger is missing or out of place (row ${broken.found} stands there)`,
      };
    case 'link':
      return { zh: `台账第 ${broken.seq} 行与上一行不衔接`, en: `row ${broken.seq} does not continue the row before` };
    case 'row':
      return {
        zh: `台账第 ${broken.seq} 行被改动（时间、事由、经办人或内容摘要）`,
        en: `row ${broken.seq} was changed (time, kind, actor or digest of its body)`,
      };
    case 'body':
      return { zh: `台账第 ${broken.seq} 行的内容被改动`, en: `the body of row ${broken.seq} was changed` };
    case 'body-missing':
      return {
        zh: `台账第 ${broken.seq} 行的内容缺失，且没有清除记录`,
        en: `the body of row ${broken.seq} is gone and no erasure is on record`,
      };
    case 'head':
      return {
        zh: `台账应止于第 ${broken.expected.seq} 行（${short(broken.expected.hash)}），实际止于第 ${broken.found.seq} 行（${short(broken.found.hash)}）`,
        en: `the ledger should end at row ${broken.expected.seq} (${short(broken.expected.hash)}) and ends at row ${broken.found.seq} (${short(broken.found.hash)})`,
      };
    default:
      return never(broken);
  }
}

export function checkpointWords(refusal: CheckpointRefusal): Words {
  switch (refusal.reason) {
    case 'not-a-checkpoint':
      return {
        zh: `不是台账校验点：第 ${refusal.line} 行不符`,
        en: `not a checkpoint: line ${refusal.line} does not fit`,
      };
    case 'foreign-ledger':
      return { zh: `这是另一单位的校验点：${refusal.origin}`, en: `a checkpoint of another ledger: ${refusal.origin}` };
    default:
      return never(refusal);
  }
}

const short = (hash: string): string => hash.slice(0, 8);
