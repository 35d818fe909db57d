/**
 * Part 9: 20,000 result rows in a worksheet, the most that it may hold, opened, checked, previewed, submitted and marked through Microsoft's
 * Office.js. Against: the five seconds after which Excel restarts a pane that does not answer, the five megabytes that Excel on the web takes
 * at once, and the same requests posted bare.
 */
import { fileURLToPath } from 'node:url';
import { duration, type Figure, under, whole } from './figure.ts';
import { runJob, runScript } from './job.ts';

const script = fileURLToPath(new URL('../addin/bench/worksheet.ts', import.meta.url));
/** Excel warns of a pane that is blocked so long, and ends it. */
const restartMs = 5000;
const passesOn = 5 * 1024 * 1024;

export function worksheets(rows: number, folder: string): readonly Figure[] {
  const { facts: made } = runJob('result-list', { folder, rows: String(rows) });
  const { facts, peakMb } = runScript(script, [JSON.stringify({ folder, day: String(made.day) })]);
  const of = (name: string): number => Number(facts[name]);
  const what = `${whole(of('rows'))} result rows`;
  const steps = ['open', 'check', 'preview', 'submit'] as const;
  const named = {
    open: 'opened as a worksheet',
    check: 'checked',
    preview: 'previewed',
    submit: 'submitted and marked',
  };
  return [
    ...steps.map((step) => {
      const [ms, theirs, blocked] = ['ms', 'othersMs', 'blockedMs'].map((each) => of(`${step} ${each}`)) as [
        number,
        number,
        number,
      ];
      const words = `longest wait ${duration(blocked)}; ${duration(ms)} in all, of which the practice Excel ${duration(theirs)}`;
      return under(
        9,
        `${what} ${named[step]}`,
        [blocked, words],
        [restartMs, 'the 5 s after which Excel ends a pane'],
        1,
      );
    }),
    under(
      9,
      `${what} submitted, without the practice Excel (${whole(of('taken'))} taken, ${of('posts')} requests)`,
      [of('submit ms') - of('submit othersMs'), duration(of('submit ms') - of('submit othersMs'))],
      [of('bare'), `the same requests posted bare: ${duration(of('bare'))}`],
    ),
    under(
      9,
      `the largest of ${whole(of('requests'))} requests to Excel`,
      [of('bytes'), `${whole(of('bytes') / 1000)} kB`],
      [passesOn, 'the 5 MB that Excel on the web passes on'],
      1,
    ),
    {
      part: 9,
      what: `${what}: memory`,
      ours: `heap ${whole(Math.max(...steps.map((step) => of(`${step} heapMb`))))} MB at its highest; ${whole(peakMb)} MB of the whole process`,
      against: 'pane and practice Excel together, Node itself included',
      ratio: null,
      hold: null,
      holds: null,
    },
  ];
}
