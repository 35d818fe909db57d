/**
 * The office's product as a year finds it running: an address for the chat, workbooks and pages, a command line, and
 * the minutes that go by. Where it runs is no matter of the year: in this process, or as a Worker over a database elsewhere.
 */
import type { Workspace } from '../workspace/workspace.ts';
import type { Commanded } from './command-line.ts';

/** What there is before the product is. */
export interface County {
  readonly seed: string;
  /** Name of the joint conference office. */
  readonly office: string;
  /** Folder of the year: database, key and posted checkpoints lie there. */
  readonly out: string;
  /** The county's clock, ISO. */
  readonly now: () => string;
  readonly workspace: Workspace;
  /** The workspace's Web API. */
  readonly api: string;
}

export interface Installation extends Commanded {
  /** Where pages, the pane's interface and the chat's requests are answered, without a slash at the end. */
  readonly site: string;
  /** Resolves when everything that requests began is finished. */
  readonly idle: () => Promise<void>;
  /** What each minute brings: what is due is done and delivered. */
  readonly minute: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Install = (county: County) => Promise<Installation>;

/** Names of files in the year's folder. */
export const databaseFile = '台账.db';
