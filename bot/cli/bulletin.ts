/** summary, bulletin: summaries that are owed, and what the office issues. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Bulletin, Table } from '../../core/bulletin/bulletin.ts';
import { sectionsOf } from '../../core/bulletin/sections.ts';
import { yearOf } from '../../core/calendar.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { progressLine } from '../chat/bulletin/progress.ts';
import { tradeLine } from '../chat/bulletin/trades.ts';
import { bulletinWorkbook } from '../paper/bulletin-workbook.ts';
import { boardSummary, unitWords } from '../post/say/bulletin/summary.ts';
import { issuedWords } from '../say/bulletin.ts';
import { dayOf } from '../today.ts';
import { draftBulletin, issuedBulletin, issuedIn, periodTyped } from '../verbs/bulletin/draft.ts';
import { carryIntentions } from '../verbs/bulletin/intentions.ts';
import { issueBulletin, issuedOn } from '../verbs/bulletin/issue-bulletin.ts';
import { progressShown } from '../verbs/bulletin/progress.ts';
import { returnSummary } from '../verbs/bulletin/return-summary.ts';
import { submitSummary } from '../verbs/bulletin/submit-summary.ts';
import { askedIn, boardOf } from '../verbs/bulletin/summaries.ts';
import { tradesShown } from '../verbs/bulletin/trades.ts';
import { type Door, several, WrongCall } from './door.ts';
import { figureLookCommands } from './figures.ts';
import { dayTyped } from './typed.ts';

export const bulletinCommands = (program: Command, door: Door): void => {
  figureLookCommands(program, door);
  summaries(program.command('summary').description('小结、总结、工作打算 · summaries that are owed'), door);
  bulletins(program.command('bulletin').description('通报、小结 · bulletins'), door);
};

function summaries(group: Command, door: Door): void {
  group
    .command('board [year]')
    .description('报送情况 · who has sent what')
    .action((typed?: string) =>
      door.look(
        async (desk) => {
          const today = dayOf(desk.now());
          const asked = await askedIn(desk, typed === undefined ? yearOf(today) : Number(typed), today);
          return ok(await Promise.all(asked.filter(({ isBinding }) => isBinding).map((each) => boardOf(desk, each))));
        },
        (boards) => ({
          words:
            boards.length === 0
              ? { zh: '现行文件没有要求报送小结。', en: 'The policy in force asks for no summary.' }
              : boards.flatMap((board) => [
                  {
                    zh: `${boardSummary(board).zh}（${board.asked.period}）`,
                    en: `${boardSummary(board).en} (${board.asked.period})`,
                  },
                  ...board.units.map(unitWords).map(({ zh, en }) => ({ zh: `  ${zh}`, en: `  ${en}` })),
                ]),
        }),
      ),
    );
  group
    .command('submit <period>')
    .description('报送，如 half-year-report/2025 · send one')
    .option('-p, --part <name=words>', '一个部分，可多个 · a part', several)
    .option('-f, --file <sheet>', '下一年度抽查计划表 · plan sheet of next year')
    .option('--leads-nothing', '没有牵头任务，不附计划表 · no task of ours next year, and so no sheet')
    .option('-d, --department <code>', '单位，默认本人单位 · whose')
    .action((period: string, options: SubmitOptions) =>
      door.act(
        async (desk, actor) =>
          submitSummary(desk, actor, {
            period,
            parts: (options.part ?? []).map(partIn),
            leadsNothing: options.leadsNothing ?? false,
            ...(options.department === undefined ? {} : { department: options.department }),
            ...(options.file === undefined
              ? {}
              : { sheet: { file: basename(options.file), bytes: await readFile(options.file) } }),
          }),
        ({ late, read }) => ({
          words: [
            { zh: `已报送${late ? '，超过期限，按逾期登记' : ''}。`, en: `Sent${late ? ', late' : ''}.` },
            ...(read?.sheet
              ? [{ zh: `采用抽查任务 ${read.sheet.rows.length} 项。`, en: `${read.sheet.rows.length} rows taken.` }]
              : []),
          ],
          json: { late },
        }),
      ),
    );
  group
    .command('return <period> <department> <words>')
    .description('退回补充（联席办） · send one back')
    .action((period: string, department: string, words: string) =>
      door.act(
        (desk, actor) => returnSummary(desk, actor, { period, department, words }),
        () => ({ words: { zh: '已退回。', en: 'Returned.' } }),
      ),
    );
  group
    .command('carry <consultation>')
    .description('以随工作打算报送的抽查计划作为反馈 · take over the rows sent as intentions')
    .action((consultation: string) =>
      door.act(
        (desk, actor) =>
          carryIntentions(desk, actor, { consultation, department: actor.department, key: `carry/${consultation}` }),
        () => ({ words: { zh: '已作为反馈登记。', en: 'It is the reply now.' } }),
      ),
    );
}

interface SubmitOptions {
  readonly part?: readonly string[];
  readonly file?: string;
  readonly leadsNothing?: true;
  readonly department?: string;
}

function bulletins(group: Command, door: Door): void {
  group
    .command('trades [year]')
    .description('按领域和事项的检查、发现、重复、未处置；--rows 列出检查编号 · by trade and item')
    .option('-r, --rows', '列出发现问题的检查编号 · the visits behind')
    .action((typed: string | undefined, { rows }: { readonly rows?: true }) =>
      door.act(
        (desk, actor) => {
          const year = typed ?? String(yearOf(dayOf(desk.now())));
          return tradesShown(desk, actor, { from: dayTyped(`${year}-01-01`), to: dayTyped(`${year}-12-31`) });
        },
        (lines) => ({
          words:
            lines.length === 0
              ? { zh: '没有已公示的检查结果。', en: 'Nothing public yet.' }
              : lines.flatMap((line) => [
                  tradeLine(line),
                  ...(rows === true ? line.behind.found.map((no) => ({ zh: `  ${no}`, en: `  ${no}` })) : []),
                ]),
          json: lines.map(({ by, name, checked, found, repeated, open, behind }) => ({
            ...{ by, name, checked: checked.length, found: found.length, repeated: repeated.length, open: open.length },
            behind,
          })),
        }),
      ),
    );
  group
    .command('progress')
    .description('各项任务进行到哪一步、剩余天数 · where each task stands')
    .action(() =>
      door.act(
        (desk, actor) => progressShown(desk, actor),
        (tasks) => ({
          words:
            tasks.length === 0
              ? { zh: '本年度没有印发的计划。', en: 'No plan was issued this year.' }
              : tasks.map(progressLine),
          json: tasks,
        }),
      ),
    );
  group
    .command('draft <period>')
    .description('初稿，如 2025-2、2025 上半年 · a draft')
    .action((typed: string) =>
      door.look(
        async (desk) => {
          const period = periodTyped(typed);
          return period.ok ? draftBulletin(desk, period.value) : period;
        },
        (bulletin) => ({ words: textOf(bulletin) }),
      ),
    );
  group
    .command('issue <period>')
    .description('发布（联席办） · issue it')
    .option('-n, --next <words>', '下一步工作，可多段 · next steps', several)
    .action((period: string, { next }: { readonly next?: readonly string[] }) =>
      door.act(
        async (desk, actor) => {
          const typed = periodTyped(period);
          const before = typed.ok ? await issuedOn(desk, typed.value.period) : null;
          const issued = await issueBulletin(desk, actor, { period, ...(next === undefined ? {} : { next }) });
          return issued.ok ? ok({ title: issued.value.title, before }) : issued;
        },
        ({ title, before }) => ({ words: issuedWords(title, before) }),
      ),
    );
  group
    .command('show <period>')
    .description('已发布的通报；--xlsx 存为数据表 · one that was issued')
    .option('-x, --xlsx <file>', '另存指标数据表（含图表） · save its workbook')
    .action((typed: string, { xlsx }: { readonly xlsx?: string }) =>
      door.look(
        async (desk) => {
          const period = periodTyped(typed);
          if (!period.ok) return period;
          const held = await issuedBulletin(desk.db, period.value.period);
          if (held.ok && xlsx !== undefined) await writeFile(xlsx, await bulletinWorkbook(held.value));
          return held;
        },
        (bulletin) => ({ words: textOf(bulletin), json: bulletin }),
      ),
    );
  group
    .command('list')
    .description('已发布的通报、小结 · those that were issued')
    .action(() =>
      door.look(
        async (desk) => ok(await issuedIn(desk.db)),
        (issued) => ({
          words:
            issued.length === 0
              ? { zh: '还没有发布过。', en: 'None yet.' }
              : issued.map(({ title, on, period }) => ({
                  zh: `${on}　${title}（${period}）`,
                  en: `${on} ${title} (${period})`,
                })),
        }),
      ),
    );
}

/** Official text is Chinese only. */
const textOf = (bulletin: Bulletin): readonly Words[] =>
  [
    bulletin.title,
    ...sectionsOf(bulletin).flatMap(({ title, paragraphs, tables }) => [
      '',
      `【${title}】`,
      ...paragraphs,
      ...tables.flatMap(tableText),
    ]),
    '',
    `${bulletin.issuers.join('、')}　${bulletin.on}`,
  ].map((line) => ({ zh: line, en: line }));

const tableText = ({ caption, head, rows, notes }: Table): readonly string[] => [
  caption,
  head.join('｜'),
  ...rows.map((row) => row.join('｜')),
  ...notes,
];

function partIn(text: string): { readonly name: string; readonly words: string } {
  const at = text.indexOf('=');
  if (at < 1)
    throw new WrongCall({ zh: `应写“部分名称=内容”，现为“${text}”。`, en: `Write name=words, not “${text}”.` });
  return { name: text.slice(0, at), words: text.slice(at + 1) };
}
