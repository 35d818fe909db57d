/** Everything that reading and writing tables says to people: what was refused, corrected or doubted, and what would be right. */
import { wordsOfNumberFinding, wordsOfNumberRefusal } from '../registry/words.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { Doubt, Fault } from './fault.ts';
import { cellAddress } from './grid.ts';
import { type Change, normalise } from './normalise.ts';
import type { Faulty, Place } from './read.ts';
import type { RecogniseRefusal } from './recognise.ts';

/** A table whose header row is not what the sheet needs. */
export function wordsOfRecogniseRefusal(refusal: RecogniseRefusal): Words {
  switch (refusal.kind) {
    case 'no-header':
      return {
        zh: `没有找到表头。前 30 行中应有一行写着：${refusal.expected.join('、')}。`,
        en: `No header row found. One of the first 30 rows must hold: ${refusal.expected.join(', ')}.`,
      };
    case 'missing-columns':
      return {
        zh: `缺少必需的列：${refusal.missing.join('、')}。表中现有的列：${refusal.headers.join('、')}。请补上这些列，或在导入时写明整份文件适用的内容。`,
        en: `Required columns are missing: ${refusal.missing.join(', ')}. The table has: ${refusal.headers.join(', ')}. Add them, or state a value for the whole file.`,
      };
    default:
      return never(refusal);
  }
}

/** What is wrong with a cell and what would be right; without its address. */
export function wordsOfFault(fault: Fault): Words {
  switch (fault.kind) {
    case 'missing':
      return { zh: '必填，不能为空', en: 'must not be blank' };
    case 'option':
      if (fault.of !== undefined)
        return {
          zh: `应为${fault.options.map((each) => `“${each}”`).join('')}等 ${fault.of} 项之一，见下拉列表`,
          en: `must be one of ${fault.of}: ${fault.options.join(', ')} and others, see the list`,
        };
      return { zh: `应为以下之一：${fault.options.join('、')}`, en: `must be one of: ${fault.options.join(', ')}` };
    case 'date':
      if (fault.meant.length > 0)
        return {
          zh: `没有写年份，请写成 ${fault.meant.join(' 或者 ')} 这样的日期`,
          en: `has no year; write a date like ${fault.meant.join(' or ')}`,
        };
      return {
        zh: `不是日期；应写成 2026-03-31 的形式${fault.endless ? '，长期有效填“长期有效”' : ''}`,
        en: `is no date; write it as 2026-03-31${fault.endless ? ', or 长期有效 for one without end' : ''}`,
      };
    case 'early-date': {
      const like = fault.meant.length === 0 ? ['2026-03-31'] : fault.meant;
      return fault.typed === ''
        ? { zh: '早于 2000 年，请核对年份', en: 'is before 2000; look at the year' }
        : {
            zh: `“${fault.typed}”被表格当成数字，请写成 ${like.join(' 或者 ')} 这样的日期`,
            en: `“${fault.typed}” was taken for a number; write a date like ${like.join(' or ')}`,
          };
    }
    case 'whole-number':
      return {
        zh: `应为 ${fault.min} 到 ${fault.max} 之间的整数`,
        en: `must be a whole number from ${fault.min} to ${fault.max}`,
      };
    case 'too-long':
      return {
        zh: `有 ${fault.length} 个字，最多 ${fault.max} 个字`,
        en: `has ${fault.length} characters, at most ${fault.max} fit`,
      };
    case 'digits-lost':
      return {
        zh: '按数值存储且超过 15 位，Excel 已丢失后面的数字；请先把该列设为“文本”，再对照原件重新填写',
        en: 'was stored as a number of more than 15 digits, of which Excel keeps 15; format the column as text and enter it anew',
      };
    case 'zeros-lost':
      return {
        zh: `按数值存储，只有 ${fault.digits} 位，而同列有 ${fault.longest} 位的，前面的 0 可能已丢失；请把该列设为“文本”后重新填写`,
        en: `was stored as a number of ${fault.digits} digits where others have ${fault.longest}; leading zeros may be lost. Format the column as text and enter it anew`,
      };
    case 'cell-error':
      return { zh: '单元格是公式错误值，请改为实际内容', en: 'holds a formula error; enter the value itself' };
    case 'uncalculated':
      return {
        zh: '公式没有保存结果；请在 Excel 或 WPS 中打开、重新计算并保存，或改为数值',
        en: 'is a formula without a stored value; open, calculate and save the file, or enter the value',
      };
    case 'subject-number':
      return wordsOfNumberRefusal(fault);
    case 'department': {
      const near = fault.near.length === 0 ? '' : `；是否为：${fault.near.join('、')}`;
      return {
        zh: `成员单位中没有该单位，或有多个单位与此名称相符${near}。请填写单位全称或代码`,
        en: `names no single department${fault.near.length === 0 ? '' : `; perhaps ${fault.near.join(', ')}`}. Use its full name or code`,
      };
    }
    case 'departments': {
      const unknown = fault.unknown.slice(0, 3);
      const more = fault.unknown.length - unknown.length;
      const zh = unknown.map(({ text, near }) => `“${oneLine(text)}”${perhaps(near).zh}`).join('；');
      const en = unknown.map(({ text, near }) => `“${oneLine(text)}”${perhaps(near).en}`).join('; ');
      return {
        zh: `${zh}${more > 0 ? `等 ${fault.unknown.length} 处` : ''}：成员单位中没有该单位，或有多个单位与此名称相符。请填写单位全称或代码`,
        en: `${en}${more > 0 ? ` and ${more} more` : ''}: no single department is named. Use its full name or code`,
      };
    }
    case 'ratio':
      return {
        zh: `抽查比例写得不明确（${ratioReason(fault.refusal.kind).zh}）；可写成 5%、不低于10%、20户、A3% B4% C5% D6% 等形式`,
        en: `no definite ratio can be read (${ratioReason(fault.refusal.kind).en}); write it like 5%, 不低于10%, 20户, A3% B4% C5% D6%`,
      };
    case 'needs':
      return {
        zh: `与“${fault.other}”应一并填写、相互一致`,
        en: `and “${fault.other}” must be given together and agree`,
      };
    case 'same-body':
      return { zh: `与“${fault.other}”是同一单位`, en: `names the same body as “${fault.other}”` };
    case 'other-department':
      return {
        zh: `不是“${fault.own}”的数据；联络员只能导入本单位的行，其他单位的由该单位或联席办导入`,
        en: `does not belong to “${fault.own}”; a liaison imports its own department's rows, the others are theirs or the office's`,
      };
    case 'office-inspects':
      return {
        zh: '联席会议办公室是议事协调机构，不得实施检查（国办发〔2024〕54号），此处应为“否”',
        en: 'the office only coordinates and must not inspect (国办发〔2024〕54号); this must be 否',
      };
    case 'evidence':
      return {
        zh: `第 ${fault.line} 条应写成“名称；存放位置”，知道 SHA-256 摘要的再加“；”和摘要，每条一行，最多 50 条`,
        en: `line ${fault.line} must read “name；place”, with “；” and the SHA-256 where it is known; one a line, at most 50`,
      };
    case 'given': {
      const held = oneLine(fault.held);
      return {
        zh: `由系统给出，不能改写，应${held === '' ? '留空' : `为“${held}”`}；如整块粘贴，请核对是否错行`,
        en: `is given by the desk and must ${held === '' ? 'stay blank' : `read “${held}”`}; if a block was pasted, check that no row has slipped`,
      };
    }
    case 'no-field':
      return { zh: '本表没有这一栏', en: 'is no column of this sheet' };
    case 'duplicate':
      return {
        zh: `与第 ${fault.firstRow} 行重复而内容不同，请只留下正确的一行`,
        en: `stands already in row ${fault.firstRow} with other content; keep the right one`,
      };
    default:
      return never(fault);
  }
}

