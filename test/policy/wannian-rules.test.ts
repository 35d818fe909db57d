import { describe } from 'vitest';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { asksFor, listsPeoplesWork, readsByItself } from './tables.ts';

describe('万年 2022：没有数字的规则', () => {
  asksFor(wannian2022, [
    ['S3-04', '涉企检查事项清单管理', 'items-from-list', '一'],
    ['S3-05', '避免多头执法、重复检查', 'no-repeated-checks', '一'],
    ['S3-06', '进一次门、填一张表、查多项事', 'one-form', '二'],
    ['S3-07', '双随机为手段、重点监管补充、信用监管基础', 'three-kinds-of-task', '二'],
    ['S3-09', '监管库依据三种来源构建', 'pool-sources', '三(一)1'],
    ['S3-06', '一次入户检查', 'one-combined-visit', '三(一)1'],
    ['S3-16', 'A 类库除双随机外原则上不开展其他检查', 'no-other-checks', '三(一)1'],
    ['S3-21', '自动比对重叠对象，联合开展', 'overlaps-found', '三(一)1'],
    ['S3-26', 'C 类重叠的自行协商牵头', 'overlap-agree-lead', '三(一)1'],
    ['S3-33', '按资质、专长分类标注', 'inspectors-marked', '三(一)2'],
    ['S3-37', '每年对照权力清单调整目录', 'items-revised-yearly', '三(一)3'],
    ['S3-41', '其余时间为企业安静期', 'quiet-period-shown', '三(二)1'],
    ['S3-48', '专项计划另行录入', 'special-plans-apart', '三(二)2'],
    ['S3-49', '计划审查、全程闭环', 'reviews-before-draw', '三(二)3'],
    ['S3-52', '清单之外无检查', 'nothing-off-list', '三(二)3'],
    ['S3-53', '本部门职责内及时查处', 'finding-handled', '三(三)1'],
    ['S3-54', '其他部门职责的及时移送', 'transfer-to-competent', '三(三)1'],
    ['S3-55', '涉嫌犯罪的移送司法机关', 'crimes-transferred', '三(三)1'],
    ['S3-56', '谁检查、谁录入、谁公开', 'who-inspects-enters', '三(三)2'],
    ['S3-57', '公示并接受社会监督', 'public-watches', '三(三)2'],
    ['S3-59', '结果部门间互通互认互用', 'others-results-used', '三(三)3'],
    ['S3-60', '依法实施联合惩戒', 'joint-punishment', '三(三)3'],
    ['S3-61', '违法行为分类管理', 'violations-classified', '三(三)4'],
    ['S3-62', '风险预测预警和动态监测', 'risk-warnings', '三(三)4'],
    ['S3-66', '成员单位可适当调整', 'members-may-change', '四(一)'],
    ['S3-65', '联席办统筹协调', 'office-not-inspecting', '四(一)'],
    ['S3-68', '尽职照单免责、失职照单问责', 'done-by-list', '四(二)'],
    ['S3-73', '完善档案管理', 'archives', '四(四)'],
  ]);
});

describe('万年 2022：人的工作', () => {
  listsPeoplesWork(wannian2022, [
    ['S3-08', '到2025年形成现代市场监管体系', 'a modern system of market supervision by 2025', '二'],
    ['S3-69', '对未履行职责的严肃处理', 'those who fail are dealt with', '四(二)'],
    ['S3-70', '宣传解读，回应社会关注', 'explain to the public and answer it', '四(三)'],
    ['S3-71', '执法人员业务培训', 'training of inspectors', '四(三)'],
    ['S3-72', '经费保障、装备水平', 'money and equipment', '四(四)'],
  ]);
  readsByItself(wannian2022, ['term']);
});
