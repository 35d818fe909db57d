/** 指标、小结、通报: figures from what is recorded, what each unit sends, what the office issues, with its papers and tables. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanRow } from '../../../../core/sheet/plan-tasks.ts';
import { answerTo, done, fieldOf, listIn, textIn } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { nameOf, planSheet, rowsLedBy, shortOf } from './consult.ts';

/** What a unit writes under a part of its summary. */
const partWords: Readonly<Record<string, string>> = {
  工作成效: '抽查任务按期完成，检查结果全部按期公示，发现问题全部处置。',
  典型经验做法: '牵头部门提前约定日程，一次上门查完各部门事项。',
  特色亮点: '检查表在手机上填写，被检查人当场阅核签章。',
  案例: '某餐饮单位进货查验记录不完整，经辅导后十五日内补齐，复查合格。',
};
const otherPart = '已按计划实施抽查，检查结果录入、审核、公示，后续处置按期办结。';

interface Owed {
  readonly unit: string;
  readonly parts: readonly string[];
  readonly withRows: boolean;
}

const owedIn = (year: Year, period: string): Promise<readonly Owed[]> =>
  answerTo(year, 'o1', ['summary', 'board', period.split('/')[1]?.slice(0, 4) ?? ''], (value) =>
    listIn(value)
      .filter((board) => textIn(fieldOf(board, 'asked'), 'period') === period)
      .flatMap((board) =>
        listIn(fieldOf(board, 'units'))
          .filter((unit) => ['missing', 'returned'].includes(textIn(unit, 'state')))
          .map((unit) => ({
            unit: textIn(unit, 'code'),
            parts: listIn(fieldOf(fieldOf(board, 'asked'), 'parts')).map(String),
            withRows: fieldOf(fieldOf(board, 'asked'), 'withRows') === true,
          })),
      ),
  );

/** The same task a year on. */
function nextYearOf(row: PlanRow, year: number): PlanRow {
  const on = (text: string): string => text.replaceAll(String(year), String(year + 1));
  const { window } = row;
  return {
    ...row,
    no: '',
    name: on(row.name),
    windowText: on(row.windowText),
    window: window === null ? null : { from: window.from && on(window.from), to: window.to && on(window.to) },
  };
}

/** Everybody who owes one sends it; next year's rows come as a sheet. @param but who is late */
export const sendSummaries =
  (period: string, but: readonly string[] = []): Act =>
  async (year) => {
    let sent = 0;
    for (const { unit, parts, withRows } of await owedIn(year, period)) {
      if (but.includes(unit)) continue;
      const folder = join(year.out, '小结');
      mkdirSync(folder, { recursive: true });
      const rows = withRows ? rowsLedBy(year, unit).map((row) => nextYearOf(row, year.sample.plan.year)) : [];
      const { name, bytes } = await planSheet(year, `${shortOf(year, unit)}下一年度`, rows);
      const file = join(folder, name);
      if (rows.length > 0) writeFileSync(file, bytes);
      const plan = rows.length > 0 ? ['--file', file] : ['--leads-nothing'];
      await done(
        year,
        unit === 'xjzb' ? 'c1' : `l-${unit}`,
        ...['summary', 'submit', period],
        ...parts.flatMap((part) => ['--part', `${part}=${partWords[part] ?? otherPart}`]),
        ...(withRows ? plan : []),
      );
      sent += 1;
    }
    const board = (await done(year, 'o1', 'summary', 'board', period.split('/')[1]?.slice(0, 4) ?? '')).split('\n');
    const head = board.find((line) => line.includes(period)) ?? '';
    year.say.did(year.now(), '各单位', `报送${period}（命令行）`, `本次 ${sent} 份\n${head}`);
  };

export const returnSummary =
  (period: string, unit: string, words: string): Act =>
  async (year) => {
    const said = await done(year, 'o1', 'summary', 'return', period, unit, words);
    year.say.did(year.now(), '联席办综合组', `退回${nameOf(year, unit)}的小结：${words}（命令行）`, said);
  };

/** Drafted, read, issued; its text and its workbook are kept. */
export const issueBulletin =
  (period: string, next: string): Act =>
  async (year) => {
    const folder = join(year.out, '通报');
    mkdirSync(folder, { recursive: true });
    const name = period.replace(/[\s/]/g, '-');
    writeFileSync(join(folder, `${name}-初稿.txt`), `${await done(year, 'o1', 'bulletin', 'draft', period)}\n`);
    const said = await done(year, 'o1', 'bulletin', 'issue', period, '--next', next);
    const text = await done(year, 'o1', 'bulletin', 'show', period, '--xlsx', join(folder, `${name}.xlsx`));
    writeFileSync(join(folder, `${name}.txt`), `${text}\n`);
    year.say.did(year.now(), '联席办综合组', `发布通报 ${period}（命令行）`, said);
  };

/** Every figure with its definition and goal. */
export const figures =
  (from: string, to: string): Act =>
  async (year) => {
    const said = await done(year, 'o1', 'figures', '--from', from, '--to', to);
    writeFileSync(join(year.out, `指标 ${from} 至 ${to}.txt`), `${said}\n`);
    year.say.did(year.now(), '联席办综合组', `查看指标（命令行）`, '');
    for (const line of said
      .split('\n')
      .filter((each) => /\d%|无数据/.test(each))
      .slice(0, 14))
      year.say.note(line);
  };

/** What arises in other systems, stated by each department with its source. */
export const stateNumbers =
  (departments: readonly string[], from: string, to: string, source: string, ...numbers: readonly string[]): Act =>
  async (year) => {
    for (const code of departments)
      await done(year, `l-${code}`, 'number', 'state', ...numbers, '--from', from, '--to', to, '--source', source);
    year.say.did(
      year.now(),
      '各单位联络员',
      `申报其他系统产生的数据（命令行）`,
      `${departments.length} 个单位，${numbers.join('、')}`,
    );
  };
