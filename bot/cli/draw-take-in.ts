/** draw take-in, freeze-list, doors: lists that another platform drew, their inspectors, and where their visits meet ours. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { notVerifiable, wordsOfOutside, wordsOfOutsidePerson } from '../../core/draw/outside-words.ts';
import { ok } from '../../core/result.ts';
import { wordsOfFaulty } from '../../core/sheet/words.ts';
import { mergedDoors } from '../../core/visit/merge.ts';
import { sayDoor, sayTakenIn } from '../say/outside-list.ts';
import { freezeTakenIn, takeInList } from '../verbs/draw/take-in-list.ts';
import { doorsFor } from '../verbs/visit/doors.ts';
import { type Door, wholeNumber } from './door.ts';
import { asCeremony, type CeremonyOptions, ceremonyOf, sayFrozen } from './draw-freeze.ts';

export function takingIn(group: Command, door: Door): void {
  group
    .command('take-in <plan> <task> <file>')
    .description('录入外部平台抽取的名单，逐行核对 · take in a list that another platform drew')
    .requiredOption('-p, --platform <name>', '由哪个平台抽取 · who drew it')
    .option('--superior <no>', '随哪一号上级计划下达 · number of the plan from above', wholeNumber)
    .action(
      (plan: string, task: string, path: string, options: { readonly platform: string; readonly superior?: number }) =>
        door.act(
          async (desk, actor) =>
            takeInList(desk, actor, { bytes: await readFile(path), file: basename(path), plan, task, ...options }),
          ({ list, differences, peopleDifferences, rejected }) => ({
            words: [
              sayTakenIn(list),
              ...[
                ...rejected.flatMap(({ faults }) => faults.map(wordsOfFaulty)),
                ...differences.map(wordsOfOutside),
                ...peopleDifferences.map(wordsOfOutsidePerson),
              ].map(({ zh, en }) => ({ zh: `  ${zh}`, en: `  ${en}` })),
              { zh: `${notVerifiable.zh}。`, en: `${notVerifiable.en}.` },
            ],
            json: { list, differences, peopleDifferences, rejected: rejected.length },
          }),
        ),
    );
  asCeremony(
    group
      .command('freeze-list <list>')
      .description('为外部名单中没有写明人员的检查对象抽取人员 · draw the inspectors of an outside list'),
  ).action((list: string, options: CeremonyOptions) =>
    door.act(
      (desk, actor) => freezeTakenIn(desk, actor, { list: wholeNumber(list), ...ceremonyOf(options) }),
      sayFrozen,
    ),
  );
  group
    .command('doors <year>')
    .description('合并上门：几次抽取同时抽到的检查对象 · doors at which several draws meet')
    .action((year: string) =>
      door.act(
        async (desk, actor) => ok(mergedDoors(await doorsFor(desk, actor, wholeNumber(year)))),
        (doors) => ({
          words:
            doors.length === 0
              ? { zh: '没有需要合并上门的检查对象。', en: 'No door is shared.' }
              : [
                  { zh: `合并上门 ${doors.length} 户：`, en: `${doors.length} doors are shared:` },
                  ...doors.map(sayDoor),
                ],
        }),
      ),
    );
}
