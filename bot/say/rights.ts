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
  remind: { zh: '催办', en: 'send reminders' },
  'post-checkpoint': { zh: '公布校验点', en: 'post a checkpoint' },
  'resolve-gap': { zh: '处理校验点缺口', en: 'resolve a gap to a checkpoint' },
  'erase-body': { zh: '依规清除内容', en: 'erase contents on record' },
  'make-backup': { zh: '备份', en: 'make a backup' },
} as const satisfies Record<Verb, Words>;

export function sayRights(why: RightsRefusal): Words {
  const verb = verbWords[why.verb];
  switch (why.reason) {
    case 'no-role': {
      const needs = why.needs.map((role) => roleWords[role]);
      return {
        zh: `${why.person} 无权${verb.zh}，须由${needs.map(({ zh }) => zh).join('或')}办理。`,
        en: `${why.person} may not ${verb.en}; that is for ${needs.map(({ en }) => en).join(' or ')}.`,
      };
    }
    case 'not-own':
      return {
        zh: `${why.person}（${why.department || '无所在单位'}）只能就本单位或本人的事项${verb.zh}，这件事属于 ${why.owner || '全体'}。`,
        en: `${why.person} (${why.department || 'no department'}) may ${verb.en} only in matters of their own; this one belongs to ${why.owner || 'all'}.`,
      };
    default:
      return never(why);
  }
}