const perhaps = (near: readonly string[]): Words =>
  near.length === 0
    ? { zh: '', en: '' }
    : { zh: `（是否为：${near.join('、')}）`, en: ` (perhaps ${near.join(', ')})` };

type RatioReason = Extract<Fault, { kind: 'ratio' }>['refusal']['kind'];
const ratioReasons: Readonly<Record<RatioReason, Words>> = {
  empty: { zh: '空白', en: 'blank' },
  undecided: { zh: '待定', en: 'undecided' },
  'decided-elsewhere': { zh: '由其他文件确定', en: 'another paper decides' },
  alternatives: { zh: '有两种可能', en: 'two alternatives' },
  sum: { zh: '是几次之和', en: 'a sum over several draws' },
  'no-number': { zh: '没有数字', en: 'no number' },
  'no-unit': { zh: '数字后没有 % 或 户', en: 'a number without % or 户' },
  'too-fine': { zh: '为零或小于万分之一', en: 'zero or below one basis point' },
  'above-whole': { zh: '超过 100%', en: 'more than 100 %' },
  'not-whole-number': { zh: '户数不是整数', en: 'not a whole number of households' },
  'reversed-range': { zh: '前大后小', en: 'a range that ends below its beginning' },
  'steps-gap': { zh: '分档不连续', en: 'steps that leave a gap' },
  twice: { zh: '同一类写了两次', en: 'one class twice' },
  mixture: { zh: '一格里有几种规则', en: 'several rules in one cell' },
  unreadable: { zh: '有读不懂的字', en: 'words that are not understood' },
};
const ratioReason = (kind: RatioReason): Words => ratioReasons[kind];

