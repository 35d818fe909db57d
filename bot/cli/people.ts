/** people: who may act, and who is who in the chat. */
import { type Command, Option } from 'commander';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { people } from '../../db/people.ts';
import { type Actor, type Role, roles, type WitnessKind, witnessKinds } from '../actor.ts';
import { refuse } from '../refusal.ts';
import { accountLine, accountsSummary } from '../say/accounts.ts';
import { roleWords } from '../say/rights.ts';
import { accounts } from '../verbs/people/accounts.ts';
import { dismiss } from '../verbs/people/dismiss.ts';
import { enrol } from '../verbs/people/enrol.ts';
import { actorOf, type Enrolled, roll } from '../verbs/people/roll.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import { type Door, noPerson, WrongCall } from './door.ts';
import { peopleChatCommands } from './people-chat.ts';

export const peopleCommands = (program: Command, door: Door): void => {
  const group = program.command('people').description('人员名册 · the roll of people who may act');

  group
    .command('add <number> <name>')
    .description('登记人员；第一名为联席办自己 · enrol a person; the first one is the office itself')
    .requiredOption('-r, --role <roles...>', `身份，可多个 · roles: ${roles.join(', ')}`)
    .option('-d, --department <code>', '所在单位代码 · department code', '')
    .addOption(new Option('-w, --witness <kind>', '监督人员类别 · kind of witness').choices(witnessKinds))
    .option('-i, --inspector <number>', '单位工号 · work number of an inspector', '')
    .action((number: string, name: string, options: AddOptions) => {
      const entrant: Actor = {
        person: number,
        name,
        department: options.department,
        roles: options.role,
        witness: options.witness ?? null,
        inspector: options.inspector,
      };
      return door.begin(
        async (desk) => {
          const as = program.opts<{ as?: string }>().as;
          // Nobody can be on an empty roll to enrol the first person: she acts herself.
          const founding = (await people(desk.db)).length === 0 && (as === undefined || as === number);
          if (founding) return enrol(desk, entrant, entrant);
          if (as === undefined) throw new WrongCall(noPerson);
          const actor = await actorOf(desk, as);
          return actor === null
            ? refuse('people', { reason: 'no-such-person', person: as })
            : enrol(desk, actor, entrant);
        },
        () => ({ words: { zh: `已登记 ${lineOf(entrant).zh}`, en: `Enrolled ${lineOf(entrant).en}` } }),
      );
    });

  group
    .command('list')
    .description('在册人员 · everybody on the roll')
    .option('--all', '含已注销 · those dismissed too')
    .action((options: { readonly all?: true }) =>
      door.look(
        async (desk) => ok((await roll(desk)).filter(({ ended }) => options.all || !ended)),
        (everybody) => ({
          words: everybody.length === 0 ? { zh: '名册是空的。', en: 'The roll is empty.' } : everybody.map(lineOf),
        }),
      ),
    );

  group
    .command('accounts')
    .description('谁有实名账号、什么角色、最近使用时间 · who has an account, which roles, last use')
    .option('-d, --department <code>', '只看一个单位 · of one department')
    .action(({ department }: { readonly department?: string }) =>
      door.look(
        async (desk) => {
          const all = await accounts(desk, department ?? null);
          return ok({ all, nameOf: await departmentNames(desk.db) });
        },
        ({ all, nameOf }) => ({
          words: [...all.map((each) => accountLine(each, nameOf)), accountsSummary(all)],
          json: all,
        }),
      ),
    );

  group
    .command('dismiss <number>')
    .description('注销人员 · take a person off the roll')
    .action((number: string) =>
      door.act(
        (desk, actor) => dismiss(desk, actor, number),
        () => ({ words: { zh: `已注销 ${number}。`, en: `Dismissed ${number}.` } }),
      ),
    );

  peopleChatCommands(group, door);
};

interface AddOptions {
  readonly role: readonly Role[];
  readonly department: string;
  readonly witness?: WitnessKind;
  readonly inspector: string;
}

/** Roles from the command line may be none of ours: the verb refuses those, they are shown as they stand. */
function lineOf(person: Actor & Partial<Enrolled>): Words {
  const held = person.roles.map((role) => roleWords[role] ?? { zh: role, en: role });
  const ended = person.ended ? { zh: '（已注销）', en: ' (dismissed)' } : { zh: '', en: '' };
  const department = person.department === '' ? '' : ` ${person.department}`;
  return {
    zh: `${person.person} ${person.name}${department}：${held.map(({ zh }) => zh).join('、')}${ended.zh}`,
    en: `${person.person} ${person.name}${department}: ${held.map(({ en }) => en).join(', ')}${ended.en}`,
  };
}
