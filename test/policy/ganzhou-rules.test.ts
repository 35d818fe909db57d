import { describe } from 'vitest';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { asksFor, leavesInPeace, listsPeoplesWork, readsByItself } from './tables.ts';

describe('甘州 2023：没有数字的规则', () => {
  asksFor(ganzhou2023, [
    ['S4-03', '整合抽查对象基本相同部门的计划', 'same-subjects-joined', '一'],
    ['S4-04', '信用风险分类差异化监管', 'ratio-hangs-on-class', '一'],
    ['S4-05', '进一次门、查多项事', 'one-combined-visit', '一'],
    ['S4-06', '无事不扰', 'no-disturbance', '一'],
    ['S4-07', '应纳尽纳、能联尽联', 'join-what-can-join', '二(一)'],
    ['S4-09', '部门各自组织变成多部门联合', 'several-go-together', '二(一)'],
    ['S4-10', '主管部门牵头协调发起', 'competent-leads', '二(一)'],
    ['S4-13', '及时认领抽查事项', 'items-claimed', '二(一)1'],
    ['S4-14', '缺失事项逐级反映', 'missing-items-reported', '二(一)1'],
    ['S4-15', '及时添加检查实施清单', 'implementation-added', '二(一)1'],
    ['S4-16', '检查对象库应入尽入', 'subject-pool-current', '二(一)1'],
    ['S4-17', '执法人员库全面准确', 'inspector-pool-current', '二(一)1'],
    ['S4-20', '按照清单和计划的要求', 'items-from-list', '二(一)2'],
    ['S4-21', '双随机、重点监管、信用监管', 'three-kinds-of-task', '二(二)'],
    ['S4-27', '及时签收上级计划', 'sign-superior-tasks', '二(二)1'],
    ['S4-28', '摇号抽取监管对象和执法人员', 'both-drawn', '二(二)1'],
    ['S4-29', '生成待检名单', 'visit-list', '二(二)1'],
    ['S4-30', '按照检查时限组织实施', 'inspection-window', '二(二)1'],
    ['S4-31', '未开展跨部门检查的领域牵头联合', 'own-joint-in-uncovered-fields', '二(二)1'],
    ['S4-32', '邀约同时下发文件', 'invitation-with-paper', '二(二)1'],
    ['S4-33', '文件写明详情和要求', 'invitation-details', '二(二)1'],
    ['S4-34', '顺向可追、逆向可溯', 'traceable-both-ways', '二(二)1'],
    ['S4-38', '牵头部门细化实施方案', 'scheme-for-on-site', '二(二)2'],
    ['S4-39', '事前沟通，联合上门', 'visit-agreed', '二(二)2'],
    ['S4-40', '防止应联合未联合', 'never-alone', '二(二)2'],
    ['S4-41', '防止应实地未实地', 'never-desk-for-on-site', '二(二)2'],
    ['S4-42', '及时跟进整改情况', 'correction-followed', '二(二)2'],
    ['S4-43', '线索、证据材料移交', 'leads-transferred', '二(二)2'],
    ['S4-44', '做好移交记录', 'transfer-record', '二(二)2'],
    ['S4-46', '运用双随机移动监管APP', 'mobile-app', '二(二)3'],
    ['S4-48', '未公示即未检查', 'unpublished-is-undone', '二(二)3'],
    ['S4-50', '谁检查、谁录入、谁公开', 'who-inspects-enters', '二(二)3'],
    ['S4-53', '接受社会监督', 'public-watches', '二(二)3'],
    ['S4-54', '跨部门、跨地区、跨层级归集共享', 'records-shared', '二(二)4'],
    ['S4-55', '持续提升数据质量', 'data-quality', '二(二)4'],
    ['S4-56', '跟踪分析研判', 'trade-analysis', '二(二)5'],
    ['S4-57', '及早发现高风险区域和行业', 'high-risk-found', '二(二)5'],
    ['S4-58', '定向抽查、专项检查', 'targeted-draws', '二(二)5'],
    ['S4-60', '纳入部门联合惩戒范围', 'joint-punishment', '二(二)5'],
    ['S4-62', '实名账号和角色', 'real-name-accounts', '二(三)1'],
    ['S4-75', '核实、处置风险预警线索', 'warnings-handled', '二(三)3'],
    ['S4-76', '总牵头、具体负责、主动参与', 'four-roles', '二(四)1'],
    ['S4-77', '对年度工作提出具体安排', 'yearly-arrangement', '二(四)1'],
    ['S4-80', '完善档案管理', 'archives', '二(四)1'],
    ['S4-83', '牵头股室督导本部门', 'sections-inspect-own', '二(四)2'],
  ]);
});

describe('甘州 2023：无事不扰', () => leavesInPeace(ganzhou2023, 'S4-06', '一'));

describe('甘州 2023：人的工作', () => {
  listsPeoplesWork(ganzhou2023, [
    ['S4-08', '拓展联合抽查参与部门和抽查事项', 'widen partners and items of joint draws', '二(一)'],
    ['S4-11', '与市级对口部门沟通执行时间和要求', 'ask the city counterpart for dates and requirements', '二(一)1'],
    ['S4-18', '健全部门联席会商、联动机制', 'joint conference and consultation between departments', '二(一)2'],
    ['S4-78', '双随机业务培训', 'training in business and system', '二(四)1'],
    ['S4-79', '统筹使用执法资源，提高装备水平', 'enforcement staff used together, better equipment', '二(四)1'],
    ['S4-81', '纳入政府绩效考核体系', 'part of the performance evaluation', '二(四)2'],
    ['S4-86', '适时开展督查检查', 'supervision visits to departments when fit', '二(四)2'],
  ]);
  readsByItself(ganzhou2023, ['schemes.0', 'directions.0', 'directions.1', 'order', 'exceptions.0']);
});
