/** draw export: the whole file of a draw into a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { fileDraw } from '../verbs/draw/file.ts';
import { type Door, wholeNumber } from './door.ts';

export function filing(group: Command, door: Door): void {
  group
    .command('export <ceremony>')
    .description('导出整套材料：记录、记录表、待检名单、任务安排、归档目录 · write the file of a draw')
    .option('-o, --out <dir>', '存放文件夹 · folder', 'out')
    .option('--room <place>', '抽取地点 · where it was held', '联席办会议室')
    .option('--media <names...>', '照片、录像文件名 · photos and films', [])
    .option('--verify-at <address>', '核验地址 · where anybody verifies', 'npx mingchou verify record.json')
    .action(
      (
        no: string,
        options: {
          readonly out: string;
          readonly room: string;
          readonly media: readonly string[];
          readonly verifyAt: string;
        },
      ) =>
        door.act(
          async (desk, actor) => {
            const filed = await fileDraw(desk, actor, {
              ceremony: wholeNumber(no),
              place: options.room,
              media: options.media,
              verifyAt: options.verifyAt,
            });
            if (!filed.ok) return filed;
            await mkdir(options.out, { recursive: true });
            for (const { name, bytes } of filed.value.files) await writeFile(join(options.out, name), bytes);
            return ok({
              out: options.out,
              files: filed.value.files.map(({ name }) => name),
              missing: filed.value.missing,
            });
          },
          ({ out, files, missing }) => ({
            words: [
              ...files.map((name) => ({ zh: `  ${out}/${name}`, en: `  ${out}/${name}` })),
              {
                zh: missing.length === 0 ? '整套材料齐全。' : `尚缺：${missing.join('、')}。`,
                en: missing.length === 0 ? 'The file is complete.' : `Still missing: ${missing.join(', ')}.`,
              },
            ],
          }),
        ),
    );
}
