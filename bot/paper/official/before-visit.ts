/**
 * Before the door: 行政检查审批表 (国办发〔2024〕54号: 检查须经负责人批准), 联合检查实施方案 (甘州 2023 二(二)2), 检查通知书 with everything that is
 * to be got ready, told once.
 */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import type { NoticeMeans, SchemeKept } from '../../../core/visit/fact.ts';
import { identityDuty, methodWords, recusalRight, span } from '../words.ts';
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
import {
  codesOf,
  codeWidths,
  itemsCell,
  methodAndDays,
  numberName,
  officersCell,
  subjectRows,
  type VisitValue,
} from './visit-value.ts';

export interface ApprovalValue {
  readonly visit: VisitValue;
  readonly reason: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Why it is asked afterwards; '' where it was asked first. */
  readonly urgent: string;
  readonly askedOn: CivilDate;
  readonly askedBy: string;
  readonly warned: boolean;
  readonly decided: {
    readonly approved: boolean;
    readonly words: string;
    readonly on: CivilDate;
    readonly by: string;
  } | null;
}

export function approvalForm(asked: ApprovalValue, imprint: Imprint): OfficialPaper {
  const { visit, decided } = asked;
  const opinion =
    decided === null
      ? signHere('', 3)
      : value(
          [
            `${decided.approved ? '同意检查。' : '不同意检查。'}${decided.words}`,
            `${decided.by}　${dateInChinese(decided.on)}`,
            '',
            '签名（盖章）：',
          ],
          3,
        );
  return paperOf(imprint, {
    format: 'form',
    date: null,
    title: '行政检查审批表',
    blocks: [
      {
        kind: 'form',
        widths: codeWidths,
        rows: [
          { cells: [label('检查机关'), value(visit.department, 3)] },
          ...subjectRows(visit),
          { cells: [label('检查任务'), value(visit.tasks.join('、'), 3)] },
          { cells: [label('检查事项\n及依据'), itemsCell(visit, 3)], heightMm: 22 },
          { cells: methodAndDays(visit) },
          { cells: [label('拟检查日期'), value(span(asked.from, asked.to), 3)] },
          { cells: [label('执法检查人员'), officersCell(visit.officers, 3)] },
          { cells: [label('同行部门'), value(visit.along.join('、') || '无', 3)] },
          { cells: [label('检查理由'), value(asked.reason, 3)], heightMm: 18 },
          ...(asked.urgent === ''
            ? []
            : [{ cells: [label('事后补办的\n原因'), value(asked.urgent, 3)], heightMm: 14 }]),
          {
            cells: [
              label('重复检查提示'),
              value(asked.warned ? '提请时已提示该对象本年度有其他检查，须说明必要性。' : '未发现重复检查。', 3),
            ],
          },
          { cells: [label('提请'), value(`${asked.askedBy}　${dateInChinese(asked.askedOn)}`, 3)] },
          { cells: [label('部门负责人\n审批意见'), opinion], heightMm: 30 },
        ],
      },
    ],
  });
}

export interface SchemeValue {
  readonly scheme: SchemeKept;
  readonly task: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly due: CivilDate;
}

export function visitScheme(
  { scheme, task, lead, partners, window, due }: SchemeValue,
  imprint: Imprint,
): OfficialPaper {
  const chapter = (title: string, words: string): readonly Block[] =>
    words.trim() === ''
      ? []
      : [
          heading(title),
          ...words
            .split('\n')
            .filter((each) => each.trim() !== '')
            .map((each) => text(each.trim())),
        ];
  return paperOf(imprint, {
    format: 'document',
    title: scheme.title === '' ? `“${task}”联合检查实施方案` : scheme.title,
    to: partners,
    blocks: [
      text(`为组织实施“${task}”部门联合抽查，按照一次上门、各项事项一并检查的要求，制定本方案。`),
      heading('任务和分工'),
      text(
        `本次检查由${lead}牵头，${partners.length === 0 ? '单独实施' : `${partners.join('、')}配合`}。检查实施期为${span(window.from, window.to)}，任务应于${dateInChinese(due)}前完成。${identityDuty}`,
      ),
      ...chapter('检查分组', scheme.groups),
      ...chapter('时间安排', scheme.schedule),
      ...chapter('检查要点', scheme.points),
      ...chapter('保障措施', scheme.safeguards),
    ],
    printedBy: lead,
  });
}

export interface NoticeValue {
  readonly visit: VisitValue;
  readonly on: CivilDate;
  readonly hour: string;
  readonly means: NoticeMeans;
  readonly servedOn: CivilDate;
  readonly materials: readonly string[];
  readonly words: string;
}

const meansWords: Record<NoticeMeans, string> = {
  'in-person': '直接送达',
  post: '邮寄送达',
  electronic: '电子送达',
  'at-door': '现场送达',
};

export function visitNotice(told: NoticeValue, imprint: Imprint): OfficialPaper {
  const { visit } = told;
  const going = [visit.department, ...visit.along].join('、');
  return paperOf(imprint, {
    format: 'letter',
    title: '行政检查通知书',
    to: [visit.subject.name],
    blocks: [
      text(`根据年度抽查计划，经公开随机抽取，你单位被确定为检查对象。现将有关事项通知如下：`),
      codesOf([
        [numberName(visit.subject.kind), visit.subject.number],
        ['检查编号', visit.no],
        ['抽查计划', visit.plan],
        ['管辖单位', visit.subject.place],
      ]),
      heading('检查事项'),
      ...visit.items.map(({ name, basis }, i) => text(`${i + 1}.${name}${basis === '' ? '' : `（依据：${basis}）`}`)),
      heading('检查时间、方式和人员'),
      text(
        `${going}将于${dateInChinese(told.on)}${told.hour === '' ? '' : told.hour}${visit.planned === 'on-site' ? '到你单位' : '对你单位'}开展检查，检查方式为${methodWords[visit.planned]}。${visit.along.length === 0 ? '' : '各部门一次上门，合并检查。'}`,
      ),
      text(
        `本机关执法检查人员：${visit.officers.map(({ name, certificate }) => `${name}${certificate === '' ? '' : `（执法证号：${certificate}）`}`).join('、') || '到场时出示证件'}。${identityDuty}`,
      ),
      heading('需要准备的资料'),
      ...(told.materials.length === 0
        ? [text('无需准备资料。')]
        : told.materials.map((each, i) => text(`${i + 1}.${each}`))),
      text('以上资料一次告知。除此之外，不要求你单位另行准备。'),
      heading('权利和义务'),
      text(recusalRight),
      text(
        '你单位有权陈述意见；应当如实提供有关情况，配合依法开展的检查。执法人员不出示执法证件的，有权拒绝接受检查（行政处罚法第五十五条）。',
      ),
      ...(told.words === '' ? [] : [text(told.words)]),
      text(`送达方式：${meansWords[told.means]}；送达日期：${dateInChinese(told.servedOn)}。`),
    ],
    attachments: [{ title: '送达回证', landscape: false, blocks: receipt(told) }],
  });
}

const receipt = ({ visit, means }: NoticeValue): readonly Block[] => [
  {
    kind: 'form',
    widths: [24, 76],
    rows: [
      { cells: [label('送达文书'), value(`行政检查通知书（检查编号：${visit.no}）`)] },
      { cells: [label('受送达人'), value(visit.subject.name)] },
      { cells: [label('送达方式'), value(meansWords[means])] },
      { cells: [label('送达人'), signHere('')], heightMm: 26 },
      { cells: [label('收件人'), signHere('')], heightMm: 26 },
      { cells: [label('备注'), value('')], heightMm: 16 },
    ],
  },
];
