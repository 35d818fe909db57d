/** draw cosign, secret, seal, reveal: lock 2; a witness may make and keep its secret on its own machine. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { hexOf } from '../../core/digest.ts';
import { commitmentOf, parseSecret, type Secret } from '../../core/draw/seal.ts';
import { ok, type Result } from '../../core/result.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { closeOpening, closeSealing } from '../verbs/draw/close.ts';
import { cosign } from '../verbs/draw/cosign.ts';
import { reveal } from '../verbs/draw/reveal.ts';
import { seal } from '../verbs/draw/seal.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';
import { acting } from './draw-state.ts';

export function sealing(group: Command, door: Door): void {
  const act = acting(door);
  group
    .command('cosign <ceremony> <digits>')
    .description('监督人员会签摘要前 8 位 · a witness co-signs')
    .action((no: string, digits: string) =>
      act((desk, actor) => cosign(desk, actor, { ceremony: wholeNumber(no), digits })),
    );
  group
    .command('secret <ceremony> <manifest> <digits>')
    .description('监督人员在自己的电脑上生成封签，不接触数据库 · make a secret on the witness’s own machine')
    .requiredOption('--id <person>', '监督人员编号 · number of the witness')
    .requiredOption('-o, --out <file>', '随机串和数字的存放文件，启封前不得交给别人 · file that keeps the secret')
    .action((no: string, manifest: string, digits: string, options: { readonly id: string; readonly out: string }) =>
      door.apart(
        async () => makeSecret(wholeNumber(no), manifest, digits, options),
        ({ commitment, out }) => ({
          words: [
            { zh: `承诺值：${commitment}`, en: `Commitment: ${commitment}` },
            {
              zh: '承诺值是封签内容的“指纹”，现在只提交它；启封时用来核对内容没有改动。',
              en: 'The commitment is a fingerprint of the secret: send only it now; it is checked at the opening.',
            },
            {
              zh: `随机串和数字已存入 ${out}，启封前请自行保管。`,
              en: `The secret is in ${out}; keep it until opening.`,
            },
          ],
        }),
      ),
    );
  group
    .command('seal <ceremony>')
    .description('封签（第二锁） · lock 2: seal')
    .option('-t, --typed <digits>', '会务台代为封存时键入的数字（6 位以上） · digits, where the desk keeps the secret')
    .option('-c, --commitment <hex>', '本人封存时的承诺值 · commitment, where the witness keeps it')
    .action((no: string, options: { readonly typed?: string; readonly commitment?: string }) => {
      const { typed, commitment } = options;
      if ((typed === undefined) === (commitment === undefined)) {
        throw new WrongCall({
          zh: '请在 --typed 与 --commitment 中写一个。',
          en: 'Give either --typed or --commitment.',
        });
      }
      const ceremony = wholeNumber(no);
      return act((desk, actor) =>
        seal(desk, actor, commitment === undefined ? { ceremony, typed: typed ?? '' } : { ceremony, commitment }),
      );
    });
  group
    .command('close-sealing <ceremony>')
    .description('封签截止 · close sealing')
    .action((no: string) => act((desk, actor) => closeSealing(desk, actor, wholeNumber(no))));
  group
    .command('reveal <ceremony>')
    .description('启封；本人封存的须给出文件 · open what was sealed')
    .option('-f, --file <file>', 'secret 命令生成的文件 · the file that the secret command wrote')
    .action((no: string, options: { readonly file?: string }) =>
      act(async (desk, actor) => {
        const secret = options.file === undefined ? null : secretIn(await readFile(options.file, 'utf8'), options.file);
        return reveal(desk, actor, { ceremony: wholeNumber(no), secret });
      }),
    );
  group
    .command('close-opening <ceremony>')
    .description('启封截止 · close opening')
    .action((no: string) => act((desk, actor) => closeOpening(desk, actor, wholeNumber(no))));
}

async function makeSecret(
  no: number,
  manifest: string,
  digits: string,
  { id, out }: { readonly id: string; readonly out: string },
): Promise<Result<{ readonly commitment: string; readonly out: string }, Refusal>> {
  if (!/^[0-9a-f]{64}$/.test(manifest)) {
    throw new WrongCall({
      zh: `待抽名单摘要应为 64 位小写十六进制数字，现为“${manifest}”。`,
      en: `The manifest digest has 64 lowercase hexadecimal digits, not “${manifest}”.`,
    });
  }
  const secret = parseSecret(hexOf(crypto.getRandomValues(new Uint8Array(32))), digits);
  if (!secret.ok) return refuse('ceremony', { reason: 'secret', id, why: secret.error });
  await writeFile(out, `${JSON.stringify(secret.value)}\n`, { mode: 0o600, flag: 'wx' });
  return ok({ commitment: commitmentOf(no, manifest, id, secret.value), out });
}

/** The file may be any file; what it holds is checked again against the commitment. */
function secretIn(text: string, file: string): Secret {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'nonce' in value && 'typed' in value) {
      return { nonce: String(value.nonce), typed: String(value.typed) };
    }
  } catch {
    // Said below: the file is not one of ours.
  }
  throw new WrongCall({
    zh: `${file} 不是 draw secret 命令生成的文件。`,
    en: `${file} was not written by draw secret.`,
  });
}
