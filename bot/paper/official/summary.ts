/** 小结、总结: what one unit sent in, with its own figures of that day (三明 2025 五(十四)). Nothing in it compares it with others. */
import type { PrintedFigure } from '../../../core/bulletin/bulletin.ts';
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { type Block, heading, type Imprint, type OfficialPaper, paperOf, text } from './official-paper.ts';

export interface SummaryValue {
  readonly unit: string;
  readonly office: string;
  readonly year: number;
  /** 上半年工作小结 */
  readonly name: string;
  readonly sentOn: CivilDate;
  readonly parts: readonly { readonly name: string; readonly words: string }[];
  readonly figures: readonly PrintedFigure[];
  /** Name of the plan sheet that came with it. */
  readonly file: string | null;
}

export const summaryPaper = (summary: SummaryValue, imprint: Imprint): OfficialPaper =>
  paperOf(imprint, {
    format: 'plain',
    title: `${summary.unit}${summary.year}年“双随机、一公开”${summary.name}`,
    to: [summary.office],
    blocks: [
      ...summary.parts.flatMap(({ name, words }) => [
        heading(name),
        ...words
          .split('\n')
          .map((each) => each.trim())
          .filter((each) => each !== '')
          .map(text),
      ]),
      ...(summary.figures.length === 0
        ? []
        : [heading('有关数据'), text(`以下数据截至${dateInChinese(summary.sentOn)}。`), table(summary.figures)]),
      ...(summary.file === null ? [] : [text(`随文报送：${summary.file}。`)]),
    ],
  });

const table = (figures: readonly PrintedFigure[]): Block => ({
  kind: 'table',
  columns: [
    { title: '指标', width: 34 },
    { title: '数值', width: 22, align: 'center' },
    { title: '口径', width: 44 },
  ],
  rows: figures.map(({ name, value, definition }) => [name, value, definition]),
});
