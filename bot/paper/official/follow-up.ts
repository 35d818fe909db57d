/**
 * 后续处置 papers about one finding: 列异事前提醒 (石狮 2024 四(三) 事前提醒、审慎列异), 整改辅导单 beside the penalty (三明 2025 三(六) 两张清单), and 一书一函
 * (三明 2025 四(十一)): the penalty's notice and the letter on credit repair in one, served together.
 */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { heading, type Imprint, label, type OfficialPaper, paperOf, signHere, text, value } from './official-paper.ts';
import { sentence } from './sentence.ts';
import { codeWidths } from './visit-value.ts';

export interface FindingValue {
  /** 检查编号 */
  readonly no: string;
  readonly department: string;
  readonly subject: { readonly name: string; readonly number: string };
  readonly tasks: readonly string[];
  readonly item: string;
  readonly outcome: string;
  readonly finding: string;
  readonly checkedOn: CivilDate;
}

const opening = (found: FindingValue): string =>
  sentence(
    `${dateInChinese(found.checkedOn)}，我单位在“双随机、一公开”抽查（检查编号：${found.no}；任务：${found.tasks.join('、') || '年度抽查任务'}）中发现你单位在“${found.item}”方面存在下列情形：${found.outcome}${found.finding === '' ? '' : `，${found.finding}`}`,
  );

export interface ReminderValue {
  readonly found: FindingValue;
  readonly until: CivilDate;
  readonly way: string;
  readonly words: string;
}

export const listingReminder = ({ found, until, way, words }: ReminderValue, imprint: Imprint): OfficialPaper =>
  paperOf(imprint, {
    format: 'letter',
    title: '列入经营异常名录事前提醒书',
    to: [found.subject.name],
    blocks: [
      text(opening(found)),
      text(
        `上述情形可能导致你单位被列入经营异常名录。本着包容审慎的原则，现予事前提醒：请于${dateInChinese(until)}前自行纠正，并将纠正情况告知我单位。期满后我单位将复核；已经纠正的，不予列入。`,
      ),
      ...(words === '' ? [] : [text(words)]),
      heading('如何纠正'),
      text(
        '登记的住所（经营场所）发生变化的，请及时办理变更登记；应当公示的信息未公示或者有误的，请通过国家企业信用信息公示系统补报、更正。需要帮助的，可以联系我单位，我单位提供行政指导。',
      ),
      text(`提醒方式：${way}。本提醒书不是行政处罚。`),
    ],
  });

export interface GuidanceValue {
  readonly found: FindingValue;
  readonly on: CivilDate;
  /** What is to be done, as the department wrote it. */
  readonly words: string;
  readonly correctBy: CivilDate | null;
  /** Numbers of penalty decisions that it goes beside. */
  readonly decisions: readonly string[];
}

export const guidanceSlip = (
  { found, on, words, correctBy, decisions }: GuidanceValue,
  imprint: Imprint,
): OfficialPaper =>
  paperOf(imprint, {
    format: 'form',
    date: null,
    title: '整改辅导单',
    blocks: [
      {
        kind: 'form',
        widths: codeWidths,
        rows: [
          { cells: [label('被辅导单位'), value(found.subject.name, 3)] },
          { cells: [label('统一社会\n信用代码'), value(found.subject.number), label('检查编号'), value(found.no)] },
          { cells: [label('抽查任务'), value(found.tasks.join('、'), 3)] },
          { cells: [label('检查事项'), value(found.item, 3)] },
          {
            cells: [
              label('发现的问题'),
              value(`${found.outcome}${found.finding === '' ? '' : `：${found.finding}`}`, 3),
            ],
            heightMm: 22,
          },
          { cells: [label('整改辅导意见'), value(words.split('\n'), 3)], heightMm: 45 },
          {
            cells: [
              label('整改期限'),
              value(correctBy === null ? '' : `${dateInChinese(correctBy)}${correctBy < on ? '（辅导时已届满）' : ''}`),
              label('辅导日期'),
              value(dateInChinese(on)),
            ],
          },
          { cells: [label('同时作出的\n处罚决定'), value(decisions.length === 0 ? '无' : decisions.join('、'), 3)] },
          {
            cells: [label('辅导单位'), value([found.department, '', '（盖章）　　　　　　年　　月　　日'], 3)],
            heightMm: 24,
          },
          { cells: [label('被辅导单位'), signHere('', 3)], heightMm: 26 },
        ],
      },
      text('本单与行政处罚单一并送达，目的是帮助企业尽快整改合规经营；需要进一步辅导的，请联系辅导单位。'),
    ],
  });

export interface LetterValue {
  readonly found: FindingValue;
  /** Number and day of the decision. */
  readonly decision: { readonly number: string; readonly on: CivilDate; readonly words: string };
  readonly repairFrom: CivilDate | null;
  /** When both were served, and the receipt; null while they were not. */
  readonly served: { readonly on: CivilDate; readonly receipt: string } | null;
}

/** One paper of two parts, so that neither goes without the other. */
export const penaltyAndRepair = (
  { found, decision, repairFrom, served }: LetterValue,
  imprint: Imprint,
): OfficialPaper =>
  paperOf(imprint, {
    format: 'letter',
    title: '行政处罚（信息公示）告知暨信用修复提示函',
    to: [found.subject.name],
    blocks: [
      text(opening(found)),
      heading('行政处罚信息公示告知'),
      text(
        `我单位于${dateInChinese(decision.on)}作出行政处罚决定（${decision.number}）${decision.words === '' ? '' : `：${decision.words}`}。该决定信息将依法向社会公示。`,
      ),
      heading('信用修复提示'),
      text(
        `你单位履行处罚决定、纠正违法行为后，可以申请信用修复。${repairFrom === null ? '最早可以申请的日期以公示系统提示为准' : `最早可以申请的日期为${dateInChinese(repairFrom)}`}。`,
      ),
      text(
        '申请方式：登录国家企业信用信息公示系统或者“信用中国”网站网上办理，也可以向我单位提出，由我单位协同有关部门办理。信用修复不收取任何费用。',
      ),
      text('申请材料：信用修复申请书、履行处罚决定和纠正违法行为的证明。'),
      ...(served === null
        ? []
        : [
            text(
              `本告知和提示函与行政处罚决定书一并送达，送达日期：${dateInChinese(served.on)}${served.receipt === '' ? '' : `；回执：${served.receipt}`}。`,
            ),
          ]),
    ],
  });
