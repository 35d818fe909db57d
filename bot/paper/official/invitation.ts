/**
 * 会商函 and 组织实施通知 (甘州联办发〔2023〕01号 附件4、附件5): the lead tells its partners what the plan asks, before it is published
 * (函) or once a special inspection is to be carried out (通知). Both are filled from the letter that was sent.
 */
import { dateInChinese } from '../../../core/calendar.ts';
import type { Letter } from '../../../core/consult/invitation.ts';
import { letterFacts, letterTitle, partWords } from '../../say/letter.ts';
import { identityDuty } from '../words.ts';
import {
  type Block,
  heading,
  type Imprint,
  label,
  led,
  type OfficialPaper,
  paperOf,
  text,
  value,
} from './official-paper.ts';

export function jointLetter(letter: Letter, imprint: Imprint): OfficialPaper {
  return paperOf(imprint, {
    format: 'letter',
    title: letterTitle(letter).zh,
    to: letter.to,
    blocks: [
      text(
        `为做好${letter.year}年度部门联合“双随机、一公开”抽查工作，我单位拟牵头开展“${letter.name}”。在计划发布前，现就有关事项与贵单位会商。`,
      ),
      heading('拟开展的抽查任务'),
      facts(letter),
      heading('任务分工'),
      parts(letter),
      heading('会商事项'),
      text(
        '请研究是否参加、认领本单位的抽查事项，并提出可派执法检查人员的人数。抽查事项不在本部门清单内的，请一并提出，逐级反映。',
      ),
      text(`请于${dateInChinese(letter.answerBy)}前函复。`),
      ...requirements(letter),
    ],
    attachments: [{ title: '会商回执', landscape: false, blocks: slip('☐参加（认领、签收）　☐不参加') }],
  });
}

export function specialNotice(letter: Letter, imprint: Imprint): OfficialPaper {
  return paperOf(imprint, {
    format: 'document',
    title: letterTitle(letter).zh,
    to: letter.to,
    blocks: [
      text(
        `${letter.ground === '' ? '根据年度工作安排' : `根据${letter.ground}`}，我单位牵头组织实施“${letter.name}”专项抽查。现将有关事项通知如下：`,
      ),
      heading('抽查任务'),
      facts(letter),
      heading('组织分工'),
      parts(letter),
      heading('实施步骤'),
      led('签收任务。', `请于${dateInChinese(letter.answerBy)}前签收，核对检查对象名录库和执法检查人员名录库。`),
      led('随机抽取。', '检查对象和执法检查人员均随机抽取、随机匹配，抽取过程全程留痕。'),
      led(
        '联合检查。',
        `检查实施期为${dateInChinese(letter.window.from)}至${dateInChinese(letter.window.to)}。各部门联合进户，一次完成全部事项的检查。${identityDuty}`,
      ),
      led(
        '录入公示。',
        `按照“谁检查、谁录入、谁公开”的原则，任务完成后${letter.publishWithin}个工作日内录入检查结果并向社会公示。`,
      ),
      led('后续处置。', '发现问题的，由发现问题的部门依法处置；不属于本部门职责的，及时移交并做好移交记录。'),
      heading('工作要求'),
      text(`抽查任务应于${dateInChinese(letter.due)}前完成。`),
      ...requirements(letter),
    ],
    attachments: [{ title: '任务签收回执', landscape: false, blocks: slip('☐签收　☐提出意见') }],
    printedBy: letter.leadName,
  });
}

const requirements = ({ requirements: said }: Letter): readonly Block[] =>
  said
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(text);

const facts = (letter: Letter): Block => ({
  kind: 'form',
  widths: [28, 72],
  rows: letterFacts(letter).map(({ name, value: said }) => ({ cells: [label(name.zh), value(said.zh)] })),
});

const parts = (letter: Letter): Block => ({
  kind: 'table',
  columns: [
    { title: '部门', width: 28 },
    { title: '抽查事项和人员', width: 72 },
  ],
  rows: letter.parts.map((part) => [
    `${part.name}${part.department === letter.lead ? '（牵头）' : ''}`,
    partWords(part).zh.slice(part.name.length + 1),
  ]),
});

const slip = (choices: string): readonly Block[] => [
  {
    kind: 'form',
    widths: [24, 26, 24, 26],
    rows: [
      { cells: [label('单位'), value(''), label('联系人'), value('')], heightMm: 12 },
      { cells: [label('意见'), value(choices, 3)], heightMm: 12 },
      { cells: [label('本单位抽查事项'), value('', 3)], heightMm: 30 },
      { cells: [label('可派人员（名）'), value(''), label('清单缺失的事项'), value('')], heightMm: 14 },
      { cells: [label('不参加的理由\n或者意见'), value('', 3)], heightMm: 30 },
      { cells: [label('签章'), value('', 3)], heightMm: 30 },
    ],
  },
];
