import { describe } from 'vitest';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import { asksFor, leavesInPeace, listsPeoplesWork, readsByItself } from './tables.ts';

describe('三明 2025：没有数字的规则', () => {
  asksFor(sanming2025, [
    ['S0-02', '文件分有效、失效、废止', 'states-of-force', '文头'],
    ['S0-06', '成员单位反馈检查计划', 'members-reply', '引言'],
    ['S0-07', '联席办在反馈基础上汇总编制', 'compiled-from-replies', '引言'],
    ['S0-08', '印发计划并附工作要求', 'issued-with-requirements', '引言'],
    ['S0-10', '部门计划根据联合抽查清单', 'items-from-list', '一(一)'],
    ['S0-12', '牵头部门抓实施，配合部门共同落实', 'one-lead', '一(一)'],
    ['S0-13', '已列入计划的领域原则上不再部署专项检查和全覆盖巡查', 'no-separate-campaign', '一(一)'],
    ['S0-15', '对 A 类企业无事不扰', 'no-disturbance', '一(二)'],
    ['S0-14', '依据信用风险分类实施差异化监管', 'ratio-hangs-on-class', '一(二)'],
    ['S0-28', '国家有关部门另有规定的除外', 'national-exceptions', '一(三)'],
    ['S0-29', '谁审批、谁监管，谁主管、谁监管', 'approver-supervises', '二(四)'],
    ['S0-30', '跨部门联合为原则、部门单独为例外', 'joint-is-rule', '二(四)'],
    ['S0-31', '检查事项多、频次高的行业优先联合', 'busy-trades-first', '二(四)'],
    ['S0-32', '行业主管部门牵头', 'competent-leads', '二(四)'],
    ['S0-33', '综合查一次', 'one-combined-visit', '二(四)'],
    ['S0-34', '内部综合与外部联合', 'combine-inside-too', '二(四)'],
    ['S0-35', '积极参与各项联合检查任务', 'answer-invitations', '二(四)'],
    ['S0-37', '检查前、中、后按省地方标准', 'three-stages', '三(五)'],
    ['S0-39', '行政处罚单和整改辅导单一并开具', 'two-slips', '三(六)'],
    ['S0-40', '引导企业尽快整改', 'correction-followed', '三(六)'],
    ['S0-42', '合理细分检查领域和行业', 'inspector-fields', '三(七)'],
    ['S0-48', '公示即监管', 'unpublished-is-undone', '四(九)'],
    ['S0-51', '依据检查结果动态调整信用风险分类', 'class-moves-with-findings', '四(九)'],
    ['S0-53', '接受社会监督', 'public-watches', '四(九)'],
    ['S0-54', '为新一轮抽查提供指引', 'results-guide-next', '四(九)'],
    ['S0-55', '谁监管、谁负责', 'finding-has-owner', '四(十)'],
    ['S0-56', '案件线索及时移送本部门执法办案机构', 'leads-transferred', '四(十)'],
    ['S0-57', '任务单号、检查对象与处罚决定精准关联', 'exact-link', '四(十)'],
    ['S0-58', '监督检查与执法办案双向联动', 'link-both-ways', '四(十)'],
    ['S0-59', '一书一函同达', 'notice-with-repair-letter', '四(十一)'],
    ['S0-60', '失信惩戒和信用修复同步', 'punish-and-repair-together', '四(十一)'],
    ['S0-61', '信用修复部门协同办、网上办', 'repair-online', '四(十一)'],
    ['S0-62', '对本单位、本系统检查情况再检查', 'own-recheck', '四(十二)'],
    ['S0-64', '重点核查是否存在问题未发现', 'recheck-missed-problems', '四(十二)'],
    ['S0-65', '督促基层提升检查质量', 'recheck-answered', '四(十二)'],
    ['S0-67', '适时召开联席会议或联络员会议', 'meetings', '五(十三)'],
    ['S0-68', '明确内部职责分工', 'internal-roles', '五(十三)'],
    ['S0-71', '及时交流通报情况', 'practice-exchanged', '五(十四)'],
    ['S0-72', '及时报送工作信息动态', 'news-sent', '五(十四)'],
    ['S0-77', '五个严禁、八个不得', 'inspection-discipline', '五(十五)'],
    ['S0-78', '违纪违法线索移送有关部门', 'misconduct-transferred', '五(十五)'],
  ]);
});

describe('三明 2025：无事不扰', () => leavesInPeace(sanming2025, 'S0-15', '一(二)'));

describe('三明 2025：人的工作', () => {
  listsPeoplesWork(sanming2025, [
    ['S0-36', '拓展跨部门联合监管的领域和方式', 'widen the fields and ways of joint supervision', '二(四)'],
    ['S0-38', '规范检查执法用语', 'proper words to the inspected', '三(五)'],
    ['S0-44', '鼓励检查员一专多能', 'one inspector, several skills', '三(七)'],
    ['S0-45', '制作检查执法短视频、监管执法指引', 'films and guides for inspectors', '三(八)'],
    ['S0-46', '配好配齐执法检查装备', 'equipment for inspections', '三(八)'],
    ['S0-47', '基层检查人员业务技能培训', 'training of grass-roots inspectors', '三(八)'],
    ['S0-52', '探索经营主体综合性信用评价', 'an overall credit evaluation is tried', '四(九)'],
    ['S0-69', '加强工作保障', 'the work is guaranteed', '五(十三)'],
    ['S0-70', '加强调研指导和督促检查', 'visits, guidance and urging', '五(十四)'],
  ]);
  readsByItself(sanming2025, ['order', 'capScopes.0', 'capScopes.1', 'capCounts', 'exceptions.0']);
});
