/** notice: a task is finished, outcomes are published, exported, acknowledged and compared; list: where it stands. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { outcomeId } from '../../core/outcome/key.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import {
  acknowledgedWords,
  destinationWords,
  finishedWords,
  publicationWords,
  publishedSummary,
  reconciledWords,
} from '../say/notices.ts';
import { acknowledgeFile, acknowledgeNotices } from '../verbs/notice/acknowledge.ts';
import {
  type AtDestination,
  atDestinations,
  type ExportForm,
  exportForms,
  exportNotices,
} from '../verbs/notice/export.ts';
import { finishTasks } from '../verbs/notice/finish.ts';
import { type Publication, publicationsOf } from '../verbs/notice/publications.ts';
import { publishOutcomes } from '../verbs/notice/publish.ts';
import { reconcileRecords } from '../verbs/notice/reconcile.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import { type Door, several } from './door.ts';
import { noticeLifeCommands } from './notice-life.ts';

export const noticeCommands = (program: Command, door: Door): void => {
  const group = program.command('notice').description('公示检查结果 · publication of outcomes');
  publishing(group, door);
  answering(group, door);
  noticeLifeCommands(group, door);
};

interface OfDepartment {
  readonly department: string;
}

/** Items by the names that withhold, object and end take; no enterprise's name with them. */
const named = ({ rows, ...each }: Publication) => ({
  ...each,
  rows: rows.map(({ visit, department, item, counted, passed }) => ({
    id: outcomeId({ source: each.source, visit: visit.visit, department, item }),
    no: visit.no,
    item,
    ...{ counted, passed },
  })),
});

function publishing(group: Command, door: Door): void {
  group
    .command('list [book]')
    .description('各任务、各部门公示到哪一步（3，外部名单 L3） · where publication stands')
    .action((book?: string) =>
      door.look(
        async (desk) => {
          const all = await publicationsOf(desk, book === undefined ? {} : { book });
          const name = await departmentNames(desk.db);
          const sources = [...new Set(all.map(({ source }) => source))];
          const sent: AtDestination[] = [];
          for (const source of sources) sent.push(...(await atDestinations(desk, source)));
          return ok({ all, name, sent });
        },
        ({ all, name, sent }) => ({
          words:
            all.length === 0
              ? { zh: '还没有派发检查任务。', en: 'No visits are handed out yet.' }
              : [
                  ...all.map((each): Words => {
                    const said = publicationWords(each);
                    const who = name(each.department);
                    return { zh: `［${each.book}］${who}｜${said.zh}`, en: `[${each.book}] ${who} | ${said.en}` };
                  }),
                  ...sent.map(destinationWords),
                ],
          json: { publications: all.map(named), destinations: sent },
        }),
      ),
    );

  group
    .command('finish <book> [tasks...]')
    .description('登记任务完成（牵头部门；不写任务的，为本部门牵头的全部） · the lead states the end of its tasks')
    .option('--ended <date>', '完成日期，不写为最后一次检查的日期 · day of the end', '')
    .option('--reason <words>', '部分事项不再检查的原因，或更改完成日期的原因 · why some will not come', '')
    .action((book: string, tasks: readonly string[], { ended, reason }: { ended: string; reason: string }) =>
      door.act(
        (desk, actor) => finishTasks(desk, actor, { book, tasks, ended, words: reason }),
        (finished) => ({ words: finished.map(finishedWords) }),
      ),
    );

  group
    .command('publish <book> [tasks...]')
    .description('公示本部门已审核的检查结果（不写任务的，为全部） · publish the department’s reviewed outcomes')
    .option('--day <date>', '自哪一天起公开，不写为今天 · from which day', '')
    .option('--to <destination>', '政策规定以外的去处，如公开栏，可多个 · another destination', several)
    .option('-d, --department <code>', '部门代码，不写为本部门 · of which department', '')
    .action(
      (
        book: string,
        tasks: readonly string[],
        { day, to = [], department }: OfDepartment & { day: string; to?: readonly string[] },
      ) =>
        door.act(
          (desk, actor) => publishOutcomes(desk, actor, { book, department, tasks, day, destinations: to }),
          (published) => ({ words: publishedSummary(published) }),
        ),
    );

  group
    .command('export <book>')
    .description('导出报送文件（公示系统字段） · export in the fields of the national system')
    .addOption(new Option('-f, --form <form>', '格式 · format').choices(exportForms).default('xlsx'))
    .option('--to <destination>', '只导出该平台尚未确认的 · only what it has not confirmed', '')
    .option('-d, --department <code>', '部门代码，不写为本部门 · of which department', '')
    .option('-o, --out <dir>', '存放的文件夹 · folder', '.')
    .action(
      (book: string, { form, to, department, out }: OfDepartment & { form: ExportForm; to: string; out: string }) =>
        door.act(
          async (desk, actor) => {
            const made = await exportNotices(desk, actor, { book, department, destination: to, form });
            if (!made.ok) return made;
            const path = join(out, made.value.file);
            await mkdir(out, { recursive: true });
            await writeFile(path, made.value.bytes);
            const { records, outcomes, penalties } = made.value;
            return ok({ path, records, outcomes, penalties });
          },
          ({ path, records, outcomes, penalties }) => ({
            words: {
              zh: `已导出 ${outcomes} 项检查结果（${records} 条公示记录）${penalties === 0 ? '' : `、${penalties} 件行政处罚决定`}：${path}`,
              en: `${outcomes} outcomes in ${records} records${penalties === 0 ? '' : `, ${penalties} penalty decisions`}: ${path}`,
            },
          }),
        ),
    );
}

function answering(group: Command, door: Door): void {
  group
    .command('acknowledge <book> <destination> [outcomes...]')
    .description('登记回执：用 --file 读回平台文件，或逐项、全部登记 · record what a destination answered')
    .option('--file <file>', '平台回执文件（.xlsx、CSV、JSON） · the platform’s file')
    .addOption(
      new Option('--state <state>', '已报送、已接收、被退回 · sent, accepted, refused')
        .choices(['sent', 'accepted', 'refused'])
        .default('accepted'),
    )
    .option('--number <number>', '平台编号 · its number there', '')
    .option('--words <words>', '退回原因等 · its words', '')
    .option('-d, --department <code>', '部门代码，不写为本部门 · of which department', '')
    .action((book: string, destination: string, outcomes: readonly string[], options: AcknowledgeOptions) =>
      door.act(
        async (desk, actor) => {
          const { department, state, number, words, file } = options;
          if (file === undefined)
            return acknowledgeNotices(desk, actor, { book, department, destination, outcomes, state, number, words });
          const given = { bytes: await readFile(file), file: basename(file) };
          return acknowledgeFile(desk, actor, { book, department, destination, given });
        },
        (acknowledged) => ({ words: acknowledgedWords(acknowledged) }),
      ),
    );

  group
    .command('reconcile <book> <destination> <file>')
    .description('与平台数据逐行比对 · compare with what a platform has')
    .option('-d, --department <code>', '部门代码，不写为本部门 · of which department', '')
    .action((book: string, destination: string, file: string, { department }: OfDepartment) =>
      door.act(
        async (desk, actor) => {
          const given = { bytes: await readFile(file), file: basename(file) };
          return reconcileRecords(desk, actor, { book, department, destination, given });
        },
        (reconciled) => ({ words: reconciledWords(reconciled) }),
      ),
    );
}

interface AcknowledgeOptions extends OfDepartment {
  readonly file?: string;
  readonly state: 'sent' | 'accepted' | 'refused';
  readonly number: string;
  readonly words: string;
}
