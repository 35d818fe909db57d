/** paper: an official paper from what is recorded, as a draft or with the next number of its series. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { paperFile } from '../paper/official/paper-file.ts';
import { abouts, paperKinds, papers } from '../paper/official/papers.ts';
import { filePapers } from '../verbs/paper/file-papers.ts';
import { drawUp, issuePaper } from '../verbs/paper/issue-paper.ts';
import type { Door } from './door.ts';

export const paperCommands = (program: Command, door: Door): void => {
  program
    .command('paper <kind> <about>')
    .description(
      '制作公文（.docx）：不加 --number 为草稿，加 --number 取号签发 · an official paper, as a draft or numbered',
    )
    .option('-o, --out <dir>', '存放文件夹 · folder', 'out')
    .option('-n, --number', '取下一个发文字号并记录在案 · take the next number, on record')
    .option('--series <name>', '发文机关代字，首次取号时写明 · the series, given with the first number', '')
    .addHelpText('after', `\n文书种类 · kinds:\n${kindLines().join('\n')}`)
    .action((kind: string, about: string, options: Options) =>
      door.act(
        async (desk, actor) => {
          const input = { kind, about, series: options.series };
          const made = await (options.number === true ? issuePaper : drawUp)(desk, actor, input);
          if (!made.ok) return made;
          const { paper, number, copy } = made.value;
          const { name, bytes } = await paperFile(paper, made.value.about);
          await mkdir(options.out, { recursive: true });
          const path = join(options.out, name);
          await writeFile(path, bytes);
          return ok({ kind: made.value.kind, number, copy, path, title: paper.title });
        },
        ({ number, copy, path, title }) => ({
          words:
            number === null
              ? { zh: `草稿已生成，未取号：${path}`, en: `A draft without a number: ${path}` }
              : copy
                ? {
                    zh: `该文书内容未变，仍为${number}，已标注副本：${path}`,
                    en: `Unchanged since ${number}: a marked copy, ${path}`,
                  }
                : { zh: `已签发${number}《${title}》：${path}`, en: `Issued ${number} “${title}”: ${path}` },
        }),
      ),
    );

  program
    .command('papers <visit>')
    .description('归档一户检查的全部文书，附目录和校验值 · every paper of one visit, with a list and checksums')
    .option('-o, --out <dir>', '存放文件夹 · folder', 'out')
    .action((visit: string, { out }: { readonly out: string }) =>
      door.act(
        async (desk, actor) => {
          const filed = await filePapers(desk, actor, visit);
          if (!filed.ok) return filed;
          await mkdir(out, { recursive: true });
          for (const { name, bytes } of filed.value.files) await writeFile(join(out, name), bytes);
          return ok({ ...filed.value, files: filed.value.files.map(({ name }) => name), out });
        },
        ({ files, missing }) => ({
          words: [
            ...files.map((name) => ({ zh: `  ${out}/${name}`, en: `  ${out}/${name}` })),
            {
              zh: missing.length === 0 ? '文书齐全。' : `尚缺：${missing.join('、')}。`,
              en: missing.length === 0 ? 'The file is complete.' : `Still missing: ${missing.join(', ')}.`,
            },
          ],
        }),
      ),
    );
};

interface Options {
  readonly out: string;
  readonly number?: true;
  readonly series: string;
}

const kindLines = (): readonly string[] =>
  paperKinds.map((kind) => {
    const { title, about } = papers[kind];
    return `  ${kind.padEnd(20)} ${title.zh} · ${title.en}（${abouts[about].name.zh}，${abouts[about].example}）`;
  });
