/** 征询函: the letter that was sent, in the layout of a letter, with its deadline in figures and the slip on which a member without chat answers. */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { type Block, type Imprint, label, note, type OfficialPaper, paperOf, text, value } from './official-paper.ts';

export interface ConsultationValue {
  readonly no: string;
  readonly year: number;
  /** As it was sent. */
  readonly letter: string;
  /** One a line; '' where the letter says it all. */
  readonly matters: string;
  readonly deadline: CivilDate;
  readonly office: string;
}

export function consultationLetter(asked: ConsultationValue, imprint: Imprint): OfficialPaper {
  const { title, to, said } = partsOf(asked);
  const matters = linesOf(asked.matters);
  return paperOf(imprint, {
    format: 'letter',
    title,
    to,
    blocks: [
      ...said.map(text),
      ...(matters.length === 0 ? [] : [text(`征询事项：${matters.join('；')}。`)]),
      text(`请于${dateInChinese(asked.deadline)}前反馈。`),
    ],
    attachments: [{ title: `${asked.year}年度抽查工作计划征询意见反馈表`, landscape: false, blocks: answerSlip() }],
  });
}

const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The letter's own first line is its title, the line that ends with a colon its addressees, the office's name its signature. */
function partsOf({ letter, year, office }: ConsultationValue) {
  const lines = linesOf(letter);
  const [first = ''] = lines;
  const titled = /^关于/.test(first) && [...first].length <= 60;
  const rest = (titled ? lines.slice(1) : lines).filter((each) => each !== office);
  const [second = ''] = rest;
  const addressed = second.endsWith('：') && [...second].length <= 80;
  return {
    title: titled ? first : `关于征询${year}年度“双随机、一公开”抽查工作计划的函`,
    to: addressed ? [second.slice(0, -1)] : ['联席会议各成员单位'],
    said: addressed ? rest.slice(1) : rest,
  };
}

const answerSlip = (): readonly Block[] => [
  {
    kind: 'form',
    widths: [24, 30, 20, 26],
    rows: [
      { cells: [label('单位（盖章）'), value(''), label('联络员'), value('')], heightMm: 14 },
      { cells: [label('反馈意见'), value('☐参加　☐无意见　☐有意见　☐不参加', 3)], heightMm: 12 },
      { cells: [label('拟牵头开展的\n抽查任务'), value('', 3)], heightMm: 50 },
      { cells: [label('对比例、频次、\n时间的意见建议'), value('', 3)], heightMm: 40 },
      { cells: [label('不参加的理由'), value('', 3)], heightMm: 25 },
    ],
  },
  note(
    '填写说明：拟牵头开展的抽查任务，请写明抽查事项、检查对象范围、抽查比例、实施时间和拟请配合的部门，并附年度抽查计划表。',
  ),
];
