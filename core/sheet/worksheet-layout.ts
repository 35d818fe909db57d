/**
 * A book as a worksheet: what stands above its table, which columns it has and how, and the rows that the desk holds. Both hosts make
 * their worksheets from this and nothing else, so that Excel and a file look alike.
 */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { BookLine, BookRef, BookSheet } from './book.ts';
import type { Shape } from './field.ts';
import { idHeader, type Layout, type LayoutColumn, verdictHeader } from './layout.ts';
import type { HeldRow } from './row.ts';
import type { NamedField } from './sheet.ts';
import { widthOfText } from './text-width.ts';

export interface BookOnSheet {
  readonly line: BookLine;
  readonly fields: readonly NamedField[];
  readonly rows: readonly HeldRow[];
  /** Whose rows may be filled; null for the office, which may fill all. */
  readonly own: { readonly code: string; readonly name: string } | null;
  readonly sheet: BookSheet;
  readonly options?: {
    /** Names offered where a department is asked for. */
    readonly departments?: readonly string[];
    /** Names of fields that the policy demands beyond those always required. */
    readonly demand?: readonly string[];
    /** Names of fields that the desk gives and nobody types over. */
    readonly given?: readonly string[];
    readonly spare?: number;
  };
}

export function layoutOf({ line, fields, rows, own, sheet, options = {} }: BookOnSheet): Layout {
  const { departments = [], demand = [], given = [] } = options;
  const all = line.readOnly !== null || sheet === 'visit-list';
  const columns = fields.map((field) => {
    const isGiven = all || given.includes(field.name);
    const column = columnOf(field, { isGiven, isDemanded: demand.includes(field.name), departments });
    return isGiven && !all ? narrow(column, rows) : column;
  });
  return {
    name: worksheetName(line),
    titles: titlesOf(line, own, all),
    frozen: frozenOf(columns),
    columns: [...columns, ...ownColumns],
    rows: rows.map((row) => [...fields.map((field) => row.cells[field.name] ?? ''), '', row.id]),
    spare: options.spare ?? (all ? 0 : spareRows[sheet]),
  };
}

/** Rows that tell how wide a column must be. */
const lookedAt = 200;
const narrowMost = 20;
const narrowLeast = 8;

/** What is only read takes no more room than it needs, so that what is to be filled in begins on the first screen. Its header may wrap. */
function narrow(column: LayoutColumn, rows: readonly HeldRow[]): LayoutColumn {
  if (rows.length === 0) return column;
  const texts = rows.slice(0, lookedAt).map(({ cells }) => widthOfText(cells[column.field] ?? ''));
  const needed = Math.max(...texts, column.header.length, narrowLeast) + 2;
  return { ...column, width: Math.min(needed, narrowMost, column.width) };
}

/** More of a screen than this is not held fast. */
const frozenMost = 60;

/** Up to the name: whoever fills in the twentieth column must see whose row it is. */
function frozenOf(columns: readonly LayoutColumn[]): number {
  const count = columns.findIndex(({ field }) => field === 'name') + 1;
  const width = columns.slice(0, count).reduce((sum, each) => sum + each.width, 0);
  return width > frozenMost ? 0 : count;
}

interface ColumnState {
  readonly isGiven: boolean;
  readonly isDemanded: boolean;
  readonly departments: readonly string[];
}

export function columnOf(
  { name, header, required, shape, hint }: NamedField,
  { isGiven, isDemanded, departments }: ColumnState,
): LayoutColumn {
  const choices = choicesOf(shape, departments);
  return {
    field: name,
    header,
    required: !isGiven && (required || isDemanded),
    given: isGiven,
    hidden: false,
    format: shape.kind === 'date' ? 'date' : 'text',
    width: Math.max(widthOf(shape), 2 * header.length + 4),
    choices: isGiven ? null : choices,
    hint: isGiven ? givenHint : (hint ?? hintOf(shape, choices !== null)),
  };
}

