/**
 * 检查记录表: one form a visit with a part for each department (万年 2022 二 “填一张表”), in the fields of 市场监管领域随机抽查情况记录表. What is
 * entered is filled in; what is not is left open for the pen, with every choice shown.
 */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { outcomeKinds } from '../../../core/outcome/code.ts';
import { type FormItem, type FormPart, type JointForm, notCheckedWords } from '../../../core/outcome/form.ts';
import { checkMethods, handlings } from '../../../core/outcome/outcome.ts';
import { type Signed, signWayWords } from '../../../core/outcome/sign.ts';
import { handlingWords, methodWords, wordsOfCode } from '../../../core/outcome/words.ts';
import { span } from '../words.ts';
import { charsIn } from './measure.ts';
import {
  type Block,
  caption,
  choicesMost,
  type FormRow,
  type Imprint,
  label,
  type OfficialPaper,
  paperOf,
  signHere,
  ticks,
  value,
} from './official-paper.ts';
import { sentence } from './sentence.ts';
import { codeWidths } from './visit-value.ts';

export interface RecordSheetValue {
  readonly form: JointForm;
  readonly plan: string;
  /** As last shown to the inspected; null while it was not. */
  readonly signed: (Signed & { readonly on: CivilDate }) | null;
  /** Entered anew since it was signed. */
  readonly changed: boolean;
  /** By `department/item`: who reviewed the version that stands, with what words. */
  readonly reviews: ReadonlyMap<string, { readonly passed: boolean; readonly by: string; readonly words: string }>;
}

export function recordSheet(sheet: RecordSheetValue, imprint: Imprint): OfficialPaper {
  const { form } = sheet;
  return paperOf(imprint, {
    format: 'form',
    date: null,
    title: form.parts.length > 1 ? '部门联合随机抽查情况记录表' : '随机抽查情况记录表',
    blocks: [
      head(sheet),
      ...form.parts.flatMap((part, i) => [
        caption(`${form.parts.length > 1 ? `第${i + 1}部分　` : ''}${part.departmentName}`),
        partForm(part, sheet),
      ]),
      caption('被检查单位意见和签名'),
      signing(sheet),
    ],
  });
}

const head = ({ form, plan }: RecordSheetValue): Block => ({
  kind: 'form',
  widths: codeWidths,
  rows: [
    { cells: [label('任务名称'), value([...new Set(form.parts.flatMap(({ tasks }) => tasks))].join('、'), 3)] },
    { cells: [label('抽查计划'), value(plan), label('检查编号'), value(form.no)] },
    { cells: [label('被检查单位'), value(form.subject.name, 3)] },
    {
      cells: [
        label(form.subject.kind === 'uscc' ? '统一社会\n信用代码' : '注册号'),
        value(form.subject.number),
        label('管辖单位'),
        value(form.subject.place),
      ],
    },
    { cells: [label('住所地址'), value('', 3)] },
    { cells: [label('法定代表人\n（负责人）'), value(''), label('联络员/电话'), value('')] },
    {
      cells: [
        label('检查实施期'),
        value(span(form.window.from, form.window.to)),
        label('检查部门'),
        value(form.parts.map(({ departmentName }) => departmentName).join('、')),
      ],
    },
  ],
});

function partForm(part: FormPart, sheet: RecordSheetValue): Block {
  return {
    kind: 'form',
    widths: [22, 78],
    rows: [
      {
        cells: [
          label('派出人员'),
          value(part.sent.map(({ name, number }) => `${name}（${number}）`).join('、') || '（未派员）'),
        ],
      },
      ...part.items.flatMap((item, i) => itemRows(item, i, part, sheet)),
      { cells: [label('检查人员签名'), signHere('')], heightMm: 22 },
      { cells: [label('组长审核意见'), signHere(reviewWords(part, sheet))], heightMm: 22 },
      { cells: [label('结果公示\n审批意见'), signHere('')], heightMm: 22 },
    ],
  };
}

/** Yes and no with their boxes stand together: beside the point where there is room, else below it. */
const answered = (point: string): readonly string[] =>
  charsIn(point) + charsIn(yesOrNo) + 1 <= choicesMost ? [`${point}　${yesOrNo}`] : [point, yesOrNo];
