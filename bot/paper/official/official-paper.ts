/**
 * An official paper as a value: its elements by the names of GB/T 9704—2012 (党政机关公文格式), and nothing of how they look. Builders
 * fill it from facts; `officialDocx` lays it out. Levels are counted by the layout, so that no builder writes 一、 itself.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { charsIn } from './measure.ts';
import { oneMark } from './sentence.ts';

/**
 * `document`: 红头文件, with a red head and rule; `letter`: 信函格式 (10.1), for 函; `form`: a table or slip that is filled in and
 * filed, without a red head; `plain`: what a body writes about its own work (小结).
 */
export type Format = 'document' | 'letter' | 'form' | 'plain';

export interface Issuer {
  readonly name: string;
  /** 代章: the body whose seal stands for the issuer's; `by` is null where the document does not say whose. */
  readonly standIn: { readonly by: string | null } | null;
}

/** A cell of a form. */
export interface Cell {
  /** Several lines are paragraphs of their own. */
  readonly text: string | readonly string[];
  /** A name beside the blank, set in the face of headings. */
  readonly label?: boolean;
  /** Columns that it covers. */
  readonly span?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface FormRow {
  readonly cells: readonly Cell[];
  /** Room to write or to seal in. */
  readonly heightMm?: number;
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type Block =
  /** 一、 （一） 1. （1） */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  /** A paragraph of the text; `lead` stands before it in the same line as a counted heading of the second level. */
  | { readonly kind: 'text'; readonly text: string; readonly lead?: string; readonly indent?: false }
  | { readonly kind: 'caption'; readonly text: string }
  /** Small print under a table. */
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** A first cell that says the same as the one above it is one cell with it. */
      readonly merged?: true;
      /** Said in one row across where there are none. */
      readonly empty?: string;
    }
  /** Widths are shares of the line. One that is kept together, as who signs and what he signs are, goes over to the next page as a whole. */
  | {
      readonly kind: 'form';
      readonly widths: readonly number[];
      readonly rows: readonly FormRow[];
      readonly together?: true;
    };

/** 附件: on a new page, before the 版记. */
export interface Attachment {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Wide tables lie across. */
  readonly landscape: boolean;
}

/**
 * 公开属性, one for each paper (石狮 2024 文头: 此件主动公开; 政府信息公开条例 13, 16, 19): `active` stands on the public site too; `none` are papers of a
 * case and letters between departments.
 */
export type Disclosure = 'active' | 'on-request' | 'none';

export interface OfficialPaper {
  readonly format: Format;
  /** One or two. */
  readonly issuers: readonly Issuer[];
  /** 明双随机〔2025〕2号, or null for a draft, whose number is left open. */
  readonly number: string | null;
  /** The series that a draft's number will be of, or ''. */
  readonly series: string;
  /** The year of the number. */
  readonly year: number;
  /** Words beside the number: 副本. */
  readonly mark: string;
  readonly title: string;
  /** 主送机关 */
  readonly to: readonly string[];
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
  /** 成文日期; null leaves signature and date to hands (forms). */
  readonly date: CivilDate | null;
  /** 联系人 and 联系电话; '' where nobody is named. */
  readonly contact: { readonly person: string; readonly phone: string } | null;
  readonly disclosure: Disclosure;
  /** 抄送 */
  readonly copies: readonly string[];
  /** 印发机关: the body that prints and sends it out, or null where the paper has no 版记. */
  readonly printedBy: string | null;
}

/** What every builder is given beside its facts: by whom, under which number, on which day. */
export interface Imprint {
  readonly issuers: readonly Issuer[];
  readonly number: string | null;
  readonly series: string;
  readonly year: number;
  readonly mark: string;
  readonly date: CivilDate;
  readonly contact: OfficialPaper['contact'];
  readonly disclosure: Disclosure;
}

/** A paper with what most papers have not left empty. */
export const paperOf = (
  imprint: Imprint,
  said: Pick<OfficialPaper, 'format' | 'title' | 'blocks'> & Partial<OfficialPaper>,
): OfficialPaper => ({
  ...imprint,
  to: [],
  attachments: [],
  copies: [],
  printedBy: null,
  ...said,
});

export const heading = (text: string, level: 1 | 2 | 3 | 4 = 1): Block => ({ kind: 'heading', level, text });
export const text = (words: string): Block => ({ kind: 'text', text: oneMark(words) });
export const led = (lead: string, words: string): Block => ({ kind: 'text', lead, text: oneMark(words) });
export const note = (words: string): Block => ({ kind: 'note', text: words });
export const caption = (words: string): Block => ({ kind: 'caption', text: words });

export const label = (words: string, span = 1): Cell => ({ text: words, label: true, align: 'center', span });
export const value = (words: string | readonly string[], span = 1): Cell => ({ text: words, span });

/** 小四 characters in a line of the wide column of a form (78% of the line, without its edges). */
export const choicesMost = 28;

/** ☑ what is so, ☐ what is not: forms show every choice, in lines of which none parts a box from its words. */
export function ticks<T extends string>(
  all: readonly T[],
  chosen: readonly T[],
  words: (each: T) => string,
): readonly string[] {
  const lines: string[] = [];
  for (const each of all) {
    const choice = `${chosen.includes(each) ? '☑' : '☐'}${words(each)}`;
    const last = lines.at(-1);
    if (last !== undefined && charsIn(last) + 1 + charsIn(choice) <= choicesMost)
      lines[lines.length - 1] = `${last}　${choice}`;
    else lines.push(choice);
  }
  return lines;
}

/** A cell where somebody signs and dates. */
export const signHere = (words: string, span = 1): Cell => ({
  text: [words, '', '签名（盖章）：　　　　　　　　　　年　　月　　日'],
  span,
});
