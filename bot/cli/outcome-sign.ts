/** outcome sign: what became of the joint form at the door. */
import type { Command } from 'commander';
import { signWays, signWayWords } from '../../core/outcome/sign.ts';
import { sayDoorDone } from '../say/visit-work.ts';
import { signForm } from '../verbs/outcome/sign.ts';
import { type Door, WrongCall } from './door.ts';
import { visitTyped } from './visit-typed.ts';

export function signCommand(outcome: Command, door: Door): void {
  outcome
    .command('sign <visit> <signed|refused|absent> [words]')
    .description(
      '记录被检查人阅核签章：签章、拒绝（须见证人和照片录像）、不在场（须说明） · what became of the joint form',
    )
    .option('--signer <name>', '签章人 · who signed', '')
    .option('--witness <name>', '见证人 · who saw the refusal', '')
    .option('--record <lines>', '照片、录像：名称；存放位置 · pictures of the refusal', '')
    .option(
      '--shown',
      '检查时已出示执法证件：同时登记现场检查、具备条件的一并办结 · certificates were shown: the visit is recorded along with it',
      false,
    )
    .action((no: string, way: string, words: string | undefined, options: SignOptions) => {
      const known = signWays.find((each) => each === way);
      if (known === undefined) {
        throw new WrongCall({
          zh: `应写 signed、refused 或 absent，现为“${way}”。`,
          en: `signed, refused or absent, not “${way}”.`,
        });
      }
      return door.act(
        async (desk, actor) => {
          const found = await visitTyped(desk, actor, no);
          if (!found.ok) return found;
          const { book, visit } = found.value;
          const { shown, ...typed } = options;
          return signForm(desk, actor, {
            ...{ book, visit, way: known, words: words ?? '', digest: null, ...typed },
            door: shown ? { shown, urgent: '' } : null,
          });
        },
        ({ way: done, no: of, unfilled, door: along }) => ({
          words: {
            zh: `${of}：${signWayWords[done].zh}，已记录。${unfilled === 0 ? '' : `尚有 ${unfilled} 项未填，填写后须再次阅核。`}${sayDoorDone(along).zh}`,
            en: `${of}: ${signWayWords[done].en}, on record.${unfilled === 0 ? '' : ` ${unfilled} items are not filled in; it is to be read again then.`}${sayDoorDone(along).en}`,
          },
        }),
      );
    });
}

interface SignOptions {
  readonly signer: string;
  readonly witness: string;
  readonly record: string;
  readonly shown: boolean;
}