const yesOrNo = '是☐　否☐';

const codes = outcomeKinds.map(({ code }) => code);

function itemRows(item: FormItem, i: number, part: FormPart, { reviews }: RecordSheetValue): readonly FormRow[] {
  const { entered } = item;
  const review = reviews.get(`${part.department}/${item.code}`);
  return [
    { cells: [label(`检查事项${i + 1}`), value(item.name)] },
    ...(item.points.length === 0
      ? []
      : [{ cells: [label('检查要点'), value(item.points.flatMap((point, at) => answered(`（${at + 1}）${point}`)))] }]),
    { cells: [label('核查方式'), value(ticks(checkMethods, entered?.methods ?? [], (each) => methodWords[each].zh))] },
    {
      cells: [
        label('检查结果'),
        value(
          entered !== null
            ? `☑${wordsOfCode(entered.code).zh}`
            : item.notChecked !== null
              ? notCheckedWords(item.notChecked).zh
              : ticks(codes, [], (each) => wordsOfCode(each).zh),
        ),
      ],
    },
    { cells: [label('发现问题情况'), value(entered?.finding ?? '')], heightMm: 14 },
    {
      cells: [
        label('后续处置措施'),
        value(
          entered === null
            ? handlings.map((each) => `☐${handlingWords[each].zh}`)
            : entered.handling === null
              ? '无'
              : `☑${handlingWords[entered.handling].zh}${entered.handlingWords === '' ? '' : `：${entered.handlingWords}`}${entered.correctBy === null ? '' : `（整改期限：${dateInChinese(entered.correctBy)}）`}`,
        ),
      ],
    },
    ...(entered === null
      ? []
      : [
          {
            cells: [
              label('检查日期和人员'),
              value(`${dateInChinese(entered.checkedOn)}　${officersAt(entered.inspectors, part)}`),
            ],
          },
          ...(entered.evidence.length === 0
            ? []
            : [
                {
                  cells: [
                    label('证据材料'),
                    value(entered.evidence.map(({ name, place }) => `${name}（存放：${place}）`).join('；')),
                  ],
                },
              ]),
          ...(entered.remark === '' ? [] : [{ cells: [label('备注'), value(entered.remark)] }]),
        ]),
    ...(review === undefined
      ? []
      : [
          {
            cells: [
              label('审核'),
              value(
                `${review.passed ? '审核通过' : '退回'}　${review.by}${review.words === '' ? '' : `：${review.words}`}`,
              ),
            ],
          },
        ]),
  ];
}

/** An entry that names nobody means those who were sent. */
function officersAt(named: readonly string[], { sent }: FormPart): string {
  const there = named.length === 0 ? sent.map(({ number }) => number) : named;
  return there.map((number) => sent.find((each) => each.number === number)?.name ?? number).join('、');
}

function reviewWords({ department, items }: FormPart, { reviews }: RecordSheetValue): string {
  const all = items.map(({ code }) => reviews.get(`${department}/${code}`));
  return all.length > 0 && all.every((each) => each?.passed === true) ? '审核通过。' : '';
}

function signing({ form, signed, changed }: RecordSheetValue): Block {
  const said = form.parts
    .flatMap(({ items }) => items.flatMap(({ entered }) => entered?.statement ?? []))
    .filter((each) => each !== '');
  const all = new Set([...said, ...(signed === null || signed.words === '' ? [] : [signed.words])]);
  const words = [...all].map(sentence).join('');
  const state =
    signed === null
      ? '（未阅核）'
      : `${signWayWords[signed.way].zh}　${dateInChinese(signed.on)}${signed.signer === '' ? '' : `　签章人：${signed.signer}`}${signed.witness === '' ? '' : `　见证人：${signed.witness}`}${changed ? '（签章后检查结果有改动，应重新阅核）' : ''}`;
  return {
    kind: 'form',
    together: true,
    widths: [22, 78],
    rows: [
      { cells: [label('被检查单位意见'), value(words)], heightMm: 16 },
      { cells: [label('阅核情况'), value(state)] },
      { cells: [label('法定代表人\n（负责人）'), signHere('')], heightMm: 26 },
    ],
  };
}
