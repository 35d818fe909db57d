/** Roles, verbs and the table of rights in words. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Role, WitnessKind } from '../actor.ts';
import type { RightsRefusal, Verb } from '../rights.ts';

export const witnessWords = {
  deputy: { zh: '人大代表', en: 'deputy of the people’s congress' },
  'conference-member': { zh: '政协委员', en: 'member of the political consultative conference' },
  discipline: { zh: '纪检监察', en: 'discipline body' },
  'third-party': { zh: '社会第三方', en: 'third party' },
  department: { zh: '本部门', en: 'the department itself' },
} as const satisfies Record<WitnessKind, Words>;

export const roleWords = {
  office: { zh: '联席办工作人员', en: 'the joint conference office' },
  liaison: { zh: '联络员', en: 'a liaison' },
  head: { zh: '部门负责人', en: 'a head of department' },
  legal: { zh: '合法性审核人员', en: 'a legal reviewer' },
  inspector: { zh: '执法检查人员', en: 'an inspector' },
  witness: { zh: '监督人员', en: 'a witness' },
  supervisor: { zh: '督查单位人员', en: 'a supervisor' },
  'outcome-reviewer': { zh: '检查结果审核人员', en: 'a reviewer of outcomes' },
  discipline: { zh: '纪检监察机构人员', en: 'the discipline body' },
  superior: { zh: '上级机关人员', en: 'a superior body' },
  'county-office': { zh: '县（市、区）工作机制办公室人员', en: 'a county office' },
} as const satisfies Record<Role, Words>;

const verbWords = {
  enrol: { zh: '登记人员', en: 'enrol a person' },
  dismiss: { zh: '注销人员', en: 'dismiss a person' },
  'invite-person': { zh: '发放绑定邀请码', en: 'issue an invitation code' },
  'link-chat': { zh: '绑定聊天账号', en: 'link a chat account' },
  'unlink-chat': { zh: '解除聊天账号绑定', en: 'unlink a chat account' },
  'name-channel': { zh: '指定群组（频道）', en: 'name a channel' },
  'import-common': { zh: '导入共用名录清单', en: 'import a common list' },
  'import-own': { zh: '导入名录清单', en: 'import a list' },
  'send-list': { zh: '报送清单', en: 'send a list' },
  'receive-list': { zh: '签收清单', en: 'receive a list' },
  'publish-list': { zh: '公布清单', en: 'publish a list' },
  'keep-document': { zh: '登记成文材料', en: 'keep a document' },
  'repeal-item': { zh: '登记事项依据废止', en: 'record that the basis of an item is repealed' },
  'open-pool-round': { zh: '开始监管库调整', en: 'open a round of pool adjustment' },
  'propose-move': { zh: '申请（推荐）移库', en: 'propose a move between pools' },
  'confirm-move': { zh: '确认移库', en: 'confirm a move between pools' },
  'refuse-move': { zh: '不予确认移库', en: 'refuse a move between pools' },
  'adopt-policy': { zh: '启用制度文件', en: 'put a policy in force' },
  'override-policy': { zh: '录入上位规定', en: 'enter a higher rule' },
  'load-holidays': { zh: '录入放假安排', en: 'load a holiday notice' },
  'open-consultation': { zh: '发起征询', en: 'open a consultation' },
  'extend-consultation': { zh: '延长征询期限', en: 'extend a consultation' },
  'close-consultation': { zh: '截止征询', en: 'close a consultation' },
  'reply-to-consultation': { zh: '反馈征询意见', en: 'reply to a consultation' },
  'send-invitation': { zh: '发出会商函（邀约）', en: 'send an invitation to a joint task' },
  'answer-invitation': { zh: '答复会商函（邀约）', en: 'answer an invitation to a joint task' },
  'report-missing-item': { zh: '反映缺失事项', en: 'report a missing item' },
  'advance-missing-item': { zh: '办理缺失事项', en: 'take a missing item further' },
  'receive-superior-plan': { zh: '录入上级计划', en: 'take in a plan from above' },
  'answer-superior-plan': { zh: '签收（退回）上级计划', en: 'sign for or return a plan from above' },
  'answer-joining': { zh: '答复合并建议', en: 'answer a suggestion to join tasks' },
  'draft-plan': { zh: '起草计划', en: 'draft a plan' },
  'check-plan': { zh: '核对计划', en: 'check a plan' },
  'submit-plan': { zh: '送审计划', en: 'send a plan for review' },
  'approve-plan': { zh: '审核通过计划', en: 'approve a plan' },
  'return-plan': { zh: '退回计划', en: 'return a plan' },
  'review-task': { zh: '逐项审核计划', en: 'review a task of a plan' },
  'see-plan': { zh: '阅知计划', en: 'note a plan' },
  'keep-finding': { zh: '说明理由保留核对意见', en: 'give a reason for a finding' },
  'issue-plan': { zh: '印发计划', en: 'issue a plan' },
  'publish-plan': { zh: '公示计划', en: 'publish a plan' },
  freeze: { zh: '锁定名单', en: 'freeze a roster' },
  cosign: { zh: '会签', en: 'co-sign' },
  seal: { zh: '封签', en: 'seal a secret' },
  'print-slip': { zh: '打印密封条', en: 'print the sealed slip' },
  'close-sealing': { zh: '截止封签', en: 'close the sealing' },
  reveal: { zh: '启封', en: 'open a secret' },
  'close-opening': { zh: '截止启封', en: 'close the openings' },
  'type-number': { zh: '录入公共数', en: 'type the public number' },
  open: { zh: '开签抽取', en: 'open the draw' },
  abort: { zh: '中止抽取', en: 'abort a ceremony' },
  'correct-number': { zh: '更正公共数', en: 'correct the public number' },
  'confirm-correction': { zh: '确认更正公共数', en: 'confirm a correction of the public number' },
  annul: { zh: '撤销抽取', en: 'annul a draw' },
  'confirm-annulment': { zh: '确认撤销抽取', en: 'confirm an annulment' },
  disclose: { zh: '公开抽取记录', en: 'disclose a draw record' },
  'take-in-draw': { zh: '录入外部平台抽取结果', en: 'take in a draw held elsewhere' },
  'assign-visits': { zh: '派发检查任务', en: 'assign visits' },
  'declare-recusal': { zh: '申请回避', en: 'declare a recusal' },
  'decide-recusal': { zh: '决定回避', en: 'decide a recusal' },
  'report-unavailable': { zh: '报告人员不能到场', en: 'report an inspector unavailable' },
  substitute: { zh: '递补人员', en: 'substitute an inspector' },
  'replace-subject': { zh: '替换检查对象', en: 'replace a subject' },
  enter: { zh: '录入检查结果', en: 'enter outcomes' },
  'ask-approval': { zh: '呈请检查审批', en: 'ask for approval of visits' },
  'decide-approval': { zh: '审批检查', en: 'approve visits' },
  'give-notice': { zh: '送达检查通知', en: 'give notice of visits' },
  'keep-scheme': { zh: '制定联合检查实施方案', en: 'keep a scheme of joint visits' },
  'propose-agenda': { zh: '提出联合检查日程', en: 'propose an agenda' },
  'answer-agenda': { zh: '答复联合检查日程', en: 'answer an agenda' },
  'review-at-desk': { zh: '登记书面检查', en: 'record a desk review' },
  'hold-visit': { zh: '登记现场检查', en: 'record a visit' },
  'give-opinion': { zh: '登记专家意见', en: 'record an expert opinion' },
  'file-unplanned': { zh: '报备计划外检查', en: 'file an unplanned check' },
  'receive-filing': { zh: '签收备案', en: 'receive a filing' },
  'hold-unplanned': { zh: '登记备案检查结果', en: 'record a filed check' },
  'record-outside-number': { zh: '登记外部平台编号', en: 'record an outside number' },
  'keep-media': { zh: '登记抽取影像资料', en: 'keep pictures of a draw' },
  'sign-form': { zh: '登记检查记录签章', en: 'record the signing of a form' },
  'finish-visit': { zh: '办结检查', en: 'finish a visit' },
  'finish-task': { zh: '办结任务', en: 'finish a task' },
  'review-outcomes': { zh: '审核检查结果', en: 'review outcomes' },
  'publish-outcomes': { zh: '公示检查结果', en: 'publish outcomes' },
  'acknowledge-notice': { zh: '登记公示回执', en: 'record an acknowledgement' },
  'withhold-outcome': { zh: '决定不予公示', en: 'withhold an outcome' },
  'receive-objection': { zh: '登记公示异议', en: 'record an objection' },
  'decide-objection': { zh: '处理公示异议', en: 'decide an objection' },
  'end-notice': { zh: '停止公示', en: 'end a notice' },
  'publish-matter': { zh: '公布事项', en: 'publish a matter' },
  'reconcile-records': { zh: '核对归集信息', en: 'reconcile records' },
  'order-correction': { zh: '责令改正', en: 'order a correction' },
  'check-correction': { zh: '登记整改复查', en: 'check a correction' },
  'decide-penalty': { zh: '登记行政处罚决定', en: 'record a penalty' },
  'give-guidance': { zh: '出具整改辅导单', en: 'give a guidance slip' },
  'apply-leniency': { zh: '适用从宽清单', en: 'apply a leniency list' },
  'transfer-case': { zh: '移交案源', en: 'transfer a case' },
  'receive-transfer': { zh: '签收移交', en: 'receive a transfer' },
  'return-transfer': { zh: '反馈移交办理结果', en: 'tell the result of a transfer' },
  'refer-crime': { zh: '移送涉嫌犯罪', en: 'refer a suspected crime' },
  'answer-crime': { zh: '登记涉嫌犯罪移送结果', en: 'record the answer to a referral' },
  'remind-before-listing': { zh: '列异事前提醒', en: 'remind before listing' },
  'list-abnormal': { zh: '决定列入经营异常名录', en: 'list as abnormal' },
  'send-repair-letter': { zh: '送达信用修复告知', en: 'send a letter on credit repair' },
  'record-repair': { zh: '登记信用修复', en: 'record a credit repair' },
  'record-joint-punishment': { zh: '登记联合惩戒', en: 'record a joint punishment' },
  'close-case': { zh: '办结后续处置', en: 'close a finding' },
  'record-revisit': { zh: '登记回访', en: 'record a revisit' },
  'suggest-class-change': { zh: '建议调整分类', en: 'suggest a change of class' },
  'answer-class-change': { zh: '答复分类调整建议', en: 'answer a suggested change of class' },
  'draw-recheck': { zh: '抽取再检查对象', en: 'draw a re-inspection' },
  'record-recheck': { zh: '登记再检查情况', en: 'record a re-inspection' },
  'answer-recheck': { zh: '答复再检查问题', en: 'answer a re-inspection' },
  'answer-sign': { zh: '说明形式化迹象', en: 'answer a sign of formalism' },
  'record-risk': { zh: '登记风险预警线索', en: 'record a risk warning' },
  'handle-risk': { zh: '处置风险预警线索', en: 'handle a risk warning' },
  'propose-targeted-check': { zh: '建议定向抽查', en: 'propose a targeted check' },
  'state-number': { zh: '申报数据', en: 'state a number' },
  'submit-summary': { zh: '报送工作小结', en: 'submit a summary' },
  'return-summary': { zh: '退回工作小结', en: 'return a summary' },
  'issue-bulletin': { zh: '印发通报、小结', en: 'issue a bulletin' },
  'call-meeting': { zh: '召集会议', en: 'call a meeting' },
  'answer-meeting': { zh: '答复会议通知', en: 'answer a meeting' },
  'hold-meeting': { zh: '登记会议', en: 'record a meeting' },
  'share-practice': { zh: '交流经验做法', en: 'share a practice' },
  'pass-on-practice': { zh: '通报经验做法', en: 'pass on a practice' },
  'send-news': { zh: '报送工作动态', en: 'send work news' },
  'raise-problem': { zh: '提出问题', en: 'raise a problem' },
  'assign-problem': { zh: '交办问题', en: 'assign a problem' },
  'solve-problem': { zh: '办结问题', en: 'solve a problem' },
  'record-supervision': { zh: '登记指导督查', en: 'record a supervision' },
  'answer-voice': { zh: '答复群众反映', en: 'answer the public' },
  'refer-misconduct': { zh: '移送违纪线索', en: 'refer a lead on misconduct' },
  'answer-misconduct': { zh: '登记违纪线索办理', en: 'answer a lead on misconduct' },
  'issue-paper': { zh: '签发文书', en: 'issue a paper' },
  remind: { zh: '催办', en: 'send reminders' },
  'post-checkpoint': { zh: '公布校验点', en: 'post a checkpoint' },
  'resolve-gap': { zh: '处理校验点缺口', en: 'resolve a gap to a checkpoint' },
  'erase-body': { zh: '依规清除内容', en: 'erase contents on record' },
  'make-backup': { zh: '备份', en: 'make a backup' },
  'move-office': { zh: '迁移数据库', en: 'move the office to another database' },
  'cancel-move': { zh: '取消迁移', en: 'cancel a move' },
} as const satisfies Record<Verb, Words>;

/** How persons and departments are called: by their ids where nobody knows better. */
export interface RightsNames {
  readonly person: (id: string) => string;
  readonly department: (code: string) => string;
}
const byId: RightsNames = { person: (id) => id, department: (code) => code };

export function sayRights(why: RightsRefusal, names: RightsNames = byId): Words {
  const verb = verbWords[why.verb];
  const person = names.person(why.person);
  switch (why.reason) {
    case 'no-role': {
      const needs = why.needs.map((role) => roleWords[role]);
      return {
        zh: `${person} 无权${verb.zh}，须由${needs.map(({ zh }) => zh).join('或')}办理。`,
        en: `${person} may not ${verb.en}; that is for ${needs.map(({ en }) => en).join(' or ')}.`,
      };
    }
    case 'not-own': {
      const own = names.department(why.department);
      // The owner is a department or a person, and no code is both.
      const owner = names.person(names.department(why.owner));
      return {
        zh: `${person}（${own || '无所在单位'}）只能就本单位或本人的事项${verb.zh}，这件事属于 ${owner || '全体'}。`,
        en: `${person} (${own || 'no department'}) may ${verb.en} only in matters of their own; this one belongs to ${owner || 'all'}.`,
      };
    }
    default:
      return never(why);
  }
}
