/** 监管库 (万年 三(一)1): lists brought up to date in March, and moves that follow from what was found, proposed by who checked and confirmed by the office. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheets } from '../../../../core/sheet/sheets.ts';
import { workbook } from '../../../paper/workbook.ts';
import { toSheets } from '../../sample/sheets.ts';
import { done, NotSo } from '../told.ts';
import type { Act } from '../year.ts';
import { shortOf } from './consult.ts';
import { type Case, casesOf } from './follow-up.ts';
import { type Visit, visitsOf } from './visits.ts';

/** 名录库 as it is now: whoever has closed is marked, everybody else stays as he was. */
export const rollRenewed: Act = async (year) => {
  const { sample } = year;
  const classed = new Set(sample.classifications.map(({ number }) => number));
  const gone = sample.subjects.findLast((each) => each.status === 'active' && !classed.has(each.number));
  const subjects = sample.subjects.map((each) => (each === gone ? { ...each, status: 'cancelled' as const } : each));
  const title = sheets.subjects.title.zh;
  const sheet = toSheets({ ...sample, subjects }).find(({ name }) => name === title);
  if (sheet === undefined) throw new Error('a county without subjects');
  const file = join(year.out, '导入表格', `${title}（三月更新）.xlsx`);
  writeFileSync(file, await workbook([sheet], year.now().slice(0, 10)));
  year.say.did(year.now(), '联席办综合组', '三月底前更新名录库（命令行）', await done(year, 'o1', 'import', file));
};

const visitOf = ({ subject, departments, no }: Visit) => ({ subject, department: departments[0] ?? '', outcome: no });

/** One move of each kind that the document knows, where what was found gives reason: A to B, A to C, B to A. */
export const poolsMoved =
  (book: string, round: string): Act =>
  async (year) => {
    const pools = new Map(year.sample.classifications.map(({ number, class: pool }) => [number, pool]));
    const visited = (await visitsOf(year, book)).map((each) => ({ ...each, pool: pools.get(each.subject) ?? 'B' }));
    const cases = await casesOf(year);
    const found = (pool: string, fits: (held: Case) => boolean) =>
      visited.flatMap(({ subject, pool: own }) => {
        const held = own === pool ? cases.find((each) => each.subject === subject && fits(each)) : undefined;
        return held === undefined ? [] : [{ subject, department: held.department, outcome: held.id }];
      })[0];
    const clean = visited.find(({ subject, pool }) => pool === 'B' && !cases.some((each) => each.subject === subject));
    const slight = found('A', ({ degree }) => degree !== 'major' && degree !== '');
    const grave = found('A', ({ degree }) => degree === 'major');
    // Nobody of A found gravely at fault: one is listed among the key ones on a ground of the document, in the round.
    const listed = visited.find(({ subject, pool }) => pool === 'A' && subject !== slight?.subject);
    const moves = [
      ['YK-1', 'A', 'B', slight, ['--violation', 'ordinary']],
      grave === undefined
        ? (['YK-2', 'A', 'C', listed && visitOf(listed), ['--ground', '安全', '--round', round]] as const)
        : (['YK-2', 'A', 'C', grave, ['--violation', 'major']] as const),
      ['YK-3', 'B', 'A', clean && visitOf(clean), ['--clean']],
    ] as const;
    if (slight === undefined && clean === undefined) throw new NotSo('移库', '检查结果中没有可以移库的');
    for (const [no, from, to, of, basis] of moves) {
      if (of === undefined) {
        year.say.note(`［移库］${from}→${to}：本次检查没有这样的情形`);
        continue;
      }
      const asked = await done(
        year,
        `l-${of.department}`,
        ...['pool', 'propose', no, of.subject, from, to, ...basis, '--outcome', of.outcome],
      );
      year.say.did(year.now(), `${shortOf(year, of.department)}联络员`, `申请移库 ${from}→${to}（命令行）`, asked);
      year.say.did(year.now(), '联席办综合组', '核实确认移库（命令行）', await done(year, 'o1', 'pool', 'confirm', no));
    }
    year.say.note(`［监管库］\n${(await done(year, 'o1', 'pool', 'board')).split('\n').slice(0, 5).join('\n')}`);
  };
