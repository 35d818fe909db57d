/** 指标、小结、通报: figures from what is recorded, what each unit sends, what the office issues, with its papers and tables. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanRow } from '../../../../core/sheet/plan-tasks.ts';
import { answerTo, done, fieldOf, listIn, textIn } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { members, nameOf, planSheet, rowsLedBy, shortOf } from './consult.ts';

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
    const head = board.find((line) => line.includes(`（${period}）`)) ?? '';
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
    const lines = said.split('\n');
    for (const line of lines.filter((each) => each.includes('目标')))
      year.say.note(`${line.replace(/；[^；]* · .*$/, '）').replace(/；口径：.*$/, '）')}${withoutMeasure(line)}`);
    if (!lines.some((each) => each.includes('目标'))) year.say.note('（制度没有定量目标）');
  };

/** What the document wants to rise has no figure to reach; whether it rose is seen against the year before. */
const withoutMeasure = (line: string): string =>
  line.includes('目标提高') ? '（文件只要求提高，没有规定数值；首年没有上年数据可比）' : '';

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

/** What other systems counted of every unit in the year, in one sheet: news of each month, the five kinds and the three, officers on each list. */
export const statedForAll =
  (source: string): Act =>
  async (year) => {
    const { sample } = year;
    const of = sample.plan.year;
    const months = Array.from({ length: 12 }, (_, i) => {
      const month = String(i + 1).padStart(2, '0');
      const last = new Date(Date.UTC(of, i + 1, 0)).getUTCDate();
      return [`${of}-${month}-01`, `${of}-${month}-${last}`] as const;
    });
    const whole = [`${of}-01-01`, `${of}-12-31`] as const;
    const kinds = ['permit', 'penalty', 'coercion', 'violation'].flatMap((kind) =>
      ['produced', 'entered', 'published'].map((stage) => `${kind}-${stage}`),
    );
    const others = ['honour', 'punishment', 'support'].flatMap((kind) =>
      ['produced', 'entered', 'published'].map((stage) => `${kind}-${stage}`),
    );
    const rows = members(year).flatMap((code) => {
      const officers = sample.inspectors.filter(({ department, left }) => department === code && left === null).length;
      const yearly = [...[...kinds, ...others].map((key) => [key, 3] as const), ['exposures', 5] as const];
      return [
        ...months.map(([from, to]) => [code, 'news', from, to, 2, source]),
        ...yearly.map(([key, n]) => [code, key, ...whole, n, source]),
        [code, 'officers-listed', ...whole, officers, '各单位执法人员名册'],
      ];
    });
    const header = ['单位', '数据项', '起始日期', '截止日期', '数值', '数据来源'];
    const file = join(year.out, '其他系统数据申报.csv');
    writeFileSync(file, `\uFEFF${[header, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`);
    const said = await done(year, 'o1', 'number', 'import', file);
    year.say.did(year.now(), '联席办综合组', `导入各单位其他系统数据（命令行）`, said);
  };
