/** What the page is told, for its server and for the page itself: types only, so that the browser takes nothing of Node along. */
import type { Words } from '../../../core/words.ts';
import type { OpenForm } from './forms.ts';
import type { Channel, Post } from './world.ts';

export interface PageState {
  readonly seq: number;
  readonly me: string;
  readonly bot: string;
  readonly members: readonly PageMember[];
  readonly channels: readonly PageChannel[];
  readonly channel: string;
  readonly posts: readonly PagePost[];
  readonly home: { readonly id: string; readonly blocks: readonly unknown[] } | null;
  readonly form: OpenForm | null;
  readonly now: string;
  readonly clock: boolean;
  readonly commands: readonly PageCommand[];
  readonly tour: readonly PageStep[];
  /** Where workbooks are filled; null where this server has none. */
  readonly spreadsheet: PageSpreadsheet | null;
  /** Requests to the bot that failed, for the one who looks why nothing happens. */
  readonly failures: number;
}

export interface PageSpreadsheet {
  /** The window of cells with the pane in it. */
  readonly window: string;
  /** The pane as a page of its own, for .xlsx files. */
  readonly files: string;
}

export interface PageMember {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly bot: boolean;
  readonly unread: number;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly topic: string;
  readonly archived: boolean;
  readonly members: number;
  readonly unread: number;
}

export interface PagePost extends Omit<Post, 'files' | 'metadata'> {
  readonly files: readonly PageFile[];
  readonly reactions: readonly string[];
}

export interface PageFile {
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  readonly size: number;
  readonly picture: boolean;
  readonly url: string;
}

export interface PageCommand {
  /** As it is typed whole: `/consult 新建`. What stands in brackets is for the reader to fill in. */
  readonly line: Words;
  readonly words: Words;
}

export interface PageStep {
  readonly id: string;
  /** Part of the tour that it belongs to; steps of one part follow each other. */
  readonly part: Words;
  readonly title: Words;
  /** What to do, one thing a line. */
  readonly lines: readonly Words[];
  /** Whom to be: a member's id; '' where anybody does. */
  readonly as: string;
  /** Where to look: a channel's id, `home`, or '' . */
  readonly where: string;
  readonly done: boolean;
  /** Whether the page may do it for the reader. */
  readonly forMe: boolean;
  /** Cells to be pasted into a worksheet; null where the step needs none. */
  readonly copy: PageCopy | null;
  /** Whether it is done in the spreadsheet window. */
  readonly inSpreadsheet: boolean;
  /** A page of the desk where it is done; null where it is done here. */
  readonly link: PageLink | null;
}

export interface PageLink {
  readonly label: Words;
  readonly url: string;
}

export interface PageCopy {
  readonly label: Words;
  /** Columns by tabs, rows by lines, as spreadsheets exchange them. */
  readonly text: string;
}