/** The two columns of ours, which also stand at the right of a table that people made themselves. */
export const ownColumns: readonly LayoutColumn[] = [
  { header: verdictHeader, hidden: false, width: 44 },
  { header: idHeader, hidden: true, width: 20 },
].map((each) => ({
  ...each,
  field: '',
  required: false,
  given: true,
  format: 'text',
  choices: null,
  hint: {
    zh: '由程序填写，请勿改动。',
    en: 'Filled in by the program. Please leave it.',
  },
}));

const spareRows: Readonly<Record<BookSheet, number>> = {
  'plan-tasks': 100,
  items: 300,
  subjects: 500,
  inspectors: 300,
  'visit-list': 0,
  // Its rows come from the draw, and none is added.
  outcomes: 0,
};

/** What the worksheet is called before the workbook has its say. */
export function worksheetName(ref: BookRef): string {
  // What a program does not take in a name, and more than 31 characters.
  const book = ref.book.replace(/[:\\/?*[\]']/g, '');
  return [...stem(ref, book)].slice(0, 31).join('');
}

function stem({ sheet }: BookRef, book: string): string {
  switch (sheet) {
    case 'plan-tasks':
      return book.startsWith('P-') ? `计划表${book}` : `征询反馈${book}`;
    case 'items':
      return '抽查事项清单';
    case 'subjects':
      return '检查对象名录库';
    case 'inspectors':
      return '执法检查人员名录库';
    case 'visit-list':
      return `待检名单-${book}`;
    case 'outcomes':
      return `检查结果录入-${book}`;
    default:
      return never(sheet);
  }
}

/**
 * What it is; whose and until when; how it is filled in or, where it travels by mail, how it is to be kept. Only what stays true, since nobody
 * writes it anew: counts stand in the pane.
 */
function titlesOf(line: BookLine, own: BookOnSheet['own'], all: boolean): readonly string[] {
  const whose = own === null ? '' : `单位：${own.name}　`;
  const locked = line.readOnly === null ? '' : `　${line.readOnly.zh}`;
  const about = `${whose}${line.lasting?.zh ?? ''}${locked}`.trim();
  return [line.title.zh, ...(about === '' ? [] : [about]), ...keeping(line.sheet), ...(all ? [] : [filling(line)])];
}

const filling = (line: BookLine): string =>
  `填写说明：表头带“*”的列必填，灰色列由系统给出、请勿改动；“校验结果”一列由程序填写，✗ 须改正，！ 请核对，✓ 已提交。${rowsMay(line)}`;

/** What may be done to rows: it differs, and nobody should be told that he may do what is then refused. */
function rowsMay({ sheet, withdrawable }: BookLine): string {
  switch (sheet) {
    case 'outcomes':
    case 'visit-list':
      return '可以排序、筛选；行由抽取产生，不能增删。';
    case 'plan-tasks':
    case 'items':
    case 'subjects':
    case 'inspectors':
      return withdrawable
        ? '可以排序、筛选、增删行。'
        : '可以排序、筛选、增加行；行不删除，不再适用的在相应栏目写明（离岗、注销、废止等）。';
    default:
      return never(sheet);
  }
}

/** These lists say where inspectors will go, and outcomes are not public before they are published. */
function keeping(sheet: BookSheet): readonly string[] {
  switch (sheet) {
    case 'visit-list':
      return [
        '内部资料：仅供本单位执法检查使用。检查实施前不得向检查对象泄露，不得转发、公开；用后按规定保存或者销毁。',
      ];
    case 'outcomes':
      return ['内部资料：检查结果公示前仅供本单位录入使用，不得转发、公开。'];
    case 'plan-tasks':
    case 'items':
    case 'subjects':
    case 'inspectors':
      return [];
    default:
      return never(sheet);
  }
}

function choicesOf(shape: Shape, departments: readonly string[]): LayoutColumn['choices'] {
  const offered = departments.length === 0 ? null : departments;
  switch (shape.kind) {
    case 'option':
      return { options: shape.options, several: false };
    case 'options':
      return { options: shape.options, several: true };
    case 'department':
      // A name that is known in a shorter form is understood too, so that the list only suggests.
      return offered && { options: offered, several: true };
    case 'departments':
      return offered && { options: offered, several: true };
    case 'words':
    case 'lines':
    case 'list':
    case 'code':
    case 'date':
    case 'window':
    case 'subject-number':
    case 'ratio':
    case 'frequency':
    case 'whole-number':
      return null;
    default:
      return never(shape);
  }
}

function widthOf(shape: Shape): number {
  switch (shape.kind) {
    case 'lines':
      return 36;
    case 'departments':
      return 28;
    case 'words':
    case 'list':
    case 'department':
    case 'options':
      return 22;
    case 'subject-number':
    case 'window':
      return 24;
    case 'code':
    case 'ratio':
      return 16;
    case 'option':
    case 'date':
    case 'frequency':
    case 'whole-number':
      return 12;
    default:
      return never(shape);
  }
}

const givenHint: Words = { zh: '由系统给出，请勿改动。', en: 'Given by the desk. Please leave it.' };

/** At most 255 characters, which is what a prompt of a cell holds. */
function hintOf(shape: Shape, offered: boolean): Words {
  switch (shape.kind) {
    case 'words':
      return { zh: '填写文字，一行写完。', en: 'Words, on one line.' };
    case 'lines':
      return { zh: '可写多条，一行一条（Alt+Enter 换行）。', en: 'Several entries, one a line (Alt+Enter).' };
    case 'list':
      return { zh: '可写多项，用“、”隔开。', en: 'Several entries, separated by “、”.' };
    case 'code':
      return {
        zh: '编号或代码，按文本保存，前面的 0 不会丢失。',
        en: 'A number or code, kept as text with its zeros.',
      };
    case 'date':
      return shape.endless
        ? {
            zh: '日期，写成 2026-03-31；长期有效填“长期有效”。',
            en: 'A date like 2026-03-31; 长期有效 if without end.',
          }
        : { zh: '日期，写成 2026-03-31。', en: 'A date like 2026-03-31.' };
    case 'window':
      return {
        zh: '起止时间，如 2026-03-01至2026-05-31，或 3月至5月。',
        en: 'From and until, like 2026-03-01至2026-05-31 or 3月至5月.',
      };
    case 'subject-number':
      return {
        zh: '18 位统一社会信用代码；没有的填 15 位注册号。按文本保存。',
        en: 'The 18-character unified social credit code, or else the 15-digit registration number.',
      };
    case 'department':
      return offered
        ? { zh: '单位全称、简称或者代码；可从下拉列表中选择。', en: 'A department by name or code; the list helps.' }
        : { zh: '单位全称、简称或者代码。', en: 'A department by name or code.' };
    case 'departments':
      return {
        zh: '一个或多个单位，用“、”隔开；下拉列表每次可选一个，多个请补写。',
        en: 'One department or more, separated by “、”; the list gives one at a time.',
      };
    case 'ratio':
      return {
        zh: '如 5%、不低于10%、20户，或分类写：A3% B4% C5% D6%。',
        en: 'Like 5%, 不低于10%, 20户, or by class: A3% B4% C5% D6%.',
      };
    case 'frequency':
      return { zh: '每年抽查几次，如 1次/年。', en: 'How often a year, like 1次/年.' };
    case 'whole-number':
      return {
        zh: `${shape.min} 到 ${shape.max} 之间的整数。`,
        en: `A whole number from ${shape.min} to ${shape.max}.`,
      };
    case 'option':
      return { zh: '请从下拉列表中选择一项。', en: 'Choose one of the list.' };
    case 'options':
      return {
        zh: `可写多项，用“、”隔开：${shape.options.join('、')}。`.slice(0, 200),
        en: `One or more, separated by “、”: ${shape.options.join(', ')}.`.slice(0, 200),
      };
    default:
      return never(shape);
  }
}
