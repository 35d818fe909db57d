/** template: an empty workbook of one kind of sheet, made without any desk. */
import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { ok } from '../../core/result.ts';
import { blankLayout, blankSheetNames } from '../../core/sheet/blank-layout.ts';
import type { SheetName } from '../../core/sheet/sheet.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { writeLayouts } from '../../core/sheet/xlsx-layout.ts';
import { dayOf } from '../today.ts';
import type { Door } from './door.ts';

export function templateCommand(program: Command, door: Door): void {
  program
    .command('template')
    .argument('<sheet>', '哪一种表 · which sheet', blankOf)
    .description('表格模板：空白的名录、清单、计划表，可填写后导入 · an empty workbook to fill in and import')
    .option('-o, --out <file>', '存为何文件，不写则以表名为文件名 · the file; named after the sheet otherwise')
    .addHelpText('after', `\n表 · sheets: ${known()}`)
    .action((name: SheetName, options: { readonly out?: string }) =>
      door.apart(
        async () => {
          const sheet = sheets[name];
          const file = options.out ?? `${sheet.title.zh}.xlsx`;
          const bytes = await writeLayouts([blankLayout(sheet)], dayOf(new Date().toISOString()));
          // Somebody may have filled in the one that is there.
          await writeFile(file, bytes, { flag: 'wx' });
          return ok({ sheet: name, title: sheet.title, file });
        },
        ({ title, file }) => ({
          words: { zh: `${title.zh}模板已存为 ${file}。`, en: `The template “${title.en}” is in ${file}.` },
        }),
      ),
    );
}

/** A sheet by its name in either language. */
function blankOf(text: string): SheetName {
  const name = blankSheetNames.find((each) => each === text || sheets[each].title.zh === text);
  if (name === undefined) throw new InvalidArgumentError(`应为 · one of: ${known()}`);
  return name;
}

const known = (): string => blankSheetNames.map((each) => `${sheets[each].title.zh}（${each}）`).join('、');
