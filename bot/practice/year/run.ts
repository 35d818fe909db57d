/** Runs a year from its first day to its last, and says where it stopped if a door did not do what the year says. */
import { join } from 'node:path';
import type { Install } from '../installation/installation.ts';
import { type OpenYear, openYear } from './open.ts';
import type { YearScript } from './year.ts';

export interface YearRun {
  readonly year: OpenYear;
  readonly seconds: number;
}

/**
 * @param refused told of an act that a door did not take, after which the year goes on; without it the year stops there
 * @param install how the product is run: in this process unless told otherwise
 * @throws NotSo with the day and what was answered; the county is closed then
 */
export async function runYear(
  script: YearScript,
  folder: string,
  watched: (line: string) => void,
  refused?: (thrown: Error) => void,
  install?: Install,
): Promise<YearRun> {
  const began = Date.now();
  const year = await openYear(script, join(folder, script.id), watched, install);
  try {
    for (const { on, title, acts } of script.days) {
      await year.until(on.length === 10 ? `${on}T09:00` : on);
      year.say.day(year.now(), title);
      for (const act of acts) {
        try {
          await act(year);
        } catch (thrown) {
          if (refused === undefined || !(thrown instanceof Error)) throw thrown;
          refused(thrown);
        }
      }
    }
    return { year, seconds: (Date.now() - began) / 1000 };
  } catch (thrown) {
    await year.close();
    throw thrown;
  }
}
