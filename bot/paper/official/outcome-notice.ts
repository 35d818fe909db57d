/** 行政检查结果告知书: what one department found of its items at one enterprise, and what follows from it. */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { type Block, heading, type Imprint, type OfficialPaper, paperOf, text } from './official-paper.ts';
import { sentence } from './sentence.ts';
import { codesOf, numberName, type VisitValue } from './visit-value.ts';

export interface OutcomeLine {
  readonly item: string;
  /** In words. */
  readonly outcome: string;
  readonly finding: string;
  readonly handling: string;
  readonly correctBy: CivilDate | null;
}

export interface OutcomeNoticeValue {
  readonly visit: VisitValue;
  /** Days on which it was checked, first and last. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly lines: readonly OutcomeLine[];
  readonly problems: number;
}

export function outcomeNotice(told: OutcomeNoticeValue, imprint: Imprint): OfficialPaper {
  const { visit, lines, problems } = told;
  const days =
    told.from === told.to ? dateInChinese(told.from) : `${dateInChinese(told.from)}至${dateInChinese(told.to)}`;
  return paperOf(imprint, {
    format: 'letter',
    title: '行政检查结果告知书',
    to: [visit.subject.name],
    blocks: [
      text(`${days}，我单位依据年度抽查计划对你单位开展了检查。经审核，现将检查结果告知如下：`),
      codesOf([
        [numberName(visit.subject.kind), visit.subject.number],
        ['检查编号', visit.no],
      ]),
      table(lines),
      heading('处理意见'),
      ...(problems === 0
        ? [text('本次检查未发现问题。')]
        : lines
            .filter(({ handling }) => handling !== '')
            .map(({ item, handling, correctBy }) =>
              text(
                sentence(
                  `${item}：${handling}${correctBy === null ? '' : `，请于${dateInChinese(correctBy)}前改正并报告改正情况`}`,
                ),
              ),
            )),
      heading('公示和救济'),
      text(
        '上述检查结果将依法向社会公示。你单位对检查结果有异议的，可以向我单位提出陈述申辩或者书面异议，我单位核查后答复；公示信息有误的，及时更正。',
      ),
    ],
  });
}

const table = (lines: readonly OutcomeLine[]): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 8, align: 'center' },
    { title: '检查事项', width: 32 },
    { title: '检查结果', width: 26 },
    { title: '发现问题情况', width: 34 },
  ],
  rows: lines.map(({ item, outcome, finding }, i) => [String(i + 1), item, outcome, finding === '' ? '无' : finding]),
});
