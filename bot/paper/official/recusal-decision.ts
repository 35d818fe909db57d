/** 回避决定书 (行政处罚法 第四十三条: 由所在机关负责人决定). What the applicant gave as his reason stays in the department and is not printed. */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { type Imprint, type OfficialPaper, paperOf, text } from './official-paper.ts';

export interface RecusalValue {
  readonly case: number;
  readonly ceremony: number;
  readonly post: number;
  readonly applicant: string;
  readonly inspector: string;
  readonly appliedOn: CivilDate;
  readonly decidedOn: CivilDate;
  readonly decidedBy: string;
  readonly granted: boolean;
  readonly words: string;
  /** Name of who steps in; null where nobody does. */
  readonly substitute: string | null;
}

export function recusalDecision(decided: RecusalValue, imprint: Imprint): OfficialPaper {
  const { granted, substitute } = decided;
  const outcome = granted
    ? `决定准予${decided.inspector}回避，不再参加该户检查。${substitute === null ? '该岗位的递补人员已用完，现为空缺，另行随机抽取人员。' : `该岗位按抽取时确定的递补次序由${substitute}接替。`}`
    : `决定不准予${decided.inspector}回避，继续参加该户检查。`;
  return paperOf(imprint, {
    format: 'letter',
    title: '执法检查人员回避决定书',
    to: [decided.applicant],
    blocks: [
      text(
        `${dateInChinese(decided.appliedOn)}，${decided.applicant}就第${decided.ceremony}次抽取${decided.post}号检查岗位申请回避（编号：${decided.case}）。`,
      ),
      text(
        `经审查，根据《中华人民共和国行政处罚法》第四十三条关于执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避的规定，${outcome}`,
      ),
      ...(decided.words === '' ? [] : [text(`决定理由：${decided.words}`)]),
      text(`决定人：${decided.decidedBy}；决定日期：${dateInChinese(decided.decidedOn)}。`),
    ],
  });
}
