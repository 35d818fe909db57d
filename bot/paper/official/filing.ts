/** 备案表: a check outside the draw, filed with whoever receives it (万年 2022 三(一)1、三(二)1: 报联席办和司法局备案). */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { type Imprint, label, type OfficialPaper, paperOf, signHere, value } from './official-paper.ts';
import { codeWidths } from './visit-value.ts';

export interface FilingValue {
  readonly no: number;
  readonly department: string;
  readonly subject: { readonly name: string; readonly number: string };
  readonly items: readonly string[];
  readonly ground: string;
  readonly words: string;
  readonly on: CivilDate;
  readonly filedOn: CivilDate;
  readonly filedBy: string;
  readonly warned: boolean;
  readonly approval: {
    readonly approved: boolean;
    readonly by: string;
    readonly on: CivilDate;
    readonly words: string;
  } | null;
  /** Every receiver that the policy names, with its receipt or null. */
  readonly receipts: readonly {
    readonly receiver: string;
    readonly given: {
      readonly accepted: boolean;
      readonly by: string;
      readonly on: CivilDate;
      readonly words: string;
    } | null;
  }[];
}

export function filingForm(filing: FilingValue, imprint: Imprint): OfficialPaper {
  const { approval } = filing;
  return paperOf(imprint, {
    format: 'form',
    date: null,
    title: '行政执法检查备案表',
    blocks: [
      {
        kind: 'form',
        widths: codeWidths,
        rows: [
          {
            cells: [
              label('备案事项编号'),
              value(String(filing.no)),
              label('填报日期'),
              value(dateInChinese(filing.filedOn)),
            ],
          },
          { cells: [label('检查机关'), value(filing.department, 3)] },
          { cells: [label('检查对象'), value(filing.subject.name, 3)] },
          {
            cells: [
              label('统一社会\n信用代码'),
              value(filing.subject.number),
              label('拟检查日期'),
              value(dateInChinese(filing.on)),
            ],
          },
          {
            cells: [
              label('检查事项'),
              value(
                filing.items.map((item, i) => `${i + 1}.${item}`),
                3,
              ),
            ],
            heightMm: 22,
          },
          { cells: [label('检查事由'), value(filing.ground, 3)] },
          { cells: [label('情况说明'), value(filing.words, 3)], heightMm: 24 },
          {
            cells: [
              label('重复检查提示'),
              value(filing.warned ? '提请时已提示该对象本年度有其他检查。' : '未发现重复检查。', 3),
            ],
          },
          { cells: [label('填报人'), value(filing.filedBy, 3)] },
          {
            cells: [
              label('负责人意见'),
              approval === null
                ? signHere('', 3)
                : value(
                    `${approval.approved ? '同意检查' : '不同意检查'}。${approval.words}　${approval.by}　${dateInChinese(approval.on)}`,
                    3,
                  ),
            ],
            heightMm: 22,
          },
          ...filing.receipts.map(({ receiver, given }) => ({
            cells: [
              label(`${receiver}\n备案回执`),
              given === null
                ? signHere('', 3)
                : value(
                    `${given.accepted ? '已收到，予以备案' : '退回'}。${given.words}　${given.by}　${dateInChinese(given.on)}`,
                    3,
                  ),
            ],
            heightMm: 22,
          })),
        ],
      },
    ],
  });
}
