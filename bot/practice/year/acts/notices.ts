/** 公示: leads state the end of their tasks, each department publishes what it entered, the files go out and their receipts come back. */
import { join } from 'node:path';
import { answerTo, done, fieldOf, listIn, NotSo, textIn } from '../told.ts';
import { workbookIn } from '../workbook.ts';
import type { Act, Year } from '../year.ts';
import { shortOf } from './consult.ts';

interface Publication {
  readonly department: string;
  readonly lead: string;
  readonly reviewed: number;
}

const publicationsOf = (year: Year, book: string): Promise<readonly Publication[]> =>
  answerTo(year, 'o1', ['notice', 'list', book], (value) =>
    listIn(fieldOf(value, 'publications')).map((each) => ({
      department: textIn(each, 'department'),
      lead: textIn(each, 'lead'),
      reviewed: Number(textIn(fieldOf(each, 'outcomes'), 'reviewed')),
    })),
  );

/** Departments that have something to look at in this draw or list. */
export const departmentsIn = async (year: Year, book: string): Promise<readonly string[]> =>
  of((await publicationsOf(year, book)).map(({ department }) => department));

const of = (all: readonly string[]): readonly string[] => [...new Set(all)];

/** @param reason why some items have no outcome, where some have none */
export const finishTasks =
  (book: string, reason = ''): Act =>
  async (year) => {
    const leads = of((await publicationsOf(year, book)).map(({ lead }) => lead));
    const said: string[] = [];
    for (const lead of leads) {
      const more = reason === '' ? [] : ['--reason', reason];
      said.push(await done(year, `l-${lead}`, 'notice', 'finish', book, ...more));
    }
    year.say.did(year.now(), '各牵头部门联络员', `登记任务完成（命令行）`, said.join('\n'));
  };

export const publishOutcomes =
  (book: string, but: readonly string[] = []): Act =>
  async (year) => {
    const departments = of(
      (await publicationsOf(year, book)).filter(({ reviewed }) => reviewed > 0).map(({ department }) => department),
    ).filter((code) => !but.includes(code));
    for (const code of departments) {
      const said = await done(year, `l-${code}`, 'notice', 'publish', book);
      year.say.did(year.now(), `${shortOf(year, code)}联络员`, '公示检查结果（命令行）', said);
    }
  };

/** The file goes to every destination of the policy, each of which answers; once one of them turns a row down first. */
export const acknowledge =
  (book: string): Act =>
  async (year) => {
    const folder = join(year.out, '公示报送');
    const departments = of((await publicationsOf(year, book)).map(({ department }) => department));
    const destinations = await answerTo(year, 'o1', ['notice', 'list', book], (value) =>
      listIn(fieldOf(value, 'destinations')).map((each) => textIn(each, 'destination')),
    );
    for (const code of departments) {
      for (const form of ['xlsx', 'csv', 'json'])
        await done(
          year,
          `l-${code}`,
          'notice',
          'export',
          book,
          '--form',
          form,
          '--out',
          join(folder, shortOf(year, code)),
        );
      for (const to of destinations) await done(year, `l-${code}`, 'notice', 'acknowledge', book, to);
    }
    year.say.did(
      year.now(),
      '各单位联络员',
      `导出报送文件，登记${destinations.join('、')}回执（命令行）`,
      await done(year, 'o1', 'notice', 'list', book),
    );
  };

/** The first outcome of a department that is found in order, as the workbook names it: `3/12/scjg/SX010101`. */
async function cleanOutcome(year: Year, book: string, code: string): Promise<string> {
  const excel = await workbookIn(year, `${shortOf(year, code)}联络员`);
  const { rows } = await excel.rows({ sheet: 'outcomes', book });
  const found = rows.find(({ cells }) => cells.code === '未发现问题');
  if (found === undefined) throw new NotSo('登记异议', `${shortOf(year, code)}没有可以异议的检查结果`);
  return found.id;
}

/** An enterprise says that it is otherwise; the head decides. */
export const objection =
  (book: string, code: string, words: string, decision: 'keep' | 'correct' | 'withdraw', why: string): Act =>
  async (year) => {
    const outcome = await cleanOutcome(year, book, code);
    const said = await done(year, `l-${code}`, 'notice', 'object', outcome, words);
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, `登记异议：${words}（命令行）`, said);
    const no = /编号 (\d+)/.exec(said)?.[1] ?? '';
    const decided = await done(year, `h-${code}`, 'notice', 'decide', no, decision, why);
    year.say.did(year.now(), `${shortOf(year, code)}负责人`, `决定异议：${why}（命令行）`, decided);
  };

export const publicationState =
  (book: string): Act =>
  async (year) => {
    year.say.note(`［公示情况］\n${await done(year, 'o1', 'notice', 'list', book)}`);
  };
