/** import: files into the standing lists. */
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { ok, type Result } from '../../core/result.ts';
import { sheetNames } from '../../core/sheet/sheet.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import type { Words } from '../../core/words.ts';
import { sayImported } from '../say/imported.ts';
import { dayOf } from '../today.ts';
import { type ImportStep, importList } from '../verbs/registry/import-list.ts';
import { countsOf, type ImportAnswer, rejectedCsv, rejectedWorkbook } from '../verbs/registry/import-report.ts';
import { importSubjects } from '../verbs/registry/large/import-large.ts';
import { isSubjectsCsv } from '../verbs/registry/large/is-subjects.ts';
import { isListSheet, type ListSheet } from '../verbs/registry/lists.ts';
import { assumed } from './assume.ts';
import { type Door, several } from './door.ts';
import { dayTyped } from './typed.ts';

export const importCommands = (program: Command, door: Door): void => {
  program
    .command('import <files...>')
    .description('导入名录、清单（.xlsx 或 CSV）；同一份文件再导入不作改动 · import lists (.xlsx or CSV)')
    .option('-s, --sheet <sheet>', '是哪一种表，不写则按表头辨认 · which sheet it is; recognised otherwise', sheetOf)
    .option('-a, --assume <field=value>', '整份文件适用的内容，可多个 · a value for the whole file', several)
    .option('--edition <name>', '清单的新版次，同名事项由新版替代，如 第三版 · a newer edition of the item list')
    .option('--edition-from <date>', '新版自何日起施行，不写则为今天 · in force from; today otherwise')
    .option('-o, --out <dir>', '未导入行（附错误说明）存放的文件夹 · folder for the refused rows')
    .action((files: readonly string[], options: ImportOptions) =>
      door.act(
        async (desk, actor, progress) => {
          const answers: Written[] = [];
          for (const file of files) {
            const given = {
              file: basename(file),
              assume: assumed(options.assume),
              onProgress: (step: ImportStep) => progress(sayStep(basename(file), step)),
            };
            const taken = (await isLong(file, options))
              ? await one(importSubjects(desk, actor, { ...given, source: () => createReadStream(file) }))
              : await importList(desk, actor, {
                  ...given,
                  bytes: await readFile(file),
                  ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
                  ...editionIn(options, dayOf(desk.now())),
                });
            if (!taken.ok) return taken;
            for (const answer of taken.value)
              answers.push({ answer, files: await giveBack(answer, file, options.out, dayOf(desk.now())) });
          }
          return ok(answers);
        },
        (answers) => ({
          words: answers.flatMap(({ answer, files: written }) => [
            ...sayImported(answer),
            ...written.map((path) => ({
              zh: `  未导入的行连同错误说明存为 ${path}，改正后可再导入。`,
              en: `  The refused rows are in ${path} with what is wrong; mend and import them again.`,
            })),
          ]),
          json: answers.map(({ answer, files: written }) => ({
            sheet: answer.sheet,
            file: answer.file,
            table: answer.table,
            fileDigest: answer.fileDigest,
            state: answer.state,
            ...countsOf(answer),
            refused: answer.rejected,
            absentKeys: answer.absent,
            replacedKeys: answer.replaced,
            report: answer.report,
            files: written,
          })),
        }),
      ),
    );
};

interface ImportOptions {
  readonly sheet?: ListSheet;
  readonly assume?: readonly string[];
  readonly out?: string;
  readonly edition?: string;
  readonly editionFrom?: string;
}

function editionIn({ edition, editionFrom }: ImportOptions, today: string) {
  if (edition === undefined || edition.trim() === '') return {};
  return { edition: { name: edition.trim().slice(0, 60), from: dayTyped(editionFrom ?? today) } };
}

/** Above this a list of subjects is taken in by portions, whose memory does not grow with it. */
const longBytes = 20_000_000;

async function isLong(file: string, { sheet = 'subjects' }: ImportOptions): Promise<boolean> {
  const { size } = await stat(file);
  return size > longBytes && sheet === 'subjects' && isSubjectsCsv(() => createReadStream(file));
}

async function one<E>(taking: Promise<Result<ImportAnswer, E>>): Promise<Result<readonly ImportAnswer[], E>> {
  const taken = await taking;
  return taken.ok ? ok([taken.value]) : taken;
}

interface Written {
  readonly answer: ImportAnswer;
  readonly files: readonly string[];
}

/** A sheet by its name in either language. */
function sheetOf(text: string): ListSheet {
  const name = sheetNames.find((each) => each === text || sheets[each].title.zh === text);
  if (name === undefined || !isListSheet(name)) {
    const known = sheetNames.filter(isListSheet).map((each) => `${sheets[each].title.zh}（${each}）`);
    throw new InvalidArgumentError(`应为 · one of: ${known.join('、')}`);
  }
  return name;
}

/** Writes the refused rows as workbook and CSV, where there are any. */
async function giveBack(
  answer: ImportAnswer,
  file: string,
  out: string | undefined,
  on: string,
): Promise<readonly string[]> {
  if (out === undefined || answer.rejected.length === 0) return [];
  await mkdir(out, { recursive: true });
  const stem = join(
    out,
    `${basename(file, extname(file))}${answer.table === '' ? '' : `-${safe(answer.table)}`}-未导入`,
  );
  await writeFile(`${stem}.xlsx`, await rejectedWorkbook(answer, on));
  await writeFile(`${stem}.csv`, rejectedCsv(answer));
  return [`${stem}.xlsx`, `${stem}.csv`];
}

/** A table's name may hold what a file's name must not. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');

const stepWords = {
  opening: { zh: '打开', en: 'opening' },
  reading: { zh: '读取', en: 'reading' },
  comparing: { zh: '与现有比对', en: 'comparing with what is held' },
  staging: { zh: '写入', en: 'writing' },
  committing: { zh: '生效', en: 'making it true' },
  done: { zh: '完成', en: 'done' },
} as const satisfies Record<ImportStep['step'], Words>;

function sayStep(file: string, { step, sheet, rows }: ImportStep): Words {
  const { zh, en } = stepWords[step];
  const title = sheet === null ? null : sheets[sheet].title;
  return {
    zh: `${file}${title === null ? '' : ` ${title.zh}`} ${zh}${rows > 0 ? ` ${rows} 行` : ''}`,
    en: `${file}${title === null ? '' : ` ${title.en}`} ${en}${rows > 0 ? ` ${rows} rows` : ''}`,
  };
}
