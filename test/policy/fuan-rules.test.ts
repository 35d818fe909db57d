import { describe } from 'vitest';
import { fuan2018 } from '../../core/policy/fuan-2018.ts';
import { asksFor, listsPeoplesWork, readsByItself } from './tables.ts';

describe('福安 2018：没有数字的规则', () => {
  asksFor(fuan2018, [
    ['S2-03', '谁审批、谁监管，谁主管、谁监管', 'approver-supervises', '一'],
    ['S2-11', '依据“三定”规定和权责清单', 'rests-on-power-lists', '二(一)1'],
    ['S2-12', '依据修订废止时梳理完善', 'repealed-bases', '二(一)1'],
    ['S2-19', '合理确定抽查比例和频次', 'ratio-reasoned', '二(一)2'],
    ['S2-23', '随机抽取专业技术人员', 'experts-drawn', '二(一)2'],
    ['S2-29', '谁产生、谁提供、谁负责', 'producer-answers', '二(一)4'],
    ['S2-31', '统一归集在企业名下', 'collected-under-firm', '二(一)4'],
    ['S2-31', '依法向社会公示，接受监督', 'public-watches', '二(一)4'],
    ['S2-33', '随机抽取检查对象和执法检查人员', 'both-drawn', '二(二)1'],
    ['S2-34', '检查对象和人员随机匹配', 'random-match', '二(二)1'],
    ['S2-37', '填写随机抽取情况记录表', 'draw-record-form', '二(二)1'],
    ['S2-39', '拍照、录像', 'draw-media', '二(二)1'],
    ['S2-40', '全程留痕、责任可追溯', 'draw-traceable', '二(二)1'],
    ['S2-41', '整套材料归档', 'draw-filed', '二(二)1'],
    ['S2-45', '每次抽查填写检查表格', 'form-filled', '二(二)2'],
    ['S2-46', '被检查单位阅核、签章', 'inspected-signs', '二(二)2'],
    ['S2-48', '查阅复制账册、合同和资料', 'documents-copied', '二(二)2'],
    ['S2-49', '向当事人、知情人调查了解', 'parties-asked', '二(二)2'],
    ['S2-50', '公开为常态、不公开为例外', 'publicity-is-rule', '二(二)3'],
    ['S2-53', '商业秘密、个人隐私调整公开方式', 'withhold-secrets', '二(二)3'],
    ['S2-55', '及时移交相关部门查处', 'transfer-to-competent', '二(二)3'],
    ['S2-56', '严禁有罪不移、以罚代刑', 'no-fine-for-crime', '二(二)3'],
    ['S2-57', '比例和频次与信用分类挂钩', 'ratio-hangs-on-class', '二(三)1'],
    ['S2-58', '结果纳入社会信用记录', 'into-credit-record', '二(三)1'],
    ['S2-59', '加大失信行为曝光力度', 'bad-faith-exposed', '二(三)1'],
    ['S2-60', '一处失信、处处受限', 'joint-punishment', '二(三)1'],
    ['S2-61', '通过数据分析确定重点', 'key-items-from-data', '二(三)2'],
    ['S2-62', '永久留痕、可倒查', 'draws-kept-for-ever', '二(三)2'],
    ['S2-64', '严格限制自由裁量权', 'discretion-limited', '二(三)2'],
    ['S2-65', '一次抽查、全面体检、综合会诊', 'one-draw-full-check', '二(三)3'],
    ['S2-66', '部门内集中执法', 'combine-inside-too', '二(三)3'],
    ['S2-67', '按责任事项清单由牵头部门负责', 'lead-by-joint-list', '二(三)3'],
    ['S2-68', '可由上级部门牵头', 'upper-level-leads', '二(三)3'],
    ['S2-69', '可委托专业机构', 'commissioned-bodies', '二(三)4'],
    ['S2-70', '核实企业报送信息的真实性', 'filings-verified', '二(三)4'],
    ['S2-71', '利用其他部门结果、法院文书、专业结论', 'others-results-used', '二(三)4'],
    ['S2-76', '明确一个重点牵头部门', 'one-lead', '二(四)'],
    ['S2-77', '市场监管局指导和督查', 'regulator-guides', '三'],
    ['S2-78', '事业单位、行业协会等参照', 'other-organisations-too', '三'],
    ['S2-85', '另有规定的从其规定', 'higher-rules-prevail', '三'],
    ['S2-86', '主要领导为第一责任人', 'head-answers', '四(一)'],
    ['S2-93', '明确牵头科室，指定专人', 'lead-section-and-person', '四(四)'],
    ['S2-95', '按时上报相关材料', 'materials-in-time', '四(四)'],
    ['S2-97', '载明联系人、电话、邮箱', 'contact-given', '落款'],
  ]);
});

describe('福安 2018：人的工作', () => {
  listsPeoplesWork(fuan2018, [
    ['S2-54', '对违法违规行为加大惩处力度', 'violations are punished by law', '二(二)3'],
    ['S2-63', '运用信息比对、数据检索、网络搜索等手段', 'detect by comparing data and searching', '二(三)2'],
    ['S2-73', '行政审批与监管职责相对分离', 'approval is kept apart from supervision', '二(四)'],
    ['S2-75', '跨层级事项上下级联动监管', 'cross-level matters: each level answers', '二(四)'],
    [
      'S2-83',
      '依托公示系统建设全市监管信息平台',
      "build the city's supervision platform on the publicity system",
      '三',
    ],
    ['S2-84', '守信联合激励和失信联合惩戒', 'rewards and punishments together', '三'],
    ['S2-87', '主要领导亲自部署、亲自协调、亲自督查', 'heads arrange, coordinate and inspect in person', '四(一)'],
    [
      'S2-91',
      '纳入年度绩效考评，对未完成任务的部门问责',
      'part of yearly performance; late departments are held to account',
      '四(三)',
    ],
    ['S2-96', '总结推广好的经验做法', 'good practice is spread', '四(四)'],
  ]);
  readsByItself(fuan2018, ['term', 'order']);
});
