/**
 * A year of one jurisdiction, told as what people did on which day. Each act goes through a door of the product (the chat, the command line, the
 * spreadsheet's requests, a web page) as its user would; nothing here knows of a verb or a table.
 */
import type { Head } from '../../../core/ledger/chain.ts';
import type { Printed } from '../installation/command-line.ts';
import type { Sample, SampleOptions } from '../sample/sample.ts';
import type { Driver } from '../workspace/driver.ts';
import type { Person } from '../workspace/driver-person.ts';
import type { Commentary } from './commentary.ts';

export interface Year {
  readonly sample: Sample;
  readonly driver: Driver;
  /** Address of the desk's own pages. */
  readonly site: string;
  /** Folder of what comes out. */
  readonly out: string;
  readonly say: Commentary;
  /** Civil minute of Beijing, `2025-06-05T09:00`. */
  readonly now: () => string;
  /** On to a civil minute, past every morning between; what the time brings about is done and posted. */
  readonly until: (civil: string) => Promise<void>;
  /** `mingchou …` as the person of this number. */
  readonly mingchou: (as: string, ...args: readonly string[]) => Promise<Printed>;
  /** Where the ledger stands. */
  readonly head: () => Promise<Head>;
  /** Chance that is the same whenever the year is run. */
  readonly below: (n: number) => number;
  /** What acts leave for later acts: a ceremony's number, a witness's page. */
  readonly kept: Map<string, unknown>;
}

/** One thing that somebody does. @throws where a door refuses what the year says is done */
export type Act = (year: Year) => Promise<void>;

export interface Day {
  /** `2025-06-05`, or with the minute; nine o'clock otherwise. */
  readonly on: string;
  readonly title: string;
  readonly acts: readonly Act[];
}

export interface YearScript {
  readonly id: string;
  readonly title: string;
  /** Civil minute at which the desk is set up. */
  readonly begins: string;
  readonly sample: Omit<SampleOptions, 'seed' | 'jurisdiction'>;
  /** The county as it comes, changed by what the year needs. */
  readonly change?: (sample: Sample) => Sample;
  readonly days: readonly Day[];
}

/** The office at its channel. */
export const office = (year: Year): Person => year.driver.user('联席办综合组').in('联席办');
