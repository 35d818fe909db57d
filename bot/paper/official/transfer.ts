/**
 * 案源移交 (甘州 2023 二(二)2: 将线索、证据材料移交，并做好移交记录; 三明 2025 四(十)): the record with its list of evidence and two signatures, the
 * letter to another department, and the referral of a suspected crime.
 */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import type { Evidence } from '../../../core/outcome/outcome.ts';
import type { FindingValue } from './follow-up.ts';
import {
  type Block,
  heading,
  type Imprint,
  label,
  type OfficialPaper,
  paperOf,
  signHere,
  text,
  value,
} from './official-paper.ts';
import { sentence } from './sentence.ts';
import { codesOf, codeWidths } from './visit-value.ts';

export interface TransferValue {
  /** Number of the transfer. */
  readonly no: number;
  readonly on: CivilDate;
  readonly from: string;
  readonly to: string;
  /** The unit there that handles cases, or ''. */
  readonly unit: string;
  readonly reason: string;
  readonly giver: string;
  readonly found: readonly FindingValue[];
  readonly evidence: readonly Evidence[];
  readonly received: { readonly on: CivilDate; readonly by: string } | null;
}

export function transferRecord(moved: TransferValue, imprint: Imprint): OfficialPaper {
  const [first] = moved.found;
  return paperOf(imprint, {
    format: 'form',
    date: null,
    title: '案源移交记录',
    blocks: [
      {
        kind: 'form',
        widths: codeWidths,
        rows: [
          { cells: [label('移交编号'), value(String(moved.no)), label('移交日期'), value(dateInChinese(moved.on))] },
          {
            cells: [
              label('移交单位'),
              value(moved.from),
              label('接收单位'),
              value(`${moved.to}${moved.unit === '' ? '' : `（${moved.unit}）`}`),
            ],
          },
          { cells: [label('检查对象'), value(first?.subject.name ?? '', 3)] },
          {
            cells: [
              label('统一社会\n信用代码'),
              value(first?.subject.number ?? ''),
              label('检查编号'),
              value([...new Set(moved.found.map(({ no }) => no))].join('、')),
            ],
          },
          { cells: [label('抽查任务'), value([...new Set(moved.found.flatMap(({ tasks }) => tasks))].join('、'), 3)] },
          { cells: [label('移交理由'), value(moved.reason, 3)], heightMm: 18 },
        ],
      },
      findings(moved.found),
      evidenceTable(moved.evidence),
      {
        kind: 'form',
        widths: [20, 30, 20, 30],
        rows: [
          {
            cells: [
              label('移交人'),
              value([moved.giver, '', '签名：']),
              label('接收人'),
              value([
                moved.received === null ? '' : `${moved.received.by}　${dateInChinese(moved.received.on)}`,
                '',
                '签名：',
              ]),
            ],
            heightMm: 26,
          },
        ],
      },
      text('本记录一式两份，移交单位、接收单位各存一份。'),
    ],
  });
}

export const transferLetter = (moved: TransferValue, imprint: Imprint): OfficialPaper =>
  paperOf(imprint, {
    format: 'letter',
    title: `关于移送${moved.found[0]?.subject.name ?? '有关单位'}有关案件线索的函`,
    to: [moved.to],
    blocks: [
      text(
        `我单位在“双随机、一公开”抽查中，发现${moved.found[0]?.subject.name ?? '有关单位'}涉嫌存在下列情形，属于你单位职责范围，现将有关线索和证据材料移送，请依法处理。`,
      ),
      ...codesAt(moved.found),
      heading('发现的情形'),
      ...moved.found.map((found) =>
        text(sentence(`${found.item}：${found.outcome}${found.finding === '' ? '' : `，${found.finding}`}`)),
      ),
      heading('移送理由'),
      text(sentence(moved.reason)),
      heading('办理要求'),
      text(
        '请在收到后办理签收，并将是否立案、处理结果和决定文号函告我单位，以便与抽查任务、检查对象关联，形成闭环。不属于你单位职责的，请说明理由退回。',
      ),
    ],
    attachments: [{ title: '移送材料清单', landscape: false, blocks: [evidenceTable(moved.evidence), receipt()] }],
  });

export interface CrimeValue {
  readonly found: FindingValue;
  readonly to: string;
  readonly on: CivilDate;
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

export const crimeReferral = ({ found, to, words, evidence }: CrimeValue, imprint: Imprint): OfficialPaper =>
  paperOf(imprint, {
    format: 'letter',
    title: '涉嫌犯罪案件移送书',
    to: [to],
    blocks: [
      text(
        `我单位在对${found.subject.name}的抽查中发现：${found.item}，${found.outcome}${found.finding === '' ? '' : `，${found.finding}`}。${words}`,
      ),
      ...codesAt([found]),
      text(
        '上述行为涉嫌构成犯罪。根据《中华人民共和国行政处罚法》第二十七条、《行政执法机关移送涉嫌犯罪案件的规定》，现将案件移送你单位，请依法审查，并将立案或者不予立案的决定书面通知我单位。',
      ),
    ],
    attachments: [{ title: '移送材料清单', landscape: false, blocks: [evidenceTable(evidence), receipt()] }],
  });

const codesAt = (found: readonly FindingValue[]): readonly Block[] => {
  const [first] = found;
  const visits = [...new Set(found.map(({ no }) => no))].join('、');
  return first === undefined
    ? []
    : [
        codesOf([
          ['统一社会\n信用代码', first.subject.number],
          ['检查编号', visits],
        ]),
      ];
};

const findings = (found: readonly FindingValue[]): Block => ({
  kind: 'table',
  columns: [
    { title: '检查事项', width: 34 },
    { title: '检查结果', width: 26 },
    { title: '发现问题情况', width: 40 },
  ],
  rows: found.map(({ item, outcome, finding }) => [item, outcome, finding === '' ? '无' : finding]),
});

const evidenceTable = (evidence: readonly Evidence[]): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 8, align: 'center' },
    { title: '材料名称', width: 34 },
    { title: '存放位置', width: 26 },
    { title: '文件摘要（SHA-256）', width: 32 },
  ],
  rows: evidence.map(({ name, place, digest }, i) => [String(i + 1), name, place, digest ?? '']),
  empty: '无证据材料',
});

const receipt = (): Block => ({
  kind: 'form',
  widths: [22, 78],
  rows: [{ cells: [label('接收单位签收'), signHere('')], heightMm: 30 }],
});
