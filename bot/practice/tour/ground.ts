/** What the tour stands on: the county, its workspace as people use it, and its clock. */
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { Words } from '../../../core/words.ts';
import type { ChatDeps } from '../../chat/door.ts';
import type { PracticeClock } from '../clock.ts';
import type { Sample } from '../sample/sample.ts';
import type { Driver } from '../workspace/driver.ts';
import type { PageCopy, PageLink } from '../workspace/page-shape.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface TourGround {
  readonly deps: ChatDeps;
  readonly workspace: Workspace;
  readonly clock: PracticeClock;
  readonly sample: Sample;
  readonly idle: () => Promise<void>;
  /** After the clock was moved. */
  readonly moved: () => Promise<void>;
}

export interface Tour extends TourGround {
  readonly driver: Driver;
  /** Facts of a kind in the ledger. */
  readonly count: (kind: FactKind) => Promise<number>;
  /** Secrets that the tour has sealed in a witness's place, until they are opened. */
  readonly secrets: Map<string, { readonly nonce: string; readonly typed: string }>;
}

/** Why a step could not be done in the reader's place, for him to read. */
export class NotDoneForMe extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.name = 'NotDoneForMe';
    this.words = words;
  }
}

export interface Step {
  readonly id: string;
  readonly title: Words;
  /** One thing to do each, in order. */
  readonly lines: readonly Words[];
  /** Title of the one to be. */
  readonly as: string;
  /** A channel's name, or `home`, or `私聊` for the conversation with the bot. */
  readonly where: string;
  readonly done: (tour: Tour) => Promise<boolean>;
  readonly forMe?: (tour: Tour) => Promise<void>;
  /** Where it is done in the spreadsheet window: cells to paste there, or null. */
  readonly inSpreadsheet?: (tour: Tour) => Promise<PageCopy | null>;
  /** Where it is done on a page of the desk. */
  readonly link?: (tour: Tour) => PageLink;
}

/** Steps that follow each other, under one heading. */
export interface TourPart {
  readonly title: Words;
  readonly steps: readonly Step[];
}
