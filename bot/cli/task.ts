/** task: who owed what about a task and what was done, and its whole file into a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { performedLine, performedSummary } from '../say/performed.ts';
import { taskPerformed } from '../verbs/duty/performed.ts';
import { fileTask } from '../verbs/duty/task-file.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import type { Door } from './door.ts';

export const taskCommands = (program: Command, door: Door): void => {
  const group = program
    .command('task')
    .description('一项抽查任务的办理情况和整套档案 · one task: what was done, its file');

  group
    .command('show <plan> <task>')
    .description('谁应在何时前办何事、何时办结 · who owed what by when, and when it was done')
    .option('-d, --department <code>', '只看一个单位 · of one department')
    .action((plan: string, task: string, { department }: { readonly department?: string }) =>
      door.look(
        async (desk) => {
          const done = await taskPerformed(desk, { plan, task, department: department ?? null });
          return done.ok ? ok({ ...done.value, nameOf: await departmentNames(desk.db) }) : done;
        },
        ({ task: { no, name }, lines, nameOf }) => ({
          words: [
            { zh: `${name}（${no}）`, en: `${name} (${no})` },
            ...lines.map((line) => performedLine(line, nameOf)),
            performedSummary(lines),
          ],
          json: { plan, task: no, name, lines },
        }),
      ),
    );

  group
    .command('file <plan> <task>')
    .description('导出整套档案：从征询函到后续处置，逐条附摘要值 · the whole file, from the letter to the disposal')
    .option('-o, --out <dir>', '存放文件夹 · folder', 'out')
    .option('--room <place>', '抽取地点 · where it was drawn', '联席办会议室')
    .option('--verify-at <address>', '核验地址 · where anybody verifies', 'npx mingchou verify record.json')
    .action((plan: string, task: string, options: FileOptions) =>
      door.act(
        async (desk, actor) => {
          const filed = await fileTask(desk, actor, { plan, task, place: options.room, verifyAt: options.verifyAt });
          if (!filed.ok) return filed;
          for (const { name, bytes } of filed.value.files) {
            const path = join(options.out, name);
            await mkdir(dirname(path), { recursive: true });
            await writeFile(path, bytes);
          }
          const { facts, files, missing } = filed.value;
          return ok({ out: options.out, facts: facts.length, files: files.map(({ name }) => name), missing });
        },
        ({ out, facts, files, missing }) => ({
          words: [
            ...files.map((name) => ({ zh: `  ${out}/${name}`, en: `  ${out}/${name}` })),
            { zh: `全程留痕 ${facts} 条，材料 ${files.length} 件。`, en: `${facts} facts, ${files.length} files.` },
            {
              zh: missing.length === 0 ? '整套材料齐全。' : `尚缺：${missing.join('、')}。`,
              en: missing.length === 0 ? 'The file is complete.' : `Still missing: ${missing.join(', ')}.`,
            },
          ],
        }),
      ),
    );
};

interface FileOptions {
  readonly out: string;
  readonly room: string;
  readonly verifyAt: string;
}