/** What is doubtful in a cell that was kept. */
export function wordsOfDoubt(doubt: Doubt): Words {
  switch (doubt.kind) {
    case 'window-unread':
      return {
        zh: `“${doubt.text}”没有写明起止日期，编制任务时再定`,
        en: `“${doubt.text}” names no dates; to be settled when the task is drafted`,
      };
    case 'frequency-unread':
      return {
        zh: `“${doubt.text}”没有写明每年几次，编制任务时再定`,
        en: `“${doubt.text}” does not say how often a year; to be settled when the task is drafted`,
      };
    case 'ratio-unread': {
      const { zh, en } = ratioReason(doubt.refusal.kind);
      return {
        zh: `比例或户数按原文保留（${zh}），编制任务时再定`,
        en: `kept in its own words (${en}); to be settled when the task is drafted`,
      };
    }
    default:
      return wordsOfNumberFinding(doubt);
  }
}

/** What was done to a cell. */
export function wordsOfChange(change: Change): Words {
  switch (change) {
    case 'composed':
      return { zh: '统一字符编码形式', en: 'characters composed (NFC)' };
    case 'control':
      return { zh: '删去不可见字符', en: 'invisible characters removed' };
    case 'private-use':
      return { zh: '自造字无法显示，以〓代替，请核对', en: 'a private character is shown as 〓; please check' };
    case 'half-width':
      return { zh: '全角字母数字改为半角', en: 'full-width letters and digits made half-width' };
    case 'brackets':
      return { zh: '名称中的括号统一为全角', en: 'brackets in names made full-width' };
    case 'spaces':
      return { zh: '删去多余空格', en: 'stray spaces removed' };
    case 'capitals':
      return { zh: '字母改为大写', en: 'letters made capital' };
    case 'long-term':
      return { zh: '长期有效记为 9999-09-09', en: 'long-term validity noted as 9999-09-09' };
    case 'date-form':
      return { zh: '日期统一写法', en: 'date written in one form' };
    case 'option-word':
      return { zh: '统一为规定用语', en: 'replaced by the term in use' };
    case 'department-name':
      return { zh: '按简称认定单位', en: 'department known by a shorter name' };
    default:
      return never(change);
  }
}

/** “第 12 行 C 列（C12）统一社会信用代码”. */
export function wordsOfPlace({ row, column, header }: Place): Words {
  const address = column < 0 ? '' : cellAddress(row, column);
  return {
    zh: `第 ${row + 1} 行${address === '' ? '' : ` ${address} 单元格`}“${header}”`,
    en: `row ${row + 1}${address === '' ? '' : `, cell ${address}`}, “${header}”`,
  };
}

const shownUpTo = 60;

/** A cell's text as a report quotes it: one line without control characters, since it may come from anybody and be of any length. */
export function oneLine(value: string): string {
  const { text } = normalise(value.slice(0, 10 * shownUpTo), 'line');
  return text.length > shownUpTo ? `${text.slice(0, shownUpTo).toWellFormed()}…` : text;
}

/** One fault with its place and value, as a report line. */
export function wordsOfFaulty(faulty: Faulty): Words {
  const place = wordsOfPlace(faulty);
  const fault = wordsOfFault(faulty.fault);
  const shown = oneLine(faulty.value);
  const value = shown === '' ? '' : `“${shown}”`;
  return {
    zh: `${place.zh}${value}：${fault.zh}。`,
    en: `${place.en}${value === '' ? '' : `, ${value}`}: ${fault.en}.`,
  };
}

/** The same for places where no cell of a list may be read, such as a chat: row, column and what would be right, never what stands there. */
export function wordsOfFaultyUnquoted(faulty: Faulty): Words {
  const place = wordsOfPlace(faulty);
  const fault = unquoted(faulty.fault);
  return { zh: `${place.zh}：${fault.zh}。`, en: `${place.en}: ${fault.en}.` };
}

/** The full words may name the number that was meant, or the parts of a cell that are wrong. */
function unquoted(fault: Fault): Words {
  if (fault.kind === 'subject-number') return numberUnquoted;
  if (fault.kind !== 'departments') return wordsOfFault(fault);
  const places = fault.unknown.slice(0, 3).map(({ place }) => place);
  return {
    zh: `所列第 ${places.join('、')} 个不是成员单位，或有多个单位与此名称相符。请填写单位全称或代码`,
    en: `no. ${places.join(', ')} of those named is no single department. Use its full name or code`,
  };
}

const numberUnquoted: Words = {
  zh: '代码不符合编码规则，请对照营业执照核对',
  en: 'is no valid code; compare it with the licence',
};

/** All faults of a row, for the column 错误说明. */
export const reasonOf = (faults: readonly Faulty[]): string =>
  faults.map(({ header, fault }) => `${header}：${wordsOfFault(fault).zh}`).join('；');
