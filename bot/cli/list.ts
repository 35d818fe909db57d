/** list, item: what becomes of a list after it is held here, and items whose basis falls away. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { digestBytes, hexOf } from '../../core/digest.ts';
import { listKeys, type Party, parties } from '../../core/policy/shape.ts';
import { listWords, partyWords } from '../../core/policy/words.ts';
import type { Words } from '../../core/words.ts';
import { dayOf } from '../today.ts';
import { publishList } from '../verbs/registry/publish-list.ts';
import { receiveList } from '../verbs/registry/receive-list.ts';
import { repealItem } from '../verbs/registry/repeal-item.ts';
import { sendList } from '../verbs/registry/send-list.ts';
import { boardCommands, figureCommands } from './board.ts';
import type { Door } from './door.ts';

export const listCommands = (program: Command, door: Door): void => {
  const group = program
    .command('list')
    .description('清单的报送、签收、公布 · lists sent, received, published')
    .addHelpText('after', `\n清单 · lists: ${listKeys.map((each) => `${each} ${listWords[each].zh}`).join('、')}`);

  group
    .command('send <list>')
    .description('报送本单位清单 · send a list of your department')
    .addOption(
      new Option('--to <parties...>', '报送对象，不写则按制度 · receivers; those of the policy otherwise').choices(
        parties,
      ),
    )
    .option('--paper <file>', '另行成文的（细则、办法等）· a paper written elsewhere')
    .action((list: string, options: { readonly to?: readonly Party[]; readonly paper?: string }) =>
      door.act(
        async (desk, actor) => {
          const paper = options.paper === undefined ? {} : { paper: await paperIn(options.paper) };
          return sendList(desk, actor, { list, ...(options.to === undefined ? {} : { to: options.to }), ...paper });
        },
        ({ list: key, version, to }) => ({
          words: {
            zh: `已报送${listWords[key].zh}第 ${version} 号版本：${to.map((each) => partyWords[each].zh).join('、')}。`,
            en: `Sent version ${version} of the ${listWords[key].en} to ${to.map((each) => partyWords[each].en).join(', ')}.`,
          },
        }),
      ),
    );

  group
    .command('receive <list> <department>')
    .description('签收某单位报送的清单 · confirm that a department’s list has come')
    .addOption(new Option('--for <party>', '代表哪个单位 · for whom').choices(parties).default('office'))
    .action((list: string, department: string, options: { readonly for: Party }) =>
      door.act(
        (desk, actor) => receiveList(desk, actor, { list, department, as: options.for }),
        ({ list: key, version, by }) => ({
          words: {
            zh: `${partyWords[by].zh}已签收 ${department} 的${listWords[key].zh}第 ${version} 号版本。`,
            en: `${partyWords[by].en} received version ${version} of the ${listWords[key].en} of ${department}.`,
          },
        }),
      ),
    );

  group
    .command('publish <list> <department>')
    .description('登记清单的公布 · record where a list was published')
    .requiredOption('--channel <channel>', '渠道 · channel')
    .requiredOption('--where <address>', '网址或张贴处 · address or place')
    .option('--on <date>', '公布日期，不写则为今天 · date; today otherwise')
    .action((list: string, department: string, options: PublishOptions) =>
      door.act(
        (desk, actor) =>
          publishList(desk, actor, { ...options, list, department, on: options.on ?? dayOf(desk.now()) }),
        ({ list: key, version, channel, where }) => ({
          words: {
            zh: `${department} 的${listWords[key].zh}第 ${version} 号版本已公布于${channel}：${where}`,
            en: `Version ${version} of the ${listWords[key].en} of ${department} is published at ${channel}: ${where}`,
          },
        }),
      ),
    );

  boardCommands(group, door);

  const items = program.command('item').description('抽查事项 · items');
  figureCommands(items, door);
  items
    .command('repeal <code>')
    .description('登记事项依据自某日起废止 · the basis of an item is repealed from a day')
    .requiredOption('--from <date>', '自何日起 · from which day')
    .requiredOption('--ground <document>', '何文件废止 · by which document')
    .option('--by <code>', '由何事项代替 · what takes its place', '')
    .action((item: string, options: { readonly from: string; readonly ground: string; readonly by: string }) =>
      door.act(
        (desk, actor) =>
          repealItem(desk, actor, { item, from: options.from, ground: options.ground, replacedBy: options.by }),
        ({ name, from, tasks, sameBasis }) => ({
          words: [
            {
              zh: `事项 ${item}“${name}”自 ${from} 起不得列入计划和抽取。`,
              en: `Item ${item} “${name}” can be neither planned nor drawn from ${from}.`,
            },
            ...tasks.map(
              ({ plan, task }): Words => ({
                zh: `  涉及计划 ${plan} 任务 ${task}`,
                en: `  plan ${plan}, task ${task} holds it`,
              }),
            ),
            ...sameBasis.map(
              (code): Words => ({
                zh: `  依据相同的事项 ${code}，请核对`,
                en: `  item ${code} has the same basis; look at it`,
              }),
            ),
          ],
        }),
      ),
    );
};

interface PublishOptions {
  readonly channel: string;
  readonly where: string;
  readonly on?: string;
}

async function paperIn(file: string) {
  const bytes = await readFile(file);
  return { title: basename(file), digest: hexOf(digestBytes(bytes)) };
}
